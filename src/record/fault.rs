//! What the `ron` crate says of a text, in the words of this program.

use itertools::Itertools;
use ron::Error;
use ron::error::SpannedError;

use crate::finding::code::{INVALID_VALUE, MISSING_FIELD, UNKNOWN_FIELD};
use crate::finding::{Finding, Place, suggest};
use crate::record::date::NoDate;
use crate::record::misdated;
use crate::syntax::habit::json_habit;
use crate::syntax::kind::Kind;
use crate::syntax::quote::quote;
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

/// Whether the error only says that the record itself lacks a field it must
/// have; a record inside it may lack one as well.
pub(super) fn lacks(error: &Error, record: &str, required: &[&str]) -> bool {
    match error {
        Error::MissingStructField { field, outer } => {
            required.contains(field) || (!record.is_empty() && outer.as_deref() == Some(record))
        }
        _ => false,
    }
}

/// The part of a value that a message underlines: a group by its name or its
/// opening bracket, so that not a whole file is underlined.
pub(super) fn shown(value: Value) -> Span {
    value.name_span().or(value.open()).unwrap_or(value.span())
}

/// What an error means for the person who wrote the innermost of these values,
/// each of which lies in the one before it.
pub(super) fn finding(place: Place, error: &Error, around: &[Value]) -> Finding {
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
        Error::MissingStructField { field, .. } => Finding::new(
            &MISSING_FIELD,
            place,
            format!("this record lacks `{field}`"),
        )
        .help(format!("add `{field}: …`")),
        other => wrong_value(place, other, around),
    }
}

/// The same for a value in this field of a record, which tells what names are
/// due where a text stands.
pub(super) fn in_field(
    field: Option<&str>,
    place: Place,
    error: &Error,
    around: &[Value],
) -> Finding {
    let text = around.last().and_then(|value| value.as_text());
    match (error, field, text) {
        (Error::ExpectedIdentifier, Some(field), Some(text)) if is_named(field) => {
            Finding::new(&INVALID_VALUE, place, what_was_expected(error))
                .help(name_for(&text, field))
        }
        _ => finding(place, error, around),
    }
}

/// What the names are that can stand alone in a field.
const NAMES: [(&str, &[&str]); 5] = [
    ("basis", &["Conduct"]),
    ("date", &["Stated", "Inferred", "External"]),
    (
        "firmness",
        &["RedLine", "Demand", "Position", "Preference", "Concern"],
    ),
    (
        "kind",
        &[
            "State",
            "Organisation",
            "Group",
            "Document",
            "Person",
            "Claim",
            "Event",
            "Assessment",
            "Statement",
        ],
    ),
    (
        "position",
        &[
            "Support",
            "LeanSupport",
            "Neutral",
            "LeanOppose",
            "Oppose",
            "Undisclosed",
            "Withdrawn",
        ],
    ),
];

fn names_of(field: &str) -> Option<&'static [&'static str]> {
    let (_, names) = NAMES.iter().find(|(known, _)| *known == field)?;
    Some(names)
}

/// Whether a name is due in a field, and no text.
pub(super) fn is_named(field: &str) -> bool {
    names_of(field).is_some()
}

/// The name that a text in a field certainly means.
pub(super) fn name_meant(field: &str, text: &str) -> Option<&'static str> {
    suggest::certain(&joined(text), names_of(field)?.iter().copied())
}

/// What to write where a text stands and a name is due; empty where that cannot be
/// told.
pub(super) fn name_for(text: &str, field: &str) -> String {
    let names = names_of(field).unwrap_or_default();
    match suggest::nearest(&joined(text), names.iter().copied()) {
        Some(name) if name == text => format!("write `{name}` without the quotation marks"),
        Some(name) => format!("did you mean `{name}`?"),
        None if field == "position" => {
            let text = quote(text);
            format!("write `At({text})` on a scale, `OneOf([{text}])` on a choice")
        }
        None if field == "basis" => {
            "write `Declared(by: \"…\")`, `Attributed(by: \"…\")` or `Conduct`".to_owned()
        }
        None if field == "kind" => String::new(),
        None => suggest::allowed("value", names),
    }
}

/// Words as one name: `red-line` as `redline`.
fn joined(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || matches!(c, '-' | '_' | '–'))
        .collect()
}

/// A value of the wrong form: what is due, and how it is written.
fn wrong_value(place: Place, error: &Error, around: &[Value]) -> Finding {
    let form = around.iter().rev().find_map(|value| form(value.name()?));
    let Some(value) = around.last() else {
        return Finding::new(&INVALID_VALUE, place, what_was_expected(error));
    };
    let message = match (form, error) {
        (Some((name, _)), Error::ExpectedStructLike) if value.kind() == Kind::Unit => {
            format!("`{name}` does not stand alone")
        }
        (Some((name, _)), Error::ExpectedDifferentLength { .. }) => {
            format!("`{name}` takes another number of values")
        }
        (Some((name, _)), error) if is_about_form(error) => {
            format!("`{name}` is written in another way")
        }
        (None, error) if is_about_form(error) && value.kind() == Kind::Number => {
            "a whole number is due here".into()
        }
        (None, Error::ExpectedComma) if value.name().is_some() => {
            format!("`{}` stands alone", value.name().unwrap_or_default())
        }
        (_, error) => what_was_expected(error),
    };
    let help = match (form, error) {
        // What a value itself objects to is no matter of form.
        (_, Error::Message(message)) => date_meant(message, *value),
        (Some((_, form)), error) => match listed(error, around) {
            Some((_, list)) => format!("write `{list}`"),
            None => format!("write `{form}`"),
        },
        (None, error) => habit(error, *value),
    };
    Finding::new(&INVALID_VALUE, place, message).help(help)
}

