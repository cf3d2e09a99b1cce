#include "intent/definition/yaml/reader.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>
#include <unordered_map>

#include "intent/definition/yaml/text_check.h"

namespace colo::definition {

namespace {

/// Thrown through yaml-cpp to end the reading of a file at once.
struct Refused {
    std::string code;
    SourceRange at;
    std::string summary;
    std::string hint;
};

/// Where the quoted text that begins at `at` ends (YAML 1.2, 7.3.1 and 7.3.2), or npos.
std::size_t closing_quote(const std::string& text, std::size_t at) {
    const char quote = text[at];
    for (++at; at < text.size(); ++at) {
        if (quote == '"' && text[at] == '\\') {
            ++at;
        } else if (text[at] == quote) {
            if (quote == '"' || at + 1 >= text.size() || text[at + 1] != quote) return at;
            ++at;
        }
    }
    return std::string::npos;
}

/// Blanks at the end are no part of a plain text (YAML 1.2, 7.3.3); yaml-cpp leaves tabs.
std::string without_tabs_at_end(const std::string& text) {
    return text.substr(0, text.find_last_not_of(" \t") + 1);
}

class Builder final : public YAML::EventHandler {
public:
    Builder(const Sources& sources, int file, Diagnostics& out, Policy policy, int most)
        : text_(sources.file(file).text), file_(file), out_(out), policy_(policy), most_(most) {
        if (text_.starts_with("\xEF\xBB\xBF")) first_byte_ = 3;
    }

    Node take() { return std::move(root_); }

    /// The key that is being read: `interfaces[3].name`.
    std::string path() const {
        std::string path;
        for (const Level& level : levels_) {
            if (level.node.is_list())
                path += fmt::format("[{}]", level.node.items.size());
            else if (level.has_key)
                path += (path.empty() ? "" : ".") + level.pending.key;
        }
        return path;
    }

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (++documents_ > 1)
            throw Refused{"second-document", place(mark),
                          "the file goes on after the end of its document",
                          "one file holds one document; look at the line above for what ended it"};
    }
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        no_anchor(mark, anchor);
        Node node;
        node.at = place_of_null(mark);
        add(std::move(node));
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        throw Refused{"anchor-or-alias", place(mark), "an alias is not allowed here",
                      "write the value out; a standard has parameters and `extends` for this"};
    }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        no_anchor(mark, anchor);
        if (tag != "?" && tag != "!") no_tag(mark);
        const bool plain = tag == "?";
        if (has_unsafe_character(value))
            throw Refused{
                "control-character", place(mark),
                "this text holds a control character, or one that turns the direction of writing",
                ""};
        Node node;
        node.kind = Node::Kind::scalar;
        node.text = plain ? without_tabs_at_end(value) : value;
        node.quoted = !plain;
        node.at = place(mark);
        node.at.length = length_of(mark, value);
        add(std::move(node));
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(Node::Kind::list, mark, tag, anchor);
    }
    void OnSequenceEnd() override { close(); }

    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        open(Node::Kind::map, mark, tag, anchor);
    }
    void OnMapEnd() override { close(); }

