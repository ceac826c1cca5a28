//! Processes.

use crate::{finds, spares};

#[test]
fn fork_bombs_are_refused_whatever_their_name() {
    finds(&[
        (":(){ :|:& };:", "fork-bomb"),
        (": () { : | : & } ; :", "fork-bomb"),
        (":(){:|:&};:", "fork-bomb"),
        ("bomb() { bomb | bomb & }; bomb", "fork-bomb"),
        ("bomb() ( bomb & bomb & )", "fork-bomb"),
        ("function bomb { bomb|bomb& }; bomb", "fork-bomb"),
        ("function bomb() { bomb|bomb& }; bomb", "fork-bomb"),
        ("f() { { f & }; f; }", "fork-bomb"),
        ("f() { if true; then f | f; fi; }", "fork-bomb"),
        ("$0 & $0 &", "fork-bomb"),
    ]);
    spares(
        "fork-bomb",
        &[
            "f() { f; }",
            "f() { g & }; f",
            "f() { ls | wc; }; f &",
            "f & f",
            "f() { ls; }; f | f",
            "echo $0 &",
        ],
    );
}

#[test]
fn signals_are_rated_by_whom_they_hit() {
    finds(&[
        ("kill -9 -1", "kill-everything"),
        ("kill -KILL -- -1", "kill-everything"),
        ("kill 1", "kill-everything"),
        ("killall5", "kill-everything"),
        ("kill -9 4711", "kill-hard"),
        ("kill -s KILL 4711", "kill-hard"),
        ("pkill --signal=SIGKILL node", "kill-hard"),
        ("killall -sKILL node", "kill-hard"),
        ("kill 4711", "kill"),
        ("pkill node", "kill"),
    ]);
    spares(
        "kill-everything",
        &["kill -1 4711", "kill -1", "kill", "pkill 1", "kill -9 4711"],
    );
    spares("kill-hard", &["kill -15 4711", "echo -9"]);
    spares("kill", &["kill -0 4711", "kill -l", "echo 4711"]);
}

#[test]
fn stopping_the_machine_is_worth_a_second_look() {
    finds(&[
        ("shutdown -h now", "power"),
        ("init 0", "power"),
        ("telinit 6", "power"),
        ("systemctl reboot", "power"),
    ]);
    spares("power", &["init 3", "systemctl status", "echo reboot"]);
}
