//! Views that look like real answers.

use stances::view::data::Value;
use stances::view::line::{Label, Line};
use stances::view::table::{Cell, Column, Glyph, Row, Table, Tone};
use stances::view::{Block, View};

/// A party's name and code.
pub type Party = (&'static str, &'static str);

pub const SIX: [Party; 6] = [
    ("Ukraine", "UA"),
    ("Russia", "RU"),
    ("United States", "US"),
    ("Britain, France and Germany", "E3"),
    ("European leaders", "EU"),
    ("France", "FR"),
];

/// A view of one block.
pub fn view_of(table: Table) -> View {
    View {
        title: String::new(),
        blocks: vec![Block::Table(table)],
    }
}

/// How often six parties agree: agreed issues of compared ones.
pub fn agreement() -> Table {
    let counts: [[(u32, u32); 6]; 6] = [
        [(0, 0), (2, 16), (8, 24), (18, 25), (2, 4), (0, 0)],
        [(2, 16), (0, 0), (6, 15), (2, 16), (0, 0), (0, 1)],
        [(8, 24), (6, 15), (0, 0), (14, 28), (1, 2), (0, 0)],
        [(18, 25), (2, 16), (14, 28), (0, 0), (3, 3), (2, 2)],
        [(2, 4), (0, 0), (1, 2), (3, 3), (0, 0), (1, 1)],
        [(0, 0), (0, 1), (0, 0), (2, 2), (1, 1), (0, 0)],
    ];
    matrix(&SIX, |row, column| counts[row][column])
}

/// A matrix of as many made-up parties as asked for.
pub fn crowd(count: usize) -> Table {
    let name = |nth: usize| format!("Delegation {}", NAMES[nth % NAMES.len()]);
    let parties: Vec<(String, String)> = (0..count)
        .map(|nth| match nth / NAMES.len() {
            0 => (name(nth), NAMES[nth][..2].to_uppercase()),
            round => (
                format!("{} {round}", name(nth)),
                format!("{}{round}", NAMES[nth % NAMES.len()][..2].to_uppercase()),
            ),
        })
        .collect();
    let parties: Vec<(&str, &str)> = parties
        .iter()
        .map(|(n, c)| (n.as_str(), c.as_str()))
        .collect();
    matrix(&parties, |row, column| {
        let [low, high] = [row.min(column), row.max(column)];
        let compared = u32::try_from((low * 7 + high * 3) % 24).unwrap();
        (
            u32::try_from(low * high % 25).unwrap().min(compared),
            compared,
        )
    })
}

const NAMES: [&str; 40] = [
    "Aru", "Bel", "Cor", "Dun", "Eld", "Fen", "Gor", "Hal", "Isk", "Jur", "Kel", "Lom", "Mar",
    "Nor", "Oss", "Pel", "Qar", "Ran", "Sol", "Tam", "Ulm", "Var", "Wes", "Xan", "Yar", "Zel",
    "Ash", "Bor", "Cas", "Dor", "Est", "Fal", "Gil", "Hun", "Ing", "Jas", "Kor", "Lir", "Mos",
    "Nav",
];

fn matrix(parties: &[(&str, &str)], count: impl Fn(usize, usize) -> (u32, u32)) -> Table {
    let heads = parties
        .iter()
        .map(|(name, code)| Column::coded(*name, *code));
    let columns = std::iter::once(Column::named("")).chain(heads);
    let mut table = Table::new("agreement", 1, columns.collect());
    table.caption = Line::plain(
        "Issues on which two parties agree, of those on which both have a comparable position.",
    );
    for (row, (name, code)) in parties.iter().enumerate() {
        let name = Cell::name(Line::of(Label::Name, *name), *code);
        let data = (0..parties.len()).map(|column| match row == column {
            true => diagonal(),
            false => fraction(count(row, column)),
        });
        let cells = std::iter::once(name).chain(data);
        table.rows.push(Row::Cells(cells.collect()));
    }
    table.legend = vec![
        Line::of(
            Label::Aside,
            "2/4: they agree on two of four issues. A percentage is given from five issues on.",
        ),
        Line::of(Label::Undefined, "·").and(
            Label::Aside,
            " no issue on which both have a comparable position",
        ),
    ];
    table
}

