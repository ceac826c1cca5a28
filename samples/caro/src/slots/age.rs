//! Times: "in the last 7 days", "older than a month", "today".

use super::scan::{number, phrase, Found, Scan};
use crate::words::Word;

/// A limit on when something changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Age {
    /// Changed since then; otherwise, not changed since then.
    pub within: bool,
    pub amount: u32,
    pub unit: Unit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

impl Unit {
    fn named(stem: &str) -> Option<Unit> {
        Some(match stem {
            "minute" | "min" => Unit::Minute,
            "hour" | "hr" => Unit::Hour,
            "day" => Unit::Day,
            "week" => Unit::Week,
            "month" => Unit::Month,
            "year" => Unit::Year,
            _ => return None,
        })
    }

    fn name(self) -> &'static str {
        match self {
            Unit::Minute => "minute",
            Unit::Hour => "hour",
            Unit::Day => "day",
            Unit::Week => "week",
            Unit::Month => "month",
            Unit::Year => "year",
        }
    }
}

impl Age {
    fn new(within: bool, amount: u32, unit: Unit) -> Self {
        Age {
            within,
            amount,
            unit,
        }
    }

    pub(crate) fn days(within: bool, amount: u32) -> Self {
        Age::new(within, amount, Unit::Day)
    }

    /// The test for `find`; days where they do, because `-mmin` is not in POSIX.
    pub(crate) fn test(&self) -> String {
        let sign = if self.within { '-' } else { '+' };
        let amount = u64::from(self.amount);
        match self.unit {
            Unit::Minute => format!("-mmin {sign}{amount}"),
            Unit::Hour => format!("-mmin {sign}{}", amount * 60),
            Unit::Day => format!("-mtime {sign}{amount}"),
            Unit::Week => format!("-mtime {sign}{}", amount * 7),
            Unit::Month => format!("-mtime {sign}{}", amount * 30),
            Unit::Year => format!("-mtime {sign}{}", amount * 365),
        }
    }

    /// `7 days`.
    pub(crate) fn span(&self) -> String {
        let plural = if self.amount == 1 { "" } else { "s" };
        format!("{} {}{plural}", self.amount, self.unit.name())
    }

    pub(crate) fn describe(&self) -> String {
        if self.within {
            format!("modified in the last {}", self.span())
        } else {
            format!("not modified for more than {}", self.span())
        }
    }
}

const SINCE: &[&str] = &[
    "in the last",
    "in the past",
    "within the last",
    "within the past",
    "during the last",
    "over the last",
    "for the last",
    "from the last",
    "of the last",
    "the last",
    "the past",
    "in last",
    "newer than",
    "younger than",
    "less than",
    "since",
    "within",
    "last",
    "past",
    "this",
];
const BEFORE: &[&str] = &["older than", "more than", "over", "before"];
const DAYS: &[(&str, u32)] = &[
    ("since yesterday", 2),
    ("since today", 1),
    ("yesterday", 2),
    ("today", 1),
    ("recently", 7),
    ("lately", 7),
];

pub(super) fn scan(words: &[Word]) -> Scan {
    for (name, days) in DAYS {
        if let Some(used) = phrase(words, name) {
            return Some((used, Found::Age(Age::new(true, *days, Unit::Day))));
        }
    }
    for (limits, within) in [(SINCE, true), (BEFORE, false)] {
        for limit in limits {
            let Some(used) = phrase(words, limit) else {
                continue;
            };
            if let Some((amount, unit, more)) = quantity(words.get(used..)?) {
                let tail = words.get(used + more).map(|word| word.lower.as_str());
                let extra = usize::from(matches!(tail, Some("ago" | "old")));
                return Some((
                    used + more + extra,
                    Found::Age(Age::new(within, amount, unit)),
                ));
            }
        }
    }
    let (amount, unit, used) = quantity(words)?;
    let old = words.get(used).is_some_and(|word| word.lower == "old");
    old.then(|| (used + 1, Found::Age(Age::new(false, amount, unit))))
}

