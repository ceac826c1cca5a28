//! Reads a shell command without running it and says what it could do.
//!
//! The reading sees through quotes, variables that the command sets itself,
//! wrappers such as `sudo` and `xargs`, substitutions, here-documents and
//! scripts handed to another shell. It errs on the suspicious side, and it is no
//! sandbox: a program it does not know can do anything.

mod analyst;
mod call;
mod lexer;
mod parser;
mod place;
mod rules;
mod wrappers;

use std::fmt;
use std::str::FromStr;

pub use rules::{rules, Rule};

/// How bad the worst outcome of a command is; ordered from harmless to fatal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Risk {
    /// Nothing known to be harmful.
    Safe,
    /// Changes something, within what one would expect.
    Moderate,
    /// Can lose work; worth a second look.
    High,
    /// Can lose a system or hand it to somebody else; refused.
    Critical,
}

impl Risk {
    /// All levels, mildest first.
    pub const ALL: [Risk; 4] = [Risk::Safe, Risk::Moderate, Risk::High, Risk::Critical];

    /// The level's name in lower case.
    pub fn name(self) -> &'static str {
        match self {
            Risk::Safe => "safe",
            Risk::Moderate => "moderate",
            Risk::High => "high",
            Risk::Critical => "critical",
        }
    }
}

impl fmt::Display for Risk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// The text names no level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownRisk(String);

impl fmt::Display for UnknownRisk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "`{}` is not a risk: say safe, moderate, high or critical",
            self.0
        )
    }
}

impl std::error::Error for UnknownRisk {}

impl FromStr for Risk {
    type Err = UnknownRisk;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Risk::ALL
            .into_iter()
            .find(|risk| risk.name() == text)
            .ok_or_else(|| UnknownRisk(text.to_owned()))
    }
}

/// One reason to be careful.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How bad it is.
    pub risk: Risk,
    /// The rule's name, stable across versions.
    pub rule: &'static str,
    /// What can happen, in one sentence.
    pub reason: &'static str,
    /// The part of the command that gave rise to it.
    pub excerpt: String,
}

/// What is known about a command's danger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// The worst of the findings.
    pub risk: Risk,
    /// Worst first, then in the command's order.
    pub findings: Vec<Finding>,
}

impl Assessment {
    /// Should somebody who tolerates less than `limit` keep away from the command?
    pub fn reaches(&self, limit: Risk) -> bool {
        self.risk >= limit
    }
}

/// Reads a command and reports what could go wrong.
///
/// ```
/// use caro::safety::{assess, Risk};
///
/// assert_eq!(assess("ls -l").risk, Risk::Safe);
/// assert_eq!(assess("git push --force").risk, Risk::High);
///
/// let fatal = assess("sudo sh -c 'rm -rf \"/\"'");
/// assert_eq!(fatal.risk, Risk::Critical);
/// assert_eq!(fatal.findings[0].rule, "delete-vital");
/// ```
pub fn assess(command: &str) -> Assessment {
    let mut findings = analyst::read(command);
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.risk));
    let risk = findings.first().map_or(Risk::Safe, |finding| finding.risk);
    Assessment { risk, findings }
}
