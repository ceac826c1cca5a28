//! The program as people and scripts meet it.

use std::io::Write;
use std::process::{Command, Output, Stdio};

struct Answer {
    code: i32,
    out: String,
    err: String,
}

fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_caro"));
    command.env_remove("NO_COLOR").stdin(Stdio::null());
    command
}

fn answer(output: Output) -> Answer {
    Answer {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

fn caro(arguments: &[&str]) -> Answer {
    answer(program().args(arguments).output().unwrap())
}

fn caro_reading(input: &str, arguments: &[&str]) -> Answer {
    let mut command = program();
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.args(arguments).spawn().unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(input.as_bytes())
        .unwrap();
    answer(child.wait_with_output().unwrap())
}

#[test]
fn a_request_is_answered_with_a_command() {
    let answer = caro(&["find large files"]);
    assert_eq!(answer.code, 0);
    assert_eq!(
        answer.out,
        "find . -type f -size +104857600c -exec du -k {} + | sort -rn\n"
    );
    assert!(answer.err.contains("larger than 100 MB"));
}

#[test]
fn quotes_around_the_request_are_optional() {
    assert_eq!(
        caro(&["last", "5", "commits"]).out,
        caro(&["last 5 commits"]).out
    );
}

#[test]
fn quiet_leaves_only_the_command() {
    let answer = caro(&["-q", "count files"]);
    assert_eq!(
        (answer.out.as_str(), answer.err.as_str()),
        ("find . -type f | wc -l\n", "")
    );
}

#[test]
fn explain_says_what_each_part_does() {
    let answer = caro(&["--explain", "top 3 processes by memory"]);
    assert_eq!(answer.out.lines().count(), 1);
    assert!(answer.err.contains("| sort -rn"));
    assert!(answer.err.contains("busiest first"));
}

#[test]
fn a_risky_command_comes_with_a_warning() {
    let answer = caro(&["delete the build folder"]);
    assert_eq!((answer.code, answer.out.as_str()), (0, "rm -r build\n"));
    assert!(answer.err.contains("high") && answer.err.contains("[delete-recursive]"));
}

#[test]
fn a_fatal_command_is_not_given_out() {
    let answer = caro(&["delete everything in /"]);
    assert_eq!((answer.code, answer.out.as_str()), (1, ""));
    assert!(answer
        .err
        .starts_with("caro: refused: Deletes everything in /\n"));
}

#[test]
fn the_limit_can_be_lower() {
    assert_eq!(caro(&["--deny", "high", "delete the build folder"]).code, 1);
    assert_eq!(caro(&["--deny=moderate", "delete a.txt"]).code, 1);
    assert_eq!(caro(&["--deny=moderate", "list files"]).code, 0);
}

#[test]
fn what_is_not_understood_is_met_with_suggestions() {
    let answer = caro(&["list the meaning of life"]);
    assert_eq!((answer.code, answer.out.as_str()), (3, ""));
    assert!(
        answer.err.contains("try: caro \"list files\""),
        "{}",
        answer.err
    );
    assert!(answer.err.ends_with("everything I know: caro list\n"));
}

#[test]
fn what_is_missing_is_a_question() {
    let answer = caro(&["extract"]);
    assert_eq!(answer.code, 3);
    assert!(answer.err.starts_with("caro: which archive?"));
}

#[test]
fn suggestions_work() {
    for request in ["list", "count things", "git something", "gibberish", "port"] {
        let answer = caro(&["--", request]);
        for line in answer
            .err
            .lines()
            .filter_map(|line| line.trim().strip_prefix("try: caro "))
        {
            let example = line.trim_matches(|c| c == '"' || c == '\'');
            assert_eq!(caro(&[example]).code, 0, "{example}");
        }
    }
}

#[test]
fn json_is_one_line_with_everything() {
    let answer = caro(&["--json", "find laerge purple files"]);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    assert_eq!(answer.out.lines().count(), 1);
    for part in [
        r#""intent":"find-large-files""#,
        r#""command":"find . -type f -size +104857600c -exec du -k {} + | sort -rn""#,
        r#""risk":"safe","refused":false,"findings":[]"#,
        r#"{"shell":"| sort -rn","note":"largest first"}"#,
        r#""corrections":[{"typed":"laerge","read":"large"}]"#,
        r#""ignored":["purple"]"#,
    ] {
        assert!(answer.out.contains(part), "{part} is not in {}", answer.out);
    }
}

#[test]
fn json_does_not_give_out_a_refused_command() {
    let answer = caro(&["--json", "delete everything in /"]);
    assert_eq!(answer.code, 1);
    assert!(answer.out.contains(r#""command":null"#) && answer.out.contains(r#""steps":[]"#));
}

#[test]
fn json_has_room_for_confusion() {
    let answer = caro(&["--json", "gibberish"]);
    assert_eq!(answer.code, 3);
    assert!(answer
        .out
        .starts_with(r#"{"error":"I do not understand \"gibberish\"","suggestions":["#));
}

#[test]
fn checking_a_command_says_how_dangerous_it_is() {
    assert_eq!(caro(&["check", "ls -l"]).out, "ok: safe\n");
    let answer = caro(&["check", "git push --force"]);
    assert_eq!(answer.code, 0);
    assert_eq!(
        answer.out,
        "ok: high\n  high      replaces history that others may have built on [git-force-push]\n            \
         git push --force\n"
    );
}

#[test]
fn checking_a_fatal_command_fails() {
    let answer = caro(&["check", "sudo rm -rf /"]);
    assert_eq!(answer.code, 1);
    assert!(answer.out.starts_with("refused: critical\n"));
}

#[test]
fn checking_takes_a_command_in_several_words() {
    assert_eq!(caro(&["check", "rm", "-rf", "/"]).code, 1);
    assert_eq!(caro(&["check", "echo", "a; rm -rf /"]).code, 0);
    assert_eq!(caro(&["check", "--", "rm", "-rf", "/"]).code, 1);
}

#[test]
fn checking_quietly_leaves_the_exit_code() {
    let answer = caro(&["-q", "check", "rm -rf /"]);
    assert_eq!(
        (answer.code, answer.out.as_str(), answer.err.as_str()),
        (1, "", "")
    );
}

#[test]
fn checking_in_json_lists_the_findings() {
    let answer = caro(&["check", "--json", "sudo rm -rf /"]);
    assert_eq!(answer.code, 1);
    assert!(answer.out.starts_with(
        r#"{"risk":"critical","refused":true,"findings":[{"risk":"critical","rule":"delete-vital""#
    ));
}

#[test]
fn whole_scripts_are_read_from_standard_input() {
    let script = "#!/bin/sh\nset -e\ncat <<END\nrm -rf /\nEND\nmake install\n";
    assert_eq!(caro_reading(script, &["check", "-"]).out, "ok: safe\n");
    let script = format!("{script}target=/\nrm -rf \"$target\"\n");
    assert_eq!(caro_reading(&script, &["check", "-"]).code, 1);
}

#[test]
fn control_characters_of_a_command_do_not_reach_the_terminal() {
    let answer = caro_reading("rm -rf '\u{1b}[2J' /\n", &["check", "-"]);
    assert!(!answer.out.contains('\u{1b}'));
}

#[test]
fn lists_show_everything() {
    let (list, rules) = (caro(&["list"]), caro(&["rules"]));
    assert!(caro::intents().all(|intent| list.out.contains(intent.name)));
    assert!(caro::safety::rules().all(|rule| rules.out.contains(rule.reason)));
    assert_eq!((list.code, rules.code), (0, 0));
}

#[test]
fn help_names_every_option_and_exit_code() {
    let help = caro(&["--help"]).out;
    for text in [
        "--explain",
        "--quiet",
        "--json",
        "--deny",
        "--color",
        "--version",
        "Exit codes",
        "caro check",
    ] {
        assert!(help.contains(text), "{text}");
    }
    assert_eq!(caro(&["-h"]).out, help);
}

#[test]
fn the_version_is_the_crates() {
    assert_eq!(
        caro(&["--version"]).out,
        format!("caro {}\n", env!("CARGO_PKG_VERSION"))
    );
    assert_eq!(caro(&["-V"]).code, 0);
}

#[test]
fn wrong_usage_is_told_apart_from_not_understanding() {
    for arguments in [
        &["--jsno", "list files"][..],
        &["--deny", "never", "x"],
        &["check"],
        &[],
        &["--quiet=1", "x"],
    ] {
        assert_eq!(caro(arguments).code, 2, "{arguments:?}");
    }
    assert!(caro(&["--jsno"]).err.contains("did you mean --json?"));
}

#[test]
fn colours_are_only_for_those_who_want_them() {
    assert!(!caro(&["find large files"]).out.contains('\u{1b}'));
    assert!(caro(&["--color=always", "find large files"])
        .out
        .contains('\u{1b}'));
    assert!(caro(&["--color=always", "check", "rm a"])
        .out
        .contains("\u{1b}[33mmoderate"));
    assert!(!caro(&["--color=never", "check", "rm a"])
        .out
        .contains('\u{1b}'));
}

#[cfg(unix)]
#[test]
fn arguments_that_are_not_text_are_wrong_usage() {
    use std::os::unix::ffi::OsStrExt;
    let raw = std::ffi::OsStr::from_bytes(b"find \xff");
    let answer = answer(program().arg(raw).output().unwrap());
    assert_eq!(answer.code, 2);
    assert!(answer.err.contains("not UTF-8"));
}

#[cfg(unix)]
#[test]
fn a_reader_who_leaves_early_is_no_error() {
    let mut command = program();
    command
        .args(["check", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    drop(child.stdout.take());
    child.stdin.take().unwrap().write_all(b"ls").unwrap();
    let answer = answer(child.wait_with_output().unwrap());
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let full = std::fs::File::options()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let output = program()
        .arg("list")
        .stdout(full)
        .stderr(Stdio::piped())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(4));
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("caro: cannot read or write: "));
}
