//! Whatever the dossier: nothing differs from itself, looking back mirrors looking
//! forward, and nothing moves without a record that moved it.

use proptest::prelude::*;
use stances::compare::diff::change::{Change, Kind, Side};
use stances::compare::diff::{Diff, Look, diff};
use stances::compare::joint::Field;
use stances::compare::pair::pairs;

use crate::harness::dossiers::{PARTIES, SPACES, dossiers, inheritances, scene};

fn look<'a>(field: &'a Field<'a>) -> Look<'a> {
    Look {
        field,
        stale_after: Some(jiff::Span::new().days(2)),
    }
}

/// A change with its two sides told the other way round.
fn mirrored(change: &Change) -> (usize, usize, Side, Side, Option<f64>) {
    let Change { before, after, .. } = change.clone();
    (change.party, change.issue, after, before, change.distance)
}

fn told(change: &Change) -> (usize, usize, Side, Side, Option<f64>) {
    let Change { before, after, .. } = change.clone();
    (change.party, change.issue, before, after, change.distance)
}

/// Whether a kind of change says something else than before.
fn says_otherwise(kind: Kind) -> bool {
    !matches!(kind, Kind::Repeated | Kind::Edited)
}

proptest! {
    #[test]
    fn nothing_differs_from_itself(
        dossier in dossiers(), day in 1..9_i8, inheritance in inheritances()
    ) {
        let [one, other] = [(); 2].map(|()| scene(&dossier, day, inheritance));
        let (one, other) = (Field::new(&one), Field::new(&other));
        let diff = diff(look(&one), look(&other));
        prop_assert!(diff.is_empty(), "{diff:?}");
    }

    #[test]
    fn looking_back_mirrors_looking_forward(
        old in dossiers(), new in dossiers(), days in (1..9_i8, 1..9_i8),
        inheritance in inheritances()
    ) {
        let (one, other) = (scene(&old, days.0, inheritance), scene(&new, days.1, inheritance));
        let (one, other) = (Field::new(&one), Field::new(&other));
        let (forward, back) = (diff(look(&one), look(&other)), diff(look(&other), look(&one)));
        prop_assert_eq!(
            forward.changes.iter().map(told).collect::<Vec<_>>(),
            back.changes.iter().map(mirrored).collect::<Vec<_>>()
        );
        prop_assert_eq!(forward.pairs.len(), back.pairs.len());
        for (there, back) in forward.pairs.iter().zip(&back.pairs) {
            prop_assert_eq!((there.before, there.after), (back.after, back.before));
            let steps = |steps: &[stances::compare::diff::moved::Step], turned: bool| {
                let turn = |step: &stances::compare::diff::moved::Step| match turned {
                    true => (step.issue, step.after, step.before),
                    false => (step.issue, step.before, step.after),
                };
                steps.iter().map(turn).collect::<Vec<_>>()
            };
            prop_assert_eq!(steps(&there.steps, false), steps(&back.steps, true));
        }
    }

    #[test]
    fn every_pair_that_moved_is_explained(
        old in dossiers(), new in dossiers(), day in 1..9_i8, inheritance in inheritances()
    ) {
        let (one, other) = (scene(&old, day, inheritance), scene(&new, day, inheritance));
        let (one, other) = (Field::new(&one), Field::new(&other));
        let diff = diff(look(&one), look(&other));
        for pair in &diff.pairs {
            prop_assert!(!pair.steps.is_empty());
            for step in &pair.steps {
                let behind = pair.behind(step, &diff.changes);
                prop_assert!(!behind.is_empty(), "{pair:?}");
                for change in behind {
                    prop_assert!(says_otherwise(diff.changes[change].kind));
                }
            }
        }
        has_all_pairs(&diff)?;
    }

    #[test]
    fn what_says_the_same_has_no_distance_and_what_changes_is_told_apart(
        old in dossiers(), new in dossiers(), day in 1..9_i8, inheritance in inheritances()
    ) {
        let (one, other) = (scene(&old, day, inheritance), scene(&new, day, inheritance));
        let (one, other) = (Field::new(&one), Field::new(&other));
        let diff = diff(look(&one), look(&other));
        for change in &diff.changes {
            match change.kind {
                Kind::Repeated | Kind::Edited => {
                    prop_assert!(change.distance.is_none_or(|distance| distance == 0.0));
                }
                Kind::Changed => prop_assert!(change.distance != Some(0.0) || tolerated(&diff, change)),
                _ => prop_assert_eq!(change.distance, None),
            }
        }
    }
}

/// On a quantity two different numbers may be near enough to be no distance apart.
fn tolerated(diff: &Diff, change: &Change) -> bool {
    diff.union.issues[change.issue].issue(&diff.scenes()).id == "issue-2"
}

/// The pairs that are listed are exactly those whose counts or distances differ.
fn has_all_pairs(diff: &Diff) -> Result<(), TestCaseError> {
    let numbers = |field: &Field| -> Vec<_> {
        let pairs = pairs(field).into_iter();
        pairs
            .map(|pair| {
                (
                    pair.a,
                    pair.b,
                    pair.n,
                    pair.agree,
                    pair.partial,
                    pair.conflict,
                )
            })
            .collect()
    };
    let (before, after) = (numbers(diff.before), numbers(diff.after));
    for (one, other) in before.iter().zip(&after) {
        let listed = diff.pairs.iter().any(|pair| {
            // All looks have all parties in view, in one order.
            (pair.a, pair.b) == (one.0, one.1)
        });
        prop_assert!(one == other || listed, "{one:?} {other:?}");
    }
    prop_assert_eq!(
        (before.len(), diff.of_pairs),
        (diff.of_pairs, PARTIES * (PARTIES - 1) / 2)
    );
    prop_assert_eq!(diff.union.issues.len(), SPACES.len());
    Ok(())
}
