//! `caro list` and `caro rules`.

use std::io;

use super::options::Options;
use super::style::Style;
use super::{Console, Exit};
use crate::catalogue;
use crate::json::Json;
use crate::safety;

pub(super) fn intents(options: &Options, console: Console<'_>) -> io::Result<Exit> {
    if options.json {
        let entries = catalogue::intents().map(|intent| {
            Json::Object(vec![
                ("name", Json::text(intent.name)),
                ("about", Json::text(intent.about)),
                (
                    "examples",
                    Json::list(intent.examples.iter().map(|example| Json::text(*example))),
                ),
            ])
        });
        writeln!(console.out, "{}", Json::list(entries))?;
        return Ok(Exit::Done);
    }
    let style = Style::new(options.colour, console.colour_out);
    for intent in catalogue::intents() {
        writeln!(
            console.out,
            "{}  {}",
            style.bold(&format!("{:<20}", intent.name)),
            intent.about
        )?;
        if !options.quiet {
            for example in intent.examples {
                writeln!(console.out, "{:22}{}", "", style.dim(example))?;
            }
        }
    }
    Ok(Exit::Done)
}

pub(super) fn rules(options: &Options, console: Console<'_>) -> io::Result<Exit> {
    if options.json {
        let entries = safety::rules().map(|rule| {
            Json::Object(vec![
                ("name", Json::text(rule.name)),
                ("risk", Json::text(rule.risk.name())),
                ("reason", Json::text(rule.reason)),
            ])
        });
        writeln!(console.out, "{}", Json::list(entries))?;
        return Ok(Exit::Done);
    }
    let style = Style::new(options.colour, console.colour_out);
    for rule in safety::rules() {
        let risk = style.risk(rule.risk, &format!("{:<8}", rule.risk));
        writeln!(console.out, "{risk}  {:<22}  {}", rule.name, rule.reason)?;
    }
    Ok(Exit::Done)
}
