//! All words that mean something in a request.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use crate::catalogue;
use crate::words::Word;

/// Words that carry a sentence, but no meaning of their own here.
const FILLING: &str = "a code script source document been being did doing had has having im ignoring case insensitive about access all am an and any are as at available be belonging by can contain containing \
    content could current currently display do each every everything exist existing file find for from get \
    give go have help here highest how i if in inside into is it item kind least less let like line list locate \
    look made make many matching me more most much my name named need now of ok older on only or other our out \
    over please print run running see set show so some sort sorted tell than that the their them then there \
    these they this those through to under up us use used using want was way we were what when where which \
    while who whose will with within would you your lowest order type called modified changed edited \
    recursively recursive subfolder and/or take taken taking name per its not without except never don't dont no \
    minute hour day week month year today yesterday last past first top ago since before after old new";

/// Is it a keyword or a filling word?
pub(crate) fn knows(word: &Word) -> bool {
    !word.quoted && all().contains(word.stem.as_str())
}

/// Every word, for guessing what a mistyped one was.
pub(crate) fn words() -> impl Iterator<Item = &'static str> {
    all().iter().copied()
}

fn all() -> &'static BTreeSet<&'static str> {
    static ALL: OnceLock<BTreeSet<&'static str>> = OnceLock::new();
    ALL.get_or_init(|| {
        let keywords = catalogue::intents().flat_map(|intent| intent.keywords());
        FILLING.split_whitespace().chain(keywords).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::words::stem;

    #[test]
    fn keywords_and_filling_words_are_known() {
        for word in ["files", "the", "Compress", "directories"] {
            assert!(knows(&Word::new(word, false)), "{word}");
        }
        assert!(!knows(&Word::new("zebra", false)));
    }

    #[test]
    fn a_quoted_word_means_itself() {
        assert!(!knows(&Word::new("files", true)));
    }

    #[test]
    fn every_word_is_written_the_way_requests_are_compared() {
        for word in words() {
            assert_eq!(stem(&word.to_lowercase()), word);
        }
    }
}
