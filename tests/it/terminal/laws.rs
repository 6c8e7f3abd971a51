//! What holds for every view on every paper.

use proptest::prelude::*;
use stances::render::page::{Colour, Page};
use stances::render::plain::shown;
use stances::render::table::draw;
use stances::view::data::Value;
use stances::view::line::{Label, Line};
use stances::view::table::{Cell, Column, Glyph, Row, Table, Tone};
use stances::view::{Block, View};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::cases;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_line_is_wider_than_the_paper(view in views(), width in 0usize..150) {
        assert_fits(&plain(&view, width), width);
    }

    #[test]
    fn nothing_hostile_is_left(view in views(), width in 0usize..150) {
        let text = plain(&view, width);
        prop_assert!(!text.chars().any(is_hostile), "{text:?}");
    }

    #[test]
    fn colour_changes_no_text(view in views(), width in 0usize..150) {
        prop_assert_eq!(without_escapes(&coloured(&view, width)), plain(&view, width));
    }

    #[test]
    fn drawing_twice_gives_the_same(view in views(), width in 0usize..150) {
        prop_assert_eq!(coloured(&view, width), coloured(&view, width));
    }

    #[test]
    fn neutralising_twice_changes_nothing_more(text in hostile_text()) {
        let once = shown(&text).into_owned();
        prop_assert_eq!(shown(&once), once.as_str());
    }

    #[test]
    fn every_party_is_named(table in matrices(), width in 40usize..200) {
        let text = plain(&cases::view_of(table.clone()), width);
        for column in table.columns.iter().skip(1) {
            prop_assert!(text.contains(&column.name), "{} is missing:\n{text}", column.name);
        }
    }

    #[test]
    fn every_cell_is_written(table in matrices(), width in 20usize..200) {
        let text = plain(&cases::view_of(table.clone()), width);
        for cell in cells(&table) {
            prop_assert!(is_written(cell, &text), "{cell:?} is missing:\n{text}");
        }
    }
}

fn plain(view: &View, width: usize) -> String {
    let colour = Colour::Off;
    draw(view, &Page { width, colour })
}

fn coloured(view: &View, width: usize) -> String {
    let colour = Colour::On;
    draw(view, &Page { width, colour })
}

pub fn assert_fits(text: &str, width: usize) {
    for line in text.lines() {
        let taken: usize = line.graphemes(true).map(UnicodeWidthStr::width).sum();
        assert!(taken <= width.max(20), "{taken} columns on {width}: {line}");
        assert_eq!(line.trim_end(), line, "blanks at the end of a line");
    }
}

fn is_hostile(letter: char) -> bool {
    (letter.is_control() && letter != '\n')
        || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}' | '\u{feff}')
}

/// The text without `ESC [ … m`.
fn without_escapes(text: &str) -> String {
    let mut parts = text.split('\x1b');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        text + part.split_once('m').map_or(part, |(_, rest)| rest)
    })
}

fn cells(table: &Table) -> impl Iterator<Item = &Cell> {
    table.rows.iter().flat_map(|row| match row {
        Row::Cells(cells) => cells.as_slice(),
        Row::Section(_) => &[],
    })
}

/// As text, as short text, or as a glyph that is explained.
fn is_written(cell: &Cell, text: &str) -> bool {
    let explained = |glyph: &Glyph| text.contains(&format!("{} = ", glyph.sign));
    text.contains(&cell.text.to_string())
        || cell
            .short
            .as_ref()
            .is_some_and(|short| text.contains(short))
        || cell.glyph.as_ref().is_some_and(explained)
}

/// Matrices of parties whose names are single words and whose codes may clash;
/// no two cells have the same text.
fn matrices() -> impl Strategy<Value = Table> {
    let parties = prop::collection::vec(("[A-Z][a-z]{2,9}", "[A-Z]{1,3}"), 1..30);
    (parties, any::<[bool; 3]>()).prop_map(|(parties, [codes, shorts, glyphs])| {
        let head = |(name, code): &(String, String)| Column {
            name: name.clone(),
            code: codes.then(|| code.clone()),
        };
        let heads = std::iter::once(Column::named("")).chain(parties.iter().map(head));
        let mut table = Table::new("generated", 1, heads.collect());
        for (row, (name, code)) in parties.iter().enumerate() {
            let mut cells = vec![Cell {
                short: codes.then(|| code.clone()),
                ..Cell::text(Line::of(Label::Name, name))
            }];
            cells.extend((0..parties.len()).map(|column| Cell {
                short: shorts.then(|| format!("{row}_{column}")),
                glyph: glyphs.then(|| sign("±")),
                ..number(&format!("{row}_{column}of{row}"))
            }));
            table.rows.push(Row::Cells(cells));
        }
        table
    })
}

