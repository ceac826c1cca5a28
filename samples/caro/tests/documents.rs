//! What the documents promise.
#![cfg(unix)]

use std::path::Path;
use std::process::Command;

const README: &str = include_str!("../README.md");
const CHANGELOG: &str = include_str!("../CHANGELOG.md");

/// The blocks that show a session, as pairs of a command line and what it prints.
fn sessions() -> Vec<(String, String)> {
    let mut sessions: Vec<(String, String)> = Vec::new();
    let blocks = README
        .split("```console\n")
        .skip(1)
        .filter_map(|rest| rest.split("```").next());
    for line in blocks.flat_map(str::lines).filter(|line| !line.is_empty()) {
        match (line.strip_prefix("$ "), sessions.last_mut()) {
            (Some(command), _) => sessions.push((command.to_owned(), String::new())),
            (None, Some((_, output))) => {
                output.push_str(line);
                output.push('\n');
            }
            (None, None) => panic!("{line} belongs to no command"),
        }
    }
    sessions
}

#[test]
fn the_readme_shows_what_really_happens() {
    let folder = Path::new(env!("CARGO_BIN_EXE_caro")).parent().unwrap();
    assert!(sessions().len() >= 4);
    for (command, expected) in sessions() {
        let script = format!("PATH='{}':$PATH; {command} 2>&1", folder.display());
        let output = Command::new("sh").args(["-c", &script]).output().unwrap();
        assert_eq!(
            String::from_utf8(output.stdout).unwrap(),
            expected,
            "{command}"
        );
    }
}

#[test]
fn the_change_log_knows_this_version() {
    let version = env!("CARGO_PKG_VERSION");
    assert!(CHANGELOG.contains(&format!("\n## [{version}] - ")));
    assert!(CHANGELOG.contains(&format!("\n[{version}]: https://")));
}

#[test]
fn the_readme_lists_every_exit_code() {
    for code in ["| 0 |", "| 1 |", "| 2 |", "| 3 |", "| 4 |"] {
        assert!(README.contains(code), "{code}");
    }
}
