// What the schemas and the reader say of one file: editors and colo must say the same, but for what
// a schema cannot say. Those things are listed here, each with its reason.
#pragma once

#include <gmock/gmock.h>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "intent/definition/extends.h"
#include "intent/definition/files.h"
#include "intent/definition/library.h"
#include "intent/definition/references.h"
#include "intent/definition/schemas.h"
#include "intent/definition/site_reader.h"
#include "intent/definition/version_files.h"
#include "tests/golden.h"
#include "tests/intent/definition/yaml_tree.h"

namespace colo::tests {

using definition::Node;
using nlohmann::json;

inline const std::string standard_file = "standards/trading-colo/1.0.0/standard.yaml";

/// What the reader may refuse although the schema accepts it, by code, and why. Nothing else is
/// allowed to differ.
inline const std::map<std::string, std::string> beyond_a_schema{
    {"unknown-role", "a reference to another entry"},
    {"unknown-model", "a reference to another entry"},
    {"unknown-scope", "a reference to a group"},
    {"unknown-port-group", "a reference into the model of a role"},
    {"unknown-network", "a reference to another entry"},
    {"unknown-media", "a reference to another entry"},
    {"unknown-medium", "a reference to another entry"},
    {"unknown-circuit-kind", "a reference to another entry"},
    {"unknown-cabling", "a reference to another entry"},
    {"unknown-pool", "a reference to another entry"},
    {"unknown-parameter", "a reference to another entry"},
    {"unknown-rack", "a reference to another entry"},
    {"unknown-panel", "a reference to a pair of entries"},
    {"unknown-place", "a reference to another entry"},
    {"pair-incomplete", "whether a count is even is asked of pairs alone"},
    {"position-taken", "two entries are compared"},
    {"circuit-incomplete", "entries with a certain value are counted"},
    {"parameter-missing", "of a standard: it is the site that does not set it"},
};

class JsonSchema {
public:
    explicit JsonSchema(const nlohmann::ordered_json& schema) {
        const json plain = json::parse(schema.dump());
        valijson::SchemaParser(valijson::SchemaParser::kDraft7)
            .populateSchema(valijson::adapters::NlohmannJsonAdapter(plain), schema_);
    }
    bool accepts(const Node& tree) {
        const json document = as_json(tree);
        return valijson::Validator().validate(
            schema_, valijson::adapters::NlohmannJsonAdapter(document), nullptr);
    }

private:
    valijson::Schema schema_;
};

/// The reader as `colo validate` uses it on lab1, and the two schemas.
class SchemaAndReader : public testing::Test {
protected:
    SchemaAndReader() : standard_tree_(read_tree(standard_file)) {
        const definition::Project project{COLO_SOURCE_DIR};
        Sources sources;
        Diagnostics problems;
        const auto lab1 =
            definition::load_site(project, project.definition("lab1"), sources, problems);
        const auto declared =
            definition::read_declarations(project, {"trading-colo", "1.0.0"}, sources, problems);
        EXPECT_FALSE(problems.has_errors()) << to_text(problems, sources, false);
        inputs_ = *lab1;
        inputs_.site.parameters.erase("ptp");  // so that its default counts
        site_.emplace(definition::site_schema(*declared));
        standard_.emplace(definition::standard_schema());
    }

    /// Codes of all that the reader refuses.
    std::vector<std::string> reader_on_standard(const Node& tree) const {
        Diagnostics problems;
        definition::Layers layers{tree, {}, "", {}, {}};
        const auto standard = definition::read_standard(layers, inputs_.site, problems);
        definition::check_references(standard, inputs_.site, inputs_.hardware, problems);
        auto found = codes(tree, problems);
        if (tree.find("remove") && !tree.find("extends")) found.emplace_back("remove-nothing");
        return found;
    }
    std::vector<std::string> reader_on_site(const Node& tree) const {
        Diagnostics problems;
        const auto site = definition::read_site(tree, problems);
        if (!site.has_blanks && site.standard.given()) {
            definition::Layers layers{standard_tree_, {}, "", {}, {}};
            definition::read_standard(layers, site, problems);
            definition::check_references(inputs_.standard, site, inputs_.hardware, problems);
        }
        auto found = codes(tree, problems);
        if (site.standard.given() &&
            site.standard->name + site.standard->version != "trading-colo1.0.0")
            found.emplace_back("unknown-standard");
        return found;
    }

    static std::vector<std::string> codes(const Node& tree, const Diagnostics& problems) {
        std::vector<std::string> found;
        for (const Diagnostic& one : problems.all())
            if (one.severity == Severity::error) found.push_back(one.code);
        if (as_json(tree).dump().find("null") != std::string::npos)
            found.emplace_back("null-value");  // refused where the text is read
        return found;
    }

    /// Empty when they agree, else what they say.
    static std::string compare(const TreeEdit& edit, bool schema_accepts,
                               const std::vector<std::string>& codes) {
        if (!schema_accepts) return codes.empty() ? "the schema alone refuses it" : "";
        const bool of_parameter = edit.what.starts_with("/parameters/");  // limits and a default
        // which of a pool's or a medium's keys are needed hangs on the others
        const bool of_sibling =
            edit.what.starts_with("/pools/") || edit.what.starts_with("/media/");
        // what numbers may be AS numbers or lengths of prefixes is judged with the family
        const bool of_number =
            edit.what.ends_with("/asn becomes -1") || edit.what.ends_with("/size becomes -1");
        const auto beyond = [&](const std::string& code) {
            return beyond_a_schema.contains(code) || (of_sibling && code == "missing-key") ||
                   ((of_parameter || of_number) && code == "out-of-range");
        };
        if (std::all_of(codes.begin(), codes.end(), beyond)) return "";
        return "the reader alone refuses it: " + testing::PrintToString(codes);
    }

    void agree_on_standards(const std::vector<TreeEdit>& edits) {
        for (const TreeEdit& edit : edits)
            EXPECT_EQ(compare(edit, standard_->accepts(edit.tree), reader_on_standard(edit.tree)),
                      "")
                << edit.what;
    }
    void agree_on_sites(const std::vector<TreeEdit>& edits) {
        for (const TreeEdit& edit : edits)
            EXPECT_EQ(compare(edit, site_->accepts(edit.tree), reader_on_site(edit.tree)), "")
                << edit.what;
    }

    /// A shipped file's text with one piece replaced, as an edit.
    static TreeEdit edited(const std::string& file, const std::string& from,
                           const std::string& to) {
        std::string text = read_golden(std::string(COLO_SOURCE_DIR) + "/" + file);
        const std::size_t at = text.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        return {from + " becomes " + to, tree_of(text.replace(at, from.size(), to))};
    }

    Node standard_tree_;
    definition::Inputs inputs_;
    std::optional<JsonSchema> site_, standard_;
};

}  // namespace colo::tests
