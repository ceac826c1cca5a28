//! Folders, their contents and how much room they take.

use super::search::{at_most, describe, place, search, step};
use super::Intent;
use crate::plan::{Missing, Plan, Step};
use crate::shell::path;
use crate::slots::Slots;

pub(super) const INTENTS: &[Intent] = &[
    Intent {
        name: "list-files",
        about: "what is in a folder",
        examples: &[
            "list files",
            "show files in /etc",
            "what is in the src folder",
        ],
        needs: &[
            &["list", "show", "see", "what"],
            &[
                "file",
                "folder",
                "directory",
                "content",
                "everything",
                "<place>",
            ],
        ],
        likes: &[],
        never: &[
            "<pattern>",
            "<name>",
            "<text>",
            "<replace>",
            "<since>",
            "<before>",
            "archive",
            "hidden",
            "size",
            "process",
            "delete",
            "line",
            "git",
            "usage",
            "space",
        ],
        build: |slots| listing(slots, "ls -l", "with details", "Files"),
    },
    Intent {
        name: "list-by-size",
        about: "what is in a folder, largest first",
        examples: &["list files by size", "sort files by size in ~/Downloads"],
        needs: &[
            &["list", "sort", "sorted", "show", "order", "file"],
            &["size"],
            &["by", "sort", "sorted", "order"],
        ],
        likes: &["file"],
        never: &["folder", "directory", "<over>", "<under>"],
        build: |slots| {
            listing(
                slots,
                "ls -lhS",
                "with details, largest first",
                "Files, largest first,",
            )
        },
    },
    Intent {
        name: "list-by-date",
        about: "what is in a folder, newest first",
        examples: &[
            "list files by date",
            "newest files in src",
            "sort files by modification time",
        ],
        needs: &[
            &["list", "sort", "sorted", "show", "order", "file"],
            &["date", "time", "age", "newest", "latest"],
        ],
        likes: &["file", "by"],
        never: &[
            "<since>", "<before>", "commit", "branch", "uptime", "git", "current",
        ],
        build: |slots| {
            listing(
                slots,
                "ls -lt",
                "with details, newest first",
                "Files, newest first,",
            )
        },
    },
    Intent {
        name: "list-hidden",
        about: "files whose names begin with a dot",
        examples: &["show hidden files", "list dotfiles"],
        needs: &[&["hidden", "dotfile"]],
        likes: &["file", "show", "list"],
        never: &["delete", "remove"],
        build: hidden,
    },
    Intent {
        name: "count-files",
        about: "how many files there are",
        examples: &["count files in src", "how many python files are there"],
        needs: &[
            &["count", "many", "number"],
            &["file", "<pattern>", "photo", "image", "picture", "video"],
        ],
        likes: &["how"],
        never: &["line", "word", "<text>"],
        build: count_files,
    },
    Intent {
        name: "disk-usage",
        about: "which folders take the most room",
        examples: &[
            "show disk usage",
            "what is using space in ~/Downloads",
            "top 5 largest folders",
        ],
        needs: &[
            &["usage", "space", "folder", "directory", "disk"],
            &[
                "usage", "using", "use", "taking", "take", "large", "largest", "biggest", "big",
                "size", "eating",
            ],
        ],
        likes: &["disk", "space", "largest", "folder", "<count>"],
        never: &[
            "free",
            "left",
            "memory",
            "cpu",
            "delete",
            "available",
            "file",
            "how",
            "total",
        ],
        build: disk_usage,
    },
    Intent {
        name: "disk-free",
        about: "how much room is left on each disk",
        examples: &["show free disk space", "how much space is left"],
        needs: &[
            &["disk", "space", "storage", "drive"],
            &["free", "left", "available", "remaining"],
        ],
        likes: &["how", "much"],
        never: &["delete"],
        build: |_| {
            Ok(Plan::new("Room left on each disk")
                .step("df -h", "every mounted disk, in readable units"))
        },
    },
    Intent {
        name: "folder-size",
        about: "how much room one folder takes",
        examples: &["how big is this folder", "total size of ~/Downloads"],
        needs: &[
            &["big", "size", "large", "space"],
            &["how", "total", "of"],
            &["folder", "directory", "<place>", "<file>"],
        ],
        likes: &["how", "total"],
        never: &["find", "list", "by", "free", "left"],
        build: folder_size,
    },
    Intent {
        name: "show-path",
        about: "where you are",
        examples: &["where am i", "print working directory", "current directory"],
        needs: &[
            &["where", "working", "current", "pwd"],
            &["am", "directory", "folder", "pwd", "<place>"],
        ],
        likes: &["working", "current"],
        never: &[
            "file", "find", "list", "space", "size", "git", "branch", "in", "delete", "big",
            "empty",
        ],
        build: |_| Ok(Plan::new("The folder you are in").step("pwd", "print the working directory")),
    },
];

