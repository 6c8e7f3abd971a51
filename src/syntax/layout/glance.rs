//! Sees at a glance that a text is in canonical layout: in one pass over its
//! bytes, without a tree and without printing anything.
//!
//! It is never wrong when it says so. Of a text with anything unusual in it, such
//! as a header, a raw string, a string of several lines or a comment inside of an
//! item, it does not say so: such a text has to be laid out and compared.

use super::plan::columns;
use super::print::INDENT;
use super::{FieldOrder, MAX_WIDTH, Rows};
use crate::syntax::parser::MAX_DEPTH;
use crate::syntax::route::{Route, Step};
use crate::text::span::Span;

/// Whether a text is certainly in canonical layout; `false` where it may be.
pub fn is_canonical(text: &str, order: &FieldOrder) -> bool {
    let mut glance = Glance {
        text,
        at: 0,
        line_start: 0,
        indent: 0,
        depth: 0,
        route: Route::default(),
        order,
    };
    // The value of a file is laid out on lines, however short it is.
    glance.file() == Some(Shape::Broken) && &text[glance.at..] == "\n"
}

struct Glance<'t, 'o> {
    text: &'t str,
    at: usize,
    /// Where the line of `at` starts.
    line_start: usize,
    /// Of the items of the innermost broken bracket.
    indent: usize,
    /// How many brackets are open.
    depth: usize,
    /// Where the innermost bracket is.
    route: Route,
    order: &'o FieldOrder,
}

/// What a value may take up.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Room {
    /// The rest of its line if it fits, else several lines.
    Line,
    /// The same for the first thing in a bracket, which breaks with it and answers
    /// for its fitting.
    Bracket,
    /// A part of a bracket on one line, which answers for its fitting.
    Part,
}

/// The step to a value.
#[derive(Clone, Copy)]
enum Way<'t> {
    File,
    Field(&'t str),
    Index(usize),
}

/// What stands above an item on lines of its own.
#[derive(Clone, Copy, Default)]
struct Above {
    comments: bool,
    /// Whether a blank line is the last of it.
    blank: bool,
}

/// How a value is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Scalar,
    /// A bracket without items.
    Empty,
    /// A bracket with items, on one line.
    Inline,
    /// A bracket with items, on several lines.
    Broken,
}

#[derive(Clone, Copy)]
struct Item {
    span: Span,
    keyed: bool,
    /// The row of the field, if it has one.
    row: Option<usize>,
    shape: Shape,
}

