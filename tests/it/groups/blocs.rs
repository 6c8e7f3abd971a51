//! Blocs of parties that are as near to each other as a table says.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;
use stances::compare::blocs::nearness::Nearness;
use stances::compare::blocs::{Blocs, blocs, row_order};
use stances::dossier::lens::{Focus, Lens};
use stances::dossier::scene::Scene;
use stances::dossier::{Dossier, Party};
use stances::measure::{Score, Undefined, named};
use stances::record::party::PartyKind;

/// How often each pair agrees on how many joint issues: by row, then by an earlier column.
type Pairs = Vec<Vec<Option<(u32, u32)>>>;

const HALF: f64 = 0.5;

proptest! {
    /// Without gaps, and with as many joint issues everywhere, it is average linkage as
    /// an independent library does it.
    #[test]
    fn without_gaps_it_is_average_linkage(agree in vec(1..1_000_000_000_u32, 45)) {
        let n = 1_000_000_000;
        let mut shares = agree.into_iter();
        let pairs: Pairs = (0..10).map(|row| shares.by_ref().take(row).map(|one| Some((one, n))).collect()).collect();
        let ours: Vec<f64> = found(&pairs, &by_id(10)).joins.iter().map(|join| 1.0 - join.near.value).collect();
        let mut condensed = Vec::new();
        for (column, row) in (0..10).flat_map(|column| (column + 1..10).map(move |row| (column, row))) {
            condensed.push(1.0 - share(pair(&pairs, row, column)).unwrap());
        }
        let peer = kodama::linkage(&mut condensed, 10, kodama::Method::Average);
        let peer: Vec<f64> = peer.steps().iter().map(|step| step.dissimilarity).collect();
        prop_assert_eq!(ours.len(), peer.len());
        for (ours, peer) in ours.iter().zip(&peer) {
            prop_assert!((ours - peer).abs() < 1e-9, "{} {}", ours, peer);
        }
    }

    #[test]
    fn everybody_is_somewhere_once(pairs in tables()) {
        let found = found(&pairs, &by_id(pairs.len()));
        let mut all = found.blocs.concat();
        all.extend(&found.alone);
        all.extend(&found.unknown);
        all.sort_unstable();
        prop_assert_eq!(all, by_id(pairs.len()));
        prop_assert!(found.blocs.iter().all(|bloc| bloc.len() > 1));
        let rows = found.blocs.iter().map(Vec::len).collect::<Vec<_>>();
        prop_assert!(rows.is_sorted_by(|one, other| one >= other));
        let known = |party: &usize| (0..pairs.len()).any(|other| pair(&pairs, *party, other).is_some());
        prop_assert!(found.unknown.iter().all(|party| !known(party)));
        prop_assert!(found.alone.iter().all(known));
    }

    #[test]
    fn a_join_is_the_share_over_all_pairs_between(pairs in tables()) {
        for join in found(&pairs, &by_id(pairs.len())).joins {
            let between = join.one.iter().flat_map(|one| join.other.iter().map(move |other| (*one, *other)));
            let known: Vec<(u32, u32)> = between.filter_map(|(one, other)| pair(&pairs, one, other)).collect();
            let agree: u32 = known.iter().map(|(agree, _)| agree).sum();
            let n: u32 = known.iter().map(|(_, n)| n).sum();
            prop_assert!(n > 0, "joined without a joint issue");
            prop_assert_eq!(join.near.value, f64::from(agree) / f64::from(n));
            prop_assert_eq!((join.near.n, join.near.pairs), (n as usize, known.len()));
        }
    }

    #[test]
    fn the_nearest_are_joined_first(pairs in tables()) {
        let joins = found(&pairs, &by_id(pairs.len())).joins;
        prop_assert!(joins.iter().map(|join| join.near.value).is_sorted_by(|one, other| *one >= other - 1e-12));
        prop_assert!(joins.iter().all(|join| join.holds == (join.near.value > HALF)));
    }

    #[test]
    fn parties_without_a_chain_of_joint_issues_are_never_together(pairs in tables()) {
        let sets = chained(&pairs);
        for bloc in found(&pairs, &by_id(pairs.len())).blocs {
            let touched: BTreeSet<usize> = bloc.iter().map(|party| sets[*party]).collect();
            prop_assert_eq!(touched.len(), 1);
        }
    }

    #[test]
    fn the_order_asked_for_says_nothing(
        (pairs, order) in tables().prop_flat_map(|pairs| {
            let order = Just(by_id(pairs.len())).prop_shuffle();
            (Just(pairs), order)
        })
    ) {
        let given = by_id(pairs.len());
        prop_assert_eq!(found(&pairs, &given), found(&pairs, &order));
        let rows = |order| with_nearness(&pairs, order, row_order);
        prop_assert_eq!(rows(&given), rows(&order));
    }

    #[test]
    fn in_the_order_of_rows_blocs_stand_together(pairs in tables()) {
        let rows = with_nearness(&pairs, &by_id(pairs.len()), row_order);
        let mut sorted = rows.clone();
        sorted.sort_unstable();
        prop_assert_eq!(sorted, by_id(pairs.len()));
        for bloc in found(&pairs, &by_id(pairs.len())).blocs {
            let places: Vec<usize> = bloc.iter().filter_map(|party| rows.iter().position(|row| row == party)).collect();
            let (first, last) = (places.iter().min().unwrap(), places.iter().max().unwrap());
            prop_assert_eq!(last - first + 1, bloc.len());
        }
    }
}

