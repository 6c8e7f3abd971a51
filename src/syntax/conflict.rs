//! What a merge leaves in a file when two people changed the same lines: both
//! versions, between three lines of markers.

use super::token::{Token, TokenKind};
use crate::text::span::Span;

/// A conflict that nobody has resolved. Its first version is read for the
/// brackets in it, since it fits the text around it; the other one is passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The line of its first marker.
    pub opening: Span,
    /// From the marker behind the first version to the end of the last marker.
    pub rest: Span,
}

/// The conflicts of a text in their order. Some may lie inside of strings and
/// comments, where they mean nothing.
pub fn conflicts(text: &str) -> Vec<Conflict> {
    let mut found = Vec::new();
    let (mut opening, mut middle) = (None, None);
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.trim_end_matches(['\r', '\n']).len());
        start += line.len();
        match marker(span.of(text)) {
            Some('<') => (opening, middle) = (Some(span), None),
            Some('|' | '=') if opening.is_some() => middle = middle.or(Some(span)),
            Some('>') => {
                if let (Some(opening), Some(middle)) = (opening.take(), middle.take()) {
                    let rest = middle.to(span);
                    found.push(Conflict { opening, rest });
                }
            }
            _ => {}
        }
    }
    found
}

/// Which marker a line is: seven times one character, and a name behind a blank.
fn marker(line: &str) -> Option<char> {
    let sign = line.chars().next()?;
    let rest = line.trim_start_matches(sign);
    let is_marker = matches!(sign, '<' | '|' | '=' | '>')
        && line.len() - rest.len() == 7
        && (rest.is_empty() || rest.starts_with(' '));
    is_marker.then_some(sign)
}

/// The conflicts among the tokens of a text, each from its first to its last marker.
pub fn unresolved(tokens: &[Token]) -> Vec<Span> {
    let markers = tokens
        .iter()
        .filter(|token| token.kind == TokenKind::Conflict);
    let markers: Vec<Span> = markers.map(|token| token.span).collect();
    let pairs = markers.chunks_exact(2);
    pairs.map(|pair| pair[0].to(pair[1])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, found: &[(&str, &str)]) {
        let conflicts = conflicts(text).into_iter();
        let texts = conflicts.map(|one| (one.opening.of(text), one.rest.of(text)));
        assert_eq!(texts.collect::<Vec<_>>(), found, "{text}");
    }

    #[test]
    fn a_conflict_has_three_markers_at_the_start_of_lines() {
        let rest = "=======\nb\n>>>>>>> other";
        check(
            &format!("<<<<<<< HEAD\na\n{rest}\n"),
            &[("<<<<<<< HEAD", rest)],
        );
        let both = "||||||| base\nc\n=======\r\nb\r\n>>>>>>>";
        check(&format!("<<<<<<<\r\na\r\n{both}"), &[("<<<<<<<", both)]);
    }

    #[test]
    fn half_a_conflict_is_none() {
        check("<<<<<<< HEAD\na\n=======\n", &[]);
        check("<<<<<<< HEAD\n>>>>>>> b\n=======\n", &[]);
        check(" <<<<<<< HEAD\n=======\n>>>>>>> b\n", &[]);
        check("<<<<<<<< HEAD\n=======\n>>>>>>> b\n", &[]);
    }
}
