# shellcheck shell=bash
# What app/run and tests/run share: finding out what is missing, installing it, configuring and building.
# Sourced by bash, 3.2 or newer, with `set -eu`; the caller's folder does not matter.

tincan_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# Debian and Ubuntu packages. Without the needed ones nothing builds; without the wanted ones it only looks worse.
needed_packages="cmake ninja-build g++ qt6-base-dev qt6-tools-dev qt6-l10n-tools libqt6sql6-sqlite libicu-dev libmd4c-dev libqrencode-dev libsqlite3-dev libssl-dev"
wanted_packages="fonts-dejavu-core fonts-noto-cjk fonts-noto-color-emoji"
[ -n "${DISPLAY:-}" ] || [ -z "${WAYLAND_DISPLAY:-}" ] || wanted_packages="$wanted_packages qt6-wayland"

say() { printf 'tincan: %s\n' "$*"; }
fail() { say "$*" >&2; exit 1; }

is_debian_like() {
    [ "$(uname -s)" = Linux ] && command -v dpkg-query >/dev/null && command -v apt-get >/dev/null
}

# Those of the named packages that are not installed.
missing_packages() {
    local package installed
    installed=" $(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null |
        sed -n 's/^installed //p' | tr '\n' ' ') "
    for package in "$@"; do
        case $installed in *" $package "*) ;; *) printf '%s ' "$package" ;; esac
    done
}

# Runs apt-get as root, its output in a log that is shown only when it fails.
apt_quietly() {
    local log as_root=""
    [ "$(id -u)" = 0 ] || as_root=sudo
    log=$(mktemp)
    if $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y "$@" >"$log" 2>&1 </dev/null; then
        rm -f "$log"
        return 0
    fi
    tail -n 15 "$log" >&2
    rm -f "$log"
    return 1
}

can_install() {
    [ "$(id -u)" = 0 ] || { command -v sudo >/dev/null && sudo -v; }
}

install_on_debian() {
    local missing
    # Word splitting is meant: these are lists of packages.
    # shellcheck disable=SC2086
    missing=$(missing_packages $needed_packages)
    if [ -n "$missing" ]; then
        say "installing $missing(a minute or two, once)"
        can_install || fail "this needs root; install them with: sudo apt-get install $missing"
        # shellcheck disable=SC2086
        { apt_quietly update && apt_quietly install --no-install-recommends $missing; } ||
            fail "could not install: $missing"
    fi
    # shellcheck disable=SC2086
    missing=$(missing_packages $wanted_packages)
    if [ -n "$missing" ]; then
        say "installing fonts and the like: $missing"
        # shellcheck disable=SC2086
        { can_install && { apt_quietly install --no-install-recommends $missing ||
            { apt_quietly update && apt_quietly install --no-install-recommends $missing; }; }; } ||
            say "going on without: $missing"
    fi
}

how_to_install() {
    case $(uname -s) in
        Darwin) echo "brew install cmake ninja qt md4c qrencode openssl@3 sqlite" ;;
        MINGW* | MSYS* | CYGWIN*)
            echo "install Visual Studio 2022 (C++), CMake, Ninja, md4c, libqrencode, OpenSSL 3, SQLite and Qt 6.4 or newer (qt.io/download), then start this" \
                "from a developer prompt with Qt's bin folder in PATH" ;;
        *)
            echo "install a C++20 compiler, CMake 3.22, Ninja, md4c, libqrencode, OpenSSL 3, SQLite 3.31 and Qt 6.4 or newer with its development files, e.g." \
                "'dnf install gcc-c++ cmake ninja-build qt6-qtbase-devel md4c-devel qrencode-devel openssl-devel sqlite-devel' or 'pacman -S gcc cmake ninja md4c qrencode openssl sqlite qt6-base'" ;;
    esac
}

# Elsewhere nothing is installed: what is found is used, what is missing is named.
check_tools() {
    local tool
    for tool in cmake ninja; do
        command -v $tool >/dev/null || fail "$tool is missing; $(how_to_install)"
    done
}

install_missing() {
    if is_debian_like; then install_on_debian; else check_tools; fi
}

cores() {
    nproc 2>/dev/null || sysctl -n hw.ncpu 2>/dev/null || echo 2
}

# The build folder of a preset.
build_folder() {
    if [ "$1" = release ]; then echo "$tincan_root/build"; else echo "$tincan_root/build-$1"; fi
}

# configure PRESET [CMAKE OPTION…]: once, and again when options are given; the build itself notices changed CMake files.
configure() {
    local folder preset=$1
    shift
    folder=$(build_folder "$preset")
    # A tree that was copied or moved keeps a cache that CMake refuses.
    if [ -f "$folder/CMakeCache.txt" ] &&
        [ "$(sed -n 's/^CMAKE_HOME_DIRECTORY:INTERNAL=//p' "$folder/CMakeCache.txt")" != "$tincan_root" ]; then
        rm -rf "$folder/CMakeCache.txt" "$folder/CMakeFiles"
    fi
    [ -f "$folder/build.ninja" ] && [ -f "$folder/CMakeCache.txt" ] && [ $# = 0 ] && return 0
    mkdir -p "$folder"
    (cd "$tincan_root" && cmake --preset "$preset" "$@") >"$folder/configure.log" 2>&1 || {
        cat "$folder/configure.log" >&2
        fail "the configuration failed. What this system needs: $(how_to_install)"
    }
}

# build PRESET [TARGET…]: silent when there is nothing to do.
build() {
    local folder preset=$1 targets=""
    shift
    folder=$(build_folder "$preset")
    [ $# = 0 ] || targets="--target $*"
    if ! ninja -C "$folder" -n "$@" 2>/dev/null | grep -q 'no work to do'; then
        # shellcheck disable=SC2086
        (cd "$tincan_root" && cmake --build "$folder" --parallel "$(cores)" $targets) || fail "the build failed"
    fi
}
