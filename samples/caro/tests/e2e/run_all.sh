#!/bin/sh
# End-to-end scenarios over the built program, as TAP.
#   CARO_BIN=path/to/caro tests/e2e/run_all.sh
# The pipeline names the program it has built in CARGO_BIN_EXE_caro.
# Without either: the release build, else the debug build, in CARGO_TARGET_DIR or target.
set -u

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
CARO_BIN=${CARO_BIN:-${CARGO_BIN_EXE_caro:-}}
if [ -z "$CARO_BIN" ]; then
    target=${CARGO_TARGET_DIR:-$root/target}
    for candidate in "$target/release/caro" "$target/debug/caro"; do
        if [ -x "$candidate" ]; then
            CARO_BIN=$candidate
            break
        fi
    done
fi
if [ -z "${CARO_BIN:-}" ] || [ ! -x "$CARO_BIN" ]; then
    echo "Bail out! no caro program: set CARO_BIN, or run cargo build --release first"
    exit 1
fi
case $CARO_BIN in
    /*) ;;
    *) CARO_BIN=$PWD/$CARO_BIN ;;
esac

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
out=$work/.out
err=$work/.err
count=0
failed=0

# result NAME EXPECTED ACTUAL
result() {
    count=$((count + 1))
    if [ "$2" = "$3" ]; then
        printf 'ok %d - %s\n' "$count" "$1"
    else
        failed=$((failed + 1))
        printf 'not ok %d - %s\n' "$count" "$1"
        printf '%s\n' "$2" | sed 's/^/#   expected: /'
        printf '%s\n' "$3" | sed 's/^/#   actual:   /'
    fi
}

# caro ARGUMENTS: leaves the exit code in $code, the output in $out and $err.
caro() {
    "$CARO_BIN" "$@" >"$out" 2>"$err" </dev/null
    code=$?
}

# says WORDS COMMAND: these words become this command.
says() {
    caro -q "$1"
    result "says: $1" "$2" "$(cat "$out" "$err")"
}

# risk LEVEL COMMAND: the validator calls the command so, and refuses it when it is critical.
risk() {
    caro check "$2"
    verdict=ok wanted=0
    if [ "$1" = critical ]; then
        verdict=refused wanted=1
    fi
    result "risk: $2" "$verdict: $1 ($wanted)" "$(head -n 1 "$out") ($code)"
}

# exits CODE TEXT ARGUMENTS: ends so, and says the text on either stream.
exits() {
    wanted=$1 text=$2
    shift 2
    caro "$@"
    if cat "$out" "$err" | grep -qF -e "$text"; then
        found=$text
    else
        found=$(cat "$out" "$err")
    fi
    result "exits $wanted: caro $*" "$wanted: $text" "$code: $found"
}

# does WORDS EXPECTED: the command that the words become prints this when it is run in the folder prepared below.
does() {
    caro -q "$1"
    result "does: $1" "$2" "$(cd "$work/box" && sh "$out" 2>&1 | sort)"
}

# ---- words become commands
says 'find large files'                      'find . -type f -size +104857600c -exec du -k {} + | sort -rn'
says 'files larger than 1.5 GB in ~/Movies'  'find ~/Movies -type f -size +1610612736c -exec du -k {} + | sort -rn'
says 'files modified in the last 7 days'     'find . -type f -mtime -7'
says 'find python files in my project'       'find project -type f -name '\''*.py'\'
says 'show disk usage'                       'du -sk ./* | sort -rn | head -n 10'
says 'list files by date'                    'ls -lt'
says 'search for "it'\''s" in src'           'grep -rn -e '\''it'\''\'\'''\''s'\'' src'
says 'top 5 processes by memory'             'ps -A -o pmem= -o pid= -o args= | sort -rn | head -n 5'
says 'kill the process on port 3000'         'lsof -t -iTCP:3000 -sTCP:LISTEN | xargs kill'
says 'last 5 commits'                        'git log --oneline -n 5'
says 'compress src into backup.tar.gz'       'tar -czf backup.tar.gz src'
says 'extract photos.zip into /tmp/photos'   'mkdir -p /tmp/photos && unzip photos.zip -d /tmp/photos'
says 'show listening ports'                  'lsof -nP -iTCP -sTCP:LISTEN'
says 'find laerge fiels'                     'find . -type f -size +104857600c -exec du -k {} + | sort -rn'
says 'delete the file "-rf"'                 'rm -r ./-rf'

# ---- what the validator thinks of commands
risk safe     'ls -l | sort'
risk safe     'echo "rm -rf /"'
risk moderate 'rm notes.txt'
risk moderate 'sudo ls'
risk moderate 'git push --force-with-lease'
risk high     'rm -rf build'
risk high     'git push --force'
risk high     'git reset --hard'
risk high     'rm -rf "$UNSET"/'
risk high     'echo "never closed'
risk critical 'rm -rf /'
risk critical 'sudo rm -r --force -- "/"'
risk critical 'sh -c "rm -rf ~"'
risk critical 'cd / && rm -rf *'
risk critical ':(){ :|:& };:'
risk critical 'dd if=image.iso of=/dev/sda'
risk critical 'mkfs.ext4 /dev/sdb1'
risk critical 'chmod -R 777 /'
risk critical 'curl https://example.com/install | sudo bash'
risk critical 'echo root::0:0 > /etc/passwd'
risk critical 'find / -delete'

# ---- arguments and exit codes
exits 0 'caro 1.'                 --version
exits 0 'Exit codes'              --help
exits 0 'find-large-files'        list
exits 0 'fork-bomb'               rules
exits 0 '"command":"git log'      --json 'last 5 commits'
exits 0 '"risk":"high"'           check --json 'git push -f'
exits 0 'the first 5 only'        --explain 'top 5 processes by cpu'
exits 1 'refused'                 'delete everything in /'
exits 1 '"command":null'          --json 'delete everything in /'
exits 1 'refused: high'           --deny high check 'rm -rf build'
exits 2 'did you mean --json?'    --jsno 'list files'
exits 2 '--deny takes'            --deny none 'list files'
exits 2 'check what?'             check
exits 3 'try: caro'               'make me a sandwich'
exits 3 'which port? They go'     'what is using port 99999'
exits 3 '"suggestions":['         --json 'sing a song'

# ---- commands that are really run
mkdir -p "$work/box/sub/empty" "$work/box/My Files"
cd "$work/box" || exit 1
dd if=/dev/zero of=big.bin bs=1024 count=64 2>/dev/null
printf 'one\ntwo ERROR\nthree\n' >notes.txt
printf 'one\ntwo ERROR\nthree\n' >'My Files/copy of notes.txt'
printf 'b\na\nb\n' >sub/letters.txt
: >sub/nothing.log
touch -t 202001010000 sub/letters.txt
ln -s notes.txt link.txt

does 'find files larger than 50 KB'            "$(du -k ./big.bin)"
does 'find empty files'                        './sub/nothing.log'
does 'find empty folders'                      './sub/empty'
does 'find *.log files'                        './sub/nothing.log'
does 'files older than 300 days'               './sub/letters.txt'
does 'find *.txt files in "My Files"'          'My Files/copy of notes.txt'
does 'count files in sub'                      '2'
does 'count lines in notes.txt'                '3'
does 'search for ERROR in notes.txt'            '2:two ERROR'
does 'search for ERROR in "My Files"'           'My Files/copy of notes.txt:2:two ERROR'
does 'first 1 line of notes.txt'               'one'
does 'last 1 line of notes.txt'                'three'
does 'most common lines in sub/letters.txt'    '      1 a
      2 b'
does 'replace ERROR with done in notes.txt'     ''
result 'the text is replaced'                  'two done' "$(sed -n 2p notes.txt)"
does 'compress sub into "sub copy.tar.gz"'     ''
does 'extract "sub copy.tar.gz" into unpacked' ''
result 'what was packed is unpacked'           'b' "$(head -n 1 unpacked/sub/letters.txt 2>&1)"
does 'rename .log files to .old in sub'        ''
result 'the ending is another one'             'letters.txt nothing.old' "$(cd sub && echo *.*)"
does 'make a folder called "a b/c"'            ''
result 'the folder is there'                   'yes' "$([ -d 'a b/c' ] && echo yes)"
does 'delete *.old files in sub'               ''
result 'only what was named is deleted'        'letters.txt' "$(cd sub && echo *.*)"
does 'find duplicate files in unpacked'        ''

# ---- streams
caro 'find large files'
result 'the command stands alone on standard output' '1' "$(wc -l <"$out" | tr -d ' ')"
result 'without a terminal there are no colours' '0' "$(cat "$out" "$err" | tr -cd '\033' | wc -c | tr -d ' ')"
result 'a script is read from standard input' '1' "$(printf 'ls\nrm -rf /\n' | "$CARO_BIN" check -q - ; echo $?)"
result 'a closed pipe is no error' '' "$( ("$CARO_BIN" list 2>&1 >&3 3>&- | cat) 3>&1 >/dev/null | head -n 0)"

cd / || exit 1
printf '1..%d\n' "$count"
[ "$failed" -eq 0 ]
