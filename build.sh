#!/usr/bin/env bash
# Runs the build program of build/_build.csproj; compiles it first when anything it is made of has changed.
# A warm start is bash builtins, one find and exec. Everything here works with bash 3.2 and BSD tools (macOS).
if [ -z "${BASH_VERSION:-}" ]; then exec bash "$0" "$@"; fi
set +o posix -uo pipefail

script=${BASH_SOURCE[0]}
case $script in */*) ;; *) script=./$script ;; esac
while [ -L "$script" ]; do
    link=$(readlink "$script")
    case $link in /*) script=$link ;; *) script=${script%/*}/$link ;; esac
done
root=${script%/*}
case $root in /* | '') ;; *) root=$PWD/$root ;; esac
root=${root%/.}

engine=${NukeEngine:-Embedded}
temp=$root/.nuke/temp
state=$temp/build/$engine

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 NUKE_TELEMETRY_OPTOUT=1

# --- Has anything changed? -------------------------------------------------------------------------------------------

# The first dotnet on PATH, without the process that $(type -P dotnet) would be.
dotnet_on_path() {
    local IFS=: folder
    on_path=
    for folder in $PATH; do
        if [ -f "$folder/dotnet" ] && [ -x "$folder/dotnet" ]; then on_path=$folder/dotnet && return; fi
    done
}

# The folders and root files that the build is made of.
list_inputs() {
    local file
    inputs=() paths=()
    for file in "$root"/build "$root"/source "$root"/*.props "$root"/*.targets "$root"/*.rsp "$root"/*.globalconfig \
        "$root"/.globalconfig "$root"/.editorconfig "$root"/BannedSymbols.txt "$root"/global.json \
        "$root"/NuGet.config "$root"/nuget.config "$root"/NuGet.Config "$root"/build.sh; do
        if [ -e "$file" ]; then inputs+=("${file#"$root"/}") paths+=("$file"); fi
    done
}

# Folders are compared as well, which shows files that were added, removed or renamed; and it is the change time that
# is compared, which no copy or archive can set back.
changed_since() {
    find -L "${paths[@]}" \( -name bin -o -name obj \) -prune -o -cnewer "$1" -print 2>&1
}

# The SDKs, and the runtimes: the program is compiled for one of them.
list_sdks() { # dotnet
    local folders=("${1%/*}"/sdk/* "${1%/*}"/shared/Microsoft.NETCore.App/*)
    sdks=${folders[*]##*/}
}

run() {
    if [ "$dotnet" = "$temp/dotnet-sdk/dotnet" ]; then
        export DOTNET_ROOT=$temp/dotnet-sdk PATH=$temp/dotnet-sdk:$PATH
    fi
    # The build is that of this repository, wherever it is started.
    export NUKE_ROOT=$root
    exec "$dotnet" --roll-forward LatestPatch "$state/program/$id/_build.dll" "$@"
}

dotnet_on_path
list_inputs
made_at='' made_inputs='' made_path='' made_dotnet_root='' made_sdks='' dotnet='' id='' previous=''
if [ -f "$state/current" ]; then
    {
        IFS= read -r made_at
        IFS= read -r made_inputs
        IFS= read -r made_path
        IFS= read -r made_dotnet_root
        IFS= read -r made_sdks
        IFS= read -r dotnet
        IFS= read -r id
        IFS= read -r previous
    } <"$state/current"
    list_sdks "$dotnet"
    # A moved or copied repository has another root: its time stamps tell nothing.
    if [ "$root/" -ef "$made_at" ] && [ "${inputs[*]}" = "$made_inputs" ] &&
        [ "$on_path" = "$made_path" ] && [ "${DOTNET_ROOT:-}" = "$made_dotnet_root" ] && [ "$sdks" = "$made_sdks" ] &&
        [ -f "$state/program/$id/_build.dll" ] && [ -z "$(changed_since "$state/current")" ]; then
        run "$@"
    fi
fi

# --- Something has: from here on, time matters less ------------------------------------------------------------------

say() { printf 'build.sh: %s\n' "$1" >&2; }

