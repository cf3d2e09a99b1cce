#include <fmt/format.h>

#include <algorithm>

#include "intent/base/report.h"
#include "intent/base/xml.h"

namespace colo {

namespace {

std::size_t cases_of(const Checked& one) {
    return static_cast<std::size_t>(std::max(one.problems.errors(), 1));
}

/// An attribute's value stands on one line: XML readers make a line's end a space.
std::string one_line(std::string text) {
    for (char& c : text)
        if (c == '\n' || c == '\r' || c == '\t') c = ' ';
    return xml_text(text);
}

/// What tells the errors of a suite apart: the code and the place.
std::string name_of(const Diagnostic& error, const Sources& sources) {
    return error.at.known() ? error.code + " " + sources.where(error.at) : error.code;
}

void append_failure(std::string& out, const std::string& suite, const Diagnostic& error,
                    const Sources& sources) {
    out += fmt::format("    <testcase classname=\"{}\" name=\"{}\">\n", suite,
                       one_line(name_of(error, sources)));
    out += fmt::format("      <failure type=\"{}\" message=\"{}\">{}</failure>\n",
                       one_line(error.code), one_line(error.summary),
                       xml_text(to_text(error, sources, false)));
    out += "    </testcase>\n";
}

void append_suite(std::string& out, const Checked& one, const Sources& sources) {
    const std::string name = one_line(one.subject);
    out += fmt::format(
        "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"0\">\n", name,
        cases_of(one), one.problems.errors());
    std::string output = one.summary.empty() ? "" : one.summary + "\n";
    for (const Diagnostic& problem : one.problems.all()) {
        if (problem.severity == Severity::error)
            append_failure(out, name, problem, sources);
        else
            output += to_text(problem, sources, false);
    }
    if (!one.problems.has_errors())
        out += fmt::format("    <testcase classname=\"{}\" name=\"no errors\"/>\n", name);
    if (!output.empty()) out += fmt::format("    <system-out>{}</system-out>\n", xml_text(output));
    out += "  </testsuite>\n";
}

}  // namespace

std::string to_junit(const Report& report, const Sources& sources) {
    std::size_t cases = 0;
    int failures = 0;
    for (const Checked& one : report.checked) {
        cases += cases_of(one);
        failures += one.problems.errors();
    }
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    out += fmt::format(
        "<testsuites name=\"colo validate\" tests=\"{}\" failures=\"{}\" errors=\"0\">\n", cases,
        failures);
    for (const Checked& one : report.checked) append_suite(out, one, sources);
    return out + "</testsuites>\n";
}

}  // namespace colo
