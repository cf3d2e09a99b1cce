// The order of work: what hands on site do, step by step.
#pragma once

#include <string>
#include <vector>

#include "intent/exporters/sheet/desk.h"
#include "intent/exporters/sheet/table.h"

namespace colo::sheets {

/// One step. Texts for people; what does not apply is empty.
struct Step {
    std::string phase;     ///< `Mount`, `Power`, ...
    std::string rack;      ///< its name; empty: between racks
    std::string position;  ///< `U41-42 front`
    std::string work;      ///< `Mount ams1-leaf-01`
    std::string parts;     ///< `leaf-48x25 (DCS-7050SX3), 9.3 kg`
    std::string tools;
    std::string check;     ///< how it is seen that it is done: `both PSU LEDs green`
    std::string testable;  ///< what can be tested from afar from now on
    std::string lost;      ///< what is out of service, or not redundant, while it is done
};

/// The steps, in order; a step's number is its place, from 1. Sets the steps of the desk's work.
///
/// New racks and devices come first, from the bottom of each rack up, heavy before light; then
/// power, then management and consoles, so that checks from afar begin early, then data, then
/// circuits. What takes something that stands out of service comes after all that, one device at a
/// time, each proven before the next begins. Labels and papers come last.
std::vector<Step> order_of_work(Desk& desk);

Table steps_table(const std::vector<Step>& steps);

}  // namespace colo::sheets
