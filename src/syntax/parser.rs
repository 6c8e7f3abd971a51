//! Turns words into nodes, whatever they are: what does not fit becomes a
//! problem and a broken node, and reading goes on behind it.

use super::frames::{Ending, Frame, Frames, Trust};
use super::kind::Kind;
use super::node::{Group, Item, Node};
use super::problem::Problem;
use super::token::{Bracket, Fault, TokenKind};
use super::words::Word;
use crate::text::span::Span;

/// How many brackets may stand inside one another. The `ron` crate refuses
/// more than 128; ours only has to be wider, and safe for the stack.
pub const MAX_DEPTH: usize = 200;

/// What a text holds.
#[derive(Clone, Debug)]
pub struct Parsed {
    pub root: Option<Node>,
    pub problems: Vec<Problem>,
}

pub fn parse(text: &str, words: &[Word], trust: Trust) -> Parsed {
    let mut parser = Parser {
        text,
        words,
        at: 0,
        frames: Frames::new(trust),
        problems: Vec::new(),
    };
    let root = parser.file();
    Parsed {
        root,
        problems: parser.problems,
    }
}

struct Parser<'t> {
    text: &'t str,
    words: &'t [Word],
    at: usize,
    frames: Frames,
    problems: Vec<Problem>,
}

/// The file as a whole.
impl Parser<'_> {
    fn file(&mut self) -> Option<Node> {
        self.headers();
        while self.peek().is_some_and(|word| !word.kind.starts_value()) {
            self.stray();
        }
        if self.peek().is_none() {
            self.problems
                .push(Problem::empty(Span::at(self.text.len())));
            return None;
        }
        let root = self.value();
        self.rest(&root);
        Some(root)
    }

    fn headers(&mut self) {
        while self.kind() == Some(TokenKind::Hash) {
            if let Some(length) = self.header_length() {
                self.at += length;
                continue;
            }
            let hash = self.bump();
            self.problems.push(Problem::header(hash.span));
            while self.peek().is_some_and(|word| word.line == hash.line) {
                self.at += 1;
            }
            // Only one header is searched to the end of the text in vain.
            return;
        }
    }

    /// How many words `#![…]` has, if it is one.
    fn header_length(&self) -> Option<usize> {
        let words = &self.words[self.at..];
        let opens = [
            TokenKind::Hash,
            TokenKind::Bang,
            TokenKind::Open(Bracket::Square),
        ];
        if !words.iter().map(|word| word.kind).take(3).eq(opens) {
            return None;
        }
        let is_bracket = |word: &Word| !matches!(word.kind.bracket(), None | Some(Bracket::Round));
        let end = 3 + words[3..].iter().position(is_bracket)?;
        (words[end].kind == TokenKind::Close(Bracket::Square)).then_some(end + 1)
    }

    /// What stands behind the value of the file is one problem, however long.
    fn rest(&mut self, root: &Node) {
        let (Some(first), Some(last)) = (self.peek(), self.words.last()) else {
            return;
        };
        let problem = match first.kind {
            TokenKind::Colon => Problem::bare_fields(root.span.to(first.span)),
            _ => Problem::rest(first.span.to(last.span), root.span),
        };
        self.problems.push(problem);
        self.at = self.words.len();
    }
}

