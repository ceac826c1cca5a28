//! A command in the making: what it is for, and what each part of it does.

/// A part of a command, with the reason why it is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Shell text, already quoted.
    pub shell: String,
    /// What this part does.
    pub note: String,
}

/// A command and its explanation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// What the command does, in a line.
    pub summary: String,
    /// The parts in order.
    pub steps: Vec<Step>,
}

impl Plan {
    pub(crate) fn new(summary: impl Into<String>) -> Self {
        Plan {
            summary: summary.into(),
            steps: Vec::new(),
        }
    }

    pub(crate) fn step(mut self, shell: impl Into<String>, note: impl Into<String>) -> Self {
        self.steps.push(Step {
            shell: shell.into(),
            note: note.into(),
        });
        self
    }

    pub(crate) fn steps(mut self, steps: impl IntoIterator<Item = Step>) -> Self {
        self.steps.extend(steps);
        self
    }

    /// The command as one line of shell.
    pub fn command(&self) -> String {
        let parts: Vec<_> = self.steps.iter().map(|step| step.shell.as_str()).collect();
        parts.join(" ")
    }
}

/// What a request has to say before it can become a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Missing {
    /// As a question.
    pub question: &'static str,
    /// A request that answers it.
    pub example: &'static str,
}

pub(crate) fn missing(question: &'static str, example: &'static str) -> Missing {
    Missing { question, example }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_its_parts_in_order() {
        let long = Step {
            shell: "-l".into(),
            note: "long".into(),
        };
        let plan = Plan::new("both").step("ls", "list").steps([long]);
        assert_eq!(plan.command(), "ls -l");
        assert_eq!(plan.summary, "both");
        assert_eq!(Plan::new("nothing").command(), "");
    }
}
