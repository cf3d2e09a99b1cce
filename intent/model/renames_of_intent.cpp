// Renames throughout an intent and its origins.
#include <algorithm>
#include <concepts>

#include "intent/model/describe.h"
#include "intent/model/renames.h"

namespace colo {

namespace {

/// A visitor for `describe` that renames what each field refers to.
class Referring {
public:
    explicit Referring(const Renames& renames) : renames_(renames) {}

    void operator()(const char*, DeviceId& id) { id.value = renames_.device(id.value).text; }
    void operator()(const char*, PortId& id) { id.value = renames_.port(id.value).text; }
    void operator()(const char*, CableId& id) { id.value = renames_.cable(id.value).text; }
    void operator()(const char*, VlanId& id) { id.value = renames_.network(id.value).text; }
    void operator()(const char*, PrefixId& id) { id.value = renames_.network(id.value).text; }
    void operator()(const char*, AddressId& id) { id.value = renames_.network(id.value).text; }
    void operator()(const char*, AsnId& id) { id.value = renames_.below(id.value).text; }
    void operator()(const char*, SessionId& id) { id.value = renames_.below(id.value).text; }
    template <class T>
    void operator()(const char* name, std::optional<T>& value) {
        if (value) (*this)(name, *value);
    }
    void operator()(const char* name, CableEnd& end) {
        (*this)(name, end.port);
        (*this)(name, end.device);
    }
    void operator()(const char* name, SessionEnd& end) { (*this)(name, end.device); }
    void operator()(const char* name, Handoff& handoff) {
        (*this)(name, handoff.device);
        handoff.port = renames_.port(handoff.port).text;
    }
    void operator()(const char*, std::vector<std::string>& vlans) {
        for (std::string& vlan : vlans) vlan = renames_.network(vlan).text;
        std::sort(vlans.begin(), vlans.end());
    }
    template <class T>
    void operator()(const char*, T&) {}

private:
    const Renames& renames_;
};

/// The texts of an object that name a rule, a pair or a scope; `by` renamed the object itself.
template <class T>
void rename_texts(T& object, const Renames& renames, const Rename* by) {
    if constexpr (std::same_as<T, Device>) {
        if (by && object.role) object.role = object.rule = by->name;
        if (object.pair) object.pair = renames.device(*object.pair).text;
    } else if constexpr (std::same_as<T, Cable>) {
        object.rule = renames.token(NameOf::cabling, object.rule).text;
        if (object.path) object.path = renames.cable(*object.path).text;
    } else if constexpr (std::same_as<T, Vlan> || std::same_as<T, Prefix>) {
        object.rule = renames.token(NameOf::network, object.rule).text;
        object.scope = renames.scope(object.scope).text;
    } else if constexpr (std::same_as<T, Address>) {
        object.rule = renames.token(NameOf::network, object.rule).text;
        if (object.shared_by) {
            const Renamed pair = renames.device(*object.shared_by);
            object.shared_by = pair.by ? pair.text : renames.network(*object.shared_by).text;
        }
    }
}

template <class T>
concept IsPort = requires(const T& o) {
    o.device.value;
    o.type;
};

}  // namespace

std::vector<CalledOtherwise> Renames::carry_out(Intent& intent) const {
    std::vector<CalledOtherwise> otherwise;
    Referring referring(*this);
    const auto by = [&]<class T>(const T& object) -> const Rename* {
        if constexpr (std::same_as<T, Device>) return device(object.id.value).by;
        if constexpr (std::same_as<T, Cable>) return cable(object.id.value).by;
        if constexpr (std::same_as<T, Vlan> || std::same_as<T, Prefix> || std::same_as<T, Address>)
            return network(object.id.value).by;
        if constexpr (std::same_as<T, Asn> || std::same_as<T, Session>)
            return below(object.id.value).by;
        return nullptr;
    };
    for_each_table(intent, [&]<class T>(const char* name, std::vector<T>& table) {
        for (T& object : table) {
            const Rename* const cause = by(object);
            const std::string was = cause ? object.id.value : std::string();
            describe(referring, object);
            rename_texts(object, *this, cause);
            if constexpr (!IsPort<T>)
                if (cause && object.id.value != was)
                    otherwise.push_back({name, object.id.value, was, cause->because});
        }
    });
    intent.sort();
    return otherwise;
}

void Renames::carry_out(Origins& origins) const {
    constexpr std::pair<std::string_view, NameOf> collections[] = {
        {"roles/", NameOf::device}, {"cabling/", NameOf::cabling}, {"networks/", NameOf::network}};
    constexpr std::string_view of_cables = "exceptions/cabling/";
    constexpr std::string_view of_networks = "exceptions/networks/";
    for (Origin& origin : origins) {
        std::string& subject = origin.subject;
        if (subject.starts_with(of_cables))
            subject = std::string(of_cables) + cable(subject.substr(of_cables.size())).text;
        else if (subject.starts_with(of_networks))
            subject = std::string(of_networks) + network(subject.substr(of_networks.size())).text;
        origin.subject = device(origin.subject).text;
        for (const auto& [mark, named] : collections)
            if (origin.subject.starts_with(mark)) {
                const Renamed name = token(named, origin.subject.substr(mark.size()));
                if (name.by) origin.subject = std::string(mark) + name.by->name;
            }
    }
    std::stable_sort(origins.begin(), origins.end(),
                     [](const Origin& a, const Origin& b) { return a.subject < b.subject; });
}

}  // namespace colo
