use super::super::call::Call;
use super::super::place::Place;
use super::disks::dd_target;
use super::Family;

pub(super) const REDIRECTIONS: Family = &[
    rule!(
        Critical,
        "write-system",
        "overwrites a file that the system needs",
        |call| {
            call.redirects_to(Place::is_system, false)
                || dd_target(call).is_system()
                || (call.is(&["tee"]) && !call.has('a', "append") && call.targets(Place::is_system))
                || (call.is(&["truncate"]) && call.targets(Place::is_system))
                || (edits_in_place(call) && call.targets(Place::is_system))
        },
    ),
    rule!(
        High,
        "append-system",
        "adds to a file that the system needs",
        |call| {
            call.redirects_to(Place::is_system, true)
                || (call.is(&["tee"]) && call.targets(Place::is_system))
        },
    ),
    rule!(Moderate, "write", "replaces what is in a file", |call| {
        call.writes
            .iter()
            .any(|(file, append)| !append && !file.starts_with("/dev/"))
            || call.is(&["tee", "truncate"])
            || edits_in_place(call)
    }),
];

pub(super) const COPIES: Family = &[
    rule!(
        Critical,
        "move-vital",
        "moves the system or a whole home folder away",
        |call| call.is(&["mv"]) && call.targets(Place::is_vital) && !call.destination().is_vital(),
    ),
    rule!(
        Critical,
        "copy-over-system",
        "replaces a file that the system needs",
        |call| is_copy(call) && call.destination().is_system() && !into_folder(call),
    ),
    rule!(
        High,
        "copy-into-system",
        "puts files where the system keeps its own",
        |call| is_copy(call) && call.destination().is_system(),
    ),
    rule!(
        Moderate,
        "move",
        "moves files, over others of the same name",
        |call| call.is(&["mv"]),
    ),
    rule!(
        Moderate,
        "copy-over",
        "replaces files of the same name",
        |call| { is_copy(call) && call.has('f', "force") }
    ),
];

fn is_copy(call: &Call) -> bool {
    call.is(&["cp", "mv", "install", "ln", "rsync", "scp"])
}

fn into_folder(call: &Call) -> bool {
    call.operands()
        .last()
        .is_some_and(|operand| operand.ends_with('/'))
}

fn edits_in_place(call: &Call) -> bool {
    (call.is(&["sed"]) && call.has('i', "in-place"))
        || (call.is(&["perl"]) && call.options().any(|option| option.contains('i')))
}
