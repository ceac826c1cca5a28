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
