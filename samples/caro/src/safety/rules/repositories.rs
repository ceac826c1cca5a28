use super::super::call::Call;
use super::super::place::Place;
use super::Family;

pub(super) const GIT: Family = &[
    rule!(
        High,
        "git-force-push",
        "replaces history that others may have built on",
        |call| {
            is(call, "push")
                && (call.has('f', "force") || call.says("--mirror") || pushes_with_plus(call))
        },
    ),
    rule!(
        High,
        "git-delete-remote",
        "deletes a branch or tag that others can see",
        |call| {
            is(call, "push")
                && (call.has('d', "delete") || call.operands().any(|word| word.starts_with(':')))
        },
    ),
    rule!(
        High,
        "git-discard",
        "throws away changes that were never committed",
        |call| {
            (is(call, "reset") && call.says("--hard"))
                || (is(call, "clean") && call.has('f', "force") && !call.has('n', "dry-run"))
                || (is(call, "checkout") && (call.has('f', "force") || call.targets(is_here)))
                || (is(call, "restore") && call.targets(is_here))
                || call.is_verb("git", &["stash", "drop"])
                || call.is_verb("git", &["stash", "clear"])
        },
    ),
    rule!(
        High,
        "git-erase-history",
        "makes lost commits impossible to find again",
        |call| {
            is(call, "filter-branch")
                || is(call, "filter-repo")
                || call.is_verb("git", &["reflog", "expire"])
        },
    ),
    rule!(
        Moderate,
        "git-force-with-lease",
        "replaces history, unless somebody pushed meanwhile",
        |call| {
            is(call, "push")
                && call
                    .options()
                    .any(|option| option.starts_with("--force-with-lease"))
        },
    ),
    rule!(
        Moderate,
        "git-rewrite",
        "changes commits that may be shared already",
        |call| {
            is(call, "rebase")
                || is(call, "reset")
                || (is(call, "commit") && call.says("--amend"))
                || (is(call, "branch") && call.has('D', "delete"))
        },
    ),
];

fn is(call: &Call, verb: &str) -> bool {
    call.is_verb("git", &[verb])
}

fn is_here(place: Place) -> bool {
    place == Place::Here
}

fn pushes_with_plus(call: &Call) -> bool {
    call.operands().any(|word| word.starts_with('+'))
}
