//! `caro check`.

use std::io;

use super::options::Options;
use super::report::{findings, write_findings};
use super::style::Style;
use super::{Console, Exit};
use crate::json::Json;
use crate::safety::assess;

pub(super) fn run(command: &str, options: &Options, console: Console<'_>) -> io::Result<Exit> {
    let assessment = assess(command);
    let refused = assessment.reaches(options.deny);
    if options.json {
        let answer = Json::Object(vec![
            ("risk", Json::text(assessment.risk.name())),
            ("refused", Json::Bool(refused)),
            ("findings", findings(&assessment)),
        ]);
        writeln!(console.out, "{answer}")?;
    } else if !options.quiet {
        let style = Style::new(options.colour, console.colour_out);
        let verdict = if refused { "refused" } else { "ok" };
        writeln!(
            console.out,
            "{verdict}: {}",
            style.risk(assessment.risk, assessment.risk.name())
        )?;
        write_findings(console.out, &assessment, style)?;
    }
    Ok(if refused { Exit::Refused } else { Exit::Done })
}
