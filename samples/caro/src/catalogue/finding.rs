//! Files by size, age, name and content.

use super::search::{at_most, describe, narrowing, place, search};
use super::Intent;
use crate::plan::{Missing, Plan};
use crate::shell::path;
use crate::slots::{Age, Size, Slots};

const FILE: &[&str] = &[
    "file",
    "folder",
    "directory",
    "<pattern>",
    "image",
    "photo",
    "picture",
    "video",
    "movie",
];
const FOLDER: &[&str] = &["folder", "directory"];

pub(super) const INTENTS: &[Intent] = &[
    Intent {
        name: "find-large-files",
        about: "files over a size, largest first",
        examples: &[
            "find large files",
            "files larger than 500 MB in ~/Downloads",
            "10 biggest files",
        ],
        needs: &[
            FILE,
            &[
                "large", "larger", "largest", "big", "bigger", "biggest", "huge", "heavy",
                "heavier", "heaviest", "<over>",
            ],
        ],
        likes: &["<count>", "<over>"],
        never: &[
            "<text>",
            "delete",
            "remove",
            "erase",
            "duplicate",
            "folder",
            "directory",
            "line",
            "process",
            "compress",
            "count",
        ],
        build: large_files,
    },
    Intent {
        name: "find-small-files",
        about: "files under a size",
        examples: &["find small files", "files smaller than 1 KB"],
        needs: &[FILE, &["small", "smaller", "smallest", "tiny", "<under>"]],
        likes: &["<under>"],
        never: &["<text>", "delete", "remove", "erase", "count"],
        build: small_files,
    },
    Intent {
        name: "find-recent-files",
        about: "files modified lately",
        examples: &[
            "files modified in the last 7 days",
            "recent files in src",
            "what changed today",
        ],
        needs: &[
            &[
                "file",
                "<pattern>",
                "changed",
                "modified",
                "edited",
                "what",
                "image",
                "photo",
                "video",
            ],
            &["recent", "<since>"],
        ],
        likes: &["modified", "changed", "edited"],
        never: &[
            "<text>", "delete", "remove", "erase", "commit", "count", "log", "git",
        ],
        build: recent_files,
    },
    Intent {
        name: "find-old-files",
        about: "files not modified for a while",
        examples: &["files older than 30 days", "find old log files in /var/log"],
        needs: &[FILE, &["old", "older", "stale", "<before>"]],
        likes: &["<before>"],
        never: &["<text>", "delete", "remove", "erase", "count"],
        build: old_files,
    },
    Intent {
        name: "find-by-name",
        about: "files by name or kind",
        examples: &[
            "find *.log files",
            "find python files in src",
            "find files named notes.txt",
            "list all PDF files",
        ],
        needs: &[&["<pattern>", "<name>"]],
        likes: &["find", "file", "list", "show", "locate", "where"],
        never: &[
            "<text>", "delete", "remove", "erase", "count", "line", "rename", "make", "create",
            "process", "compress", "git", "commit",
        ],
        build: by_name,
    },
    Intent {
        name: "find-empty-files",
        about: "files without content",
        examples: &["find empty files"],
        needs: &[&["file", "<pattern>"], &["empty", "blank"]],
        likes: &[],
        never: &["delete", "remove", "erase", "folder", "directory"],
        build: empty_files,
    },
    Intent {
        name: "find-empty-folders",
        about: "folders without content",
        examples: &["find empty folders", "empty directories in src"],
        needs: &[FOLDER, &["empty"]],
        likes: &["find"],
        never: &["delete", "remove", "erase"],
        build: empty_folders,
    },
    Intent {
        name: "find-duplicates",
        about: "files with the same content",
        examples: &["find duplicate files", "duplicates in ~/Pictures"],
        needs: &[&["duplicate", "identical", "twin"]],
        likes: &["file", "find"],
        never: &["delete", "remove", "erase", "line"],
        build: duplicates,
    },
    Intent {
        name: "find-files",
        about: "all files or folders below one",
        examples: &["find files in src", "find all folders"],
        needs: &[&["find", "locate"], &["file", "folder", "directory"]],
        likes: &[],
        never: &[
            "<text>",
            "<pattern>",
            "<name>",
            "duplicate",
            "identical",
            "twin",
            "hidden",
            "dotfile",
            "delete",
            "remove",
            "erase",
            "count",
            "number",
            "many",
            "commit",
            "git",
        ],
        build: by_name,
    },
];

fn large_files(slots: &Slots) -> Result<Plan, Missing> {
    let mut slots = slots.clone();
    if slots.size.is_none() && slots.count.is_none() {
        slots.size = Some(Size {
            over: true,
            bytes: 100 << 20,
            text: "100 MB".to_owned(),
        });
    }
    Ok(
        Plan::new(format!("{}, largest first", describe("Files", &slots)))
            .steps(search(&slots))
            .step("-exec du -k {} +", "with the size of each in KB")
            .step("| sort -rn", "largest first")
            .steps(at_most(&slots)),
    )
}

