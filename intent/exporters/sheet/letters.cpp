// Letters of authorisation: what a facility needs before it touches a cross-connect.
#include <fmt/format.h>

#include "intent/exporters/sheet/circuits.h"
#include "intent/exporters/sheet/tables.h"

namespace colo::sheets {

namespace {

using Lines = std::vector<std::pair<std::string, std::string>>;

void add(Lines& lines, const char* what, const std::string& text) {
    if (!text.empty()) lines.emplace_back(what, text);
}

std::string handed_over(const CircuitWork& work) {
    std::string out = work.place;
    if (!work.panel.empty()) out += ", panel " + work.panel;
    if (!work.port.empty()) out += ", " + work.port;
    return out;
}

Letter letter_of(const Desk& desk, const CircuitWork& work) {
    const Circuit& circuit = *work.circuit;
    const SiteHead& head = desk.intent().head;
    const Facility& facility = desk.job().facility;
    Letter out;
    out.circuit = circuit.id.value;
    out.status = work.goes ? "cancelled" : "planned";
    out.title = work.goes ? "Disconnection of a cross-connect" : "Letter of authorisation";
    const std::string who = head.facility.empty() ? "the facility" : head.facility;
    if (work.goes)
        out.paragraphs = {
            fmt::format("We ask {} to take out the cross-connect {} and to free the port named "
                        "below.",
                        who, circuit.id.value),
            "The disconnection holds for this cross-connect and this port only. Please confirm "
            "with the blanks below before anything is unplugged, and again when it is done."};
    else
        out.paragraphs = {
            fmt::format("We authorise {}, and the provider named below, to install one "
                        "cross-connect between the provider and the port of ours named below.",
                        who),
            "This authorisation holds for this cross-connect and this port only. It allows no "
            "work on other ports, and none inside our racks beyond the panel named. It ends when "
            "the cross-connect is tested, or ninety days after it was signed."};
    add(out.lines, "Cross-connect", circuit.id.value);
    add(out.lines, "Kind", circuit.kind);
    add(out.lines, "Provider (Z side)", circuit.provider.value_or(""));
    add(out.lines, "Facility", head.facility + (head.city.empty() ? "" : ", " + head.city));
    add(out.lines, "Address", facility.address);
    add(out.lines, "Cage", facility.cage);
    add(out.lines, "Our side (A side)", handed_over(work));
    add(out.lines, "Diverse side", circuit.side.value_or(""));
    add(out.lines, "Medium", work.medium);
    add(out.lines, "Connector", work.plug);
    if (circuit.speed.value > 0) add(out.lines, "Speed", colo::to_text(circuit.speed));
    add(out.lines, "Cord on our side", work.label);
    add(out.lines, "Contact", facility.contact);
    std::string life;
    for (const std::string& state : circuit_life())
        life += fmt::format("{}[{}] {}", life.empty() ? "" : "   ",
                            state == out.status ? "x" : "  ", state);
    add(out.lines, "How far it is", life);
    if (!circuit.provider) out.blanks.emplace_back("Provider (Z side)");
    for (const char* blank : {"Customer (company, account)", "Letter's number, valid until",
                              "Authorised by (name, signature)", "Authorised on",
                              "Order number of the facility", "Panel and port of the provider",
                              "Landed on (date, by)", "Tested on (date, loss in dB, by)"})
        out.blanks.emplace_back(blank);
    return out;
}

}  // namespace

std::vector<Letter> letters_of_work(const Desk& desk) {
    std::vector<Letter> out;
    for (const CircuitWork& work : circuits_of_work(desk))
        if (work.goes || work.is_new) out.push_back(letter_of(desk, work));
    return out;
}

}  // namespace colo::sheets