private:
    struct Level {
        Node node;
        bool has_key = false;
        Entry pending;
        std::unordered_map<std::string, SourceRange> keys;
    };

    SourceRange place(const YAML::Mark& mark) const {
        return {file_, mark.line + 1, mark.column + 1, 0};
    }

    /// yaml-cpp marks an item that holds nothing where the next thing begins: its dash is above.
    SourceRange place_of_null(const YAML::Mark& mark) const {
        const std::size_t at = static_cast<std::size_t>(std::max(mark.pos, 0)) + first_byte_;
        const std::size_t dash = text_.find_last_not_of(" \t\r\n", at == 0 ? 0 : at - 1);
        if (at > text_.size() || dash == std::string::npos || text_[dash] != '-')
            return place(mark);
        const std::size_t begin = text_.rfind('\n', dash) + 1;  // npos + 1 is 0
        const auto lines = std::count(text_.begin() + static_cast<std::ptrdiff_t>(dash),
                                      text_.begin() + static_cast<std::ptrdiff_t>(at), '\n');
        if (lines == 0) return place(mark);
        return {file_, mark.line + 1 - static_cast<int>(lines), static_cast<int>(dash - begin) + 1,
                0};
    }

    /// Bytes that a scalar takes in its first line, quotes included.
    int length_of(const YAML::Mark& mark, const std::string& value) const {
        const std::size_t at = static_cast<std::size_t>(std::max(mark.pos, 0)) + first_byte_;
        if (at >= text_.size()) return 0;
        if (text_[at] != '"' && text_[at] != '\'')
            return static_cast<int>(text_.compare(at, value.size(), value) == 0 ? value.size() : 1);
        const std::size_t quote = closing_quote(text_, at);
        if (quote == std::string::npos)  // yaml-cpp takes the rest of the file for the text
            throw Refused{"yaml-syntax", place(mark), "not YAML: the quote is not closed", ""};
        const std::size_t end = std::min(text_.find('\n', at), text_.size());
        return static_cast<int>(std::min(quote + 1, end) - at);
    }

    void no_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) const {
        if (anchor != YAML::NullAnchor)
            throw Refused{"anchor-or-alias", place(mark), "an anchor is not allowed here",
                          "write the value out; a standard has parameters and `extends` for this"};
    }

    [[noreturn]] void no_tag(const YAML::Mark& mark) const {
        throw Refused{"tag", place(mark), "a tag (`!...`) is not allowed here", ""};
    }

    void count_node(const SourceRange& at) {
        if (++nodes_ > most_)
            throw Refused{"too-large", at, fmt::format("the file has more than {} values", most_),
                          ""};
    }

    void open(Node::Kind kind, const YAML::Mark& mark, const std::string& tag,
              YAML::anchor_t anchor) {
        no_anchor(mark, anchor);
        if (tag != "?" && !tag.empty()) no_tag(mark);
        if (levels_.size() >= most_levels)
            throw Refused{"nested-too-deep", place(mark),
                          fmt::format("more than {} levels of nesting", most_levels), ""};
        if (!levels_.empty() && levels_.back().node.is_map() && !levels_.back().has_key)
            throw Refused{"wrong-type", place(mark), "a key must be a plain text", ""};
        Level level;
        level.node.kind = kind;
        level.node.at = place(mark);
        levels_.push_back(std::move(level));
    }

    void close() {
        Node node = std::move(levels_.back().node);
        levels_.pop_back();
        add(std::move(node));
    }

    void add(Node node) {
        count_node(node.at);
        if (levels_.empty()) {
            if (node.kind == Node::Kind::null) say_null(node.at);
            root_ = std::move(node);
            return;
        }
        Level& level = levels_.back();
        if (level.node.is_list()) {
            if (node.kind == Node::Kind::null) say_null(node.at);
            level.node.items.push_back(std::move(node));
        } else if (!level.has_key) {
            begin_entry(level, node);
        } else {
            end_entry(level, std::move(node));
        }
    }

    void begin_entry(Level& level, const Node& key) {
        if (!key.is_scalar()) throw Refused{"null-value", key.at, "a key is missing here", ""};
        level.has_key = true;
        level.pending.key = key.text;
        level.pending.key_at = key.at;
        const auto [first, is_new] = level.keys.emplace(key.text, key.at);
        if (is_new) return;
        Diagnostic& said =
            out_.error("duplicate-key", key.at, fmt::format("{} is written twice", key.text));
        said.notes = {{first->second, "it stands here already"}};
        said.key = path();
    }

    void end_entry(Level& level, Node value) {
        if (value.kind == Node::Kind::null) say_null(level.pending.key_at, level.pending.key);
        level.has_key = false;
        level.pending.value = std::move(value);
        const bool repeated = level.keys.at(level.pending.key) != level.pending.key_at;
        if (!repeated) level.node.entries.push_back(std::move(level.pending));
        level.pending = {};
    }

    void say_null(const SourceRange& at, const std::string& key = {}) {
        Diagnostic& said =
            say_odd(policy_, out_, "null-value", at,
                    key.empty() ? "there is no value here" : fmt::format("{} has no value", key));
        said.hint = key.find(' ') == std::string::npos
                        ? "write the value, or leave the key out"
                        : "a comma ends a text inside { }: put the whole text in quotes";
        said.key = path();
    }

    const std::string& text_;
    int file_;
    Diagnostics& out_;
    Policy policy_;
    int most_;
    std::size_t first_byte_ = 0;
    int documents_ = 0;
    int nodes_ = 0;
    std::vector<Level> levels_;
    Node root_;
};

/// A place at the last line with text, for errors that yaml-cpp reports at the end of the file.
SourceRange place_of(const YAML::Mark& mark, int file) {
    if (mark.is_null()) return {file, 1, 1, 0};
    return {file, mark.line + 1, mark.column + 1, 0};
}

}  // namespace

std::optional<Node> read_yaml(const Sources& sources, int file, Diagnostics& out, Policy policy,
                              const Limits& limits) {
    if (!is_readable_text(sources, file, out, limits.bytes)) return std::nullopt;
    std::istringstream stream(sources.file(file).text);
    Builder builder(sources, file, out, policy, limits.nodes);
    try {
        YAML::Parser parser(stream);
        if (!parser.HandleNextDocument(builder)) {
            out.error("empty-file", {file, 1, 1, 0}, "the file holds nothing");
            return std::nullopt;
        }
        parser.HandleNextDocument(builder);  // anything that follows is refused by the builder
    } catch (const Refused& refused) {
        Diagnostic& said = out.error(refused.code, refused.at, refused.summary);
        said.hint = refused.hint;
        said.key = builder.path();
        return std::nullopt;
    } catch (const YAML::Exception& error) {
        out.error("yaml-syntax", place_of(error.mark, file), "not YAML: " + error.msg).key =
            builder.path();
        return std::nullopt;
    }
    return builder.take();
}

}  // namespace colo::definition
