//! Common ground found again by trying every outcome and every group.

use std::collections::BTreeSet;

use itertools::Itertools;
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use stances::compare::ground::{Ground, grounds};
use stances::dossier::lens::Lens;
use stances::dossier::scene::Scene;
use stances::dossier::{Area, Basis, Dossier, Issue, Party, Position, Stance};
use stances::outcome::common::Common;
use stances::outcome::degree::{Degree, Side};
use stances::outcome::range::Range;
use stances::outcome::verdict::{Verdict, verdict};
use stances::outcome::{Outcome, Space};
use stances::record::party::PartyKind;
use stances::record::stance::{Dated, Firmness};

const LEVELS: usize = 6;
const OPTIONS: usize = 4;

/// What each party says on one issue: an outcome, and the number of a condition.
type Talks = (Space, Vec<(Outcome, Option<u8>)>);

proptest! {
    #[test]
    fn what_is_common_is_what_everybody_accepts((space, said) in talks()) {
        with_ground(space, &said, |ground| {
            let outcomes: Vec<&Outcome> = said.iter().map(|(outcome, _)| outcome).collect();
            prop_assert_eq!(ground.common.is_some(), is_joint(space, &outcomes));
            if let Some(common) = ground.common.as_ref().filter(|_| space.tolerance() == 0.0) {
                prop_assert_eq!(held(common), accepted_by_all(space, &outcomes));
            }
            Ok(())
        })?;
    }

    #[test]
    fn two_have_something_in_common_exactly_where_they_do_not_conflict(
        (space, said) in talks()
    ) {
        for [(one, _), (other, _)] in said.iter().array_combinations() {
            let both = [(one.clone(), None), (other.clone(), None)];
            let conflict = verdict(space, one, other) == Verdict::Conflict;
            with_ground(space, &both, |ground| {
                prop_assert_eq!(ground.common.is_none(), conflict);
                prop_assert_eq!(ground.opposed().count(), usize::from(conflict));
                Ok(())
            })?;
        }
    }

    #[test]
    fn whoever_has_to_move_is_whoever_the_others_can_do_without((space, said) in talks()) {
        with_ground(space, &said, |ground| {
            let movers: Vec<usize> = ground.moves.iter().map(|step| step.party).collect();
            let opens = |party: &usize| {
                let others = said.iter().enumerate().filter(|(other, _)| other != party);
                let others: Vec<&Outcome> = others.map(|(_, (outcome, _))| outcome).collect();
                ground.common.is_none() && is_joint(space, &others)
            };
            let expected: Vec<usize> = (0..said.len()).filter(opens).collect();
            prop_assert_eq!(movers.into_iter().sorted().collect::<Vec<_>>(), expected);
            Ok(())
        })?;
    }

    #[test]
    fn camps_are_all_the_largest_groups((space, said) in talks()) {
        with_ground(space, &said, |ground| {
            let camps: Vec<Vec<usize>> = (ground.camps.iter())
                .map(|camp| camp.parties.clone())
                .collect();
            prop_assert!(camps.iter().all_unique());
            let camps: BTreeSet<Vec<usize>> = camps.into_iter().collect();
            let expected = match ground.common {
                Some(_) => BTreeSet::new(),
                None => largest(space, &said),
            };
            prop_assert_eq!(camps, expected);
            Ok(())
        })?;
    }

    #[test]
    fn alone_is_who_conflicts_with_each_of_several_that_could_agree((space, said) in talks()) {
        with_ground(space, &said, |ground| {
            let against_all = |party: &usize| {
                let mut others = said.iter().enumerate().filter(|(other, _)| other != party);
                let outcomes: Vec<&Outcome> = others.clone().map(|(_, (o, _))| o).collect();
                is_joint(space, &outcomes)
                    && others.all(|(_, other)| conflict(space, &said[*party], other))
            };
            let mut expected = (0..said.len()).filter(|party| said.len() > 2 && against_all(party));
            prop_assert_eq!(ground.alone(), expected.next());
            prop_assert_eq!(expected.next(), None);
            Ok(())
        })?;
    }

    #[test]
    fn clashes_are_the_pairs_that_conflict((space, said) in talks()) {
        with_ground(space, &said, |ground| {
            let pairs = said.iter().enumerate().array_combinations();
            let pairs: Vec<[usize; 2]> = pairs
                .filter(|[(_, one), (_, other)]| conflict(space, one, other))
                .map(|pair| pair.map(|(party, _)| party))
                .collect();
            prop_assert_eq!(ground.clashes(), pairs.len());
            let clashing: BTreeSet<usize> = ground.clashing().collect();
            prop_assert_eq!(clashing, pairs.into_iter().flatten().collect());
            Ok(())
        })?;
    }
}

fn conflict(space: Space, one: &(Outcome, Option<u8>), other: &(Outcome, Option<u8>)) -> bool {
    one.1 == other.1 && verdict(space, &one.0, &other.0) == Verdict::Conflict
}

/// Every group of the greatest size, two or more, that could accept something.
fn largest(space: Space, said: &[(Outcome, Option<u8>)]) -> BTreeSet<Vec<usize>> {
    let groups = (0..said.len()).powerset().filter(|group| {
        let outcomes: Vec<&Outcome> = group.iter().map(|party| &said[*party].0).collect();
        group.len() > 1 && is_joint(space, &outcomes)
    });
    groups.max_set_by_key(Vec::len).into_iter().collect()
}

