//! `stances/coders/1`: how far several coders found the same, and where they differ.

use serde::Serialize;

use super::diff::{SideOut, side};
use super::lens::{Lens, lens};
use crate::compare::coders::{Coders, Differing, Place, Reliability};
use crate::compare::pair::Pair;
use crate::view::coders::Called;

#[derive(Serialize)]
struct CodersOut<'a> {
    schema: &'static str,
    codings: Vec<CodingOut<'a>>,
    /// How many records name no coder and belong to no coding.
    nameless: usize,
    overall: ReliabilityOut<'a>,
    areas: Vec<ReliabilityOut<'a>>,
    between: Vec<BetweenOut<'a>>,
    /// The places at which the coders do not all have the same.
    disagreements: Vec<PlaceOut<'a>>,
    /// Pairs of parties whose counts differ from coding to coding; `a` < `b` by id.
    pairs: Vec<PairOut<'a>>,
    /// What is not in every coding.
    missing: Vec<MissingOut<'a>>,
}

#[derive(Serialize)]
struct CodingOut<'a> {
    coder: &'a str,
    /// At how many places there is a record.
    coded: usize,
    lens: Lens,
}

#[derive(Serialize)]
struct ReliabilityOut<'a> {
    /// `null` over all areas.
    area: Option<&'a str>,
    /// `null` where it is undefined.
    alpha: Option<f64>,
    /// On how many answers alpha rests.
    n: usize,
    same: usize,
    of: usize,
    coded_by_all: usize,
    coded_by_some: usize,
    coded_by_none: usize,
}

#[derive(Serialize)]
struct BetweenOut<'a> {
    one: &'a str,
    other: &'a str,
    same: usize,
    of: usize,
}

#[derive(Serialize)]
struct PlaceOut<'a> {
    party: &'a str,
    issue: &'a str,
    /// `position`, `state`, `condition` or `presence`.
    difference: &'static str,
    /// The largest between two of the positions.
    distance: Option<f64>,
    /// By coder, in the order of `codings`.
    sides: Vec<SideOut<'a>>,
}

#[derive(Serialize)]
struct PairOut<'a> {
    a: &'a str,
    b: &'a str,
    /// By coder; `null` where one of the two is not in the coding.
    counts: Vec<Option<CountsOut>>,
}

#[derive(Serialize)]
struct CountsOut {
    n: usize,
    agree: usize,
    partial: usize,
    conflict: usize,
}

#[derive(Serialize)]
struct MissingOut<'a> {
    party: Option<&'a str>,
    issue: Option<&'a str>,
    /// The coders whose coding is without it.
    from: Vec<&'a str>,
}

/// The text of the answer.
pub fn draw(coders: &Coders, called: &Called) -> String {
    let name = |at: usize| called.names[at].as_str();
    super::text(&CodersOut {
        schema: "stances/coders/1",
        codings: (coders.scenes().into_iter().enumerate())
            .map(|(at, scene)| CodingOut {
                coder: name(at),
                coded: coders.coded_by(at),
                lens: lens(scene),
            })
            .collect(),
        nameless: called.nameless,
        overall: reliability(None, &coders.overall),
        areas: (coders.areas.iter())
            .map(|(area, of)| reliability(Some(area), of))
            .collect(),
        between: (coders.between.iter())
            .map(|two| BetweenOut {
                one: name(two.one),
                other: name(two.other),
                same: two.same,
                of: two.of,
            })
            .collect(),
        disagreements: coders.disagreements().map(|at| place(coders, at)).collect(),
        pairs: coders.pairs.iter().map(|at| pair(coders, at)).collect(),
        missing: missing(coders, called),
    })
}

fn reliability<'a>(area: Option<&'a str>, of: &Reliability) -> ReliabilityOut<'a> {
    ReliabilityOut {
        area,
        alpha: of.alpha.value.ok(),
        n: of.alpha.n,
        same: of.same,
        of: of.of,
        coded_by_all: of.all,
        coded_by_some: of.some,
        coded_by_none: of.none,
    }
}

fn place<'a>(coders: &Coders<'a>, place: &Place) -> PlaceOut<'a> {
    let scenes = coders.scenes();
    PlaceOut {
        party: &coders.union.parties[place.party].party(&scenes).id,
        issue: &coders.union.issues[place.issue].issue(&scenes).id,
        difference: place.difference.name(),
        distance: place.distance,
        sides: (place.sides.iter().zip(&scenes))
            .map(|(one, scene)| side(scene, one))
            .collect(),
    }
}

fn pair<'a>(coders: &Coders<'a>, pair: &Differing) -> PairOut<'a> {
    let scenes = coders.scenes();
    let ids = [pair.a, pair.b].map(|at| coders.union.parties[at].party(&scenes).id.as_str());
    let [a, b] = if ids[0] < ids[1] {
        ids
    } else {
        [ids[1], ids[0]]
    };
    let counts = |pair: &Pair| CountsOut {
        n: pair.n,
        agree: pair.agree,
        partial: pair.partial,
        conflict: pair.conflict,
    };
    PairOut {
        a,
        b,
        counts: pair
            .counts
            .iter()
            .map(|pair| pair.as_ref().map(counts))
            .collect(),
    }
}

fn missing<'a>(coders: &Coders<'a>, called: &'a Called) -> Vec<MissingOut<'a>> {
    let scenes = coders.scenes();
    let from = |at: &[Option<usize>]| -> Vec<&'a str> {
        let without = at.iter().zip(&called.names).filter(|(at, _)| at.is_none());
        without.map(|(_, coder)| coder.as_str()).collect()
    };
    let parties = coders.union.parties.iter().map(|entry| MissingOut {
        party: Some(entry.party(&scenes).id.as_str()),
        issue: None,
        from: from(&entry.at),
    });
    let issues = coders.union.issues.iter().map(|entry| MissingOut {
        party: None,
        issue: Some(entry.issue(&scenes).id.as_str()),
        from: from(&entry.at),
    });
    let all = parties.chain(issues);
    all.filter(|missing| !missing.from.is_empty()).collect()
}
