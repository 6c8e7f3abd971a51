//! Questions to large tables: the answers are those of a look at every pair, whichever
//! way they are counted, in however many bands, parts and threads.

use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};

use proptest::prelude::*;

use stances::compare::large::bands::{Bands, in_order};
use stances::compare::large::edges::edges;
use stances::compare::large::need::{Held, Room, TooMuch, Wish, fit};
use stances::compare::large::part::Part;
use stances::compare::large::square::{Triangle, band};
use stances::compare::large::top::{End, top};
use stances::compare::large::{Found, Question};
use stances::kernel::counter::{Columns, Counter, Strangers};
use stances::kernel::plan::{Load, Plan, Way, Working};
use stances::kernel::rung::Rung;
use stances::kernel::sums::{Sums, Wanted};
use stances::table::Cells;
use stances::table::sparse::Sparse;

/// A table, by actor, then by item.
#[derive(Debug, Clone)]
struct Rows {
    levels: usize,
    items: usize,
    rows: Vec<Vec<Option<u8>>>,
}

fn tables() -> impl Strategy<Value = Rows> {
    let sizes = (
        2usize..=5,
        1usize..40,
        prop_oneof![1usize..12, 120usize..200],
    );
    sizes.prop_flat_map(|(levels, items, actors)| {
        let row = (0.0..1.0f64).prop_flat_map(move |share| {
            let answer = prop::option::weighted(share, 0..levels as u8);
            prop::collection::vec(answer, items)
        });
        prop::collection::vec(row, actors).prop_map(move |rows| Rows {
            levels,
            items,
            rows,
        })
    })
}

impl Rows {
    fn sparse(&self) -> Cells {
        let mut sparse = Sparse::default();
        for row in &self.rows {
            let answers = row.iter().enumerate();
            sparse.push(answers.filter_map(|(item, level)| Some((item as u32, (*level)?))));
        }
        Cells::Sparse(sparse)
    }

    fn load(&self) -> Load {
        Load::of(&self.sparse(), self.items, self.levels, Wanted::Distances)
    }

    /// Both ways to count, whatever pays.
    fn both(
        &self,
        check: impl Fn(&Counter) -> Result<(), TestCaseError>,
    ) -> Result<(), TestCaseError> {
        let sparse = self.sparse();
        for way in [Way::Bits, Way::Postings] {
            let plan = Plan {
                way,
                ..Plan::new(self.load(), Way::Postings, Rung::best(), u64::MAX)
            };
            let cells = plan.turned(&sparse);
            let counter = Counter::new(&cells, self.items, &plan, Rung::best());
            check(&counter.expect("the answers are in the form of the plan"))?;
        }
        Ok(())
    }

    /// A measure by its definition: one less the mean distance, on this many items.
    fn found(&self, one: usize, other: usize, min_joint: usize) -> Option<Found> {
        let both = self.rows[one].iter().zip(&self.rows[other]);
        let joint: Vec<_> = both
            .filter_map(|(a, b)| Some((*a)?.abs_diff((*b)?)))
            .collect();
        let n = joint.len() as u32;
        let steps = joint.iter().map(|steps| u32::from(*steps)).sum();
        let value = closeness(self.levels, n, steps).filter(|_| n as usize >= min_joint)?;
        Some(Found { value, n })
    }
}

fn closeness(levels: usize, n: u32, steps: u32) -> Option<f64> {
    (n > 0).then(|| 1.0 - f64::from(steps) / f64::from(n) / (levels - 1) as f64)
}

fn question<'a>(
    counter: &'a Counter<'a>,
    levels: usize,
    min_joint: usize,
) -> Question<'a, impl Fn(&Sums) -> Option<f64> + Sync> {
    Question {
        counter,
        value: move |sums: &Sums| closeness(levels, sums.joint, sums.steps),
        min_joint,
    }
}

