//! What people say, and what becomes of it: the library's view.

use caro::safety::Risk;
use caro::{suggest, understand};

#[track_caller]
fn becomes(cases: &[(&str, &str)]) {
    for (words, command) in cases {
        let suggestion = suggest(words).unwrap_or_else(|confusion| panic!("{words}: {confusion}"));
        assert_eq!(suggestion.command, *command, "{words}");
    }
}

#[track_caller]
fn same(requests: &[&str]) {
    let commands: Vec<_> = requests
        .iter()
        .map(|words| suggest(words).unwrap().command)
        .collect();
    assert!(
        commands.windows(2).all(|pair| pair[0] == pair[1]),
        "{commands:#?}"
    );
}

#[test]
fn there_are_many_ways_to_say_the_same() {
    same(&[
        "find large files",
        "Show me the big files, please!",
        "which files are huge?",
        "large files",
        "where are my biggest files",
    ]);
    same(&[
        "show disk usage",
        "what is taking up space",
        "what's using my disk?",
        "biggest folders",
    ]);
    same(&[
        "kill the process on port 3000",
        "stop whatever is using port 3000",
        "free port 3000",
        "kill :3000",
    ]);
    same(&[
        "last 10 commits",
        "git log",
        "show me the latest 10 commits",
        "git history",
    ]);
    same(&[
        "delete notes.txt",
        "remove notes.txt",
        "erase the file notes.txt",
        "please delete my notes.txt",
    ]);
}

#[test]
fn case_and_punctuation_do_not_matter() {
    same(&[
        "find large files",
        "FIND LARGE FILES",
        "Find large files.",
        "find  large\tfiles?",
    ]);
}

#[test]
fn sizes_and_times_are_understood_in_many_forms() {
    same(&[
        "files larger than 2 MB",
        "files over 2MB",
        "files > 2 mb",
        "files bigger than 2 megabytes",
        "files of at least 2 MB",
    ]);
    same(&[
        "files modified in the last 7 days",
        "files changed in the past week",
        "files edited within 7 days",
        "files newer than a week",
    ]);
}

#[test]
fn names_with_blanks_are_quoted_by_the_one_who_asks() {
    becomes(&[
        (
            "find files in \"My Documents\" named 'a b.txt'",
            "find 'My Documents' -type f -name 'a b.txt'",
        ),
        (
            "compress \"My Documents\"",
            "tar -czf 'My Documents.tar.gz' 'My Documents'",
        ),
        ("first 3 lines of \"a b\"", "head -n 3 'a b'"),
    ]);
}

#[test]
fn what_the_shell_would_run_stays_text() {
    becomes(&[
        ("search for \"$(reboot)\"", "grep -rn -e '$(reboot)' ."),
        ("search for '`reboot`; reboot'", "grep -rn -e '`reboot`; reboot' ."),
        ("delete \"a; reboot\"", "rm -r 'a; reboot'"),
        ("kill process named \"x & reboot\"", "pkill -x 'x & reboot'"),
        ("list files in '/tmp/$(reboot)'", "ls -l '/tmp/$(reboot)'"),
        ("download https://example.com/$(reboot)", "curl -fL -O 'https://example.com/$(reboot)'"),
        ("rename .txt files to \".$(reboot)\"", "for file in ./*.txt; do [ -e \"$file\" ] || continue; to=\"${file%.txt}\".'.$(reboot)'; [ -e \"$to\" ] || mv \"$file\" \"$to\"; done"),
    ]);
}

#[test]
fn names_never_become_options() {
    becomes(&[
        ("delete \"-rf\"", "rm -r ./-rf"),
        ("last 5 lines of '--help'", "tail -n 5 ./--help"),
        ("search for '-e' in '-x'", "grep -rn -e -e ./-x"),
        ("extract -x.tar.gz", "tar -xzf ./-x.tar.gz"),
    ]);
}

#[test]
fn the_home_folder_is_where_it_always_is() {
    becomes(&[
        ("find files in my home folder", "find ~ -type f"),
        ("list files in ~/'a", "ls -l ~/''\\''a'"),
        (
            "10 largest files in downloads",
            "find ~/Downloads -type f -exec du -k {} + | sort -rn | head -n 10",
        ),
    ]);
}

#[test]
fn deleting_vital_things_is_critical_however_it_is_said() {
    for words in [
        "delete everything in /",
        "delete my home folder",
        "remove the folder /etc",
        "delete /usr",
        "erase everything in my home",
        "delete ~",
    ] {
        assert_eq!(
            suggest(words).unwrap().assessment.risk,
            Risk::Critical,
            "{words}"
        );
    }
}

#[test]
fn understanding_planning_and_checking_are_separate_steps() {
    let request = understand("delete *.tmp files").unwrap();
    assert_eq!(request.intent().name, "delete-files");
    let plan = request.plan().unwrap();
    assert_eq!(plan.summary, "Deletes files named *.tmp in this folder");
    let suggestion = request.suggestion().unwrap();
    assert_eq!(
        (suggestion.command, suggestion.steps),
        (plan.command(), plan.steps)
    );
    assert_eq!(suggestion.assessment.risk, Risk::High);
}

#[test]
fn anything_at_all_may_be_said() {
    for words in [
        "\"",
        "''",
        "in",
        "to",
        "top",
        "port",
        "larger than",
        "in the last",
        "named",
        "\u{0}",
        "ñandú 🦤",
        "-",
        "--",
        "*",
        ". . .",
        "find in in in",
        "replace with with with",
    ] {
        let _ = suggest(words);
        let _ = suggest(&format!("find files {words}"));
        let _ = suggest(&format!("delete {words}"));
        let _ = suggest(&format!("{words} {words} commits"));
    }
    assert!(suggest(&"files ".repeat(10_000)).is_err());
}
