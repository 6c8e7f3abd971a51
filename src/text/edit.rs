//! Changes to a text: sorted, disjoint, and applied once to the text they were
//! made for.

use thiserror::Error;

use super::span::Span;

/// Other text for a stretch; an empty span inserts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    pub span: Span,
    pub text: String,
}

/// Edits of one text that do not touch the same characters.
///
/// The set holds on to its text, so it cannot be applied to another one.
/// Edits that change nothing are left out of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditSet<'t> {
    text: &'t str,
    /// Sorted by span.
    edits: Vec<Edit>,
}

/// Why edits do not go together, or do not fit their text.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Conflict {
    #[error("two edits change the same characters")]
    Overlap { first: Span, second: Span },
    #[error("an edit lies outside of the text or cuts a character in two")]
    Outside { span: Span },
    #[error("two sets of edits were made for different texts")]
    OtherText,
}

impl Edit {
    pub fn replace(span: Span, text: impl Into<String>) -> Self {
        Self {
            span,
            text: text.into(),
        }
    }

    pub fn insert(offset: usize, text: impl Into<String>) -> Self {
        Self::replace(Span::at(offset), text)
    }

    pub fn remove(span: Span) -> Self {
        Self::replace(span, "")
    }
}

impl<'t> EditSet<'t> {
    /// The order of `edits` does not matter.
    ///
    /// # Errors
    ///
    /// When two of them change the same characters or insert at the same
    /// place, or when one does not fit the text.
    pub fn new(text: &'t str, edits: Vec<Edit>) -> Result<Self, Conflict> {
        if let Some(edit) = edits.iter().find(|edit| !fits(edit.span, text)) {
            return Err(Conflict::Outside { span: edit.span });
        }
        let mut edits: Vec<_> = edits
            .into_iter()
            .filter(|edit| edit.span.of(text) != edit.text)
            .collect();
        edits.sort();
        match edits
            .windows(2)
            .find(|pair| overlap(pair[0].span, pair[1].span))
        {
            Some(pair) => Err(Conflict::Overlap {
                first: pair[0].span,
                second: pair[1].span,
            }),
            None => Ok(Self { text, edits }),
        }
    }

    /// Both sets as one.
    ///
    /// # Errors
    ///
    /// When they were made for different texts or do not go together.
    pub fn merge(mut self, other: Self) -> Result<Self, Conflict> {
        self.goes_with(&other)?;
        for edit in other.edits {
            let at = self.place(edit.span);
            self.edits.insert(at, edit);
        }
        Ok(self)
    }

    /// Whether both sets can be merged.
    ///
    /// # Errors
    ///
    /// As [`EditSet::merge`].
    pub fn goes_with(&self, other: &Self) -> Result<(), Conflict> {
        if self.text != other.text {
            return Err(Conflict::OtherText);
        }
        for edit in &other.edits {
            // All others are further away than these two.
            let at = self.place(edit.span);
            let before = at.checked_sub(1).map(|before| self.edits[before].span);
            let before = before.map(|before| (before, edit.span));
            let after = self.edits.get(at).map(|after| (edit.span, after.span));
            let mut pairs = before.into_iter().chain(after);
            if let Some((first, second)) = pairs.find(|(first, second)| overlap(*first, *second)) {
                return Err(Conflict::Overlap { first, second });
            }
        }
        Ok(())
    }

    /// Where an edit of this span stands among the edits.
    fn place(&self, span: Span) -> usize {
        self.edits.partition_point(|edit| edit.span < span)
    }

    /// The edits, sorted by where they are.
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }

    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }

    /// The text as it is with all edits made.
    pub fn apply(self) -> String {
        let mut result = String::with_capacity(self.text.len());
        let mut done = 0;
        for edit in self.edits {
            result.push_str(&self.text[done..edit.span.start]);
            result.push_str(&edit.text);
            done = edit.span.end;
        }
        result.push_str(&self.text[done..]);
        result
    }
}

fn fits(span: Span, text: &str) -> bool {
    text.get(span.start..span.end).is_some()
}

/// Whether two spans, the first of which sorts first, share characters or are
/// the same place.
fn overlap(first: Span, second: Span) -> bool {
    second.start < first.end || first == second
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(start: usize, end: usize, text: &str) -> Edit {
        Edit::replace(Span::new(start, end), text)
    }

    fn applied(text: &str, edits: &[Edit]) -> Result<String, Conflict> {
        EditSet::new(text, edits.to_vec()).map(EditSet::apply)
    }

    #[test]
    fn edits_are_made_in_the_order_of_the_text() {
        let edits = [edit(4, 5, "E"), edit(0, 1, ""), edit(2, 2, "--")];
        assert_eq!(applied("abcdef", &edits).unwrap(), "b--cdEf");
        let beside = [edit(1, 1, "x"), edit(1, 2, "B"), edit(2, 2, "y")];
        assert_eq!(applied("abc", &beside).unwrap(), "axByc");
    }

    #[test]
    fn edits_of_the_same_characters_conflict() {
        for (a, b) in [
            (edit(0, 2, ""), edit(1, 3, "")),
            (edit(0, 3, ""), edit(1, 1, "x")),
            (edit(1, 1, "x"), edit(1, 1, "y")),
        ] {
            let conflict = applied("abcd", &[b, a]).unwrap_err();
            assert!(matches!(conflict, Conflict::Overlap { .. }));
        }
    }

    #[test]
    fn edits_fit_their_text() {
        for outside in [edit(3, 4, ""), edit(1, 2, "")] {
            let conflict = applied("aß", &[outside]).unwrap_err();
            assert!(matches!(conflict, Conflict::Outside { .. }));
        }
    }

    #[test]
    fn an_edit_that_changes_nothing_is_none() {
        let set = EditSet::new("abc", vec![edit(1, 2, "b"), edit(0, 0, "")]).unwrap();
        assert!(set.is_empty());
    }

    #[test]
    fn sets_for_different_texts_do_not_merge() {
        let [a, b] = ["a", "b"].map(|text| EditSet::new(text, Vec::new()).unwrap());
        assert_eq!(a.merge(b), Err(Conflict::OtherText));
    }
}
