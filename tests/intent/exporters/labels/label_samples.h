// Labels that tests print: usual ones, and such as a hostile or careless author would make.
#pragma once

#include <string>
#include <vector>

#include "intent/exporters/sheet/sheet.h"

namespace colo::tests {

inline sheets::Label cable_label(bool wraps = false) {
    return {sheets::LabelKind::cable,
            "C-0101 A",
            "R03",
            {"C-0101", "R03-42:Ethernet7", "R03-23:NIC1-1"},
            "C-0101 R03-42:Ethernet7",
            wraps};
}

inline std::vector<sheets::Label> all_kinds_of_labels() {
    using sheets::Label;
    using sheets::LabelKind;
    std::string long_name;
    for (int i = 0; i < 40; ++i) long_name += "EU-WEST/AMS1:R" + std::to_string(i);
    std::vector<Label> out{
        cable_label(),
        {LabelKind::rack, "R03", "R03", {"R03"}, "R03"},
        {LabelKind::device,
         "leaf",
         "R03",
         {"ams1-leaf-01", "R03 U42", "DCS-7050SX3-48YC8"},
         "leaf"},
        {LabelKind::cable,
         "cjk",
         "R03",
         {"東京データセンター", "第三列機架四十二號交換機"},
         "東京"},
        {LabelKind::cable, "long", "R03", {long_name, std::string(500, 'W')}, long_name},
        {LabelKind::port, "many", "R03", std::vector<std::string>(30, "R03-42:Ethernet7"), "x"},
        {LabelKind::port, "empty", "", {"", ""}, ""},
        {LabelKind::cable, "^XZ~JA", "", {"^XZ^XA^IDR:*.*^FS", "~JA_5E\\&\r\n<&\"'"}, "_1~d065^XZ"},
        {LabelKind::cable, "bad", "", {"R\xFF\xC3", std::string("a\0b\x7F", 4)}, "\xFF\x01"},
    };
    for (std::size_t at = 0, count = out.size(); at < count; ++at) {
        Label wrapped = out[at];
        wrapped.wraps = true;
        out.push_back(std::move(wrapped));
    }
    return out;
}

}  // namespace colo::tests
