//! What a dollar sign can start.

use super::Lexer;

impl Lexer {
    pub(super) fn dollar(&mut self, quoted: bool) {
        match self.peek() {
            Some('(') => {
                self.position += 1;
                let script = self.balanced('(', ')');
                self.substitute(script);
            }
            Some('{') => {
                self.position += 1;
                let inside = self.balanced('{', '}');
                self.parameter(&inside, quoted);
            }
            Some('\'') if !quoted => {
                self.position += 1;
                self.ansi_quoted();
            }
            Some('"') if !quoted => {}
            Some(c) if is_name(c) => {
                let name = self.take_while(is_name);
                self.variable(&name, quoted);
            }
            Some(c @ ('@' | '*' | '#' | '?' | '-' | '$' | '!')) => {
                self.position += 1;
                self.variable(c.encode_utf8(&mut [0; 4]), quoted);
            }
            _ => self.push_literal('$'),
        }
    }

    fn variable(&mut self, name: &str, quoted: bool) {
        if name == "IFS" && !quoted {
            return self.end_word();
        }
        let text = &mut self.word().text;
        text.push('$');
        text.push_str(name);
    }

    fn parameter(&mut self, inside: &str, quoted: bool) {
        let end = inside.find(|c| !is_name(c)).unwrap_or(inside.len());
        let (name, operation) = inside.split_at(end);
        if operation.contains("$(") || operation.contains('`') {
            self.word().scripts.push(operation.to_owned());
        }
        if operation.starts_with(":?") {
            // The shell stops when the variable is empty, so it cannot vanish from a path.
            self.word().text.push_str("<set>");
        } else if let Some(default) = operation.strip_prefix(":-/") {
            let text = &mut self.word().text;
            text.push('/');
            text.push_str(default);
        } else if self.peek().is_some_and(is_name) {
            let text = &mut self.word().text;
            text.push_str("${");
            text.push_str(name);
            text.push('}');
        } else {
            self.variable(name, quoted);
        }
    }

    fn ansi_quoted(&mut self) {
        self.word();
        loop {
            match self.next() {
                Some('\'') => return,
                Some('\\') => self.ansi_escape(),
                Some(c) => self.push_literal(c),
                None => return self.out.complete = false,
            }
        }
    }

    fn ansi_escape(&mut self) {
        match self.next() {
            Some('n') => self.push('\n'),
            Some('t') => self.push('\t'),
            Some('x') => self.code_point(16, 2),
            Some('u') => self.code_point(16, 4),
            Some('0'..='7') => {
                self.position -= 1;
                self.code_point(8, 3);
            }
            Some(c) => self.push_literal(c),
            None => self.out.complete = false,
        }
    }

    fn code_point(&mut self, radix: u32, digits: usize) {
        let mut value = 0;
        for _ in 0..digits {
            let Some(digit) = self.peek().and_then(|c| c.to_digit(radix)) else {
                break;
            };
            value = value * radix + digit;
            self.position += 1;
        }
        self.push_literal(char::from_u32(value).unwrap_or(char::REPLACEMENT_CHARACTER));
    }

    fn take_while(&mut self, accept: fn(char) -> bool) -> String {
        let mut text = String::new();
        while let Some(c) = self.peek().filter(|c| accept(*c)) {
            text.push(c);
            self.position += 1;
        }
        text
    }

    /// Reads up to the bracket that closes the one just read.
    pub(super) fn balanced(&mut self, open: char, close: char) -> String {
        let mut inside = String::new();
        let mut depth = 1;
        let mut quote = None;
        while let Some(c) = self.next() {
            match c {
                '\\' if quote != Some('\'') => {
                    inside.push(c);
                    inside.extend(self.next());
                    continue;
                }
                '\'' | '"' if quote == Some(c) => quote = None,
                '\'' | '"' if quote.is_none() => quote = Some(c),
                _ if quote.is_some() => {}
                _ if c == open => depth += 1,
                _ if c == close => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return inside;
            }
            inside.push(c);
        }
        self.out.complete = false;
        inside
    }
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}
