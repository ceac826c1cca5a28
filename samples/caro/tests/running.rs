//! Commands do what was asked for when they are run.
#![cfg(unix)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

/// A folder of its own for each test, gone when the test is over.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let path = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join(format!("running-{}-{number}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn with(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    /// What the command for these words prints, its lines sorted.
    #[track_caller]
    fn asked(&self, words: &str) -> Vec<String> {
        let command = caro::suggest(words).unwrap().command;
        let output = Command::new("sh")
            .args(["-c", &command])
            .current_dir(&self.0)
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "{command}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        let mut lines: Vec<_> = String::from_utf8(output.stdout)
            .unwrap()
            .lines()
            .map(str::to_owned)
            .collect();
        lines.sort();
        lines
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap()
    }

    fn has(&self, name: &str) -> bool {
        self.0.join(name).exists()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn large_files_are_found() {
    let folder = Folder::new()
        .with("small", "x")
        .with("sub/large file", vec![0; 40_000]);
    let found = folder.asked("find files larger than 30 KB");
    assert_eq!(found.len(), 1);
    assert!(found[0].ends_with("./sub/large file"));
}

#[test]
fn a_limit_on_the_size_is_exact() {
    let folder = Folder::new()
        .with("a", vec![0; 1023])
        .with("b", vec![0; 1024])
        .with("c", vec![0; 1025]);
    assert_eq!(folder.asked("find files smaller than 1 KB"), ["./a"]);
    assert!(folder.asked("find files larger than 1 KB")[0].ends_with("./c"));
}

#[test]
fn files_are_found_by_kind_and_by_name() {
    let folder = Folder::new()
        .with("a.py", "")
        .with("b/c.py", "")
        .with("b/d e.txt", "");
    assert_eq!(folder.asked("find python files"), ["./a.py", "./b/c.py"]);
    assert_eq!(
        folder.asked("find files named \"d e.txt\""),
        ["./b/d e.txt"]
    );
    assert_eq!(folder.asked("find files starting with a"), ["./a.py"]);
    assert_eq!(folder.asked("find folders named b"), ["./b"]);
}

#[test]
fn odd_names_are_no_trouble() {
    let folder = Folder::new()
        .with("it's $HOME; `id` *", "x")
        .with("-n", "needle");
    assert_eq!(folder.asked("count files"), ["2"]);
    assert_eq!(
        folder.asked("count lines in \"it's $HOME; `id` *\" "),
        ["0"]
    );
    assert_eq!(folder.asked("last 5 lines of \"-n\""), ["needle"]);
}

#[test]
fn recent_files_are_told_from_old_ones() {
    let folder = Folder::new().with("new", "").with("old", "");
    let touched = Command::new("touch")
        .args(["-t", "202001010000", "old"])
        .current_dir(&folder.0)
        .status();
    assert!(touched.unwrap().success());
    assert_eq!(
        folder.asked("files modified in the last 2 hours"),
        ["./new"]
    );
    assert_eq!(folder.asked("files older than 30 days"), ["./old"]);
}

#[test]
fn empty_files_and_folders_are_found() {
    let folder = Folder::new()
        .with("full", "x")
        .with("empty", "")
        .with("gone/x", "");
    fs::remove_file(folder.0.join("gone/x")).unwrap();
    assert_eq!(folder.asked("find empty files"), ["./empty"]);
    assert_eq!(folder.asked("find empty folders"), ["./gone"]);
}

#[test]
fn duplicates_are_found_all_of_them_and_nothing_else() {
    let folder = Folder::new()
        .with("a", "same")
        .with("b b", "same")
        .with("c", "same")
        .with("d", "else")
        .with("e", "");
    let found = folder.asked("find duplicate files");
    let names: Vec<_> = found
        .iter()
        .filter_map(|line| line.split("./").nth(1))
        .collect();
    assert_eq!(names, ["a", "b b", "c"]);
}

#[test]
fn text_is_found_with_file_and_line() {
    let folder = Folder::new()
        .with("a.txt", "one\nERROR two\n")
        .with("b.rs", "// ERROR three\n");
    assert_eq!(
        folder.asked("search for ERROR"),
        ["./a.txt:2:ERROR two", "./b.rs:1:// ERROR three"]
    );
    assert_eq!(
        folder.asked("search for ERROR in *.rs files"),
        ["./b.rs:1:// ERROR three"]
    );
    assert_eq!(
        folder.asked("search for \"error three\" ignoring case"),
        ["./b.rs:1:// ERROR three"]
    );
}

#[test]
fn a_text_that_looks_like_an_option_is_a_text() {
    let folder = Folder::new().with("a", "use -v here\n");
    assert_eq!(folder.asked("search for \"-v\""), ["./a:1:use -v here"]);
}

#[test]
fn text_is_replaced_literally() {
    let folder = Folder::new().with("a.txt", "1+1 is a.b/c & more\n");
    assert!(folder
        .asked("replace 'a.b/c &' with '[x&y\\]' in a.txt")
        .is_empty());
    assert_eq!(folder.read("a.txt"), "1+1 is [x&y\\] more\n");
}

#[test]
fn lines_and_words_are_counted() {
    let folder = Folder::new()
        .with("a.txt", "one two\nthree\n")
        .with("b.txt", "four\n")
        .with("c.md", "five\n");
    assert_eq!(folder.asked("count lines in a.txt"), ["2"]);
    assert_eq!(folder.asked("how many lines are in text files"), ["3"]);
    assert_eq!(folder.asked("count words in a.txt")[0].trim(), "3");
}

#[test]
fn the_most_common_lines_are_counted() {
    let folder = Folder::new().with("log.txt", "a\nb\na\na\nb\nc\n");
    let found: Vec<_> = folder
        .asked("2 most common lines in log.txt")
        .iter()
        .map(|line| line.trim().to_owned())
        .collect();
    assert_eq!(found, ["2 b", "3 a"]);
}

#[test]
fn what_was_packed_can_be_unpacked() {
    let folder = Folder::new().with("my notes/a.txt", "hello");
    folder.asked("compress \"my notes\" into \"the notes.tar.gz\"");
    folder.asked("delete the folder \"my notes\"");
    folder.asked("extract \"the notes.tar.gz\"");
    assert_eq!(folder.read("my notes/a.txt"), "hello");
}

#[test]
fn archives_are_unpacked_where_they_are_wanted() {
    let folder = Folder::new().with("src/a.txt", "hello");
    folder.asked("compress src");
    assert_eq!(
        folder.asked("list contents of src.tar.gz"),
        ["src/", "src/a.txt"]
    );
    folder.asked("extract src.tar.gz into \"new place\"");
    assert_eq!(folder.read("new place/src/a.txt"), "hello");
}

#[test]
fn endings_are_renamed_and_nothing_is_overwritten() {
    let folder = Folder::new()
        .with("a b.txt", "1")
        .with("c.txt", "2")
        .with("c.md", "3")
        .with("d.log", "4");
    folder.asked("rename .txt files to .md");
    assert_eq!(folder.read("a b.md"), "1");
    assert_eq!(
        (folder.read("c.txt"), folder.read("c.md")),
        ("2".into(), "3".into())
    );
    assert!(folder.has("d.log") && !folder.has("a b.txt"));
}

#[test]
fn renaming_nothing_is_no_error() {
    let folder = Folder::new();
    folder.asked("rename .txt files to .md");
    assert!(!folder.has("*.md"));
}

#[test]
fn folders_are_made_and_files_copied_into_them() {
    let folder = Folder::new().with("a.txt", "x");
    folder.asked("make a folder called \"b c/d\"");
    folder.asked("copy a.txt to \"b c/d\"");
    assert_eq!(folder.read("b c/d/a.txt"), "x");
}

#[test]
fn only_what_was_named_is_deleted() {
    let folder = Folder::new()
        .with("a.tmp", "")
        .with("b/c.tmp", "")
        .with("b/d.txt", "")
        .with("e f.tmp", "");
    folder.asked("delete *.tmp files");
    assert!(folder.has("b/d.txt"));
    assert!(!folder.has("a.tmp") && !folder.has("b/c.tmp") && !folder.has("e f.tmp"));
    folder.asked("delete the folder b");
    assert!(!folder.has("b"));
}

#[test]
fn hidden_files_and_folders_are_shown() {
    let folder = Folder::new()
        .with(".secret", "")
        .with("plain", "")
        .with(".d/x", "");
    let shown = folder.asked("show hidden files").join("\n");
    assert!(shown.contains(".secret") && shown.contains(".d") && !shown.contains("plain"));
}

#[test]
fn the_largest_folders_come_first() {
    let folder = Folder::new()
        .with("small/x", "x")
        .with("large/x", vec![1; 200_000]);
    let command = caro::suggest("top 1 largest folders").unwrap().command;
    let output = Command::new("sh")
        .args(["-c", &command])
        .current_dir(&folder.0)
        .output()
        .unwrap();
    assert!(String::from_utf8(output.stdout)
        .unwrap()
        .trim()
        .ends_with("./large"));
}
