//! An issue that asks two things at once. Reads English, and rather misses a case
//! than cries wolf.

use crate::check::case::Case;
use crate::check::rule::Rule;
use crate::finding::Finding;
use crate::finding::code::Code;

static CODE: Code = Code::allow("double-barrelled-issue", "an issue asks two things at once");

pub const RULE: Rule = Rule::looking(&CODE, include_str!("double_barrelled_issue.md"), look);

/// Words that say what is to be: a clause of a proposition has one.
const MODALS: [&str; 12] = [
    "should", "shall", "must", "may", "can", "cannot", "will", "would", "could", "might", "ought",
    "needs",
];

/// Words that ask: a clause of a question begins with one.
const QUESTIONS: [&str; 8] = [
    "who", "whom", "what", "when", "where", "how", "which", "whether",
];

/// Words that join two clauses, or two words.
const JOINTS: [&str; 3] = ["and", "or", "but"];

/// Words behind which a modal belongs to a clause that only describes something.
const DESCRIBING: [&str; 3] = ["that", "which", "who"];

fn look(case: &Case) -> Vec<Finding> {
    let issues = case.files.dossier.value.issues.iter().enumerate();
    let doubled = issues.filter_map(|(at, issue)| Some((at, issue, joint(&issue.text)?)));
    doubled
        .map(|(at, issue, joint)| {
            let place = case.in_head_field("issues", at, "text");
            let message = format!(
                "the issue `{}` asks two things, joined by {joint}",
                issue.id
            );
            Finding::new(&CODE, place, message).help(
                "make it two issues: whoever wants the one and not the other has no position here",
            )
        })
        .collect()
}

/// What joins two propositions in a text, if something does.
fn joint(text: &str) -> Option<String> {
    let clauses = Clauses::of(text);
    (1..clauses.bare.len()).find_map(|at| clauses.joint_at(at))
}

/// The words of a text, and where in it something is proposed.
struct Clauses<'a> {
    words: Vec<&'a str>,
    /// The words in small letters, without what stands around them.
    bare: Vec<String>,
    /// The first and the last modal of a main clause.
    modals: Option<(usize, usize)>,
    /// The first word that says what is to be done to something.
    passive: Option<usize>,
}

impl<'a> Clauses<'a> {
    fn of(text: &'a str) -> Self {
        let words: Vec<&str> = text.split_whitespace().collect();
        let bare: Vec<String> = words.iter().map(|word| bare(word)).collect();
        let describes = |at: usize| at > 0 && DESCRIBING.contains(&bare[at - 1].as_str());
        let mut modals =
            (0..bare.len()).filter(|at| MODALS.contains(&bare[*at].as_str()) && !describes(*at));
        let first = modals.next();
        let modals = first.map(|first| (first, modals.next_back().unwrap_or(first)));
        let passive = (1..bare.len()).find(|at| bare[at - 1] == "be" && is_participle(&bare[*at]));
        Self {
            words,
            bare,
            modals,
            passive,
        }
    }

    /// What joins what stands before a word to it and what follows.
    fn joint_at(&self, at: usize) -> Option<String> {
        let word = self.bare[at].as_str();
        if JOINTS.contains(&word) && (self.doubles(at, at + 1) || self.two_passives(at)) {
            return Some(format!("`{word}`"));
        }
        let end = self.words[at - 1].chars().last()?;
        match end {
            ';' if self.doubles(at, at) => Some("`;`".to_owned()),
            '.' | '?' if self.doubles(at, at) => Some("the end of a sentence".to_owned()),
            _ => None,
        }
    }

    /// Whether something is proposed, or asked, both before a word and from a word on.
    fn doubles(&self, before: usize, from: usize) -> bool {
        let asks = |at: usize| {
            let word = self.bare.get(at);
            word.is_some_and(|word| QUESTIONS.contains(&word.as_str()))
        };
        let proposed = |(first, last): (usize, usize)| first < before && from <= last;
        self.modals.is_some_and(proposed) || (asks(0) && asks(from))
    }

    /// Whether one thing is to be done to something, and another as well: "should be
    /// built and filled in one year". A participle before a noun only describes it.
    fn two_passives(&self, at: usize) -> bool {
        let Some(next) = self.bare.get(at + 1) else {
            return false;
        };
        let after = self.bare.get(at + 2).map(String::as_str);
        let ends = self.words[at + 1].ends_with(['.', ',', ';']);
        let stands_alone = ends || after.is_none_or(|word| PREPOSITIONS.contains(&word));
        // Right behind the first one: what stands between might be what it is about.
        let passive = self.passive.is_some_and(|done| done + 1 == at);
        passive
            && self.modals.is_some_and(|(first, _)| first < at)
            && is_participle(next)
            && stands_alone
    }
}

fn is_participle(word: &str) -> bool {
    (word.len() > 4 && word.ends_with("ed")) || IRREGULAR.contains(&word)
}

/// Participles that do not end in `ed`, as issues use them.
const IRREGULAR: [&str; 14] = [
    "built",
    "drawn",
    "freed",
    "frozen",
    "given",
    "held",
    "kept",
    "left",
    "made",
    "met",
    "paid",
    "put",
    "set",
    "withdrawn",
];

const PREPOSITIONS: [&str; 12] = [
    "after", "at", "before", "by", "for", "from", "in", "on", "to", "under", "with", "within",
];

/// A word without what stands around it, in small letters.
fn bare(word: &str) -> String {
    word.trim_matches(|letter: char| !letter.is_alphanumeric())
        .to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::joint;

    #[test]
    fn two_propositions_are_seen() {
        for (text, by) in [
            (
                "The dam should be built and the river should be cleaned.",
                "`and`",
            ),
            ("North must withdraw, but South may stay.", "`but`"),
            ("The dam should be built; the river must stay clean.", "`;`"),
            (
                "The dam should be built. The river should stay clean.",
                "the end of a sentence",
            ),
            ("The dam should be built and filled within a year.", "`and`"),
            ("Sanctions should be eased or lifted.", "`or`"),
            ("Who patrols the river and how often.", "`and`"),
            ("The border should open and must not be mined.", "`and`"),
        ] {
            assert_eq!(joint(text).as_deref(), Some(by), "{text}");
        }
    }

    #[test]
    fn one_proposition_about_two_things_is_one() {
        for text in [
            "",
            "and",
            "Russia and Ukraine should talk.",
            "The border between North and South should be open.",
            "Ukraine's and the US leader should talk once the envoy's mission is over.",
            "The states that may join and their neighbours should decide.",
            "Prisoners should be exchanged all for all, soldiers and civilians.",
            "No closed or mined areas should remain.",
            "Mines should be removed from closed and mined areas.",
            "The U.S. and its allies should pay.",
            "How far the border crossings open.",
            "Whether land or money is given.",
            "Who commands and pays the observers.",
        ] {
            assert_eq!(joint(text), None, "{text}");
        }
    }
}
