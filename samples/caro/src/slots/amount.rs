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

#[cfg(test)]
mod tests {
    use super::*;

    use crate::words::split;

    fn port(text: &str) -> Option<Found> {
        scan_port(&split(text)).map(|(_, found)| found)
    }

    fn count(text: &str) -> Option<(usize, Found)> {
        scan_count(&split(text))
    }

    #[test]
    fn ports_are_named_or_follow_a_colon() {
        assert_eq!(port("port 8080"), Some(Found::Port(8080)));
        assert_eq!(port(":22"), Some(Found::Port(22)));
        assert_eq!(port("ports 80"), Some(Found::Port(80)));
    }

    #[test]
    fn numbers_that_cannot_be_ports_are_remembered_as_such() {
        assert_eq!(port("port 0"), Some(Found::BadPort("0".into())));
        assert_eq!(port("port 65536"), Some(Found::BadPort("65536".into())));
    }

    #[test]
    fn a_port_without_a_number_is_a_word() {
        for text in ["port", "port forwarding", ":", ":x", "8080", ""] {
            assert_eq!(port(text), None, "{text}");
        }
    }

    #[test]
    fn counts_follow_top_first_and_last() {
        assert_eq!(count("top 10 files"), Some((2, Found::Count(10))));
        assert_eq!(count("first three lines"), Some((2, Found::Count(3))));
        assert_eq!(count("last commit"), None);
    }

    #[test]
    fn counts_stand_alone_only_in_digits() {
        assert_eq!(count("5 commits"), Some((1, Found::Count(5))));
        for text in ["five commits", "a commit", "5.5 x", "", "top"] {
            assert_eq!(count(text), None, "{text}");
        }
    }
}
