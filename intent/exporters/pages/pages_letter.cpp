#include "intent/exporters/pages/pages.h"
#include "intent/exporters/pages/pages_flow.h"

namespace colo::sheets {

std::vector<Drawing> letter_page(const Letter& letter, const Cover& cover, Paper paper) {
    Flow flow(paper, letter.title + ", " + letter.circuit);
    flow.text(cover.site + " · " + cover.title, mm(2.4), "faint");
    flow.gap(mm(10));
    flow.text(letter.title, mm(7), "strong");
    flow.gap(mm(1));
    flow.text(letter.circuit + " · " + letter.status, mm(4), "ink");
    flow.gap(mm(6));
    for (const std::string& paragraph : letter.paragraphs) {
        flow.text(paragraph, mm(3.4), "ink");
        flow.gap(mm(3));
    }
    flow.gap(mm(3));
    flow.rule();
    flow.gap(mm(4));
    for (const auto& [what, content] : letter.lines) flow.pair(what, content);
    if (letter.blanks.empty()) return std::move(flow).pages();
    flow.gap(mm(2));
    flow.rule();
    flow.gap(mm(5));
    for (const std::string& blank : letter.blanks) flow.blank(blank);
    return std::move(flow).pages();
}

}  // namespace colo::sheets
