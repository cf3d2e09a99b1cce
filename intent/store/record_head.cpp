#include "intent/store/record_head.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>

#include "intent/base/digest.h"

namespace colo::store {

namespace {

constexpr std::string_view first_line = "colo-record-head/1";

std::string body_of(const RecordHead& head) {
    std::string text = fmt::format("{}\nstore {} epoch {}\n", first_line, head.lineage, head.epoch);
    for (const auto& [site, last] : head.sites)
        text += fmt::format("{} {} {}\n", site, last.revision, last.digest);
    return text;
}

Failure wrong(std::size_t line, const std::string& what) {
    return {"record-head",
            "this is not the head of a record as colo wrote it",
            {fmt::format("line {}: {}", line, what)},
            "take the copy that was kept, whole and as it was",
            false};
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        lines.push_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::vector<std::string_view> words_of(std::string_view line) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; !line.empty(); line.remove_prefix(std::min(at + 1, line.size()))) {
        at = std::min(line.find(' '), line.size());
        words.push_back(line.substr(0, at));
    }
    return words;
}

std::optional<std::int64_t> number_of(std::string_view digits) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end != digits.data() + digits.size() || number < 1)
        return std::nullopt;
    return number;
}

/// Reads `store LINEAGE epoch N`; false when it is something else.
bool read_store(std::string_view line, RecordHead& head) {
    const auto words = words_of(line);
    if (words.size() != 4 || words[0] != "store" || words[2] != "epoch") return false;
    const auto epoch = number_of(words[3]);
    head.lineage = words[1], head.epoch = epoch.value_or(0);
    return epoch.has_value();
}

/// Reads `SITE REVISION DIGEST`, each site once; false when it is something else.
bool read_site(std::string_view line, RecordHead& head) {
    const auto words = words_of(line);
    if (words.size() != 3 || words[0].empty() || words[2].empty()) return false;
    const auto revision = number_of(words[1]);
    if (!revision) return false;
    return head.sites
        .try_emplace(std::string(words[0]), RecordHead::Last{*revision, std::string(words[2])})
        .second;
}

}  // namespace

std::string to_text(const RecordHead& head) {
    const std::string body = body_of(head);
    return body + "digest " + digest_of(body) + "\n";
}

Result<RecordHead> read_record_head(std::string_view text) {
    const auto lines = lines_of(text);
    if (lines.empty() || lines[0] != first_line)
        return wrong(1, fmt::format("it does not say {}", first_line));
    if (lines.size() < 3) return wrong(lines.size(), "it ends here");
    RecordHead head;
    if (!read_store(lines[1], head)) return wrong(2, "it does not say which store this is of");
    for (std::size_t i = 2; i + 1 < lines.size(); ++i)
        if (!read_site(lines[i], head)) return wrong(i + 1, "this is no site, revision and digest");
    if (lines.back() != "digest " + digest_of(body_of(head)))
        return wrong(lines.size(), "the lines above are not those that were written");
    return head;
}

}  // namespace colo::store
