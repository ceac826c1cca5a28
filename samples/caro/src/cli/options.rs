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
