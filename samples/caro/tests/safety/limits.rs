//! What cannot be read, is too deep, too long or too odd.

use crate::{finds, spares};
use caro::safety::{assess, Risk};

#[test]
fn what_cannot_be_read_is_not_vouched_for() {
    finds(&[
        ("echo 'a", "unfinished"),
        ("echo \"a", "unfinished"),
        ("echo `a", "unfinished"),
        ("echo `a\\", "unfinished"),
        ("echo $(a", "unfinished"),
        ("echo $(a \"b", "unfinished"),
        ("echo ${a", "unfinished"),
        ("echo $'a", "unfinished"),
        ("echo $'a\\", "unfinished"),
        ("cat <(a", "unfinished"),
        ("cat <<END\na", "unfinished"),
        ("cat <<END", "unfinished"),
    ]);
    spares(
        "unfinished",
        &[
            "echo \\",
            "echo $",
            "echo \"$\"",
            "echo '\"'",
            "echo \"'\"",
            "echo $'it\\'s\\n\\t\\q\\x\\777\\ud800'",
            "echo $(echo ')' \"(\" \\) (a))",
            "echo ${a:-'}'}",
            "echo ${a#\"}\"}",
            "cat <<END\nEND",
            "cat <<END>x\nb\nEND\n",
            "echo \"a\\\nb\\c\\\"\"",
            "echo \"$'\"",
            "echo $? $# $* $@ $- $$ $!",
            "echo a\\\nb",
        ],
    );
}

#[test]
fn what_is_nested_too_deeply_is_not_vouched_for() {
    let nested = |levels: usize| format!("{}ls{}", "$(".repeat(levels), ")".repeat(levels));
    finds(&[
        (&nested(20), "too-deep"),
        (&"sudo ".repeat(30), "elevated"),
        (&format!("{}ls", "sudo ".repeat(30)), "too-deep"),
    ]);
    spares("too-deep", &[&nested(5), "sudo nice sudo nice ls"]);
}

#[test]
fn odd_input_does_not_confuse_it() {
    for odd in [
        "\u{0}", "é'ü'", "$(", "<<", "<<<", "<<-", ">", "2>", "&>", "()", "f()", "{", "}", ")",
        "a)", "))", "|&", ";;&", "function", "case", "for", "\\", "a=", "=", "${", "${}", "$()",
        "{,}", "a{b,c}{", "-", "--",
    ] {
        assess(odd);
        assess(&format!("{odd} {odd}"));
        assess(&format!("{odd}\n{odd}\n"));
    }
}

#[test]
fn long_scripts_are_read_in_reasonable_time() {
    let script = "echo line | sort > out; cd sub; x=$x:1\n".repeat(2_000);
    assert_eq!(assess(&script).risk, Risk::Moderate);
    assert_eq!(
        assess(&format!("x=abc; {} rm $x", "x=$x$x; ".repeat(500))).risk,
        Risk::Moderate
    );
    assert_eq!(assess(&"sudo ".repeat(20_000)).risk, Risk::High);
}
