//! What every format promises: hostile text stays text, nothing is lost on the way,
//! and the same view gives the same bytes.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use proptest::prelude::*;
use stances::render::csv::{self, Separator};
use stances::render::{html, markdown, visible::visible, xlsx};
use stances::view::data::{Data as Records, Value};
use stances::view::line::{Label, Line};
use stances::view::table::{Cell, Column, Note, Row, Table, Tone};
use stances::view::{Block, View};

// ---- Views to draw ----

fn matrix() -> View {
    let columns = ["", "Russia", "Ukraine"].map(Column::named);
    let mut table = Table::new("Agreement", 1, columns.to_vec());
    table.caption = Line::plain("Agreement: the share of joint issues on which both say the same.");
    table.rows = vec![
        Row::Cells(vec![Cell::name("Russia", "RU"), diagonal(), share(2, 4)]),
        Row::Cells(vec![Cell::name("Ukraine", "UA"), share(2, 4), diagonal()]),
        Row::Cells(vec![Cell::name("E3", "E3"), share(3, 3), undefined()]),
    ];
    table.legend = vec![Line::of(Label::Aside, "2/4: agreements among joint issues")];
    View {
        title: "Who agrees with whom".to_owned(),
        blocks: vec![
            Block::Text(Line::plain("As of 2025-12-24, every basis.")),
            Block::Table(table),
        ],
    }
}

fn share(agree: i32, joint: i32) -> Cell {
    let share = f64::from(agree) / f64::from(joint);
    Cell {
        value: Value::Real(share),
        text: Line::of(Label::Number, format!("{agree}/{joint}")),
        tone: Tone::Degree(share),
        ..Cell::default()
    }
}

fn undefined() -> Cell {
    Cell {
        text: Line::of(Label::Undefined, "n = 0"),
        tone: Tone::Undefined,
        ..Cell::default()
    }
}

fn diagonal() -> Cell {
    Cell {
        text: Line::of(Label::Undefined, "·"),
        ..Cell::default()
    }
}

fn pairs() -> Records {
    let pair = |a: &str, b: &str, n: usize, agreement: Option<f64>| {
        vec![a.into(), b.into(), n.into(), agreement.into()]
    };
    Records {
        heads: ["a", "b", "n", "agreement"].map(str::to_owned).into(),
        records: vec![
            pair("russia", "ukraine", 4, Some(0.5)),
            pair("e3", "russia", 3, Some(1.0)),
            pair("e3", "ukraine", 0, None),
        ],
    }
}

/// A single record with this text in it.
fn told(text: &str) -> Records {
    Records {
        heads: vec![text.to_owned()],
        records: vec![vec![text.into()]],
    }
}

fn positions() -> View {
    let columns = ["Issue", "Україна", "Russia"].map(Column::named);
    let mut table = Table::new("Positions", 1, columns.to_vec());
    table.rows = vec![
        Row::Section("Sovereignty".to_owned()),
        Row::Cells(vec![
            Cell::text("A settlement must preserve sovereignty."),
            stance(
                1.0,
                Line::plain("+ support, ").and(Label::RedLine, "red line"),
            ),
            undefined(),
        ]),
        Row::Section("Security | guarantees".to_owned()),
        Row::Cells(vec![
            Cell::text("Foreign troops in the country.\nAny flag."),
            stance(1.0, Line::plain("+ support")),
            stance(-1.0, Line::plain("- oppose")),
        ]),
    ];
    View {
        title: "Positions".to_owned(),
        blocks: vec![
            Block::Heading("Who wants what".to_owned()),
            Block::List(vec![
                Line::of(Label::Caution, "1 stance").and(Label::Plain, " left out"),
            ]),
            Block::Table(table),
        ],
    }
}

fn stance(degree: f64, text: Line) -> Cell {
    Cell {
        tone: Tone::Degree(degree),
        note: Some(Note(vec![
            Line::plain("“Not negotiable.”"),
            Line::of(Label::Aside, "article, P3.s1"),
        ])),
        ..Cell::text(text)
    }
}

