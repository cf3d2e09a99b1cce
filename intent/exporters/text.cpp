#include "intent/exporters/text.h"

#include <array>

namespace colo::exporters {

namespace {

// Thousandths of an em of the characters from space to tilde.
constexpr std::array<std::int16_t, 95> regular_widths{
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361,  318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
    575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635,  611, 732, 684, 989, 685,
    611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352,  635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592,  525, 636, 337, 636, 838};
constexpr std::array<std::int16_t, 95> bold_widths{
    348,  456, 521, 838, 696, 1002, 872, 306,  457, 457, 523, 838, 380, 415,  380, 365,
    696,  696, 696, 696, 696, 696,  696, 696,  696, 696, 400, 400, 838, 838,  838, 580,
    1000, 774, 762, 734, 830, 683,  683, 821,  837, 372, 372, 775, 637, 995,  837, 850,
    733,  850, 770, 720, 682, 812,  774, 1103, 771, 724, 725, 457, 365, 457,  838, 500,
    500,  675, 716, 593, 716, 678,  435, 716,  712, 343, 343, 665, 343, 1042, 712, 687,
    716,  716, 493, 595, 478, 712,  652, 924,  645, 652, 582, 712, 365, 712,  838};
constexpr std::int64_t other_width = 1100;  // covers CJK (an em) and the widest of Cyrillic
constexpr std::string_view ellipsis = "\xE2\x80\xA6";

std::int64_t em_thousandths(char32_t code, Weight weight) {
    if (code >= 0x0300 && code <= 0x036F) return 0;  // combining marks stand on what is before them
    if (code < 0x20 || code > 0x7E) return other_width;
    return (weight == Weight::bold ? bold_widths : regular_widths)[code - 0x20];
}

}  // namespace

std::int64_t text_width(std::string_view text, std::int64_t size, Weight weight) {
    std::int64_t thousandths = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        thousandths += em_thousandths(character.code, weight);
        at += character.bytes;
    }
    return (thousandths * size + 999) / 1000;
}

std::string shortened(std::string_view text, std::int64_t size, std::int64_t width, Weight weight) {
    if (text_width(text, size, weight) <= width) return std::string(text);
    const std::int64_t room = width * 1000 - other_width * size;
    std::int64_t used = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        const Character character = character_at(text, at);
        used += em_thousandths(character.code, weight) * size;
        if (used > room) break;
        at += character.bytes;
    }
    while (at > 0 && text[at - 1] == ' ') --at;
    if (at == 0) return {};
    return std::string(text.substr(0, at)).append(ellipsis);
}

}  // namespace colo::exporters