fail() { # exit code, sentences
    local code=$1 sentence
    shift
    for sentence in "$@"; do say "$sentence"; done
    exit "$code"
}

not_writable() { # path
    local owner me
    me=$(id -un)
    owner=$(ls -ld "$1" | { read -r _ _ owner _; printf '%s' "$owner"; })
    if [ "$owner" != "$me" ]; then
        fail 3 "cannot write to $1: it belongs to $owner, and this is $me." \
            "Mend it with: sudo chown -R $me '$temp'"
    fi
    fail 3 "cannot write to $1: it is read-only." \
        "Mend it with: chmod -R u+w '$temp' (or make its file system writable)"
}

need_folder() { # path, whose parent exists
    if [ -d "$1" ]; then return; fi
    if [ -e "$1" ] || [ -L "$1" ]; then
        fail 3 "cannot use $1: it is a file, and a folder is needed there." "Mend it with: rm '$1'"
    fi
    if ! mkdir "$1" 2>/dev/null && [ ! -d "$1" ]; then not_writable "${1%/*}"; fi
}

# Everything that a compile may rewrite: all but the finished programs.
need_writable_output() {
    local path
    while IFS= read -r path; do
        if [ ! -w "$path" ]; then not_writable "$path"; fi
    done < <(find "$state" -path "$state/program/*" -prune -o -print 2>/dev/null)
}

# Two starts at once: one compiles, the other waits and uses the result. The lock belongs to the open file, so it goes
# with its holders, however they end; a compiler that outlives a killed build.sh keeps it until it ends as well.
lock() {
    { exec 9>"$temp/build/lock"; } 2>/dev/null || not_writable "$temp/build/lock"
    if try_lock nonblocking; then return; fi
    say 'another start is compiling the build: waiting for it'
    try_lock || fail 3 "cannot lock $temp/build/lock."
}

try_lock() {
    if command -v flock >/dev/null; then
        flock ${1:+-n} 9
    elif command -v perl >/dev/null; then
        perl -MFcntl=:flock -e 'open(F, ">&=", 9) && flock(F, LOCK_EX | (@ARGV ? LOCK_NB : 0)) || exit 1' "$@"
    else
        fail 3 'neither flock nor perl is here, one of which is needed to keep two starts apart.' \
            'Mend it by installing util-linux (flock).'
    fi
}

