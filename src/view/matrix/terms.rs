//! On what terms a matrix stands, in words: its scale, its weights, and what had to
//! be left out of it.

use crate::compare::joint::Field;
use crate::compare::matrix::Matrix;
use crate::compare::scale::{Answers, Scale};
use crate::compare::weight::{Blend, Figure, Rule};
use crate::measure::counts::Normalise;
use crate::view::line::{Label, Line};
use crate::view::words;

/// A scale and how many issues are on it.
pub(super) fn scale(scale: &Scale) -> String {
    format!("{} {}", scale.issues.len(), answers(scale))
}

/// A scale, always of several issues.
pub(super) fn answers(scale: &Scale) -> String {
    match &scale.answers {
        Answers::Statements => "statements".to_owned(),
        Answers::Levels(names) => format!("scales {}", listed(names, " – ")),
        Answers::Options(names) => format!("choices {}", listed(names, " | ")),
        Answers::Numbers { unit, min, max } if unit.is_empty() => {
            format!("quantities from {min} to {max}")
        }
        Answers::Numbers { unit, min, max } => {
            format!("quantities of {unit} from {min} to {max}")
        }
    }
}

/// Names in a row; of many the first and the last.
fn listed(names: &[String], between: &str) -> String {
    const MANY: usize = 12;
    match names {
        [first, .., last] if names.len() > MANY => [first, "…", last].join(between),
        names => names.join(between),
    }
}

/// What is not as it is without being asked for, in a few words each.
pub(super) fn names(matrix: &Matrix) -> impl Iterator<Item = String> {
    let terms = &matrix.terms;
    let weight = terms
        .weight
        .as_ref()
        .map(|rule| format!("weighted by {rule}"));
    let normalised = (terms.normalise != Normalise::None)
        .then(|| format!("normalised by {}", terms.normalise.name()));
    weight.into_iter().chain(normalised)
}

/// What the terms mean, and what had to be left out; nothing where there is
/// nothing to say.
pub(super) fn notes(field: &Field, matrix: &Matrix) -> Vec<Line> {
    let weight = matrix.terms.weight.as_ref();
    let meaning = weight.map(|rule| Line::of(Label::Aside, meaning(field, matrix, rule)));
    meaning.into_iter().chain(without(matrix)).collect()
}

/// What had to be left out.
pub(super) fn without(matrix: &Matrix) -> Option<Line> {
    let left_out = left_out(matrix)?;
    Some(Line::of(Label::Undefined, "Left out").and(Label::Aside, format!(": {left_out}")))
}

/// What an issue weighs under a rule.
fn meaning(field: &Field, matrix: &Matrix, rule: &Rule) -> String {
    let (figure, blend) = match rule {
        Rule::Issue => return own_weights(field, matrix),
        Rule::Sides(figure, blend) => (figure, *blend),
    };
    let figure = match figure {
        Figure::Salience => "its salience".to_owned(),
        Figure::Firmness(_) => "the number given to the firmness".to_owned(),
    };
    match blend {
        Blend::Row => format!(
            "An issue weighs {figure} for the party of the row. So the two halves differ: read \
             along a row."
        ),
        Blend::Mean => format!("An issue weighs the mean of {figure} for the two parties."),
        Blend::Geometric => {
            format!(
                "An issue weighs the square root of the product of {figure} for the two parties."
            )
        }
        Blend::Min => format!("An issue weighs the smaller of {figure} for the two parties."),
    }
}

fn own_weights(field: &Field, matrix: &Matrix) -> String {
    let issues = &field.scene().dossier.issues;
    let given = matrix
        .issues
        .iter()
        .filter(|issue| issues[**issue].weight.is_some());
    match (given.count(), matrix.issues.len()) {
        (0, _) => "No issue looked at has a `weight` of its own: each weighs 1.".into(),
        (given, all) if given == all => "An issue weighs its own `weight`.".into(),
        (given, all) => format!(
            "An issue weighs its own `weight`; {given} of {all} have one, any other weighs 1."
        ),
    }
}

/// Where the two halves of a matrix differ, each joint issue of a pair is looked at
/// twice, and may lack a weight in one direction alone.
fn directions(matrix: &Matrix) -> &'static str {
    match matrix.terms.are_symmetric() {
        true => "",
        false => ", counted in both directions of a pair",
    }
}

fn left_out(matrix: &Matrix) -> Option<String> {
    let issues = |count| words::count(count, "issue", "issues");
    let comparisons = |count| words::count(count, "comparison", "comparisons");
    let without = &matrix.left_out;
    let all = [
        (
            matrix.unfit,
            format!("{} of another kind", issues(matrix.unfit)),
        ),
        (
            matrix.alone,
            format!("{} with a scale that no other shares", issues(matrix.alone)),
        ),
        (
            without.unplaced,
            format!(
                "{} with no point on one side",
                comparisons(without.unplaced)
            ),
        ),
        (
            without.conditional,
            format!(
                "{} with a condition on one side",
                comparisons(without.conditional)
            ),
        ),
        (
            without.unweighted,
            format!(
                "{} without a weight{}",
                comparisons(without.unweighted),
                directions(matrix)
            ),
        ),
        (
            without.unstaked,
            format!("{} without a stake", comparisons(without.unstaked)),
        ),
    ];
    let said: Vec<String> = (all.into_iter())
        .filter(|(count, _)| *count > 0)
        .map(|(_, words)| words)
        .collect();
    let said: Vec<&str> = said.iter().map(String::as_str).collect();
    (!said.is_empty()).then(|| format!("{}.", words::list(&said)))
}
