// A plan as a file: shown, asked and applied later, elsewhere, without an input being read again.
// `intent/README.md` describes the format, `colo-plan-file/1`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intent/base/result.h"
#include "intent/plan/plan.h"

namespace colo::plan {

/// A file that the plan was made from.
struct Input {
    std::string path, digest;

    bool operator==(const Input&) const = default;
};

struct SavedPlan {
    /// What was shown when it was saved shows again. Of the base only the head and the objects that
    /// the changes name are kept: the rest is in the store.
    Plan plan;
    std::vector<Input> inputs;  ///< by path; the standard's digest is in the goal's head
    std::string author;
    std::string made_at, expires_at;  ///< UTC, `2026-11-21T09:42:00Z`
};

/// A larger file is not read: a site of 10,000 servers makes one of some 60 MB.
inline constexpr std::size_t largest_plan_file = std::size_t{512} << 20;

/// Whether a file that begins so is meant to be a saved plan, of whatever format.
bool is_plan_file(std::string_view beginning);

/// The file's text: ends with a line end, the same bytes for the same plan.
std::string to_file(const SavedPlan& saved);

/// Refused: `plan-file-damaged` when anything in it is not as it was written, `plan-file-newer`
/// when a later colo wrote it in a later format, `plan-file-unfit` when its content is not what
/// this colo writes. Any bytes may be given.
Result<SavedPlan> read_plan_file(std::string_view text);

/// Puts the first line, with the digest of the rest, before the rest. For tests of the reader.
std::string sealed(const std::string& rest);

/// Whether it must not be applied any more.
bool has_expired(const SavedPlan& saved, std::string_view now_utc);

/// The plan for programs: `colo-plan/1` with one key more, `saved`.
std::string to_json(const SavedPlan& saved, std::string_view now_utc);

/// A time later by as many seconds; both as `2026-11-21T09:42:00Z`. Empty when `utc` is no time.
std::string later(const std::string& utc, std::int64_t seconds);

/// `30m`, `12h`, `3d`, `2w` in seconds; nothing for anything else, for none, or beyond ten years.
std::optional<std::int64_t> read_duration(std::string_view text);

}  // namespace colo::plan
