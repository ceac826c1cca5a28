//! Everything that can be asked for, asked for.

use std::collections::BTreeSet;
use std::process::Command;

use caro::safety::Risk;
use caro::{intents, suggest};

#[test]
fn every_example_is_understood_as_what_it_is_an_example_of() {
    for intent in intents() {
        assert!(
            !intent.examples.is_empty(),
            "{} has no example",
            intent.name
        );
        for example in intent.examples {
            let suggestion = suggest(example).unwrap_or_else(|error| panic!("{example}: {error}"));
            assert_eq!(suggestion.intent, intent.name, "{example}");
        }
    }
}

#[test]
fn every_example_becomes_what_a_posix_shell_can_parse() {
    let script: Vec<_> = examples().map(|(_, command)| command).collect();
    let shell = Command::new("sh")
        .args(["-n", "-c", &script.join("\n")])
        .output()
        .unwrap();
    assert!(
        shell.status.success(),
        "{}",
        String::from_utf8_lossy(&shell.stderr)
    );
}

#[test]
fn only_deleting_and_discarding_are_risky() {
    for (intent, command) in examples() {
        let risk = caro::safety::assess(&command).risk;
        let expected = intent.starts_with("delete") || intent == "git-discard";
        assert_eq!(
            risk >= Risk::High,
            expected && intent != "delete-empty-folders" && !command.starts_with("rm notes"),
            "{intent}: {command}"
        );
    }
}

#[test]
fn names_are_unique_and_fit_for_scripts() {
    let names: BTreeSet<_> = intents().map(|intent| intent.name).collect();
    assert_eq!(names.len(), intents().count());
    assert!(names.len() >= 50, "{}", names.len());
    assert!(names
        .iter()
        .all(|name| name.chars().all(|c| c.is_ascii_lowercase() || c == '-')));
}

#[test]
fn the_same_words_always_become_the_same_command() {
    for (_, command) in examples().take(10) {
        assert!(examples().any(|(_, again)| again == command));
    }
}

#[test]
fn every_part_of_a_command_is_explained() {
    for intent in intents() {
        for step in suggest(intent.examples[0]).unwrap().steps {
            assert!(
                !step.shell.trim().is_empty() && !step.note.trim().is_empty(),
                "{}",
                intent.name
            );
        }
    }
}

fn examples() -> impl Iterator<Item = (&'static str, String)> {
    intents().flat_map(|intent| {
        intent
            .examples
            .iter()
            .map(|example| (intent.name, suggest(example).unwrap().command))
    })
}
