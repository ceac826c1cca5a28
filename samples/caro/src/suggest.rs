//! From words to a command.

use std::fmt;

use crate::catalogue::{self, Intent};
use crate::distance::nearest;
use crate::plan::{Missing, Plan, Step};
use crate::safety::{assess, Assessment};
use crate::slots::Slots;
use crate::vocabulary;
use crate::words::{split, Word};

/// A request that was understood: which intent, with which particulars.
pub struct Request {
    intent: &'static Intent,
    slots: Slots,
    corrections: Vec<Correction>,
}

/// A typing error that was seen through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// As it was typed.
    pub typed: String,
    /// As it was read.
    pub read: String,
}

/// A command that does what was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The intent's stable name.
    pub intent: &'static str,
    /// One line of POSIX shell.
    pub command: String,
    /// What it does, in a line.
    pub summary: String,
    /// What each part of it does.
    pub steps: Vec<Step>,
    /// Typing errors that were seen through.
    pub corrections: Vec<Correction>,
    /// Words that had no part in it.
    pub ignored: Vec<String>,
    /// What the safety validator thinks of it.
    pub assessment: Assessment,
}

/// A request that did not become a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confusion {
    /// What is wrong, in a line.
    pub message: String,
    /// Requests that would work and are near to this one.
    pub suggestions: Vec<&'static str>,
}

impl fmt::Display for Confusion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Confusion {}

/// Turns plain words into a command.
///
/// ```
/// let suggestion = caro::suggest("count lines in notes.txt")?;
/// assert_eq!(suggestion.command, "wc -l < notes.txt");
/// assert_eq!(suggestion.assessment.risk, caro::safety::Risk::Safe);
///
/// let confusion = caro::suggest("dance with me").unwrap_err();
/// assert!(!confusion.suggestions.is_empty());
/// # Ok::<(), caro::Confusion>(())
/// ```
pub fn suggest(text: &str) -> Result<Suggestion, Confusion> {
    understand(text)?.suggestion()
}

/// Finds out what is asked for, without making a command of it yet.
///
/// ```
/// let request = caro::understand("find laerge files")?;
/// assert_eq!(request.intent().name, "find-large-files");
/// # Ok::<(), caro::Confusion>(())
/// ```
pub fn understand(text: &str) -> Result<Request, Confusion> {
    let words = split(text);
    if words.is_empty() {
        return Err(confused(
            "say what you want, in a few words",
            ["find large files", "show disk usage"],
        ));
    }
    if let Some(word) = words.iter().find(|word| is_negation(word)) {
        let message = format!(
            "I do not understand \"{}\" yet; say what you want, not what you don't",
            word.raw
        );
        return Err(confused(message, nearest_examples(&Slots::of(&words))));
    }
    let literal = Request::of(&words, Vec::new());
    let left_out = literal
        .as_ref()
        .map_or_else(|| Slots::of(&words).unknown, Request::left_out);
    let (words, corrections) = corrected(&words, &left_out);
    // Only words are read otherwise that would have had no part in it.
    let request = Request::of(&words, corrections).or(literal);
    request.ok_or_else(|| {
        let message = format!("I do not understand \"{}\"", text.trim());
        confused(message, nearest_examples(&Slots::of(&words)))
    })
}

impl Request {
    fn of(words: &[Word], corrections: Vec<Correction>) -> Option<Request> {
        let slots = Slots::of(words);
        let intent = best(&slots)?;
        Some(Request {
            intent,
            slots,
            corrections,
        })
    }

    /// The words that had no part in the command.
    fn left_out(&self) -> Vec<String> {
        let command = self.plan().map(|plan| plan.command()).unwrap_or_default();
        let unknown = self.slots.unknown.iter();
        unknown
            .filter(|word| !command.contains(word.as_str()))
            .cloned()
            .collect()
    }

    /// What is asked for.
    pub fn intent(&self) -> &'static Intent {
        self.intent
    }

    /// The command in parts, not checked yet.
    pub fn plan(&self) -> Result<Plan, Confusion> {
        (self.intent.build)(&self.slots)
            .map_err(|Missing { question, example }| confused(question, [example]))
    }

    /// The command, checked.
    pub fn suggestion(self) -> Result<Suggestion, Confusion> {
        let plan = self.plan()?;
        let command = plan.command();
        Ok(Suggestion {
            intent: self.intent.name,
            assessment: assess(&command),
            ignored: self.left_out(),
            command,
            summary: plan.summary,
            steps: plan.steps,
            corrections: self.corrections,
        })
    }
}

fn best(slots: &Slots) -> Option<&'static Intent> {
    let mut best: Option<(usize, &Intent)> = None;
    for intent in catalogue::intents() {
        match (intent.score(slots), best) {
            (Some(score), Some((least, _))) if score <= least => {}
            (Some(score), _) => best = Some((score, intent)),
            (None, _) => {}
        }
    }
    // One word may be a name; more that mean nothing, and the rest is probably chance.
    let chance = slots.unknown.len() > 1 && slots.unknown.len() * 2 >= slots.said.len();
    best.filter(|_| !chance).map(|(_, intent)| intent)
}