/// What to write in place of a date in another notation.
fn date_meant(message: &str, value: Value) -> String {
    match undated(message, value) {
        Some(text) => misdated::help(&text),
        None => String::new(),
    }
}

/// The text that a value objects to because it is no date.
pub(super) fn undated(message: &str, value: Value) -> Option<String> {
    let text = value.as_text()?;
    (NoDate(text.to_string()).to_string() == message).then(|| text.to_string())
}

/// The values of a variant that takes a list, as the list that they were meant to
/// be: `OneOf("un")` as `OneOf(["un"])`.
pub(super) fn listed<'v>(error: &Error, around: &[Value<'v>]) -> Option<(Value<'v>, String)> {
    let is_list = |value: &&Value| matches!(value.name(), Some("OneOf" | "Choice" | "Scale"));
    let variant = *around.iter().rev().take(2).find(is_list)?;
    let mut values = variant.items().map(|item| item.value());
    let are_texts = values.len() > 0
        && values.all(|value| value.as_text().is_some())
        && !variant.text().contains('\n');
    let is_due = matches!(
        error,
        Error::ExpectedArray | Error::ExpectedDifferentLength { .. }
    );
    let name = variant.name()?;
    let values = variant.items().map(|item| item.value().text()).join(", ");
    (is_due && are_texts).then(|| (variant, format!("{name}([{values}])")))
}

/// The word of RON for a yes or no in another notation.
pub(super) fn truth(value: Value) -> Option<&'static str> {
    let text = value.as_text();
    let word = value.name().or(text.as_deref())?.to_lowercase();
    match word.as_str() {
        "true" | "yes" | "on" | "y" => Some("true"),
        "false" | "no" | "off" | "n" => Some("false"),
        _ => None,
    }
}

/// How the values that hold others are written.
const FORMS: [(&str, &str); 10] = [
    ("At", "At(…)"),
    ("AtLeast", "AtLeast(…)"),
    ("AtMost", "AtMost(…)"),
    ("Attributed", "Attributed(by: \"…\")"),
    ("Between", "Between(…, …)"),
    ("Choice", "Choice([\"…\", \"…\"])"),
    ("Declared", "Declared(by: \"…\")"),
    ("OneOf", "OneOf([\"…\"])"),
    ("Quantity", "Quantity(unit: \"…\", min: …, max: …)"),
    ("Scale", "Scale([\"…\", \"…\"])"),
];

fn form(name: &str) -> Option<(&'static str, &'static str)> {
    FORMS.into_iter().find(|(known, _)| *known == name)
}

/// Whether an error says that the text should have gone on otherwise, without
/// saying what the value should have been.
fn is_about_form(error: &Error) -> bool {
    matches!(
        error,
        Error::ExpectedComma
            | Error::ExpectedIdentifier
            | Error::ExpectedOptionEnd
            | Error::ExpectedStructLikeEnd
            | Error::TrailingCharacters
    )
}

/// What to write instead of a value that comes from another habit; empty where
/// there is nothing to guess.
fn habit(error: &Error, value: Value) -> String {
    match (error, value.as_text()) {
        (Error::ExpectedIdentifier, Some(name)) if is_name(&name) => {
            format!("write `{name}` without the quotation marks")
        }
        (Error::ExpectedComma, _) if value.name().is_some() => {
            "leave out what follows it in brackets".into()
        }
        (Error::ExpectedBoolean, _) if truth(value).is_some() => {
            format!("write `{}`", truth(value).unwrap_or_default())
        }
        (Error::ExpectedFloat, Some(text)) if share(&text).is_some() => {
            let share = share(&text).unwrap_or_default();
            format!("write it as a number from 0 to 1: `{share}`")
        }
        (Error::ExpectedFloat, Some(text)) if with_point(&text).is_some() => {
            let number = with_point(&text).unwrap_or_default();
            format!("write `{number}`, with a decimal point")
        }
        (Error::ExpectedArray, _) => "put `[` before it and `]` behind it".into(),
        _ => json_habit(value).unwrap_or_default().into(),
    }
}

/// A number of percent in text as a share.
fn share(text: &str) -> Option<f64> {
    let percent: f64 = text.trim().strip_suffix('%')?.trim_end().parse().ok()?;
    (0.0..=100.0).contains(&percent).then_some(percent / 100.0)
}

/// A number that was written with a decimal comma.
fn with_point(text: &str) -> Option<String> {
    let number = text.trim().replacen(',', ".", 1);
    (text.contains(',') && number.parse::<f64>().is_ok()).then_some(number)
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
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
        Error::InvalidValueForType { expected, .. } => format!("{expected} is due here"),
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
