// The branches of a cable that fans out are one piece.
#include <fmt/format.h>

#include <map>

#include "intent/rules/rule.h"

namespace colo::rules {

namespace {

class Check {
public:
    Check(const Subject& subject, Diagnostics& out) : constraints_(subject.constraints), out_(out) {
        for (const Cable& cable : subject.intent.cables) {
            if (cable.assembly) assemblies_[*cable.assembly].push_back(&cable);
            if (!cable.assembly && branches_of(cable) > 0)
                say(cable, "a cable that fans out begins at a whole port",
                    {fmt::format("{} is a {}, of {} branches", cable.id.value, cable.media,
                                 branches_of(cable))});
        }
    }

    void run() {
        for (const auto& [port, branches] : assemblies_) {
            const Cable& first = *branches.front();
            for (const Cable* other : branches)
                if (other->media != first.media || other->length != first.length) {
                    say(*other, "the branches of one cable differ",
                        {fmt::format("at {}", port), text(first), text(*other)});
                    break;
                }
            const auto most = static_cast<std::size_t>(branches_of(first));
            if (branches.size() > most)
                say(first, "a port has more branches than its cable",
                    {fmt::format("{} cables at {}; {} has {} branches", branches.size(), port,
                                 first.media, most)});
        }
    }

private:
    std::int64_t branches_of(const Cable& cable) const {
        const auto medium = constraints_.media.find(cable.media);
        return medium == constraints_.media.end() ? 0 : medium->second.branches.value_or(0);
    }

    static std::string text(const Cable& cable) {
        return fmt::format("{} is {} of {}", cable.id.value, to_text(cable.length), cable.media);
    }

    void say(const Cable& cable, const char* summary, std::vector<std::string> detail) {
        Diagnostic& one =
            out_.error("assembly-mixed", constraints_.place("cabling/" + cable.rule), summary);
        one.object = cable.id.value;
        one.detail = std::move(detail);
        one.hint =
            "give the rules of these ports one medium with as many branches as the port has lanes";
    }

    const Constraints& constraints_;
    Diagnostics& out_;
    std::map<std::string, std::vector<const Cable*>> assemblies_;  // by port
};

void check(const Subject& subject, Diagnostics& out) { Check(subject, out).run(); }

}  // namespace

Rule assemblies_are_whole() {
    return {"assemblies-are-whole",
            "the branches of a cable that fans out are of one medium and length, and no more than "
            "it has",
            {"assembly-mixed"},
            check};
}

}  // namespace colo::rules
