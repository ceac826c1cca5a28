//! Splits shell source into words and operators, seeing through quotes.
//!
//! Words come out in a canonical form: what quoting made literal but would
//! otherwise be special (`\ * ? [ $ ~ { backtick`) carries a backslash, what is
//! left bare is live. So `'*'` becomes `\*`, and both `"$HOME"` and `${HOME}`
//! become `$HOME`.

mod expansion;
mod here_document;

/// One word of a command, with the scripts substituted into it.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Word {
    pub text: String,
    pub scripts: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    Word(Word),
    Redirect(Redirect),
    HereDocument(String),
    Pipe,
    Background,
    Sequence,
    Open,
    Close,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Redirect {
    Write,
    Append,
    Read,
    HereString,
}

#[derive(Debug, Default)]
pub(super) struct Lexed {
    pub tokens: Vec<Token>,
    /// False when a quote or a bracket is never closed.
    pub complete: bool,
}

pub(super) fn lex(source: &str) -> Lexed {
    let mut lexer = Lexer {
        chars: source.chars().collect(),
        position: 0,
        word: None,
        out: Lexed {
            tokens: Vec::new(),
            complete: true,
        },
    };
    while let Some(c) = lexer.next() {
        lexer.token(c);
    }
    lexer.end_word();
    lexer.out
}

/// Undoes the canonical form: the text that the program will receive.
pub(super) fn literal(canonical: &str) -> String {
    let mut text = String::with_capacity(canonical.len());
    let mut chars = canonical.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => text.extend(chars.next()),
            _ => text.push(c),
        }
    }
    text
}

struct Lexer {
    chars: Vec<char>,
    position: usize,
    word: Option<Word>,
    out: Lexed,
}

impl Lexer {
    fn next(&mut self) -> Option<char> {
        let c = self.peek();
        self.position += usize::from(c.is_some());
        c
    }

    fn peek(&self) -> Option<char> {
        self.chars.get(self.position).copied()
    }

    fn eat(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        self.position += usize::from(found);
        found
    }

    fn emit(&mut self, token: Token) {
        self.end_word();
        self.out.tokens.push(token);
    }

    fn end_word(&mut self) {
        if let Some(word) = self.word.take() {
            self.out.tokens.push(Token::Word(word));
        }
    }

    fn word(&mut self) -> &mut Word {
        self.word.get_or_insert_with(Word::default)
    }

    fn push(&mut self, c: char) {
        self.word().text.push(c);
    }

    fn push_literal(&mut self, c: char) {
        if matches!(c, '\\' | '*' | '?' | '[' | '$' | '~' | '{' | '`') {
            self.push('\\');
        }
        self.push(c);
    }

    fn token(&mut self, c: char) {
        match c {
            ' ' | '\t' | '\r' => self.end_word(),
            // A pipeline goes on in the next line.
            '\n' if self.word.is_none() && self.out.tokens.last() == Some(&Token::Pipe) => {}
            '\n' => self.emit(Token::Sequence),
            '#' if self.word.is_none() => self.skip_comment(),
            ';' => self.semicolon(),
            '&' => self.ampersand(),
            '|' => self.bar(),
            '(' => self.emit(Token::Open),
            ')' => self.emit(Token::Close),
            '<' | '>' => self.angle(c),
            // `f(){` needs no blank in some shells.
            '{' if self.word.is_none() && self.out.tokens.last() == Some(&Token::Close) => {
                self.push('{');
                self.end_word();
            }
            _ => self.piece(c),
        }
    }

    fn skip_comment(&mut self) {
        while self.peek().is_some_and(|c| c != '\n') {
            self.position += 1;
        }
    }

    fn semicolon(&mut self) {
        while self.eat(';') || self.eat('&') {}
        self.emit(Token::Sequence);
    }

    fn ampersand(&mut self) {
        if self.eat('&') {
            self.emit(Token::Sequence);
        } else if self.eat('>') {
            let append = self.eat('>');
            self.emit(Token::Redirect(write(append)));
        } else {
            self.emit(Token::Background);
        }
    }

    fn bar(&mut self) {
        if self.eat('|') {
            self.emit(Token::Sequence);
        } else {
            self.eat('&');
            self.emit(Token::Pipe);
        }
    }

    fn angle(&mut self, c: char) {
        if self.eat('(') {
            let script = self.balanced('(', ')');
            self.word().scripts.push(script);
            self.push(c);
            self.push('(');
            self.push(')');
            return;
        }
        if self.word.as_ref().is_some_and(|word| is_number(&word.text)) {
            self.word = None;
        }
        let redirect = match c {
            '>' => {
                let append = self.eat('>');
                let _ = self.eat('|') || self.eat('&');
                write(append)
            }
            _ if self.eat('<') => {
                if self.eat('<') {
                    Redirect::HereString
                } else {
                    return self.here_document();
                }
            }
            _ if self.eat('>') => Redirect::Write,
            _ => {
                self.eat('&');
                Redirect::Read
            }
        };
        self.emit(Token::Redirect(redirect));
    }

    fn piece(&mut self, c: char) {
        match c {
            '\\' => self.escape(),
            '\'' => self.single_quoted(),
            '"' => self.double_quoted(),
            '`' => self.backtick(),
            '$' => self.dollar(false),
            _ => self.push(c),
        }
    }

    fn escape(&mut self) {
        match self.next() {
            Some('\n') => {}
            Some(c) => self.push_literal(c),
            None => self.push_literal('\\'),
        }
    }

    fn single_quoted(&mut self) {
        self.word();
        loop {
            match self.next() {
                Some('\'') => return,
                Some(c) => self.push_literal(c),
                None => return self.out.complete = false,
            }
        }
    }

    fn double_quoted(&mut self) {
        self.word();
        loop {
            match self.next() {
                Some('"') => return,
                Some('\\') => self.quoted_escape(),
                Some('$') => self.dollar(true),
                Some('`') => self.backtick(),
                Some(c) => self.push_literal(c),
                None => return self.out.complete = false,
            }
        }
    }

    fn quoted_escape(&mut self) {
        match self.peek() {
            Some('\n') => self.position += 1,
            Some('$' | '`' | '"' | '\\') => self.escape(),
            _ => self.push_literal('\\'),
        }
    }

    fn backtick(&mut self) {
        let mut script = String::new();
        loop {
            match self.next() {
                Some('`') => break,
                Some('\\') => script.extend(self.next()),
                Some(c) => script.push(c),
                None => {
                    self.out.complete = false;
                    break;
                }
            }
        }
        self.substitute(script);
    }

    fn substitute(&mut self, script: String) {
        let word = self.word();
        word.text.push_str("$()");
        word.scripts.push(script);
    }
}

fn write(append: bool) -> Redirect {
    if append {
        Redirect::Append
    } else {
        Redirect::Write
    }
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}
