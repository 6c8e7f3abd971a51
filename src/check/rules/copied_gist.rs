//! A gist that repeats the quote instead of saying what it means.

use std::collections::BTreeSet;

use crate::check::case::Case;
use crate::check::rule::Rule;
use crate::finding::Finding;
use crate::finding::code::Code;

static CODE: Code = Code::warn("copied-gist", "a gist repeats the quote word for word");

pub const RULE: Rule = Rule::looking(&CODE, include_str!("copied_gist.md"), look);

/// So many words in a row are no accident, and less than this no copy: names of
/// things and set phrases have to be repeated.
const RUN: usize = 5;

fn look(case: &Case) -> Vec<Finding> {
    let stances = case.dossier.stances.iter();
    let copied = stances.filter(|stance| match (&stance.gist, &stance.quote) {
        (Some(gist), Some(quote)) => is_copied(gist, quote),
        _ => false,
    });
    copied
        .map(|stance| {
            let message = "this gist repeats the quote";
            Finding::new(&CODE, case.field(stance, "gist"), message)
                .also(case.field(stance, "quote"), "word for word")
                .help("say in your own words what the party wants, or leave the quote out")
        })
        .collect()
}

/// Whether two thirds of the gist or more are one run of words from the quote.
/// Upper and lower case, punctuation and blanks are not told apart.
fn is_copied(gist: &str, quote: &str) -> bool {
    let (gist, quote) = (words(gist), words(quote));
    if gist.is_empty() || gist == quote {
        return !gist.is_empty();
    }
    let run = RUN.max((gist.len() * 2).div_ceil(3));
    let runs: BTreeSet<&[String]> = quote.windows(run).collect();
    gist.windows(run).any(|words| runs.contains(words))
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::is_copied;

    const QUOTE: &str = "We shall never, under any circumstances, give up the dam!";

    #[test]
    fn case_and_punctuation_make_no_other_words() {
        assert!(is_copied(
            "we shall never under any circumstances give up the dam",
            QUOTE
        ));
        assert!(is_copied("«Never.»", "never"));
    }

    #[test]
    fn most_of_it_is_enough() {
        assert!(is_copied(
            "Will never, under any circumstances, give up it.",
            QUOTE
        ));
        assert!(is_copied(
            "Says: never, under any circumstances, give up the dam.",
            QUOTE
        ));
    }

    #[test]
    fn a_phrase_of_the_quote_is_no_copy() {
        assert!(!is_copied("Will not give up the dam.", QUOTE));
        assert!(!is_copied("The dam stays.", QUOTE));
        assert!(!is_copied(
            "Rules out for good what South asks for: to give up the dam, in part or as a whole.",
            QUOTE
        ));
    }

    #[test]
    fn what_has_no_words_copies_nothing() {
        assert!(!is_copied("…", "…"));
        assert!(!is_copied("", QUOTE));
        assert!(!is_copied("Keeps the dam.", ""));
    }
}
