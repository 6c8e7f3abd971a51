//! What the `ron` crate says of a text, in the words of this program.

use ron::Error;
use ron::error::SpannedError;

use crate::finding::code::{INVALID_VALUE, UNKNOWN_FIELD};
use crate::finding::{Finding, Place, suggest};
use crate::syntax::habit::json_habit;
use crate::syntax::value::Value;
use crate::text::source::{Position, Source};
use crate::text::span::Span;

/// Where in the text an error was met, in bytes.
pub(super) fn offset(text: &str, error: &SpannedError) -> usize {
    let ron::error::Position { line, col } = error.span.start;
    let position = Position { line, column: col };
    Source::new("", text).offset(position)
}

/// Whether the error is about the name of a field and not about its value.
pub(super) fn is_about_a_name(error: &Error) -> bool {
    matches!(
        error,
        Error::NoSuchStructField { .. } | Error::DuplicateStructField { .. }
    )
}

/// The part of a value that a message underlines: a group by its name or its
/// opening bracket, so that not a whole file is underlined.
pub(super) fn shown(value: Value) -> Span {
    value.name_span().or(value.open()).unwrap_or(value.span())
}

/// What an error means for the person who wrote the value.
pub(super) fn finding(place: Place, error: &Error, value: Value) -> Finding {
    match error {
        Error::NoSuchStructField {
            expected, found, ..
        } => Finding::new(
            &UNKNOWN_FIELD,
            place,
            format!("there is no field `{found}` in this record"),
        )
        .help(suggest::help(found, "field", expected.iter().copied())),
        Error::NoSuchEnumVariant {
            expected, found, ..
        } => Finding::new(
            &INVALID_VALUE,
            place,
            format!("`{found}` is none of the values that can stand here"),
        )
        .help(suggest::help(found, "value", expected.iter().copied())),
        other => Finding::new(&INVALID_VALUE, place, what_was_expected(other))
            .help(json_habit(value).unwrap_or_default()),
    }
}

fn what_was_expected(error: &Error) -> String {
    match error {
        Error::ExpectedString => "a text in quotation marks is due here".into(),
        Error::ExpectedArray => "a list `[ … ]` is due here".into(),
        Error::ExpectedMap => "a map `{ key: value }` is due here".into(),
        Error::ExpectedBoolean => "`true` or `false` is due here".into(),
        Error::ExpectedInteger | Error::InvalidIntegerDigit { .. } => {
            "a whole number is due here".into()
        }
        Error::IntegerOutOfBounds => "this number is too large or too small for its field".into(),
        Error::ExpectedFloat | Error::FloatUnderscore => "a number is due here".into(),
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => {
            "a record `( … )` is due here".into()
        }
        Error::ExpectedIdentifier => "a name without quotation marks is due here".into(),
        Error::MissingStructField { field, .. } => format!("this record lacks `{field}`"),
        Error::InvalidValueForType { expected, found } => {
            format!("{expected} is due here, not {found}")
        }
        Error::ExpectedDifferentLength { expected, found } => {
            format!("{expected} is due here, not {found} values")
        }
        other => lower(&other.to_string()),
    }
}

/// The message with a small first letter, as all messages begin.
fn lower(message: &str) -> String {
    let mut letters = message.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => String::new(),
    }
}
