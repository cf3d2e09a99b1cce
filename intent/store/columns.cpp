#include "intent/store/columns.h"

namespace colo::store {

std::string with_unit(std::string_view name, std::string_view unit) {
    return std::string(name.substr(0, name.rfind('_'))).append(unit);
}

void DigestText::add(std::string_view name, std::string_view part, std::string_view value) {
    text_.append(name).append(part).push_back('=');
    text_.append(std::to_string(value.size())).push_back(':');
    text_.append(value).push_back('\n');
}

void DigestText::add(std::string_view name, std::string_view part, std::int64_t value) {
    add(name, part, std::string_view(std::to_string(value)));
}

}  // namespace colo::store
