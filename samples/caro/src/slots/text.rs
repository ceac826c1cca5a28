//! What to look for in files: "containing error", "search for ERROR", "replace a with b".

use super::scan::{after_any, Found, Scan};
use crate::vocabulary;
use crate::words::Word;

const BEFORE: &[&str] = &[
    "containing the text",
    "containing the word",
    "that contain",
    "containing",
    "contains",
    "mentioning",
    "mention",
    "with the text",
    "the text",
    "the word",
    "the phrase",
    "the string",
    "text",
    "phrase",
    "string",
    "word",
];
const SEARCH: &[&str] = &[
    "search for",
    "search",
    "grep for",
    "grep",
    "look for",
    "find",
];

pub(super) fn scan(words: &[Word]) -> Scan {
    if let Some(found) = scan_replace(words) {
        return Some(found);
    }
    if let Some((used, rest)) = after_any(words, BEFORE) {
        let word = rest.first()?;
        if word.quoted || !vocabulary::knows(word) || rest.len() == 1 && used > 1 {
            return Some((used + 1, Found::Text(word.raw.clone())));
        }
    }
    if let Some((used, rest)) = after_any(words, SEARCH) {
        let word = rest.first()?;
        let shouted = word.raw.len() > 1 && word.raw.chars().all(|c| c.is_ascii_uppercase());
        if word.quoted || (shouted && !is_kind(rest)) {
            return Some((used + 1, Found::Text(word.raw.clone())));
        }
    }
    let quoted = words.first().filter(|word| word.quoted)?;
    Some((1, Found::Text(quoted.raw.clone())))
}

/// "PDF files" is not a search for "PDF".
fn is_kind(words: &[Word]) -> bool {
    words.get(1).is_some_and(|next| next.stem == "file")
}

fn scan_replace(words: &[Word]) -> Scan {
    let (used, rest) = after_any(words, &["replace", "substitute"])?;
    let skipped = rest
        .iter()
        .take_while(|word| {
            matches!(word.lower.as_str(), "the" | "word" | "text" | "all") && !word.quoted
        })
        .count();
    let [old, with, new, ..] = rest.get(skipped..)? else {
        return None;
    };
    matches!(with.lower.as_str(), "with" | "by").then(|| {
        (
            used + skipped + 3,
            Found::Replace(old.raw.clone(), new.raw.clone()),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::words::split;

    fn text(request: &str) -> Option<String> {
        match scan(&split(request)) {
            Some((_, Found::Text(text))) => Some(text),
            _ => None,
        }
    }

    #[test]
    fn texts_are_announced() {
        for request in [
            "containing error",
            "contains 'error'",
            "mentioning error",
            "with the text error",
            "the word error",
        ] {
            assert_eq!(text(request).as_deref(), Some("error"), "{request}");
        }
        assert_eq!(text("containing files in src"), None);
        assert_eq!(text("containing"), None);
    }

    #[test]
    fn what_is_searched_for_is_quoted_or_shouted() {
        assert_eq!(text("search for ERROR").as_deref(), Some("ERROR"));
        assert_eq!(text("grep 'fn main'").as_deref(), Some("fn main"));
        for request in ["search for files", "find PDF files", "find X", "search"] {
            assert_eq!(text(request), None, "{request}");
        }
    }

    #[test]
    fn a_quoted_word_is_a_text_when_it_is_nothing_else() {
        assert_eq!(text("'a b'").as_deref(), Some("a b"));
        assert_eq!(text("ab"), None);
    }

    #[test]
    fn one_text_can_replace_another() {
        let found = |request: &str| scan(&split(request));
        assert_eq!(
            found("replace foo with bar in x"),
            Some((4, Found::Replace("foo".into(), "bar".into())))
        );
        assert_eq!(
            found("substitute the word 'a' by 'b'"),
            Some((6, Found::Replace("a".into(), "b".into())))
        );
        assert_eq!(found("replace foo"), None);
        assert_eq!(found("replace foo and bar"), None);
    }
}