fn number(text: &str) -> Cell {
    Cell {
        value: Value::Integer(1),
        text: Line::of(Label::Number, text),
        ..Cell::default()
    }
}

fn sign(sign: &str) -> Glyph {
    Glyph {
        sign: sign.to_owned(),
        meaning: "somehow".to_owned(),
    }
}

/// Views of anything, as far as views may hold anything.
fn views() -> impl Strategy<Value = View> {
    (hostile_text(), prop::collection::vec(blocks(), 0..4))
        .prop_map(|(title, blocks)| View { title, blocks })
}

fn blocks() -> impl Strategy<Value = Block> {
    prop_oneof![
        hostile_text().prop_map(Block::Heading),
        lines().prop_map(Block::Text),
        prop::collection::vec(lines(), 0..4).prop_map(Block::List),
        tables().prop_map(Block::Table),
        tables().prop_map(Block::Table),
    ]
}

fn tables() -> impl Strategy<Value = Table> {
    (0usize..12, 0usize..4).prop_flat_map(|(width, stubs)| {
        let columns = prop::collection::vec(columns(), width);
        let rows = prop::collection::vec(rows(width), 0..6);
        let legend = prop::collection::vec(lines(), 0..3);
        (columns, rows, lines(), legend).prop_map(move |(columns, rows, caption, legend)| Table {
            caption,
            rows,
            legend,
            ..Table::new("generated", stubs, columns)
        })
    })
}

fn columns() -> impl Strategy<Value = Column> {
    (hostile_text(), prop::option::of(codes())).prop_map(|(name, code)| Column { name, code })
}

fn rows(width: usize) -> impl Strategy<Value = Row> {
    prop_oneof![
        1 => hostile_text().prop_map(Row::Section),
        4 => prop::collection::vec(any_cell(), width).prop_map(Row::Cells),
    ]
}

fn any_cell() -> impl Strategy<Value = Cell> {
    let value = prop_oneof![
        Just(Value::Empty),
        any::<i64>().prop_map(Value::Integer),
        hostile_text().prop_map(Value::Text),
    ];
    let tone = prop_oneof![
        Just(Tone::None),
        Just(Tone::Undefined),
        (-1.5..1.5).prop_map(Tone::Degree),
    ];
    let glyph = (codes(), hostile_text()).prop_map(|(sign, meaning)| Glyph { sign, meaning });
    let short = prop::option::of(codes());
    (value, lines(), short, prop::option::of(glyph), tone).prop_map(
        |(value, text, short, glyph, tone)| Cell {
            value,
            text,
            short,
            glyph,
            tone,
            note: None,
        },
    )
}

fn lines() -> impl Strategy<Value = Line> {
    let label = prop::sample::select(vec![
        Label::Plain,
        Label::Name,
        Label::Number,
        Label::Aside,
        Label::Agree,
        Label::RedLine,
        Label::Undefined,
    ]);
    let pieces = prop::collection::vec((label, hostile_text()), 0..4);
    pieces.prop_map(|pieces| {
        let empty = Line::new();
        pieces
            .into_iter()
            .fold(empty, |line, (label, text)| line.and(label, text))
    })
}

fn codes() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[A-Z+±·~-]{1,3}",
        1 => hostile_text(),
    ]
}

/// Words of all scripts, with what attackers and copy-and-paste put between them.
fn hostile_text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        6 => "[a-z]{1,12}",
        3 => Just(" ".to_owned()),
        1 => Just("-".to_owned()),
        2 => prop::sample::select(PARTS.to_vec()).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => any::<String>(),
    ];
    prop::collection::vec(part, 0..8).prop_map(|parts| parts.concat())
}

const PARTS: [&str; 22] = [
    "\x1b[31m",
    "\x1b]8;;http://example.org\x07",
    "\u{9b}2J",
    "\r",
    "\n",
    "\t",
    "\0",
    "\u{202e}",
    "\u{2066}",
    "\u{200b}",
    "\u{200d}",
    "\u{feff}",
    "\u{e0041}",
    "\u{301}",
    "\u{fe0f}",
    "👨‍👩‍👧‍👦",
    "🇺🇦",
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "السلام",
    "中华人民共和国",
    "क्षत्रिय",
    "﷽",
];
