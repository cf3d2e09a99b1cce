#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <string_view>

#include "intent/rules/rule.h"

namespace colo::rules {

namespace {

/// `14` of `iec-60320-c14`; nothing for another type.
std::optional<int> iec_number(std::string_view type) {
    constexpr std::string_view head = "iec-60320-c";
    if (!type.starts_with(head)) return std::nullopt;
    type.remove_prefix(head.size());
    int number = 0;
    const auto [end, error] = std::from_chars(type.data(), type.data() + type.size(), number);
    if (error != std::errc{} || end != type.data() + type.size()) return std::nullopt;
    return number;
}

/// IEC 60320: an inlet has an even number, its connector the odd one before it. NEMA: P and R.
/// Everything else (IEC 60309 and the like) mates with its own kind.
bool mate(std::string_view inlet, std::string_view outlet) {
    const auto a = iec_number(inlet), b = iec_number(outlet);
    if (a && b) return (*a % 2 == 0 && *b == *a - 1) || (*b % 2 == 0 && *a == *b - 1);
    if (inlet.starts_with("nema-") && outlet.starts_with("nema-") && inlet.ends_with('p'))
        return outlet.ends_with('r') &&
               inlet.substr(0, inlet.size() - 1) == outlet.substr(0, outlet.size() - 1);
    return inlet == outlet;
}

bool fits(const Medium& medium, std::string_view type) {
    return std::find(medium.fits.begin(), medium.fits.end(), type) != medium.fits.end();
}

class Check {
public:
    Check(const Subject& subject, Diagnostics& out)
        : subject_(subject), constraints_(subject.constraints), out_(out) {}

    /// The cable at that place in the intent's table.
    void cable(std::size_t place) {
        const Cable& cable = subject_.intent.cables[place];
        const auto [a, b] = sockets_of(place);
        if (a && b && a->power && b->power && !mate(a->type, b->type)) {
            does_not_mate(cable, *a, *b);
            return;
        }
        const auto found = constraints_.media.find(cable.media);
        if (found == constraints_.media.end()) return;
        const std::vector<std::string> faults = faults_of(cable, found->second, a, b);
        if (!faults.empty())
            does_not_fit(cable, faults, a, b);
        else if (cable.path)
            way_lengths_[*cable.path].push_back(&cable);
        else if (is_too_long(cable.length, found->second))
            too_far(cable, cable.length, *found->second.longest).hint =
                hint(cable, a, b, "place its ends nearer, or give a medium that goes further to");
    }

    /// Light goes the whole way: its length is that of all its cables.
    void ways() {
        for (const auto& [way, cables] : way_lengths_) {
            Length whole;
            for (const Cable* cable : cables) whole += cable->length;
            const Medium& medium = constraints_.media.at(cables.front()->media);
            if (is_too_long(whole, medium))
                too_far(*cables.front(), whole, *medium.longest).hint =
                    fmt::format("place its ends nearer, or give a medium that goes further to {}",
                                cables.front()->rule);
        }
    }

private:
    std::pair<std::optional<Socket>, std::optional<Socket>> sockets_of(std::size_t cable) const {
        const auto [a, b] = subject_.ports.ends(cable);
        return {a ? subject_.ports.socket(*a) : std::nullopt,
                b ? subject_.ports.socket(*b) : std::nullopt};
    }

    static std::vector<std::string> faults_of(const Cable& cable, const Medium& medium,
                                              const std::optional<Socket>& a,
                                              const std::optional<Socket>& b) {
        std::vector<std::string> out;
        for (const auto& [socket, end] : {std::pair{a, &cable.a}, std::pair{b, &cable.b}}) {
            if (!socket) continue;
            if (!fits(medium, socket->type))
                out.push_back(fmt::format("{} is {}; {} fits {}", end->port->value, socket->type,
                                          cable.media, fmt::join(medium.fits, ", ")));
            if (medium.speed && socket->speed && *socket->speed > *medium.speed)
                out.push_back(fmt::format("{} runs at {}; {} has {}", end->port->value,
                                          to_text(*socket->speed), cable.media,
                                          to_text(*medium.speed)));
        }
        // a medium without a speed runs at the slower end's
        if (medium.speed && a && b && a->speed && b->speed && *a->speed != *b->speed)
            out.push_back(fmt::format("{} runs at {}, {} at {}", cable.a.port->value,
                                      to_text(*a->speed), cable.b.port->value, to_text(*b->speed)));
        return out;
    }

    static bool is_too_long(Length length, const Medium& medium) {
        return medium.longest && length > *medium.longest;
    }

    Diagnostic& too_far(const Cable& cable, Length length, Length longest) {
        Diagnostic& one = out_.error("too-far", constraints_.place("cabling/" + cable.rule),
                                     "a cable is longer than its medium goes");
        one.object = cable.id.value;
        one.detail = {fmt::format("{} is {} of {}, which goes {}: {} too far",
                                  cable.path.value_or(cable.id.value), to_text(length), cable.media,
                                  to_text(longest), to_text(length - longest))};
        if (const SourceRange medium = constraints_.place("media/" + cable.media); medium.known())
            one.notes.push_back({medium, cable.media + " is described here"});
        return one;
    }

    void does_not_fit(const Cable& cable, const std::vector<std::string>& faults,
                      const std::optional<Socket>& a, const std::optional<Socket>& b) {
        Diagnostic& one =
            out_.error("media-does-not-fit", constraints_.place("cabling/" + cable.rule),
                       "a cable does not fit the ports at its ends");
        one.object = cable.id.value;
        one.detail.push_back(fmt::format("{} is a {}", cable.id.value, cable.media));
        one.detail.insert(one.detail.end(), faults.begin(), faults.end());
        if (const SourceRange medium = constraints_.place("media/" + cable.media); medium.known())
            one.notes.push_back({medium, cable.media + " is described here"});
        one.hint = hint(cable, a, b, "no medium of the standard fits both ends of");
    }

    /// What the first medium, by name, that would do is called; `otherwise` where none would.
    std::string hint(const Cable& cable, const std::optional<Socket>& a,
                     const std::optional<Socket>& b, const char* otherwise) const {
        for (const auto& [name, medium] : constraints_.media)
            if (faults_of(cable, medium, a, b).empty() && !is_too_long(cable.length, medium))
                return fmt::format("{} would fit: add it to the media of {}", name, cable.rule);
        return fmt::format("{} {}", otherwise, cable.rule);
    }

    void does_not_mate(const Cable& cable, const Socket& a, const Socket& b) {
        Diagnostic& one =
            out_.error("inlet-does-not-mate", constraints_.place("cabling/" + cable.rule),
                       "an inlet and its outlet do not mate");
        one.object = cable.id.value;
        one.detail = {fmt::format("{} is {}, {} is {}", cable.a.port->value, a.type,
                                  cable.b.port->value, b.type)};
        one.hint = "C14 mates with C13, C20 with C19: choose a strip that has the outlet";
    }

    const Subject& subject_;
    const Constraints& constraints_;
    Diagnostics& out_;
    std::map<std::string_view, std::vector<const Cable*>> way_lengths_;
};

void check(const Subject& subject, Diagnostics& out) {
    Check one(subject, out);
    for (std::size_t i = 0; i < subject.intent.cables.size(); ++i) one.cable(i);
    one.ways();
}

}  // namespace

Rule media_fit() {
    return {"media-fit",
            "a cable fits the ports at both ends by plug, speed and length",
            {"media-does-not-fit", "inlet-does-not-mate", "too-far"},
            check};
}

}  // namespace colo::rules
