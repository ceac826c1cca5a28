//! Questions to git.

use super::Intent;
use crate::plan::{missing, Missing, Plan};
use crate::shell::{path, quote};
use crate::slots::Slots;

pub(super) const INTENTS: &[Intent] = &[
    Intent {
        name: "git-log",
        about: "commits, newest first",
        examples: &[
            "last 5 commits",
            "git commits in the last 2 weeks",
            "show git log",
            "git history of main.rs",
        ],
        needs: &[
            &["commit", "git", "history"],
            &[
                "commit",
                "log",
                "history",
                "<count>",
                "<since>",
                "<pattern>",
            ],
        ],
        likes: &["git", "last", "show"],
        never: &[
            "undo",
            "count",
            "many",
            "who",
            "contributor",
            "branch",
            "status",
            "discard",
            "force",
            "<before>",
            "shell",
        ],
        build: log,
    },
    Intent {
        name: "git-count-commits",
        about: "how many commits there are",
        examples: &["how many commits", "count commits in the last month"],
        needs: &[&["commit"], &["count", "many", "number"]],
        likes: &["git", "how"],
        never: &["who", "contributor"],
        build: count_commits,
    },
    Intent {
        name: "git-contributors",
        about: "who committed how much",
        examples: &["git contributors", "who made the most commits"],
        needs: &[
            &["contributor", "author", "who"],
            &["git", "commit", "contributor", "author", "repository"],
        ],
        likes: &["git", "most"],
        never: &["process", "port"],
        build: |_| {
            Ok(Plan::new("Who committed how much")
                .step("git shortlog -sn HEAD", "commits by author, most first"))
        },
    },
    Intent {
        name: "git-status",
        about: "what is not committed yet",
        examples: &["git status", "uncommitted changes"],
        needs: &[
            &["git", "uncommitted"],
            &["status", "uncommitted", "change", "changed", "modified"],
        ],
        likes: &["show"],
        never: &["discard", "undo", "force", "<since>", "throw"],
        build: |_| {
            Ok(Plan::new("What is not committed yet")
                .step("git status --short", "one line per file"))
        },
    },
    Intent {
        name: "git-branches",
        about: "branches, latest work first",
        examples: &["list git branches", "recent branches"],
        needs: &[&["branch"]],
        likes: &["git", "list", "recent", "show"],
        never: &[
            "delete", "remove", "current", "force", "push", "merge", "switch", "create", "new",
        ],
        build: |_| {
            Ok(Plan::new("Branches, latest work first").step(
                "git branch --sort=-committerdate",
                "by the date of the last commit",
            ))
        },
    },
    Intent {
        name: "git-current-branch",
        about: "the branch you are on",
        examples: &["current git branch", "which branch am i on"],
        needs: &[&["branch"], &["current", "which", "what", "am"]],
        likes: &["git", "current", "am"],
        never: &["delete", "remove", "push", "merge"],
        build: |_| {
            Ok(Plan::new("The branch you are on").step(
                "git rev-parse --abbrev-ref HEAD",
                "the name that HEAD stands for",
            ))
        },
    },
    Intent {
        name: "git-undo-commit",
        about: "the last commit, taken back with its changes kept",
        examples: &["undo last commit"],
        needs: &[&["undo", "revert", "uncommit"], &["commit"]],
        likes: &["git", "last"],
        never: &[],
        build: |_| {
            Ok(
                Plan::new("Takes the last commit back and keeps its changes").step(
                    "git reset --soft HEAD~1",
                    "back by one commit, files untouched",
                ),
            )
        },
    },
    Intent {
        name: "git-discard",
        about: "changes that are not committed, thrown away",
        examples: &["discard all git changes", "throw away uncommitted changes"],
        needs: &[
            &["discard", "throw", "reset"],
            &["change", "git", "uncommitted"],
        ],
        likes: &["all", "uncommitted"],
        never: &["commit"],
        build: |_| {
            Ok(Plan::new("Throws away every change that is not committed")
                .step("git reset --hard", "files as they were at the last commit"))
        },
    },
    Intent {
        name: "git-force-push",
        about: "your history in place of the remote's",
        examples: &["force push"],
        needs: &[&["force"], &["push"]],
        likes: &["git"],
        never: &[],
        build: |_| {
            Ok(
                Plan::new("Replaces the remote branch, unless somebody pushed meanwhile").step(
                    "git push --force-with-lease",
                    "only if the remote is as you last saw it",
                ),
            )
        },
    },
];

fn log(slots: &Slots) -> Result<Plan, Missing> {
    let file = slots.files.first();
    let about = file.map_or_else(
        || "Commits, newest first".to_owned(),
        |file| format!("Commits that changed {file}"),
    );
    let mut plan = Plan::new(about).step("git log --oneline", "a line for each commit");
    if let Some(age) = slots.age.as_ref() {
        let since = quote(&format!("{} ago", age.span())).into_owned();
        plan = plan.step(
            format!("--since={since}"),
            age.describe().replace("modified ", ""),
        );
    } else if file.is_none() || slots.count.is_some() {
        let count = slots.count.unwrap_or(10);
        plan = plan.step(format!("-n {count}"), format!("the last {count}"));
    }
    Ok(match file {
        Some(file) => plan.step(
            format!("--follow -- {}", path(file)),
            "of this file, also under former names",
        ),
        None => plan,
    })
}

fn count_commits(slots: &Slots) -> Result<Plan, Missing> {
    let mut plan = Plan::new("The number of commits").step("git rev-list --count", "count commits");
    if let Some(age) = &slots.age {
        if !age.within {
            return Err(missing("since when?", "count commits in the last month"));
        }
        let since = quote(&format!("{} ago", age.span())).into_owned();
        plan = plan.step(
            format!("--since={since}"),
            age.describe().replace("modified ", ""),
        );
    }
    Ok(plan.step("HEAD", "on this branch"))
}

#[cfg(test)]
mod tests {
    use crate::catalogue::command;

    #[test]
    fn history_can_be_limited_by_number_time_and_file() {
        assert_eq!(command("last 3 commits"), "git log --oneline -n 3");
        assert_eq!(
            command("commits since yesterday"),
            "git log --oneline --since='2 days ago'"
        );
        assert_eq!(command("git history of 'a b'"), "git log --oneline -n 10");
        assert_eq!(
            command("last 3 commits of src/main.rs"),
            "git log --oneline -n 3 --follow -- src/main.rs"
        );
    }

    #[test]
    fn counting_commits_needs_a_beginning() {
        assert_eq!(
            command("how many commits in the last week"),
            "git rev-list --count --since='1 week ago' HEAD"
        );
        assert_eq!(command("count commits older than 3 days"), "since when?");
    }
}
