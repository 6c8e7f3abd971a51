//! A text and what it holds.

use std::fmt;

use super::frames::Trust;
use super::lexer::lex;
use super::node::Node;
use super::parser::{Parsed, parse};
use super::passed::Passed;
use super::problem::Problem;
use super::token::Token;
use super::value::Value;
use super::words::words;

/// A text as a tree of values.
///
/// Printing a tree gives back the text, for every text.
#[derive(Clone, Debug)]
pub struct Tree {
    text: String,
    tokens: Vec<Token>,
    root: Option<Node>,
    problems: Vec<Problem>,
}

impl Tree {
    /// Reads any text, in time linear in its length. Whatever is not RON ends
    /// up in [`Tree::problems`] and in broken values.
    pub fn parse(text: &str) -> Self {
        let tokens = lex(text);
        let Parsed {
            mut root,
            mut problems,
        } = likeliest(text, &tokens);
        let passed = Passed::of(text, &tokens);
        problems.retain(|problem| !passed.explains(problem));
        problems.extend(passed.problems());
        problems.sort_by_key(|problem| problem.span);
        if let Some(root) = &mut root {
            passed.breaks(root);
            root.broken = !problems.is_empty();
        }
        Self {
            text: text.to_owned(),
            tokens,
            root,
            problems,
        }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// The pieces of the text in their order; together they cover all of it.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The mistakes in the text, in its order; none where the `ron` crate can
    /// read it. The crate may still refuse a text without any, over what a
    /// literal or a header says.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The value of the text; `None` when there is none.
    pub fn root(&self) -> Option<Value<'_>> {
        self.root.as_ref().map(|node| Value::new(&self.text, node))
    }
}

impl fmt::Display for Tree {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.tokens
            .iter()
            .try_for_each(|token| f.write_str(token.span.of(&self.text)))
    }
}

/// Brackets alone decide while they add up. When they do not, the lines of the
/// text are believed as far as that leaves no more mistakes.
fn likeliest(text: &str, tokens: &[Token]) -> Parsed {
    let words = words(text, tokens);
    let by_brackets = parse(text, &words, Trust::Brackets);
    if by_brackets.problems.is_empty() {
        return by_brackets;
    }
    let by_lines = parse(text, &words, Trust::Lines);
    let end = words.last().map_or(0, |word| word.span.end);
    if loss(&by_lines, end) <= loss(&by_brackets, end) {
        by_lines
    } else {
        by_brackets
    }
}

/// The smaller, the more of a text that ends at `end` was understood.
fn loss(parsed: &Parsed, end: usize) -> impl Ord + use<> {
    let value_end = parsed.root.as_ref().map_or(0, |root| root.span.end);
    (value_end < end, parsed.problems.len())
}
