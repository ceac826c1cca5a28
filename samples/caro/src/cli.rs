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
  0  done    1  refused as dangerous    2  wrong usage    3  not understood    4  cannot read or write

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
