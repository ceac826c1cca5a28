//! Where: "in src", "under ~/Downloads", "in this folder", "notes.txt", "to backups".

use super::pattern::{self, extension, is_plain_kind};
use super::scan::{after_any, phrase, Found, Scan};
use crate::vocabulary;
use crate::words::Word;

const HERE: &[&str] = &[
    "in this folder",
    "in this directory",
    "in the current folder",
    "in the current directory",
    "in current directory",
    "in current folder",
    "of this folder",
    "of this directory",
    "of the current folder",
    "of the current directory",
    "this folder",
    "this directory",
    "current folder",
    "current directory",
    "here",
];
const HOME: &[&str] = &[
    "in my home folder",
    "in my home directory",
    "in my home",
    "in the home folder",
    "in the home directory",
    "my home folder",
    "my home directory",
    "home folder",
    "home directory",
];
const INSIDE: &[&str] = &["in", "inside", "under", "within", "below", "into"];
const LOOSE: &[&str] = &["of", "from", "on", "at"];
const ARTICLES: &[&str] = &[
    "the",
    "my",
    "a",
    "an",
    "folder",
    "directory",
    "file",
    "archive",
    "all",
];
const FAMILIAR: &[&str] = &[
    "Downloads",
    "Documents",
    "Desktop",
    "Pictures",
    "Music",
    "Movies",
    "Videos",
];

pub(super) fn scan(words: &[Word]) -> Scan {
    for (phrases, place) in [(HERE, "."), (HOME, "~")] {
        if let Some(used) = phrases.iter().find_map(|text| phrase(words, text)) {
            return Some((used, Found::Place(place.to_owned())));
        }
    }
    scan_target(words)
        .or_else(|| scan_place(words, INSIDE, true))
        .or_else(|| scan_place(words, LOOSE, false))
        .or_else(|| scan_bare(words))
}

fn scan_target(words: &[Word]) -> Scan {
    let (used, rest) = after_any(words, &["to", "into", "as", "onto"])?;
    let (word, used) = skip_articles(rest, used)?;
    let named = word.quoted || looks_like_path(word) || extension(&word.raw).is_some();
    let last = rest.len() == 1;
    (named || last || !vocabulary::knows(word))
        .then(|| (used, Found::Target(familiar(&word.raw, false))))
}

fn scan_place(words: &[Word], prepositions: &[&str], any_word: bool) -> Scan {
    let (used, rest) = after_any(words, prepositions)?;
    let (word, used) = skip_articles(rest, used)?;
    let here = rest.iter().position(|next| next == word)?;
    let is_folder = rest
        .get(here + 1)
        .is_some_and(|next| matches!(next.stem.as_str(), "folder" | "directory"));
    let names_kind = pattern::scan(rest.get(here..)?).is_some() && !is_plain_kind(word);
    if names_kind {
        return None;
    }
    if looks_like_file(word) {
        return Some((used, Found::File(word.raw.clone())));
    }
    let named = word.quoted
        || looks_like_path(word)
        || is_familiar(&word.raw)
        || is_plain_kind(word)
        || ((any_word || is_folder) && !vocabulary::knows(word) && !is_number(word));
    named.then(|| {
        (
            used + usize::from(is_folder),
            Found::Place(familiar(&word.raw, true)),
        )
    })
}

fn scan_bare(words: &[Word]) -> Scan {
    if let Some(mine) = phrase(words, "my").and_then(|used| words.get(used)) {
        let folder = is_familiar(&mine.raw).then(|| familiar(&mine.raw, true))?;
        return Some((2, Found::File(folder)));
    }
    let word = words.first().filter(|word| !word.quoted)?;
    if word.lower.starts_with("http://") || word.lower.starts_with("https://") {
        return Some((1, Found::Url(word.raw.clone())));
    }
    let shown =
        looks_like_path(word) || looks_like_file(word) || FAMILIAR.contains(&word.raw.as_str());
    shown.then(|| (1, Found::File(familiar(&word.raw, false))))
}

fn skip_articles(words: &[Word], used: usize) -> Option<(&Word, usize)> {
    let skipped = words
        .iter()
        .take_while(|word| !word.quoted && ARTICLES.contains(&word.lower.as_str()))
        .count();
    Some((words.get(skipped)?, used + skipped + 1))
}

fn looks_like_path(word: &Word) -> bool {
    let raw = word.raw.as_str();
    raw.starts_with(['/', '~'])
        || matches!(raw, "." | "..")
        || (raw.contains('/') && !raw.contains("://"))
}

