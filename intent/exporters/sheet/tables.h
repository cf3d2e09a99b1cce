// The tables of a build sheet, one function each. All take the desk after order_of_work() has
// numbered its work.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "intent/exporters/sheet/desk.h"
#include "intent/exporters/sheet/sheet.h"
#include "intent/exporters/sheet/table.h"

namespace colo::sheets {

using Colours = std::map<std::string, std::string>;

Table racks_table(const Desk& desk);    ///< where racks stand, what they carry
Table devices_table(const Desk& desk);  ///< what is in each rack, names whole
Table serials_table(const Desk& desk);  ///< filled in on site: serials, tags, MACs
Table cables_table(const Desk& desk, const Colours& colours);
Table power_table(const Desk& desk, const Colours& colours);
Table feeds_table(const Desk& desk);  ///< loads of feeds, and with another feed lost
Table circuits_table(const Desk& desk);
Table vlans_table(const Desk& desk);
Table prefixes_table(const Desk& desk);
Table addresses_table(const Desk& desk);
Table sign_off_table(const Desk& desk);

/// What is built in, rack by rack, with weights; and what comes out.
Table parts_table(const Desk& desk);
/// All parts together with spares and, where the stock is known, what is to be ordered.
Table order_table(const Desk& desk);

/// The labels that the work needs, by rack.
std::vector<Label> labels_of_work(const Desk& desk);

/// One letter for each circuit that is cabled or goes.
std::vector<Letter> letters_of_work(const Desk& desk);

/// A column that is printed; `shown` false: for programs only.
Column printed(std::string key, std::string title, bool shown = true);
/// A column of the workbook that paper has no room for.
Column on_screen(Column column);
/// A column to be filled in, `width` characters wide at least.
Column to_fill(std::string key, std::string title, Fill fill, int width,
               std::vector<std::string> choices = {});

/// Sorts the rows of each section by their column `step`; what has none stands first.
void sort_sections_by_step(Table& table);

/// Lengths as the sheet's options want them on paper: columns in metres (`_m`) become feet
/// (`_ft`), what is filled in with them.
Table for_paper(Table table, const Options& options);

}  // namespace colo::sheets
