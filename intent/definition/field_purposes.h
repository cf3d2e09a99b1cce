// The keys that a document may have, and what each is for: read from the same descriptions as the
// reader and the schemas.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace colo::definition {

/// What the fields of a type are for, by key.
class FieldPurposes {
public:
    void required(std::string_view key, auto&, std::string_view description, const auto&...) {
        texts_.emplace(key, description);
    }
    void optional(std::string_view key, auto&, std::string_view description, const auto&...) {
        texts_.emplace(key, description);
    }
    void others(auto&) {}
    void either(std::string_view, std::string_view) {}
    void only_one(std::string_view, std::string_view) {}
    void needs(std::string_view, std::string_view) {}
    void asks(std::string_view, std::string_view, std::string_view) {}

    template <class T>
    static std::map<std::string, std::string> of() {
        FieldPurposes purposes;
        T sample{};
        describe_fields(purposes, sample);
        return purposes.texts_;
    }

private:
    std::map<std::string, std::string> texts_;
};

}  // namespace colo::definition
