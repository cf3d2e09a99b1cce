#include "tools/colo/saved_plans.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <array>
#include <fstream>
#include <system_error>

#include "tools/colo/output.h"
#include "tools/colo/workspace.h"

namespace colo::tool {

namespace fs = std::filesystem;

namespace {

Failure about(const std::string& file, Failure failure) {
    failure.causes.insert(failure.causes.begin(), "in " + file);
    return failure;
}

Failure not_readable(const std::string& file, const std::string& why) {
    return {"file-not-readable", fmt::format("{} cannot be read", file), {why}, "", false};
}

/// What is written while this stands is for its owner alone.
class OwnerOnly {
public:
    OwnerOnly() : before_(umask(S_IRWXG | S_IRWXO)) {}
    ~OwnerOnly() { umask(before_); }
    OwnerOnly(const OwnerOnly&) = delete;
    OwnerOnly& operator=(const OwnerOnly&) = delete;

private:
    mode_t before_;
};

}  // namespace

bool is_saved_plan(const std::string& word) {
    std::error_code error;
    if (!fs::is_regular_file(word, error)) return false;
    std::ifstream stream(word, std::ios::binary);
    std::array<char, 256> beginning{};
    stream.read(beginning.data(), beginning.size());
    return plan::is_plan_file({beginning.data(), static_cast<std::size_t>(stream.gcount())});
}

Result<plan::SavedPlan> read_saved_plan(const std::string& file) {
    std::error_code error;
    const auto size = fs::file_size(file, error);
    if (error) return not_readable(file, error.message());
    if (size > plan::largest_plan_file)
        return not_readable(file, "it is larger than any plan that colo writes");
    std::string text(size, '\0');
    std::ifstream stream(file, std::ios::binary);
    stream.read(text.data(), static_cast<std::streamsize>(size));
    if (!stream) return not_readable(file, "reading failed");
    auto saved = plan::read_plan_file(text);
    if (!saved) return about(file, saved.failure());
    return saved;
}

Result<Done> write_saved_plan(const std::string& file, const plan::SavedPlan& saved) {
    const OwnerOnly owner_only;
    return write_file(file, plan::to_file(saved));
}

std::string saved_text(const plan::SavedPlan& saved) {
    const std::string until =
        plan::has_expired(saved, now_utc())
            ? fmt::format("expired at {}: it is shown, and applied no more", saved.expires_at)
            : fmt::format("expires at {}", saved.expires_at);
    return fmt::format("saved by {} at {}, {}\n", saved.author, saved.made_at, until);
}

Result<std::int64_t> seconds_to_expiry(const Arguments& arguments) {
    const std::string said = arguments.option("expires", "7d");
    const auto seconds = plan::read_duration(said);
    if (seconds && (arguments.options.count("out") > 0 || arguments.options.count("expires") == 0))
        return *seconds;
    if (seconds)
        return Failure{"bad-usage",
                       "--expires is about a plan that is saved",
                       {},
                       "say where to: --out FILE",
                       false};
    return Failure{"bad-usage",
                   fmt::format("{} is no time until a plan expires", said),
                   {},
                   "say it in minutes, hours, days or weeks: --expires 90m, 12h, 3d, 2w",
                   false};
}

Result<Done> check_expiry(const plan::SavedPlan& saved) {
    if (!plan::has_expired(saved, now_utc())) return Done{};
    const std::string& site = saved.plan.goal.intent.head.site;
    return Failure{"plan-expired",
                   fmt::format("the plan expired at {}", saved.expires_at),
                   {fmt::format("saved by {} at {}", saved.author, saved.made_at)},
                   fmt::format("plan again: colo plan {} --out FILE [--expires 14d]", site),
                   false};
}

}  // namespace colo::tool
