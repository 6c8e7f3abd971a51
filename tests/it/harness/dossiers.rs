//! Random dossiers in memory: few parties and issues, many records, so that much of
//! what can happen between two days does.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use stances::dossier::lens::{Inheritance, Lens};
use stances::dossier::scene::Scene;
use stances::dossier::{
    Area, Basis, Dossier, Issue, Member, Party, Position, Proof, Source, Stance,
};
use stances::outcome::degree::Degree;
use stances::outcome::range::Range;
use stances::outcome::{Outcome, Space};
use stances::record::date::When;
use stances::record::party::PartyKind;
use stances::record::stance::{Dated, Evidence, Firmness};

pub const PARTIES: usize = 4;
pub const SOURCES: usize = 3;

/// One of each kind, and a second statement.
pub const SPACES: [Space; 5] = [
    Space::Statement,
    Space::Scale { levels: 4 },
    Space::Quantity {
        min: 0.0,
        max: 8.0,
        tolerance: 1.0,
    },
    Space::Choice { options: 3 },
    Space::Statement,
];

/// Any dossier. The first party is a group with the second as its member.
pub fn dossiers() -> impl Strategy<Value = Dossier> {
    vec(stance(), 0..40).prop_map(|mut stances| {
        stances.sort_by_key(|stance| stance.party);
        Dossier {
            name: "random".into(),
            areas: ["one", "two"].map(area).into(),
            issues: SPACES.into_iter().enumerate().map(issue).collect(),
            parties: (0..PARTIES).map(party).collect(),
            sources: (0..SOURCES).map(source).collect(),
            stances,
            ..Dossier::default()
        }
    })
}

/// A day of the month in which everything happens.
pub fn on(day: i8) -> When {
    format!("2025-06-0{day}").parse().unwrap()
}

/// The dossier on a day.
pub fn scene(dossier: &Dossier, day: i8, inheritance: Inheritance) -> Scene<'_> {
    let lens = Lens {
        as_of: Some(on(day)),
        inheritance,
        ..Lens::default()
    };
    Scene::new(dossier, lens.on(dossier).unwrap())
}

/// Whether members inherit.
pub fn inheritances() -> impl Strategy<Value = Inheritance> {
    prop_oneof![Just(Inheritance::None), Just(Inheritance::FromGroups)]
}

fn area(id: &str) -> Area {
    Area {
        id: id.into(),
        name: id.to_uppercase(),
    }
}

fn issue((at, space): (usize, Space)) -> Issue {
    let names: &[&str] = match space {
        Space::Scale { .. } => &["none", "some", "much", "all"],
        Space::Choice { .. } => &["us", "un", "eu"],
        _ => &[],
    };
    Issue {
        id: format!("issue-{at}"),
        area: at % 2,
        text: String::new(),
        space,
        names: names.iter().map(|name| (*name).to_owned()).collect(),
        unit: String::new(),
        weight: None,
    }
}

fn party(at: usize) -> Party {
    let member = (at == 0).then_some(Member::Party(1));
    Party {
        id: format!("party-{at}"),
        name: format!("Party {at}"),
        code: format!("P{at}"),
        kind: PartyKind::State,
        members: member.into_iter().collect(),
    }
}

fn source(at: usize) -> Source {
    Source {
        id: format!("source-{at}"),
        title: String::new(),
        publisher: None,
        published: None,
        urls: Vec::new(),
        under_revision: None,
    }
}

fn stance() -> impl Strategy<Value = Stance> {
    let basis = prop_oneof![
        3 => Just(Basis::Declared("x".into())),
        1 => Just(Basis::Attributed("y".into())),
        1 => Just(Basis::Conduct),
    ];
    let place = (0..PARTIES, 0..SPACES.len());
    let days = (1..9_i8, option::weighted(0.3, 1..9_i8));
    let told = (
        option::weighted(0.2, Just("if".to_owned())),
        vec((0..SOURCES, 0..2_usize), 0..3),
        prop::sample::select(vec![None, Some("ana"), Some("ben")]),
    );
    (place, basis, days, told, 0..6_usize, 0..9_usize).prop_map(
        |((party, issue), basis, (since, until), (condition, proofs, coder), one, other)| Stance {
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
            evidence: proofs.into_iter().map(proof).collect(),
            gist: None,
            quote: None,
            note: None,
            confidence: None,
            salience: None,
            stake: None,
            coder: coder.map(str::to_owned),
            confidential: false,
        },
    )
}

fn proof((source, place): (usize, usize)) -> Proof {
    Proof {
        source: Some(source),
        written: Evidence {
            source: format!("source-{source}"),
            at: Some(format!("P{place}")),
        },
    }
}

fn position(space: Space, one: usize, other: usize) -> Position {
    const DEGREES: [Degree; 5] = [
        Degree::Oppose,
        Degree::LeanOppose,
        Degree::Neutral,
        Degree::LeanSupport,
        Degree::Support,
    ];
    let outcome = match space {
        _ if one == 5 && other < 5 => return Position::Undisclosed,
        _ if one == 5 => return Position::Withdrawn,
        Space::Statement => Outcome::Degree(DEGREES[one]),
        Space::Scale { levels } => {
            let level = |at: usize| (at % levels) as f64;
            Outcome::Range(Range::new(level(one), level(other)))
        }
        Space::Quantity { .. } => Outcome::Range(Range::new(one as f64, other as f64 % 8.0)),
        Space::Choice { options } => {
            Outcome::Options([one % options, other % options].into_iter().collect())
        }
    };
    Position::Known(outcome)
}
