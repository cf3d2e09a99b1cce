#include "intent/exporters/labels/label_text.h"

#include <algorithm>
#include <string_view>

#include "intent/exporters/text.h"

namespace colo::sheets {

namespace {

using exporters::Micrometres;
using exporters::Weight;

// A part of a text that is not broken; width in thousandths of the font's size.
struct Piece {
    std::string_view text;
    std::int64_t width = 0;
};

struct Pieces {
    std::vector<Piece> pieces;
    Weight weight = Weight::regular;
};

enum class Breaks { none, words, anywhere };

constexpr std::int64_t widest_letter = 1103;  // of those that `text_width` knows

std::int64_t width_of(std::string_view text, Weight weight) {
    return exporters::text_width(text, 1000, weight);
}

Weight weight_of(bool strong) { return strong ? Weight::bold : Weight::regular; }

Pieces whole(std::string_view text, Weight weight) {
    return {{{text, width_of(text, weight)}}, weight};
}

Pieces words(std::string_view text, Weight weight) {
    Pieces out{{}, weight};
    while (!text.empty()) {
        const std::size_t end = text.find_first_of("/:- ");
        const std::size_t length = end == text.npos ? text.size() : end + 1;
        out.pieces.push_back({text.substr(0, length), width_of(text.substr(0, length), weight)});
        text.remove_prefix(length);
    }
    return out;
}

// Puts pieces on lines from left to right; a piece that is wider than a line begins on a new one.
class Lines {
public:
    Lines(Micrometres size, Micrometres width) : size_(size), room_(width * 1000) {}

    void begin_text(bool strong) {
        out_.push_back({{}, strong});
        used_ = 0;
    }
    void put(std::string_view text, std::int64_t width) {
        if (used_ > 0 && (used_ + width) * size_ > room_) begin_text(out_.back().strong);
        out_.back().text += text;
        used_ += width;
    }
    void put_letters(std::string_view text, Weight weight) {
        for (std::size_t at = 0; at < text.size();) {
            const std::string_view letter = text.substr(at, character_at(text, at).bytes);
            put(letter, width_of(letter, weight));
            at += letter.size();
        }
    }
    bool is_too_wide(std::int64_t width) const { return width * size_ > room_; }
    std::vector<PrintedLine> take() { return std::move(out_); }

private:
    Micrometres size_, room_;
    std::int64_t used_ = 0;
    std::vector<PrintedLine> out_;
};

FittedText broken(const std::vector<Pieces>& texts, const TextRoom& room, Micrometres size) {
    Lines lines(size, room.width);
    for (const Pieces& text : texts) {
        lines.begin_text(&text == &texts.front());
        for (const Piece& piece : text.pieces)
            if (lines.is_too_wide(piece.width))
                lines.put_letters(piece.text, text.weight);
            else
                lines.put(piece.text, piece.width);
    }
    return {size, lines.take()};
}

Micrometres widest(const std::vector<Pieces>& texts) {
    Micrometres width = 1;
    for (const Pieces& text : texts)
        for (const Piece& piece : text.pieces) width = std::max(width, piece.width);
    return width;
}

bool fits(const FittedText& text, const TextRoom& room) {
    return height_of(text, room.copies) <= room.height;
}

// The largest that fits; nothing at size 0.
FittedText largest(const std::vector<Pieces>& texts, const TextRoom& room, Breaks breaks) {
    Micrometres high = std::min(room.largest, room.height);
    const std::int64_t unbreakable = breaks == Breaks::anywhere ? widest_letter : widest(texts);
    high = std::min(high, room.width * 1000 / unbreakable);
    FittedText best;
    for (Micrometres low = 1; low <= high;) {
        const Micrometres middle = low + (high - low + 1) / 2;
        FittedText tried = broken(texts, room, middle);
        if (fits(tried, room)) {
            best = std::move(tried);
            low = middle + 1;
        } else {
            high = middle - 1;
        }
    }
    return best;
}

std::vector<Pieces> pieces_of(const std::vector<std::string>& texts, Breaks breaks) {
    std::vector<Pieces> out;
    for (const std::string& text : texts) {
        if (text.empty()) continue;
        const Weight weight = weight_of(out.empty());
        out.push_back(breaks == Breaks::none ? whole(text, weight) : words(text, weight));
    }
    return out;
}

// Whole lines need no search.
FittedText unbroken(const std::vector<Pieces>& texts, const TextRoom& room) {
    FittedText out{0, {}};
    for (const Pieces& text : texts)
        out.lines.push_back({std::string(text.pieces.front().text), &text == &texts.front()});
    out.size = std::min(room.largest, room.width * 1000 / widest(texts));
    const auto lines = static_cast<Micrometres>(out.lines.size()) * room.copies;
    out.size = std::min(out.size, room.height * 100 / (lines * 117 + (room.copies - 1) * 40));
    while (out.size > 0 && !fits(out, room)) --out.size;
    return out;
}

FittedText cut(const std::vector<Pieces>& texts, const TextRoom& room) {
    FittedText out = broken(texts, room, room.smallest);
    std::string rest;
    while (out.lines.size() > 1 && !fits(out, room)) {
        rest.insert(0, out.lines.back().text);
        out.lines.pop_back();
    }
    PrintedLine& last = out.lines.back();
    last.text =
        exporters::shortened(last.text + rest, room.smallest, room.width, weight_of(last.strong));
    return out;
}

}  // namespace

Micrometres height_of(const FittedText& text, int copies) {
    const auto lines = static_cast<Micrometres>(text.lines.size());
    return copies * lines * line_height(text.size) + (copies - 1) * copy_gap(text.size);
}

FittedText fitted_text(const std::vector<std::string>& texts, const TextRoom& room) {
    const std::vector<Pieces> by_line = pieces_of(texts, Breaks::none);
    if (by_line.empty()) return {};
    FittedText best = unbroken(by_line, room);
    if (best.size >= std::max(comfortable_size, room.smallest)) return best;
    const std::vector<Pieces> by_word = pieces_of(texts, Breaks::words);
    FittedText tried = largest(by_word, room, Breaks::words);
    if (tried.size > best.size * 115 / 100) best = std::move(tried);
    if (best.size >= std::max(legible_size, room.smallest)) return best;
    tried = largest(by_word, room, Breaks::anywhere);
    if (tried.size > best.size) best = std::move(tried);
    return best.size >= room.smallest ? best : cut(by_word, room);
}

}  // namespace colo::sheets
