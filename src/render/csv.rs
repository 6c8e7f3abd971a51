//! Data as CSV or TSV: one head line, one record a line, UTF-8 without a byte-order
//! mark, LF line ends.
//!
//! **Numbers** are written as they are: whole ones plain, others with the fewest digits that
//! read back as the same number. What is undefined is an empty field.
//!
//! **Text** that a spreadsheet would take for a formula gets one apostrophe in front. That is
//! text whose first character, behind blanks and apostrophes, is one of `=`, `+`, `-`, `@` or
//! their full-width forms, and text that starts with a tab or a line end. Text that is just a
//! number, as `-5`, is left alone: it can do no harm. Text that looks harmless is not: a
//! spreadsheet shows `- no change` as an error and hides what was written. A field of this form
//! that starts with an apostrophe is the exact text once that apostrophe is taken off.
//!
//! **TSV** has in addition `\t`, `\n`, `\r` and `\\` for a tab, the line ends and a backslash in
//! text: a tab is always a border, and a line always a record.
//!
//! Characters that act unseen are shown as signs, as in every format.

pub mod bulk;
pub mod chosen;

use std::borrow::Cow;
use std::io;

use csv::{ByteRecord, Terminator, Writer, WriterBuilder};

use super::visible::visible;
use crate::exchange::guard::guard;
use crate::view::data::{Data, Value};

/// What separates the fields of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separator {
    Comma,
    Tab,
}

impl Separator {
    fn sign(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Tab => '\t',
        }
    }
}

/// The data, one record a line.
pub fn draw(data: &Data, separator: Separator) -> String {
    let mut writer = writer(separator);
    write(&mut writer, data, separator).expect("memory takes every record");
    let bytes = writer.into_inner().expect("memory takes every record");
    String::from_utf8(bytes).expect("every field is UTF-8")
}

fn writer(separator: Separator) -> Writer<Vec<u8>> {
    WriterBuilder::new()
        .delimiter(separator.sign() as u8)
        .terminator(Terminator::Any(b'\n'))
        .flexible(true)
        .from_writer(Vec::new())
}

fn write(writer: &mut Writer<Vec<u8>>, data: &Data, separator: Separator) -> io::Result<()> {
    write_record(writer, data.heads.iter().map(|head| text(head, separator)))?;
    for record in &data.records {
        write_record(writer, record.iter().map(|value| field(value, separator)))?;
    }
    Ok(())
}

/// Data without heads have no lines, not even an empty one.
fn write_record<'a>(
    writer: &mut Writer<Vec<u8>>,
    fields: impl Iterator<Item = Cow<'a, str>>,
) -> io::Result<()> {
    let record: ByteRecord = fields
        .map(|field| field.into_owned().into_bytes())
        .collect();
    if record.is_empty() {
        return Ok(());
    }
    Ok(writer.write_byte_record(&record)?)
}

fn field(value: &Value, separator: Separator) -> Cow<'_, str> {
    match value {
        Value::Empty => Cow::Borrowed(""),
        Value::Text(words) => text(words, separator),
        Value::Integer(number) => Cow::Owned(number.to_string()),
        Value::Real(real) => {
            let mut digits = String::new();
            number(*real, &mut digits);
            Cow::Owned(digits)
        }
    }
}

/// The fewest digits that read back as the same number.
fn number(number: f64, out: &mut String) {
    use std::fmt::Write as _;
    // Adding 0 turns −0 into 0.
    let number = number + 0.0;
    let plain = (1e-4..1e15).contains(&number.abs()) || number == 0.0;
    match plain {
        true => out.push_str(zmij::Buffer::new().format_finite(number)),
        // The standard library goes over to exponents at other places.
        false => write!(out, "{number:?}").expect("memory takes every number"),
    }
}

fn text(words: &str, separator: Separator) -> Cow<'_, str> {
    let guarded = guard(visible(words));
    match separator {
        Separator::Comma => guarded,
        Separator::Tab => on_one_line(guarded),
    }
}

fn on_one_line(words: Cow<'_, str>) -> Cow<'_, str> {
    if words.contains(['\t', '\n', '\r', '\\']) {
        let escaped = words.replace('\\', "\\\\").replace('\t', "\\t");
        Cow::Owned(escaped.replace('\n', "\\n").replace('\r', "\\r"))
    } else {
        words
    }
}

#[cfg(test)]
mod tests {
    /// Numbers of all sizes, and what measures come to: fractions of counts.
    #[test]
    fn numbers_are_written_as_the_standard_library_writes_them() {
        let fractions = (0..2000_u32).map(|at| f64::from(at * 7 % 613) / f64::from(at % 613 + 1));
        let powers = (-320..309).map(|power| format!("1.25e{power}").parse::<f64>().unwrap());
        let edges = [
            0.0,
            1e-4,
            9.999e-5,
            1e15,
            1e16,
            999_999_999_999_999.9,
            f64::MAX,
            0.1 + 0.2,
        ];
        for number in fractions.chain(powers).chain(edges) {
            for number in [number, -number] {
                let mut written = String::new();
                super::number(number, &mut written);
                assert_eq!(written, format!("{:?}", number + 0.0));
            }
        }
    }
}
