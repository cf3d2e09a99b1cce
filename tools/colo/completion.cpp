#include "tools/colo/completion.h"

#include <algorithm>

#include "tools/colo/command.h"
#include "tools/colo/spec.h"

namespace colo::tool {

namespace {

/// The command line as far as it is typed.
class Typing {
public:
    Typing(const Command& command, const std::vector<std::string>& words)
        : command_(command), words_(words) {
        for (std::size_t i = 1; i + 1 < words.size(); ++i) {
            const OptionSpec* option = find(words[i]);
            if (option && !option->value.empty())
                ++i;  // its value
            else if (!option && !words[i].starts_with("--"))
                ++places_;
        }
    }

    std::vector<Candidate> candidates() const {
        const std::string& typed = words_.back();
        const std::size_t equals = typed.find('=');
        if (typed.starts_with("--") && equals != std::string::npos)
            return values_with(typed.substr(0, equals + 1), find(typed.substr(0, equals)));
        const OptionSpec* before = words_.size() > 2 ? find(words_[words_.size() - 2]) : nullptr;
        if (before && !before->value.empty()) return values_with("", before);
        return typed.starts_with('-') ? options() : words();
    }

private:
    const OptionSpec* find(const std::string& word) const {
        for (const auto* all : {&command_.options, &common_options()})
            for (const OptionSpec& option : *all)
                if (word == "--" + long_name(option) ||
                    (option.names[1] != '-' && word == option.names.substr(0, 2)))
                    return &option;
        return nullptr;
    }

    std::vector<Candidate> values(const std::vector<std::string>& alternatives) const {
        std::vector<Candidate> all;
        for (std::string kind : alternatives) {
            if (kind.ends_with("...")) kind.resize(kind.size() - 3);
            const auto found =
                is_literal(kind) ? std::vector{Candidate{kind, ""}} : values_of(kind, words_);
            all.insert(all.end(), found.begin(), found.end());
        }
        return all;
    }

    std::vector<Candidate> values_with(const std::string& before, const OptionSpec* option) const {
        auto all = option ? values(alternatives(option->value)) : std::vector<Candidate>{};
        for (Candidate& one : all) one.word.insert(0, before);
        return all;
    }

    std::vector<Candidate> options() const {
        std::vector<Candidate> all{{"--help", "how the command is called"}};
        for (const auto* options : {&command_.options, &common_options()})
            for (const OptionSpec& option : *options)
                all.push_back({"--" + long_name(option), std::string(option.help)});
        return all;
    }

    std::vector<Candidate> words() const {
        const auto places = read_words(command_.words);
        if (places.empty()) return {};
        if (places_ >= places.size() && !places.back().repeats) return {};
        return values(places[std::min(places_, places.size() - 1)].alternatives);
    }

    const Command& command_;
    const std::vector<std::string>& words_;
    std::size_t places_ = 0;  ///< words before the one that is being typed
};

std::vector<Candidate> commands() {
    std::vector<Candidate> all;
    for (const Command& command : all_commands())
        if (!command.hidden) all.push_back({std::string(command.name), std::string(command.help)});
    return all;
}

}  // namespace

std::vector<Candidate> complete(const std::vector<std::string>& words) {
    if (words.empty()) return commands();
    const Command* command = find_command(words.front());
    if (words.size() > 1 && !command) return {};
    auto all = words.size() == 1 ? commands() : Typing(*command, words).candidates();
    std::erase_if(all, [&](const Candidate& one) { return !one.word.starts_with(words.back()); });
    return all;
}

}  // namespace colo::tool