/// Values.
impl Parser<'_> {
    fn value(&mut self) -> Node {
        let before = self.problems.len();
        let mut node = match self.kind() {
            Some(TokenKind::Name) => self.named(),
            Some(TokenKind::Open(_)) => self.group(None),
            Some(TokenKind::Number | TokenKind::Range) => self.number(),
            Some(TokenKind::Char) => self.scalar(Kind::Char),
            Some(TokenKind::Text) => self.scalar(Kind::Text),
            Some(TokenKind::Bytes) => self.scalar(Kind::Bytes),
            Some(TokenKind::Malformed(fault)) => self.malformed(fault),
            _ => self.absent(),
        };
        node.broken = self.problems.len() > before;
        node
    }

    fn scalar(&mut self, kind: Kind) -> Node {
        Node::scalar(kind, self.bump().span)
    }

    fn named(&mut self) -> Node {
        match self.words[self.at].span.of(self.text) {
            "inf" | "inff32" | "inff64" | "NaN" | "NaNf32" | "NaNf64" => self.number(),
            "true" | "false" => self.scalar(Kind::Bool),
            _ => {
                let name = self.bump();
                let open = TokenKind::Open(Bracket::Round);
                match self.peek() {
                    Some(next) if next.kind == open && self.frames.joins(&name, &next) => {
                        self.group(Some(name.span))
                    }
                    Some(next) if self.opens_values(&name, &next) => self.bracketed(name),
                    _ => Node::scalar(Kind::Unit, name.span),
                }
            }
        }
    }

    /// Whether the bracket `open` is meant for the values of a variant, though it is
    /// not the round one that is due: `OneOf["un"]`.
    fn opens_values(&self, name: &Word, open: &Word) -> bool {
        let is_near = match open.kind {
            TokenKind::Open(Bracket::Square) => open.span.start == name.span.end,
            TokenKind::Open(Bracket::Curly) => open.line == name.line,
            _ => false,
        };
        is_near && name.span.of(self.text).starts_with(char::is_uppercase)
    }

    fn bracketed(&mut self, name: Word) -> Node {
        let node = self.group(Some(name.span));
        let (name, values) = node.span.of(self.text).split_at(name.span.len());
        let problem = Problem::other_brackets(node.span, name, values);
        self.problems.push(problem);
        node
    }

    /// A number or a range; the parts of a range touch each other.
    fn number(&mut self) -> Node {
        let first = self.bump();
        let dots = match first.kind {
            TokenKind::Range => Some(first),
            _ => self.touching(&[TokenKind::Range]),
        };
        let end = dots.and_then(|_| self.touching(&[TokenKind::Number, TokenKind::Name]));
        let last = end.or(dots).unwrap_or(first);
        let kind = dots.map_or(Kind::Number, |_| Kind::Range);
        Node::scalar(kind, first.span.to(last.span))
    }

    /// The next word, if it is one of `kinds` and nothing stands before it.
    fn touching(&mut self, kinds: &[TokenKind]) -> Option<Word> {
        let word = self.peek()?;
        let touches = word.span.start == self.end_of_last() && kinds.contains(&word.kind);
        touches.then(|| self.bump())
    }

    fn malformed(&mut self, fault: Fault) -> Node {
        let span = self.bump().span;
        let problem = Problem::malformed(fault, span, span.of(self.text));
        self.problems.push(problem);
        Node::scalar(Kind::Broken, span)
    }

    /// Stands where a value is due and none is.
    fn absent(&self) -> Node {
        Node::scalar(Kind::Broken, Span::at(self.end_of_last()))
    }
}

/// Brackets and what stands between them.
impl Parser<'_> {
    fn group(&mut self, name: Option<Span>) -> Node {
        let TokenKind::Open(bracket) = self.words[self.at].kind else {
            return self.absent();
        };
        if self.frames.depth() == MAX_DEPTH {
            return self.too_deep(name);
        }
        let open = self.bump();
        self.frames.push(Frame {
            bracket,
            open,
            named: None,
        });
        let (items, ending) = self.items();
        let close = self.close(bracket, open.span, ending);
        let named = self.frames.pop().and_then(|frame| frame.named);
        let group = Group {
            name,
            open: open.span,
            items,
            close,
        };
        Node {
            kind: group_kind(bracket, named),
            span: name.unwrap_or(open.span).to(Span::at(self.end_of_last())),
            broken: false,
            group: Some(Box::new(group)),
        }
    }

    fn items(&mut self) -> (Vec<Item>, Ending) {
        let mut items = Vec::new();
        loop {
            if let Some(ending) = self.ending() {
                return (items, ending);
            }
            if self.kind().is_some_and(TokenKind::starts_value) {
                let mut item = self.item();
                item.comma = self.separator(&item);
                items.push(item);
            } else {
                self.stray();
            }
        }
    }

    fn ending(&self) -> Option<Ending> {
        let Some(word) = self.peek() else {
            return Some(Ending::Forgotten);
        };
        match word.kind {
            TokenKind::Close(_) => self.frames.at_closer(&word, self.kind_after(1)),
            kind if kind.starts_value() => self.frames.at_item(&word, self.at_key()),
            _ => None,
        }
    }

    fn close(&mut self, bracket: Bracket, open: Span, ending: Ending) -> Option<Span> {
        match (ending, self.kind()) {
            (Ending::Closed, _) => Some(self.bump().span),
            (Ending::Mistaken, Some(TokenKind::Close(found))) => {
                let span = self.bump().span;
                let problem = Problem::wrong_bracket(span, found, open, bracket);
                self.problems.push(problem);
                Some(span)
            }
            _ => {
                let due = self.end_of_last();
                self.problems
                    .push(Problem::open_bracket(due, open, bracket));
                None
            }
        }
    }

    /// All of a bracket that stands too deep, as one node.
    fn too_deep(&mut self, name: Option<Span>) -> Node {
        let open = self.words[self.at].span;
        let mut depth = 0_usize;
        while let Some(word) = self.peek() {
            match word.kind {
                TokenKind::Open(_) => depth += 1,
                TokenKind::Close(_) => depth -= 1,
                _ => {}
            }
            self.at += 1;
            if depth == 0 {
                break;
            }
        }
        let span = name.unwrap_or(open).to(Span::at(self.end_of_last()));
        self.problems.push(Problem::too_deep(open, MAX_DEPTH));
        Node::scalar(Kind::Broken, span)
    }
}

