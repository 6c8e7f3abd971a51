//! Which bracket does this close? The brackets that are open at a place, and
//! what the next word says about them.
//!
//! In a text without mistakes every answer is the obvious one. The guesses
//! about lines and indentation are only made under [`Trust::Lines`], which the
//! tree asks for when a text has proved to have mistakes.

use super::token::{Bracket, TokenKind};
use super::words::Word;

/// Whether lines and indentation are taken as a hint to what was meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trust {
    Brackets,
    Lines,
}

/// How the innermost bracket ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// With the next word, its own closing bracket.
    Closed,
    /// With the next word, a closing bracket of the wrong kind.
    Mistaken,
    /// Before the next word, which belongs further out.
    Forgotten,
}

#[derive(Clone, Copy, Debug)]
pub struct Frame {
    pub bracket: Bracket,
    pub open: Word,
    /// Whether its items have names, as far as has been seen.
    pub named: Option<bool>,
}

#[derive(Debug)]
pub struct Frames {
    open: Vec<Frame>,
    trust: Trust,
}

impl Frames {
    pub fn new(trust: Trust) -> Self {
        let open = Vec::new();
        Self { open, trust }
    }

    pub fn depth(&self) -> usize {
        self.open.len()
    }

    pub fn push(&mut self, frame: Frame) {
        self.open.push(frame);
    }

    pub fn pop(&mut self) -> Option<Frame> {
        self.open.pop()
    }

    /// Remembers that the items of the innermost bracket have names or not;
    /// the first item decides.
    pub fn note_item(&mut self, named: bool) {
        if let Some(frame) = self.open.last_mut() {
            frame.named.get_or_insert(named);
        }
    }

    pub fn innermost(&self) -> Option<&Frame> {
        self.open.last()
    }

    /// Whether a name and the `(` behind it may be one value.
    pub fn joins(&self, name: &Word, open: &Word) -> bool {
        self.trust == Trust::Brackets || name.line == open.line
    }

    /// How the innermost bracket ends at the closing bracket `word`, if it
    /// does; else the word is to be passed over. `next` is the word behind it.
    pub fn at_closer(&self, word: &Word, next: Option<TokenKind>) -> Option<Ending> {
        let TokenKind::Close(bracket) = word.kind else {
            return None;
        };
        let frame = self.innermost()?;
        match self.trust {
            Trust::Lines if word.leads => self.by_indent(frame, word, bracket),
            _ if frame.bracket == bracket => Some(Ending::Closed),
            _ if next == Some(TokenKind::Close(frame.bracket)) => None,
            Trust::Lines => self.by_line(frame, word, bracket),
            Trust::Brackets => self.forgotten_if(|outer| outer.bracket == bracket),
        }
    }

    /// A closing bracket that leads its line belongs to the bracket whose line
    /// is indented like it.
    fn by_indent(&self, frame: &Frame, word: &Word, bracket: Bracket) -> Option<Ending> {
        let is_aligned = |frame: &Frame| frame.open.indent == word.indent;
        let belongs_outside = self
            .outer()
            .any(|outer| outer.bracket == bracket && is_aligned(outer));
        match frame.bracket == bracket {
            true if is_aligned(frame) || !belongs_outside => Some(Ending::Closed),
            _ if belongs_outside => Some(Ending::Forgotten),
            _ => is_aligned(frame).then_some(Ending::Mistaken),
        }
    }

    /// A closing bracket of the wrong kind that stands behind other words: it
    /// is meant for a bracket of its line.
    fn by_line(&self, frame: &Frame, word: &Word, bracket: Bracket) -> Option<Ending> {
        let on_line = |outer: &Frame| outer.bracket == bracket && outer.open.line == word.line;
        let here = (frame.open.line == word.line).then_some(Ending::Mistaken);
        self.forgotten_if(on_line).or(here)
    }

    fn forgotten_if(&self, is_its_own: impl FnMut(&Frame) -> bool) -> Option<Ending> {
        self.outer().any(is_its_own).then_some(Ending::Forgotten)
    }

    /// Whether an item that starts with `word` shows that the innermost bracket
    /// was to be closed before it. `named` is whether the item has a name.
    pub fn at_item(&self, word: &Word, named: bool) -> Option<Ending> {
        let frame = self.innermost()?;
        let outer = self.outer().next()?;
        let starts_line = word.leads && frame.open.line < word.line;
        if self.trust == Trust::Lines && starts_line {
            return (word.indent <= frame.open.indent).then_some(Ending::Forgotten);
        }
        let suits_outer = match outer.bracket {
            Bracket::Round => named && outer.named == Some(true),
            Bracket::Square => !named && matches!(word.kind, TokenKind::Open(_)),
            Bracket::Curly => false,
        };
        let suits_frame = match frame.bracket {
            Bracket::Round => frame.named.is_none_or(|fields| fields == named),
            Bracket::Square => !named,
            Bracket::Curly => true,
        };
        (suits_outer && !suits_frame).then_some(Ending::Forgotten)
    }

    /// The brackets around the innermost one, inside out.
    fn outer(&self) -> impl Iterator<Item = &Frame> {
        self.open.iter().rev().skip(1)
    }
}
