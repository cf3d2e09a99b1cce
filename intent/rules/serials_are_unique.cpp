#include <fmt/format.h>

#include "intent/rules/rule.h"

namespace colo::rules {

namespace {

void check(const Subject& subject, Diagnostics& out) {
    FlatMap<std::string_view, const Device*> holders;
    for (const Device& device : subject.intent.devices) {
        if (!device.serial) continue;
        const auto [held, is_new] = holders.try_emplace(*device.serial, &device);
        if (is_new) continue;
        const Device& first = *held.value();
        Diagnostic& one =
            out.error("serial-twice", subject.constraints.place("roles/" + device.rule),
                      "two devices have one serial number");
        one.object = device.id.value;
        one.detail = {fmt::format("{} ({}) and {} ({}) both have serial {}", first.id.value,
                                  first.model, device.id.value, device.model, *device.serial)};
        one.hint = "read both labels again; a unit that was moved leaves its old place";
    }
}

}  // namespace

Rule serials_are_unique() {
    return {"serials-are-unique",
            "no two devices of a site have one serial number",
            {"serial-twice"},
            check};
}

}  // namespace colo::rules