/// Whether some outcome is accepted by all. Where points within a tolerance count
/// as the same there may be no such outcome; on a line it is enough that no two
/// conflict.
fn is_joint(space: Space, outcomes: &[&Outcome]) -> bool {
    if space.tolerance() == 0.0 {
        return !accepted_by_all(space, outcomes).is_empty();
    }
    let mut pairs = outcomes.iter().array_combinations();
    pairs.all(|[one, other]| verdict(space, one, other) != Verdict::Conflict)
}

/// Every outcome of a space, by number, that all of them accept. Of a statement
/// 0 stands against it, 1 for it. All ends of ranges are whole numbers.
fn accepted_by_all(space: Space, outcomes: &[&Outcome]) -> BTreeSet<usize> {
    let outcomes_of_space = match space {
        Space::Statement => 2,
        Space::Scale { levels } => levels,
        Space::Quantity { max, .. } => max as usize + 1,
        Space::Choice { options } => options,
    };
    (0..outcomes_of_space)
        .filter(|at| outcomes.iter().all(|outcome| accepts(outcome, *at)))
        .collect()
}

fn accepts(outcome: &Outcome, at: usize) -> bool {
    match outcome {
        Outcome::Degree(degree) => match at {
            0 => *degree <= Degree::Neutral,
            _ => *degree >= Degree::Neutral,
        },
        Outcome::Range(range) => range.lo <= at as f64 && at as f64 <= range.hi,
        Outcome::Options(options) => options.contains(&at),
    }
}

/// The whole numbers in what is common.
fn held(common: &Common) -> BTreeSet<usize> {
    match common {
        Common::Side(Side::Against) => [0].into(),
        Common::Side(Side::For) => [1].into(),
        Common::Side(Side::Neither) => [0, 1].into(),
        Common::Range(range) => (range.lo as usize..=range.hi as usize).collect(),
        Common::Options(options) => options.clone(),
    }
}

fn talks() -> impl Strategy<Value = Talks> {
    let quantity = |tolerance| Space::Quantity {
        min: 0.0,
        max: 12.0,
        tolerance,
    };
    let spaces = [
        Space::Statement,
        Space::Scale { levels: LEVELS },
        quantity(0.0),
        quantity(3.0),
        Space::Choice { options: OPTIONS },
    ];
    proptest::sample::select(spaces.to_vec()).prop_flat_map(|space| {
        let said = (outcome(space), option::weighted(0.2, 0..2u8));
        (Just(space), vec(said, 2..7))
    })
}

fn outcome(space: Space) -> BoxedStrategy<Outcome> {
    use Degree::{LeanOppose, LeanSupport, Neutral, Oppose, Support};
    let range = |ends: usize| {
        let point = (0..ends).prop_map(|at| Range::point(at as f64));
        let ends = (0..ends, 0..ends);
        let range = ends.prop_map(|(one, other)| Range::new(one as f64, other as f64));
        prop_oneof![point, range].prop_map(Outcome::Range).boxed()
    };
    match space {
        Space::Statement => {
            let degrees = vec![Oppose, LeanOppose, Neutral, LeanSupport, Support];
            proptest::sample::select(degrees)
                .prop_map(Outcome::Degree)
                .boxed()
        }
        Space::Scale { levels } => range(levels),
        Space::Quantity { max, .. } => range(max as usize + 1),
        Space::Choice { options } => btree_set(0..options, 1..3)
            .prop_map(Outcome::Options)
            .boxed(),
    }
}

/// Looks at the only issue of a dossier in which party after party says this.
fn with_ground(
    space: Space,
    said: &[(Outcome, Option<u8>)],
    check: impl FnOnce(&Ground) -> Result<(), TestCaseError>,
) -> Result<(), TestCaseError> {
    let dossier = Dossier {
        areas: vec![Area {
            id: "area".into(),
            name: "area".into(),
        }],
        issues: vec![issue(space)],
        parties: (0..said.len()).map(party).collect(),
        stances: said.iter().enumerate().map(stance).collect(),
        ..Dossier::default()
    };
    let focus = Lens::default().on(&dossier).expect("it asks for nothing");
    let scene = Scene::new(&dossier, focus);
    let grounds = grounds(&scene);
    check(&grounds[0])
}

fn issue(space: Space) -> Issue {
    Issue {
        id: "issue".into(),
        area: 0,
        text: "What?".into(),
        space,
        names: (0..LEVELS).map(|name| name.to_string()).collect(),
        unit: String::new(),
        weight: None,
    }
}

fn party(number: usize) -> Party {
    let id = format!("party-{number}");
    Party {
        name: id.clone(),
        code: id.clone(),
        id,
        kind: PartyKind::State,
        members: Vec::new(),
    }
}

fn stance((party, (outcome, condition)): (usize, &(Outcome, Option<u8>))) -> Stance {
    Stance {
        party,
        record: 0,
        issue: 0,
        position: Position::Known(outcome.clone()),
        condition: condition.map(|number| format!("condition {number}")),
        firmness: Firmness::Position,
        basis: Basis::Conduct,
        since: "2025-01-01".parse().expect("a day"),
        until: None,
        dated: Dated::Stated,
        evidence: Vec::new(),
        gist: None,
        quote: None,
        note: None,
        confidence: None,
        salience: None,
        stake: None,
        coder: None,
        confidential: false,
    }
}
