# Sourced by the commands in tools/: the project's root, lines of progress, configuring a build.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)

if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then bold=$'\e[1m' red=$'\e[31m' plain=$'\e[0m'; else bold='' red='' plain=''; fi

# Ninja's status line: done/all, and seconds since it started.
export NINJA_STATUS='[%f/%t %es] '

# Root may work in a clone that belongs to somebody else.
export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=safe.directory GIT_CONFIG_VALUE_0=$root

say() { printf '%s\n' "$*"; }
heading() { printf '%s\n' "$bold== $*$plain"; }
complain() { printf '%s\n' "$red$*$plain" >&2; }

# timed NAME COMMAND...: runs it between two lines of progress, the second with its seconds; returns its status.
timed() {
    local name=$1 started=$SECONDS status=0
    shift
    heading "$name"
    "$@" || status=$?
    if [ $status -eq 0 ]; then
        say "   $name: done in $((SECONDS - started)) s"
    else
        complain "   $name: failed after $((SECONDS - started)) s"
    fi
    return $status
}

# build FOLDER TARGETS [CMAKE OPTION...]: configures and builds; TARGETS is one word, separated by commas.
build() {
    local folder=$1 targets=$2 fresh=()
    shift 2
    writable "$folder" || return
    # A tree that was copied or moved brings a cache that points to its old place.
    if [ -f "$folder/CMakeCache.txt" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$folder/CMakeCache.txt"; then
        fresh=(--fresh)
    fi
    cmake "${fresh[@]}" -G Ninja -S "$root" -B "$folder" "$@" >"$folder/configure.log" 2>&1 || {
        cat "$folder/configure.log" >&2
        return 1
    }
    # shellcheck disable=SC2086
    ninja -k 20 -C "$folder" ${targets//,/ }
}

# writable FOLDER: makes it, and says whose it is when it cannot be written.
writable() {
    local part
    mkdir -p "$1" 2>/dev/null
    for part in "$root/build" "$1"; do
        [ -d "$part" ] && [ -w "$part" ] && continue
        complain "cannot write to $part (it belongs to $(stat -c %U "$part" 2>/dev/null || stat -c %U "$root"))"
        complain "remove it with: sudo rm -rf '$root/build'"
        return 1
    done
}