/// Items: a value, or a key and a value.
impl Parser<'_> {
    fn item(&mut self) -> Item {
        let before = self.problems.len();
        let first = self.first();
        let item = if self.assigns(&first) {
            self.keyed(first)
        } else {
            self.keyless(first)
        };
        Item {
            broken: self.problems.len() > before,
            ..item
        }
    }

    /// The key of an item, or its value when it has no key.
    fn first(&mut self) -> Node {
        // A field may be called `true` or `inf`.
        if self.at_key() {
            return self.scalar(Kind::Unit);
        }
        self.value()
    }

    /// Passes over what stands between a key and its value.
    fn assigns(&mut self, first: &Node) -> bool {
        let Some(word) = self.peek() else {
            return false;
        };
        let is_name = first.kind == Kind::Unit;
        match word.kind {
            TokenKind::Colon => {
                self.at += 1;
                true
            }
            TokenKind::Equals if is_name => {
                self.at += 1;
                self.problems.push(Problem::equals_for_colon(word.span));
                true
            }
            _ if is_name && self.lacks_colon(&word) => {
                let name = first.span.of(self.text);
                let problem = Problem::missing_colon(first.span, name);
                self.problems.push(problem);
                true
            }
            _ => false,
        }
    }

    /// Whether `word` behind a name in a struct is the name's value. Text behind
    /// a name makes a struct of a bracket that has no items yet.
    fn lacks_colon(&self, word: &Word) -> bool {
        let frame = self.frames.innermost();
        let in_struct = frame.is_some_and(|frame| {
            let is_struct = frame.named.unwrap_or(word.kind == TokenKind::Text);
            frame.bracket == Bracket::Round && is_struct
        });
        in_struct && word.kind.starts_value() && !word.leads && !self.at_key()
    }

    fn keyed(&mut self, key: Node) -> Item {
        self.check_key(&key);
        self.frames.note_item(true);
        while self.kind().is_some_and(TokenKind::is_meaningless) {
            self.stray();
        }
        let is_due = self.kind().is_some_and(TokenKind::starts_value) && !self.at_key();
        let value = if is_due {
            self.value()
        } else {
            let name = key.span.of(self.text);
            let problem = Problem::missing_value(key.span, name);
            self.problems.push(problem);
            Node {
                broken: true,
                ..self.absent()
            }
        };
        Item {
            key: Some(key),
            value,
            comma: None,
            broken: false,
        }
    }

    fn check_key(&mut self, key: &Node) {
        let Some(frame) = self.frames.innermost() else {
            return;
        };
        let problem = match (frame.bracket, frame.named) {
            (Bracket::Curly, _) => return,
            (Bracket::Square, _) => Problem::field_in_list(key.span),
            (Bracket::Round, Some(false)) => Problem::field_in_tuple(key.span),
            (Bracket::Round, _) => match key.kind {
                Kind::Unit => return,
                Kind::Text => Problem::quoted_field_name(key.span, key.span.of(self.text)),
                _ => Problem::wrong_field_name(key.span),
            },
        };
        self.problems.push(problem);
    }

    fn keyless(&mut self, value: Node) -> Item {
        let frame = self.frames.innermost();
        let problem = match frame.map(|frame| (frame.bracket, frame.named)) {
            Some((Bracket::Round, Some(true))) => Some(match self.decimal_comma(&value) {
                Some(number) => Problem::decimal_comma(number, number.of(self.text)),
                None => Problem::nameless_field(value.span),
            }),
            Some((Bracket::Curly, _)) => Some(Problem::keyless_entry(value.span)),
            _ => None,
        };
        self.problems.extend(problem);
        self.frames.note_item(false);
        Item {
            key: None,
            value,
            comma: None,
            broken: false,
        }
    }

    /// The number that ends with `value`, behind a comma that touches it: `0,95`.
    fn decimal_comma(&self, value: &Node) -> Option<Span> {
        let [.., whole, comma, part] = &self.words[..self.at] else {
            return None;
        };
        let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let number = whole.span.of(self.text);
        let is_number = [whole.kind, comma.kind, part.kind]
            == [TokenKind::Number, TokenKind::Comma, TokenKind::Number]
            && part.span == value.span
            && whole.span.end == comma.span.start
            && comma.span.end == part.span.start
            && is_digits(number.strip_prefix('-').unwrap_or(number))
            && is_digits(part.span.of(self.text));
        is_number.then(|| whole.span.to(part.span))
    }

    /// The comma behind an item; says so when one is due and missing.
    fn separator(&mut self, item: &Item) -> Option<Span> {
        let word = self.peek()?;
        match word.kind {
            TokenKind::Comma => {
                self.at += 1;
                return Some(word.span);
            }
            TokenKind::Semicolon => {
                self.at += 1;
                self.problems.push(Problem::semicolon(word.span));
            }
            kind if kind.starts_value() && self.is_comma_due(item) => {
                let problem = Problem::missing_comma(item.span(), word.span);
                self.problems.push(problem);
            }
            _ => {}
        }
        None
    }

    /// Where a value or a bracket was forgotten, that is said and not the comma
    /// as well.
    fn is_comma_due(&self, item: &Item) -> bool {
        !is_cut_short(&item.value) && self.ending().is_none()
    }

    /// Passes over one word that starts no item, and a comma that goes with it.
    fn stray(&mut self) {
        let word = self.bump();
        if word.kind == TokenKind::Comma {
            self.problems.push(Problem::double_comma(word.span));
            return;
        }
        let problem = Problem::stray(word.span, word.span.of(self.text));
        self.problems.push(problem);
        if self.kind() == Some(TokenKind::Comma) {
            self.at += 1;
        }
    }
}

