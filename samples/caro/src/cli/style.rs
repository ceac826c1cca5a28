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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_depend_on_the_choice_and_the_terminal() {
        for (choice, welcome, on) in [
            (Colour::Auto, true, true),
            (Colour::Auto, false, false),
            (Colour::Always, false, true),
            (Colour::Never, true, false),
        ] {
            assert_eq!(Style::new(choice, welcome).on, on, "{choice:?}");
        }
    }

    #[test]
    fn without_colours_text_stays_as_it_is() {
        let style = Style::new(Colour::Never, true);
        assert_eq!(
            style.bold("a") + &style.dim("b") + &style.risk(Risk::High, "c"),
            "abc"
        );
    }

    #[test]
    fn every_risk_has_a_colour_of_its_own() {
        let style = Style::new(Colour::Always, false);
        let painted: std::collections::BTreeSet<_> =
            Risk::ALL.map(|risk| style.risk(risk, "x")).into();
        assert_eq!(painted.len(), 4);
        assert!(painted.iter().all(|text| text.ends_with("mx\u{1b}[0m")));
    }
}