/// Values with no number where there is none, so that they can be compared.
fn bits(values: &[f64]) -> Vec<Option<u64>> {
    let bits = |value: &f64| (!value.is_nan()).then(|| value.to_bits());
    values.iter().map(bits).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn the_first_ones_are_those_of_a_sorted_list(
        table in tables(), count in 0usize..6, min_joint in 0usize..4, lowest in any::<bool>()
    ) {
        let end = if lowest { End::Lowest } else { End::Highest };
        let actors = table.rows.len();
        let expected = |row: usize| {
            let others = (0..actors).filter(|other| *other != row);
            let mut all: Vec<(usize, Found)> = others
                .filter_map(|other| Some((other, table.found(row, other, min_joint)?)))
                .collect();
            // Stable: who is equal stays in order.
            all.sort_by(|(_, a), (_, b)| match end {
                End::Highest => b.value.total_cmp(&a.value),
                End::Lowest => a.value.total_cmp(&b.value),
            });
            all.truncate(count);
            all
        };
        table.both(|counter| {
            let firsts = top(&question(counter, table.levels, min_joint), 0..actors, count, end);
            for (row, firsts) in firsts.iter().enumerate() {
                let firsts: Vec<_> = firsts.iter().map(|near| (near.other, near.found)).collect();
                prop_assert_eq!(firsts, expected(row));
            }
            Ok(())
        })?;
    }

    #[test]
    fn edges_are_the_pairs_above_the_threshold(table in tables(), least in 0.0..1.0f64, cut in 0usize..300) {
        let actors = table.rows.len();
        let cut = cut.min(actors);
        let mut expected = Vec::new();
        for a in 0..actors {
            for b in a + 1..actors {
                let found = table.found(a, b, 1).filter(|found| found.value >= least);
                expected.extend(found.map(|found| (a, b, found)));
            }
        }
        table.both(|counter| {
            let question = question(counter, table.levels, 1);
            let mut all = edges(&question, 0..cut, least);
            all.extend(edges(&question, cut..actors, least));
            let all: Vec<_> = all.iter().map(|edge| (edge.a, edge.b, edge.found)).collect();
            prop_assert_eq!(&all, &expected);
            Ok(())
        })?;
    }

    #[test]
    fn a_matrix_is_the_same_counted_once_or_band_by_band(table in tables(), cut in 0usize..300) {
        let actors = table.rows.len();
        let cut = cut.min(actors);
        let value = |row: usize, column: usize| match row == column {
            true => f64::NAN,
            false => table.found(row, column, 1).map_or(f64::NAN, |found| found.value),
        };
        let expected: Vec<f64> = (0..actors)
            .flat_map(|row| (0..actors).map(move |column| value(row, column)))
            .collect();
        table.both(|counter| {
            let question = question(counter, table.levels, 1);
            let told = AtomicU64::new(0);
            let triangle = Triangle::new(&question, |more| {
                told.fetch_add(more, Ordering::Relaxed);
            });
            prop_assert_eq!(told.into_inner(), (actors * (actors - 1) / 2) as u64);
            for rows in [0..cut, cut..actors] {
                let place = rows.start * actors..rows.end * actors;
                let expected = bits(&expected[place]);
                prop_assert_eq!(&bits(&band(&question, rows.clone())), &expected);
                prop_assert_eq!(&bits(&triangle.band(rows)), &expected);
            }
            Ok(())
        })?;
    }

    #[test]
    fn who_shares_nothing_is_looked_at_where_the_measure_has_a_value_for_it(table in tables()) {
        let actors = table.rows.len();
        table.both(|counter| {
            let coverage = Question {
                counter,
                value: |sums: &Sums| Some(f64::from(sums.joint)),
                min_joint: 0,
            };
            let found = top(&coverage, 0..actors, actors, End::Lowest);
            prop_assert!(found.iter().all(|firsts| firsts.len() == actors - 1));
            prop_assert_eq!(edges(&coverage, 0..actors, 0.0).len(), actors * (actors - 1) / 2);
            Ok(())
        })?;
    }

    #[test]
    fn parts_are_the_whole_and_about_equal(actors in 0usize..3000, of in 1usize..40) {
        for columns in [Columns::All, Columns::Behind] {
            let parts: Vec<Range<usize>> = (1..=of)
                .map(|part| Part::new(part, of).unwrap().rows(actors, columns))
                .collect();
            prop_assert_eq!((parts[0].start, parts[of - 1].end), (0, actors));
            prop_assert!(parts.windows(2).all(|two| two[0].end == two[1].start));
            let pairs = |rows: &Range<usize>| {
                columns.pairs_before(rows.end, actors) - columns.pairs_before(rows.start, actors)
            };
            let fair = columns.pairs_before(actors, actors) / of as u64;
            prop_assert!(parts.iter().all(|rows| pairs(rows) <= fair + 2 * actors as u64));
        }
    }

    #[test]
    fn bands_come_in_order_on_any_number_of_threads(count in 0usize..50, threads in 1usize..5, fails in 0usize..60) {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let mut taken = Vec::new();
        let result = pool.install(|| in_order(count, |band| band * 7, |band, made| {
            if band == fails {
                return Err(band);
            }
            taken.push((band, made));
            Ok(())
        }));
        let whole = fails >= count;
        prop_assert_eq!(result, if whole { Ok(()) } else { Err(fails) });
        let expected: Vec<_> = (0..count.min(fails)).map(|band| (band, band * 7)).collect();
        prop_assert_eq!(taken, expected);
    }

    #[test]
    fn what_fits_keeps_within_its_limit(actors in 0usize..200_000, limit in 0u64..4_000_000_000, ahead in 1usize..64) {
        let working = Working { once: 1000, band: 400_000 };
        let room = Room { actors, limit, table: 50_000_000, working, ahead };
        for wish in [Wish::Square { written: 20 }, Wish::Top { count: 10 }, Wish::Edges] {
            match fit(wish, &room) {
                Ok(fit) => prop_assert!(fit.bytes <= limit && fit.height >= 1),
                Err(too_much) => {
                    prop_assert!(too_much.least > limit);
                    let enough = Room { limit: too_much.least, ..room };
                    prop_assert!(fit(wish, &enough).is_ok());
                }
            }
        }
    }
}

