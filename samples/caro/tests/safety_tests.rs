//! The safety validator, completely: every rule, both when it applies and when it does not.

#[path = "safety/code.rs"]
mod code;
#[path = "safety/deleting.rs"]
mod deleting;
#[path = "safety/disks.rs"]
mod disks;
#[path = "safety/limits.rs"]
mod limits;
#[path = "safety/nesting.rs"]
mod nesting;
#[path = "safety/permissions.rs"]
mod permissions;
#[path = "safety/processes.rs"]
mod processes;
#[path = "safety/services.rs"]
mod services;

use std::collections::BTreeSet;

use caro::safety::{assess, rules, Assessment, Finding, Risk};

/// Each command gives rise to the rule next to it.
#[track_caller]
fn finds(cases: &[(&str, &str)]) {
    for (command, rule) in cases {
        let found = names(&assess(command));
        assert!(
            found.contains(rule),
            "{command}: {rule} is not among {found:?}"
        );
    }
}

/// None of the commands gives rise to the rule.
#[track_caller]
fn spares(rule: &str, commands: &[&str]) {
    for command in commands {
        let found = names(&assess(command));
        assert!(!found.contains(&rule), "{command}: {found:?}");
    }
}

#[track_caller]
fn rated(risk: Risk, commands: &[&str]) {
    for command in commands {
        let assessment = assess(command);
        assert_eq!(
            assessment.risk, risk,
            "{command}: {:?}",
            assessment.findings
        );
    }
}

fn names(assessment: &Assessment) -> Vec<&'static str> {
    assessment
        .findings
        .iter()
        .map(|finding| finding.rule)
        .collect()
}

#[test]
fn risks_are_ordered_and_have_names() {
    assert!(Risk::ALL.windows(2).all(|pair| pair[0] < pair[1]));
    for risk in Risk::ALL {
        assert_eq!(risk.name().parse(), Ok(risk));
        assert_eq!(format!("{risk:>9}"), format!("{:>9}", risk.name()));
    }
}

#[test]
fn an_unknown_risk_is_an_error_that_lists_the_known_ones() {
    let error = "mild".parse::<Risk>().unwrap_err();
    assert_eq!(
        error.to_string(),
        "`mild` is not a risk: say safe, moderate, high or critical"
    );
    let error: Box<dyn std::error::Error> = Box::new(error);
    assert!(error.source().is_none());
}

#[test]
fn every_rule_has_a_name_of_its_own_and_a_reason() {
    let names: BTreeSet<_> = rules().map(|rule| rule.name).collect();
    assert_eq!(names.len(), rules().count());
    for rule in rules() {
        assert!(rule.risk > Risk::Safe, "{}", rule.name);
        assert!(
            rule.reason.len() > 10 && !rule.reason.ends_with('.'),
            "{}",
            rule.name
        );
    }
}

#[test]
fn every_rule_is_exercised_here() {
    let source = [
        include_str!("safety/code.rs"),
        include_str!("safety/deleting.rs"),
        include_str!("safety/disks.rs"),
        include_str!("safety/limits.rs"),
        include_str!("safety/nesting.rs"),
        include_str!("safety/permissions.rs"),
        include_str!("safety/processes.rs"),
        include_str!("safety/services.rs"),
    ]
    .concat();
    for rule in rules() {
        assert!(
            source.contains(&format!("\"{}\"", rule.name)),
            "no test names {}",
            rule.name
        );
    }
}

#[test]
fn a_finding_says_what_why_and_where() {
    let assessment = assess("make && sudo rm -rf /usr/../etc >> log");
    assert_eq!(
        assessment.findings,
        [
            Finding {
                risk: Risk::Critical,
                rule: "delete-vital",
                reason: "deletes the system or a whole home folder",
                excerpt: "rm -rf /usr/../etc".to_owned(),
            },
            Finding {
                risk: Risk::Moderate,
                rule: "elevated",
                reason: "runs with the rights of another user",
                excerpt: "sudo rm -rf /usr/../etc >> log".to_owned(),
            },
        ]
    );
}

#[test]
fn the_worst_finding_comes_first_and_gives_the_risk() {
    let assessment = assess("mv a b; git reset --hard; mkfs /dev/sda1");
    assert_eq!(names(&assessment), ["disk-format", "git-discard", "move"]);
    assert_eq!(assessment.risk, Risk::Critical);
    assert!(assessment.reaches(Risk::High) && assessment.reaches(Risk::Critical));
    assert!(!assess("mv a b").reaches(Risk::High));
}

#[test]
fn the_same_finding_is_reported_once() {
    assert_eq!(names(&assess("rm a; rm a")), ["delete"]);
    assert_eq!(assess("rm a; rm b").findings.len(), 2);
}

#[test]
fn nothing_is_safe_and_so_is_a_comment() {
    rated(
        Risk::Safe,
        &[
            "",
            " \t\r\n",
            "# rm -rf /",
            "ls # rm -rf /\n",
            "echo a#b",
            ";",
            "|",
            ">",
        ],
    );
}

#[test]
fn everyday_commands_are_safe() {
    rated(
        Risk::Safe,
        &[
            "ls -la | sort -k5 -n",
            "grep -rn 'rm -rf /' src",
            "echo \"rm -rf /\"",
            "find . -name '*.rs' -exec wc -l {} +",
            "git commit -m 'rm -rf /' && git push",
            "tar -czf a.tar.gz a",
            "cargo test --workspace 2>&1 >/dev/null",
            "for f in *.txt; do wc -l \"$f\"; done",
            "while read -r line; do echo \"$line\"; done < notes.txt",
            "cat <<EOF\nrm -rf /\nEOF",
            "awk '{ print $1 }' notes.txt",
            "cp notes.txt /usr/local/share/",
            "mkdir -p a/b && cd a/b",
            "sort < in.txt >> out.txt",
        ],
    );
}