/// A view that has the same text wherever a view has text.
fn everywhere(text: &str) -> View {
    let cell = Cell {
        note: Some(Note(vec![Line::plain(text)])),
        ..Cell::text(text)
    };
    let table = Table {
        name: text.to_owned(),
        caption: Line::plain(text),
        stubs: 1,
        columns: vec![Column::named(text), Column::named(text)],
        rows: vec![
            Row::Section(text.to_owned()),
            Row::Cells(vec![cell.clone(), cell]),
        ],
        legend: vec![Line::plain(text)],
    };
    View {
        title: text.to_owned(),
        blocks: vec![
            Block::Heading(text.to_owned()),
            Block::Text(Line::plain(text)),
            Block::List(vec![Line::of(Label::RedLine, text)]),
            Block::Table(table),
        ],
    }
}

const HOSTILE: [&str; 24] = [
    "\x1b[31mred\x1b]0;title\x07",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "</td></tr></table><h1>out",
    "\" onmouseover=\"alert(1)' style='x",
    "a | b || c \\| d \\",
    "[text](https://example.org) ![image](https://example.org/x.png) <https://example.org>",
    "https://example.org/a?b=c and www.example.org, WWW.example.org and someone@example.org",
    "[ref]: https://example.org [^1] [x] :smile: &amp; &#60;",
    "*a* **b** _c_ __d__ ~e~ ~~f~~ `g` ``h`` $x$ $$y$$ \\*z\\*",
    "- item",
    "+ item\n+ item",
    "12. item",
    "3) item",
    "# heading",
    "===\n---\n***",
    "> quote\n\n    code\n```\nfence\n```",
    "=cmd|' /C calc'!A0",
    "+1+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd",
    "\t=1+1",
    "\r\nsecond line\rthird\u{2028}fourth",
    "abc\u{202e}fed\u{2066}x",
    "nul\0nul \u{7f} \u{9b}31m \u{fffe} _x0041_",
    "  leading and trailing  ",
];

fn texts() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        prop::sample::select(HOSTILE.to_vec()).prop_map(str::to_owned),
        "[-+=@#*_`~|<>&$!\\[\\]()\\\\.:/w0-9a-c \n\t']{0,12}",
        "\\PC{0,8}",
        any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(pieces, 0..4).prop_map(|pieces| pieces.concat())
}

fn values() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Empty),
        texts().prop_map(Value::Text),
        any::<i64>().prop_map(Value::Integer),
        (prop::num::f64::NORMAL | prop::num::f64::ZERO).prop_map(Value::Real),
    ]
}

fn data() -> impl Strategy<Value = Records> {
    (1..5_usize).prop_flat_map(|width| {
        let names = prop::collection::vec(texts(), width);
        let rows = prop::collection::vec(prop::collection::vec(values(), width), 0..5);
        (names, rows).prop_map(|(heads, records)| Records { heads, records })
    })
}

fn record(values: Vec<Value>) -> Row {
    let cells = values.into_iter().map(|value| Cell {
        value,
        ..Cell::default()
    });
    Row::Cells(cells.collect())
}

// ---- CSV and TSV ----

