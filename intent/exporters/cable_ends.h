// The two ends of a cable as hands on site find them, and the texts on its labels.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "intent/exporters/places.h"

namespace colo::exporters {

/// An end of a cable in words; what does not apply is empty. An end that is not ours has only
/// `port`, which then says where it is.
struct CableEndPlace {
    std::string site, rack;
    std::optional<std::int64_t> unit;  ///< the one that names the device
    /// Where to stand: the face the device is mounted on, for a panel's rear port the other one.
    std::string face;
    std::string device, port, port_type;
    /// `R03-42:Ethernet7`: rack, topmost unit (or what `Places::spot` says), port.
    std::string label;

    bool operator==(const CableEndPlace&) const = default;
};

/// The text of the label at the near end: own end first, in the point-to-point manner of
/// ANSI/TIA-606: `R03-42:Ethernet7 / R03-23:NIC1-1`. The other end's is its mirror image.
std::string label_text(const CableEndPlace& near, const CableEndPlace& far);

/// Finds the ends of an intent's cables. The intent must outlive it.
class CableEnds {
public:
    explicit CableEnds(const Intent& intent, const Numbering& numbering = {});

    CableEndPlace place(const CableEnd& end) const;
    /// The rack an end is in; none: null.
    const Rack* rack(const CableEnd& end) const;

private:
    struct Port {
        std::string_view type;
        bool is_rear_of_panel = false;
    };

    const Intent* intent_;
    Places places_;
    std::unordered_map<std::string_view, Port> ports_;
};

}  // namespace colo::exporters