/// "7 days", "a week", or "week" alone.
fn quantity(words: &[Word]) -> Option<(u32, Unit, usize)> {
    let first = words.first()?;
    if let Some(unit) = Unit::named(&first.stem) {
        return Some((1, unit, 1));
    }
    let amount = number(&first.lower)?;
    let unit = Unit::named(&words.get(1)?.stem)?;
    Some((amount, unit, 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::words::split;

    fn age(text: &str) -> Option<(String, usize)> {
        match scan(&split(text)) {
            Some((used, Found::Age(age))) => Some((age.test(), used)),
            _ => None,
        }
    }

    fn test_of(text: &str) -> Option<String> {
        age(text).map(|(test, _)| test)
    }

    #[test]
    fn since_some_time() {
        for text in [
            "in the last 7 days",
            "within the past 7 days",
            "last 7 days",
            "newer than 7 days",
            "since 7 days",
            "less than seven days",
        ] {
            assert_eq!(test_of(text).as_deref(), Some("-mtime -7"), "{text}");
        }
        assert_eq!(test_of("this week"), test_of("in the last week"));
    }

    #[test]
    fn before_some_time() {
        for text in [
            "older than 30 days",
            "more than 30 days",
            "over 30 days",
            "30 days old",
            "older than a month",
        ] {
            assert_eq!(test_of(text).as_deref(), Some("-mtime +30"), "{text}");
        }
    }

    #[test]
    fn days_with_names() {
        assert_eq!(age("today"), Some(("-mtime -1".into(), 1)));
        assert_eq!(age("since yesterday"), Some(("-mtime -2".into(), 2)));
        assert_eq!(age("recently"), Some(("-mtime -7".into(), 1)));
    }

    #[test]
    fn every_unit_is_known() {
        for (text, test) in [
            ("last 10 minutes", "-mmin -10"),
            ("last 2 hours", "-mmin -120"),
            ("last hour", "-mmin -60"),
            ("last 5 days", "-mtime -5"),
            ("last 2 weeks", "-mtime -14"),
            ("last 3 months", "-mtime -90"),
            ("older than a year", "-mtime +365"),
        ] {
            assert_eq!(test_of(text).as_deref(), Some(test), "{text}");
        }
    }

    #[test]
    fn ago_and_old_belong_to_it() {
        assert_eq!(
            age("more than 3 days ago in src").map(|(_, used)| used),
            Some(5)
        );
        assert_eq!(age("over 3 days old").map(|(_, used)| used), Some(4));
        assert_eq!(
            age("more than 3 days in src").map(|(_, used)| used),
            Some(4)
        );
    }

    #[test]
    fn nonsense_is_no_age() {
        for text in [
            "last",
            "last 5 commits",
            "older than me",
            "7 days",
            "five",
            "",
            "older than",
            "last 5",
        ] {
            assert_eq!(age(text), None, "{text}");
        }
    }

    #[test]
    fn it_can_be_said_in_words() {
        assert_eq!(Age::days(true, 7).describe(), "modified in the last 7 days");
        assert_eq!(
            Age::days(false, 1).describe(),
            "not modified for more than 1 day"
        );
        let units = [
            Unit::Minute,
            Unit::Hour,
            Unit::Day,
            Unit::Week,
            Unit::Month,
            Unit::Year,
        ];
        let spans = units.map(|unit| Age::new(true, 2, unit).span());
        assert_eq!(
            spans,
            [
                "2 minutes",
                "2 hours",
                "2 days",
                "2 weeks",
                "2 months",
                "2 years"
            ]
        );
    }

    #[test]
    fn huge_numbers_do_not_overflow() {
        assert_eq!(
            test_of("older than 4294967295 years").as_deref(),
            Some("-mtime +1567663062675")
        );
    }
}
