//! Arranges tokens into simple commands; groups and control flow are flattened.

use super::lexer::{Redirect, Token, Word};

/// One program with its arguments, and what its surroundings say about it.
#[derive(Debug, Default, Clone)]
pub(super) struct Simple {
    pub words: Vec<String>,
    /// Sources of the command and process substitutions in it.
    pub scripts: Vec<String>,
    /// Files written to; true when appended to.
    pub writes: Vec<(String, bool)>,
    /// Text given on standard input by a here-document or here-string.
    pub input: Vec<String>,
    /// Its place in its pipeline, and before that the places of the groups it stands in.
    pub path: Vec<Place>,
    /// It does not run alone: another command of the same pipeline, or the background.
    pub forks: bool,
    /// The functions whose bodies it stands in.
    pub functions: Vec<String>,
}

/// Which pipeline, and how many pipes come before in it.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pipeline: usize,
    stage: usize,
}

/// Does what is printed there arrive here?
pub(super) fn feeds(there: &[Place], here: &[Place]) -> bool {
    let before = |place: &Place, later: &Place| {
        place.pipeline == later.pipeline && place.stage < later.stage
    };
    there
        .iter()
        .any(|place| here.iter().any(|later| before(place, later)))
}

impl Simple {
    /// Standard input comes from a pipe.
    pub(super) fn is_piped(&self) -> bool {
        self.path.iter().any(|place| place.stage > 0)
    }
}

/// Words that change nothing about which commands there are.
const RESERVED: &[&str] = &["then", "else", "elif", "do", "!"];

pub(super) fn parse(tokens: Vec<Token>) -> Vec<Simple> {
    let mut parser = Parser::default();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            Token::Word(word) => parser.word(word),
            Token::Redirect(redirect) => {
                if let Some(Token::Word(target)) =
                    tokens.next_if(|next| matches!(next, Token::Word(_)))
                {
                    parser.redirect(redirect, target);
                }
            }
            Token::HereDocument(body) => parser.current.input.push(body),
            Token::Pipe => {
                parser.current.forks = true;
                parser.end();
                parser.place.stage += 1;
            }
            Token::Background => {
                parser.current.forks = true;
                parser.separate();
            }
            Token::Sequence => parser.separate(),
            Token::Open if tokens.next_if_eq(&Token::Close).is_some() => parser.define(),
            Token::Open => parser.open(Kind::Parentheses),
            Token::Close if parser.is_in(Kind::Parentheses) => parser.close(),
            Token::Close => parser.end_pattern(),
        }
    }
    parser.end();
    parser.done
}

#[derive(Default)]
struct Parser {
    done: Vec<Simple>,
    current: Simple,
    scopes: Vec<Scope>,
    /// Named, its body not begun yet.
    function: Option<String>,
    /// The next word is a function's name.
    naming: bool,
    place: Place,
    pipelines: usize,
}

struct Scope {
    kind: Kind,
    function: Option<String>,
    place: Place,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Parentheses,
    Braces,
    /// `if … fi`, `while … done`, `case … esac`.
    Compound,
}

impl Parser {
    fn word(&mut self, word: Word) {
        self.current.scripts.extend(word.scripts);
        if self.current.words.is_empty() {
            match word.text.as_str() {
                "function" => return self.naming = true,
                _ if self.naming => {
                    self.naming = false;
                    self.function = Some(word.text);
                    return;
                }
                "{" => return self.open(Kind::Braces),
                "if" | "while" | "until" => return self.open(Kind::Compound),
                "for" | "select" | "case" => self.open(Kind::Compound),
                "}" if self.is_in(Kind::Braces) => return self.close(),
                "fi" | "done" | "esac" if self.is_in(Kind::Compound) => return self.close(),
                text if RESERVED.contains(&text) => return,
                _ => {}
            }
        }
        self.current.words.push(word.text);
    }

    fn redirect(&mut self, redirect: Redirect, target: Word) {
        self.current.scripts.extend(target.scripts);
        match redirect {
            Redirect::Read => {}
            Redirect::HereString => self.current.input.push(target.text),
            Redirect::Write | Redirect::Append if is_descriptor(&target.text) => {}
            Redirect::Write => self.current.writes.push((target.text, false)),
            Redirect::Append => self.current.writes.push((target.text, true)),
        }
    }

    /// `name()`: what was read as a command is a function's name.
    fn define(&mut self) {
        self.function = self.current.words.pop().or(self.function.take());
        self.current = Simple::default();
    }

    fn is_in(&self, kind: Kind) -> bool {
        self.scopes.last().is_some_and(|scope| scope.kind == kind)
    }

    fn open(&mut self, kind: Kind) {
        let function = self.function.take();
        self.scopes.push(Scope {
            kind,
            function,
            place: self.place,
        });
        self.begin_pipeline();
    }

    fn close(&mut self) {
        self.end();
        let scope = self.scopes.pop();
        self.place = scope.map_or(self.place, |scope| scope.place);
    }

    /// `a)` in `case x in a) …`: no command, and perhaps what stands before it is.
    fn end_pattern(&mut self) {
        if self
            .current
            .words
            .first()
            .is_some_and(|word| word != "case")
        {
            self.current.words.clear();
        }
        self.separate();
    }

    fn separate(&mut self) {
        self.end();
        self.begin_pipeline();
    }

    fn begin_pipeline(&mut self) {
        self.pipelines += 1;
        self.place = Place {
            pipeline: self.pipelines,
            stage: 0,
        };
    }

    fn end(&mut self) {
        let mut simple = std::mem::take(&mut self.current);
        if simple.words.is_empty() && simple.scripts.is_empty() && simple.writes.is_empty() {
            return;
        }
        let places = self.scopes.iter().map(|scope| scope.place);
        simple.path = places.chain([self.place]).collect();
        simple.forks |= simple.is_piped();
        simple.functions = self
            .scopes
            .iter()
            .filter_map(|scope| scope.function.clone())
            .collect();
        self.done.push(simple);
    }
}

fn is_descriptor(target: &str) -> bool {
    target == "-" || target.bytes().all(|byte| byte.is_ascii_digit())
}
