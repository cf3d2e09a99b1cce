// Objects picked out of a site by conditions on their rows. Included in this folder only.
#pragma once

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "intent/store/object_rows.h"

namespace colo::store {

/// Adds objects to an intent, as they are at a moment; the first failure ends it.
class Gathering {
public:
    Gathering(database::Session& session, Moment moment, Intent& out)
        : session_(session), moment_(moment), out_(out) {}

    const Intent& found() const { return out_; }

    /// Adds those objects of a table that meet a condition on its columns.
    template <class O>
    void add(std::vector<O> Intent::* table, const std::string& condition,
             const database::Parameters& with) {
        for_each_table(out_, [&](const char* name, auto& objects) {
            if constexpr (std::is_same_v<std::decay_t<decltype(objects)>, std::vector<O>>)
                if (&objects == &(out_.*table)) read(name, condition, with, objects);
        });
    }
    /// Adds the objects of any table that have an identity.
    void add_identity(const std::string& id) {
        for_each_table(out_, [&](const char* name, auto& objects) {
            read(name, "t.id = :id", {id}, objects);
        });
    }
    /// Adds objects that others refer to; one that is not there means that the store is damaged.
    template <class O>
    void add_ids(std::vector<O> Intent::* table, const std::set<std::string>& ids) {
        for (const std::string& id : ids) {
            const std::size_t before = (out_.*table).size();
            add(table, "t.id = :id", {id});
            if (!failure_ && (out_.*table).size() == before)
                failure_ = damaged(id + " is missing, and others refer to it");
        }
    }

    /// Every object once and in order, or what went wrong.
    Result<Done> finish() {
        if (failure_) return *failure_;
        out_.sort();
        for_each_table(out_, [](const char*, auto& objects) {
            const auto same = [](const auto& a, const auto& b) { return a.id == b.id; };
            objects.erase(std::unique(objects.begin(), objects.end(), same), objects.end());
        });
        return Done{};
    }

private:
    template <class O>
    void read(const char* table, const std::string& condition, const database::Parameters& with,
              std::vector<O>& objects) {
        if (failure_) return;
        database::Parameters all = moment_.parameters();
        all.insert(all.end(), with.begin(), with.end());
        const auto done =
            read_where(session_, table, moment_.condition() + " AND " + condition, all, objects);
        if (!done) failure_ = done.failure();
    }

    database::Session& session_;
    Moment moment_;
    Intent& out_;
    std::optional<Failure> failure_;
};

}  // namespace colo::store
