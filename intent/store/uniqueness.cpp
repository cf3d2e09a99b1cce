#include "intent/store/uniqueness.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "intent/database/steps.h"
#include "intent/store/circumstances.h"

namespace colo::store {

using database::in_order;
using database::Row;

namespace {

class Search {
public:
    Search(database::Session& session, const Intent& before, const Intent& goal)
        : session_(session), before_(before), goal_(goal) {}

    Result<std::vector<Taken>> run() {
        const auto done = in_order([&] { return spaces(); }, [&] { return circuits(); },
                                   [&] { return serials(); });
        if (!done) return done.failure();
        return std::move(taken_);
    }

private:
    const std::string& site() const { return goal_.head.site; }

    Result<Done> spaces() {
        std::vector<IpPrefix> added;
        for (const IpPrefix& prefix : goal_.head.address_space)
            if (std::find(before_.head.address_space.begin(), before_.head.address_space.end(),
                          prefix) == before_.head.address_space.end())
                added.push_back(prefix);
        const bool new_asn = goal_.head.asn && goal_.head.asn != before_.head.asn;
        if (added.empty() && !new_asn) return Done{};
        bool good = true;
        auto done = session_.each(
            "SELECT s.name, h.address_space, h.asn FROM site s JOIN site_head h ON h.site = "
            "s.number AND h.revision = s.revision WHERE s.name <> :name ORDER BY s.name",
            {site()}, [&](Row& row) {
                std::vector<IpPrefix> theirs;
                good = good && read_prefixes(database::text(row[1]), theirs);
                compare(added, theirs, database::text(row[0]));
                if (new_asn && !database::is_null(row[2]) &&
                    database::integer(row[2]) == *goal_.head.asn)
                    say_asn(database::text(row[0]));
            });
        if (done && !good) return damaged("a row of site_head cannot be read");
        return done;
    }

    void compare(const std::vector<IpPrefix>& ours, const std::vector<IpPrefix>& theirs,
                 const std::string& holder) {
        for (const IpPrefix& one : ours)
            for (const IpPrefix& other : theirs)
                if (one.overlaps(other))
                    taken_.push_back(
                        {"address-space-taken",
                         fmt::format("address space {} belongs to {}", to_text(one), holder),
                         one == other ? "" : fmt::format("{} has {}", holder, to_text(other)),
                         "give the site addresses that no other site has", ""});
    }

    void say_asn(const std::string& holder) {
        taken_.push_back({"asn-taken", fmt::format("AS {} belongs to {}", *goal_.head.asn, holder),
                          "",
                          "give the site a number of its own; one that sites share on purpose is a "
                          "`value` or a parameter of the standard",
                          ""});
    }

    /// Who gave a circuit its id: the provider, else the facility it comes in at.
    using CircuitKey = std::pair<std::string, std::string>;
    static CircuitKey key_of(const Circuit& circuit, const SiteHead& head) {
        return {circuit.id.value,
                circuit.provider ? "provider " + *circuit.provider : "facility " + head.facility};
    }

    Result<Done> circuits() {
        std::set<CircuitKey> added;
        for (const Circuit& circuit : goal_.circuits) added.insert(key_of(circuit, goal_.head));
        for (const Circuit& circuit : before_.circuits) added.erase(key_of(circuit, before_.head));
        if (added.empty()) return Done{};
        return session_.each(
            "SELECT s.name, c.id, c.provider, h.facility FROM circuits c JOIN site s ON s.number = "
            "c.site JOIN site_head h ON h.site = s.number AND h.revision = s.revision WHERE s.name "
            "<> :name AND c.\"until\" IS NULL ORDER BY s.name, c.id",
            {site()}, [&](Row& row) {
                const CircuitKey key{database::text(row[1]),
                                     database::is_null(row[2])
                                         ? "facility " + database::text(row[3])
                                         : "provider " + database::text(row[2])};
                if (added.contains(key)) say_circuit(key, database::text(row[0]));
            });
    }

    void say_circuit(const CircuitKey& key, const std::string& holder) {
        taken_.push_back(
            {"circuit-taken",
             fmt::format("circuit {} ({}) belongs to {}", key.first, key.second, holder), "",
             "look at the order: one circuit comes in at one site", key.first});
    }

    Result<Done> serials() {
        std::set<std::string_view> had;
        for (const Device& device : before_.devices)
            if (device.serial) had.insert(*device.serial);
        for (const Device& device : goal_.devices) {
            if (!device.serial || had.contains(*device.serial)) continue;
            const auto rows = session_.query(
                "SELECT s.name, d.id FROM devices d JOIN site s ON s.number = d.site WHERE "
                "d.serial = :serial AND d.\"until\" IS NULL AND s.name <> :name ORDER BY s.name",
                {*device.serial, site()});
            if (!rows) return rows.failure();
            for (const Row& row : *rows)
                taken_.push_back(
                    {"serial-taken",
                     fmt::format("serial {} of {} belongs to {}", *device.serial, device.id.value,
                                 database::text(row[0])),
                     fmt::format("{} has it as {}", database::text(row[0]), database::text(row[1])),
                     "read the label again, or take the device out of the other site first",
                     device.id.value});
        }
        return Done{};
    }

    database::Session& session_;
    const Intent& before_;
    const Intent& goal_;
    std::vector<Taken> taken_;
};

}  // namespace

Result<std::vector<Taken>> find_taken(database::Session& session, const Intent& before,
                                      const Intent& goal) {
    return Search(session, before, goal).run();
}

}  // namespace colo::store
