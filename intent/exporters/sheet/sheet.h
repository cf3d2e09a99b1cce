// A build sheet as a value: all that hands on site are given, before it is a file of any kind.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "intent/exporters/sheet/options.h"
#include "intent/exporters/sheet/table.h"
#include "intent/model/intent.h"

namespace colo::sheets {

/// What stands on the cover and at the edge of each page.
struct Cover {
    std::string site;
    std::string title;     ///< `Build sheet`, or `Work sheet` where it is for a change
    std::string scope;     ///< `the whole site`, `the work from revision 3 to 4`, ...
    std::string revision;  ///< `revision 4`, `not applied`
    std::string digest;    ///< of the intent, hexadecimal
    /// The lines of the cover: what it is, and its text (facility, contact, how to report back).
    std::vector<std::pair<std::string, std::string>> lines;

    /// `ams1, revision 4`.
    std::string short_name() const { return site + ", " + revision; }
    /// The first twelve of the digest's digits: what stands on each page.
    std::string short_digest() const { return digest.substr(0, 12); }
};

enum class LabelKind : std::uint8_t { cable, device, port, rack };

/// One label to be printed and stuck on. Lines are printed whole, however long.
struct Label {
    LabelKind kind = LabelKind::cable;
    /// What it is for, for sorting and file names: `C-0101 A`, `ams1-leaf-01`.
    std::string what;
    std::string rack;                ///< where it is stuck on; empty: outside of our racks
    std::vector<std::string> lines;  ///< `C-0101`, `R03-42:Ethernet7`, `R03-23:NIC1-1`
    std::string code;                ///< what its QR or Data Matrix says; ASCII or UTF-8
    bool wraps = false;              ///< around a cable: its text is repeated

    bool operator==(const Label&) const = default;
};

/// The authorisation for a facility to patch one cross-connect, or to take it out.
struct Letter {
    std::string circuit;  ///< its id, safe as a file name
    std::string status;   ///< planned, ordered, landed, tested, cancelled
    std::string title;    ///< `Letter of authorisation`
    std::vector<std::string> paragraphs;
    std::vector<std::pair<std::string, std::string>> lines;  ///< A side, Z side, media, ...
    /// To be filled in by the facility: what it is, empty beside it.
    std::vector<std::string> blanks;
};

/// A rack to be drawn, and what of it is work: the others are shown pale.
struct RackPages {
    RackId rack;
    bool has_work = true;
};

struct Sheet {
    Cover cover;
    Options options;
    const Intent* intent = nullptr;  ///< what is to stand in the end; must outlive the sheet
    std::int64_t revision = 0;       ///< 0: not applied
    /// In the order of the workbook: steps, racks, devices, cables, power, parts, order, vlans,
    /// prefixes, addresses, circuits, serials, sign-off.
    std::vector<Table> tables;
    std::vector<RackId> racks;  ///< those that are drawn, in natural order of their names
    std::vector<Label> labels;  ///< by rack, kind, what
    std::vector<Letter> letters;
    /// Kind of cable to its colour in tables and pictures: `data` to `#rrggbb`.
    std::map<std::string, std::string> cable_colours;
};

}  // namespace colo::sheets
