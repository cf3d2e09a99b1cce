// The three shells' scripts: they hand over what was typed, and show what comes back, a word a
// line with a tab before what it is.
#include "tools/colo/completion.h"

namespace colo::tool {

namespace {

// bash takes words apart at the characters of COMP_WORDBREAKS, and puts a candidate in the place
// of the last part only, to which an @ before it belongs; colo wants and gives the whole word.
constexpr std::string_view bash = R"(# bash completion for colo: source <(colo completion bash)
_colo() {
    local rest=${COMP_LINE:0:COMP_POINT} piece gap line word breaks='' kept='' quote='' i
    local -a words=()
    for ((i = 0; i <= COMP_CWORD; i++)); do
        piece=${COMP_WORDS[i]}
        gap=${rest%%[![:space:]]*}
        rest=${rest#"$gap"}
        rest=${rest#"$piece"}
        if [[ -n $gap || $i -eq 0 ]]; then words+=("$piece"); else words[-1]+=$piece; fi
    done
    for piece in : @ =; do
        if [[ $COMP_WORDBREAKS == *"$piece"* ]]; then breaks+=$piece; fi
    done
    for i in "${!words[@]}"; do
        quote=''
        case ${words[i]} in [\'\"]*) quote=${words[i]:0:1} ;; esac
        words[i]=${words[i]#"$quote"}
        if [[ -z $quote ]]; then words[i]=${words[i]//\\/}; fi
    done
    word=${words[-1]}
    if [[ -n $breaks && -z $quote ]]; then kept=${word%"${word##*[$breaks]}"}; fi
    kept=${kept%@}
    COMPREPLY=()
    while IFS= read -r line; do
        word=${line%%$'\t'*}
        if [[ $word == *[/:=] ]]; then compopt -o nospace 2>/dev/null; fi
        word=${word#"$kept"}
        if [[ -z $quote ]]; then printf -v word %q "$word"; fi
        COMPREPLY+=("$word")
    done < <(command colo complete "${words[@]:1}" 2>/dev/null)
}
complete -o nosort -F _colo colo
)";

constexpr std::string_view zsh = R"(#compdef colo
# zsh completion for colo: source <(colo completion zsh), after compinit
_colo() {
    local line word
    local -a whole whole_shown begun begun_shown
    for line in "${(@f)$(command colo complete "${(@Q)words[2,CURRENT]}" 2>/dev/null)}"; do
        word=${line%%$'\t'*}
        case $word in
            '') ;;
            *[/:=]) begun+=("$word") begun_shown+=("${line/$'\t'/  -- }") ;;
            *) whole+=("$word") whole_shown+=("${line/$'\t'/  -- }") ;;
        esac
    done
    compadd -V colo -l -d whole_shown -a whole
    compadd -V colo -S '' -l -d begun_shown -a begun
}
compdef _colo colo
)";

constexpr std::string_view fish = R"(# fish completion for colo: colo completion fish | source
function __colo_complete
    set -l words (commandline -opc)
    set -e words[1]
    command colo complete $words (commandline -ct) 2>/dev/null
end
complete -c colo -f -k -a '(__colo_complete)'
)";

}  // namespace

std::optional<std::string_view> completion_script(std::string_view shell) {
    if (shell == "bash") return bash;
    if (shell == "zsh") return zsh;
    if (shell == "fish") return fish;
    return std::nullopt;
}

}  // namespace colo::tool
