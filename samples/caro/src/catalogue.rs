//! Everything that can be asked for.

mod archives;
mod deleting;
mod finding;
mod git;
mod listing;
mod moving;
mod processes;
mod search;
mod system;
mod text;

use crate::plan::{Missing, Plan};
use crate::slots::Slots;

/// Something that can be asked for.
pub struct Intent {
    /// Stable name.
    pub name: &'static str,
    /// What one gets.
    pub about: &'static str,
    /// Ways to ask.
    pub examples: &'static [&'static str],
    /// One word of each group must be said.
    needs: &'static [Words],
    /// These make it likelier.
    likes: Words,
    /// These rule it out.
    never: Words,
    pub(crate) build: fn(&Slots) -> Result<Plan, Missing>,
}

type Words = &'static [&'static str];

/// All intents, in the order in which they are listed.
pub fn intents() -> impl Iterator<Item = &'static Intent> {
    [
        finding::INTENTS,
        listing::INTENTS,
        text::INTENTS,
        archives::INTENTS,
        moving::INTENTS,
        deleting::INTENTS,
        processes::INTENTS,
        git::INTENTS,
        system::INTENTS,
    ]
    .into_iter()
    .flatten()
}

impl Intent {
    /// How well it fits a request: none when something it needs was not said.
    pub(crate) fn score(&self, slots: &Slots) -> Option<usize> {
        let meets = self.needs.iter().all(|group| slots.says(group)) && !slots.says(self.never);
        let liked = self
            .likes
            .iter()
            .filter(|word| slots.said.contains(**word))
            .count();
        meets.then_some(self.needs.len() * 3 + liked)
    }

    /// How much of what it needs was said, for suggestions.
    pub(crate) fn nearness(&self, slots: &Slots) -> usize {
        let said = |word: &str| word != "<subject>" && slots.said.contains(word);
        let met = self
            .needs
            .iter()
            .filter(|group| group.iter().any(|word| said(word)));
        let liked = self.likes.iter().filter(|word| said(word));
        met.count() * 3 + liked.count()
    }

    pub(crate) fn keywords(&self) -> impl Iterator<Item = &'static str> {
        let groups = self.needs.iter().copied().flatten();
        let words = groups.chain(self.likes).chain(self.never).copied();
        words.filter(|word| !word.starts_with('<'))
    }
}

/// The command for a request, or why there is none: what the tests of every group compare.
#[cfg(test)]
fn command(text: &str) -> String {
    crate::suggest::suggest(text).map_or_else(
        |confusion| confusion.message,
        |suggestion| suggestion.command,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::words::split;

    fn slots(text: &str) -> Slots {
        Slots::of(&split(text))
    }

    fn intent(name: &str) -> &'static Intent {
        intents().find(|intent| intent.name == name).unwrap()
    }

    #[test]
    fn an_intent_fits_when_all_it_needs_was_said() {
        let large = intent("find-large-files");
        assert!(large.score(&slots("large files")).is_some());
        assert_eq!(large.score(&slots("large")), None);
        assert_eq!(large.score(&slots("delete large files")), None);
    }

    #[test]
    fn it_fits_better_when_more_was_said() {
        let large = intent("find-large-files");
        assert!(large.score(&slots("5 large files")) > large.score(&slots("large files")));
    }

    #[test]
    fn it_is_near_when_some_was_said() {
        let large = intent("find-large-files");
        assert!(large.nearness(&slots("large files")) > large.nearness(&slots("large")));
        assert_eq!(large.nearness(&slots("zebra")), 0);
    }

    #[test]
    fn marks_are_no_keywords() {
        assert!(intents()
            .flat_map(Intent::keywords)
            .all(|word| !word.contains('<')));
    }
}
