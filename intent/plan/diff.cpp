#include "intent/plan/diff.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "intent/base/names.h"
#include "intent/plan/field_text.h"
#include "intent/plan/impact.h"
#include "intent/plan/lookup.h"

namespace colo::plan {

namespace {

bool differs(const Change& change, std::string_view field) {
    return std::any_of(change.fields.begin(), change.fields.end(),
                       [&](const FieldChange& one) { return one.field == field; });
}

constexpr const char* place_fields[] = {"rack", "unit", "face", "parent", "bay"};

bool is_place(std::string_view field) {
    return std::find(std::begin(place_fields), std::end(place_fields), field) !=
           std::end(place_fields);
}

/// A device that stays in its bay is where its parent is: nobody has to touch it.
template <class T>
bool goes_along(const Change& change, const T& object) {
    if constexpr (std::same_as<T, Device>)
        return object.parent && !differs(change, "parent") && !differs(change, "bay");
    return false;
}

std::set<Work> as_set(const std::vector<Work>& work) { return {work.begin(), work.end()}; }

class Differ {
public:
    Differ(const Reasons& reasons, const Surroundings& surroundings,
           const std::vector<CalledOtherwise>& otherwise)
        : reasons_(reasons), surroundings_(surroundings) {
        for (const CalledOtherwise& one : otherwise) otherwise_[one.table].emplace(one.id, &one);
    }

    template <class T>
    void table(const char* name, const std::vector<T>& before, const std::vector<T>& after) {
        const std::size_t first = out_.size();
        const auto& otherwise = otherwise_[name];
        walk_both(before, after, [&](const T* old_one, const T* new_one) {
            const CalledOtherwise* was = nullptr;
            if (old_one && new_one && !otherwise.empty())
                if (const auto found = otherwise.find(new_one->id.value); found != otherwise.end())
                    was = found->second;
            if (!was && old_one && new_one && *old_one == *new_one) return;
            if (!is_part_of_its_device(old_one ? *old_one : *new_one, old_one && new_one))
                add(name, old_one, new_one, was);
        });
        std::sort(out_.begin() + static_cast<std::ptrdiff_t>(first), out_.end(),
                  [](const Change& a, const Change& b) { return natural_less(a.id, b.id); });
    }

    std::vector<Change> by_impact() && {
        std::stable_sort(out_.begin(), out_.end(),
                         [](const Change& a, const Change& b) { return a.impact < b.impact; });
        return std::move(out_);
    }

private:
    template <class T>
    bool is_part_of_its_device(const T& object, bool stays) const {
        if constexpr (PortLike<T>) return !stays && !surroundings_.stays(object.device);
        return false;
    }

    template <class T>
    void add(const char* table, const T* before, const T* after, const CalledOtherwise* was) {
        const T& object = after ? *after : *before;
        Change change;
        change.table = table;
        change.id = object.id.value;
        change.name = name_of(object);
        change.action = !before ? Action::add : !after ? Action::remove : Action::change;
        change.rule = rule_of(object);
        if (before && after) change.fields = differing_fields(*before, *after);
        judge(change, object);
        if (was) change.was = was->was;
        change.because =
            was && change.fields.empty() ? was->because : reasons_.of(causes(before, after));
        out_.push_back(std::move(change));
    }

    template <class T>
    std::vector<Work> work_of_change(const Change& change, const T& object) const {
        std::set<Work> all;
        if (change.action != Action::change) all.merge(as_set(work_of_presence(change.table)));
        for (const FieldChange& field : change.fields)
            if (!goes_along(change, object) || !is_place(field.field))
                all.merge(as_set(work_of(change.table, field)));
        return {all.begin(), all.end()};
    }

    /// Sets the work, the devices to push, and the marks for what moved or was renamed.
    template <class T>
    void judge(Change& change, const T& object) const {
        change.work = work_of_change(change, object);
        const auto is_pushed = [](Work work) { return impact_of(work) == Impact::push; };
        if (std::any_of(change.work.begin(), change.work.end(), is_pushed))
            change.devices = surroundings_.devices_to_push(object);
        if (change.devices.empty()) std::erase_if(change.work, is_pushed);
        if (change.work.size() > 1) std::erase(change.work, Work::record);
        if (change.work.empty()) change.work = {Work::record};
        change.impact = impact_of(change.work.front());

        if constexpr (std::same_as<T, Device>)
            change.moved = !goes_along(change, object) &&
                           std::any_of(std::begin(place_fields), std::end(place_fields),
                                       [&](const char* field) { return differs(change, field); });
        change.renamed = !PortLike<T> && differs(change, "name");
    }

    /// A port that lost its cable is explained by the cable it had.
    template <class T>
    std::vector<std::string> causes(const T* before, const T* after) const {
        if constexpr (PortLike<T>)
            if (before && after && !after->cable) return surroundings_.causes(*before);
        auto subjects = surroundings_.causes(after ? *after : *before);
        if constexpr (std::same_as<T, Cable>)
            if (before && after) {  // what it was plugged into may be gone
                const auto old = surroundings_.causes(*before);
                subjects.insert(subjects.end(), old.begin(), old.end());
            }
        return subjects;
    }

    template <class T>
    std::string name_of(const T& object) const {
        if constexpr (PortLike<T>) {
            const Device* const device = surroundings_.device(object.device);
            return device ? device->name + ":" + object.name : object.id.value;
        } else if constexpr (requires { object.name; }) {
            return object.name;
        } else if constexpr (requires { object.label; }) {
            return object.label.empty() ? object.id.value : object.label;
        } else {
            return object.id.value;
        }
    }

    template <class T>
    std::string rule_of(const T& object) const {
        if constexpr (PortLike<T>) {
            const Device* const device = surroundings_.device(object.device);
            return device ? device->rule : "";
        } else if constexpr (requires { object.rule; }) {
            return object.rule;
        } else {
            return {};
        }
    }

    const Reasons& reasons_;
    const Surroundings& surroundings_;
    std::map<std::string, std::unordered_map<std::string_view, const CalledOtherwise*>> otherwise_;
    std::vector<Change> out_;
};

}  // namespace

std::vector<Change> diff(const Intent& before, const Intent& after, const Reasons& reasons,
                         const Surroundings& surroundings,
                         const std::vector<CalledOtherwise>& otherwise) {
    Differ differ(reasons, surroundings, otherwise);
    for_each_table(after, [&]<class T>(const char* name, const std::vector<T>& table) {
        differ.table(name, table_of<T>(before), table);
    });
    return std::move(differ).by_impact();
}

}  // namespace colo::plan
