//! How an assessment looks, as text and as JSON.

use std::io::{self, Write};

use super::style::Style;
use crate::json::Json;
use crate::safety::{Assessment, Finding};

pub(super) fn write_findings(
    out: &mut dyn Write,
    assessment: &Assessment,
    style: Style,
) -> io::Result<()> {
    for finding in &assessment.findings {
        let risk = style.risk(finding.risk, &format!("{:<8}", finding.risk));
        writeln!(
            out,
            "  {risk}  {} {}",
            finding.reason,
            style.dim(&format!("[{}]", finding.rule))
        )?;
        writeln!(out, "            {}", shown(&finding.excerpt))?;
    }
    Ok(())
}

/// One line without control characters, whatever the command holds.
fn shown(excerpt: &str) -> String {
    const LONGEST: usize = 100;
    let line: String = excerpt
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .take(LONGEST + 1)
        .collect();
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", line.split_at(end).0),
        None => line,
    }
}

pub(super) fn findings(assessment: &Assessment) -> Json {
    Json::list(assessment.findings.iter().map(finding))
}

fn finding(finding: &Finding) -> Json {
    Json::Object(vec![
        ("risk", Json::text(finding.risk.name())),
        ("rule", Json::text(finding.rule)),
        ("reason", Json::text(finding.reason)),
        ("excerpt", Json::text(&finding.excerpt)),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn excerpts_are_short_lines() {
        assert_eq!(shown("rm a"), "rm a");
        assert_eq!(shown("rm a\n\u{1b}[31m"), "rm a  [31m");
        assert_eq!(shown(&"é".repeat(100)), "é".repeat(100));
        assert_eq!(shown(&"é".repeat(101)), "é".repeat(100) + "…");
    }
}
