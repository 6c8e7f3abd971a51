//! A new record in a list of a file: in canonical order, in the style of its
//! neighbours.

use super::record::{Field, Record};
use crate::syntax::amend::{Amendment, Refused};
use crate::syntax::kind::Kind;
use crate::syntax::layout::{FieldOrder, MAX_WIDTH, layout};
use crate::syntax::quote::quote;
use crate::syntax::route::Route;
use crate::syntax::style;
use crate::syntax::token::TokenKind;
use crate::syntax::tree::Tree;
use crate::syntax::value::Value;

/// A level of indentation in the canonical layout.
const LEVEL: usize = 4;

/// How deep a record of a list stands there.
const DEPTH: usize = 2;

/// A list of records at the top of a file.
#[derive(Clone, Copy)]
#[allow(missing_debug_implementations)]
pub struct List<'a> {
    /// The field that holds it.
    pub field: &'static str,
    /// The order of fields in the file.
    pub order: &'a FieldOrder,
    /// How a record looks that has no neighbour.
    pub alone: Shape,
}

/// How a record stands in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    OnOneLine,
    OnLines,
}

/// The text of the file with a record more, which has this index then. A list
/// that is not there yet is made.
///
/// # Errors
///
/// When the text has mistakes, or the list is none.
pub fn insert(tree: &Tree, list: List, index: usize, record: &Record) -> Result<String, Refused> {
    let into = Route::default().field(list.field);
    let held = tree.locate(&into).ok().map(|place| place.value);
    let style = Style::of(tree, list, held, index);
    let item = style.item(list, record);
    match held {
        Some(_) => Amendment::Insert { into, index, item }.apply(tree),
        None => with_list(tree, list, &style, &item),
    }
}

/// The text of the file with these records behind all others of the list.
///
/// # Errors
///
/// As [`insert`].
pub fn append(tree: &Tree, list: List, records: &[Record]) -> Result<String, Refused> {
    let [first, rest @ ..] = records else {
        return Ok(tree.text().to_owned());
    };
    let field = Route::default().field(list.field);
    let count = tree.locate(&field);
    let count = count.map_or(0, |place| place.value.items().len());
    let text = insert(tree, list, count, first)?;
    let after = Tree::parse(&text);
    let Some(held) = after.locate(&field).ok().map(|place| place.value) else {
        return Ok(text);
    };
    let style = Style::of(&after, list, Some(held), count + 1);
    let Some(last) = held.item(count) else {
        return Ok(text);
    };
    let newline = style.newline;
    let rest = rest.iter().map(|record| {
        let item = style::moved_in(&style.item(list, record), &style.indent, newline);
        format!(",{newline}{}{item}", style.indent)
    });
    let (before, behind) = text.split_at(last.span().end);
    Ok(before.to_owned() + &rest.collect::<String>() + behind)
}

/// The text with the list and the record in it.
fn with_list(tree: &Tree, list: List, style: &Style, item: &str) -> Result<String, Refused> {
    let item = style::moved_in(item, &style.unit, "\n");
    let unit = &style.unit;
    Amendment::Insert {
        into: Route::default(),
        index: canonical_index(tree, list),
        item: format!("{}: [\n{unit}{item},\n]", list.field),
    }
    .apply(tree)
}

/// Where in the file a field belongs that is not there.
fn canonical_index(tree: &Tree, list: List) -> usize {
    let rows = (list.order)(&Route::default());
    let order: Vec<&str> = rows.iter().copied().flatten().copied().collect();
    let rank = |name: &str| order.iter().position(|known| *known == name);
    let items = tree.root().into_iter().flat_map(Value::items);
    let names: Vec<Option<&str>> = items.map(|item| item.name()).collect();
    let later = |name: &Option<&str>| name.and_then(rank) > rank(list.field);
    names.iter().position(later).unwrap_or(names.len())
}

/// What a new record copies from its place.
struct Style {
    shape: Shape,
    newline: &'static str,
    unit: String,
    /// What stands before the record on its line.
    indent: String,
}

