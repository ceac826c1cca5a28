//! Commands inside commands.

use caro::safety::Risk;

use crate::{finds, rated, spares};

#[test]
fn wrappers_are_seen_through() {
    for wrapper in [
        "sudo",
        "sudo -n",
        "sudo -u root",
        "sudo -u root --",
        "sudo A=b",
        "doas -u root",
        "env",
        "env -i A=b",
        "env -u X",
        "command",
        "command -p",
        "builtin",
        "exec",
        "exec -a name",
        "coproc",
        "nohup",
        "setsid",
        "time",
        "time -p",
        "nice",
        "nice -n 10",
        "ionice -c 2 -n 0",
        "timeout 5",
        "timeout -k 1 5s",
        "stdbuf -oL",
        "chroot /mnt",
        "flock /tmp/lock",
        "busybox",
        "toybox",
        "caffeinate -i",
        "A=b",
        "A=b C=d",
        "!",
        "xargs",
        "xargs -n 1 -I x",
        "parallel -j 2",
        "ssh host",
        "ssh -p 22 host",
        "sudo nice env timeout 5",
        "find . -exec",
        "then",
        "do",
        "else",
        "find . -execdir",
    ] {
        rated(Risk::Critical, &[&format!("{wrapper} rm -rf /")]);
    }
    rated(
        Risk::Safe,
        &[
            "command -v rm",
            "command -V rm",
            "env",
            "nohup",
            "timeout 5",
            "xargs",
            "sudoku rm -rf /",
        ],
    );
}

#[test]
fn scripts_inside_scripts_are_read() {
    rated(
        Risk::Critical,
        &[
            "sh -c 'rm -rf /'",
            "bash -lc \"rm -rf /\"",
            "sh -e -c 'rm -rf \"/\"'",
            "sh -c 'rm -rf \"$@\"' sh /",
            "zsh -c 'sh -c \"rm -rf /\"'",
            "eval 'rm -rf /'",
            "eval rm -rf /",
            "watch 'rm -rf /'",
            "trap 'rm -rf /' EXIT",
            "alias ls='rm -rf /'",
            "su -c 'rm -rf /'",
            "su --command 'rm -rf /' me",
            "env -S 'rm -rf /'",
            "ssh host 'rm -rf /'",
            "echo 'rm -rf /' | sh",
            "printf 'rm -rf /' | sudo bash",
            "echo / | xargs rm -rf",
            "sh <<END\nrm -rf /\nEND",
            "sh <<-'END'\n\trm -rf /\n\tEND\nls",
            "sh <<\"END\" ; ls\nrm -rf /\nEND",
            "bash -s << END | cat\nrm -rf /\nEND",
            "bash <<< 'rm -rf /'",
            "echo $(rm -rf /)",
            "echo \"$(rm -rf /)\"",
            "echo `rm -rf /`",
            "echo \"`rm -rf /`\"",
            "echo \"`echo \\`rm -rf /\\``\"",
            "echo ${x:-$(rm -rf /)}",
            "echo ${x:-`rm -rf /`}",
            "cat <(rm -rf /)",
            "tee >(rm -rf /)",
            "x=$(rm -rf /)",
            "> $(rm -rf /)",
            "case $(rm -rf /) in a) ;; esac",
            "all='rm -rf /'; sh -c \"$all\"",
            "all='rm -rf /'; eval \"$all\"",
        ],
    );
    rated(
        Risk::Safe,
        &[
            "sh script.sh",
            "bash --rcfile x y",
            "trap",
            "alias",
            "alias ls",
            "su_ -c 'rm -rf /'",
            "sh --norc",
            "watch",
            "ssh host",
        ],
    );
}

#[test]
fn structure_is_seen_through() {
    rated(
        Risk::Critical,
        &[
            "ls; rm -rf /",
            "ls;rm -rf /",
            "ls && rm -rf /",
            "ls || rm -rf /",
            "ls | rm -rf /",
            "ls & rm -rf /",
            "ls\nrm -rf /",
            "(rm -rf /)",
            "((rm -rf /))",
            "{ rm -rf /; }",
            "( ls; { rm -rf /; } )",
            "if ls; then rm -rf /; fi",
            "if rm -rf /; then ls; elif ls; then ls; else ls; fi",
            "while :; do rm -rf /; done",
            "until rm -rf /; do :; done",
            "for d in / /etc; do rm -rf \"$d\"; done",
            "case x in a|b) rm -rf / ;; esac",
            "case x in (a) ls ;; (b) rm -rf / ;;& esac",
            "case x in a) case y in b) rm -rf /;; esac;; esac",
            "select x in / /etc; do rm -rf $x; done",
            "f() { rm -rf /; }; f",
            "! rm -rf /",
            "ls >x 2>&1 && rm -rf /",
            "rm >x -rf /",
            "<x rm -rf /",
            "ls <&3 ; rm -rf /",
            "x='a b'; rm -rf /",
            "rm -rf $x /",
        ],
    );
    spares(
        "power",
        &[
            "case $x in reboot) ls ;; esac",
            "echo reboot; ls",
            "ls; # reboot",
        ],
    );
}

#[test]
fn variables_are_followed_as_far_as_they_are_known() {
    rated(
        Risk::Critical,
        &[
            "a=/ b=$a; c=${a}etc; rm -rf $c",
            "MY_2ND=/; rm -rf $MY_2ND",
            "readonly a=/; rm -rf \"${a}\"",
            "declare a=~; rm -rf $a",
            "a=/; sh -c \"rm -rf $a\"",
        ],
    );
    spares(
        "delete-vital",
        &[
            "a=/tmp/x; rm -rf $a",
            "rm -rf \\$a",
            "a=/; rm -rf '$a'",
            "a=/; rm -rf \\$a",
            "=/ ; rm -rf $",
            "1=/; rm -rf $1",
            "export; rm -rf x",
            "for; do ls; done",
            "for x; do rm -rf $x; done",
        ],
    );
}

#[test]
fn braces_are_expanded() {
    finds(&[
        ("rm -rf {/,x}", "delete-vital"),
        ("chmod 777 {a,b}", "world-writable"),
    ]);
    spares(
        "delete-vital",
        &[
            "rm -rf {}",
            "rm -rf /{",
            "rm -rf /tmp/{a}",
            "rm -rf ${x}",
            "rm -rf x{,y}",
        ],
    );
}
