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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_words_stay_as_they_are() {
        for word in ["notes.txt", "a/b-c_d", "user@host:path", "50%", "a=b,c+d"] {
            assert_eq!(quote(word), word);
        }
    }

    #[test]
    fn what_the_shell_would_touch_is_quoted() {
        for word in [
            "a b", "*", "$HOME", "~", "a;b", "a|b", "a>b", "`a`", "a\nb", "é", "#", "!", "{a,b}",
        ] {
            assert_eq!(quote(word), format!("'{word}'"));
        }
    }

    #[test]
    fn nothing_is_a_word_too() {
        assert_eq!(quote(""), "''");
    }

    #[test]
    fn single_quotes_survive() {
        assert_eq!(quote("'"), r"''\'''");
        assert_eq!(quote("a'b'c"), r"'a'\''b'\''c'");
    }

    #[test]
    fn a_tilde_means_home_only_in_front_of_a_path() {
        assert_eq!(path("~"), "~");
        assert_eq!(path("~/"), "~/");
        assert_eq!(path("~/a b"), "~/'a b'");
        assert_eq!(path("a~"), "'a~'");
        assert_eq!(path("~user"), "'~user'");
    }

    #[test]
    fn a_path_is_never_an_option() {
        assert_eq!(path("-rf"), "./-rf");
        assert_eq!(path("- f"), "./'- f'");
    }

    #[test]
    fn words_are_joined_as_they_would_be_received() {
        assert_eq!(join(["rm", "-rf", "a b"]), "rm -rf 'a b'");
        assert_eq!(join([]), "");
    }
}
