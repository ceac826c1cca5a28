use super::super::call::Call;
use super::super::place::Place;
use super::Family;

pub(super) const PERMISSIONS: Family = &[
    rule!(
        Critical,
        "permissions-vital",
        "changes who may do what all over the system or a whole home folder",
        |call| {
            is_change(call)
                && (call.targets(|place| place == Place::Root)
                    || (is_recursive(call)
                        && call.targets(|place| place.is_vital() || place.is_system())))
        },
    ),
    rule!(
        Critical,
        "world-writable-system",
        "lets everybody write to the system's files",
        |call| opens_to_all(call) && call.targets(Place::is_system),
    ),
    rule!(
        High,
        "world-writable",
        "lets everybody on the machine write there",
        opens_to_all,
    ),
    rule!(
        High,
        "setuid",
        "lets others run it with its owner's rights",
        |call| call.is(&["chmod"]) && call.operands().next().is_some_and(is_setuid),
    ),
    rule!(
        Moderate,
        "permissions-recursive",
        "changes rights in a whole folder",
        |call| is_change(call) && is_recursive(call),
    ),
];

fn is_change(call: &Call) -> bool {
    call.is(&["chmod", "chown", "chgrp", "setfacl"])
}

fn is_recursive(call: &Call) -> bool {
    call.has('R', "recursive")
}

fn opens_to_all(call: &Call) -> bool {
    call.is(&["chmod"]) && call.operands().next().is_some_and(is_world_writable)
}

fn is_world_writable(mode: &str) -> bool {
    if is_octal(mode) {
        return mode.ends_with(['2', '3', '6', '7']);
    }
    mode.split(',').any(|clause| {
        let (who, rights) = clause.split_at(clause.find(['+', '=']).unwrap_or(clause.len()));
        who.contains(['a', 'o']) && rights.contains('w')
    })
}

fn is_setuid(mode: &str) -> bool {
    if is_octal(mode) {
        return mode.len() == 4 && mode.starts_with(['2', '4', '6', '7', '3', '5']);
    }
    mode.contains("+s") || mode.contains("=s")
}

fn is_octal(mode: &str) -> bool {
    mode.bytes().all(|byte| byte.is_ascii_digit())
}
