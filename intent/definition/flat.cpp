#include "intent/definition/flat.h"

#include <algorithm>

namespace colo::definition {

namespace {

constexpr std::size_t widest = 100;  // of a value on one line

bool is_plain_key(std::string_view key) {
    return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_' || c == '.';
    });
}

std::string in_quotes(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) switch (c) {
            case '"': out += "\\\""; break;
            case '\\': out += "\\\\"; break;
            case '\n': out += "\\n"; break;
            case '\t': out += "\\t"; break;
            default: out += c;
        }
    return out + '"';
}

std::string key_text(const std::string& key) { return is_plain_key(key) ? key : in_quotes(key); }
/// Plain scalars came from a file, so they are plain again; but not every one within brackets.
std::string scalar_text(const Node& node) { return node.quoted ? in_quotes(node.text) : node.text; }

/// Whether plain scalars below may stand between brackets.
bool may_flow(const Node& node) {
    if (node.is_scalar())
        return node.quoted || node.text.find_first_of(",[]{}") == std::string::npos;
    return std::all_of(node.items.begin(), node.items.end(), may_flow) &&
           std::all_of(node.entries.begin(), node.entries.end(),
                       [](const Entry& entry) { return may_flow(entry.value); });
}

/// A value on one line: `{role: leaf, ports: uplink}`.
std::string flow_yaml(const Node& node) {
    if (node.is_scalar()) return scalar_text(node);
    std::string out;
    for (const Node& item : node.items) out += (out.empty() ? "" : ", ") + flow_yaml(item);
    for (const Entry& entry : node.entries)
        out += (out.empty() ? "" : ", ") + key_text(entry.key) + ": " + flow_yaml(entry.value);
    return node.is_list() ? "[" + out + "]" : "{" + out + "}";
}

class Writer {
public:
    explicit Writer(const Sources& sources) : sources_(sources) {}

    void document(const Node& document) {
        for (const Entry& entry : document.entries) {
            if (entry.key == "extends" || entry.key == "remove") continue;
            const bool is_section = entry.value.is_map() || entry.value.is_list();
            if (is_section) text_ += '\n';
            add(entry, 0, is_section ? a_section : nothing_said);
        }
    }
    std::string text() && { return std::move(text_); }

private:
    // In the place of the file of what holds a value:
    static constexpr int nothing_said = -2;  // none was said yet, so that of the value is
    static constexpr int a_section = -3;     // it is said of each entry

    /// ` # FILE:LINE` where the file is not `above`, that of what holds it.
    std::string place(const SourceRange& at, int above) const {
        return at.known() && at.file != above ? "  # " + sources_.where(at, false) : "";
    }

    void indent(int level) { text_.append(static_cast<std::size_t>(level) * 2, ' '); }

    void add(const Entry& entry, int level, int above) {
        indent(level);
        text_ += key_text(entry.key) + ":";
        if (above == a_section)
            value(entry.value, level, nothing_said, "");
        else
            value(entry.value, level, entry.key_at.file, place(entry.key_at, above));
    }

    void value(const Node& node, int level, int file, const std::string& comment) {
        if (node.is_scalar()) {
            text_ += " " + scalar_text(node) + comment + '\n';
            return;
        }
        if (is_short(node, level, file)) {
            text_ += " " + flow_yaml(node) + comment + '\n';
            return;
        }
        text_ += comment + '\n';
        for (const Entry& entry : node.entries) add(entry, level + 1, file);
        for (const Node& item : node.items) add_item(item, level + 1, file);
    }

    /// Fits one line, and is all from one file.
    bool is_short(const Node& node, int level, int file) const {
        const bool is_empty = node.items.empty() && node.entries.empty();
        const bool own_comments = file == nothing_said && !is_empty;
        return !own_comments && may_flow(node) && is_from(node, file) &&
               flow_yaml(node).size() + static_cast<std::size_t>(level) * 2 < widest;
    }

    static bool is_from(const Node& node, int file) {
        return std::all_of(node.entries.begin(), node.entries.end(), [&](const Entry& entry) {
            return entry.key_at.file == file && is_from(entry.value, file);
        });
    }

    void add_item(const Node& item, int level, int above) {
        indent(level);
        text_ += '-';
        value(item, level, item.at.file, place(item.at, above));
    }

    const Sources& sources_;
    std::string text_;
};

}  // namespace

std::string plain_text(const Node& node) {
    if (node.is_scalar()) return node.text;
    if (const Node* parameter = node.find("parameter"); parameter && node.entries.size() == 1)
        return "parameter " + parameter->text;
    std::string out;
    for (const Node& item : node.items) out += (out.empty() ? "" : ", ") + plain_text(item);
    for (const Entry& entry : node.entries)
        out +=
            (out.empty() ? "" : ", ") + entry.key + ": " +
            (entry.value.is_list() ? "[" + plain_text(entry.value) + "]" : plain_text(entry.value));
    if (node.is_map()) return "{" + out + "}";
    return out.empty() ? "none" : out;
}

std::string flat_text(const Layers& layers, const Sources& sources) {
    Writer writer(sources);
    writer.document(layers.document);
    return std::move(writer).text();
}

}  // namespace colo::definition
