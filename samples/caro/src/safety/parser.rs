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
    /// Standard input comes from a pipe.
    pub piped: bool,
    /// It does not run alone: another command of the same pipeline, or the background.
    pub forks: bool,
    /// Commands with one number may feed each other.
    pub chain: usize,
    /// The functions whose bodies it stands in.
    pub functions: Vec<String>,
}

const RESERVED: &[&str] = &[
    "if", "then", "else", "elif", "fi", "while", "until", "do", "done", "!", "esac", "function",
];

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
                parser.after_pipe = true;
            }
            Token::Background => {
                parser.current.forks = true;
                parser.separate();
            }
            Token::Sequence => parser.separate(),
            Token::Open if tokens.next_if_eq(&Token::Close).is_some() => parser.define(),
            Token::Open => parser.open(),
            Token::Close => parser.close(),
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
    after_pipe: bool,
    chain: usize,
}

#[derive(Clone)]
struct Scope {
    function: Option<String>,
    piped: bool,
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
                "{" => return self.open(),
                "}" => return self.close(),
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

    fn open(&mut self) {
        let piped = self.after_pipe || self.scopes.last().is_some_and(|scope| scope.piped);
        let function = self.function.take();
        self.scopes.push(Scope { function, piped });
    }

    fn close(&mut self) {
        if self.scopes.is_empty()
            && self
                .current
                .words
                .first()
                .is_some_and(|word| word != "case")
        {
            // A pattern of `case`, not a command.
            self.current.words.clear();
        }
        self.end();
        self.scopes.pop();
    }

    fn separate(&mut self) {
        self.end();
        self.after_pipe = false;
        if self.scopes.is_empty() {
            self.chain += 1;
        }
    }

    fn end(&mut self) {
        let mut simple = std::mem::take(&mut self.current);
        if simple.words.is_empty() && simple.scripts.is_empty() && simple.writes.is_empty() {
            return;
        }
        simple.piped = self.after_pipe || self.scopes.iter().any(|scope| scope.piped);
        simple.forks |= simple.piped;
        simple.chain = self.chain;
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
