// Terms: explicit numbering without a language (language.md section 8).
#include <fmt/format.h>

#include <algorithm>

#include "intent/generator/networks.h"

namespace colo::generator {

namespace {

std::optional<std::int64_t> number_of(const std::string& what, const TermSource& source) {
    if (what == "device" && source.device) return source.device->number;
    if (what == "from" && source.from) return source.from->number;
    if (what == "to" && source.to) return source.to->number;
    if (what == "cable" && source.cable) return source.cable->number;
    if (what == "pair" && source.pair) return source.pair->number;
    if (what == "lowest-of-pair" && source.pair) {
        std::int64_t lowest = INT64_MAX;
        for (const int member : source.pair->devices)
            lowest = std::min(lowest, source.bench->devices[at(member)].number);
        return lowest;
    }
    if (what == "rack" && source.device && source.device->rack != none)
        return source.bench->racks[at(source.device->rack)].order + 1;
    return std::nullopt;
}

}  // namespace

Worked work_out(const definition::Term& term, const TermSource& source) {
    std::int64_t sum = 0;
    std::string text;
    for (const definition::TermPart& part : term.sum) {
        std::optional<std::int64_t> value = part.value;
        if (part.number) value = number_of(*part.number, source);
        if (part.index) value = *part.index == "from" ? source.index_from : source.index_to;
        if (!value)
            return {std::nullopt, fmt::format("{{number: {}}}, which is not said",
                                              part.number ? *part.number : std::string("?"))};
        std::string shown = std::to_string(*value);
        if (part.minus != 0) shown = fmt::format("({} - {})", *value, part.minus);
        if (part.times != 1) shown += fmt::format(" x {}", part.times);
        text += (text.empty() ? "" : " + ") + shown;
        sum += (*value - part.minus) * part.times;
    }
    const std::string result = std::to_string(sum);
    return {sum, text == result ? result : fmt::format("{} = {}", text, result)};
}

}  // namespace colo::generator
