//! The kernels alone: how long a pair takes on every rung that this machine has, how
//! time grows with actors and items, and how far the fastest rung is from what the
//! machine could do at all.
//!
//! `cargo bench --bench kernel` prints first the bound, measured in the same run: the
//! vector operations of the loop over the bits, done again and again on what already
//! stands in registers, without a load and without a sum at the end.

#![allow(unsafe_code)]

use std::time::Instant;

use divan::{Bencher, black_box};
use rayon::prelude::*;

use stances::compare::large::Question;
use stances::compare::large::top::{End, top};
use stances::kernel::counter::{Columns, Counter, Strangers, TILE};
use stances::kernel::postings::Postings;
use stances::kernel::rung::Rung;
use stances::kernel::sums::{Kernel, Sums, Wanted};
use stances::table::answers::{Answers, BLOCK};
use stances::table::sparse::Sparse;

fn main() {
    if !std::env::args().any(|argument| argument == "--test" || argument == "--list") {
        bound::print();
    }
    divan::main();
}

/// Ten thousand items on three levels: a tile of each rung, on one core.
#[divan::bench(args = rungs())]
fn tile(bencher: Bencher, rung: &str) {
    let answers = answers(2 * TILE, 10_000, 3);
    let kernel = Kernel::new(&answers, Wanted::Sides, named(rung));
    let mut out = vec![Sums::default(); TILE * TILE];
    bencher
        .counter(divan::counter::ItemsCount::new(TILE * TILE))
        .bench_local(|| kernel.tile(0..TILE, TILE..2 * TILE, black_box(&mut out)));
}

/// The same on five levels, with distances.
#[divan::bench(args = rungs())]
fn tile_of_five_levels(bencher: Bencher, rung: &str) {
    let answers = answers(2 * TILE, 10_000, 5);
    let kernel = Kernel::new(&answers, Wanted::Distances, named(rung));
    let mut out = vec![Sums::default(); TILE * TILE];
    bencher
        .counter(divan::counter::ItemsCount::new(TILE * TILE))
        .bench_local(|| kernel.tile(0..TILE, TILE..2 * TILE, black_box(&mut out)));
}

/// Every pair once, on all cores: time grows as the pairs times the items.
#[divan::bench(sample_count = 10, args = [
    (1000, 1000), (2000, 1000), (4000, 1000), (1000, 10_000), (2000, 10_000), (4000, 10_000),
])]
fn all_pairs(bencher: Bencher, (actors, items): (usize, usize)) {
    let answers = answers(actors, items, 3);
    let counter = Counter::bits(&answers, Wanted::Sides, Rung::best());
    let pairs = Columns::Behind.pairs_before(actors, actors);
    let bencher = bencher.counter(divan::counter::ItemsCount::new(pairs));
    bencher.bench_local(|| joint(&counter));
}

/// The ten nearest of each, 20 answers an actor: time grows as the meetings.
#[divan::bench(sample_count = 3, args = [5000, 10_000, 20_000])]
fn nearest_of_few_answers(bencher: Bencher, actors: usize) {
    let sparse = sparse(actors, 10_000, 20);
    let counter = Counter::postings(Postings::new(&sparse, 10_000, 3));
    let question = Question {
        counter: &counter,
        value: |sums: &Sums| {
            (sums.joint > 0).then(|| 1.0 - f64::from(sums.opposed) / f64::from(sums.joint))
        },
        min_joint: 1,
    };
    bencher.bench_local(|| {
        let starts = (0..actors).into_par_iter().step_by(TILE);
        let bands = starts.map(|start| {
            let rows = start..actors.min(start + TILE);
            top(&question, rows, 10, End::Highest).len()
        });
        bands.sum::<usize>()
    });
}

fn joint(counter: &Counter) -> u64 {
    let actors = counter.actors();
    let starts = (0..actors).into_par_iter().step_by(TILE);
    let bands = starts.map(|start| {
        let rows = start..actors.min(start + TILE);
        let mut sum = 0;
        counter.band(rows, Columns::Behind, Strangers::Skipped, |_, _, sums| {
            sum += sums.iter().map(|sums| u64::from(sums.joint)).sum::<u64>();
        });
        sum
    });
    bands.sum()
}

fn rungs() -> Vec<&'static str> {
    Rung::all().into_iter().map(Rung::name).collect()
}

fn named(name: &str) -> Rung {
    let mut rungs = Rung::all().into_iter();
    rungs.find(|rung| rung.name() == name).unwrap()
}

