//! The kernels count what the definition says, on every rung that this machine has.

use proptest::prelude::*;

use stances::kernel::rung::Rung;
use stances::kernel::sums::{Kernel, Sides, Sums, Wanted};
use stances::table::answers::Answers;

/// Rows of answers, with gaps of every pattern: long ones, whole rows, none.
fn tables() -> impl Strategy<Value = (usize, usize, Vec<Vec<Option<u8>>>)> {
    let sizes = (
        2usize..=9,
        prop_oneof![0usize..70, 500usize..530, 1000usize..1100],
    );
    sizes.prop_flat_map(|(levels, items)| {
        let share = prop_oneof![Just(0.001), Just(0.999), 0.01..0.99];
        let row = share.prop_flat_map(move |share| {
            let answer = prop::option::weighted(share, 0..levels as u8);
            prop::collection::vec(answer, items)
        });
        (Just(levels), Just(items), prop::collection::vec(row, 1..7))
    })
}

fn answers(levels: usize, items: usize, rows: &[Vec<Option<u8>>]) -> Answers {
    let mut answers = Answers::new(levels, items);
    for (actor, row) in rows.iter().enumerate() {
        answers.add_actor();
        for (item, level) in row.iter().enumerate() {
            if let Some(level) = level {
                answers.set(actor, item, *level);
            }
        }
    }
    answers
}

/// The sums by their definition, item by item.
fn defined(levels: usize, one: &[Option<u8>], other: &[Option<u8>], wanted: Wanted) -> Sums {
    let Sides { lower, upper } = Sides::of(levels);
    let side =
        |level: u8| (usize::from(level) >= lower) as i8 + (usize::from(level) >= upper) as i8;
    let mut sums = Sums::default();
    for (one, other) in one.iter().zip(other) {
        let (Some(one), Some(other)) = (*one, *other) else {
            continue;
        };
        let apart = side(one).abs_diff(side(other));
        sums.joint += 1;
        sums.parted += u32::from(apart > 0);
        sums.opposed += u32::from(apart == 2);
        if wanted == Wanted::Distances || levels <= 3 {
            sums.moved += u32::from(one != other);
            sums.steps += u32::from(one.abs_diff(other));
        }
    }
    sums
}

proptest! {
    // Every case counts thousands of pairs.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_rung_counts_what_the_definition_says((levels, items, rows) in tables()) {
        let answers = answers(levels, items, &rows);
        let all = 0..rows.len();
        for rung in Rung::all() {
            for wanted in [Wanted::Sides, Wanted::Distances] {
                let mut out = vec![Sums::default(); rows.len() * rows.len()];
                Kernel::new(&answers, wanted, rung).tile(all.clone(), all.clone(), &mut out);
                for (at, sums) in out.iter().enumerate() {
                    let (one, other) = (&rows[at / rows.len()], &rows[at % rows.len()]);
                    prop_assert_eq!(*sums, defined(levels, one, other, wanted), "{}", rung.name());
                }
            }
        }
    }

    #[test]
    fn a_tile_is_a_part_of_the_whole((levels, items, rows) in tables(), from in 0usize..6, to in 0usize..7) {
        let answers = answers(levels, items, &rows);
        let (from, to) = (from.min(rows.len()), to.min(rows.len()));
        let part = from.min(to)..from.max(to);
        let kernel = Kernel::new(&answers, Wanted::Distances, Rung::best());
        let mut whole = vec![Sums::default(); rows.len() * rows.len()];
        kernel.tile(0..rows.len(), 0..rows.len(), &mut whole);
        let mut tile = vec![Sums::default(); part.len() * rows.len()];
        kernel.tile(part.clone(), 0..rows.len(), &mut tile);
        prop_assert_eq!(&tile[..], &whole[part.start * rows.len()..part.end * rows.len()]);
    }
}

#[test]
fn the_ladder_starts_with_what_every_processor_can_do() {
    let rungs = Rung::all();
    assert_eq!(rungs[0], Rung::PORTABLE);
    assert!(rungs.is_sorted_by(|one, other| one < other));
    assert_eq!(rungs.last(), Some(&Rung::best()));
}

/// As far apart as levels can be, on more items than are counted at once: no sum runs over.
#[test]
fn the_largest_sums_fit() {
    let items = 20_000;
    let rows = vec![vec![Some(0); items], vec![Some(254); items]];
    let answers = answers(255, items, &rows);
    for rung in Rung::all() {
        let mut out = vec![Sums::default(); 4];
        Kernel::new(&answers, Wanted::Distances, rung).tile(0..2, 0..2, &mut out);
        let steps = 254 * u32::try_from(items).unwrap();
        assert_eq!(out[1].steps, steps, "{}", rung.name());
    }
}

/// More items than are counted at once, and more than fit into 21 bits of a sum
/// if they were not counted in parts.
#[test]
fn long_rows_are_counted_in_parts() {
    let items = 40_000;
    let row = |shift: usize| {
        (0..items)
            .map(|item| Some(((item + shift) % 5) as u8))
            .collect()
    };
    let rows: Vec<Vec<Option<u8>>> = vec![row(0), row(1)];
    let answers = answers(5, items, &rows);
    for rung in Rung::all() {
        let mut out = vec![Sums::default(); 4];
        Kernel::new(&answers, Wanted::Distances, rung).tile(0..2, 0..2, &mut out);
        assert_eq!(
            out[1],
            defined(5, &rows[0], &rows[1], Wanted::Distances),
            "{}",
            rung.name()
        );
    }
}