#[test]
fn csv_has_the_data_and_nothing_else() {
    insta::assert_snapshot!(csv::draw(&pairs(), Separator::Comma), @r#"
    a,b,n,agreement
    russia,ukraine,4,0.5
    e3,russia,3,1.0
    e3,ukraine,0,
    "#);
    let hostile = Records {
        heads: vec!["Україна".to_owned(), "Russia".to_owned()],
        records: vec![
            vec!["+ support, red line".into(), Value::Empty],
            vec!["Foreign troops.\nAny flag.".into(), "- oppose".into()],
        ],
    };
    insta::assert_snapshot!(csv::draw(&hostile, Separator::Tab), @r"
    Україна	Russia
    '+ support, red line	
    Foreign troops.\nAny flag.	'- oppose
    ");
}

#[test]
fn a_formula_is_guarded_and_a_number_is_not() {
    let guarded = |text: &str| fields(&told(text), Separator::Comma)[1][0].clone();
    for formula in [
        "=1+1",
        "+ support",
        "-a",
        "@x",
        " =x",
        "\u{200b}=x",
        "＝x",
        "\tx",
        "'=x",
    ] {
        assert_eq!(guarded(formula), format!("'{formula}"));
    }
    for harmless in ["-5", "+0.5", "a-b", "'tis", "1+1", "", "−1", "– none"] {
        assert_eq!(guarded(harmless), harmless);
    }
}

#[test]
fn data_without_heads_are_an_empty_file() {
    assert_eq!(csv::draw(&Records::default(), Separator::Comma), "");
}

proptest! {
    #[test]
    fn csv_read_back_equals_the_table(data in data()) {
        prop_assert_eq!(read_back(&data, Separator::Comma, unguarded), expected(&data));
    }

    #[test]
    fn tsv_read_back_equals_the_table(data in data()) {
        let back = read_back(&data, Separator::Tab, |field| unguarded(&unescaped(field)));
        prop_assert_eq!(back, expected(&data));
        let lines = csv::draw(&data, Separator::Tab);
        prop_assert_eq!(lines.lines().count(), 1 + data.records.len());
        prop_assert!(lines.lines().all(|line| line.matches('\t').count() + 1 == data.heads.len()));
    }
}

fn fields(data: &Records, separator: Separator) -> Vec<Vec<String>> {
    let text = csv::draw(data, separator);
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .delimiter(match separator {
            Separator::Comma => b',',
            Separator::Tab => b'\t',
        })
        .from_reader(text.as_bytes());
    let records = reader.records().map(|record| record.expect("a record"));
    records
        .map(|record| record.iter().map(str::to_owned).collect())
        .collect()
}

fn read_back(data: &Records, separator: Separator, undo: fn(&str) -> String) -> Vec<Vec<String>> {
    let rows = fields(data, separator);
    rows.iter()
        .map(|row| row.iter().map(|field| undo(field)).collect())
        .collect()
}

/// What the page of the format says: the exact text is the field without its apostrophe.
fn unguarded(field: &str) -> String {
    let inner = field.trim_start_matches(|c: char| {
        c == '\''
            || c.is_whitespace()
            || "\u{200b}\u{200c}\u{200d}\u{200e}\u{200f}\u{2060}\u{feff}".contains(c)
    });
    let sign = inner.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    let broken = field
        .trim_start_matches('\'')
        .starts_with(['\t', '\r', '\n']);
    match field.strip_prefix('\'') {
        Some(rest) if sign || broken => rest.to_owned(),
        _ => field.to_owned(),
    }
}

fn unescaped(field: &str) -> String {
    let mut text = String::new();
    let mut chars = field.chars();
    while let Some(c) = chars.next() {
        text.push(match c {
            '\\' => match chars.next() {
                Some('t') => '\t',
                Some('n') => '\n',
                Some('r') => '\r',
                other => other.expect("a character behind a backslash"),
            },
            c => c,
        });
    }
    text
}

fn expected(data: &Records) -> Vec<Vec<String>> {
    let heads = data.heads.iter().map(|head| visible(head).into_owned());
    let records = data.records.iter();
    let records = records.map(|record| record.iter().map(written).collect());
    std::iter::once(heads.collect()).chain(records).collect()
}

fn written(value: &Value) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Text(text) => visible(text).into_owned(),
        Value::Integer(number) => number.to_string(),
        Value::Real(number) => format!("{:?}", number + 0.0),
    }
}

// ---- Markdown ----

