//! What keeps a text from being RON, in words for the person who wrote it.

use super::token::{Bracket, Fault};
use crate::text::span::Span;

/// Up to this many bytes a value is repeated in a help.
const SHOWN: usize = 60;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where to look first; an empty span is a place between two characters.
    pub span: Span,
    /// The fact, in lower case.
    pub message: String,
    /// A second place that explains the first, with what is to be seen there.
    pub related: Option<(Span, String)>,
    /// The next thing to do.
    pub help: Option<String>,
}

impl Problem {
    fn new(span: Span, message: impl Into<String>) -> Self {
        Self {
            span,
            message: message.into(),
            related: None,
            help: None,
        }
    }

    fn help(self, help: impl Into<String>) -> Self {
        Self {
            help: Some(help.into()),
            ..self
        }
    }

    fn related(self, span: Span, note: impl Into<String>) -> Self {
        Self {
            related: Some((span, note.into())),
            ..self
        }
    }

    pub(super) fn malformed(fault: Fault, span: Span, text: &str) -> Self {
        match fault {
            Fault::OpenText => Self::new(span, "this text has no closing quotation mark")
                .related(Span::new(span.start, span.start + 1), "opened here")
                .help("write `\"` where the text ends"),
            Fault::QuoteInText => Self::new(span, "this text goes on behind its closing `\"`")
                .help("a `\"` is missing, or one inside the text has to be written as `\\\"`"),
            Fault::OpenRawText => Self::new(Span::at(span.end), "this raw text is not closed")
                .related(span, "opened here")
                .help("close it with `\"` and as many `#` as stand before its first `\"`"),
            Fault::ForeignQuotes => Self::new(span, "this text is not in RON's quotation marks")
                .help("write text between straight double quotation marks: `\"text\"`"),
            Fault::Percent => Self::new(span, format!("`{text}` is no number"))
                .help(percentage(text.trim_end_matches('%'))),
            Fault::Path => Self::new(span, "a name in RON has one part").help(format!(
                "write `{}`",
                text.rsplit("::").next().unwrap_or(text)
            )),
            Fault::Unquoted => Self::new(span, format!("`{text}` is neither a name nor a number"))
                .help(format!("write text in quotation marks: `\"{text}\"`")),
        }
    }

    pub(super) fn conflict(span: Span) -> Self {
        Self::new(span, "this file has an unresolved merge conflict")
            .help("keep one side, and delete the three lines of markers")
    }

    pub(super) fn hash_comment(span: Span) -> Self {
        Self::new(span, "comments begin with `//`").help("write `//` instead of `#`")
    }

    pub(super) fn open_comment(span: Span) -> Self {
        Self::new(Span::at(span.end), "this comment is not closed")
            .related(Span::new(span.start, span.start + 2), "opened here")
            .help("close it with `*/`")
    }

    pub(super) fn open_bracket(due: usize, open: Span, bracket: Bracket) -> Self {
        let (opening, closing) = (bracket.opening(), bracket.closing());
        Self::new(Span::at(due), format!("this `{opening}` is not closed"))
            .related(open, "opened here")
            .help(format!("write `{closing}` here"))
    }

    pub(super) fn wrong_bracket(span: Span, found: Bracket, open: Span, due: Bracket) -> Self {
        let (opening, closing) = (due.opening(), due.closing());
        let found = found.closing();
        Self::new(
            span,
            format!("`{found}` stands where `{opening}` is to be closed"),
        )
        .related(open, "opened here")
        .help(format!("write `{closing}` instead"))
    }

    /// The values of a variant, in other brackets than `( )`.
    pub(super) fn other_brackets(span: Span, name: &str, values: &str) -> Self {
        let values = values.trim_start();
        let is_short = !values.contains('\n') && values.len() <= SHOWN;
        let inside = values.get(1..values.len().saturating_sub(1));
        let due = match (values.starts_with('['), inside.filter(|_| is_short)) {
            (true, Some(_)) => format!("{name}({values})"),
            (true, None) => format!("{name}([…])"),
            (false, Some(inside)) => format!("{name}({})", inside.trim()),
            (false, None) => format!("{name}(…)"),
        };
        let span = if is_short {
            span
        } else {
            Span::new(span.start, span.start + name.len())
        };
        Self::new(span, format!("no `(` behind `{name}`")).help(format!("write `{due}`"))
    }