#[test]
fn bands_are_all_the_rows() {
    let bands = Bands::new(3..10, 4);
    assert_eq!(
        (bands.count(), bands.rows(0), bands.rows(1)),
        (2, 3..7, 7..10)
    );
    assert_eq!(Bands::new(3..3, 4).count(), 0);
}

#[test]
fn parts_are_read_as_they_are_written() {
    assert_eq!("3/8".parse(), Ok(Part::new(3, 8).unwrap()));
    for wrong in [
        "",
        "3",
        "0/8",
        "9/8",
        "3/0",
        "+1/2",
        "1/ 2",
        "1/2/3",
        "99999999999999999999/2",
    ] {
        assert!(wrong.parse::<Part>().is_err(), "{wrong}");
    }
}

#[test]
fn a_matrix_is_counted_once_where_there_is_room_for_it() {
    let room = |limit| Room {
        actors: 10_000,
        limit,
        table: 40_000_000,
        working: Working {
            once: 0,
            band: 327_680,
        },
        ahead: 4,
    };
    let wish = Wish::Square { written: 20 };
    let held = |limit| fit(wish, &room(limit)).map(|fit| (fit.held, fit.height));
    assert_eq!(held(1_000_000_000), Ok((Held::Triangle, 128)));
    assert_eq!(held(400_000_000), Ok((Held::Bands, 128)));
    assert_eq!(held(60_000_000), Ok((Held::Bands, 16)));
    let too_much = held(42_000_000).unwrap_err();
    assert_eq!(
        too_much.to_string(),
        "it takes at least 42 MB of memory, and `--memory` allows 42 MB; `--top 10` would fit"
    );
    assert!(matches!(held(1_000), Err(TooMuch { instead: None, .. })));
}

/// A table of these many actors and answers to each, evenly spread over 10,000 items.
fn spread(actors: usize, each: usize) -> Load {
    let answered = (actors * each) as u64;
    Load {
        actors,
        items: 10_000,
        levels: 3,
        answered,
        meetings: answered * answered / 10_000,
        wanted: Wanted::Sides,
    }
}

#[test]
fn few_answers_are_counted_one_by_one_and_many_as_bits() {
    for rung in Rung::all() {
        let way = |each| Plan::new(spread(100_000, each), Way::Bits, rung, u64::MAX).way;
        assert_eq!(way(20), Way::Postings, "{}", rung.name());
        assert_eq!(way(5000), Way::Bits, "{}", rung.name());
    }
}

#[test]
fn answers_stay_as_they_are_where_there_is_no_room() {
    let load = spread(100_000, 20);
    let plan = |spare| Plan::new(load, Way::Bits, Rung::PORTABLE, spare);
    assert_eq!(plan(u64::MAX).way, Way::Postings);
    let least = load.bytes(Way::Postings);
    assert_eq!((plan(least).way, plan(least).missing), (Way::Postings, 0));
    assert_eq!(
        (plan(least - 1).way, plan(least - 1).missing),
        (Way::Bits, 1)
    );
}

#[test]
fn the_choice_is_told_in_words() {
    let explained = |form, spare| {
        let plan = Plan::new(spread(100_000, 20), form, Rung::PORTABLE, spare);
        plan.explained(Rung::PORTABLE)
    };
    insta::assert_snapshot!(explained(Way::Postings, 0), @"counting answers one by one, by item: about 0.6 s of one core for all pairs, about 48 min the other way (2000000 answers in 1000000000 cells, two of them meet 400000000 times)");
    insta::assert_snapshot!(explained(Way::Bits, u64::MAX), @"counting answers one by one, by item: about 0.6 s of one core for all pairs, about 48 min the other way (2000000 answers in 1000000000 cells, two of them meet 400000000 times); the answers are turned for it");
    insta::assert_snapshot!(explained(Way::Bits, 1000), @"counting all cells as bits (portable): about 48 min of one core for all pairs, about 0.6 s the other way (2000000 answers in 1000000000 cells, two of them meet 400000000 times); the other way would be faster and needs 21 MB more");
}

#[test]
fn only_answers_in_the_form_of_the_plan_are_counted() {
    let table = Rows {
        levels: 3,
        items: 2,
        rows: vec![vec![Some(1), None]; 3],
    };
    let plan = Plan::new(table.load(), Way::Postings, Rung::best(), u64::MAX);
    let bits = Plan {
        way: Way::Bits,
        ..plan
    };
    let cells = table.sparse();
    assert!(Counter::new(&cells, 2, &bits, Rung::best()).is_none());
    let dense = bits.turned(&cells);
    let back = Plan {
        way: Way::Postings,
        ..plan
    }
    .turned(&dense);
    assert_eq!(back, cells);
    let counter = Counter::new(&dense, 2, &bits, Rung::best()).unwrap();
    let mut met = Vec::new();
    counter.band(
        1..2,
        Columns::Behind,
        Strangers::Skipped,
        |row, column, sums| {
            met.push((row, column, sums[0].joint));
        },
    );
    assert_eq!(met, [(1, 2, 1)]);
}
