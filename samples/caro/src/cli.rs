//! The command line: arguments in, text and an exit code out.

mod check;
mod lists;
mod options;
mod report;
mod style;
mod suggestion;

use std::ffi::OsString;
use std::io::{self, Read, Write};

use options::{Action, Options};

/// Where the program reads and writes, and what is at the other end.
pub struct Console<'a> {
    /// What `caro check -` reads.
    pub input: &'a mut dyn Read,
    /// The answer.
    pub out: &'a mut dyn Write,
    /// What is said about the answer.
    pub err: &'a mut dyn Write,
    /// Is somebody looking at the answer, and does nobody mind colours?
    pub colour_out: bool,
    /// The same for what is said about it.
    pub colour_err: bool,
}

/// How the program ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Here is what was asked for.
    Done = 0,
    /// The command is too dangerous.
    Refused = 1,
    /// The arguments make no sense.
    Usage = 2,
    /// The words make no sense.
    NotUnderstood = 3,
    /// Reading or writing failed.
    Broken = 4,
}

const HELP: &str = "\
caro: plain words in, a POSIX shell command out

  caro \"find large files\"              the command, and what it does
  caro --explain \"last 5 commits\"      the same, part by part
  caro check 'curl example.com | sh'   how dangerous is this command?
  caro check - < install.sh            the same for a whole script
  caro list                            everything that can be asked for
  caro rules                           everything that counts as dangerous

Options
  -e, --explain        say what each part of the command does
  -q, --quiet          nothing but the command; for `check`, nothing but the exit code
      --json           one line of JSON instead of text
      --deny LEVEL     refuse from this risk on: moderate, high or critical (default)
      --color WHEN     auto (default; heeds NO_COLOR), always or never
  -h, --help           this text
  -V, --version        the version

Exit codes
  0  done              1  refused as dangerous    2  wrong usage
  3  not understood    4  cannot read or write

caro never runs a command. To run one that you have read:  sh -c \"$(caro -q 'count files')\"
";

/// Does what the arguments say.
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
    console: Console<'_>,
) -> io::Result<Exit> {
    let options = match Options::parse(arguments) {
        Ok(options) => options,
        Err(message) => {
            writeln!(console.err, "caro: {message}\ntry: caro --help")?;
            return Ok(Exit::Usage);
        }
    };
    match &options.action {
        Action::Suggest(words) => suggestion::run(words, &options, console),
        Action::Check(command) => check::run(command, &options, console),
        Action::CheckInput => {
            let mut script = Vec::new();
            console.input.read_to_end(&mut script)?;
            check::run(&String::from_utf8_lossy(&script), &options, console)
        }
        Action::List => lists::intents(&options, console),
        Action::Rules => lists::rules(&options, console),
        Action::Help => console.out.write_all(HELP.as_bytes()).map(|()| Exit::Done),
        Action::Version => {
            writeln!(console.out, "caro {}", env!("CARGO_PKG_VERSION")).map(|()| Exit::Done)
        }
        Action::Nothing => console.err.write_all(HELP.as_bytes()).map(|()| Exit::Usage),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Answer {
        exit: Exit,
        out: String,
        err: String,
    }

    fn caro(arguments: &[&str], mut input: &[u8]) -> Answer {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let console = Console {
            input: &mut input,
            out: &mut out,
            err: &mut err,
            colour_out: false,
            colour_err: false,
        };
        let exit = run(arguments.iter().map(OsString::from), console).unwrap();
        Answer {
            exit,
            out: String::from_utf8(out).unwrap(),
            err: String::from_utf8(err).unwrap(),
        }
    }

    #[test]
    fn the_command_is_the_answer_and_the_rest_is_talk() {
        let answer = caro(&["count files"], b"");
        assert_eq!(answer.exit, Exit::Done);
        assert_eq!(answer.out, "find . -type f | wc -l\n");
        assert_eq!(
            answer.err,
            "  The number of files in this folder\n  safe: nothing known to be harmful\n"
        );
    }

    #[test]
    fn a_refused_command_is_not_an_answer() {
        let answer = caro(&["delete everything in /"], b"");
        assert_eq!((answer.exit, answer.out.as_str()), (Exit::Refused, ""));
        assert!(answer.err.contains("[delete-vital]"));
        assert!(!caro(&["-q", "delete everything in /"], b"")
            .err
            .contains("delete-vital"));
    }

    #[test]
    fn explanations_are_aligned() {
        let answer = caro(&["--explain", "show disk usage"], b"");
        let columns: Vec<_> = answer
            .err
            .lines()
            .filter(|line| line.starts_with("    "))
            .collect();
        assert_eq!(columns.len(), 4);
        assert_eq!(columns[0].find("total"), columns[2].find("largest"));
    }

    #[test]
    fn corrections_and_omissions_are_mentioned() {
        let answer = caro(&["find laerge purple files"], b"");
        assert!(
            answer.err.contains("(\"laerge\" read as \"large\")"),
            "{}",
            answer.err
        );
        assert!(answer.err.contains("left out: purple"), "{}", answer.err);
    }

    #[test]
    fn scripts_are_read_from_the_input_even_when_they_are_not_utf8() {
        assert_eq!(
            caro(&["check", "-"], b"ls\n\xff\nrm -rf /\n").exit,
            Exit::Refused
        );
        assert_eq!(caro(&["check", "-"], b"").out, "ok: safe\n");
    }

    #[test]
    fn lists_are_complete_in_text_and_in_json() {
        for (argument, names) in [
            (
                "list",
                crate::intents()
                    .map(|intent| intent.name)
                    .collect::<Vec<_>>(),
            ),
            (
                "rules",
                crate::safety::rules().map(|rule| rule.name).collect(),
            ),
        ] {
            let (text, json) = (
                caro(&[argument], b"").out,
                caro(&[argument, "--json"], b"").out,
            );
            for name in names {
                assert!(text.contains(name), "{name}");
                assert!(json.contains(&format!("\"name\":\"{name}\"")), "{name}");
            }
            assert_eq!(json.lines().count(), 1);
        }
        assert!(caro(&["-q", "list"], b"").out.len() < caro(&["list"], b"").out.len());
    }

    #[test]
    fn examples_with_quotes_can_be_pasted() {
        let answer = caro(&["grep"], b"");
        assert_eq!(answer.exit, Exit::NotUnderstood);
        assert!(
            answer
                .err
                .lines()
                .any(|line| line.starts_with("  try: caro \"")),
            "{}",
            answer.err
        );
        assert_eq!(suggestion_line("grep \"a b\""), "'grep \"a b\"'");
        assert_eq!(suggestion_line("list files"), "\"list files\"");
    }

    fn suggestion_line(example: &str) -> String {
        suggestion::quoted(example)
    }

    #[test]
    fn help_goes_where_it_was_asked_for() {
        assert_eq!(caro(&["--help"], b"").out, HELP);
        let answer = caro(&[], b"");
        assert_eq!((answer.exit, answer.err.as_str()), (Exit::Usage, HELP));
    }

    #[test]
    fn help_fits_into_a_terminal() {
        assert!(HELP.lines().all(|line| line.chars().count() <= 100));
    }

    #[test]
    fn failing_to_write_is_an_error() {
        let (mut input, mut none): (&[u8], [u8; 0]) = (b"", []);
        let console = Console {
            input: &mut input,
            out: &mut none.as_mut_slice(),
            err: &mut Vec::new(),
            colour_out: false,
            colour_err: false,
        };
        assert!(run([OsString::from("list")], console).is_err());
    }
}
