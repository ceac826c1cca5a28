//! Sizes: "larger than 100 MB", "under 1.5 GB", "500kb".

use super::scan::{phrase, Found, Scan};
use crate::words::Word;

/// A limit on the size of files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Size {
    pub over: bool,
    pub bytes: u64,
    /// `100 MB`, as people write it.
    pub text: String,
}

impl Size {
    /// What `find -size` takes; bytes, because POSIX knows no other unit.
    pub(crate) fn test(&self) -> String {
        format!("{}{}c", if self.over { '+' } else { '-' }, self.bytes)
    }

    pub(crate) fn describe(&self) -> String {
        format!(
            "{} than {}",
            if self.over { "larger" } else { "smaller" },
            self.text
        )
    }
}

const LIMITS: &[(&str, bool)] = &[
    ("larger than", true),
    ("bigger than", true),
    ("greater than", true),
    ("heavier than", true),
    ("more than", true),
    ("at least", true),
    ("over", true),
    ("above", true),
    ("exceeding", true),
    (">", true),
    ("smaller than", false),
    ("less than", false),
    ("lighter than", false),
    ("at most", false),
    ("under", false),
    ("below", false),
    ("<", false),
];

const UNITS: &[(&[&str], u32, &str)] = &[
    (&["b", "byte", "bytes"], 0, "bytes"),
    (&["k", "kb", "kib", "kilobyte", "kilobytes"], 10, "KB"),
    (
        &["m", "mb", "mib", "meg", "megs", "megabyte", "megabytes"],
        20,
        "MB",
    ),
    (
        &["g", "gb", "gib", "gig", "gigs", "gigabyte", "gigabytes"],
        30,
        "GB",
    ),
    (&["t", "tb", "tib", "terabyte", "terabytes"], 40, "TB"),
];

pub(super) fn scan(words: &[Word]) -> Scan {
    for (limit, over) in LIMITS {
        if let Some(used) = phrase(words, limit) {
            if let Some((size, more)) = quantity(words.get(used..)?, *over) {
                return Some((used + more, Found::Size(size)));
            }
        }
    }
    let first = words.first()?;
    for (sign, over) in [('>', true), ('+', true), ('<', false)] {
        if let Some(rest) = first.lower.strip_prefix(sign) {
            let (size, used) = quantity(&[Word::new(rest, false)], over)?;
            return Some((used, Found::Size(size)));
        }
    }
    // A size that stands alone needs a unit that is nothing else: "5 m" may be minutes.
    let (size, used) = quantity(words, true)?;
    let unit = words.get(used - 1)?;
    unit.lower
        .ends_with(['b', 'e', 's'])
        .then_some((used, Found::Size(size)))
}

fn quantity(words: &[Word], over: bool) -> Option<(Size, usize)> {
    let first = words.first()?;
    let end = first
        .lower
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(first.lower.len());
    let (number, unit) = first.lower.split_at(end);
    let (unit, used) = match (unit, words.get(1)) {
        ("", Some(next)) => (next.lower.as_str(), 2),
        _ => (unit, 1),
    };
    let (_, shift, name) = UNITS.iter().find(|(names, _, _)| names.contains(&unit))?;
    let bytes = scale(number, *shift)?;
    Some((
        Size {
            over,
            bytes,
            text: format!("{number} {name}"),
        },
        used,
    ))
}

/// `1.5` at 2^30 is 1610612736; in whole numbers, so that nothing is rounded on the way.
fn scale(number: &str, shift: u32) -> Option<u64> {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let whole: u64 = whole.parse().ok()?;
    let bytes = whole.checked_mul(1 << shift)?;
    if fraction.is_empty() {
        return Some(bytes);
    }
    let digits = u32::try_from(fraction.len())
        .ok()
        .filter(|digits| *digits <= 6)?;
    let fraction: u64 = fraction.parse().ok()?;
    bytes.checked_add((fraction << shift) / 10_u64.pow(digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::words::split;

    fn size(text: &str) -> Option<(u64, bool, usize)> {
        match scan(&split(text)) {
            Some((used, Found::Size(size))) => Some((size.bytes, size.over, used)),
            _ => None,
        }
    }

    #[test]
    fn limits_from_below() {
        for text in [
            "larger than 2 KB",
            "over 2 KB",
            "at least 2 KB",
            "> 2 KB",
            "bigger than 2 kilobytes",
        ] {
            assert_eq!(
                size(text),
                Some((2048, true, text.split(' ').count())),
                "{text}"
            );
        }
    }

    #[test]
    fn limits_from_above() {
        for text in [
            "smaller than 2KB",
            "under 2k",
            "less than 2kib",
            "at most 2KB",
            "< 2K",
        ] {
            assert_eq!(
                size(text),
                Some((2048, false, text.split(' ').count())),
                "{text}"
            );
        }
    }

    #[test]
    fn signs_may_be_attached() {
        assert_eq!(size(">1MB"), Some((1 << 20, true, 1)));
        assert_eq!(size("+1MB"), Some((1 << 20, true, 1)));
        assert_eq!(size("<1GB"), Some((1 << 30, false, 1)));
    }

    #[test]
    fn a_bare_size_needs_an_unmistakable_unit() {
        assert_eq!(size("100 MB files"), Some((100 << 20, true, 2)));
        assert_eq!(size("512 bytes"), Some((512, true, 2)));
        assert_eq!(size("5 m"), None);
        assert_eq!(size("5 k"), None);
    }

    #[test]
    fn fractions_are_exact() {
        assert_eq!(size("over 1.5 GB"), Some((1_610_612_736, true, 3)));
        assert_eq!(size("over 0.5 KB"), Some((512, true, 3)));
        assert_eq!(size("over 2.KB"), Some((2048, true, 2)));
    }

    #[test]
    fn nonsense_is_no_size() {
        for text in [
            "over MB",
            "over .5 MB",
            "over 1.x MB",
            "larger than life",
            "over",
            "",
            "100",
            "over 99999999999 TB",
            "over 1.12345678 MB",
            "> folder",
            ">x",
        ] {
            assert_eq!(size(text), None, "{text}");
        }
    }

    #[test]
    fn quoted_words_are_no_limits() {
        assert_eq!(size("\"over\" 5 MB"), None);
    }

    #[test]
    fn find_gets_bytes() {
        let size = Size {
            over: true,
            bytes: 5,
            text: "5 bytes".into(),
        };
        assert_eq!(
            (size.test(), size.describe()),
            ("+5c".into(), "larger than 5 bytes".into())
        );
        let size = Size {
            over: false,
            ..size
        };
        assert_eq!(
            (size.test(), size.describe()),
            ("-5c".into(), "smaller than 5 bytes".into())
        );
    }
}
