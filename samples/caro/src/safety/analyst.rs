//! Walks through a script and everything it would run.

use std::collections::BTreeMap;

use super::call::{below, Call};
use super::lexer::{lex, literal};
use super::parser::{feeds, parse, Place, Simple};
use super::rules::{self, Rule};
use super::wrappers::{inner_script, inner_words, is_assignment, reads_script};
use super::Finding;

const DEEPEST: usize = 12;
/// `x=$x$x` doubles each time.
const LONGEST_VALUE: usize = 4096;
const DECLARING: &[&str] = &["export", "readonly", "local", "declare", "typeset"];

pub(super) fn read(script: &str) -> Vec<Finding> {
    let mut analyst = Analyst::default();
    analyst.script(script, 0);
    analyst.findings
}

#[derive(Default)]
struct Analyst {
    /// What the script itself gives to variables.
    variables: BTreeMap<String, String>,
    /// Where its `cd`s have led.
    folder: Option<String>,
    findings: Vec<Finding>,
}

impl Analyst {
    /// The programs that a script runs.
    fn script(&mut self, source: &str, depth: usize) -> Vec<String> {
        if depth > DEEPEST {
            self.report(&rules::TOO_DEEP, source);
            return Vec::new();
        }
        let lexed = lex(source);
        if !lexed.complete {
            self.report(&rules::UNFINISHED, source);
        }
        let mut programs: Vec<(Vec<Place>, String)> = Vec::new();
        let mut printed: Vec<(Vec<Place>, String)> = Vec::new();
        for simple in parse(lexed.tokens) {
            let path = simple.path.clone();
            let feeding =
                |(there, text): &(Vec<Place>, String)| feeds(there, &path).then(|| text.clone());
            let mut call = Call {
                upstream: programs.iter().filter_map(feeding).collect(),
                fed: printed.iter().filter_map(feeding).collect(),
                folder: self.folder.clone(),
                ..Call::default()
            };
            call.fed
                .extend(simple.input.iter().map(|text| literal(text)));
            for call in self.command(simple, call, depth) {
                if call.is(&["cd", "pushd"]) {
                    self.folder = enter(&call);
                }
                if call.is(&["echo", "printf"]) {
                    printed.push((path.clone(), literal(&call.arguments.join(" "))));
                }
                programs.push((path.clone(), call.program));
            }
        }
        programs.into_iter().map(|(_, program)| program).collect()
    }

    /// The program of a command, and those that it runs in turn.
    fn command(&mut self, simple: Simple, mut template: Call, depth: usize) -> Vec<Call> {
        for script in &simple.scripts {
            let programs = self.script(script, depth + 1);
            template.substituted.extend(programs);
        }
        let expanded = |(file, append): &(String, bool)| (self.expand(file), *append);
        template.writes = simple.writes.iter().map(expanded).collect();
        template.piped = simple.is_piped();
        template.forks = simple.forks;
        template.functions = simple.functions;
        let words = self.expand_all(&simple.words);
        let mut words = Some(self.assign(words));
        let mut calls = Vec::new();
        while let Some(line) = words {
            let call = named(template.clone(), &line);
            if calls.len() == DEEPEST {
                self.report(&rules::TOO_DEEP, &call.text());
                break;
            }
            self.judge(&call);
            if let Some(script) = inner_script(&call) {
                self.script(&script, depth + 1);
            }
            if reads_script(&call) {
                for text in &call.fed {
                    self.script(text, depth + 1);
                }
            }
            words = inner_words(&call);
            // Only the outermost program gets the redirections.
            template.writes.clear();
            calls.push(call);
        }
        calls
    }

    fn judge(&mut self, call: &Call) {
        for rule in rules::applying(call) {
            self.report(rule, &literal(&call.text()));
        }
    }

    fn report(&mut self, rule: &Rule, excerpt: &str) {
        let excerpt = excerpt.trim();
        let known =
            |finding: &Finding| finding.rule == rule.name && finding.excerpt.contains(excerpt);
        if !self.findings.iter().any(known) {
            self.findings.push(Finding {
                risk: rule.risk,
                rule: rule.name,
                reason: rule.reason,
                excerpt: excerpt.to_owned(),
            });
        }
    }

    /// Takes note of `X=value` in front of a command, of `export X=value` and of `for X in …`.
    fn assign(&mut self, mut words: Vec<String>) -> Vec<String> {
        let start = words
            .iter()
            .position(|word| !is_assignment(word))
            .unwrap_or(words.len());
        let command = words.split_off(start);
        match command.as_slice() {
            [first, name, rest @ ..] if matches!(first.as_str(), "for" | "select") => {
                let values: Vec<_> = rest.iter().skip(1).cloned().collect();
                words.push(format!("{name}={}", values.join(" ")));
            }
            [first, rest @ ..] if DECLARING.contains(&first.as_str()) => {
                words.extend_from_slice(rest)
            }
            _ => {}
        }
        let values = words.iter().filter_map(|word| word.split_once('='));
        for (name, value) in values.filter(|(_, value)| value.len() <= LONGEST_VALUE) {
            self.variables.insert(name.to_owned(), value.to_owned());
        }
        command
    }

    fn expand_all(&self, words: &[String]) -> Vec<String> {
        let mut expanded = Vec::new();
        for word in words {
            let value = self.expand(word);
            let whole = word
                .strip_prefix('$')
                .is_some_and(|name| self.variables.contains_key(name));
            if whole {
                expanded.extend(value.split_whitespace().map(str::to_owned));
            } else {
                expanded.extend(braces(&value));
            }
        }
        expanded
    }

    /// Puts in the values of variables that are known.
    fn expand(&self, word: &str) -> String {
        let mut parts = word.split('$');
        let mut text = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (name, rest) = split_name(part);
            match self.variables.get(name) {
                Some(value) if !text.ends_with('\\') => {
                    text.push_str(value);
                    text.push_str(rest);
                }
                _ => {
                    text.push('$');
                    text.push_str(part);
                }
            }
        }
        text
    }
}

/// `NAME…` or `{NAME}…`, which a dollar sign was cut off from.
fn split_name(part: &str) -> (&str, &str) {
    match part.strip_prefix('{').and_then(|part| part.split_once('}')) {
        Some(parts) => parts,
        None => {
            let end = part.find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
            part.split_at(end.unwrap_or(part.len()))
        }
    }
}

/// Where `cd` leads; unknown when it is relative to the unknown.
fn enter(call: &Call) -> Option<String> {
    let folder = below(
        call.folder.as_deref(),
        call.operands().next().unwrap_or("~"),
    );
    folder.starts_with(['/', '~', '$']).then_some(folder)
}

fn named(mut call: Call, words: &[String]) -> Call {
    if let Some((program, arguments)) = words.split_first() {
        let program = literal(program);
        call.program = program.rsplit('/').next().unwrap_or_default().to_owned();
        call.arguments = arguments.to_vec();
    }
    call
}

/// `/{bin,etc}` is `/bin /etc`.
fn braces(word: &str) -> Vec<String> {
    let parts = word
        .split_once('{')
        .filter(|(before, _)| !before.ends_with(['\\', '$']))
        .and_then(|(before, rest)| {
            rest.split_once('}')
                .map(|(list, after)| (before, list, after))
        })
        .filter(|(_, list, _)| list.contains(','));
    match parts {
        Some((before, list, after)) => list
            .split(',')
            .map(|choice| format!("{before}{choice}{after}"))
            .collect(),
        None => vec![word.to_owned()],
    }
}
