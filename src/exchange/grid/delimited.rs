//! CSV: cells parted by a comma, a semicolon or a tab, whichever the first line has most of.

use super::encoding::decode;
use super::{Grid, MOST, Manner, NoGrid, Point, Row};

/// What can part the cells of a line; the first of equally many is taken.
const SEPARATORS: [u8; 3] = *b",;\t";

pub(super) fn read(bytes: &[u8], manner: &Manner) -> Result<Grid, NoGrid> {
    let text = decode(bytes, manner.encoding.as_deref())?;
    let (told, text, above) = told(&text);
    let separator = manner.separator.or(told);
    let separator = separator.unwrap_or_else(|| commonest(text));
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let (mut rows, mut cells) = (Vec::new(), 0);
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record)? {
        cells += record.len();
        if cells > MOST {
            return Err(NoGrid::TooLarge(MOST));
        }
        rows.push(Row {
            line: above + record.position().map_or(0, csv::Position::line),
            cells: record.iter().map(str::to_owned).collect(),
        });
    }
    let point = match separator {
        b';' => Point::Comma,
        _ => Point::Dot,
    };
    Grid::of(rows, point)
}

/// The separator that a first line `sep=;` tells, as Excel writes it; the text below
/// that line, and how many lines stand above it.
fn told(text: &str) -> (Option<u8>, &str, u64) {
    let line = text.split_inclusive('\n').next().unwrap_or_default();
    match line.trim_end().strip_prefix("sep=").map(str::as_bytes) {
        Some([separator]) => (Some(*separator), &text[line.len()..], 1),
        _ => (None, text, 0),
    }
}

/// What parts the cells of the first line that is not empty.
fn commonest(text: &str) -> u8 {
    let line = text.lines().find(|line| !line.trim().is_empty());
    let mut counts = [0_usize; SEPARATORS.len()];
    let mut quoted = false;
    for byte in line.unwrap_or_default().bytes() {
        quoted ^= byte == b'"';
        let separator = SEPARATORS.iter().position(|separator| *separator == byte);
        if let Some(separator) = separator.filter(|_| !quoted) {
            counts[separator] += 1;
        }
    }
    let most = counts.iter().max().copied().unwrap_or_default();
    let at = counts.iter().position(|count| *count == most);
    SEPARATORS[at.unwrap_or_default()]
}
