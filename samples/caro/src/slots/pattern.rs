//! Which files by name: "*.log", "python files", "named report", ".txt".

use super::scan::{after_any, Found, Scan};
use crate::words::Word;

const KINDS: &[(&[&str], &[&str])] = &[
    (&["python"], &["*.py"]),
    (&["rust"], &["*.rs"]),
    (&["javascript", "js"], &["*.js"]),
    (&["typescript", "ts"], &["*.ts"]),
    (&["java"], &["*.java"]),
    (&["go", "golang"], &["*.go"]),
    (&["c"], &["*.c", "*.h"]),
    (&["ruby"], &["*.rb"]),
    (&["shell"], &["*.sh"]),
    (&["markdown", "md"], &["*.md"]),
    (&["text", "txt"], &["*.txt"]),
    (&["log"], &["*.log"]),
    (&["json"], &["*.json"]),
    (&["yaml", "yml"], &["*.yaml", "*.yml"]),
    (&["toml"], &["*.toml"]),
    (&["csv"], &["*.csv"]),
    (&["pdf"], &["*.pdf"]),
    (&["html"], &["*.html"]),
    (&["css"], &["*.css"]),
    (&["xml"], &["*.xml"]),
    (&["zip"], &["*.zip"]),
    (&["temporary", "temp", "tmp"], &["*.tmp"]),
    (&["backup"], &["*.bak"]),
    (
        &["image", "picture", "photo"],
        &["*.jpg", "*.jpeg", "*.png", "*.gif"],
    ),
    (&["video", "movie"], &["*.mp4", "*.mov", "*.mkv"]),
    (&["music", "audio"], &["*.mp3", "*.flac", "*.wav"]),
];
/// These need no "files" after them.
const PLAIN: &[&str] = &["image", "picture", "photo", "video", "movie", "log", "pdf"];
/// These make a kind of the word before them.
const NOUNS: &[&str] = &[
    "file", "code", "script", "source", "document", "photo", "image",
];

pub(super) fn scan(words: &[Word]) -> Scan {
    scan_name(words).or_else(|| {
        let first = words.first()?;
        let patterns = if !first.quoted && is_glob(&first.raw) {
            let (place, pattern) = match first.raw.rsplit_once('/') {
                Some(("", pattern)) => (Some("/"), pattern),
                Some((place, pattern)) => (Some(place), pattern),
                None => (None, first.raw.as_str()),
            };
            return Some((1, Found::Glob(place.map(str::to_owned), pattern.to_owned())));
        } else if let Some(extension) = extension(&first.raw).filter(|_| !first.quoted) {
            vec![format!("*.{extension}")]
        } else {
            let followed = words
                .get(1)
                .is_some_and(|next| NOUNS.contains(&next.stem.as_str()));
            let plain = is_plain_kind(first);
            let (_, patterns) = KINDS
                .iter()
                .find(|(names, _)| (followed || plain) && names.contains(&first.stem.as_str()))?;
            patterns
                .iter()
                .map(|pattern| (*pattern).to_owned())
                .collect()
        };
        Some((1, Found::Patterns(patterns)))
    })
}

/// "photos" says files by itself.
pub(super) fn is_plain_kind(word: &Word) -> bool {
    !word.quoted && PLAIN.contains(&word.stem.as_str()) && word.lower != word.stem
}

fn scan_name(words: &[Word]) -> Scan {
    let around: &[(&[&str], &str, &str)] = &[
        (
            &[
                "name contains",
                "names containing",
                "name containing",
                "with name containing",
            ],
            "*",
            "*",
        ),
        (
            &["starting with", "beginning with", "that start with"],
            "",
            "*",
        ),
        (
            &["ending with", "ending in", "that end with", "that end in"],
            "*",
            "",
        ),
    ];
    for (phrases, before, after) in around {
        if let Some((used, rest)) = after_any(words, phrases) {
            let pattern = format!("{before}{}{after}", escape(&rest.first()?.raw));
            return Some((used + 1, Found::Patterns(vec![pattern])));
        }
    }
    let (used, rest) = after_any(words, &["named", "called", "with the name", "with name"])?;
    Some((used + 1, Found::Name(rest.first()?.raw.clone())))
}

/// Makes a name match only itself.
fn escape(name: &str) -> String {
    let mut text = String::new();
    for c in name.chars() {
        if matches!(c, '*' | '?' | '[' | '\\') {
            text.push('\\');
        }
        text.push(c);
    }
    text
}

fn is_glob(raw: &str) -> bool {
    raw.contains('*')
}

/// `txt` of `.txt`.
pub(crate) fn extension(raw: &str) -> Option<&str> {
    raw.strip_prefix('.').filter(|rest| {
        (1..=8).contains(&rest.len()) && rest.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::words::split;

    fn found(text: &str) -> Option<(usize, Found)> {
        scan(&split(text))
    }

    fn patterns(text: &str) -> Vec<String> {
        match found(text) {
            Some((_, Found::Patterns(patterns))) => patterns,
            _ => Vec::new(),
        }
    }

    #[test]
    fn globs_are_taken_as_they_are() {
        assert_eq!(
            found("*.log files"),
            Some((1, Found::Glob(None, "*.log".into())))
        );
        assert_eq!(
            found("logs/*.tmp"),
            Some((1, Found::Glob(Some("logs".into()), "*.tmp".into())))
        );
        assert_eq!(
            found("/*.tmp"),
            Some((1, Found::Glob(Some("/".into()), "*.tmp".into())))
        );
        assert_eq!(found("'*.log'"), None);
    }

    #[test]
    fn an_ending_is_a_pattern() {
        assert_eq!(patterns(".txt files"), ["*.txt"]);
        assert!(patterns("'.txt'").is_empty());
        for word in [".", "..", ".tar.gz", ".averylongone", "txt"] {
            assert!(patterns(word).is_empty(), "{word}");
        }
    }

    #[test]
    fn kinds_of_files_have_endings() {
        assert_eq!(patterns("python files"), ["*.py"]);
        assert_eq!(patterns("C source"), ["*.c", "*.h"]);
        assert_eq!(patterns("PDF documents"), ["*.pdf"]);
        assert!(patterns("python is nice").is_empty());
        assert!(patterns("purple files").is_empty());
    }

    #[test]
    fn some_kinds_need_no_noun_in_the_plural() {
        assert_eq!(patterns("videos"), ["*.mp4", "*.mov", "*.mkv"]);
        assert_eq!(patterns("logs"), ["*.log"]);
        assert!(patterns("log").is_empty());
        assert!(patterns("'logs'").is_empty());
    }

    #[test]
    fn names_can_be_whole() {
        assert_eq!(
            found("named notes.txt"),
            Some((2, Found::Name("notes.txt".into())))
        );
        assert_eq!(found("called 'a b'"), Some((2, Found::Name("a b".into()))));
        assert_eq!(found("named"), None);
    }

    #[test]
    fn names_can_be_known_in_part() {
        assert_eq!(patterns("name contains report"), ["*report*"]);
        assert_eq!(patterns("starting with tmp_"), ["tmp_*"]);
        assert_eq!(patterns("ending in ~"), ["*~"]);
        assert_eq!(patterns("starting with '[x]*'"), [r"\[x]\**"]);
    }
}
