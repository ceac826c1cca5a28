//! Inside files: searching, counting, replacing.

use super::search::{describe, place, search};
use super::Intent;
use crate::plan::{missing, Missing, Plan};
use crate::shell::{path, quote};
use crate::slots::Slots;

pub(super) const INTENTS: &[Intent] = &[
    Intent {
        name: "search-text",
        about: "lines that contain a text",
        examples: &[
            "search for ERROR in src",
            "find files containing \"out of memory\"",
            "grep \"fn main\" in rust files",
        ],
        needs: &[&["<text>"]],
        likes: &[
            "search",
            "grep",
            "find",
            "containing",
            "contain",
            "file",
            "line",
        ],
        never: &[
            "<replace>",
            "delete",
            "remove",
            "kill",
            "process",
            "rename",
            "count",
            "copy",
            "move",
            "make",
            "create",
            "commit",
            "compress",
            "extract",
        ],
        build: search_text,
    },
    Intent {
        name: "count-lines",
        about: "how many lines there are",
        examples: &[
            "count lines in notes.txt",
            "count lines of rust files in src",
            "how many lines of code",
            "count lines containing ERROR in app.log",
        ],
        needs: &[&["line"], &["count", "many", "number"]],
        likes: &["file"],
        never: &["unique"],
        build: count_lines,
    },
    Intent {
        name: "count-words",
        about: "how many words there are",
        examples: &["count words in notes.txt"],
        needs: &[&["word"], &["count", "many", "number"]],
        likes: &["file"],
        never: &["<text>"],
        build: count_words,
    },
    Intent {
        name: "replace-text",
        about: "one text instead of another, in a file",
        examples: &["replace foo with bar in notes.txt"],
        needs: &[&["<replace>"]],
        likes: &["replace"],
        never: &[],
        build: replace_text,
    },
    Intent {
        name: "first-lines",
        about: "the beginning of a file",
        examples: &["first 20 lines of notes.txt", "show the top of notes.txt"],
        needs: &[
            &["<file>", "<subject>", "<text>", "<place>"],
            &["first", "top", "head", "beginning", "start"],
        ],
        likes: &["line", "show", "<count>"],
        never: &["commit", "process", "count", "common", "unique"],
        build: |slots| lines_of(slots, "head", "The first"),
    },
    Intent {
        name: "last-lines",
        about: "the end of a file",
        examples: &["last 50 lines of app.log", "show the end of notes.txt"],
        needs: &[
            &["<file>", "<subject>", "<text>", "<place>"],
            &["last", "tail", "end", "latest"],
        ],
        likes: &["line", "show", "<count>"],
        never: &["commit", "process", "count", "follow", "<since>"],
        build: |slots| lines_of(slots, "tail", "The last"),
    },
    Intent {
        name: "follow-file",
        about: "a file as it grows",
        examples: &["follow app.log", "watch the log file app.log"],
        needs: &[&["follow", "watch", "tail"], &["<file>", "<subject>"]],
        likes: &["log", "live"],
        never: &["line", "<count>", "process"],
        build: follow,
    },
    Intent {
        name: "common-lines",
        about: "which lines occur most often",
        examples: &[
            "most common lines in access.log",
            "count unique lines in notes.txt",
        ],
        needs: &[
            &["line"],
            &["common", "frequent", "unique", "duplicate", "repeated"],
        ],
        likes: &["most", "count", "<count>"],
        never: &["remove", "delete"],
        build: common_lines,
    },
];

fn search_text(slots: &Slots) -> Result<Plan, Missing> {
    let text = slots.texts.first().map_or("", String::as_str);
    let case = slots.says(&["case", "insensitive", "ignoring"]);
    let option = if case { "-in" } else { "-n" };
    let narrow = !slots.patterns.is_empty()
        || slots.name.is_some()
        || slots.size.is_some()
        || slots.age.is_some();
    let summary = format!(
        "Lines with \"{text}\" in {}",
        if narrow {
            describe("files", slots)
        } else {
            place(slots)
        }
    );
    let plan = Plan::new(summary);
    Ok(if narrow {
        plan.steps(search(slots))
            .step(
                format!("-exec grep {option} -e {}", quote(text)),
                "lines with this text, numbered",
            )
            .step(
                "/dev/null {} +",
                "with the file's name, even when there is only one",
            )
    } else {
        plan.step(
            format!("grep -r{}", &option[1..]),
            "in all files, with name and line number",
        )
        .step(format!("-e {}", quote(text)), "this text")
        .step(path(slots.folder()), "from here down")
    })
}

fn count_lines(slots: &Slots) -> Result<Plan, Missing> {
    if let Some(text) = slots.texts.first() {
        let file = slots.files.first().ok_or(missing(
            "in which file?",
            "count lines containing ERROR in app.log",
        ))?;
        return Ok(
            Plan::new(format!("The number of lines with \"{text}\" in {file}"))
                .step(
                    format!("grep -c -e {}", quote(text)),
                    "count lines with this text",
                )
                .step(path(file), "in this file"),
        );
    }
    if let Some(file) = slots.files.first().filter(|_| slots.patterns.is_empty()) {
        return Ok(Plan::new(format!("The number of lines in {file}"))
            .step("wc -l", "count lines")
            .step(format!("< {}", path(file)), "of this file"));
    }
    Ok(Plan::new(format!(
        "The number of lines in {}",
        describe("files", slots)
    ))
    .steps(search(slots))
    .step("-exec cat {} +", "all their lines")
    .step("| wc -l", "count them"))
}

