// Ports that share a clock: in many switches four neighbours run at one speed.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>

#include "intent/rules/rule.h"

namespace colo::rules {

namespace {

class Check {
public:
    Check(const Subject& subject, Diagnostics& out) : constraints_(subject.constraints), out_(out) {
        for (const Interface& port : subject.intent.interfaces)
            if (port.cable && port.speed) ports_.emplace(port.id.value, &port);
    }

    void device(const Device& device) {
        const auto body = constraints_.bodies.find(device.model);
        if (body == constraints_.bodies.end()) return;
        for (const std::vector<std::string>& names : body->second.same_speed) {
            std::map<Speed, std::vector<std::string>> by_speed;
            for (const std::string& name : names)
                if (const auto port = ports_.find(device.id.value + ":" + name);
                    port != ports_.end())
                    by_speed[*port->second->speed].push_back(name);
            if (by_speed.size() > 1) say(device, names, by_speed);
        }
    }

private:
    void say(const Device& device, const std::vector<std::string>& names,
             const std::map<Speed, std::vector<std::string>>& by_speed) {
        Diagnostic& one =
            out_.error("speed-group-mixed", constraints_.place("roles/" + device.rule),
                       fmt::format("{} to {} of {} must run at one speed", names.front(),
                                   names.back(), device.id.value));
        one.object = device.id.value;
        for (const auto& [speed, ports] : by_speed)
            one.detail.push_back(fmt::format("{} at {}", fmt::join(ports, ", "), to_text(speed)));
        one.hint = "put what is slower into a port group of its own, with neighbours to itself";
    }

    const Constraints& constraints_;
    Diagnostics& out_;
    std::map<std::string_view, const Interface*> ports_;  // cabled ones
};

void check(const Subject& subject, Diagnostics& out) {
    bool any = false;
    for (const auto& [model, body] : subject.constraints.bodies) any |= !body.same_speed.empty();
    if (!any) return;
    Check check(subject, out);
    for (const Device& device : subject.intent.devices) check.device(device);
}

}  // namespace

Rule neighbours_run_at_one_speed() {
    return {"neighbours-run-at-one-speed",
            "ports that must run at one speed with their neighbours do",
            {"speed-group-mixed"},
            check};
}

}  // namespace colo::rules
