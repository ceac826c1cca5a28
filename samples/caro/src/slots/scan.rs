//! What the scanners share: each looks at the words from one place on.

use super::age::Age;
use super::size::Size;
use crate::words::Word;

/// How many words were used, and for what.
pub(super) type Scan = Option<(usize, Found)>;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found {
    Size(Size),
    Age(Age),
    Count(u32),
    Port(u16),
    /// A number that cannot be a port.
    BadPort(String),
    /// A pattern, perhaps with a folder in front.
    Glob(Option<String>, String),
    Patterns(Vec<String>),
    Name(String),
    Place(String),
    File(String),
    Url(String),
    Text(String),
    Replace(String, String),
    Target(String),
}

/// The number of words that a phrase takes, if it stands here.
pub(super) fn phrase(words: &[Word], phrase: &str) -> Option<usize> {
    let mut used = 0;
    for wanted in phrase.split(' ') {
        let word = words.get(used)?;
        if word.quoted || word.lower != wanted {
            return None;
        }
        used += 1;
    }
    Some(used)
}

/// The words that follow one of the phrases.
pub(super) fn after_any<'a>(words: &'a [Word], phrases: &[&str]) -> Option<(usize, &'a [Word])> {
    phrases.iter().find_map(|candidate| {
        let used = phrase(words, candidate)?;
        Some((used, words.get(used..)?))
    })
}

/// Digits, or a number in words.
pub(super) fn number(lower: &str) -> Option<u32> {
    const NUMBERS: &[&str] = &[
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    if matches!(lower, "a" | "an") {
        return Some(1);
    }
    let spelled = NUMBERS.iter().position(|name| *name == lower);
    spelled
        .and_then(|value| u32::try_from(value).ok())
        .or_else(|| lower.parse().ok())
}
