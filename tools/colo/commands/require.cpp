// colo require: whether a site offers a version of a standard and capabilities, for other teams'
// pipelines. What is intended and what was audited are told apart.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>

#include "tools/colo/commands.h"
#include "tools/colo/contract.h"
#include "tools/colo/table.h"
#include "tools/colo/workspace.h"

namespace colo::tool {

namespace {

using nlohmann::ordered_json;

constexpr std::string_view not_audited =
    "not audited yet: this is what was applied; nobody has looked whether it is so\n";

Failure bad_usage(std::string what, std::string hint) {
    return {"bad-usage", std::move(what), {}, std::move(hint), false};
}

Result<Asked> read_asked(const Arguments& arguments) {
    Asked asked;
    asked.capabilities = arguments.all("capability");
    for (const std::string& name : asked.capabilities)
        if (name.empty())
            return bad_usage("--capability names none", "colo require SITE lists what it offers");
    if (arguments.words.size() < 2) return asked;
    ReadDemand read = read_demand(arguments.words[1]);
    if (!read.error.empty())
        return bad_usage(
            fmt::format("\"{}\" cannot be asked for: {}", arguments.words[1], read.error),
            "write it like 'standard >= 1.1' or 'trading-colo >= 1.1, < 2'");
    asked.standard = std::move(read.demand);
    return asked;
}

bool all_intended(const std::vector<Answer>& answers) {
    return std::all_of(answers.begin(), answers.end(),
                       [](const Answer& one) { return one.intended; });
}

ordered_json json_of(const Answer& answer) {
    return {{"kind", answer.kind},
            {"asked", answer.asked},
            {"intended", answer.intended},
            {"audited", nullptr},
            {"instead", answer.instead.empty() ? ordered_json() : ordered_json(answer.instead)}};
}

std::string json_of(const store::StoredSite& site, const std::vector<Answer>& answers) {
    ordered_json out{
        {"format", "colo-require/1"},
        {"site", site.head.site},
        {"revision", site.last.number},
        {"applied", site.last.at},
        {"standard", {{"name", site.head.standard}, {"version", site.head.standard_version}}},
        {"capabilities", site.head.capabilities},
        {"answers", ordered_json::array()},
        {"intended", all_intended(answers)},
        {"audited", nullptr}};
    for (const Answer& one : answers) out["answers"].push_back(json_of(one));
    return out.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

std::string offer_text(const store::StoredSite& site) {
    const SiteHead& head = site.head;
    return fmt::format(
        "{} offers, as intended in revision {} of {}:\n"
        "  standard      {} {}\n  capabilities  {}\n{}",
        head.site, site.last.number, site.last.at, head.standard, head.standard_version,
        head.capabilities.empty() ? "none" : fmt::format("{}", fmt::join(head.capabilities, ", ")),
        not_audited);
}

std::string answers_text(const store::StoredSite& site, const std::vector<Answer>& answers) {
    std::vector<std::vector<std::string>> rows;
    for (const Answer& one : answers)
        rows.push_back({one.kind == "standard" ? one.asked : "capability " + one.asked,
                        one.intended ? "yes" : "no", "not audited", one.instead});
    return fmt::format("{}, revision {} of {}\n", site.head.site, site.last.number, site.last.at) +
           aligned({"asked", "intended", "as audited", ""}, rows) +
           fmt::format("{} {} of this, as intended; what is so was not audited yet\n",
                       site.head.site, all_intended(answers) ? "offers all" : "does not offer all");
}

Exit run(const Arguments& arguments, Console& console) {
    const auto asked = read_asked(arguments);
    if (!asked) return console.fail(asked.failure()), Exit::error;
    const auto store = open_store(arguments, store::Missing::empty);
    if (!store) return console.fail(store.failure()), Exit::error;
    const auto fleet = store->fleet();
    if (!fleet) return console.fail(fleet.failure()), Exit::error;
    const auto site = find_stored(*fleet, arguments.words.front());
    if (!site) return console.fail(site.failure()), Exit::error;
    const auto answers = answer(*asked, *site, *fleet);
    if (arguments.option("format") == "json")
        console.result(json_of(*site, answers));
    else
        console.result(answers.empty() ? offer_text(*site) : answers_text(*site, answers));
    return all_intended(answers) ? Exit::done : Exit::error;
}

}  // namespace

const Command require_command{
    "require",
    "SITE [DEMAND]",
    1,
    2,
    "whether a site offers a standard's version and capabilities, as applied",
    {{"--capability", "CAPABILITY...", "asked for as well; may be given several times"},
     {"--format", "text|json", "for people or for programs"}},
    run};

}  // namespace colo::tool