/// Words.
impl Parser<'_> {
    fn peek(&self) -> Option<Word> {
        self.words.get(self.at).copied()
    }

    fn kind(&self) -> Option<TokenKind> {
        self.kind_after(0)
    }

    fn kind_after(&self, words: usize) -> Option<TokenKind> {
        self.words.get(self.at + words).map(|word| word.kind)
    }

    /// Whether a name and a colon are next.
    fn at_key(&self) -> bool {
        self.kind() == Some(TokenKind::Name) && self.kind_after(1) == Some(TokenKind::Colon)
    }

    fn bump(&mut self) -> Word {
        let word = self.words[self.at];
        self.at += 1;
        word
    }

    fn end_of_last(&self) -> usize {
        let last = self.at.checked_sub(1).map(|at| self.words[at]);
        last.map_or(0, |word| word.span.end)
    }
}

fn group_kind(bracket: Bracket, named: Option<bool>) -> Kind {
    match bracket {
        Bracket::Round if named == Some(true) => Kind::Struct,
        Bracket::Round => Kind::Tuple,
        Bracket::Square => Kind::List,
        Bracket::Curly => Kind::Map,
    }
}

fn is_cut_short(node: &Node) -> bool {
    let is_unclosed = |group: &Group| group.close.is_none();
    node.span.is_empty() || node.group.as_deref().is_some_and(is_unclosed)
}
