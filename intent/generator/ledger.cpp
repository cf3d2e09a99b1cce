#include "intent/generator/ledger.h"

#include <charconv>
#include <functional>
#include <iterator>

#include "intent/base/order.h"

namespace colo::generator {

std::int64_t as_number(std::string_view text) {
    std::int64_t number = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() && number >= 0 ? number : -1;
}

Ledger::Ledger(const Allocations& earlier) {
    for (const Allocation& allocation : earlier)
        earlier_[static_cast<std::size_t>(allocation.kind)].emplace(allocation.identity,
                                                                    &allocation.value);
}

const std::string* Ledger::earlier(AllocationKind kind, std::string_view identity) const {
    const auto& of_kind = all_earlier(kind);
    const auto found = of_kind.find(identity);
    return found == of_kind.end() ? nullptr : found->second;
}

const std::unordered_map<std::string_view, const std::string*>&
Ledger::all_earlier(AllocationKind kind) const {
    return earlier_[static_cast<std::size_t>(kind)];
}

void Ledger::keep(AllocationKind kind, std::string identity, std::string value) {
    now_[static_cast<std::size_t>(kind)].push_back({kind, std::move(identity), std::move(value)});
}

Allocations Ledger::take() {
    Allocations all;
    std::size_t count = 0;
    for (const Allocations& of_kind : now_) count += of_kind.size();
    all.reserve(count);
    for (Allocations& of_kind : now_) {
        put_in_order(of_kind, std::less<>());
        all.insert(all.end(), std::make_move_iterator(of_kind.begin()),
                   std::make_move_iterator(of_kind.end()));
        of_kind.clear();
    }
    return all;
}

}  // namespace colo::generator
