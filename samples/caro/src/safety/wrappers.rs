//! Programs that run other programs.

use super::call::Call;
use super::lexer::literal;

/// A program whose operands are another command line: its name, the options of its own that
/// take the next word, and how many words of its own follow, such as `timeout`'s duration.
type Wrapper = (&'static str, &'static [&'static str], usize);

const WRAPPERS: &[Wrapper] = &[
    (
        "sudo",
        &[
            "-C", "-D", "-R", "-T", "-U", "-g", "-h", "-p", "-r", "-t", "-u", "--user", "--group",
        ],
        0,
    ),
    ("doas", &["-C", "-u"], 0),
    ("env", &["-u", "-C", "--unset", "--chdir"], 0),
    ("command", &[], 0),
    ("coproc", &[], 0),
    ("builtin", &[], 0),
    ("exec", &["-a"], 0),
    ("nohup", &[], 0),
    ("setsid", &[], 0),
    ("time", &["-f", "-o"], 0),
    ("nice", &["-n"], 0),
    ("ionice", &["-c", "-n"], 0),
    ("timeout", &["-k", "-s", "--kill-after", "--signal"], 1),
    ("stdbuf", &["-i", "-o", "-e"], 0),
    ("chroot", &[], 1),
    ("flock", &["-w", "-E"], 1),
    ("busybox", &[], 0),
    ("toybox", &[], 0),
    ("caffeinate", &["-t", "-w"], 0),
    (
        "xargs",
        &[
            "-E", "-I", "-J", "-L", "-P", "-R", "-S", "-a", "-d", "-n", "-s",
        ],
        0,
    ),
    ("parallel", &["-j", "-N", "-n"], 0),
];

const SSH: Wrapper = ("ssh", &["-F", "-J", "-L", "-R", "-i", "-l", "-o", "-p"], 1);

pub(super) const SHELLS: &[&str] = &["sh", "bash", "dash", "zsh", "ksh", "ash", "fish"];

/// The command line inside a wrapper's.
pub(super) fn inner_words(call: &Call) -> Option<Vec<String>> {
    if call.program == "find" {
        return found_command(call);
    }
    let wrapper = WRAPPERS.iter().find(|(name, ..)| *name == call.program)?;
    if call.program == "command" && call.options().any(|option| option.contains(['v', 'V'])) {
        return None;
    }
    let mut words = operand_words(wrapper, call);
    if call.program == "xargs" {
        words.extend(
            call.fed
                .iter()
                .flat_map(|text| text.split_whitespace())
                .map(str::to_owned),
        );
    }
    (!words.is_empty()).then_some(words)
}

/// The command line that stands after the wrapper's own options and words.
fn operand_words((_, valued, own): &Wrapper, call: &Call) -> Vec<String> {
    let mut own = *own;
    let mut rest = call.arguments.iter();
    while let Some(word) = rest.next() {
        if valued.contains(&word.as_str()) {
            rest.next();
        } else if word.starts_with('-') || is_assignment(word) {
            continue;
        } else if own > 0 {
            own -= 1;
        } else {
            return std::iter::once(word).chain(rest).cloned().collect();
        }
    }
    Vec::new()
}

/// `find … -exec CMD {} +`: without a test that narrows the search, `{}` is everything below.
fn found_command(call: &Call) -> Option<Vec<String>> {
    let mut rest = call.arguments.iter();
    rest.find(|word| matches!(word.as_str(), "-exec" | "-execdir" | "-ok" | "-okdir"))?;
    let start = match call.arguments.first() {
        Some(start) if !narrows(call) => start.as_str(),
        _ => "{}",
    };
    let words = rest
        .take_while(|word| !matches!(word.as_str(), ";" | "+"))
        .map(|word| {
            if word.ends_with("{}") {
                start.to_owned()
            } else {
                word.clone()
            }
        })
        .collect();
    Some(words)
}

/// Does a `find` look for less than everything?
pub(super) fn narrows(call: &Call) -> bool {
    const TESTS: &[&str] = &[
        "-name", "-iname", "-path", "-ipath", "-regex", "-size", "-mtime", "-mmin", "-atime",
        "-ctime", "-newer", "-user", "-group", "-perm", "-empty", "-links",
    ];
    call.arguments
        .iter()
        .any(|word| TESTS.contains(&word.as_str()))
}

/// Source text that a call hands to a shell.
pub(super) fn inner_script(call: &Call) -> Option<String> {
    let script = match call.program.as_str() {
        "eval" | "watch" => call.arguments.join(" "),
        "trap" => call.arguments.first().cloned().unwrap_or_default(),
        "ssh" => operand_words(&SSH, call).join(" "),
        "alias" => call
            .operands()
            .filter_map(|word| Some(word.split_once('=')?.1))
            .collect::<Vec<_>>()
            .join("\n"),
        "su" => after(call, |word| matches!(word, "-c" | "--command")),
        "env" => after(call, |word| matches!(word, "-S" | "--split-string")),
        shell if SHELLS.contains(&shell) => after(call, is_command_option),
        _ => return None,
    };
    Some(literal(&script))
}

/// What follows an option, including the operands that the script may use as `$1` or `$@`.
fn after(call: &Call, option: fn(&str) -> bool) -> String {
    let words = call.arguments.iter().map(String::as_str);
    words
        .skip_while(|word| !option(word))
        .skip(1)
        .collect::<Vec<_>>()
        .join(" ")
}

/// `sh -c`, `bash -lc`, `sh -ec`.
fn is_command_option(word: &str) -> bool {
    word.starts_with('-') && !word.starts_with("--") && word.ends_with('c')
}

/// A shell that reads its script from standard input.
pub(super) fn reads_script(call: &Call) -> bool {
    if !call.is(SHELLS) || call.options().any(is_command_option) {
        return false;
    }
    let from_input = call
        .options()
        .any(|word| !word.starts_with("--") && word.contains('s'));
    from_input
        || call
            .operands()
            .all(|word| matches!(word, "-" | "/dev/stdin"))
}

pub(super) fn is_assignment(word: &str) -> bool {
    word.split_once('=').is_some_and(|(name, _)| {
        name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
            && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
    })
}
