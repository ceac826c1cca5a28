//! Where: "in src", "under ~/Downloads", "in this folder", "notes.txt", "to backups".

use super::pattern::{extension, is_plain_kind};
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
    let is_folder = rest
        .iter()
        .skip_while(|next| *next != word)
        .nth(1)
        .is_some_and(|next| matches!(next.stem.as_str(), "folder" | "directory"));
    if word.raw.contains('*') {
        return None;
    }
    if looks_like_file(word) {
        return Some((used, Found::File(word.raw.clone())));
    }
    let named = word.quoted
        || looks_like_path(word)
        || is_familiar(&word.raw)
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
