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

impl Found {
    /// Is the word a name in here rather than a keyword? "In the photos folder" is not about photos.
    pub(super) fn uses(&self, word: &Word) -> bool {
        match self {
            Found::Patterns(_) => word.stem != "file",
            Found::Place(value) => {
                is_part(word, value) || matches!(word.stem.as_str(), "folder" | "directory")
            }
            Found::Name(value) | Found::File(value) | Found::Text(value) | Found::Target(value) => {
                is_part(word, value)
            }
            Found::Replace(old, new) => is_part(word, old) || is_part(word, new),
            _ => false,
        }
    }
}

fn is_part(word: &Word, value: &str) -> bool {
    word.lower.len() > 2 && value.to_lowercase().contains(&word.lower)
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

#[cfg(test)]
mod tests {
    use super::*;

    use crate::words::split;

    #[test]
    fn phrases_match_word_by_word() {
        let words = split("In The last week");
        assert_eq!(phrase(&words, "in the last"), Some(3));
        assert_eq!(phrase(&words, "in last"), None);
        assert_eq!(phrase(&words, "in the last week of"), None);
    }

    #[test]
    fn quoted_words_are_no_phrase() {
        assert_eq!(phrase(&split("'in' the"), "in the"), None);
    }

    #[test]
    fn the_first_phrase_that_fits_is_taken() {
        let words = split("search for x");
        let (used, rest) = after_any(&words, &["search for", "search"]).unwrap();
        assert_eq!((used, rest.len()), (2, 1));
        assert!(after_any(&words, &["find"]).is_none());
    }

    #[test]
    fn numbers_may_be_spelled() {
        let numbers = ["a", "an", "two", "twelve", "40", "many", "-1"].map(number);
        assert_eq!(
            numbers,
            [Some(1), Some(1), Some(2), Some(12), Some(40), None, None]
        );
    }
}