impl Style {
    fn of(tree: &Tree, list: List, held: Option<Value>, index: usize) -> Self {
        let neighbour = held.and_then(|held| {
            let before = index.checked_sub(1).and_then(|before| held.item(before));
            before.or_else(|| held.item(0))
        });
        let unit = style::unit(tree);
        let indent = match (neighbour, held) {
            (Some(next), _) => style::indent(tree, next.span().start).to_owned(),
            (None, Some(held)) => style::indent(tree, held.span().start).to_owned() + &unit,
            (None, None) => unit.repeat(DEPTH),
        };
        Self {
            shape: neighbour.map_or(list.alone, |next| shape(next.value())),
            newline: style::newline(tree),
            unit,
            indent,
        }
    }

    /// The record as the item of the list, its further lines as if it stood at
    /// the beginning of a line.
    fn item(&self, list: List, record: &Record) -> String {
        let on_line = self.on_one_line(record);
        let fits = self.indent.chars().count() + on_line.chars().count() < MAX_WIDTH;
        match self.shape {
            Shape::OnOneLine if fits => on_line,
            _ => self.on_lines(list, record),
        }
    }

    fn on_one_line(&self, record: &Record) -> String {
        let fields = record.fields.iter().map(|(name, field)| match field {
            Field::Ron(ron) => format!("{name}: {ron}"),
            Field::Text(text) => format!("{name}: {}", quote(text)),
        });
        format!("({})", fields.collect::<Vec<_>>().join(", "))
    }

    fn on_lines(&self, list: List, record: &Record) -> String {
        let fields = record.fields.iter().map(|(name, field)| match field {
            Field::Ron(ron) => format!("{name}: {ron},"),
            Field::Text(text) => format!("{name}: {},", self.text(name, text)),
        });
        let fields: String = fields.collect();
        let file = Tree::parse(&format!("({}: [(\n{fields})])", list.field));
        let Ok(laid_out) = layout(&file, list.order).map(|text| Tree::parse(&text)) else {
            return self.on_one_line(record);
        };
        match laid_out.locate(&Route::default().field(list.field).index(0)) {
            Ok(place) => self.moved_out(place.value.text()),
            Err(_) => self.on_one_line(record),
        }
    }

    /// The text of a record in canonical layout, its lines moved to the left and
    /// indented as the file is.
    fn moved_out(&self, text: &str) -> String {
        let tree = Tree::parse(text);
        let pieces = tree.tokens().iter().map(|token| {
            let piece = token.span.of(text);
            match piece.rsplit_once('\n') {
                Some((_, spaces)) if token.kind == TokenKind::Whitespace => {
                    let level = (spaces.len() / LEVEL).saturating_sub(DEPTH);
                    format!("\n{}", self.unit.repeat(level))
                }
                _ => piece.to_owned(),
            }
        });
        pieces.collect()
    }

    /// A text of a field; one that is too long for its line goes on in the next,
    /// further in.
    fn text(&self, name: &str, text: &str) -> String {
        let outer = self.indent.clone() + &self.unit;
        let start = outer.chars().count() + name.len() + 2;
        let whole = quote(text);
        if start + whole.chars().count() < MAX_WIDTH {
            return whole;
        }
        let inner = outer + &self.unit;
        let lines = lines(text, start + 1, inner.chars().count());
        format!("\"{}\"", lines.join(&format!("\\{}{inner}", self.newline)))
    }
}

/// The words of a text on lines that leave room for what ends a line. `start`
/// and `indent` are where the first line and the others begin.
fn lines(text: &str, start: usize, indent: usize) -> Vec<String> {
    // A backslash, or a quotation mark and a comma.
    let end = MAX_WIDTH - 2;
    let (mut lines, mut line, mut column) = (Vec::new(), String::new(), start);
    for word in text.split_inclusive(' ') {
        let quoted = quote(word);
        let word = &quoted[1..quoted.len() - 1];
        let width = word.trim_end().chars().count();
        // What begins a line is skipped if it is white space.
        let may_begin = !word.starts_with(char::is_whitespace);
        if column + width > end && may_begin && !line.is_empty() {
            lines.push(std::mem::take(&mut line));
            column = indent;
        }
        column += word.chars().count();
        line += word;
    }
    lines.push(line);
    lines
}

fn shape(record: Value) -> Shape {
    let is_group = matches!(record.kind(), Kind::Struct | Kind::Tuple);
    match is_group && record.text().contains('\n') {
        true => Shape::OnLines,
        false => Shape::OnOneLine,
    }
}