fn corrected(words: &[Word], doubtful: &[String]) -> (Vec<Word>, Vec<Correction>) {
    let mut corrections = Vec::new();
    let mut correct = |word: &Word| {
        let plain = !word.quoted && word.lower.chars().all(char::is_alphabetic);
        let read = Some(word)
            .filter(|word| plain && doubtful.contains(&word.raw))
            .and_then(|word| nearest(&word.stem, vocabulary::words()));
        let Some(read) = read else {
            return word.clone();
        };
        let plural = if word.lower == word.stem { "" } else { "s" };
        let read = format!("{read}{plural}");
        let correction = Correction {
            typed: word.raw.clone(),
            read,
        };
        let word = Word::new(&correction.read, false);
        corrections.push(correction);
        word
    };
    let words = words.iter().map(&mut correct).collect();
    (words, corrections)
}

fn nearest_examples(slots: &Slots) -> Vec<&'static str> {
    let mut near: Vec<_> = catalogue::intents()
        .map(|intent| (intent.nearness(slots), intent))
        .filter(|(score, _)| *score > 0)
        .collect();
    near.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    let examples = near
        .iter()
        .filter_map(|(_, intent)| intent.examples.first().copied());
    let examples: Vec<_> = examples.take(3).collect();
    if examples.is_empty() {
        vec!["find large files", "show disk usage", "last 5 commits"]
    } else {
        examples
    }
}

fn is_negation(word: &Word) -> bool {
    !word.quoted
        && matches!(
            word.lower.as_str(),
            "not" | "don't" | "dont" | "never" | "except" | "without" | "no" | "but"
        )
}

fn confused(
    message: impl Into<String>,
    suggestions: impl IntoIterator<Item = &'static str>,
) -> Confusion {
    Confusion {
        message: message.into(),
        suggestions: suggestions.into_iter().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn suggestions(text: &str) -> Vec<&'static str> {
        suggest(text).unwrap_err().suggestions
    }

    #[test]
    fn saying_nothing_is_answered_with_ideas() {
        for text in ["", "  ", "?"] {
            assert_eq!(suggestions(text), ["find large files", "show disk usage"]);
        }
    }

    #[test]
    fn what_is_not_understood_is_repeated() {
        let confusion = suggest(" sing a song ").unwrap_err();
        assert_eq!(confusion.to_string(), "I do not understand \"sing a song\"");
    }

    #[test]
    fn near_requests_are_suggested_nearest_first() {
        assert_eq!(suggestions("list")[0], "list files");
        assert_eq!(suggestions("port")[0], "kill the process on port 3000");
        assert!(suggestions("git gud")
            .iter()
            .all(|example| !example.is_empty()));
        assert_eq!(suggestions("gibberish only").len(), 3);
    }

    #[test]
    fn negations_are_not_ignored() {
        for text in [
            "find files not in src",
            "delete everything except a.txt",
            "don't delete a.txt",
        ] {
            let confusion = suggest(text).unwrap_err();
            assert!(
                confusion.message.contains("say what you want"),
                "{confusion}"
            );
        }
        assert!(suggest("search for 'not'").is_ok());
    }

    #[test]
    fn what_is_missing_is_asked_for() {
        let confusion = suggest("count words").unwrap_err();
        assert_eq!(confusion.message, "in which file?");
        assert_eq!(confusion.suggestions, ["count words in notes.txt"]);
    }

    #[test]
    fn typing_errors_are_corrected_and_reported() {
        let suggestion = suggest("find laerge fiels").unwrap();
        assert_eq!(suggestion.intent, "find-large-files");
        let read: Vec<_> = suggestion
            .corrections
            .iter()
            .map(|c| (c.typed.as_str(), c.read.as_str()))
            .collect();
        assert_eq!(read, [("laerge", "large"), ("fiels", "files")]);
    }

    #[test]
    fn names_are_not_corrected() {
        let suggestion = suggest("find files named fiels").unwrap();
        assert_eq!(suggestion.command, "find . -type f -name fiels");
        assert!(suggestion.corrections.is_empty());
    }

    #[test]
    fn words_without_a_part_in_it_are_reported() {
        assert_eq!(
            suggest("find large purple files").unwrap().ignored,
            ["purple"]
        );
        assert!(suggest("kill node").unwrap().ignored.is_empty());
    }

    #[test]
    fn too_many_unknown_words_are_chance() {
        assert!(suggest("zebras eat large files while giraffes dream quietly").is_err());
    }

    #[test]
    fn every_suggestion_has_been_checked() {
        let suggestion = suggest("delete everything in /").unwrap();
        assert_eq!(suggestion.assessment, assess(&suggestion.command));
    }

    #[test]
    fn a_request_can_be_planned_more_than_once() {
        let request = understand("last 5 commits").unwrap();
        assert_eq!(request.intent().name, "git-log");
        assert_eq!(request.plan().unwrap(), request.plan().unwrap());
    }
}
