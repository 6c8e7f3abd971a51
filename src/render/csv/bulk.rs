//! Matrices of the actors of a table, row by row: there may be thousands of them, and
//! the whole never is in memory.

use std::borrow::Cow;
use std::io;
use std::ops::Range;

use super::{Separator, field, number, text, write_record, writer};
use crate::compare::bulk::Survey;
use crate::compare::bulk::part::Part;
use crate::compare::large::need::Fit;
use crate::compare::large::square::in_bands;
use crate::kernel::counter::Columns;
use crate::measure::Score;
use crate::view::data::Value;
use crate::view::matrix::data::{Heads, Layout};

/// About how many bytes a value of a square takes, with what stands before it.
pub const WRITTEN: usize = 20;

/// Writes matrices as [`crate::view::matrix::data`] lays them out.
///
/// # Errors
///
/// What `sink` says, which gets the text bit by bit.
pub fn write(
    survey: &Survey,
    parts: &[Part],
    (layout, separator): (Layout, Separator),
    fit: &Fit,
    sink: &mut dyn FnMut(&[u8]) -> io::Result<()>,
) -> io::Result<()> {
    let actors: Vec<String> = (survey.table.actors.iter())
        .map(|actor| drawn(text(actor, separator), separator))
        .collect();
    let abouts = parts.iter().map(Part::about);
    let page = Page {
        heads: Heads::of(abouts),
        actors,
        separator,
    };
    let head = match layout {
        Layout::Square => page.square_head(),
        Layout::Long => page.long_head(parts.first()),
    };
    sink(head.as_bytes())?;
    let all = 0..survey.table.actors.len();
    for part in parts {
        let beside = page.beside(part);
        match layout {
            Layout::Square => in_bands(
                part,
                match part.is_mirrored() {
                    true => *fit,
                    false => fit.in_bands(),
                },
                |rows, values| page.square_rows(rows, &beside, &values),
                |lines| sink(lines.as_bytes()),
            )?,
            Layout::Long => part.rows(
                all.clone(),
                Columns::Behind,
                |row, first, scores| page.long_rows(row, first, &beside, scores),
                |lines| sink(lines.as_bytes()),
            )?,
        }
    }
    Ok(())
}

/// What all rows share.
struct Page {
    heads: Heads,
    /// Each ready to stand in a record.
    actors: Vec<String>,
    separator: Separator,
}

impl Page {
    fn square_head(&self) -> String {
        let names = self.heads.names();
        let names: Vec<String> = names.map(|name| self.between() + &name).collect();
        let actors = self.actors.iter().map(|actor| self.between() + actor);
        let actors: Vec<String> = actors.collect();
        format!("party{}{}\n", names.concat(), actors.concat())
    }

    fn long_head(&self, first: Option<&Part>) -> String {
        let own = ["a", "b", "n", self.heads.value(first.map(Part::about))];
        let names: Vec<String> = own
            .map(str::to_owned)
            .into_iter()
            .chain(self.heads.names())
            .collect();
        names.join(&self.between()) + "\n"
    }

    /// What is beside the values in each row of a matrix, each behind a separator.
    fn beside(&self, part: &Part) -> String {
        let values = self.heads.values(None, part.about());
        let drawn = |value| match value {
            Value::Empty => String::new(),
            value => drawn(field(&value, self.separator), self.separator),
        };
        values.map(|value| self.between() + &drawn(value)).collect()
    }

    fn square_rows(&self, rows: Range<usize>, beside: &str, values: &[f64]) -> String {
        let width = self.actors.len();
        let mut lines = String::with_capacity(values.len() * WRITTEN);
        for (row, values) in rows.zip(values.chunks(width)) {
            lines.push_str(&self.actors[row]);
            lines.push_str(beside);
            for value in values {
                lines.push(self.separator.sign());
                if !value.is_nan() {
                    number(*value, &mut lines);
                }
            }
            lines.push('\n');
        }
        lines
    }

    fn long_rows(
        &self,
        row: usize,
        first: usize,
        beside: &str,
        scores: &[Option<Score>],
    ) -> String {
        let separator = self.separator.sign();
        let mut lines = String::with_capacity(scores.len() * 48);
        for (other, score) in self.actors[first..].iter().zip(scores) {
            lines.push_str(&self.actors[row]);
            lines.push(separator);
            lines.push_str(other);
            lines.push(separator);
            lines.push_str(&score.map_or(0, |score| score.n).to_string());
            lines.push(separator);
            value(score, &mut lines);
            lines.push_str(beside);
            lines.push('\n');
        }
        lines
    }

    fn between(&self) -> String {
        self.separator.sign().to_string()
    }
}

fn value(score: &Option<Score>, out: &mut String) {
    if let Some(value) = score.and_then(|score| score.value.ok()) {
        number(value, out);
    }
}

/// A field with something in it as it stands in a record.
pub(super) fn drawn(field: Cow<str>, separator: Separator) -> String {
    let mut writer = writer(separator);
    write_record(&mut writer, std::iter::once(field)).expect("memory takes every record");
    let bytes = writer.into_inner().expect("memory takes every record");
    let text = String::from_utf8(bytes).expect("every field is UTF-8");
    text.strip_suffix('\n').unwrap_or(&text).to_owned()
}