fn count_words(slots: &Slots) -> Result<Plan, Missing> {
    let file = slots
        .subject()
        .ok_or(missing("in which file?", "count words in notes.txt"))?;
    Ok(Plan::new(format!("The number of words in {file}"))
        .step("wc -w", "count words")
        .step(format!("< {}", path(file)), "of this file"))
}

fn replace_text(slots: &Slots) -> Result<Plan, Missing> {
    let file = slots.named().ok_or(missing(
        "in which file?",
        "replace foo with bar in notes.txt",
    ))?;
    let [old, new, ..] = slots.texts.as_slice() else {
        return Err(missing(
            "what by what?",
            "replace foo with bar in notes.txt",
        ));
    };
    let script = format!("s/{}/{}/g", literal_pattern(old), literal_replacement(new));
    let (from, to) = (path(file), path(&format!("{file}.new")));
    Ok(
        Plan::new(format!("Puts \"{new}\" in place of \"{old}\" in {file}"))
            .step(format!("sed {}", quote(&script)), "every occurrence")
            .step(format!("{from} > {to}"), "into a new file")
            .step(
                format!("&& mv {to} {from}"),
                "which takes the old one's place when all went well",
            ),
    )
}

fn literal_pattern(text: &str) -> String {
    backslashed(text, r"\/.*[]^$")
}

fn literal_replacement(text: &str) -> String {
    backslashed(text, r"\/&")
}

fn backslashed(text: &str, special: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if special.contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn lines_of(slots: &Slots, program: &str, which: &str) -> Result<Plan, Missing> {
    let file = slots
        .subject()
        .ok_or(missing("of which file?", "first 20 lines of notes.txt"))?;
    let count = slots.count.unwrap_or(10);
    Ok(Plan::new(format!("{which} {count} lines of {file}"))
        .step(format!("{program} -n {count}"), format!("{count} lines"))
        .step(path(file), "of this file"))
}

fn follow(slots: &Slots) -> Result<Plan, Missing> {
    let file = slots
        .subject()
        .ok_or(missing("which file?", "follow app.log"))?;
    Ok(Plan::new(format!("{file} as it grows, until Ctrl+C"))
        .step("tail -f", "the end, and whatever is added")
        .step(path(file), "of this file"))
}

fn common_lines(slots: &Slots) -> Result<Plan, Missing> {
    let file = slots
        .subject()
        .ok_or(missing("in which file?", "most common lines in access.log"))?;
    let count = slots.count.unwrap_or(10);
    Ok(Plan::new(format!("The most common lines of {file}"))
        .step(
            format!("sort {}", path(file)),
            "equal lines next to each other",
        )
        .step("| uniq -c", "one of each, with how often it occurs")
        .step("| sort -rn", "most frequent first")
        .step(
            format!("| head -n {count}"),
            format!("the first {count} only"),
        ))
}

#[cfg(test)]
mod tests {
    use crate::catalogue::command;

    #[test]
    fn a_search_in_some_files_goes_through_find() {
        assert_eq!(
            command("search for ERROR in *.rs files"),
            "find . -type f -name '*.rs' -exec grep -n -e ERROR /dev/null {} +"
        );
        assert_eq!(command("search for ERROR in src"), "grep -rn -e ERROR src");
    }

    #[test]
    fn case_can_be_ignored() {
        assert_eq!(
            command("search for 'error' ignoring case"),
            "grep -rin -e error ."
        );
        assert!(command("grep 'error' case insensitive in *.c").contains("grep -in"));
    }

    #[test]
    fn replaced_texts_are_taken_literally() {
        assert_eq!(
            command("replace 'a.*/b' with 'c&d\\' in x.txt"),
            r"sed 's/a\.\*\/b/c\&d\\/g' x.txt > x.txt.new && mv x.txt.new x.txt"
        );
        assert_eq!(command("replace a with b"), "in which file?");
    }

    #[test]
    fn lines_are_counted_in_one_file_or_in_many() {
        assert_eq!(
            command("count lines in 'a b.txt'"),
            "find 'a b.txt' -type f -exec cat {} + | wc -l"
        );
        assert_eq!(command("count lines in a.txt"), "wc -l < a.txt");
        assert_eq!(
            command("how many lines of rust code"),
            "find . -type f -name '*.rs' -exec cat {} + | wc -l"
        );
    }

    #[test]
    fn ten_lines_are_enough_unless_a_number_is_said() {
        assert_eq!(command("show the top of a.txt"), "head -n 10 a.txt");
        assert_eq!(command("last 3 lines of a.txt"), "tail -n 3 a.txt");
        assert_eq!(
            command("most common lines in a.txt"),
            "sort a.txt | uniq -c | sort -rn | head -n 10"
        );
    }

    #[test]
    fn a_file_must_be_named() {
        assert_eq!(command("count words"), "in which file?");
        assert_eq!(command("most common lines"), "in which file?");
    }
}
