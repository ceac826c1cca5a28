//! `caro "plain words"`.

use std::io::{self, Write};

use super::options::Options;
use super::report::{findings, write_findings};
use super::style::Style;
use super::{Console, Exit};
use crate::json::Json;
use crate::safety::Risk;
use crate::suggest::{suggest, Confusion, Suggestion};

pub(super) fn run(words: &str, options: &Options, console: Console<'_>) -> io::Result<Exit> {
    match suggest(words) {
        Ok(suggestion) if options.json => json(&suggestion, options, console),
        Ok(suggestion) if suggestion.assessment.reaches(options.deny) => {
            refuse(&suggestion, options, console)
        }
        Ok(suggestion) => show(&suggestion, options, console),
        Err(confusion) => confess(&confusion, options, console),
    }
}

fn show(suggestion: &Suggestion, options: &Options, console: Console<'_>) -> io::Result<Exit> {
    let style = Style::new(options.colour, console.colour_out);
    writeln!(console.out, "{}", style.bold(&suggestion.command))?;
    console.out.flush()?;
    if options.quiet {
        return Ok(Exit::Done);
    }
    let style = Style::new(options.colour, console.colour_err);
    write_corrections(console.err, suggestion)?;
    writeln!(console.err, "  {}", suggestion.summary)?;
    if options.explain {
        write_steps(console.err, suggestion, style)?;
    }
    if suggestion.assessment.risk == Risk::Safe {
        writeln!(
            console.err,
            "  {}",
            style.risk(Risk::Safe, "safe: nothing known to be harmful")
        )?;
    }
    write_findings(console.err, &suggestion.assessment, style)?;
    Ok(Exit::Done)
}

fn write_corrections(err: &mut dyn Write, suggestion: &Suggestion) -> io::Result<()> {
    for correction in &suggestion.corrections {
        writeln!(
            err,
            "  (\"{}\" read as \"{}\")",
            correction.typed, correction.read
        )?;
    }
    if !suggestion.ignored.is_empty() {
        writeln!(
            err,
            "  (not understood, left out: {})",
            suggestion.ignored.join(", ")
        )?;
    }
    Ok(())
}

fn write_steps(err: &mut dyn Write, suggestion: &Suggestion, style: Style) -> io::Result<()> {
    let width = |shell: &str| shell.chars().count();
    let widest = suggestion
        .steps
        .iter()
        .map(|step| width(&step.shell))
        .filter(|width| *width <= 40)
        .max();
    let widest = widest.unwrap_or_default();
    for step in &suggestion.steps {
        let gap = " ".repeat(widest.saturating_sub(width(&step.shell)));
        writeln!(err, "    {}{gap}  {}", step.shell, style.dim(&step.note))?;
    }
    Ok(())
}

fn refuse(suggestion: &Suggestion, options: &Options, console: Console<'_>) -> io::Result<Exit> {
    let style = Style::new(options.colour, console.colour_err);
    writeln!(console.err, "caro: refused: {}", suggestion.summary)?;
    if !options.quiet {
        write_findings(console.err, &suggestion.assessment, style)?;
    }
    Ok(Exit::Refused)
}

fn confess(confusion: &Confusion, options: &Options, console: Console<'_>) -> io::Result<Exit> {
    if options.json {
        let examples = confusion
            .suggestions
            .iter()
            .map(|example| Json::text(*example));
        let answer = Json::Object(vec![
            ("error", Json::text(&confusion.message)),
            ("suggestions", Json::list(examples)),
        ]);
        writeln!(console.out, "{answer}")?;
    } else {
        writeln!(console.err, "caro: {confusion}")?;
        for example in &confusion.suggestions {
            writeln!(console.err, "  try: caro {}", quoted(example))?;
        }
        writeln!(console.err, "  everything I know: caro list")?;
    }
    Ok(Exit::NotUnderstood)
}

/// Ready to be pasted: single quotes where the example has double ones.
pub(super) fn quoted(example: &str) -> String {
    if example.contains('"') {
        format!("'{example}'")
    } else {
        format!("\"{example}\"")
    }
}

fn json(suggestion: &Suggestion, options: &Options, console: Console<'_>) -> io::Result<Exit> {
    let refused = suggestion.assessment.reaches(options.deny);
    let steps = suggestion.steps.iter().map(|step| {
        Json::Object(vec![
            ("shell", Json::text(&step.shell)),
            ("note", Json::text(&step.note)),
        ])
    });
    let corrections = suggestion.corrections.iter().map(|correction| {
        Json::Object(vec![
            ("typed", Json::text(&correction.typed)),
            ("read", Json::text(&correction.read)),
        ])
    });
    let command = if refused {
        Json::Null
    } else {
        Json::text(&suggestion.command)
    };
    let steps = if refused {
        Json::list([])
    } else {
        Json::list(steps)
    };
    let answer = Json::Object(vec![
        ("intent", Json::text(suggestion.intent)),
        ("command", command),
        ("summary", Json::text(&suggestion.summary)),
        ("risk", Json::text(suggestion.assessment.risk.name())),
        ("refused", Json::Bool(refused)),
        ("findings", findings(&suggestion.assessment)),
        ("steps", steps),
        ("corrections", Json::list(corrections)),
        (
            "ignored",
            Json::list(suggestion.ignored.iter().map(Json::text)),
        ),
    ]);
    writeln!(console.out, "{answer}")?;
    Ok(if refused { Exit::Refused } else { Exit::Done })
}
