use super::super::call::Call;
use super::super::place::Place;
use super::super::wrappers::narrows;
use super::Family;

pub(super) const REMOVE: Family = &[
    rule!(
        Critical,
        "delete-vital",
        "deletes the system or a whole home folder",
        |call| is_removal(call) && (removes_vital(call) || call.has('\0', "no-preserve-root")),
    ),
    rule!(
        High,
        "delete-everything",
        "deletes everything in a folder, or starts at `/` when a variable is empty",
        |call| is_removal(call) && call.targets(is_sweeping),
    ),
    rule!(
        High,
        "delete-listed",
        "deletes whatever names arrive, unseen",
        |call| {
            call.is(&["xargs", "parallel"]) && call.arguments.iter().any(|word| is_remover(word))
        },
    ),
    rule!(
        High,
        "delete-recursive",
        "deletes folders with all that is in them",
        |call| is_removal(call) && is_recursive(call),
    ),
    rule!(
        High,
        "shred",
        "overwrites files so that nothing can bring them back",
        |call| call.is(&["shred", "srm", "wipe"]),
    ),
    rule!(
        Moderate,
        "delete",
        "deletes files; there is no undo",
        is_removal
    ),
];

pub(super) const FIND: Family = &[
    rule!(
        Critical,
        "find-delete-vital",
        "deletes all it finds in the system or in a whole home folder",
        |call| find_deletes(call) && !narrows(call) && call.targets(Place::is_vital),
    ),
    rule!(
        High,
        "find-delete",
        "deletes every file found; look at the list first",
        find_deletes,
    ),
];

pub(super) const SYNC: Family = &[
    rule!(
        Critical,
        "sync-delete-vital",
        "deletes everything in the system that the source does not have",
        |call| {
            sync_deletes(call) && (call.destination().is_vital() || call.destination().is_system())
        },
    ),
    rule!(
        High,
        "sync-delete",
        "deletes what the source does not have",
        sync_deletes,
    ),
];

fn is_removal(call: &Call) -> bool {
    call.is(&["rm", "unlink", "rmdir"])
}

fn is_recursive(call: &Call) -> bool {
    call.has('r', "recursive") || call.has('R', "recursive")
}

fn removes_vital(call: &Call) -> bool {
    (is_recursive(call) && call.targets(Place::is_vital))
        || call.targets(|place| matches!(place, Place::InSystem | Place::Disk))
}

fn is_sweeping(place: Place) -> bool {
    place.is_vital() || matches!(place, Place::Here | Place::MaybeRoot)
}

fn is_remover(word: &str) -> bool {
    matches!(word.rsplit('/').next(), Some("rm" | "unlink" | "shred"))
}

fn find_deletes(call: &Call) -> bool {
    let mut runs = call.arguments.windows(2).filter_map(|pair| match pair {
        [option, program] if option.starts_with("-exec") || option.starts_with("-ok") => {
            Some(program)
        }
        _ => None,
    });
    call.is(&["find"]) && (call.says("-delete") || runs.any(|program| is_remover(program)))
}

fn sync_deletes(call: &Call) -> bool {
    call.is(&["rsync"]) && call.options().any(|option| option.starts_with("--delete"))
}
