#include <algorithm>
#include <functional>
#include <map>
#include <numeric>

#include "intent/base/result.h"
#include "intent/exporters/exporter.h"
#include "intent/exporters/json_parts.h"
#include "intent/exporters/json_text.h"
#include "intent/model/describe.h"

namespace colo::exporters {

namespace {

template <class T>
void append_field(std::string& out, std::string_view name, const T& value) {
    if constexpr (std::same_as<T, Length>) {
        if (name.ends_with("_mm")) return append_json(out, value.value);
    }
    append_json(out, value);
}

/// What JSON holds of an object: its described fields, and what follows from them.
template <class V, class T>
void fields_of(V&& field, const T& object) {
    describe(field, object);
    if constexpr (std::same_as<T, Prefix>) field("family", object.prefix.family());
}

/// Writes objects of one kind. Fields are described in the order of the store's columns, so each
/// object is written aside first and then copied in the order of the keys.
template <class T>
class ObjectWriter {
public:
    ObjectWriter() {
        std::vector<std::string> names;
        fields_of([&](const char* name, const auto&) { names.emplace_back(name); }, T{});
        order_.resize(names.size());
        std::iota(order_.begin(), order_.end(), std::size_t{0});
        std::sort(order_.begin(), order_.end(),
                  [&](std::size_t a, std::size_t b) { return names[a] < names[b]; });
        for (const auto& name : names) keys_.push_back("\"" + name + "\": ");
        ends_.resize(names.size());
    }

    void write(std::string& out, const T& object) {
        aside_.clear();
        std::size_t count = 0;
        const auto field = [&](const char* name, const auto& value) {
            append_field(aside_, name, value);
            ends_[count++] = aside_.size();
        };
        fields_of(field, object);
        const char* before = "{";
        for (const std::size_t at : order_) {
            const std::size_t begin = at == 0 ? 0 : ends_[at - 1];
            out.append(before).append(keys_[at]).append(aside_, begin, ends_[at] - begin);
            before = ", ";
        }
        out += '}';
    }

private:
    std::vector<std::size_t> order_, ends_;
    std::vector<std::string> keys_;
    std::string aside_;
};

/// An array with one entry a line.
template <class T, class WriteOne>
void append_lines(std::string& out, const std::vector<T>& entries, WriteOne write_one) {
    const char* before = "[\n    ";
    for (const T& entry : entries) {
        out += before;
        write_one(entry);
        before = ",\n    ";
    }
    out += entries.empty() ? "[]" : "\n  ]";
}

template <class T>
void append_table(std::string& out, const std::vector<T>& table) {
    COLO_ASSERT(std::is_sorted(table.begin(), table.end(),
                               [](const T& a, const T& b) { return a.id < b.id; }),
                "a table of the intent is not sorted by id");
    ObjectWriter<T> writer;
    append_lines(out, table, [&](const T& object) { writer.write(out, object); });
}

void append_address_space(std::string& out, const SiteHead& head) {
    std::vector<std::string> prefixes;
    for (const IpPrefix& prefix : head.address_space) prefixes.push_back(to_text(prefix));
    out += "{\"asn\": ";
    append_json(out, head.asn);
    out += ", \"prefixes\": ";
    append_json(out, prefixes);
    out += '}';
}

using Parts = std::map<std::string_view, std::function<void(std::string&)>>;

void add_head(Parts& parts, const Export& what) {
    const SiteHead& head = what.intent.head;
    const auto add = [&](std::string_view key, const auto&... values) {
        parts[key] = [=](std::string& out) { append_object(out, values...); };
    };
    parts["format"] = [](std::string& out) { append_json(out, "colo-intent/1"); };
    parts["site"] = [&head](std::string& out) { append_json(out, head.site); };
    parts["revision"] = [&what](std::string& out) { append_json(out, what.revision); };
    add("standard", "digest", head.standard_digest, "name", head.standard, "version",
        head.standard_version);
    add("facility", "city", head.city, "name", head.facility, "timezone", head.timezone);
    parts["address_space"] = [&head](std::string& out) { append_address_space(out, head); };
    parts["capabilities"] = [&head](std::string& out) { append_json(out, head.capabilities); };
    add("power_basis", "budget", head.power_basis.budget, "feed_loss", head.power_basis.feed_loss);
    parts["exceptions"] = [&what](std::string& out) {
        append_lines(out, what.intent.exceptions,
                     [&](const Exception& one) { append_json(out, one); });
    };
}

}  // namespace

std::string intent_json(const Export& what) {
    Parts parts;
    add_head(parts, what);
    for_each_table(what.intent, [&](const char* name, const auto& table) {
        parts[name] = [&table](std::string& out) { append_table(out, table); };
    });
    std::string out;
    constexpr std::size_t usual_object = 300;
    out.reserve(4096 + what.intent.object_count() * usual_object);
    const char* before = "{\n  ";
    for (const auto& [name, write] : parts) {
        out += before;
        append_json(out, name);
        out += ": ";
        write(out);
        before = ",\n  ";
    }
    out += "\n}\n";
    return out;
}

}  // namespace colo::exporters