/// Values. Here and below `None` says that the text is not, or not plainly, as it
/// should be.
impl<'t> Glance<'t, '_> {
    fn file(&mut self) -> Option<Shape> {
        while self.comment()? {
            self.expect(b'\n')?;
            self.take(b'\n');
        }
        self.line_start = self.at;
        self.value(Room::Line, Way::File)
    }

    fn value(&mut self, room: Room, way: Way<'t>) -> Option<Shape> {
        match self.peek()? {
            b'(' | b'[' | b'{' => return self.group(room, way),
            letter if is_name_start(letter) => {
                let name = self.name()?;
                if self.peek() == Some(b'(') {
                    // What may be a number or a truth value has no bracket.
                    let mut literals = ["inf", "NaN", "true", "false"].iter();
                    let is_literal = literals.any(|literal| name.starts_with(literal));
                    return self.group(room, way).filter(|_| !is_literal);
                }
            }
            _ => self.literal()?,
        }
        Some(Shape::Scalar)
    }

    fn group(&mut self, room: Room, way: Way<'t>) -> Option<Shape> {
        let open = self.peek().filter(|_| self.depth < MAX_DEPTH)?;
        self.at += 1;
        let close = match open {
            b'(' => b')',
            b'[' => b']',
            _ => b'}',
        };
        if self.take(close) {
            return Some(Shape::Empty);
        }
        let steps = self.route.steps.len();
        match way {
            Way::File => {}
            Way::Field(name) => self.route.steps.push(Step::Field(name.to_owned())),
            Way::Index(index) => self.route.steps.push(Step::Index(index)),
        }
        self.depth += 1;
        let shape = match (self.peek()?, room) {
            (b'\n' | b' ', Room::Part) => None,
            (b'\n' | b' ', _) => self.broken(open, close),
            _ => self.on_line(open, close, room),
        };
        self.depth -= 1;
        self.route.steps.truncate(steps);
        shape
    }

    /// The items of a bracket that begin on its line.
    fn on_line(&mut self, open: u8, close: u8, room: Room) -> Option<Shape> {
        let mut items = Items::of(open);
        let may_wrap = open == b'(' && room != Room::Part;
        let first = self.item(
            &mut items,
            if may_wrap { Room::Bracket } else { Room::Part },
        )?;
        if first.shape == Shape::Broken {
            // Both break as one: `Scale([`.
            return self.take(close).then_some(Shape::Broken);
        }
        while !self.take(close) {
            self.expect(b',')?;
            self.expect(b' ')?;
            self.item(&mut items, Room::Part)?;
        }
        (room != Room::Line || self.fits()).then_some(Shape::Inline)
    }

    /// The items of a bracket that have lines of their own, but for those of a row.
    fn broken(&mut self, open: u8, close: u8) -> Option<Shape> {
        let mut items = Items::of(open);
        let mut row = None::<Row>;
        self.indent += INDENT;
        let mut has_comments = self.behind()?;
        loop {
            let joins = row.is_some() && self.take(b' ');
            let mut above = Above::default();
            if !joins {
                above = self.above(row.is_none())?;
                has_comments |= above.comments;
                if !above.blank && self.is_end(close) {
                    break;
                }
                self.spaces(self.indent)?;
            }
            let item = self.item(&mut items, Room::Line)?;
            self.expect(b',')?;
            let apart = above.comments || above.blank;
            match &mut row {
                Some(row) if row.takes(&item) => row.add(self.text, &item, joins, apart)?,
                _ => {
                    let is_whole = row.is_none_or(|row| self.is_laid_out(&row));
                    row = (is_whole && !joins).then(|| Row::of(&item));
                }
            }
            let row = row.as_mut()?;
            row.is_ended = self.behind()?;
            has_comments |= row.is_ended;
            let is_alone = items.count == 1 && !item.keyed && !has_comments;
            items.wraps = is_alone && item.shape.holds_items();
        }
        items.wraps &= !has_comments;
        let is_whole = row.is_some_and(|row| self.is_laid_out(&row));
        self.indent -= INDENT;
        self.spaces(self.indent)?;
        self.expect(close)?;
        // A bracket that is all there is in a bracket stands on its line.
        (is_whole && !(open == b'(' && items.wraps)).then_some(Shape::Broken)
    }

    /// What stands above the next item, or above the end of a bracket, up to the line
    /// that it begins.
    fn above(&mut self, is_first: bool) -> Option<Above> {
        let mut above = Above::default();
        loop {
            self.expect(b'\n')?;
            let is_top = is_first && !above.comments;
            above.blank = !is_top && self.take(b'\n');
            self.line_start = self.at;
            if self.text.as_bytes().get(self.at + self.indent) != Some(&b'/') {
                return Some(above);
            }
            // The line may also be that of a closing bracket, with a comment behind.
            if self.spaces(self.indent).is_none() {
                self.at = self.line_start;
                return Some(above);
            }
            self.comment()?;
            above.comments = true;
        }
    }

    /// Passes over a comment behind an item or an opening bracket, if there is one.
    fn behind(&mut self) -> Option<bool> {
        let is_there = self.text.as_bytes()[self.at..].starts_with(b" /");
        if is_there {
            self.expect(b' ')?;
            self.comment()?;
        }
        Some(is_there)
    }

    /// Passes over a comment up to the end of its line, if one is next.
    fn comment(&mut self) -> Option<bool> {
        if self.peek() != Some(b'/') {
            return Some(false);
        }
        let rest = &self.text[self.at..];
        let comment = &rest[..rest.find('\n')?];
        self.at += comment.len();
        let is_plain = comment.starts_with("//") && comment.trim_end() == comment;
        is_plain.then_some(true)
    }

    /// Whether the fields of a row share a line if, and only if, they fit into one.
    fn is_laid_out(&self, row: &Row) -> bool {
        let fits = || row.may_join && self.indent + row.width(self.text) <= MAX_WIDTH;
        row.count == 1 || row.joins == fits()
    }

    fn item(&mut self, items: &mut Items, room: Room) -> Option<Item> {
        let start = self.at;
        let key = self.key(items.open)?;
        let keyed = key.is_some();
        if items.count > 0 && items.keyed != keyed {
            return None;
        }
        let name = key.filter(|_| items.open == b'(');
        if items.count == 0 && name.is_some() {
            items.rows = (self.order)(&self.route);
        }
        let row = match name {
            Some(name) => items.row_of(name)?,
            None => None,
        };
        let room = match room {
            Room::Bracket if keyed => Room::Part,
            room => room,
        };
        let way = name.map_or(Way::Index(items.count), Way::Field);
        let shape = self.value(room, way)?;
        items.keyed = keyed;
        items.count += 1;
        Some(Item {
            span: Span::new(start, self.at),
            keyed,
            row,
            shape,
        })
    }

    /// The name or key of an item in a bracket, with its colon; `Some(None)` where it
    /// has none.
    fn key(&mut self, open: u8) -> Option<Option<&'t str>> {
        let start = self.at;
        match (open, self.peek()?) {
            (b'[', _) => return Some(None),
            (_, letter) if is_name_start(letter) => _ = self.name()?,
            (b'(', _) => return Some(None),
            _ => self.literal()?,
        }
        let key = &self.text[start..self.at];
        if self.take(b':') {
            self.expect(b' ')?;
            return Some(Some(key));
        }
        self.at = start;
        (open == b'(').then_some(None)
    }
}

