//! `<<END … END`: the lines that follow belong to the command, not to the script.

use super::{Lexer, Token};

impl Lexer {
    pub(super) fn here_document(&mut self) {
        let indented = self.eat('-');
        while self.eat(' ') {}
        let delimiter = self.delimiter();
        let body = self.cut_body(&delimiter, indented);
        self.emit(Token::HereDocument(body));
    }

    fn delimiter(&mut self) -> String {
        let mut text = String::new();
        while let Some(c) = self.peek() {
            match c {
                '\'' | '"' | '\\' => {}
                ' ' | '\t' | '\n' | ';' | '|' | '&' | '<' | '>' | ')' => break,
                _ => text.push(c),
            }
            self.position += 1;
        }
        text
    }

    /// Takes the body out of what is still to be read: the rest of the line goes on as if it were not there.
    fn cut_body(&mut self, delimiter: &str, indented: bool) -> String {
        let rest: String = self.chars.split_off(self.position).into_iter().collect();
        let (line, following) = rest.split_once('\n').unwrap_or((&rest, ""));
        let mut body = String::new();
        let mut taken = 0;
        let mut closed = false;
        for text in following.split_inclusive('\n') {
            taken += text.len();
            let bare = text.strip_suffix('\n').unwrap_or(text);
            let bare = if indented {
                bare.trim_start_matches('\t')
            } else {
                bare
            };
            if bare == delimiter {
                closed = true;
                break;
            }
            body.push_str(text);
        }
        self.out.complete &= closed;
        self.chars.extend(line.chars());
        self.chars.push('\n');
        self.chars.extend(following.split_at(taken).1.chars());
        body
    }
}
