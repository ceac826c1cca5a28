//! Splits what somebody says into words.

/// One word of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// As it was written, without quotes and closing punctuation.
    pub raw: String,
    pub lower: String,
    /// Lower case and singular: what keywords are compared with.
    pub stem: String,
    pub quoted: bool,
}

impl Word {
    pub(crate) fn new(raw: &str, quoted: bool) -> Self {
        let lower = raw.to_lowercase();
        let stem = stem(&lower);
        Word {
            raw: raw.to_owned(),
            lower,
            stem,
            quoted,
        }
    }
}

pub(crate) fn split(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let (raw, quoted, after) = match quoted(first, rest) {
            Some((inside, after)) => (inside, true, after),
            None => {
                let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
                let (word, after) = rest.split_at(end);
                (without_punctuation(word), false, after)
            }
        };
        if quoted || !raw.is_empty() {
            words.push(Word::new(raw, quoted));
        }
        rest = after.trim_start();
    }
    words
}

fn quoted(first: char, rest: &str) -> Option<(&str, &str)> {
    let close = match first {
        '"' | '\'' | '`' => first,
        '\u{201c}' => '\u{201d}',
        _ => return None,
    };
    rest.strip_prefix(first)?.split_once(close)
}

fn without_punctuation(word: &str) -> &str {
    let word = word.trim_end_matches([',', ';', '!']);
    let word = if word.contains('*') {
        word
    } else {
        word.trim_end_matches('?')
    };
    match word.strip_suffix('.') {
        Some(bare) if bare.ends_with(|c: char| c.is_alphanumeric()) => bare,
        _ => word,
    }
}

/// The singular of a noun or the plain form of a verb, as far as keywords need it.
pub(crate) fn stem(lower: &str) -> String {
    let word = lower.strip_suffix("'s").unwrap_or(lower);
    if let Some(root) = word.strip_suffix("ies").filter(|root| root.len() > 2) {
        return format!("{root}y");
    }
    for ending in ["sses", "ches", "xes"] {
        if word.ends_with(ending) {
            return word.trim_end_matches("es").to_owned();
        }
    }
    match word.strip_suffix('s') {
        Some(root) if root.len() > 2 && !root.ends_with(['s', 'u', 'i']) => root.to_owned(),
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raw(text: &str) -> Vec<String> {
        split(text).into_iter().map(|word| word.raw).collect()
    }

    #[test]
    fn blanks_separate_words() {
        assert_eq!(raw("  find\tlarge \n files "), ["find", "large", "files"]);
        assert!(raw(" ").is_empty());
    }

    #[test]
    fn quotes_keep_words_together() {
        assert_eq!(
            raw("find \"a b\" 'c d' `e f`"),
            ["find", "a b", "c d", "e f"]
        );
        assert_eq!(raw("find \u{201c}a b\u{201d}"), ["find", "a b"]);
        assert!(split("'a b'")[0].quoted && !split("ab")[0].quoted);
    }

    #[test]
    fn an_apostrophe_is_no_quote() {
        assert_eq!(raw("what's that"), ["what's", "that"]);
        assert_eq!(raw("'tis so"), ["'tis", "so"]);
    }

    #[test]
    fn nothing_in_quotes_is_a_word() {
        assert_eq!(raw("search ''"), ["search", ""]);
    }

    #[test]
    fn closing_punctuation_goes_away() {
        assert_eq!(
            raw("files, folders; now! why? here."),
            ["files", "folders", "now", "why", "here"]
        );
        assert_eq!(raw("! ,"), Vec::<String>::new());
    }

    #[test]
    fn paths_and_patterns_keep_their_punctuation() {
        assert_eq!(raw(". .. ./ a.? *.?"), [".", "..", "./", "a", "*.?"]);
    }

    #[test]
    fn stems_are_singular() {
        for (word, root) in [
            ("files", "file"),
            ("directories", "directory"),
            ("processes", "process"),
            ("branches", "branch"),
            ("indexes", "index"),
            ("what's", "what"),
            ("status", "status"),
            ("this", "this"),
            ("is", "is"),
            ("less", "less"),
        ] {
            assert_eq!(stem(word), root);
        }
    }

    #[test]
    fn a_word_keeps_its_spelling_beside_its_stem() {
        let word = Word::new("Files", false);
        assert_eq!(
            (word.raw.as_str(), word.lower.as_str(), word.stem.as_str()),
            ("Files", "files", "file")
        );
    }
}
