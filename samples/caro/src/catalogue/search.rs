//! What commands that go through files have in common.

use crate::plan::Step;
use crate::shell::{path, quote};
use crate::slots::{Age, Size, Slots};

/// `find FOLDER -type f` with all that narrows the search.
pub(super) fn search(slots: &Slots) -> Vec<Step> {
    let mut steps = vec![
        step(
            format!("find {}", path(slots.folder())),
            format!("look through {}", place(slots)),
        ),
        step("-type f", "regular files only"),
    ];
    steps.extend(narrowing(slots));
    steps
}

/// The tests for name, size and age.
pub(super) fn narrowing(slots: &Slots) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut names: Vec<&str> = slots.patterns.iter().map(String::as_str).collect();
    names.extend(slots.name.as_deref());
    let tests: Vec<_> = names
        .iter()
        .map(|name| format!("-name {}", quote(name)))
        .collect();
    match tests.as_slice() {
        [] => {}
        [one] => steps.push(step(one, "with this name")),
        many => steps.push(step(
            format!("\\( {} \\)", many.join(" -o ")),
            "with one of these names",
        )),
    }
    if let Some(size) = &slots.size {
        steps.push(step(format!("-size {}", size.test()), size.describe()));
    }
    if let Some(age) = &slots.age {
        steps.push(step(age.test(), age.describe()));
    }
    steps
}

pub(super) fn step(shell: impl Into<String>, note: impl Into<String>) -> Step {
    Step {
        shell: shell.into(),
        note: note.into(),
    }
}

/// The folder, as a sentence names it.
pub(super) fn place(slots: &Slots) -> String {
    match slots.folder() {
        "." => "this folder".to_owned(),
        "~" => "your home folder".to_owned(),
        folder => folder.to_owned(),
    }
}

/// "files larger than 100 MB in this folder".
pub(super) fn describe(what: &str, slots: &Slots) -> String {
    let mut text = what.to_owned();
    let names: Vec<_> = slots
        .patterns
        .iter()
        .chain(&slots.name)
        .map(String::as_str)
        .collect();
    if !names.is_empty() {
        text.push_str(" named ");
        text.push_str(&names.join(" or "));
    }
    for note in [
        slots.size.as_ref().map(Size::describe),
        slots.age.as_ref().map(Age::describe),
    ]
    .into_iter()
    .flatten()
    {
        text.push(' ');
        text.push_str(&note);
    }
    format!("{text} in {}", place(slots))
}

/// `| head -n N`, when a number was said.
pub(super) fn at_most(slots: &Slots) -> Option<Step> {
    let count = slots.count?;
    Some(step(
        format!("| head -n {count}"),
        format!("the first {count} only"),
    ))
}
