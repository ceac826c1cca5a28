//! Colours, where somebody sees them.

use super::options::Colour;
use crate::safety::Risk;

#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    on: bool,
}

impl Style {
    pub(super) fn new(choice: Colour, welcome: bool) -> Self {
        Style {
            on: match choice {
                Colour::Auto => welcome,
                Colour::Always => true,
                Colour::Never => false,
            },
        }
    }

    pub(super) fn bold(self, text: &str) -> String {
        self.paint("1", text)
    }

    pub(super) fn dim(self, text: &str) -> String {
        self.paint("2", text)
    }

    pub(super) fn risk(self, risk: Risk, text: &str) -> String {
        let code = match risk {
            Risk::Safe => "32",
            Risk::Moderate => "33",
            Risk::High => "31",
            Risk::Critical => "1;31",
        };
        self.paint(code, text)
    }

    fn paint(self, code: &str, text: &str) -> String {
        if self.on {
            format!("\u{1b}[{code}m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    }
}
