//! Copying, moving, renaming, making.

use super::Intent;
use crate::plan::{missing, Missing, Plan};
use crate::shell::{path, quote};
use crate::slots::{extension, Slots};

pub(super) const INTENTS: &[Intent] = &[
    Intent {
        name: "rename-extension",
        about: "files with another ending",
        examples: &[
            "rename .txt files to .md",
            "change extension from .jpeg to .jpg",
        ],
        needs: &[
            &["rename", "change", "convert"],
            &["<pattern>", "extension"],
            &["<target>"],
        ],
        likes: &["extension", "file"],
        never: &["delete"],
        build: rename_extension,
    },
    Intent {
        name: "rename-file",
        about: "a file under another name",
        examples: &["rename notes.txt to ideas.txt"],
        needs: &[&["rename"], &["<target>"]],
        likes: &["<file>"],
        never: &["extension", "<pattern>"],
        build: |slots| transfer(slots, "mv -i", "renamed to"),
    },
    Intent {
        name: "copy",
        about: "files or folders, twice",
        examples: &[
            "copy notes.txt to backup",
            "copy the src folder to ~/backup",
        ],
        needs: &[&["copy", "duplicate"], &["<target>"]],
        likes: &["<file>", "<subject>"],
        never: &["delete", "find"],
        build: |slots| transfer(slots, "cp -R", "copied to"),
    },
    Intent {
        name: "move",
        about: "files or folders, elsewhere",
        examples: &["move notes.txt to ~/Documents"],
        needs: &[&["move"], &["<target>"]],
        likes: &["<file>", "<subject>"],
        never: &["delete", "find"],
        build: |slots| transfer(slots, "mv -i", "moved to"),
    },
    Intent {
        name: "make-folder",
        about: "a new folder",
        examples: &["make a folder called reports", "create directory a/b/c"],
        needs: &[&["make", "create", "new", "add"], &["folder", "directory"]],
        likes: &["<name>", "<file>"],
        never: &["file", "find", "list", "archive", "delete", "recent"],
        build: make_folder,
    },
    Intent {
        name: "make-executable",
        about: "a script that can be run",
        examples: &["make run.sh executable"],
        needs: &[&["executable", "runnable"], &["<file>", "<subject>"]],
        likes: &["make"],
        never: &["find"],
        build: make_executable,
    },
];

fn rename_extension(slots: &Slots) -> Result<Plan, Missing> {
    let question = missing("from which ending to which?", "rename .txt files to .md");
    let old = slots
        .patterns
        .first()
        .and_then(|pattern| pattern.strip_prefix("*."));
    let new = slots
        .target
        .as_deref()
        .map(|target| extension(target).unwrap_or(target.trim_start_matches("*.")));
    let (Some(old), Some(new)) = (old, new) else {
        return Err(question);
    };
    let folder = path(slots.place.as_deref().unwrap_or(".").trim_end_matches('/'));
    let (old, new) = (quote(old), quote(new));
    Ok(
        Plan::new(format!("Files that end in .{old} end in .{new} instead"))
            .step(
                format!("for file in {folder}/*.{old}; do"),
                "each file with the old ending",
            )
            .step("[ -e \"$file\" ] || continue;", "unless there is none")
            .step(
                format!("to=\"${{file%.{old}}}\".{new};"),
                "its name with the new one",
            )
            .step(
                "[ -e \"$to\" ] || mv \"$file\" \"$to\";",
                "renamed, unless there is such a file already",
            )
            .step("done", "next"),
    )
}

fn transfer(slots: &Slots, program: &str, verb: &str) -> Result<Plan, Missing> {
    let question = missing("what, and where to?", "copy notes.txt to backup");
    let target = slots.target.as_deref().ok_or(question.clone())?;
    let pattern = slots
        .patterns
        .first()
        .filter(|pattern| pattern.starts_with("*."));
    let (what, source) = match (slots.subject(), pattern) {
        // The star stays outside the quotes, for the shell to fill in.
        (None, Some(pattern)) => (
            pattern.as_str(),
            format!("./*{}", quote(pattern.trim_start_matches('*'))),
        ),
        (Some(file), _) => (file, path(file)),
        _ => return Err(question),
    };
    Ok(Plan::new(format!("{what} {verb} {target}"))
        .step(
            program,
            if program.starts_with("mv") {
                "ask before replacing anything"
            } else {
                "with all that is inside"
            },
        )
        .step(source, "this")
        .step(path(target), "to here"))
}

fn make_folder(slots: &Slots) -> Result<Plan, Missing> {
    let name = slots.subject().ok_or(missing(
        "what should it be called?",
        "make a folder called reports",
    ))?;
    let full = match slots.place.as_deref() {
        Some(place) if place != "." && place != name => {
            format!("{}/{name}", place.trim_end_matches('/'))
        }
        _ => name.to_owned(),
    };
    Ok(Plan::new(format!("A new folder {full}"))
        .step("mkdir -p", "with the folders above it, if they are missing")
        .step(path(&full), "called this"))
}

fn make_executable(slots: &Slots) -> Result<Plan, Missing> {
    let file = slots
        .subject()
        .ok_or(missing("which file?", "make run.sh executable"))?;
    Ok(Plan::new(format!("{file} can be run"))
        .step("chmod u+x", "you may run")
        .step(path(file), "this file"))
}

#[cfg(test)]
mod tests {
    use crate::catalogue::command;

    #[test]
    fn endings_may_be_written_in_many_ways() {
        let expected = "for file in ./*.txt; do [ -e \"$file\" ] || continue; to=\"${file%.txt}\".md; [ -e \"$to\" ] || mv \"$file\" \"$to\"; done";
        for text in [
            "rename .txt files to .md",
            "rename *.txt to *.md",
            "change extension .txt to md",
        ] {
            assert_eq!(command(text), expected, "{text}");
        }
    }

    #[test]
    fn several_files_can_be_copied_by_their_ending() {
        assert_eq!(command("copy *.txt to backup"), "cp -R ./*.txt backup");
        assert_eq!(
            command("move photos to 'x y'").split(' ').next(),
            Some("mv")
        );
    }

    #[test]
    fn moving_asks_before_it_replaces() {
        assert_eq!(command("move a.txt to b"), "mv -i a.txt b");
        assert_eq!(command("rename a.txt to -b"), "mv -i a.txt ./-b");
    }

    #[test]
    fn folders_are_made_where_they_are_wanted() {
        assert_eq!(
            command("make a folder called x in /tmp/"),
            "mkdir -p /tmp/x"
        );
        assert_eq!(command("make directory 'a b'"), "mkdir -p 'a b'");
        assert_eq!(command("make a folder"), "what should it be called?");
    }

    #[test]
    fn what_is_missing_is_asked_for() {
        assert_eq!(command("copy to backup"), "what, and where to?");
        assert_eq!(
            command("rename *report* to .md"),
            "from which ending to which?"
        );
    }
}