# dotnet knows best which SDK global.json asks for.
find_sdk() {
    local candidate version place
    for candidate in "$on_path" "${DOTNET_ROOT:+$DOTNET_ROOT/dotnet}" "$temp/dotnet-sdk/dotnet"; do
        if [ ! -x "$candidate" ]; then continue; fi
        sdk=$(cd "$root" && "$candidate" --version 2>/dev/null) || continue
        dotnet=$candidate
        # The dotnet beside the SDK, in case the candidate is a link or a wrapper.
        while read -r version place; do
            place=${place#[} place=${place%/*}/dotnet
            if [ "$version" = "$sdk" ] && [ -x "$place" ]; then dotnet=$place; fi
        done < <("$candidate" --list-sdks)
        return 0
    done
    return 1
}

install_sdk() {
    local url=https://dot.net/v1/dotnet-install.sh script=$temp/dotnet-install.sh new=$temp/dotnet-sdk.new
    local wanted=LTS error request=(--channel LTS) newline=$'\n' version='"version"[[:space:]]*:[[:space:]]*"([^"]+)"'
    if [ -f "$root/global.json" ]; then
        request=(--jsonfile "$root/global.json")
        if [[ $(<"$root/global.json") =~ $version ]]; then
            wanted=${BASH_REMATCH[1]}
        fi
    fi
    local mend=("Mend it by installing the .NET SDK $wanted from https://dotnet.microsoft.com/download and putting dotnet on PATH (or its folder into DOTNET_ROOT).")
    say "no .NET SDK for $wanted (global.json) is here: installing it into $temp/dotnet-sdk"
    if command -v curl >/dev/null; then
        error=$(curl --fail --silent --show-error --location --connect-timeout 20 --output "$script" "$url" 2>&1)
    elif command -v wget >/dev/null; then
        error=$(wget --no-verbose --timeout=20 --tries=2 --output-document="$script" "$url" 2>&1)
    else
        error='neither curl nor wget is here' && false
    fi || fail 3 "cannot fetch $url: ${error##*$newline}" "${mend[@]}"
    rm -rf "$new"
    error=$(bash "$script" "${request[@]}" --install-dir "$new" --no-path 2>&1) ||
        fail 3 "the .NET SDK $wanted could not be installed: ${error##*$newline}" "${mend[@]}"
    rm -rf "$temp/dotnet-sdk" "$script"
    mv "$new" "$temp/dotnet-sdk"
    find_sdk || fail 3 "the installed .NET SDK is not one that global.json accepts ($wanted)." "${mend[@]}"
}

# What is compiled, as one name: touching a file or checking out the same content again changes nothing.
fingerprint() {
    local sum=(cksum)
    list_sdks "$dotnet"
    if command -v sha256sum >/dev/null; then sum=(sha256sum); elif command -v shasum >/dev/null; then sum=(shasum -a 256); fi
    id=$(
        cd "$root" && {
            printf '%s\n' "$sdk" "$sdks"
            find -L "${inputs[@]}" \( -name bin -o -name obj \) -prune -o \
                -type f ! -name '*.swp' ! -name '*~' ! -name '.#*' ! -name .DS_Store -print0 |
                xargs -0 "${sum[@]}" | LC_ALL=C sort
        } | "${sum[@]}"
    ) || fail 3 "cannot read the files of the build in $root."
    id=${id%% *}
    id=${id:0:16}
}

# A file that changes after this has a later time than the stamp, however coarse the file system's clock is.
take_stamp() {
    printf . >"$state/stamp"
    until [ -n "$(find "$state/tick" -newer "$state/stamp" 2>/dev/null)" ]; do printf . >"$state/tick"; done
}

# MSBuild goes by the time of the last write. It would keep what it made from a file that was saved while it ran, or that
# was since replaced by an older one.
forget_what_may_be_stale() {
    if [ ! -f "$state/settled" ] ||
        [ -n "$(find -L "${paths[@]}" -type f -cnewer "$state/settled" ! -newer "$state/settled" -print 2>&1)" ]; then
        find "$state/dotnet/obj" -name ready-to-run -prune -o -name '*.dll' -exec rm -f {} + 2>/dev/null
    fi
    rm -f "$state/settled"
}

compile() { # target folder
    local status
    need_writable_output
    say 'compiling the build'
    rm -rf "$1"
    forget_what_may_be_stale
    # In a process group of its own, so that an interrupt can end all of it.
    compiler=
    trap interrupted INT TERM HUP
    set -m
    (
        # Left over when something that MSBuild started starts us, and of that something's SDK.
        unset MSBuildSDKsPath MSBUILD_EXE_PATH MSBuildExtensionsPath MSBuildLoadMicrosoftTargetsReadOnly
        export DOTNET_CLI_USE_MSBUILD_SERVER=0 DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE=true DOTNET_CLI_UI_LANGUAGE=en
        cd "$root" && exec "$dotnet" publish build/_build.csproj --configuration Release --output "$1" \
            --artifacts-path "$state/dotnet" -nologo -v:q -clp:'ErrorsOnly;NoSummary' -tl:off \
            -nodeReuse:false -p:UseSharedCompilation=false \
            -p:RunAnalyzers=false -p:GenerateDocumentationFile=false -p:NuGetAudit=false -p:UseAppHost=false
    ) >"$state/log" 2>&1 </dev/null &
    compiler=$!
    set +m
    wait "$compiler"
    status=$?
    trap - INT TERM HUP
    if [ -z "$(changed_since "$state/stamp")" ]; then printf . >"$state/settled"; fi
    if [ "$status" -ne 0 ] || [ ! -f "$1/_build.dll" ]; then
        rm -rf "$1"
        show_errors
    fi
}

interrupted() {
    trap '' INT TERM HUP
    if [ -n "$compiler" ]; then
        kill -TERM "-$compiler"
        wait "$compiler"
    fi 2>/dev/null
    rm -rf "$state"/program/*.new
    exit 130
}

show_errors() {
    local line code=2 count=0
    while IFS= read -r line; do
        line=${line% \[*proj\]}
        count=$((count + 1))
        if [ "$count" -le 40 ]; then printf '%s\n' "${line#"$root"/}" >&2; fi
        case $line in *'error NU1301'* | *'error NU1801'*) code=3 ;; esac
    done < <(awk 'NF && !seen[$0]++' "$state/log")
    if [ "$count" -gt 40 ]; then printf '... and %s lines more in %s\n' "$((count - 40))" "$state/log" >&2; fi
    case $code in
        2) fail 2 'the build does not compile: the errors are above.' ;;
        *) fail 3 'the packages of the build could not be fetched: the errors are above.' \
            'Mend it by making the package source reachable; NuGet.config or NUGET_PACKAGES can name another one.' ;;
    esac
}

in_use() { # id
    local args
    if [ -r /proc/self/cmdline ]; then
        grep -qaF -- "/$1/_build.dll" /proc/[0-9]*/cmdline 2>/dev/null
    else
        while IFS= read -r args; do
            case $args in *"/$1/_build.dll"*) return 0 ;; esac
        done < <(ps -A -o args=)
        return 1
    fi
}

