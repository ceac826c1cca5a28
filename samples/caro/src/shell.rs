//! Writes text so that a POSIX shell reads it back unchanged.

use std::borrow::Cow;

/// Quotes one word, if it needs quoting.
///
/// ```
/// use caro::shell::quote;
///
/// assert_eq!(quote("notes.txt"), "notes.txt");
/// assert_eq!(quote("my notes"), "'my notes'");
/// assert_eq!(quote("it's"), r"'it'\''s'");
/// ```
pub fn quote(text: &str) -> Cow<'_, str> {
    if !text.is_empty() && text.chars().all(is_plain) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(format!("'{}'", text.replace('\'', r"'\''")))
    }
}

/// Quotes a path: `~` keeps its meaning, and a leading `-` cannot pass for an option.
///
/// ```
/// use caro::shell::path;
///
/// assert_eq!(path("~/My Files"), "~/'My Files'");
/// assert_eq!(path("-rf"), "./-rf");
/// ```
pub fn path(text: &str) -> String {
    match text.strip_prefix("~/") {
        Some("") => "~/".to_owned(),
        Some(rest) => format!("~/{}", quote(rest)),
        None if text == "~" => "~".to_owned(),
        None if text.starts_with('-') => format!("./{}", quote(text)),
        None => quote(text).into_owned(),
    }
}

/// Puts several words together as one command, as `exec` would receive them.
pub fn join<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let words: Vec<_> = words.into_iter().map(quote).collect();
    words.join(" ")
}

fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || "_@%+=:,./-".contains(c)
}
