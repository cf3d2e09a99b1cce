// Any sequence of edits, and back again: never two at one place, and what an edit adds moves none.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "intent/model/allocation_forms.h"
#include "tests/intent/generator/kept_things.h"
#include "tests/trial.h"

namespace colo::tests {

namespace {

/// A state of the lab. Retired servers stay retired.
struct State {
    int servers = 6;
    bool clock = false;
    std::set<int> retired;
    std::map<int, std::string> put;  ///< servers whose place is said

    bool operator==(const State&) const = default;
};

std::string text_of(const State& state) {
    std::string exceptions;
    for (const int server : state.retired)
        exceptions += "  - {on: {device: trading-server." + std::to_string(server) +
                      "}, set: {retired: true}, reason: broken}\n";
    for (const auto& [server, place] : state.put)
        if (!state.retired.contains(server))
            exceptions += "  - {on: {device: trading-server." + std::to_string(server) +
                          "}, set: {place: {" + place + "}}, reason: moved}\n";
    if (!exceptions.empty()) exceptions = "exceptions:\n" + exceptions;
    return shipped_site(
        "lab1", {{"A: 3 kW, B: 3 kW", "A: 20 kW, B: 20 kW"},
                 {"trading-servers: 6", "trading-servers: " + std::to_string(state.servers)},
                 {"  ptp: false\n",
                  std::string("  ptp: ") + (state.clock ? "true\n" : "false\n") + exceptions}});
}

/// One edit. Units that are said lie far above what is filled from below.
State edited(State state) {
    switch (*rc::gen::inRange(0, 4)) {
        case 0: state.servers = *rc::gen::inRange(4, 14); break;
        case 1: state.clock = !state.clock; break;
        case 2: state.retired.insert(*rc::gen::inRange(1, 4)); break;
        default: {
            const int server = *rc::gen::inRange(1, 5);
            if (!state.put.erase(server))
                state.put[server] = std::string("rack: R") +
                                    (*rc::gen::arbitrary<bool>() ? "1" : "2") +
                                    ", unit: " + std::to_string(20 + server);
        }
    }
    return state;
}

/// No rack unit, port, number, label, VLAN id, prefix or address has two owners.
void check_claims(const Allocations& all) {
    std::map<std::string, std::string> owners;
    for (const Allocation& one : all) {
        RC_ASSERT(!fault_of_form(one));
        auto claims = claims_of(one);
        if (one.kind == AllocationKind::host)
            if (auto claim = claim_of_host(one, all)) claims.push_back(*claim);
        for (const std::string& claim : claims) {
            const auto [owner, is_new] = owners.emplace(claim, one.identity);
            RC_ASSERT((is_new || owner->second == one.identity));
        }
    }
}

/// What may move: that whose place an exception says, or said, otherwise; its cables with it.
bool is_asked_for(const std::string& line, const State& before, const State& after) {
    for (const auto* state : {&before, &after})
        for (const auto& [server, place] : state->put)
            if (line.find("trading-server." + std::to_string(server) + "/") != std::string::npos ||
                line.find("trading-server." + std::to_string(server) + ":") != std::string::npos)
                return before.put != after.put;
    return false;
}

}  // namespace

RC_GTEST_PROP(EditsProperty, NeverPutTwoAtOnePlaceAndMoveNoneThatWasNotAsked, ()) {
    std::vector<State> states{State{}};
    for (int i = *rc::gen::inRange(1, 3); i > 0; --i) states.push_back(edited(states.back()));
    for (std::size_t i = states.size() - 1; i-- > 0;) states.push_back(states[i]);  // and back
    Trial before = try_site(text_of(states.front()));
    State from = states.front();
    for (State to : states) {
        to.retired.insert(from.retired.begin(), from.retired.end());
        const Trial after = try_site(text_of(to), before.allocations());
        RC_ASSERT(after.outcome.has_value());
        check_claims(after.allocations());
        for (const std::string& line : moved(before.intent(), after.intent()))
            RC_ASSERT(is_asked_for(line, from, to));
        before = after;
        from = to;
    }
    RC_ASSERT(try_site(text_of(from), before.allocations()).allocations() == before.allocations());
}

}  // namespace colo::tests