# All but the current program, the one before, and those that still run.
remove_old() {
    local folder name
    for folder in "$state"/program/*/; do
        name=${folder%/} name=${name##*/}
        if [ "$name" = "$id" ] || [ "$name" = "$previous" ] || in_use "$name"; then continue; fi
        rm -rf "$folder"
    done
}

# Everything that belongs to the new state, put in place by one rename.
switch() {
    printf '%s\n' "$root/" "${inputs[*]}" "$on_path" "${DOTNET_ROOT:-}" "$sdks" "$dotnet" "$id" "$previous" \
        >"$state/current.new"
    touch -r "$state/stamp" "$state/current.new"
    mv -f "$state/current.new" "$state/current"
}

case $engine in
    Embedded | Package) ;;
    *) fail 2 "NukeEngine is '$engine': it can be Embedded or Package." ;;
esac
if [ ! -f "$root/build/_build.csproj" ]; then fail 2 "there is no build project $root/build/_build.csproj."; fi

root=$(CDPATH='' cd -- "$root/" && pwd -P) || exit 3
temp=$root/.nuke/temp state=$root/.nuke/temp/build/$engine
was=$id
case $root in *\'*) fail 2 "the .NET SDK cannot publish from $root, because of the apostrophe: move the repository." ;; esac

# A finished program can be used from where nothing can be written.
if [ ! -w "$state" ] && [ -d "$state" ] && find_sdk; then
    fingerprint
    if [ -f "$state/program/$id/_build.dll" ]; then run "$@"; fi
fi

for folder in "$root/.nuke" "$temp" "$temp/build" "$state" "$state/program"; do need_folder "$folder"; done
for folder in "$temp/build" "$state" "$state/program"; do if [ ! -w "$folder" ]; then not_writable "$folder"; fi; done
lock
find_sdk || install_sdk
for attempt in 1 2 3; do
    take_stamp
    list_inputs
    fingerprint
    if [ -f "$state/program/$id/_build.dll" ]; then break; fi
    compile "$state/program/$id.new"
    # What changed while it was being compiled may be in the program or not: it is compiled again.
    made=$id
    if [ -n "$(changed_since "$state/stamp")" ]; then fingerprint; fi
    if [ "$id" = "$made" ]; then
        rm -rf "${state:?}/program/$id"
        mv "$state/program/$id.new" "$state/program/$id"
        break
    fi
    rm -rf "$state/program/$made.new"
    if [ "$attempt" = 3 ]; then fail 2 'the files of the build changed during each of three compiles.'; fi
done
if [ "$was" != "$id" ]; then previous=$was; fi
switch
remove_old
exec 9>&-
run "$@"
