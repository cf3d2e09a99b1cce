#include "intent/store/circumstances.h"

#include <algorithm>
#include <string>
#include <utility>

#include "intent/base/digest.h"
#include "intent/database/steps.h"
#include "intent/store/fields.h"

namespace colo::store {

namespace {

using database::in_order;
using database::Row;
using database::Type;

/// Reads the columns of a row into texts; false when one does not fit.
template <class... T>
bool read(Row& row, T&... fields) {
    std::size_t next = 0;
    return row.size() == sizeof...(fields) && (read_column(row[next++], fields) && ...);
}

/// The prefixes one after the other, as they stand in one column.
std::string texts_of(const std::vector<IpPrefix>& prefixes) {
    std::string out;
    for (const IpPrefix& prefix : prefixes) out += (out.empty() ? "" : " ") + to_text(prefix);
    return out;
}

Result<Done> write_head(const Place& place, const SiteHead& head) {
    const auto done = place.session.execute(
        "INSERT INTO site_head (site, revision, standard, standard_version, standard_digest, "
        "facility, city, timezone, budget, feed_loss, address_space, asn, capabilities) VALUES "
        "(:site, :revision, :standard, :standard_version, :standard_digest, :facility, :city, "
        ":timezone, :budget, :feed_loss, :address_space, :asn, :capabilities)",
        {place.site, place.revision, head.standard, head.standard_version, head.standard_digest,
         head.facility, head.city, head.timezone, head.power_basis.budget,
         head.power_basis.feed_loss, texts_of(head.address_space),
         head.asn ? database::Value(*head.asn) : database::Value(),
         column_value(head.capabilities)});
    if (!done) return done.failure();
    return Done{};
}

Result<Done> write_exceptions(const Place& place, const std::vector<Exception>& exceptions) {
    Insertion insertion(place.session, "exception",
                        {{"site", Type::integer},
                         {"revision", Type::integer},
                         {"position", Type::integer},
                         {"on", Type::text},
                         {"set", Type::text},
                         {"reason", Type::text},
                         {"until", Type::text, true}});
    std::int64_t position = 0;
    for (const Exception& exception : exceptions) {
        database::Batch& row = insertion.batch();
        row.add(place.site), row.add(place.revision), row.add(++position);
        row.add(exception.on), row.add(exception.set), row.add(exception.reason);
        exception.until ? row.add(*exception.until) : row.add_null();
        insertion.row_done();
    }
    return insertion.finish();
}

Result<Done> write_origins(const Place& place, const Origins& origins) {
    Insertion insertion(place.session, "origin",
                        {{"site", Type::integer},
                         {"revision", Type::integer},
                         {"subject", Type::text},
                         {"rule_place", Type::text},
                         {"because_place", Type::text},
                         {"because_text", Type::text}});
    for (const Origin& origin : origins) {
        database::Batch& row = insertion.batch();
        row.add(place.site), row.add(place.revision), row.add(origin.subject);
        row.add(origin.rule_place), row.add(origin.because_place), row.add(origin.because_text);
        insertion.row_done();
    }
    return insertion.finish();
}

/// Runs a query on the rows of the place's revision; `take` gives false for a row that it cannot
/// read.
Result<Done> each_row(const Place& place, const std::string& columns, const std::string& table,
                      const std::string& order, const std::function<bool(Row&)>& take) {
    bool good = true;
    auto done = place.session.each(
        "SELECT " + columns + " FROM " + table +
            " t WHERE t.site = :site AND t.revision = :revision ORDER BY t." + order,
        {place.site, place.revision}, [&](Row& row) { good = good && take(row); });
    if (done && !good) return damaged("a row of " + table + " cannot be read");
    return done;
}

Result<Done> read_origins(const Place& place, Origins& origins) {
    return each_row(place, "t.subject, t.rule_place, t.because_place, t.because_text", "origin",
                    "subject", [&](Row& row) {
                        Origin& origin = origins.emplace_back();
                        return read(row, origin.subject, origin.rule_place, origin.because_place,
                                    origin.because_text);
                    });
}

/// Parts as one text that tells each from the next.
template <class... T>
std::string digest_parts(const T&... parts) {
    Digest digest;
    (digest.part(parts), ...);
    return digest.hex();
}

}  // namespace

Result<Done> read_head(const Place& place, SiteHead& head) {
    bool found = false;
    auto done = each_row(
        place,
        "t.standard, t.standard_version, t.standard_digest, t.facility, t.city, t.timezone, "
        "t.budget, t.feed_loss, t.address_space, t.asn, t.capabilities",
        "site_head", "revision", [&](Row& row) {
            std::string space;
            return found = read(row, head.standard, head.standard_version, head.standard_digest,
                                head.facility, head.city, head.timezone, head.power_basis.budget,
                                head.power_basis.feed_loss, space, head.asn, head.capabilities) &&
                           read_prefixes(space, head.address_space);
        });
    if (done && !found)
        return damaged("revision " + std::to_string(place.revision) + " has lost its head");
    return done;
}

Result<Done> read_exceptions(const Place& place, std::vector<Exception>& exceptions) {
    return each_row(place, R"(t."on", t."set", t.reason, t."until")", "\"exception\"", "position",
                    [&](Row& row) {
                        Exception& exception = exceptions.emplace_back();
                        return read(row, exception.on, exception.set, exception.reason,
                                    exception.until);
                    });
}

Result<Done> write_circumstances(const Place& place, const Circumstances& what) {
    return in_order([&] { return write_head(place, what.head); },
                    [&] { return write_exceptions(place, what.exceptions); },
                    [&] { return write_origins(place, what.origins); });
}

Result<Circumstances> read_circumstances(const Place& place) {
    Circumstances what;
    const auto done = in_order([&] { return read_head(place, what.head); },
                               [&] { return read_exceptions(place, what.exceptions); },
                               [&] { return read_origins(place, what.origins); });
    if (!done) return done.failure();
    return what;
}

bool read_prefixes(std::string_view texts, std::vector<IpPrefix>& out) {
    while (!texts.empty()) {
        const std::size_t end = std::min(texts.find(' '), texts.size());
        const auto prefix = read_prefix(texts.substr(0, end));
        if (!prefix) return false;
        out.push_back(*prefix);
        texts.remove_prefix(std::min(end + 1, texts.size()));
    }
    return true;
}

void add_content(Contents& contents, const Circumstances& what) {
    const SiteHead& head = what.head;
    add_content(contents, "head",
                {{"", digest_parts(head.standard, head.standard_version, head.standard_digest,
                                   head.facility, head.city, head.timezone, head.power_basis.budget,
                                   head.power_basis.feed_loss)}});
    // parts of their own, so that what was applied before they were kept has the digest it had
    if (!head.address_space.empty() || head.asn)
        add_content(contents, "address_space",
                    {{"", digest_parts(texts_of(head.address_space),
                                       head.asn ? std::to_string(*head.asn) : "")}});
    if (!head.capabilities.empty())
        add_content(contents, "capabilities", {{"", column_value(head.capabilities)}});
    std::vector<Keyed> rows;
    for (const Exception& exception : what.exceptions)
        rows.push_back({exception.on, digest_parts(exception.set, exception.reason,
                                                   exception.until ? "until" : "",
                                                   exception.until.value_or(""))});
    add_content(contents, "exceptions", rows);
    rows.clear();
    for (const Origin& origin : what.origins)
        rows.push_back({origin.subject, digest_parts(origin.rule_place, origin.because_place,
                                                     origin.because_text)});
    add_content(contents, "origins", rows);
}

}  // namespace colo::store