    pub(super) fn decimal_comma(span: Span, text: &str) -> Self {
        let number = text.replacen(',', ".", 1);
        Self::new(span, format!("`{text}` is no number"))
            .help(format!("write `{number}`, with a decimal point"))
    }

    pub(super) fn missing_comma(after: Span, next: Span) -> Self {
        Self::new(Span::at(after.end), "no comma before the next item")
            .related(next, "the next item")
            .help("write `,` here")
    }

    pub(super) fn semicolon(span: Span) -> Self {
        Self::new(span, "`;` stands where a comma is due").help("write `,` instead")
    }

    pub(super) fn double_comma(span: Span) -> Self {
        Self::new(span, "no item before this comma").help("remove it")
    }

    pub(super) fn missing_colon(key: Span, name: &str) -> Self {
        Self::new(Span::at(key.end), format!("no `:` behind `{name}`")).help("write `:` here")
    }

    pub(super) fn equals_for_colon(span: Span) -> Self {
        Self::new(span, "`=` stands where a colon is due").help("write `:` instead")
    }

    pub(super) fn missing_value(key: Span, name: &str) -> Self {
        Self::new(key, format!("`{name}` has no value"))
    }

    pub(super) fn quoted_field_name(key: Span, text: &str) -> Self {
        let bare = text.trim_matches('"');
        Self::new(key, format!("`{text}` is not a field name"))
            .help(format!("RON writes field names bare: `{bare}`"))
    }

    pub(super) fn wrong_field_name(key: Span) -> Self {
        Self::new(key, "this is not a field name").help("RON writes structs as `(name: value)`")
    }

    pub(super) fn field_in_list(key: Span) -> Self {
        Self::new(key, "a list holds values, not fields")
            .help("put the fields of one item between `(` and `)`")
    }

    pub(super) fn field_in_tuple(key: Span) -> Self {
        Self::new(key, "a field behind values without names")
            .help("give every item a name, or none")
    }

    pub(super) fn nameless_field(value: Span) -> Self {
        Self::new(value, "a value without a name among fields").help("RON writes `name: value`")
    }

    pub(super) fn keyless_entry(value: Span) -> Self {
        Self::new(value, "a map entry without a key")
            .help("write `key: value`; a list stands between `[` and `]`")
    }

    pub(super) fn stray(span: Span, text: &str) -> Self {
        match text.chars().next() {
            Some(c) if is_invisible(c) => {
                let code = u32::from(c);
                Self::new(
                    span,
                    format!("an invisible character (U+{code:04X}) stands here"),
                )
                .help("replace it by a space")
            }
            _ => Self::new(span, format!("`{text}` means nothing here")),
        }
    }

    pub(super) fn header(span: Span) -> Self {
        Self::new(span, "this header is not complete")
            .help("RON writes headers as `#![enable(extension)]`, and comments behind `//`")
    }

    pub(super) fn empty(span: Span) -> Self {
        Self::new(span, "there is no value in this file")
    }

    pub(super) fn rest(span: Span, value: Span) -> Self {
        Self::new(span, "the file goes on behind its value")
            .related(Span::at(value.end), "the value ends here")
            .help("a file holds one value; a bracket may be closed too early")
    }

    pub(super) fn bare_fields(span: Span) -> Self {
        Self::new(span, "fields outside of any bracket")
            .help("put `(` before the first field of the file and `)` behind the last")
    }

    pub(super) fn too_deep(span: Span, limit: usize) -> Self {
        Self::new(
            span,
            format!("this stands more than {limit} brackets deep, which is not read"),
        )
    }
}

/// How else a number of percent is written.
fn percentage(number: &str) -> String {
    match number.parse::<f64>() {
        Ok(percent) if (0.0..=100.0).contains(&percent) => {
            let share = percent / 100.0;
            format!("write it as a number from 0 to 1: `{share}`; as a quantity, `{number}`")
        }
        _ => format!("write `{number}`"),
    }
}

fn is_invisible(c: char) -> bool {
    let is_zero_width = matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}');
    c.is_whitespace() || c.is_control() || is_zero_width
}
