//! Two camps of parties that agree and conflict as often as a table says.

use proptest::collection::vec;
use proptest::prelude::*;
use stances::compare::blocs::split::{EXACT, Search, Split, splits};
use stances::compare::pair::Pair;

proptest! {
    #[test]
    fn nothing_fits_better_and_as_many_fit_as_well((parties, pairs) in tables()) {
        for split in splits(&parties, &pairs).splits {
            let set: Vec<usize> = split.camps.concat();
            let ways: Vec<usize> = (0..1_u32 << (set.len() - 1))
                .map(|mask| misfit(&pairs, &set, |at| at > 0 && mask & (1 << (at - 1)) != 0))
                .collect();
            let least = ways.iter().min().unwrap();
            prop_assert_eq!(split.misfit, *least);
            let as_good = ways.iter().filter(|way| *way == least).count() - 1;
            prop_assert_eq!(split.search, Search::Exact { as_good });
        }
    }

    #[test]
    fn what_does_not_fit_is_named((parties, pairs) in tables()) {
        let found = splits(&parties, &pairs);
        let mut all: Vec<usize> = found.splits.iter().flat_map(|split| split.camps.concat()).collect();
        all.extend(&found.neither);
        all.sort_unstable();
        prop_assert_eq!(all, parties);
        for split in &found.splits {
            let weight: usize = split.misfits.iter().map(|pair| pair.agree.abs_diff(pair.conflict)).sum();
            prop_assert_eq!(weight, split.misfit);
            prop_assert!(split.misfit <= split.weight);
            for pair in &split.misfits {
                prop_assert_eq!(together(split, pair), pair.conflict > pair.agree);
            }
        }
    }

    #[test]
    fn many_parties_in_two_clear_camps_are_found(sides in vec(any::<bool>(), EXACT + 1..40)) {
        let pairs = (0..sides.len()).flat_map(|a| (a + 1..sides.len()).map(move |b| (a, b)));
        let pairs: Vec<Pair> = pairs
            .map(|(a, b)| if sides[a] == sides[b] { pair(a, b, 3, 1) } else { pair(a, b, 0, 2) })
            .collect();
        let parties: Vec<usize> = (0..sides.len()).collect();
        let found = splits(&parties, &pairs).splits;
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(found[0].misfits.len(), 0);
        prop_assert_eq!(found[0].search, Search::Heuristic);
        let first: Vec<usize> = parties.iter().copied().filter(|at| sides[*at] == sides[0]).collect();
        prop_assert_eq!(&found[0].camps[0], &first);
    }

    #[test]
    fn a_heuristic_ends_where_no_single_move_helps(
        leans in vec(0..3_usize, (EXACT + 2) * (EXACT + 1) / 2)
    ) {
        let parties: Vec<usize> = (0..EXACT + 2).collect();
        let places = parties.iter().flat_map(|a| parties[a + 1..].iter().map(move |b| (*a, *b)));
        let pairs: Vec<Pair> = places.zip(&leans).map(|((a, b), lean)| pair(a, b, *lean, 1)).collect();
        for split in splits(&parties, &pairs).splits.iter().filter(|split| split.search == Search::Heuristic) {
            let set = split.camps.concat();
            let second = |at: usize| split.camps[1].contains(&set[at]);
            prop_assert_eq!(misfit(&pairs, &set, second), split.misfit);
            for mover in 0..set.len() {
                let moved = misfit(&pairs, &set, |at| second(at) != (at == mover));
                prop_assert!(moved >= split.misfit);
            }
        }
    }
}

#[test]
fn a_split_that_parts_enemies_comes_before_one_that_does_not() {
    // 0 and 1 are enemies, 2 is the friend of both: three splits are equally good.
    let pairs = [pair(0, 1, 0, 1), pair(0, 2, 1, 0), pair(1, 2, 1, 0)];
    let found = &splits(&[0, 1, 2], &pairs).splits[0];
    assert_eq!(found.camps, [vec![0, 2], vec![1]]);
    assert_eq!(found.misfits, [pairs[2]]);
    assert_eq!((found.misfit, found.weight), (1, 3));
    assert_eq!(found.search, Search::Exact { as_good: 2 });
}

#[test]
fn who_leans_to_nobody_is_in_no_camp() {
    let found = splits(
        &[0, 1, 2],
        &[pair(0, 1, 2, 2), pair(0, 2, 0, 0), pair(1, 2, 0, 0)],
    );
    assert_eq!(found.splits, []);
    assert_eq!(found.neither, [0, 1, 2]);
}

fn tables() -> impl Strategy<Value = (Vec<usize>, Vec<Pair>)> {
    (2..8_usize).prop_flat_map(|parties| {
        let counts = vec(
            (0..4_usize, 0..4_usize, any::<bool>()),
            parties * (parties - 1) / 2,
        );
        counts.prop_map(move |counts| {
            let places = (0..parties).flat_map(|a| (a + 1..parties).map(move |b| (a, b)));
            let pairs = places
                .zip(counts)
                .map(|((a, b), (agree, conflict, known))| match known {
                    true => pair(a, b, agree, conflict),
                    false => pair(a, b, 0, 0),
                });
            ((0..parties).collect(), pairs.collect())
        })
    })
}

fn pair(a: usize, b: usize, agree: usize, conflict: usize) -> Pair {
    Pair {
        a,
        b,
        n: agree + conflict,
        independent: agree + conflict,
        agree,
        partial: 0,
        conflict,
    }
}

fn together(split: &Split, pair: &Pair) -> bool {
    split.camps[0].contains(&pair.a) == split.camps[0].contains(&pair.b)
}

/// The weight of what does not fit, with these of the set in the second camp.
fn misfit(pairs: &[Pair], set: &[usize], second: impl Fn(usize) -> bool) -> usize {
    let side = |party: usize| Some(second(set.iter().position(|one| *one == party)?));
    let weight = |pair: &Pair| {
        let (Some(one), Some(other)) = (side(pair.a), side(pair.b)) else {
            return 0;
        };
        match one == other {
            true => pair.conflict.saturating_sub(pair.agree),
            false => pair.agree.saturating_sub(pair.conflict),
        }
    };
    pairs.iter().map(weight).sum()
}
