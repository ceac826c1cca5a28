//! What is dangerous, and why.

macro_rules! rule {
    ($risk:ident, $name:literal, $reason:literal, $applies:expr $(,)?) => {
        $crate::safety::rules::Rule {
            name: $name,
            risk: $crate::safety::Risk::$risk,
            reason: $reason,
            applies: Some($applies),
        }
    };
}

mod accounts;
mod code;
mod deletion;
mod disks;
mod permissions;
mod processes;
mod repositories;
mod services;
mod writes;

use super::call::Call;
use super::Risk;

/// One thing that the validator looks for.
pub struct Rule {
    /// Stable name, as it stands in findings.
    pub name: &'static str,
    /// How bad it is.
    pub risk: Risk,
    /// What can happen, in one sentence.
    pub reason: &'static str,
    /// None when it is not about a single call.
    applies: Option<fn(&Call) -> bool>,
}

/// Rules about one subject, worst first: the first that applies speaks for all.
type Family = &'static [Rule];

const FAMILIES: &[Family] = &[
    deletion::REMOVE,
    deletion::FIND,
    deletion::SYNC,
    disks::DISKS,
    writes::REDIRECTIONS,
    writes::COPIES,
    permissions::PERMISSIONS,
    code::SCRIPTS,
    code::INLINE,
    code::NAMES,
    code::CONNECTIONS,
    processes::BOMBS,
    processes::SIGNALS,
    processes::POWER,
    repositories::GIT,
    services::DATA,
    services::SERVICES,
    accounts::ACCOUNTS,
    accounts::SECRETS,
    accounts::ELEVATION,
];

pub(super) static UNFINISHED: Rule = Rule {
    name: "unfinished",
    risk: Risk::High,
    reason: "a quote or bracket is never closed, so nobody can say what would run",
    applies: None,
};

pub(super) static TOO_DEEP: Rule = Rule {
    name: "too-deep",
    risk: Risk::High,
    reason: "commands inside commands, too many levels deep to follow",
    applies: None,
};

pub(super) fn applying(call: &Call) -> impl Iterator<Item = &'static Rule> + '_ {
    FAMILIES.iter().filter_map(|family| {
        family
            .iter()
            .find(|rule| rule.applies.is_some_and(|applies| applies(call)))
    })
}

/// Every rule, by family, worst first within a family.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    FAMILIES
        .iter()
        .copied()
        .flatten()
        .chain([&UNFINISHED, &TOO_DEEP])
}
