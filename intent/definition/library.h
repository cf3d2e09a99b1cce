// Finds hardware files: in the standard's own folder first, then in the shared library.
#pragma once

#include <filesystem>
#include <map>
#include <optional>

#include "intent/base/diagnostic.h"
#include "intent/definition/hardware.h"
#include "intent/definition/standard.h"

namespace colo::definition {

/// Reads hardware files once, by their `Vendor/Model`.
class Library {
public:
    /// `folders` are looked through in order; each may hold device-types/, module-types/ and
    /// rack-types/.
    Library(std::vector<std::filesystem::path> folders, Sources& sources)
        : folders_(std::move(folders)), sources_(sources) {}

    /// The model with its modules in their bays. What is wrong with it is said at its places.
    std::optional<Hardware> model(const std::string& name, const ModelEntry& entry,
                                  Diagnostics& out);

    /// A rack type, or nothing with a diagnostic at `at`.
    std::optional<RackType> rack_type(const std::string& type, const SourceRange& at,
                                      Diagnostics& out);

private:
    const DeviceType* device_type(const At<std::string>& type, Diagnostics& out);
    const ModuleType* module_type(const At<std::string>& type, Diagnostics& out);
    std::optional<Node> read(const std::string& kind, const std::string& type,
                             const SourceRange& at, Diagnostics& out);
    std::vector<std::string> known(const std::string& kind) const;

    std::vector<std::filesystem::path> folders_;
    Sources& sources_;
    std::map<std::string, std::optional<DeviceType>> device_types_;
    std::map<std::string, std::optional<ModuleType>> module_types_;
};

}  // namespace colo::definition