fn diagonal() -> Cell {
    Cell {
        text: Line::of(Label::Undefined, "—"),
        tone: Tone::Undefined,
        glyph: Some(glyph("—", "the party itself")),
        ..Cell::default()
    }
}

fn fraction((agreed, compared): (u32, u32)) -> Cell {
    if compared == 0 {
        return Cell {
            text: Line::of(Label::Undefined, "·"),
            tone: Tone::Undefined,
            glyph: Some(glyph("·", "nothing to compare")),
            ..Cell::default()
        };
    }
    let share = f64::from(agreed) / f64::from(compared);
    let counted = format!("{agreed}/{compared}");
    let words = match compared {
        0..5 => counted.clone(),
        _ => format!("{counted} {:.0}%", share * 100.0),
    };
    Cell {
        value: Value::Real(share),
        text: Line::of(Label::Number, words),
        short: Some(counted),
        glyph: Some(match share {
            0.66.. => glyph("+", "agree on two thirds or more"),
            0.33.. => glyph("~", "agree on a third or more"),
            _ => glyph("-", "agree on less than a third"),
        }),
        tone: Tone::Degree(share * 2.0 - 1.0),
        note: None,
    }
}

fn glyph(sign: &str, meaning: &str) -> Glyph {
    Glyph {
        sign: sign.to_owned(),
        meaning: meaning.to_owned(),
    }
}

/// What four parties want on some issues of three areas.
pub fn positions() -> Table {
    let parties = &SIX[..4];
    let heads = parties
        .iter()
        .map(|(name, code)| Column::coded(*name, *code));
    let columns = std::iter::once(Column::named("Issue")).chain(heads);
    let mut table = Table::new("positions", 1, columns.collect());
    table.caption = Line::plain("Positions by issue, as of 2025-12-24.");
    for (area, issues) in POSITIONS {
        table.rows.push(Row::Section(area.to_owned()));
        for (issue, stances) in issues {
            let name = Cell::text(Line::of(Label::Name, *issue));
            let cells = std::iter::once(name).chain(stances.iter().map(|text| stance(text)));
            table.rows.push(Row::Cells(cells.collect()));
        }
    }
    table.legend = vec![
        Line::plain(
            "! red line; c read from conduct; a attributed by somebody else; ? under revision since 2025-11-23",
        ),
        Line::of(Label::Undefined, "·").and(Label::Aside, " no position on record"),
    ];
    table
}

type Issue = (&'static str, [&'static str; 4]);

const POSITIONS: [(&str, &[Issue]); 3] = [
    (
        "Sovereignty",
        &[
            (
                "sovereignty-reaffirmed",
                ["+ support !", "·", "+ support", "+ support"],
            ),
            (
                "nato-accession",
                ["allied-consensus", "barred !", "barred", "allied-consensus"],
            ),
            (
                "language-minority-rules",
                [
                    "eu-standards",
                    "russian-official-language !",
                    "eu-standards",
                    "eu-standards c",
                ],
            ),
        ],
    ),
    (
        "Security guarantees",
        &[
            (
                "guarantee-strength",
                ["robust !", "·", "limited to robust", "robust"],
            ),
            (
                "foreign-forces",
                [
                    "unrestricted",
                    "none !",
                    "non-nato-only",
                    "no-permanent-nato-basing",
                ],
            ),
            ("us-guarantee-fee", ["·", "·", "+ support", "- oppose"]),
        ],
    ),
    (
        "Energy",
        &[(
            "zaporizhzhia-plant",
            [
                "ukraine-us-joint",
                "·",
                "iaea-split-ukraine-russia",
                "iaea-split-ukraine-russia",
            ],
        )],
    ),
];

