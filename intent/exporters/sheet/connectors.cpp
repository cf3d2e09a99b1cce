#include "intent/exporters/sheet/connectors.h"

#include <algorithm>
#include <array>
#include <utility>

#include "intent/exporters/sheet/desk.h"

namespace colo::sheets {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

// IEC 60320: an inlet on an appliance and the connector of the cord that goes onto it, an outlet
// and the plug that goes into it.
constexpr std::array<Pair, 12> power_mates{{{"c5", "C6"},
                                            {"c6", "C5"},
                                            {"c7", "C8"},
                                            {"c8", "C7"},
                                            {"c13", "C14"},
                                            {"c14", "C13"},
                                            {"c15", "C16"},
                                            {"c16", "C15"},
                                            {"c19", "C20"},
                                            {"c20", "C19"},
                                            {"c21", "C22"},
                                            {"c22", "C21"}}};

std::string upper(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return out;
}

std::string power_plug(std::string_view type) {
    constexpr std::string_view iec = "iec-60320-";
    if (type.starts_with(iec)) {
        const std::string_view shape = type.substr(iec.size());
        for (const auto& [port, mate] : power_mates)
            if (port == shape) return std::string(mate);
    }
    std::string out = upper(type);  // NEMA: a receptacle (R) takes a plug (P), and the reverse
    if (type.starts_with("nema-") && !out.empty())
        out.back() = out.back() == 'R' ? 'P' : out.back() == 'P' ? 'R' : out.back();
    return out;
}

/// `25gbase-x-sfp28` is a cage for `SFP28`, `10gbase-x-sfpp` for `SFP+`.
std::string module_of(std::string_view cage) {
    const std::size_t at = cage.rfind('-');
    std::string_view module = at == std::string_view::npos ? cage : cage.substr(at + 1);
    if (module == "sfpp") return "SFP+";
    if (module == "qsfpp") return "QSFP+";
    if (module == "qsfpdd") return "QSFP-DD";
    return upper(module);
}

std::string plug_for(std::string_view type) {
    if (type.find("base-t") != std::string_view::npos || type == "rj-45" || type == "8p8c")
        return "RJ45";
    if (type.starts_with("iec-") || type.starts_with("nema-")) return power_plug(type);
    if (is_cage(type)) return module_of(type);
    return upper(type);
}

const MediumSupply* find(const Supplies& supplies, const std::string& medium) {
    const auto found = supplies.media.find(medium);
    return found == supplies.media.end() ? nullptr : &found->second;
}

}  // namespace

Connector connector_at(std::string_view port_type, const std::string& medium,
                       const Supplies& supplies) {
    if (port_type.empty()) return {};
    const MediumSupply* const supply = find(supplies, medium);
    if (!supply || !supply->transceiver || !is_cage(port_type)) return {plug_for(port_type), {}};
    const MediumSupply* const cord = find(supplies, supply->cord);
    const bool is_known = cord && !cord->fits.empty();
    return {is_known ? plug_for(cord->fits.front()) : upper(supply->cord), *supply->transceiver};
}

std::string cord_of(const std::string& medium, const Supplies& supplies) {
    const MediumSupply* const supply = find(supplies, medium);
    return supply && supply->transceiver && !supply->cord.empty() ? supply->cord : medium;
}

}  // namespace colo::sheets
