//! A program about to run, as the rules see it.

use super::place::Place;

#[derive(Debug, Default, Clone)]
pub(super) struct Call {
    /// The last part of the program's path: `rm` for `/bin/rm`.
    pub program: String,
    pub arguments: Vec<String>,
    /// Files written to by redirection; true when appended to.
    pub writes: Vec<(String, bool)>,
    pub piped: bool,
    pub forks: bool,
    pub functions: Vec<String>,
    /// Programs that feed this one through the pipeline.
    pub upstream: Vec<String>,
    /// Text on its standard input, as far as the script itself spells it out.
    pub fed: Vec<String>,
    /// The folder that `cd` went to before, when it is known.
    pub folder: Option<String>,
    /// Programs in the substitutions that make up its arguments.
    pub substituted: Vec<String>,
}

impl Call {
    pub(super) fn is(&self, programs: &[&str]) -> bool {
        programs.contains(&self.program.as_str())
    }

    /// `git push`, `docker system prune`: the words of the verb in this order, global options aside.
    pub(super) fn is_verb(&self, program: &str, verb: &[&str]) -> bool {
        let mut operands = self.operands();
        self.program == program
            && verb
                .iter()
                .all(|wanted| operands.any(|found| found == *wanted))
    }

    /// Is an option given, alone, bundled (`-rf`), or as a GNU abbreviation (`--recurs`)?
    pub(super) fn has(&self, short: char, long: &str) -> bool {
        self.options()
            .any(|option| match option.strip_prefix("--") {
                Some(name) => {
                    let name = name.split('=').next().unwrap_or(name);
                    name.len() > 1 && long.starts_with(name)
                }
                None => option.contains(short),
            })
    }

    pub(super) fn says(&self, argument: &str) -> bool {
        self.arguments.iter().any(|found| found == argument)
    }

    pub(super) fn options(&self) -> impl Iterator<Item = &str> {
        self.arguments
            .iter()
            .map(String::as_str)
            .take_while(|argument| *argument != "--")
            .filter(|argument| is_option(argument))
    }

    pub(super) fn operands(&self) -> impl Iterator<Item = &str> {
        let mut ended = false;
        self.arguments
            .iter()
            .map(String::as_str)
            .filter(move |argument| {
                if !ended && *argument == "--" {
                    ended = true;
                    return false;
                }
                ended || !is_option(argument)
            })
    }

    pub(super) fn targets(&self, wanted: fn(Place) -> bool) -> bool {
        self.operands().any(|operand| wanted(self.place(operand)))
    }

    /// Where a copying program puts things.
    pub(super) fn destination(&self) -> Place {
        self.operands()
            .last()
            .map_or(Place::Elsewhere, |operand| self.place(operand))
    }

    pub(super) fn redirects_to(&self, wanted: fn(Place) -> bool, appending: bool) -> bool {
        self.writes
            .iter()
            .any(|(file, append)| *append == appending && wanted(self.place(file)))
    }

    pub(super) fn place(&self, path: &str) -> Place {
        Place::of(&below(self.folder.as_deref(), path))
    }

    /// What `name=` is given as an operand, the way `dd` wants it.
    pub(super) fn operand_value(&self, name: &str) -> Option<&str> {
        self.arguments
            .iter()
            .find_map(|argument| argument.strip_prefix(name))
    }

    pub(super) fn text(&self) -> String {
        let mut text = self.program.clone();
        for argument in &self.arguments {
            text.push(' ');
            text.push_str(argument);
        }
        for (file, append) in &self.writes {
            text.push_str(if *append { " >> " } else { " > " });
            text.push_str(file);
        }
        text
    }
}

/// A path as seen from where the folder was before.
pub(super) fn below(folder: Option<&str>, path: &str) -> String {
    match folder {
        Some(folder) if !path.starts_with(['/', '~', '$']) => format!("{folder}/{path}"),
        _ => path.to_owned(),
    }
}

fn is_option(argument: &str) -> bool {
    argument.len() > 1 && argument.starts_with('-')
}