#[test]
fn a_tie_that_ids_decide_is_told() {
    // 0 and 1 agree, 1 and 2 agree, 0 and 2 do not.
    let pairs = vec![vec![], vec![Some((1, 1))], vec![Some((0, 1)), Some((1, 1))]];
    let found = found(&pairs, &by_id(3));
    assert_eq!(found.blocs, [[0, 1]]);
    let rivals: Vec<(usize, usize)> = found
        .rivals
        .iter()
        .map(|one| (one.joined, one.left))
        .collect();
    assert_eq!(rivals, [(1, 2)]);
}

#[test]
fn of_equally_near_ones_those_are_joined_that_rest_on_more() {
    let pairs = vec![vec![], vec![Some((1, 1))], vec![Some((0, 4)), Some((4, 4))]];
    let found = found(&pairs, &by_id(3));
    assert_eq!(found.blocs, [[1, 2]]);
    assert_eq!(found.rivals, []);
}

#[test]
fn half_is_not_enough() {
    let pairs = vec![vec![], vec![Some((1, 2))]];
    assert_eq!(found(&pairs, &by_id(2)).alone, [0, 1]);
}

fn tables() -> impl Strategy<Value = Pairs> {
    let pair = prop_oneof![
        2 => Just(None),
        3 => (1..5_u32).prop_flat_map(|n| (0..=n, Just(n))).prop_map(Some),
    ];
    (2..9_usize).prop_flat_map(move |parties| {
        (0..parties)
            .map(|row| vec(pair.clone(), row))
            .collect::<Vec<_>>()
    })
}

fn by_id(parties: usize) -> Vec<usize> {
    (0..parties).collect()
}

fn pair(pairs: &Pairs, one: usize, other: usize) -> Option<(u32, u32)> {
    match one == other {
        true => None,
        false => pairs[one.max(other)][one.min(other)],
    }
}

fn share(pair: Option<(u32, u32)>) -> Option<f64> {
    pair.map(|(agree, n)| f64::from(agree) / f64::from(n))
}

/// For each party the smallest that chains of joint issues lead to.
fn chained(pairs: &Pairs) -> Vec<usize> {
    let mut sets = by_id(pairs.len());
    for _ in 0..pairs.len() {
        for one in 0..pairs.len() {
            for other in 0..pairs.len() {
                if pair(pairs, one, other).is_some() {
                    sets[one] = sets[one].min(sets[other]);
                }
            }
        }
    }
    sets
}

fn found(pairs: &Pairs, order: &[usize]) -> Blocs {
    with_nearness(pairs, order, |nearness| blocs(nearness, HALF))
}

fn with_nearness<T>(pairs: &Pairs, order: &[usize], of: impl FnOnce(&Nearness) -> T) -> T {
    let dossier = Dossier {
        parties: (0..pairs.len()).map(party).collect(),
        ..Dossier::default()
    };
    let focus = Focus {
        parties: order.to_vec(),
        ..Lens::default().on(&dossier).unwrap()
    };
    let scene = Scene::new(&dossier, focus);
    let cell = |one: usize, other: usize| (one != other).then(|| score(pair(pairs, one, other)));
    let row = |one: &usize| order.iter().map(|other| cell(*one, *other)).collect();
    let scores: Vec<Vec<Option<Score>>> = order.iter().map(row).collect();
    of(&Nearness::of(&scene, named("agreement").unwrap(), &scores))
}

fn score(pair: Option<(u32, u32)>) -> Score {
    let (count, n) = pair.unwrap_or_default();
    Score {
        value: share(pair).ok_or(Undefined::NothingJoint),
        n: n as usize,
        count: pair.map(|_| count.into()),
        out_of: n as usize,
    }
}

fn party(at: usize) -> Party {
    let id = format!("p{at}");
    Party {
        name: id.clone(),
        code: id.clone(),
        id,
        kind: PartyKind::State,
        members: Vec::new(),
    }
}