fn stance(text: &str) -> Cell {
    let mut cell = Cell::text(Line::plain(text));
    cell.short = text
        .get(..1)
        .filter(|sign| ["+", "-"].contains(sign))
        .map(str::to_owned);
    cell.tone = match text.get(..1) {
        Some("+") => Tone::Degree(1.0),
        Some("-") => Tone::Degree(-1.0),
        _ => Tone::None,
    };
    if text == "·" {
        cell.tone = Tone::Undefined;
        cell.value = Value::Empty;
    }
    cell
}

/// A matrix of parties whose names are not written in Latin letters alone.
pub fn scripts() -> Table {
    const PARTIES: [Party; 6] = [
        ("中华人民共和国", "中"),
        ("Україна", "UA"),
        ("المملكة العربية السعودية", "KSA"),
        ("Côte d\u{2019}Ivoire (Co\u{302}te)", "CI"),
        ("🇺🇳 United Nations 👩‍⚖️", "UN"),
        ("대한민국", "KR"),
    ];
    matrix(&PARTIES, |row, column| {
        let issues = u32::try_from(row + column).unwrap();
        (issues / 2, issues)
    })
}

/// A matrix of parties whose names try to do something.
pub fn hostile() -> Table {
    const PARTIES: [Party; 5] = [
        ("Red \x1b[31mparty\x1b[0m", "\x1b[2J"),
        ("Two\nlines\tand a tab", "TL"),
        ("Turned \u{202e}ytrap", "TP"),
        ("Hid\u{200b}den", "H"),
        ("\u{301}Leading mark", "LM"),
    ];
    matrix(&PARTIES, |_, _| (1, 2))
}

/// Title, headings, paragraphs, a list and a table.
pub fn answer() -> View {
    let clash = Line::of(Label::RedLine, "red line")
        .and(Label::Plain, " against ")
        .and(Label::RedLine, "red line")
        .and(Label::Plain, " on ")
        .and(Label::Name, "nato-accession")
        .and(Label::Plain, ": Ukraine allied-consensus, Russia barred ")
        .and(Label::Aside, "(uamemo I.3, rumemo II.1)");
    let linked = Line::of(Label::Linked, "linked agreement")
        .and(Label::Plain, " of France and Ukraine on ")
        .and(Label::Name, "sovereignty-preserved");
    let parties = &SIX[..3];
    let counts = [
        [(0, 0), (2, 16), (8, 24)],
        [(2, 16), (0, 0), (0, 0)],
        [(8, 24), (0, 0), (0, 0)],
    ];
    View {
        title: "Ukraine peace texts".to_owned(),
        blocks: vec![
            Block::Text(Line::of(
                Label::Aside,
                "As of 2025-12-24, on all bases, 4 parties, 30 issues.",
            )),
            Block::Heading("Agreement".to_owned()),
            Block::Table(matrix(parties, |row, column| counts[row][column])),
            Block::Heading("What stands out".to_owned()),
            Block::List(vec![clash, linked]),
        ],
    }
}

/// A matrix of parties with codes that stand for two of them, or save nothing.
pub fn clashing() -> Table {
    const PARTIES: [Party; 5] = [
        ("Democratic Republic of the Congo", "CG"),
        ("Republic of the Congo", "CG"),
        ("Peru", "PERU"),
        ("Group of Seven", "G7"),
        ("G7", "GS"),
    ];
    matrix(&PARTIES, |row, column| {
        (1, u32::try_from(row + column).unwrap())
    })
}

/// A table of long texts without codes.
pub fn prose() -> Table {
    let columns = ["Issue", "Russia", "Ukraine", "Verdict"].map(Column::named);
    let mut table = Table::new("why", 1, columns.to_vec());
    let rows = [
        [
            "Which standard should govern language and minority rights in Ukraine.",
            "Russian becomes an official language.",
            "Only Ukrainian law decides.",
            "conflict",
        ],
        [
            "Ukraine should adopt neutral status.",
            "+ support",
            "- oppose",
            "conflict",
        ],
    ];
    for row in rows {
        table.rows.push(Row::Cells(row.map(Cell::text).to_vec()));
    }
    table
}
