//! Counts and ports: "top 10", "5 commits", "port 8080", ":3000".

use super::scan::{after_any, number, Found, Scan};
use crate::words::Word;

pub(super) fn scan_port(words: &[Word]) -> Scan {
    let first = words.first()?;
    let (used, text) = match first.lower.strip_prefix(':') {
        Some(text) if !text.is_empty() => (1, text),
        _ if first.stem == "port" => (2, words.get(1)?.lower.as_str()),
        _ => return None,
    };
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let found = match text.parse() {
        Ok(0) | Err(_) => Found::BadPort(text.to_owned()),
        Ok(port) => Found::Port(port),
    };
    Some((used, found))
}

pub(super) fn scan_count(words: &[Word]) -> Scan {
    if let Some((used, rest)) = after_any(words, &["top", "first", "last", "latest", "newest"]) {
        let count = number(&rest.first()?.lower)?;
        return Some((used + 1, Found::Count(count)));
    }
    let first = words.first()?;
    let count = first.lower.parse().ok()?;
    Some((1, Found::Count(count)))
}
