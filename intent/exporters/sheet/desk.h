// What is on the desk while a build sheet is written: the work as things and what is done about
// each, and where they are, before and after.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "intent/exporters/cable_ends.h"
#include "intent/exporters/places.h"
#include "intent/exporters/sheet/job.h"

namespace colo::sheets {

/// What hands do about a device or cable.
enum class Task : std::uint8_t {
    add,      ///< mounted, laid
    label,    ///< gets another label, and nothing else
    replug,   ///< a cable that stays, unplugged while a device at its end is worked on
    move,     ///< to another place, into another port
    replace,  ///< by other hardware, by another cable
    remove,
};
std::string_view to_text(Task task);

/// A thing and what is done about it. `after` is none where it goes, `before` where it comes.
template <class T>
struct WorkOn {
    const T* before = nullptr;
    const T* after = nullptr;
    Task task = Task::add;
    std::int64_t step = 0;  ///< the step it is done in; 0: in none

    /// As it is shown: as it will be, or was.
    const T& shown() const { return after ? *after : *before; }
};
using DeviceWork = WorkOn<Device>;
using CableWork = WorkOn<Cable>;

/// An intent and the places in it.
struct Layout {
    Layout(const Intent& of, const exporters::Numbering& numbering)
        : intent(&of), places(of, numbering), ends(of, numbering) {}

    const Intent* intent;
    exporters::Places places;
    exporters::CableEnds ends;
};

class Desk {
public:
    explicit Desk(const Job& job);

    const Job& job() const { return job_; }
    const Intent& intent() const { return *job_.intent; }
    bool is_change() const { return job_.changes != nullptr; }
    const Layout& now() const { return now_; }
    /// Where a thing is shown: as it will be, or, of what goes, as it was.
    template <class T>
    const Layout& layout(const WorkOn<T>& work) const {
        return work.after || !before_ ? now_ : *before_;
    }
    const Layout& before() const { return before_ ? *before_ : now_; }

    std::vector<DeviceWork> devices;  ///< by rack, from the bottom up
    std::vector<CableWork> cables;    ///< by rack of their first end, kind and label

    const DeviceWork* device_work(const DeviceId& id) const;
    const CableWork* cable_work(const CableId& id) const;

    /// The rack's name that a device stands in; empty: none.
    std::string rack_name(const DeviceWork& work) const;
    /// The rack of a cable's A end, else of its B end; empty: none.
    std::string rack_name(const CableWork& work) const;

private:
    void take_all();
    void take_changes();
    void take_cables_of_worked_on();
    void take_what_reads_otherwise();
    void sort();

    const Job& job_;
    Layout now_;
    std::optional<Layout> before_;
    std::map<DeviceId, std::size_t> device_at_;
    std::map<CableId, std::size_t> cable_at_;
};

/// Both ends of a cable as its labels tell them; they read otherwise when a device moves.
bool reads_otherwise(const Desk& desk, const CableWork& work);

/// Numbering of units as the options ask for it.
exporters::Numbering numbering_of(const Options& options);

/// A cage takes a transceiver (or a plug that is one): types of the library such as
/// `25gbase-x-sfp28`.
bool is_cage(std::string_view port_type);

}  // namespace colo::sheets
