//! Whatever the dossier: the sums are those of the matrices, and every record of
//! the two parties either counts or is said to be left out.

use proptest::collection::vec;
use proptest::prelude::*;
use stances::compare::joint::Field;
use stances::compare::matrix::overall;
use stances::compare::why::why;
use stances::dossier::lens::{Inheritance, Lens};
use stances::dossier::scene::Scene;
use stances::dossier::{Area, Basis, BasisKind, Dossier, Issue, Member, Party, Position, Stance};
use stances::outcome::degree::Degree;
use stances::outcome::range::Range;
use stances::outcome::{Outcome, Space};
use stances::record::date::When;
use stances::record::party::PartyKind;
use stances::record::stance::{Dated, Firmness};

const PARTIES: usize = 3;

/// Two statements and two scales.
const SPACES: [Space; 4] = [
    Space::Statement,
    Space::Scale { levels: 4 },
    Space::Statement,
    Space::Scale { levels: 2 },
];

proptest! {
    #[test]
    fn the_sums_are_those_of_the_matrices(dossier in dossier(), lens in lens()) {
        let scene = Scene::new(&dossier, lens.on(&dossier).unwrap());
        let field = Field::new(&scene);
        for (a, b) in [(0, 1), (0, 2), (2, 1)] {
            let why = why(&field, a, b, None);
            for (measure, score) in &why.scores {
                prop_assert_eq!(overall(&field, measure).scores[a][b], Some(*score));
            }
            let sums = why.sums;
            let counted = sums.pair.agree + sums.pair.partial + sums.pair.conflict;
            prop_assert_eq!((counted, why.opened.len()), (sums.pair.n, sums.pair.n));
            prop_assert_eq!(sums.pair.n + why.unmet.len(), SPACES.len());
        }
    }

    #[test]
    fn one_issue_alone_is_the_lens_on_it(
        dossier in dossier(), lens in lens(), issue in 0..SPACES.len()
    ) {
        let scene = Scene::new(&dossier, lens.on(&dossier).unwrap());
        let alone = Lens { issues: vec![dossier.issues[issue].id.clone()], ..lens };
        let narrow = Scene::new(&dossier, alone.on(&dossier).unwrap());
        let (wide, narrow) = (Field::new(&scene), Field::new(&narrow));
        let (one, same) = (why(&wide, 0, 1, Some(issue)), why(&narrow, 0, 1, None));
        prop_assert_eq!(one.sums, same.sums);
        prop_assert_eq!(one.scores.iter().map(|s| s.1).collect::<Vec<_>>(),
            same.scores.iter().map(|s| s.1).collect::<Vec<_>>());
        prop_assert_eq!(one.unmet, same.unmet);
        prop_assert_eq!(one.opened.len(), 1);
    }

    #[test]
    fn what_is_left_out_is_what_the_lens_counts_as_hidden(dossier in dossier(), lens in lens()) {
        let scene = Scene::new(&dossier, lens.on(&dossier).unwrap());
        let left_out: usize = (0..PARTIES)
            .flat_map(|party| (0..SPACES.len()).map(move |issue| (party, issue)))
            .map(|(party, issue)| scene.left_out(party, issue).len())
            .sum();
        prop_assert_eq!(left_out, scene.hidden.total());
    }
}

fn lens() -> impl Strategy<Value = Lens> {
    let bases = proptest::sample::subsequence(BasisKind::ALL.to_vec(), 0..=3);
    (1..9_i8, bases, any::<bool>()).prop_map(|(day, bases, inherit)| Lens {
        as_of: Some(on(day)),
        bases,
        inheritance: if inherit {
            Inheritance::FromGroups
        } else {
            Inheritance::None
        },
        ..Lens::default()
    })
}

fn dossier() -> impl Strategy<Value = Dossier> {
    vec(stance(), 0..24).prop_map(|mut stances| {
        stances.sort_by_key(|stance| stance.party);
        Dossier {
            name: "random".into(),
            areas: vec![Area {
                id: "all".into(),
                name: "All".into(),
            }],
            issues: SPACES.into_iter().enumerate().map(issue).collect(),
            parties: (0..PARTIES).map(party).collect(),
            stances,
            ..Dossier::default()
        }
    })
}

fn issue((at, space): (usize, Space)) -> Issue {
    Issue {
        id: format!("issue-{at}"),
        area: 0,
        text: String::new(),
        space,
        names: ["a", "b", "c", "d"].map(str::to_owned).into(),
        unit: String::new(),
        weight: None,
    }
}

/// The first is a group with the second as its member.
fn party(at: usize) -> Party {
    Party {
        id: format!("party-{at}"),
        name: format!("Party {at}"),
        code: format!("P{at}"),
        kind: PartyKind::State,
        members: if at == 0 {
            vec![Member::Party(1)]
        } else {
            Vec::new()
        },
    }
}

fn stance() -> impl Strategy<Value = Stance> {
    let basis = prop_oneof![
        Just(Basis::Declared("x".into())),
        Just(Basis::Attributed("y".into())),
        Just(Basis::Conduct),
    ];
    let place = (0..PARTIES, 0..SPACES.len());
    let days = (1..9_i8, proptest::option::of(1..9_i8));
    let condition = proptest::option::weighted(0.2, Just("if".to_owned()));
    (place, basis, days, condition, 0..5_usize, 0..4_usize).prop_map(
        |((party, issue), basis, (since, until), condition, one, other)| Stance {
            party,
            record: 0,
            issue,
            position: position(SPACES[issue], one, other),
            condition,
            firmness: Firmness::Position,
            basis,
            since: on(since),
            until: until.map(|until| on(until.max(since))),
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
        },
    )
}

fn position(space: Space, one: usize, other: usize) -> Position {
    const DEGREES: [Degree; 4] = [
        Degree::Oppose,
        Degree::Neutral,
        Degree::LeanSupport,
        Degree::Support,
    ];
    match space {
        _ if one == 4 => Position::Undisclosed,
        Space::Scale { levels } => {
            let level = |at: usize| (at % levels) as f64;
            Position::Known(Outcome::Range(Range::new(level(one), level(other))))
        }
        _ => Position::Known(Outcome::Degree(DEGREES[one])),
    }
}

fn on(day: i8) -> When {
    format!("2025-06-0{day}").parse().unwrap()
}
