#include <fmt/format.h>

#include <map>
#include <tuple>

#include "intent/rules/contributors.h"
#include "intent/rules/rack_contents.h"
#include "intent/rules/rule.h"

namespace colo::rules {

namespace {

/// Air enters at the rack's front, whichever way the device is turned.
std::string_view wanted(Face face) {
    return face == Face::front ? "front-to-rear" : "rear-to-front";
}
std::string_view against(Face face) {
    return face == Face::front ? "rear-to-front" : "front-to-rear";
}

void report(const Subject& subject, const std::vector<const Device*>& devices, Diagnostics& out) {
    const Device& first = *devices.front();
    const std::string rule = first.role ? "roles/" + first.rule : first.rule;
    Diagnostic& one = out.error("airflow-against-rack", subject.constraints.place(rule),
                                "a device blows against its rack");
    one.object = first.id.value;
    const std::string others =
        devices.size() == 1 ? ""
                            : fmt::format(" (and {} {} more)", with_thousands(devices.size() - 1),
                                          people_role(first, devices.size() - 1));
    one.detail = {fmt::format("{} at U{} of {}{} blows {}; the {} face wants {}", first.name,
                              *first.unit, first.rack->value, others, against(first.face),
                              to_text(first.face), wanted(first.face))};
    if (const SourceRange model = subject.constraints.place("models/" + first.model); model.known())
        one.notes.push_back({model, "model " + first.model});
    one.hint = fmt::format("place it on the {} face, or take the model that blows {}",
                           to_text(first.face == Face::front ? Face::rear : Face::front),
                           wanted(first.face));
}

void check(const Subject& subject, Diagnostics& out) {
    std::map<std::tuple<std::string_view, std::string_view, Face>, std::vector<const Device*>>
        wrong;  // by rule, model and face
    for (const Device& device : subject.intent.devices) {
        if (!stands_on_units(device)) continue;
        const auto body = subject.constraints.bodies.find(device.model);
        if (body != subject.constraints.bodies.end() &&
            body->second.airflow == against(device.face))
            wrong[{device.rule, device.model, device.face}].push_back(&device);
    }
    for (const auto& [what, devices] : wrong) report(subject, devices, out);
}

}  // namespace

Rule air_flows_with_the_rack() {
    return {"air-flows-with-the-rack",
            "a device takes its air from the rack's front; passive and unknown fit both faces",
            {"airflow-against-rack"},
            check};
}

}  // namespace colo::rules
