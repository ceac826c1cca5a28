//! Things that cannot be undone.

use super::search::{describe, narrowing, place, search};
use super::Intent;
use crate::plan::{missing, Missing, Plan};
use crate::shell::path;
use crate::slots::{Age, Slots};

/// What a request to delete may say without narrowing it further than the command does.
const PLAIN: &str = "delete remove erase clean trash file all any every everything old older large larger bigger \
    small smaller greater over under above below more less most than at empty modified changed edited in the a of \
    from inside within to and or that which are is were my me i want please can you minute hour day week month year \
    last past since before today yesterday name named called with up";
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

/// A word that has no part in the command may be what spares most of the files.
fn is_plain(slots: &Slots) -> bool {
    let meant =
        |word: &String| word.starts_with('<') || PLAIN.split(' ').any(|plain| plain == word);
    slots.unknown.is_empty() && slots.said.iter().all(meant)
}

fn delete_files(slots: &Slots) -> Result<Plan, Missing> {
    let question = missing(
        "which files exactly?",
        "delete *.tmp files older than 30 days",
    );
    if !is_plain(slots) {
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
    if all && !is_plain(slots) || slots.unknown.len() > 1 {
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

#[cfg(test)]
mod tests {
    use crate::catalogue::command;

    #[test]
    fn files_are_deleted_by_what_is_said_of_them() {
        assert_eq!(
            command("delete empty files in src"),
            "find src -type f -size 0 -exec rm -f {} +"
        );
        assert_eq!(
            command("delete old logs"),
            "find . -type f -name '*.log' -mtime +30 -exec rm -f {} +"
        );
    }

    #[test]
    fn a_word_that_is_not_understood_stops_it() {
        assert_eq!(command("delete old reports"), "which files exactly?");
        assert_eq!(command("delete all purple files"), "delete what exactly?");
        assert_eq!(command("delete all hidden files"), "delete what exactly?");
        assert_eq!(
            command("delete hidden files older than 3 days"),
            "which files exactly?"
        );
        assert_eq!(command("delete old photo"), "which files exactly?");
        assert_eq!(command("delete *.tmp near log"), "which files exactly?");
        assert_eq!(
            command("delete the file a.txt and the folder red or green"),
            "delete what exactly?"
        );
        assert_eq!(command("delete"), "delete what exactly?");
    }

    #[test]
    fn files_and_folders_are_told_apart() {
        assert_eq!(command("delete a.txt"), "rm a.txt");
        assert_eq!(command("delete the folder a.d"), "rm -r a.d");
        assert_eq!(command("delete build/"), "rm -r build/");
        assert_eq!(command("delete ./.git"), "rm -r ./.git");
        assert_eq!(command("delete node_modules"), "rm -r node_modules");
    }

    #[test]
    fn everything_is_everything_inside() {
        assert_eq!(command("delete everything in 'x y'"), "rm -rf 'x y'/*");
        assert_eq!(command("remove all files in /"), "rm -rf /*");
        assert_eq!(command("delete all files"), "rm -rf ./*");
    }
}