/// What cannot be broken.
impl<'t> Glance<'t, '_> {
    /// A string or a number.
    fn literal(&mut self) -> Option<()> {
        match self.peek()? {
            b'"' => self.string(),
            b'0'..=b'9' | b'-' => self.number(),
            _ => None,
        }
    }

    /// A string of one line.
    fn string(&mut self) -> Option<()> {
        let bytes = self.text.as_bytes();
        let mut at = self.at + 1;
        loop {
            match bytes.get(at)? {
                b'"' => break,
                b'\n' => return None,
                b'\\' if bytes.get(at + 1) == Some(&b'\n') => return None,
                b'\\' => at += 2,
                _ => at += 1,
            }
        }
        self.at = at + 1;
        Some(())
    }

    /// A number as most are written: digits, and digits behind a point.
    fn number(&mut self) -> Option<()> {
        self.take(b'-');
        self.run(|byte| byte.is_ascii_digit())?;
        if self.take(b'.') {
            self.run(|byte| byte.is_ascii_digit())?;
        }
        Some(())
    }

    fn name(&mut self) -> Option<&'t str> {
        let span = self.run(|byte| byte == b'_' || byte.is_ascii_alphanumeric())?;
        Some(span.of(self.text))
    }

    /// One byte or more of a kind.
    fn run(&mut self, is_meant: impl Fn(u8) -> bool) -> Option<Span> {
        let rest = &self.text.as_bytes()[self.at..];
        let length = rest.iter().take_while(|byte| is_meant(**byte)).count();
        let span = Span::new(self.at, self.at + length);
        self.at = span.end;
        (length > 0).then_some(span)
    }
}

/// Bytes.
impl Glance<'_, '_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Passes over a byte if it is next.
    fn take(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    fn expect(&mut self, byte: u8) -> Option<()> {
        self.take(byte).then_some(())
    }

    fn spaces(&mut self, count: usize) -> Option<()> {
        let bytes = self.text.as_bytes().get(self.at..self.at + count)?;
        self.at += count;
        bytes.iter().all(|byte| *byte == b' ').then_some(())
    }

    /// Whether this line is that of the closing bracket.
    fn is_end(&self, close: u8) -> bool {
        let at = self.at + self.indent - INDENT;
        self.text.as_bytes().get(at) == Some(&close)
    }

    /// Whether a bracket that ends here fits into its line, a comma behind it.
    fn fits(&self) -> bool {
        // A character takes one byte at least.
        let line = Span::new(self.line_start, self.at);
        line.len() < MAX_WIDTH || columns(line.of(self.text)) < MAX_WIDTH
    }
}

/// What is known of the items of a bracket.
struct Items {
    open: u8,
    count: usize,
    keyed: bool,
    /// Whether a bracket that holds something is all there is, so far.
    wraps: bool,
    rows: Rows,
    /// The place of the last field in these rows.
    place: (usize, usize),
    /// Whether a field has come that has no place in them.
    is_past: bool,
}

impl Items {
    fn of(open: u8) -> Self {
        Self {
            open,
            count: 0,
            keyed: false,
            wraps: false,
            rows: &[],
            place: (0, 0),
            is_past: false,
        }
    }

    /// The row of the next field, if it has one; `None` if it belongs further up.
    fn row_of(&mut self, name: &str) -> Option<Option<usize>> {
        let (first, behind) = self.place;
        for (row, fields) in self.rows.iter().enumerate().skip(first) {
            let skipped = if row == first { behind } else { 0 };
            let mut fields = fields.iter().skip(skipped);
            if let Some(at) = fields.position(|field| *field == name) {
                self.place = (row, skipped + at);
                return (!self.is_past).then_some(Some(row));
            }
        }
        let belongs_above = self.rows.iter().any(|fields| fields.contains(&name));
        self.is_past = true;
        (!belongs_above).then_some(None)
    }
}

/// Fields of one row, which share a line if they fit; any other item by itself.
#[derive(Clone, Copy)]
struct Row {
    row: Option<usize>,
    count: usize,
    /// Whether they share a line.
    joins: bool,
    /// Whether nothing but their width keeps them from doing so.
    may_join: bool,
    /// Whether a comment ends the line of the last.
    is_ended: bool,
    /// The columns of all but the last, a comma and a space behind each.
    width: usize,
    last: Span,
}

impl Row {
    fn of(item: &Item) -> Self {
        Self {
            row: item.row,
            count: 1,
            joins: false,
            may_join: item.shape != Shape::Broken,
            is_ended: false,
            width: 0,
            last: item.span,
        }
    }

    fn takes(&self, item: &Item) -> bool {
        self.row.is_some() && self.row == item.row
    }

    /// `apart` says that something stands above it, be it a blank line.
    fn add(&mut self, text: &str, item: &Item, joins: bool, apart: bool) -> Option<()> {
        if self.count > 1 && self.joins != joins {
            return None;
        }
        self.width += columns(self.last.of(text)) + 2;
        self.may_join &= item.shape != Shape::Broken && !apart && !self.is_ended;
        self.joins = joins;
        self.last = item.span;
        self.count += 1;
        Some(())
    }

    /// On one line, commas included.
    fn width(&self, text: &str) -> usize {
        self.width + columns(self.last.of(text)) + 1
    }
}

impl Shape {
    fn holds_items(self) -> bool {
        matches!(self, Self::Inline | Self::Broken)
    }
}

fn is_name_start(letter: u8) -> bool {
    letter == b'_' || letter.is_ascii_alphabetic()
}
