use super::super::call::Call;
use super::Family;

pub(super) const BOMBS: Family = &[rule!(
    Critical,
    "fork-bomb",
    "starts itself over and over until the machine stands still",
    |call| call.forks && (call.functions.contains(&call.program) || call.program == "$0"),
)];

pub(super) const SIGNALS: Family = &[
    rule!(
        Critical,
        "kill-everything",
        "ends every process, or the one that all others hang on",
        |call| {
            call.is(&["killall5"])
                || (is_kill(call)
                    && (call.operands().any(|pid| matches!(pid, "1" | "-1"))
                        || ends_with_all(call)))
        },
    ),
    rule!(
        High,
        "kill-hard",
        "ends processes without letting them save or clean up",
        |call| sends(call) && call.arguments.iter().any(|word| is_hard(word)),
    ),
    rule!(Moderate, "kill", "ends processes", |call| {
        sends(call) && !only_asks(call)
    }),
];

pub(super) const POWER: Family = &[rule!(
    High,
    "power",
    "stops or restarts the machine",
    |call| {
        call.is(&["shutdown", "reboot", "halt", "poweroff"])
            || (call.is(&["init", "telinit"])
                && call.operands().any(|level| matches!(level, "0" | "6")))
            || (call.is(&["systemctl"])
                && call
                    .operands()
                    .any(|verb| matches!(verb, "poweroff" | "reboot" | "halt" | "suspend")))
    }
)];

fn is_kill(call: &Call) -> bool {
    call.is(&["kill"])
}

/// `kill -9 -1`, where a lone `-1` would be a signal.
fn ends_with_all(call: &Call) -> bool {
    call.arguments.len() > 1 && call.arguments.last().is_some_and(|last| last == "-1")
}

fn sends(call: &Call) -> bool {
    call.is(&["kill", "pkill", "killall", "xkill"])
}

fn is_hard(word: &str) -> bool {
    let name = word.trim_start_matches("--signal=").trim_start_matches('-');
    let name = name.trim_start_matches('s').trim_start_matches("SIG");
    matches!(name, "9" | "KILL" | "kill")
}

fn only_asks(call: &Call) -> bool {
    call.options()
        .any(|option| matches!(option, "-0" | "-l" | "-L"))
}