fn listing(slots: &Slots, command: &str, note: &str, what: &str) -> Result<Plan, Missing> {
    let folder = match slots.folder() {
        "." => Vec::<Step>::new(),
        folder => vec![step(path(folder), "in this folder")],
    };
    Ok(Plan::new(format!("{what} in {}", place(slots)))
        .step(command, note)
        .steps(folder)
        .steps(at_most(slots)))
}

fn hidden(slots: &Slots) -> Result<Plan, Missing> {
    let names = match slots.folder() {
        "." => ".[!.]*".to_owned(),
        folder => format!("{}/.[!.]*", path(folder.trim_end_matches('/'))),
    };
    Ok(Plan::new(format!("Hidden files in {}", place(slots)))
        .step("ls -ld", "details of each, without looking into folders")
        .step(names, "names that begin with a single dot"))
}

fn count_files(slots: &Slots) -> Result<Plan, Missing> {
    Ok(
        Plan::new(format!("The number of {}", describe("files", slots)))
            .steps(search(slots))
            .step("| wc -l", "count them"),
    )
}

fn disk_usage(slots: &Slots) -> Result<Plan, Missing> {
    let inside = match slots.folder() {
        "." => "./*".to_owned(),
        "/" => "/*".to_owned(),
        folder => format!("{}/*", path(folder.trim_end_matches('/'))),
    };
    let count = slots.count.unwrap_or(10);
    Ok(
        Plan::new(format!("What takes the most room in {}", place(slots)))
            .step("du -sk", "total size in KB of")
            .step(inside, "each entry")
            .step("| sort -rn", "largest first")
            .step(
                format!("| head -n {count}"),
                format!("the first {count} only"),
            ),
    )
}

fn folder_size(slots: &Slots) -> Result<Plan, Missing> {
    Ok(Plan::new(format!("The size of {}", place(slots)))
        .step("du -sh", "one total, in readable units")
        .step(path(slots.folder()), "of this folder"))
}

#[cfg(test)]
mod tests {
    use crate::catalogue::command;

    #[test]
    fn folders_are_named_only_when_they_are_not_this_one() {
        assert_eq!(command("list files"), "ls -l");
        assert_eq!(command("list files in 'a b'"), "ls -l 'a b'");
        assert_eq!(command("5 newest files in src"), "ls -lt src | head -n 5");
    }

    #[test]
    fn stars_stay_outside_the_quotes() {
        assert_eq!(command("hidden files in 'a b'"), "ls -ld 'a b'/.[!.]*");
        assert_eq!(
            command("disk usage of 'a b'"),
            "du -sk 'a b'/* | sort -rn | head -n 10"
        );
        assert_eq!(
            command("disk usage of /"),
            "du -sk /* | sort -rn | head -n 10"
        );
    }

    #[test]
    fn counting_honours_the_particulars() {
        assert_eq!(
            command("count log files older than 5 days"),
            "find . -type f -name '*.log' -mtime +5 | wc -l"
        );
    }
}
