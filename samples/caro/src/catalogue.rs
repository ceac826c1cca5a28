//! Everything that can be asked for.

mod archives;
mod deleting;
mod finding;
mod git;
mod listing;
mod moving;
mod processes;
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
