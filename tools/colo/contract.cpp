#include "tools/colo/contract.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "intent/base/names.h"
#include "intent/base/suggestion.h"

namespace colo::tool {

namespace {

using store::StoredSite;
using Fleet = std::vector<StoredSite>;

/// What a demand calls the standard of a site when its name does not matter.
constexpr std::string_view any_standard = "standard";

/// `did you mean X?` where no site has what was asked for, but one has something spelt alike.
std::string meant(const std::string& name, const std::set<std::string>& known) {
    if (known.contains(name)) return {};
    const auto near = nearest_name(name, {known.begin(), known.end()});
    return near ? fmt::format("; did you mean {}?", *near) : "";
}

std::set<std::string> standards_of(const Fleet& fleet) {
    std::set<std::string> names{std::string(any_standard)};
    for (const StoredSite& site : fleet) names.insert(site.head.standard);
    return names;
}

std::set<std::string> capabilities_of(const Fleet& fleet) {
    std::set<std::string> names;
    for (const StoredSite& site : fleet)
        names.insert(site.head.capabilities.begin(), site.head.capabilities.end());
    return names;
}

Answer answer_standard(const VersionDemand& demand, const SiteHead& head, const Fleet& fleet) {
    Answer answer{"standard", to_text(demand), false, {}};
    const std::string has = fmt::format("it is {} {}", head.standard, head.standard_version);
    if (demand.name != any_standard && demand.name != head.standard) {
        answer.instead = has + meant(demand.name, standards_of(fleet));
        return answer;
    }
    const auto version = read_version(head.standard_version);
    if (!version && !demand.limits.empty()) {
        answer.instead = has + ", which cannot be compared";
        return answer;
    }
    answer.intended = std::all_of(demand.limits.begin(), demand.limits.end(),
                                  [&](const VersionLimit& limit) { return limit.holds(*version); });
    if (!answer.intended) answer.instead = has;
    return answer;
}

bool offers(const SiteHead& head, const std::string& capability) {
    return std::binary_search(head.capabilities.begin(), head.capabilities.end(), capability);
}

std::string who_offers(const std::string& capability, const Fleet& fleet) {
    std::vector<std::string> sites;
    for (const StoredSite& site : fleet)
        if (offers(site.head, capability)) sites.push_back(site.head.site);
    std::sort(sites.begin(), sites.end(), natural_less);
    if (sites.empty()) return {};
    return fmt::format("; {} {} it", fmt::join(sites, ", "),
                       sites.size() == 1 ? "offers" : "offer");
}

Answer answer_capability(const std::string& name, const SiteHead& head, const Fleet& fleet) {
    Answer answer{"capability", name, offers(head, name), {}};
    if (answer.intended) return answer;
    answer.instead = head.capabilities.empty()
                         ? "it offers none"
                         : fmt::format("it offers {}", fmt::join(head.capabilities, ", "));
    answer.instead += who_offers(name, fleet) + meant(name, capabilities_of(fleet));
    return answer;
}

}  // namespace

std::vector<Answer> answer(const Asked& asked, const StoredSite& site, const Fleet& fleet) {
    std::vector<Answer> answers;
    if (asked.standard) answers.push_back(answer_standard(*asked.standard, site.head, fleet));
    for (const std::string& name : asked.capabilities)
        answers.push_back(answer_capability(name, site.head, fleet));
    return answers;
}

Result<StoredSite> find_stored(const Fleet& fleet, const std::string& site) {
    std::vector<std::string> names;
    for (const StoredSite& one : fleet) {
        if (one.head.site == site) return one;
        names.push_back(one.head.site);
    }
    const auto near = nearest_name(site, names);
    return Failure{"unknown-site",
                   fmt::format("the store holds no site {}", site),
                   {},
                   near ? fmt::format("did you mean {}?", *near)
                        : fmt::format("apply it first: colo apply {}", site),
                   false};
}

}  // namespace colo::tool
