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
    let slots = Slots::of(&words);
    if let Some(intent) = best(&slots) {
        return Ok(Request {
            intent,
            slots,
            corrections: Vec::new(),
        });
    }
    let (words, corrections) = corrected(&words);
    let slots = Slots::of(&words);
    match best(&slots) {
        Some(intent) if !corrections.is_empty() => Ok(Request {
            intent,
            slots,
            corrections,
        }),
        _ => Err(confused(
            format!("I do not understand \"{}\"", text.trim()),
            nearest_examples(&slots),
        )),
    }
}

impl Request {
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
            ignored: self
                .slots
                .unknown
                .into_iter()
                .filter(|word| !command.contains(word.as_str()))
                .collect(),
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

fn corrected(words: &[Word]) -> (Vec<Word>, Vec<Correction>) {
    let mut corrections = Vec::new();
    let words = words
        .iter()
        .map(|word| {
            let plain = word.lower.chars().all(char::is_alphabetic);
            let skip = word.quoted || !plain || vocabulary::knows(word);
            match nearest(&word.stem, vocabulary::words()).filter(|_| !skip) {
                Some(read) => {
                    corrections.push(Correction {
                        typed: word.raw.clone(),
                        read: read.to_owned(),
                    });
                    Word::new(read, false)
                }
                None => word.clone(),
            }
        })
        .collect();
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
