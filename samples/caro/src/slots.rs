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
                    for word in taken.iter().filter(|word| vocabulary::knows(word)) {
                        slots.said.insert(word.stem.clone());
                    }
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
