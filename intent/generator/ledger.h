// The allocations of one generation: what earlier ones decided, and what this one keeps.
#pragma once

#include <array>
#include <string_view>
#include <unordered_map>

#include "intent/model/intent.h"

namespace colo::generator {

/// The whole number that an allocation's value is; -1, which no allocation is, for any other text.
std::int64_t as_number(std::string_view text);

class Ledger {
public:
    /// `earlier` must outlive the ledger.
    explicit Ledger(const Allocations& earlier);

    /// What an earlier generation decided, or nullptr.
    const std::string* earlier(AllocationKind kind, std::string_view identity) const;

    /// All earlier decisions of a kind, by identity. Their values stay taken in this generation
    /// even where their owner is gone: what is freed is free only after the plan was applied.
    const std::unordered_map<std::string_view, const std::string*>&
    all_earlier(AllocationKind kind) const;

    void keep(AllocationKind kind, std::string identity, std::string value);

    /// What was kept, sorted.
    Allocations take();

private:
    std::array<std::unordered_map<std::string_view, const std::string*>, allocation_kinds> earlier_;
    std::array<Allocations, allocation_kinds> now_;
};

}  // namespace colo::generator
