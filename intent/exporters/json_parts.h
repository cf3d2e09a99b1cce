// The parts of objects that colo-intent/1 writes as lists and objects inside objects.
#pragma once

#include <string>
#include <vector>

#include "intent/exporters/json_text.h"
#include "intent/model/intent.h"

namespace colo::exporters {

void append_json(std::string& out, const CableEnd& end);
void append_json(std::string& out, const Handoff& handoff);
void append_json(std::string& out, const SessionEnd& end);
void append_json(std::string& out, const Feeds& feeds);
void append_json(std::string& out, const std::vector<ReservedUnits>& reserved);
void append_json(std::string& out, const Exception& exception);
void append_json(std::string& out, const std::vector<std::string>& texts);

}  // namespace colo::exporters
