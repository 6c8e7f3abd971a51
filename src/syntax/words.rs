//! The tokens that carry meaning, each with the line it stands on.
//!
//! Lines mean nothing in RON. They are looked at only to guess, in a text with
//! mistakes, which bracket was forgotten.

use super::token::{Token, TokenKind};
use crate::text::span::Span;

#[derive(Clone, Copy, Debug)]
pub struct Word {
    pub kind: TokenKind,
    pub span: Span,
    /// The line it starts on, counted from 0.
    pub line: usize,
    /// How many characters of white space that line begins with.
    pub indent: usize,
    /// Whether it is the first word on its line.
    pub leads: bool,
}

pub fn words(text: &str, tokens: &[Token]) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut line = 0;
    let mut line_start = 0;
    let mut last_line = None;
    let mut indent = 0;
    for token in tokens {
        if !token.kind.is_trivia() {
            let leads = last_line != Some(line);
            if leads {
                indent = indentation(&text[line_start..token.span.start]);
            }
            words.push(Word {
                kind: token.kind,
                span: token.span,
                line,
                indent,
                leads,
            });
            last_line = Some(line);
        }
        let piece = token.span.of(text);
        if let Some(feed) = piece.rfind('\n') {
            line += piece.bytes().filter(|byte| *byte == b'\n').count();
            line_start = token.span.start + feed + 1;
        }
    }
    words
}

fn indentation(line: &str) -> usize {
    line.chars().take_while(|c| matches!(c, ' ' | '\t')).count()
}