#[test]
fn a_matrix_in_markdown() {
    insta::assert_snapshot!(markdown::draw(&matrix()), @r#"
    # Who agrees with whom

    As of 2025-12-24, every basis.

    Agreement: the share of joint issues on which both say the same.

    |         | Russia | Ukraine |
    | ------- | -----: | ------: |
    | Russia  |      · |     2/4 |
    | Ukraine |    2/4 |       · |
    | E3      |    3/3 |   n = 0 |

    - 2/4: agreements among joint issues
    "#);
}

#[test]
fn positions_in_markdown() {
    insta::assert_snapshot!(markdown::draw(&positions()), @r#"
    # Positions

    ## Who wants what

    - **1 stance** left out

    | Issue                                       | Україна                 | Russia   |
    | ------------------------------------------- | ----------------------- | -------- |
    | **Sovereignty**                             |                         |          |
    | A settlement must preserve sovereignty.     | + support, **red line** | n = 0    |
    | **Security \| guarantees**                  |                         |          |
    | Foreign troops in the country.<br>Any flag. | + support               | - oppose |
    "#);
}

proptest! {
    #[test]
    fn markdown_shows_text_as_it_was_written(text in texts()) {
        let view = everywhere(&text);
        let shown = rendered(&markdown::draw(&view));
        let tags = tags(&shown);
        prop_assert!(tags.iter().all(|tag| OWN_TAGS.contains(&tag.as_str())), "{tags:?}\n{shown}");
        for tag in ["h1", "h2", "p", "li", "th", "td"] {
            for part in contents(&shown, tag) {
                prop_assert!(part.is_empty() || blanks(&part) == blanks(&visible(&text)), "{part:?} {text:?}");
            }
        }
        prop_assert_eq!(contents(&shown, "td").len(), 4, "{}", shown);
    }
}

proptest! {
    #[test]
    fn every_line_of_a_markdown_table_has_the_same_columns(text in texts()) {
        let page = markdown::draw(&everywhere(&text));
        let lines: Vec<&str> = page.lines().filter(|line| line.starts_with("| ")).collect();
        prop_assert_eq!(lines.len(), 4);
        prop_assert!(lines.iter().all(|line| borders(line) == 3), "{}", page);
    }
}

/// How many bars of a line stand for themselves: those without a backslash of their own.
fn borders(line: &str) -> usize {
    let mut escaped = false;
    let mut borders = 0;
    for c in line.chars() {
        borders += usize::from(c == '|' && !escaped);
        escaped = c == '\\' && !escaped;
    }
    borders
}

const OWN_TAGS: [&str; 15] = [
    "h1", "h2", "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "strong", "br", "hr",
    "ol",
];

/// GitHub's own dialect, with everything on that could make something of a text.
fn rendered(page: &str) -> String {
    let mut options = comrak::Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.autolink = true;
    options.extension.tasklist = true;
    options.extension.footnotes = true;
    options.extension.math_dollars = true;
    options.extension.math_code = true;
    options.extension.alerts = true;
    options.render.r#unsafe = true;
    comrak::markdown_to_html(page, &options)
}

/// The names of the elements in a page, by a reader that knows no more than `<name` and `>`.
fn tags(page: &str) -> Vec<String> {
    let starts = page
        .split('<')
        .skip(1)
        .filter(|rest| !rest.starts_with('/'));
    let names = starts.map(|rest| {
        rest.chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect::<String>()
    });
    names.collect()
}

fn contents(page: &str, tag: &str) -> Vec<String> {
    let open = format!("<{tag}>");
    let close = format!("</{tag}>");
    let starts = page.split(open.as_str()).skip(1);
    let inner = starts.map(|rest| rest.split(close.as_str()).next().unwrap_or_default());
    inner.map(text_of).collect()
}

fn text_of(inner: &str) -> String {
    let inner = inner.replace("<br />", "\n").replace("<br>", "\n");
    let inner = inner.replace("<strong>", "").replace("</strong>", "");
    let inner = inner
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"");
    inner.replace("&#39;", "'").replace("&amp;", "&")
}

/// Text with every run of blanks as one, which pages do not tell apart, and without the
/// joiners that keep an address from becoming a link.
fn blanks(text: &str) -> String {
    let text = text.replace('\u{2060}', "");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

// ---- HTML ----

#[test]
fn a_matrix_in_html() {
    insta::assert_snapshot!(tables(&html::draw(&matrix())), @r#"
    <table border="1" cellspacing="0" cellpadding="4">
    <caption>Agreement: the share of joint issues on which both say the same.</caption>
    <thead>
    <tr><td></td><th scope="col">Russia</th><th scope="col">Ukraine</th></tr>
    </thead>
    <tbody>
    <tr><th scope="row">Russia</th><td>·</td><td>2/4</td></tr>
    <tr><th scope="row">Ukraine</th><td>2/4</td><td>·</td></tr>
    <tr><th scope="row">E3</th><td>3/3</td><td>n = 0</td></tr>
    </tbody>
    </table>
    </div>
    <ul class="legend">
    <li><span class="aside">2/4: agreements among joint issues</span></li>
    </ul>
    </main>
    </body>
    </html>
    "#);
}

#[test]
fn positions_in_html() {
    insta::assert_snapshot!(tables(&html::draw(&positions())), @r##"
    <table border="1" cellspacing="0" cellpadding="4">
    <thead>
    <tr><th scope="col">Issue</th><th scope="col">Україна</th><th scope="col">Russia</th></tr>
    </thead>
    <tbody>
    <tr><th scope="rowgroup" colspan="3">Sovereignty</th></tr>
    <tr><th scope="row">A settlement must preserve sovereignty.</th><td title="“Not negotiable.”&#10;article, P3.s1">+ support, <strong>red line</strong><sup><a href="#note-1">1</a></sup></td><td>n = 0</td></tr>
    </tbody>
    <tbody>
    <tr><th scope="rowgroup" colspan="3">Security | guarantees</th></tr>
    <tr><th scope="row">Foreign troops in the country.<br>Any flag.</th><td title="“Not negotiable.”&#10;article, P3.s1">+ support<sup><a href="#note-1">1</a></sup></td><td title="“Not negotiable.”&#10;article, P3.s1">- oppose<sup><a href="#note-1">1</a></sup></td></tr>
    </tbody>
    </table>
    </div>
    <h2>Notes</h2>
    <ol class="notes">
    <li id="note-1">“Not negotiable.”<br><span class="aside">article, P3.s1</span></li>
    </ol>
    </main>
    </body>
    </html>
    "##);
}

#[test]
fn a_shade_stands_on_its_cell() {
    let page = html::draw(&positions());
    let style = |words: &str| {
        let cell = page.split("<td").find(|cell| cell.contains(words));
        let style = cell.and_then(|cell| cell.split('"').nth(1));
        style.expect("a style").to_owned()
    };
    insta::assert_snapshot!(style("+ support"), @r#"
    border:1px solid #b8b8b8;padding:3px 8px;vertical-align:top;text-align:left;background-color:#a69fc9;color:#000000
    "#);
    insta::assert_snapshot!(style("- oppose"), @r#"
    border:1px solid #b8b8b8;padding:3px 8px;vertical-align:top;text-align:left;background-color:#f4ac53;color:#000000
    "#);
    insta::assert_snapshot!(style("n = 0"), @r#"
    border:1px solid #b8b8b8;padding:3px 8px;vertical-align:top;text-align:left;background-color:#e4e4e4;color:#555555
    "#);
}

#[test]
fn a_page_loads_nothing() {
    let page = html::draw(&everywhere("text"));
    for loading in [
        "<script", "<link", "<img", "src=", "url(", "@import", "http:", "https:",
    ] {
        assert!(!page.contains(loading), "{loading}");
    }
    assert!(page.contains("default-src 'none'"));
}

proptest! {
    #[test]
    fn html_shows_text_as_it_was_written(text in texts().prop_filter("some text", |text| !text.is_empty())) {
        let page = html::draw(&everywhere(&text));
        let elements = elements(&page);
        let shape: Vec<_> = elements.iter().filter(|element| element.as_str() != "br").collect();
        let plain = self::elements(&html::draw(&everywhere("x")));
        prop_assert_eq!(shape, plain.iter().collect::<Vec<_>>());
        let written = visible(&text).replace("\r\n", "\n").replace('\r', "\n");
        for part in ["h1", "p", "caption"].iter().flat_map(|tag| contents(&page, tag)) {
            prop_assert_eq!(&part, &written);
        }
    }
}

/// The part of a page from its first table on, without the styles.
fn tables(page: &str) -> String {
    let start = page.find("<table").expect("a table");
    let mut parts = page[start..].split(" style=\"");
    let first = parts.next().unwrap_or_default().to_owned();
    let rest = parts
        .filter_map(|part| part.split_once('"'))
        .map(|(_, rest)| rest);
    rest.fold(first, |shown, part| shown + part)
}

/// Every start tag with the names of its attributes, by a small reader of its own.
fn elements(page: &str) -> Vec<String> {
    let starts = page
        .split('<')
        .skip(1)
        .filter(|rest| !rest.starts_with(['/', '!']));
    starts.map(element).collect()
}

/// A start tag without the values of its attributes: what stands outside quotes.
fn element(rest: &str) -> String {
    let mut outside = String::new();
    let mut quoted = false;
    for c in rest.chars() {
        match c {
            '"' => quoted = !quoted,
            '>' if !quoted => break,
            c if !quoted => outside.push(c),
            _ => {}
        }
    }
    outside
}

// ---- Workbooks ----

#[test]
fn a_matrix_in_a_workbook() {
    let bytes = xlsx::draw(&matrix()).expect("a workbook");
    insta::assert_snapshot!(sheets(&bytes), @r#"
    [About]
    String("Who agrees with whom")
    String("As of 2025-12-24, every basis.")
    String("→ sheet “Agreement”")

    [Agreement]
    String("Agreement: the share of joint issues on which both say the same.") Empty Empty
    Empty String("Russia") String("Ukraine")
    String("Russia") String("·") Float(0.5)
    String("Ukraine") Float(0.5) String("·")
    String("E3") Float(1.0) String("n = 0")
    Empty Empty Empty
    String("The same in words") Empty Empty
    Empty String("Russia") String("Ukraine")
    String("Russia") String("·") String("2/4")
    String("Ukraine") String("2/4") String("·")
    String("E3") String("3/3") String("n = 0")
    Empty Empty Empty
    String("2/4: agreements among joint issues") Empty Empty
    "#);
}

#[test]
fn positions_in_a_workbook() {
    let bytes = xlsx::draw(&positions()).expect("a workbook");
    insta::assert_snapshot!(sheets(&bytes), @r#"
    [About]
    String("Positions")
    Empty
    String("Who wants what")
    String("• 1 stance left out")
    String("→ sheet “Positions”")

    [Positions]
    String("Issue") String("Україна") String("Russia")
    String("Sovereignty") Empty Empty
    String("A settlement must preserve sovereignty.") String("+ support, red line") String("n = 0")
    String("Security | guarantees") Empty Empty
    String("Foreign troops in the country.\nAny flag.") String("+ support") String("- oppose")
    "#);
}

#[test]
fn a_note_stands_on_its_cell() {
    let bytes = xlsx::draw(&positions()).expect("a workbook");
    let notes = part(&bytes, "xl/comments1.xml");
    assert!(notes.contains("<comment ref=\"B3\""), "{notes}");
    assert!(
        notes.contains("“Not negotiable.”\narticle, P3.s1"),
        "{notes}"
    );
}

#[test]
fn names_stay_in_view() {
    let bytes = xlsx::draw(&matrix()).expect("a workbook");
    let sheet = part(&bytes, "xl/worksheets/sheet2.xml");
    assert!(
        sheet.contains(r#"<pane xSplit="1" ySplit="2" topLeftCell="B3""#),
        "{sheet}"
    );
    assert!(sheet.contains(r#"state="frozen""#), "{sheet}");
}

#[test]
fn a_number_with_too_many_digits_is_text() {
    let table = Table {
        columns: vec![Column::named("x")],
        rows: vec![
            record(vec![Value::Integer(999_999_999_999_999)]),
            record(vec![Value::Integer(1_234_567_890_123_456_789)]),
        ],
        ..Table::default()
    };
    let view = View {
        blocks: vec![Block::Table(table)],
        ..View::default()
    };
    insta::assert_snapshot!(sheets(&xlsx::draw(&view).expect("a workbook")), @r#"
    [About]
    String("→ sheet “Table”")

    [Table]
    String("x")
    Float(999999999999999.0)
    String("1234567890123456789")
    "#);
}

#[test]
fn a_table_larger_than_a_sheet_is_an_error() {
    let error = |columns: usize, rows: usize| {
        let table = Table {
            name: "votes".to_owned(),
            columns: vec![Column::default(); columns],
            rows: vec![Row::Section(String::new()); rows],
            ..Table::default()
        };
        let view = View {
            blocks: vec![Block::Table(table)],
            ..View::default()
        };
        xlsx::draw(&view).expect_err("too large").to_string()
    };
    insta::assert_snapshot!(error(16_385, 1), @r#"
    table `votes` has 16385 columns, and a sheet holds 16384
    "#);
    insta::assert_snapshot!(error(2, 1_048_576), @r#"
    table `votes` has 1048582 rows with its legend, and a sheet holds 1048576
    "#);
}

proptest! {
    #[test]
    fn a_workbook_shows_text_as_it_was_written(text in texts()) {
        let bytes = xlsx::draw(&everywhere(&text)).expect("a workbook");
        let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(&bytes)).expect("a workbook");
        let written = visible(&text).replace("\r\n", "\n").replace('\r', "\n");
        for (name, range) in workbook.worksheets() {
            prop_assert!(!name.is_empty() && name.encode_utf16().count() <= 31);
            for (_, _, cell) in range.used_cells() {
                let shown = cell.to_string();
                prop_assert!(matches!(cell, Data::String(_)));
                prop_assert!(shown.contains(&written) || shown.starts_with("→ sheet"), "{shown:?} {text:?}");
            }
            let formulas = workbook.worksheet_formula(&name).expect("a sheet");
            prop_assert_eq!(formulas.used_cells().count(), 0);
        }
        for sheet in ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"] {
            let xml = part(&bytes, sheet);
            prop_assert!(!xml.contains("<hyperlink") && !xml.contains("<f>"));
        }
    }

    #[test]
    fn numbers_come_back_from_a_workbook(number in any::<f64>().prop_filter("finite", |number| number.is_finite())) {
        let mut view = matrix();
        view.blocks = vec![Block::Table(Table {
            columns: vec![Column::named("x")],
            rows: vec![record(vec![Value::Real(number)])],
            ..Table::default()
        })];
        let bytes = xlsx::draw(&view).expect("a workbook");
        let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(&bytes)).expect("a workbook");
        let range = workbook.worksheet_range("Table").expect("the sheet");
        prop_assert_eq!(range.get_value((1, 0)), Some(&Data::Float(number)));
    }
}

/// The cells of every sheet, a line a row.
fn sheets(bytes: &[u8]) -> String {
    let mut workbook: Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
    let sheets = workbook.worksheets().into_iter().map(|(name, range)| {
        let rows = range.rows().map(|row| {
            let cells = row.iter().map(|cell| format!("{cell:?}"));
            cells.collect::<Vec<_>>().join(" ")
        });
        let rows: Vec<String> = rows.collect();
        format!("[{name}]\n{}", rows.join("\n"))
    });
    sheets.collect::<Vec<_>>().join("\n\n")
}

/// A file inside the workbook.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut text = String::new();
    let mut file = archive.by_name(name).expect("the part");
    file.read_to_string(&mut text).expect("text");
    text
}

// ---- All of them ----

#[test]
fn hostile_text_breaks_no_format() {
    for text in HOSTILE.into_iter().chain(["", "x".repeat(40_000).as_str()]) {
        let view = everywhere(text);
        let drawn = [
            markdown::draw(&view),
            html::draw(&view),
            csv::draw(&told(text), Separator::Comma),
            csv::draw(&told(text), Separator::Tab),
        ];
        for page in drawn {
            let unseen = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r');
            assert!(!page.contains(unseen), "{page:?}");
        }
        xlsx::draw(&view).expect("a workbook");
    }
}

#[test]
fn the_same_view_gives_the_same_bytes() {
    for view in [matrix(), positions(), View::default(), everywhere("a | b")] {
        let again = view.clone();
        assert_eq!(markdown::draw(&view), markdown::draw(&again));
        assert_eq!(html::draw(&view), html::draw(&again));
        let (one, other) = (xlsx::draw(&view), xlsx::draw(&again));
        assert!(one.expect("a workbook") == other.expect("a workbook"));
    }
}
