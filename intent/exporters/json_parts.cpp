#include "intent/exporters/json_parts.h"

namespace colo::exporters {

void append_json(std::string& out, const CableEnd& end) {
    append_object(out, "device", end.device, "name", end.name, "port", end.port, "text", end.text);
}

void append_json(std::string& out, const Handoff& handoff) {
    append_object(out, "device", handoff.device, "place", handoff.place, "port", handoff.port);
}

void append_json(std::string& out, const SessionEnd& end) {
    append_object(out, "address", to_text(end.address), "asn", end.asn, "device", end.device,
                  "text", end.text);
}

void append_json(std::string& out, const Exception& exception) {
    append_object(out, "on", exception.on, "reason", exception.reason, "set", exception.set,
                  "until", exception.until);
}

void append_json(std::string& out, const Feeds& feeds) {
    const char* before = "";
    out += '{';
    for (const auto& [name, feed] : feeds) {
        out += before;
        append_json(out, name);
        out += ": ";
        append_object(out, "capacity_w", feed.capacity, "failover_w", feed.failover, "maximum_w",
                      feed.maximum, "typical_w", feed.typical);
        before = ", ";
    }
    out += '}';
}

void append_json(std::string& out, const std::vector<ReservedUnits>& reserved) {
    const char* before = "";
    out += '[';
    for (const ReservedUnits& units : reserved) {
        out += before;
        append_object(out, "first", units.first, "last", units.last, "why", units.why);
        before = ", ";
    }
    out += ']';
}

void append_json(std::string& out, const std::vector<std::string>& texts) {
    const char* before = "";
    out += '[';
    for (const auto& text : texts) {
        out += before;
        append_json(out, text);
        before = ", ";
    }
    out += ']';
}

}  // namespace colo::exporters
