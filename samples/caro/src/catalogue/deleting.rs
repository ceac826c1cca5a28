//! Things that cannot be undone.

use super::finding::{describe, narrowing, place, search};
use super::Intent;
use crate::plan::{missing, Missing, Plan};
use crate::shell::path;
use crate::slots::{Age, Slots};

const DELETE: &[&str] = &["delete", "remove", "erase", "clean", "trash"];

pub(super) const INTENTS: &[Intent] = &[
    Intent {
        name: "delete-files",
        about: "files by name, size or age, deleted",
        examples: &[
            "delete *.tmp files older than 30 days",
            "remove files larger than 1 GB in ~/Downloads",
        ],
        needs: &[
            DELETE,
            &[
                "<pattern>",
                "<over>",
                "<under>",
                "<before>",
                "<since>",
                "<name>",
                "old",
                "empty",
            ],
        ],
        likes: &["file"],
        never: &["folder", "directory", "branch", "commit", "line"],
        build: delete_files,
    },
    Intent {
        name: "delete-empty-folders",
        about: "folders without content, deleted",
        examples: &["delete empty folders"],
        needs: &[DELETE, &["empty"], &["folder", "directory"]],
        likes: &[],
        never: &[],
        build: delete_empty_folders,
    },
    Intent {
        name: "delete",
        about: "one file or folder, deleted",
        examples: &[
            "delete notes.txt",
            "delete the build folder",
            "delete everything in /",
        ],
        needs: &[DELETE],
        likes: &["<file>", "<subject>", "<place>", "everything", "folder"],
        never: &[
            "<pattern>",
            "<over>",
            "<under>",
            "<before>",
            "<since>",
            "empty",
            "branch",
            "commit",
            "line",
            "process",
            "duplicate",
        ],
        build: delete,
    },
];

fn delete_files(slots: &Slots) -> Result<Plan, Missing> {
    let question = missing(
        "which files exactly?",
        "delete *.tmp files older than 30 days",
    );
    // A word that is not understood may be what spares most of the files.
    if !slots.unknown.is_empty() {
        return Err(question);
    }
    let mut slots = slots.clone();
    if slots.says(&["old"]) {
        slots.age.get_or_insert(Age::days(false, 30));
    }
    let mut plan =
        Plan::new(format!("Deletes {}", describe("files", &slots))).steps(search(&slots));
    if slots.says(&["empty"]) {
        plan = plan.step("-size 0", "without content");
    } else if narrowing(&slots).is_empty() {
        return Err(question);
    }
    Ok(plan.step(
        "-exec rm -f {} +",
        "delete them; leave this part out to see them first",
    ))
}

fn delete_empty_folders(slots: &Slots) -> Result<Plan, Missing> {
    Ok(
        Plan::new(format!("Deletes empty folders in {}", place(slots)))
            .step(
                format!("find {}", path(slots.folder())),
                format!("look through {}", place(slots)),
            )
            .step(
                "-depth -type d -empty",
                "folders without content, deepest first",
            )
            .step("-exec rmdir {} \\;", "delete each"),
    )
}

fn delete(slots: &Slots) -> Result<Plan, Missing> {
    let question = missing("delete what exactly?", "delete notes.txt");
    let all = slots.says(&["everything"]) || (slots.says(&["all"]) && slots.says(&["file"]));
    if all && !slots.unknown.is_empty() || slots.unknown.len() > 1 {
        return Err(question);
    }
    if all {
        let folder = slots.folder();
        let inside = if folder == "/" {
            "/*".to_owned()
        } else {
            format!("{}/*", path(folder.trim_end_matches('/')))
        };
        return Ok(Plan::new(format!("Deletes everything in {}", place(slots)))
            .step("rm -rf", "delete with all that is inside")
            .step(inside, "everything here"));
    }
    let what = slots.subject().ok_or(question)?;
    let is_file = slots.files.iter().any(|file| file == what)
        && !slots.says(&["folder", "directory"])
        && !what.ends_with('/');
    let plan = Plan::new(format!("Deletes {what}"));
    Ok(
        if is_file
            && what
                .rsplit('/')
                .next()
                .is_some_and(|name| name.trim_start_matches('.').contains('.'))
        {
            plan.step("rm", "delete").step(path(what), "this file")
        } else {
            plan.step("rm -r", "delete with all that is inside")
                .step(path(what), "this folder")
        },
    )
}
