#include "intent/definition/diagnostics_page.h"

#include <string>

namespace colo::definition {

namespace {

constexpr std::string_view heading = "\n## ";
constexpr std::string_view mend_mark = "\n**Mend:** ";

/// The paragraph that begins at `at`.
std::string paragraph(std::string_view section, std::size_t at) {
    const std::string_view rest = section.substr(std::min(at, section.size()));
    std::string text(rest.substr(0, rest.find("\n\n")));
    while (text.ends_with('\n')) text.pop_back();
    return text;
}

CodeText text_of(std::string_view section) {
    const std::size_t mend = section.find(mend_mark);
    return {paragraph(section, section.find("\n\n") + 2),
            mend == std::string_view::npos ? "" : paragraph(section, mend + mend_mark.size())};
}

}  // namespace

std::optional<std::string_view> section_of(std::string_view code) {
    const std::string_view page = diagnostics_page();
    const std::size_t at = page.find(std::string(heading) + std::string(code) + "\n");
    if (at == std::string_view::npos) return std::nullopt;
    const std::string_view section = page.substr(at + 1);
    return section.substr(0, section.find(heading));
}

CodeTexts code_texts() {
    CodeTexts texts;
    const std::string_view page = diagnostics_page();
    for (std::size_t at = page.find(heading); at != std::string_view::npos;
         at = page.find(heading, at + 1)) {
        const std::string_view name = page.substr(at + heading.size());
        const std::string code(name.substr(0, name.find('\n')));
        if (const auto section = section_of(code)) texts[code] = text_of(*section);
    }
    return texts;
}

}  // namespace colo::definition