/// Nine of ten cells answered, the same in every run.
fn answers(actors: usize, items: usize, levels: usize) -> Answers {
    let mut answers = Answers::new(levels, items);
    let mut draw = Draw(1);
    for actor in 0..actors {
        answers.add_actor();
        for item in 0..items {
            if !draw.next().is_multiple_of(10) {
                answers.set(actor, item, (draw.next() % levels as u64) as u8);
            }
        }
    }
    answers
}

fn sparse(actors: usize, items: u32, each: usize) -> Sparse {
    let mut sparse = Sparse::default();
    let mut draw = Draw(1);
    for _ in 0..actors {
        let mut row: Vec<(u32, u8)> = (0..each)
            .map(|_| {
                (
                    (draw.next() % u64::from(items)) as u32,
                    (draw.next() % 3) as u8,
                )
            })
            .collect();
        row.sort_unstable_by_key(|(item, _)| *item);
        row.dedup_by_key(|(item, _)| *item);
        sparse.push(row);
    }
    sparse
}

/// Numbers that look like chance (SplitMix64; G. Steele, D. Lea, C. Flood, 2014).
struct Draw(u64);

impl Draw {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

/// What the machine could do at all.
mod bound {
    use super::*;

    /// How often each time is taken; the best one counts, which other work on the
    /// machine has disturbed least.
    const TRIES: usize = 20;

    pub fn print() {
        let rung = Rung::best();
        let Some(bound) = bound(rung) else {
            println!("no bound is known for `{}`\n", rung.name());
            return;
        };
        let answers = answers(2 * TILE, 10_240, 3);
        let kernel = Kernel::new(&answers, Wanted::Sides, rung);
        let mut out = vec![Sums::default(); TILE * TILE];
        let taken = best(|| kernel.tile(0..TILE, TILE..2 * TILE, black_box(&mut out)));
        let each = taken / (TILE * TILE * answers.blocks_a_row()) as f64;
        println!(
            "{}: {each:.3} ns for {BLOCK} items of a pair, bound {bound:.3} ns: {:.0} % of it reached\n",
            rung.name(),
            100.0 * bound / each
        );
    }

    /// The shortest of several times, in nanoseconds.
    fn best(mut run: impl FnMut()) -> f64 {
        let times = (0..TRIES).map(|_| {
            let start = Instant::now();
            run();
            start.elapsed().as_nanos()
        });
        times.min().unwrap_or(0) as f64
    }

    /// What the operations for 512 items of a pair take, in nanoseconds.
    fn bound(rung: Rung) -> Option<f64> {
        #[cfg(target_arch = "x86_64")]
        if rung.name() == "avx512" {
            const ROUNDS: usize = 100_000;
            // SAFETY: the rung is there only where the processor can do this.
            let taken = best(|| {
                black_box(unsafe { avx512(black_box(ROUNDS)) });
            });
            return Some(taken / (4 * ROUNDS) as f64);
        }
        let _ = rung;
        None
    }

    /// Five logical operations, three counts and three additions for each of four rows.
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx512f,avx512vpopcntdq")]
    unsafe fn avx512(rounds: usize) -> i64 {
        use std::arch::x86_64::*;
        let mut counts = [[_mm512_setzero_si512(); 3]; 4];
        let mut column = [
            _mm512_set1_epi64(-1),
            _mm512_set1_epi64(0x5555),
            _mm512_set1_epi64(0x1111),
        ];
        let own = black_box([_mm512_set1_epi64(0x7777); 3]);
        let mut round = 0;
        while round < rounds {
            let mut row = 0;
            while row < 4 {
                let joint = _mm512_and_si512(own[0], column[0]);
                let below = _mm512_ternarylogic_epi64::<0b0010_1000>(own[1], column[1], joint);
                let above = _mm512_ternarylogic_epi64::<0b0010_1000>(own[2], column[2], joint);
                let parted = _mm512_or_si512(below, above);
                let opposed = _mm512_and_si512(below, above);
                let [a, b, c] = counts[row];
                counts[row] = [
                    _mm512_add_epi64(a, _mm512_popcnt_epi64(joint)),
                    _mm512_add_epi64(b, _mm512_popcnt_epi64(parted)),
                    _mm512_add_epi64(c, _mm512_popcnt_epi64(opposed)),
                ];
                // Nobody knows what the next row meets.
                // SAFETY: nothing is done at all.
                unsafe {
                    std::arch::asm!(
                        "/* {0} {1} {2} */",
                        inout(zmm_reg) column[0],
                        inout(zmm_reg) column[1],
                        inout(zmm_reg) column[2],
                        options(nomem, nostack, preserves_flags, pure)
                    );
                }
                row += 1;
            }
            round += 1;
        }
        let sums = counts.map(|row| row.map(|sum| _mm512_reduce_add_epi64(sum)));
        sums.iter().flatten().sum()
    }
}
