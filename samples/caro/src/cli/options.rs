//! What the arguments mean.

use std::ffi::OsString;

use crate::distance::nearest;
use crate::safety::Risk;
use crate::shell;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Options {
    pub action: Action,
    pub explain: bool,
    pub quiet: bool,
    pub json: bool,
    /// Refused from this risk on.
    pub deny: Risk,
    pub colour: Colour,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Action {
    Suggest(String),
    Check(String),
    CheckInput,
    List,
    Rules,
    Help,
    Version,
    Nothing,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Colour {
    Auto,
    Always,
    Never,
}

const NAMES: &[&str] = &[
    "--explain",
    "--quiet",
    "--json",
    "--deny",
    "--color",
    "--help",
    "--version",
];

impl Options {
    pub(super) fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Options, String> {
        let mut options = Options {
            action: Action::Nothing,
            explain: false,
            quiet: false,
            json: false,
            deny: Risk::Critical,
            colour: Colour::Auto,
        };
        let mut words: Vec<String> = Vec::new();
        let mut ended = false;
        let mut arguments = arguments.into_iter().map(text);
        while let Some(argument) = arguments.next() {
            let argument = argument?;
            // What follows `check` is a command, with options of its own.
            let checking = words.len() > 1 && words.first().is_some_and(|word| word == "check");
            if ended || checking || !argument.starts_with('-') || argument == "-" {
                words.push(argument);
            } else if argument == "--" {
                ended = true;
            } else {
                let value = || arguments.next().unwrap_or(Ok(String::new()));
                options.set(&argument, value)?;
            }
        }
        if options.action == Action::Nothing {
            options.action = action(words)?;
        }
        Ok(options)
    }

    fn set(
        &mut self,
        argument: &str,
        mut next: impl FnMut() -> Result<String, String>,
    ) -> Result<(), String> {
        let (name, inline) = match argument.split_once('=') {
            Some((name, value)) => (name, Some(value.to_owned())),
            None => (argument, None),
        };
        let takes_value = matches!(name, "--deny" | "--color");
        if inline.is_some() && !takes_value {
            return Err(format!("{name} takes no value"));
        }
        match name {
            "-e" | "--explain" => self.explain = true,
            "-q" | "--quiet" => self.quiet = true,
            "--json" => self.json = true,
            "--deny" => self.deny = limit(&inline.map_or_else(&mut next, Ok)?)?,
            "--color" => self.colour = colour(&inline.map_or_else(&mut next, Ok)?)?,
            "-h" | "--help" => self.action = Action::Help,
            "-V" | "--version" => self.action = Action::Version,
            _ => return Err(unknown(name)),
        }
        Ok(())
    }
}

fn text(argument: OsString) -> Result<String, String> {
    argument
        .into_string()
        .map_err(|raw| format!("{raw:?} is not UTF-8"))
}

fn limit(value: &str) -> Result<Risk, String> {
    match value.parse() {
        Ok(Risk::Safe) | Err(_) => Err(format!(
            "--deny takes moderate, high or critical, not `{value}`"
        )),
        Ok(risk) => Ok(risk),
    }
}

fn colour(value: &str) -> Result<Colour, String> {
    match value {
        "auto" => Ok(Colour::Auto),
        "always" => Ok(Colour::Always),
        "never" => Ok(Colour::Never),
        _ => Err(format!(
            "--color takes auto, always or never, not `{value}`"
        )),
    }
}

fn unknown(name: &str) -> String {
    match nearest(name, NAMES.iter().copied()) {
        Some(near) => format!("unknown option {name}; did you mean {near}?"),
        None => format!("unknown option {name}"),
    }
}

fn action(words: Vec<String>) -> Result<Action, String> {
    let parts: Vec<&str> = words.iter().map(String::as_str).collect();
    Ok(match parts.as_slice() {
        [] => Action::Nothing,
        ["list"] => Action::List,
        ["rules"] => Action::Rules,
        ["check"] => {
            return Err(
                "check what? say: caro check 'rm -rf build', or caro check - to read a script"
                    .to_owned(),
            )
        }
        ["check", "-"] => Action::CheckInput,
        ["check", script] => Action::Check((*script).to_owned()),
        ["check", command @ ..] => Action::Check(shell::join(command.iter().copied())),
        words => Action::Suggest(words.join(" ")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(arguments: &[&str]) -> Result<Options, String> {
        Options::parse(arguments.iter().map(OsString::from))
    }

    fn action_of(arguments: &[&str]) -> Action {
        parse(arguments).unwrap().action
    }

    #[test]
    fn words_are_a_request_quoted_or_not() {
        let request = Action::Suggest("find large files".into());
        assert_eq!(action_of(&["find large files"]), request);
        assert_eq!(action_of(&["find", "large", "files"]), request);
        assert_eq!(action_of(&["--", "find", "large", "files"]), request);
    }

    #[test]
    fn list_and_rules_are_commands_only_alone() {
        assert_eq!(action_of(&["list"]), Action::List);
        assert_eq!(action_of(&["rules", "--json"]), Action::Rules);
        assert_eq!(
            action_of(&["list", "files"]),
            Action::Suggest("list files".into())
        );
    }

    #[test]
    fn a_command_to_check_keeps_its_options() {
        assert_eq!(
            action_of(&["check", "ls -l"]),
            Action::Check("ls -l".into())
        );
        assert_eq!(
            action_of(&["check", "rm", "-rf", "a b"]),
            Action::Check("rm -rf 'a b'".into())
        );
        assert_eq!(
            action_of(&["check", "rm", "--json"]),
            Action::Check("rm --json".into())
        );
        assert_eq!(action_of(&["check", "-"]), Action::CheckInput);
    }

    #[test]
    fn options_may_stand_anywhere() {
        let options = parse(&["-q", "list", "--json", "files", "-e"]).unwrap();
        assert!(options.quiet && options.json && options.explain);
        assert_eq!(options.action, Action::Suggest("list files".into()));
    }

    #[test]
    fn help_and_version_win() {
        assert_eq!(action_of(&["find", "--help"]), Action::Help);
        assert_eq!(action_of(&["-V"]), Action::Version);
        assert_eq!(action_of(&[]), Action::Nothing);
    }

    #[test]
    fn values_are_attached_or_follow() {
        assert_eq!(parse(&["--deny", "high"]).unwrap().deny, Risk::High);
        assert_eq!(parse(&["--deny=moderate"]).unwrap().deny, Risk::Moderate);
        assert_eq!(parse(&[]).unwrap().deny, Risk::Critical);
        assert_eq!(parse(&["--color=never"]).unwrap().colour, Colour::Never);
        assert_eq!(parse(&["--color", "auto"]).unwrap().colour, Colour::Auto);
    }

    #[test]
    fn wrong_values_are_errors_that_name_the_right_ones() {
        for (arguments, expected) in [
            (
                &["--deny", "safe"][..],
                "--deny takes moderate, high or critical, not `safe`",
            ),
            (
                &["--deny"],
                "--deny takes moderate, high or critical, not ``",
            ),
            (
                &["--color=red"],
                "--color takes auto, always or never, not `red`",
            ),
            (&["--json=yes"], "--json takes no value"),
        ] {
            assert_eq!(parse(arguments), Err(expected.into()));
        }
    }

    #[test]
    fn unknown_options_are_errors_with_a_suggestion() {
        assert_eq!(
            parse(&["--jsno"]),
            Err("unknown option --jsno; did you mean --json?".into())
        );
        assert_eq!(
            parse(&["--frobnicate"]),
            Err("unknown option --frobnicate".into())
        );
        assert_eq!(parse(&["-x"]), Err("unknown option -x".into()));
    }

    #[test]
    fn checking_nothing_is_an_error() {
        assert!(parse(&["check"]).unwrap_err().starts_with("check what?"));
    }

    #[cfg(unix)]
    #[test]
    fn what_is_not_utf8_is_an_error() {
        use std::os::unix::ffi::OsStringExt;
        let raw = OsString::from_vec(vec![b'a', 0xff]);
        assert!(Options::parse([raw]).unwrap_err().ends_with("is not UTF-8"));
    }
}
