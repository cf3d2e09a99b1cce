// The text templates of names: `{site}-leaf-{n:02}`.
#pragma once

#include <map>
#include <optional>
#include <string>

namespace colo::generator {

/// What a template may use. Numbers may be padded: `{n:03}`.
struct TemplateValues {
    std::map<std::string, std::string, std::less<>> texts;
    std::optional<std::int64_t> n;
};

struct Filled {
    std::string text;
    std::string error;  ///< empty when good: `{rak} is not known here`
    std::string hint;
};
Filled fill_template(std::string_view pattern, const TemplateValues& values);

/// Lower case letters, digits and hyphens; every other character becomes a hyphen.
std::string as_name_part(std::string_view text);

/// Whether text is a host name's label: `[a-z0-9-]{1,63}`, no hyphen at either end.
bool is_host_name(std::string_view text);

}  // namespace colo::generator