/// `notes.txt`, but not `1.5` and not `.txt`.
fn looks_like_file(word: &Word) -> bool {
    !word.quoted
        && word.raw.rsplit_once('.').is_some_and(|(name, extension)| {
            !name.is_empty()
                && !name.ends_with(['.', '/', '~'])
                && !word.raw.contains("://")
                && !word.raw.contains('*')
                && !is_number(word)
                && (1..=8).contains(&extension.len())
                && extension.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

fn is_number(word: &Word) -> bool {
    word.lower.starts_with(|c: char| c.is_ascii_digit())
        && !word.lower.contains(|c: char| c.is_ascii_alphabetic())
}

fn is_familiar(raw: &str) -> bool {
    FAMILIAR.iter().any(|name| name.eq_ignore_ascii_case(raw))
}

/// The folders that every home has are where they always are.
fn familiar(raw: &str, any_case: bool) -> String {
    FAMILIAR
        .iter()
        .find(|name| **name == raw || any_case && name.eq_ignore_ascii_case(raw))
        .map_or_else(|| raw.to_owned(), |name| format!("~/{name}"))
}

/// "the photos folder", but not "the largest folder".
pub(super) fn scan_folder(words: &[Word]) -> Scan {
    let [article, name, folder, ..] = words else {
        return None;
    };
    let found = matches!(article.lower.as_str(), "the" | "my")
        && matches!(folder.stem.as_str(), "folder" | "directory")
        && name.lower != "home"
        && (!vocabulary::knows(name) || is_plain_kind(name));
    found.then(|| (3, Found::Place(familiar(&name.raw, true))))
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::words::split;

    fn found(text: &str) -> Option<(usize, Found)> {
        scan(&split(text))
    }

    fn place(text: &str) -> Option<String> {
        match found(text) {
            Some((_, Found::Place(place))) => Some(place),
            _ => None,
        }
    }

    fn target(text: &str) -> Option<String> {
        match found(text) {
            Some((_, Found::Target(target))) => Some(target),
            _ => None,
        }
    }

    #[test]
    fn here_and_home_have_many_names() {
        for text in [
            "here",
            "in this folder",
            "in the current directory",
            "this directory",
        ] {
            assert_eq!(place(text).as_deref(), Some("."), "{text}");
        }
        for text in ["in my home folder", "my home directory", "in my home"] {
            assert_eq!(place(text).as_deref(), Some("~"), "{text}");
        }
    }

    #[test]
    fn places_follow_prepositions() {
        for (text, expected) in [
            ("in src", "src"),
            ("under /var/log", "/var/log"),
            ("inside ./a/b", "./a/b"),
            ("in the src folder", "src"),
            ("in '/tmp/x y'", "/tmp/x y"),
            ("of ~/x", "~/x"),
            ("from the src directory", "src"),
            ("in my project", "project"),
        ] {
            assert_eq!(place(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn familiar_folders_are_in_the_home() {
        assert_eq!(place("in downloads").as_deref(), Some("~/Downloads"));
        assert_eq!(
            found("my documents"),
            Some((2, Found::File("~/Documents".into())))
        );
        assert_eq!(found("Music"), Some((1, Found::File("~/Music".into()))));
        assert_eq!(found("my notes"), None);
    }

    #[test]
    fn ordinary_words_are_no_places() {
        for text in [
            "in files", "of lines", "of code", "in 5", "from src", "in *.txt", "in", "in the",
            "blue",
        ] {
            assert_eq!(place(text), None, "{text}");
        }
    }

    #[test]
    fn files_are_known_by_their_names() {
        assert_eq!(
            found("notes.txt"),
            Some((1, Found::File("notes.txt".into())))
        );
        assert_eq!(
            found("in notes.txt"),
            Some((2, Found::File("notes.txt".into())))
        );
        assert_eq!(found("./run"), Some((1, Found::File("./run".into()))));
        assert_eq!(found(".."), Some((1, Found::File("..".into()))));
        for text in [
            "1.5",
            "e.g..",
            "'notes.txt'",
            ".txt",
            "a.toolongending",
            "x*.txt",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn addresses_are_no_files() {
        let url = "https://example.com/a.txt";
        assert_eq!(found(url), Some((1, Found::Url(url.into()))));
        assert_eq!(found("HTTP://x").map(|(used, _)| used), Some(1));
    }

    #[test]
    fn targets_follow_to_into_and_as() {
        for (text, expected) in [
            ("to backup", "backup"),
            ("into ./out", "./out"),
            ("as a.zip", "a.zip"),
            ("to .md", ".md"),
            ("to the 'x y' folder", "x y"),
            ("to out", "out"),
            ("to Downloads", "~/Downloads"),
            ("to downloads", "downloads"),
        ] {
            assert_eq!(target(text).as_deref(), Some(expected), "{text}");
        }
        assert_eq!(target("to find files"), None);
        assert_eq!(target("to"), None);
    }

    #[test]
    fn a_folder_can_have_a_word_as_its_name() {
        let folder = |text: &str| scan_folder(&split(text)).map(|(_, found)| found);
        assert_eq!(
            folder("the photos folder"),
            Some(Found::Place("photos".into()))
        );
        assert_eq!(
            folder("my build directory"),
            Some(Found::Place("build".into()))
        );
        for text in [
            "the largest folder",
            "my home folder",
            "the photos",
            "a photos folder",
            "the photos album",
        ] {
            assert_eq!(folder(text), None, "{text}");
        }
    }
}
