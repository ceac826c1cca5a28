//! Takes the particulars out of a request: sizes, times, names, places.

mod age;
mod amount;
mod path;
mod pattern;
mod scan;
mod size;
mod text;

use std::collections::BTreeSet;

use crate::vocabulary;
use crate::words::Word;
pub(crate) use age::Age;
pub(crate) use pattern::extension;
use scan::{Found, Scan};
pub(crate) use size::Size;

/// The particulars of a request.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Slots {
    pub size: Option<Size>,
    pub age: Option<Age>,
    pub count: Option<u32>,
    pub port: Option<u16>,
    pub bad_port: Option<String>,
    pub patterns: Vec<String>,
    pub name: Option<String>,
    pub place: Option<String>,
    pub files: Vec<String>,
    pub url: Option<String>,
    pub texts: Vec<String>,
    pub target: Option<String>,
    /// Keywords, and marks such as `<size>` for what was found.
    pub said: BTreeSet<String>,
    /// Words that mean nothing here; the first may be a name.
    pub unknown: Vec<String>,
}

const SCANNERS: &[fn(&[Word]) -> Scan] = &[
    size::scan,
    age::scan,
    amount::scan_port,
    path::scan_folder,
    pattern::scan,
    text::scan,
    path::scan,
    amount::scan_count,
];

impl Slots {
    pub(crate) fn of(words: &[Word]) -> Slots {
        let mut slots = Slots::default();
        let mut rest = words;
        while let Some((first, after)) = rest.split_first() {
            match SCANNERS.iter().find_map(|scan| scan(rest)) {
                Some((used, found)) => {
                    let (taken, after) = rest.split_at(used.clamp(1, rest.len()));
                    let said = taken
                        .iter()
                        .filter(|word| vocabulary::knows(word) && !found.uses(word));
                    slots.said.extend(said.map(|word| word.stem.clone()));
                    slots.take(found);
                    rest = after;
                }
                None => {
                    if vocabulary::knows(first) {
                        slots.said.insert(first.stem.clone());
                    } else {
                        slots.unknown.push(first.raw.clone());
                    }
                    rest = after;
                }
            }
        }
        if !slots.unknown.is_empty() {
            slots.said.insert("<subject>".to_owned());
        }
        slots
    }

    fn take(&mut self, found: Found) {
        let mark = match found {
            Found::Size(size) => {
                let mark = if size.over { "<over>" } else { "<under>" };
                self.size = Some(size);
                mark
            }
            Found::Age(age) => {
                let mark = if age.within { "<since>" } else { "<before>" };
                self.age = Some(age);
                mark
            }
            Found::Count(count) => {
                self.count = Some(count);
                "<count>"
            }
            Found::Port(port) => {
                self.port = Some(port);
                "<port>"
            }
            Found::BadPort(text) => {
                self.bad_port = Some(text);
                "<port>"
            }
            Found::Glob(place, pattern) => {
                self.place = place.or(self.place.take());
                self.patterns.push(pattern);
                "<pattern>"
            }
            Found::Patterns(patterns) => {
                self.patterns.extend(patterns);
                "<pattern>"
            }
            Found::Name(name) => {
                self.name = Some(name);
                "<name>"
            }
            Found::Place(place) => {
                self.place = Some(place);
                "<place>"
            }
            Found::File(file) => {
                self.files.push(file);
                "<file>"
            }
            Found::Url(url) => {
                self.url = Some(url);
                "<url>"
            }
            Found::Text(text) => {
                self.texts.push(text);
                "<text>"
            }
            Found::Replace(old, new) => {
                self.texts.extend([old, new]);
                "<replace>"
            }
            Found::Target(target) => {
                self.target = Some(target);
                "<target>"
            }
        };
        self.said.insert(mark.to_owned());
    }

    pub(crate) fn says(&self, stems: &[&str]) -> bool {
        stems.iter().any(|stem| self.said.contains(*stem))
    }

    /// The folder to work in: named, or this one.
    pub(crate) fn folder(&self) -> &str {
        self.place
            .as_deref()
            .or(self.files.first().map(String::as_str))
            .unwrap_or(".")
    }

    /// One thing to work on, however it was named.
    pub(crate) fn subject(&self) -> Option<&str> {
        let texts = self.texts.first().map(String::as_str);
        self.named().or(self.place.as_deref()).or(texts)
    }

    /// One thing to work on that stands before "to" or "in".
    pub(crate) fn named(&self) -> Option<&str> {
        let file = self
            .files
            .first()
            .or(self.name.as_ref())
            .or(self.unknown.first());
        file.map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::words::split;

    fn slots(text: &str) -> Slots {
        Slots::of(&split(text))
    }

    #[test]
    fn everything_in_a_long_request_is_found() {
        let slots = slots(
            "top 5 python files larger than 1 MB modified in the last 2 days in src named report",
        );
        assert_eq!(slots.count, Some(5));
        assert_eq!(slots.patterns, ["*.py"]);
        assert_eq!(slots.size.as_ref().map(|size| size.bytes), Some(1 << 20));
        assert_eq!(slots.age.as_ref().map(|age| age.amount), Some(2));
        assert_eq!(slots.place.as_deref(), Some("src"));
        assert_eq!(slots.name.as_deref(), Some("report"));
        assert!(slots.unknown.is_empty());
    }

    #[test]
    fn what_was_found_leaves_a_mark() {
        for (text, mark) in [
            ("over 5 MB", "<over>"),
            ("under 5 MB", "<under>"),
            ("today", "<since>"),
            ("older than 5 days", "<before>"),
            ("top 5", "<count>"),
            ("port 80", "<port>"),
            ("port 0", "<port>"),
            ("*.c", "<pattern>"),
            ("python files", "<pattern>"),
            ("named x", "<name>"),
            ("in src", "<place>"),
            ("a.txt", "<file>"),
            ("http://x", "<url>"),
            ("containing x", "<text>"),
            ("replace a with b", "<replace>"),
            ("to x", "<target>"),
            ("zebra", "<subject>"),
        ] {
            assert!(slots(text).says(&[mark]), "{text}: {:?}", slots(text).said);
        }
    }

    #[test]
    fn keywords_are_remembered_in_their_plain_form() {
        let slots = slots("Show FILES and folders");
        assert!(slots.says(&["file"]) && slots.says(&["folder"]) && !slots.says(&["files"]));
    }

    #[test]
    fn the_folder_is_this_one_unless_it_is_named() {
        assert_eq!(slots("list files").folder(), ".");
        assert_eq!(slots("list files in src").folder(), "src");
        assert_eq!(slots("list /tmp").folder(), "/tmp");
        assert_eq!(slots("find logs/*.tmp").folder(), "logs");
    }

    #[test]
    fn the_subject_is_whatever_has_a_name() {
        assert_eq!(slots("delete a.txt").subject(), Some("a.txt"));
        assert_eq!(slots("make folder called x").subject(), Some("x"));
        assert_eq!(slots("kill zebra").subject(), Some("zebra"));
        assert_eq!(
            slots("compress the photos folder").subject(),
            Some("photos")
        );
        assert_eq!(slots("delete 'a b'").subject(), Some("a b"));
        assert_eq!(slots("delete").subject(), None);
    }

    #[test]
    fn words_without_meaning_are_kept_as_they_were() {
        assert_eq!(
            slots("find Zebra files quickly").unknown,
            ["Zebra", "quickly"]
        );
    }
}
