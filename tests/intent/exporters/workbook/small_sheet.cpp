#include "tests/intent/exporters/workbook/small_sheet.h"

#include <fmt/format.h>

#include <algorithm>

namespace colo::tests {

namespace {

using sheets::Cell;
using sheets::Column;
using sheets::Fill;
using sheets::Row;
using sheets::Table;
using sheets::Thousandths;

Column column(std::string key, std::string title, Fill fill = Fill::printed) {
    Column out;
    out.key = std::move(key);
    out.title = std::move(title);
    out.fill = fill;
    return out;
}

Table steps() {
    Table out{"steps", "Steps", "In this order; tick what is done.", {}, {}, true};
    out.columns = {column("number", "No."), column("work", "What to do"),
                   column("done", "Done", Fill::tick), column("by", "By", Fill::text),
                   column("day", "Day", Fill::date)};
    out.columns[3].least_width = 12;
    out.columns[4].least_width = 10;
    out.rows.push_back({{1, "Mount what stands in R01, from the bottom up", {}, {}, {}}, "", ""});
    const std::string longer =
        "Read every label before anything is connected; a cable whose label does not match this "
        "sheet is not connected, it is reported to the contact on the cover, with its rack, its "
        "unit and a picture of the label.";
    out.rows.push_back({{2, longer, {}, {}, {}}, "", ""});
    return out;
}

Row cable(const std::string& id, const std::string& rack, const std::string& kind,
          const std::string& colour, std::int64_t millimetres, const std::string& remark) {
    return {{"cable." + id,
             id,
             kind,
             rack + "-41:Ethernet1",
             rack + "-12:NIC1-1",
             Thousandths{millimetres},
             std::int64_t{25'000},
             remark,
             {},
             {},
             {}},
            rack,
            colour};
}

Table cables() {
    Table out{"cables", "Cable schedule", "From A to B & back; lengths are \"as ordered\".", {}, {},
              true};
    out.columns = {column("id", "Identity"),
                   column("label", "Label"),
                   column("kind", "Kind"),
                   column("a_end", "A end"),
                   column("b_end", "B end"),
                   column("length_m", "Length (m)"),
                   column("speed_mbps", "Speed (Mb/s)"),
                   column("remark", "Remark"),
                   column("installed_length_m", "Installed length (m)", Fill::number),
                   column("test", "Test", Fill::choice),
                   column("fault", "Fault", Fill::choice)};
    out.columns[0].printed_on_paper = false;
    out.columns[0].for_programs = true;
    out.columns[9].choices = {"passed", "failed", "not tested"};
    out.columns[10].choices = {"none", "polarity, swapped", "wrong port"};
    const char* remarks[] = {"=1+1",    "+31 20 123", "-dash", "@at",
                             "'quoted", "a,b \"c\"",  "0012E4"};
    for (int n = 1; n <= 14; ++n) {
        const bool is_data = n % 3 != 0;
        out.rows.push_back(cable(fmt::format("C-{:04}", n), n <= 8 ? "R01" : "R02",
                                 is_data ? "data" : "power", is_data ? "#7fd4ff" : "#202020",
                                 n * 250, remarks[n % 7]));
    }
    out.rows.push_back(cable("C-0015", "R02", "data", "#7fd4ff", 1001, "_x0041_ & <b>\n2nd line"));
    return out;
}

Table serials() {
    Table out{"serials", "Serial numbers", "", {}, {}, false};
    out.columns = {column("device", "Device"), column("serial", "Serial number", Fill::text)};
    return out;
}

/// What a drawing must also bear: units that are reserved twice, a device without room for it, and
/// one in a bay.
void add_corners(Intent& site) {
    site.racks.back().reserved = {{1, 1, "floor tiles"}, {20, 22, "fibre tray"}, {22, 23, "lamp"}};
    add_device(site, "storage.2", "storage", "R02", 2, 2);
    Device& sled = add_device(site, "sled.1", "storage", "R02", 1, 2);
    sled.parent = DeviceId("storage.1");
    sled.bay = "Slot 1";
    sled.unit.reset();
    std::sort(site.devices.begin(), site.devices.end(),
              [](const Device& a, const Device& b) { return a.id < b.id; });
}

}  // namespace

SmallSheet::SmallSheet() {
    add_corners(site);
    sheet.cover.site = "ams1";
    sheet.cover.title = "Build sheet";
    sheet.cover.scope = "the whole site";
    sheet.cover.revision = "revision 4";
    sheet.cover.digest = std::string(32, 'a') + std::string(32, '1');
    sheet.cover.lines = {{"Facility", "Equinix AM3, Amsterdam"},
                         {"Contact", "R&D network desk, +31 20 000 00 00, =noc@example.net"},
                         {"How to report back",
                          "Fill in the yellow cells and send this file back. What could not be "
                          "done stays empty, and the reason goes beside it.\nPictures go with the "
                          "name of the rack."}};
    sheet.intent = &site;
    sheet.revision = 4;
    sheet.tables = {steps(), cables(), serials()};
    for (const Rack& rack : site.racks) sheet.racks.push_back(rack.id);
    sheet.cable_colours = {{"data", "#7fd4ff"}, {"power", "#202020"}};
}

const sheets::Table& SmallSheet::table(const std::string& key) const {
    return *std::find_if(sheet.tables.begin(), sheet.tables.end(),
                         [&](const Table& one) { return one.key == key; });
}

Table long_table(std::int64_t rows) {
    Table out{"cables", "Cable schedule", "", {}, {}, true};
    for (int n = 0; n < 30; ++n)
        out.columns.push_back(column(fmt::format("column_{}", n), fmt::format("Column {}", n),
                                     n < 25 ? Fill::printed : Fill::text));
    for (std::int64_t row = 0; row < rows; ++row) {
        Row next{{}, fmt::format("R{:03}", row / 48), row % 2 != 0 ? "#7fd4ff" : ""};
        for (std::int64_t n = 0; n < 30; ++n)
            next.cells.push_back(n >= 25 ? Cell()
                                 : n % 5 == 4
                                     ? Cell(Thousandths{row * 250})
                                     : Cell(fmt::format("R{:03}-{}:Ethernet{}", row / 48, n, row)));
        out.rows.push_back(std::move(next));
    }
    return out;
}

}  // namespace colo::tests