fn small_files(slots: &Slots) -> Result<Plan, Missing> {
    let mut slots = slots.clone();
    slots.size.get_or_insert_with(|| Size {
        over: false,
        bytes: 1 << 10,
        text: "1 KB".to_owned(),
    });
    Ok(Plan::new(describe("Files", &slots))
        .steps(search(&slots))
        .steps(at_most(&slots)))
}

fn recent_files(slots: &Slots) -> Result<Plan, Missing> {
    let mut slots = slots.clone();
    slots.age.get_or_insert(Age::days(true, 7));
    Ok(Plan::new(describe("Files", &slots))
        .steps(search(&slots))
        .steps(at_most(&slots)))
}

fn old_files(slots: &Slots) -> Result<Plan, Missing> {
    let mut slots = slots.clone();
    slots.age.get_or_insert(Age::days(false, 30));
    Ok(Plan::new(describe("Files", &slots))
        .steps(search(&slots))
        .steps(at_most(&slots)))
}

fn by_name(slots: &Slots) -> Result<Plan, Missing> {
    let folders = slots.says(FOLDER) && !slots.says(&["file"]) && slots.patterns.is_empty();
    let (what, kind) = if folders {
        ("Folders", "-type d")
    } else {
        ("Files", "-type f")
    };
    Ok(Plan::new(describe(what, slots))
        .step(
            format!("find {}", path(slots.folder())),
            format!("look through {}", place(slots)),
        )
        .step(
            kind,
            if folders {
                "folders only"
            } else {
                "regular files only"
            },
        )
        .steps(narrowing(slots))
        .steps(at_most(slots)))
}

fn empty_files(slots: &Slots) -> Result<Plan, Missing> {
    Ok(Plan::new(describe("Empty files", slots))
        .steps(search(slots))
        .step("-size 0", "without content"))
}

fn empty_folders(slots: &Slots) -> Result<Plan, Missing> {
    Ok(Plan::new(format!("Empty folders in {}", place(slots)))
        .step(
            format!("find {}", path(slots.folder())),
            format!("look through {}", place(slots)),
        )
        .step("-type d", "folders only")
        .step("-empty", "without content"))
}

fn duplicates(slots: &Slots) -> Result<Plan, Missing> {
    Ok(Plan::new(describe("Files with the same content", slots))
        .steps(search(slots))
        .step("-size +0", "that are not empty")
        .step("-exec cksum {} +", "with checksum and size of each")
        .step("| sort -n", "equal ones next to each other")
        .step(
            "| awk '{ key = $1 \" \" $2 } key == last { if (!shown) print line; print; shown = 1 } key != last { shown = 0 } { last = key; line = $0 }'",
            "only those that have a twin",
        ))
}

#[cfg(test)]
mod tests {
    use crate::catalogue::command;
    use crate::suggest::suggest;

    #[test]
    fn a_number_replaces_the_assumed_size() {
        assert_eq!(
            command("3 largest files"),
            "find . -type f -exec du -k {} + | sort -rn | head -n 3"
        );
    }

    #[test]
    fn all_that_narrows_the_search_is_used() {
        assert_eq!(
            command("photos larger than 1 MB modified this week in my home folder"),
            "find ~ -type f \\( -name '*.jpg' -o -name '*.jpeg' -o -name '*.png' -o -name '*.gif' \\) \
             -size +1048576c -mtime -7 -exec du -k {} + | sort -rn"
        );
    }

    #[test]
    fn folders_can_be_found_by_name() {
        assert_eq!(
            command("find folders named node_modules"),
            "find . -type d -name node_modules"
        );
        assert_eq!(
            command("where are files named a.txt"),
            "find . -type f -name a.txt"
        );
    }

    #[test]
    fn names_are_quoted() {
        assert_eq!(
            command("find files named \"it's\""),
            r"find . -type f -name 'it'\''s'"
        );
        assert_eq!(
            command("find files in '-x'").split(' ').nth(1),
            Some("./-x")
        );
    }

    #[test]
    fn sentences_name_what_is_looked_for() {
        let summary = |text| suggest(text).unwrap().summary;
        assert_eq!(
            summary("log files over 1 MB older than 2 days in /var"),
            "Files named *.log larger than 1 MB not modified for more than 2 days in /var, largest first"
        );
        assert_eq!(
            summary("empty folders in my home"),
            "Empty folders in your home folder"
        );
    }

    #[test]
    fn recent_and_old_have_a_meaning_of_their_own() {
        assert_eq!(command("recent files"), "find . -type f -mtime -7");
        assert_eq!(
            command("5 old files"),
            "find . -type f -mtime +30 | head -n 5"
        );
    }
}
