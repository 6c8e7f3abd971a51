//! Which way to count: all cells as bits, or answers one by one.
//!
//! As bits, a pair costs the same whether the two have answered anything or not.
//! By postings, what costs is every meeting of two answers to the same item: the sum
//! of the squared numbers of answers to an item. The plan takes what is cheaper, and
//! turns the answers into the other form where that pays and there is room.

use rayon::prelude::*;

use super::bits::set;
use super::counter;
use super::rung::Rung;
use super::sums::Wanted;
use crate::table::Cells;
use crate::table::answers::{Answers, BLOCK};
use crate::table::sparse::Sparse;

/// A way to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Way {
    /// All cells, 512 at a time.
    Bits,
    /// The answers there are, by item.
    Postings,
}

/// What there is to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Load {
    pub actors: usize,
    pub items: usize,
    pub levels: usize,
    /// How many answers there are.
    pub answered: u64,
    /// How often two answers to one item meet, each with itself among them: the sum
    /// of the squared numbers of answers to an item.
    pub meetings: u64,
    pub wanted: Wanted,
}

/// The way that is taken, and why.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plan {
    pub load: Load,
    pub way: Way,
    /// The form in which the answers are.
    pub form: Way,
    /// What is estimated for either way, in seconds of one core, for all pairs both
    /// ways round.
    pub bits: f64,
    pub postings: f64,
    /// The bytes that the cheaper way would have taken beyond what there is; 0 where
    /// it is taken.
    pub missing: u64,
}

/// What 512 items of three levels cost a pair, in nanoseconds, on a server core of
/// 2024 (AMD Zen 5), by rung.
const BLOCK_COST: [(&str, f64); 4] = [
    ("portable", 14.4),
    ("popcnt", 7.2),
    ("avx2", 4.1),
    ("avx512", 0.85),
];

/// What a pair costs beside its items when bits are counted, in nanoseconds.
const PAIR_COST: f64 = 3.0;

/// What a meeting of two answers costs, in nanoseconds.
const MEETING_COST: f64 = 1.6;

impl Load {
    /// What there is to count in these answers.
    pub fn of(cells: &Cells, items: usize, levels: usize, wanted: Wanted) -> Self {
        let degrees = degrees(cells, items);
        Self {
            actors: actors(cells),
            items,
            levels,
            answered: degrees.iter().sum(),
            meetings: degrees.iter().map(|degree| degree * degree).sum(),
            wanted,
        }
    }

    /// How many bytes the answers take in the form that a way needs, with what is
    /// made of them before counting.
    pub fn bytes(&self, way: Way) -> u64 {
        match way {
            Way::Bits => Answers::bytes(self.levels, self.items, self.actors),
            Way::Postings => {
                let rows = self.answered * Sparse::ANSWER as u64;
                let ends = (self.actors + self.items) * size_of::<usize>();
                // Once by actor and once by item.
                2 * rows + ends as u64
            }
        }
    }

    fn bits(&self, rung: Rung) -> f64 {
        let block = BLOCK_COST.iter().find(|(name, _)| *name == rung.name());
        let block = block.map_or(BLOCK_COST[0].1, |(_, cost)| *cost);
        let blocks = self.items.div_ceil(BLOCK) as f64;
        let pairs = (self.actors as f64).powi(2);
        pairs * (PAIR_COST + blocks * block * self.share_of_planes()) / 1e9
    }

    /// How much there is to do for 512 items beside three levels: a plane more is
    /// one more comparison and one more count.
    fn share_of_planes(&self) -> f64 {
        match (self.levels, self.wanted) {
            (..=3, _) | (_, Wanted::Sides) => 1.0,
            (levels, Wanted::Distances) => (4.0 + 1.3 * (levels as f64 - 1.0)) / 5.5,
        }
    }

    fn postings(&self) -> f64 {
        self.meetings as f64 * MEETING_COST / 1e9
    }
}

impl Plan {
    /// The plan for this load, the answers being in this form, on this rung, with so
    /// many bytes to spare beside the answers as they are.
    pub fn new(load: Load, form: Way, rung: Rung, spare: u64) -> Self {
        let (bits, postings) = (load.bits(rung), load.postings());
        let cheaper = match postings < bits {
            true => Way::Postings,
            false => Way::Bits,
        };
        let missing = match cheaper == form {
            true => 0,
            false => load.bytes(cheaper).saturating_sub(spare),
        };
        Self {
            load,
            way: if missing == 0 { cheaper } else { form },
            form,
            bits,
            postings,
            missing,
        }
    }

    /// These answers in the form that the plan needs.
    pub fn turned(&self, cells: &Cells) -> Cells {
        match (cells, self.way) {
            (Cells::Sparse(sparse), Way::Bits) => Cells::Dense(self.dense(sparse)),
            (Cells::Dense(answers), Way::Postings) => Cells::Sparse(sparse(answers)),
            (same, _) => same.clone(),
        }
    }

    /// How many bytes counting takes beside the answers in the plan's form: for each
    /// band at work, and once for all.
    pub fn working(&self) -> Working {
        let once = match self.way {
            Way::Bits => 0,
            Way::Postings => self.load.bytes(Way::Postings) / 2,
        };
        Working {
            once,
            band: counter::bytes(self.way, self.load.actors),
        }
    }

    /// The choice in words, for whoever asks why it takes so long.
    pub fn explained(&self, rung: Rung) -> String {
        let way = match self.way {
            Way::Bits => format!("counting all cells as bits ({})", rung.name()),
            Way::Postings => "counting answers one by one, by item".to_owned(),
        };
        let turned = match (self.form == self.way, self.missing) {
            (true, 0) => String::new(),
            (true, missing) => format!(
                "; the other way would be faster and needs {} more",
                size(missing)
            ),
            (false, _) => "; the answers are turned for it".to_owned(),
        };
        format!(
            "{way}: {} of one core for all pairs, {} the other way ({} answers in {} cells, \
             two of them meet {} times){turned}",
            seconds(self.cost(self.way)),
            seconds(self.cost(self.way.other())),
            self.load.answered,
            self.load.actors as u64 * self.load.items as u64,
            self.load.meetings,
        )
    }

    fn cost(&self, way: Way) -> f64 {
        match way {
            Way::Bits => self.bits,
            Way::Postings => self.postings,
        }
    }

    fn dense(&self, sparse: &Sparse) -> Answers {
        let mut dense = Answers::new(self.load.levels, self.load.items);
        for actor in 0..sparse.actors() {
            dense.add_actor();
            for (item, level) in sparse.row(actor) {
                dense.set(actor, item, level);
            }
        }
        dense
    }
}

/// What counting takes beside the answers, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Working {
    /// Once, however many count.
    pub once: u64,
    /// For each band that is being counted.
    pub band: u64,
}

impl Way {
    /// The form in which these answers are; nothing where they are no levels, of which
    /// there are no bits.
    pub fn of(cells: &Cells) -> Option<Self> {
        Some(match cells {
            Cells::Dense(_) => Self::Bits,
            Cells::Sparse(_) => Self::Postings,
            Cells::Real(_) => return None,
        })
    }

    fn other(self) -> Self {
        match self {
            Self::Bits => Self::Postings,
            Self::Postings => Self::Bits,
        }
    }
}

fn actors(cells: &Cells) -> usize {
    match cells {
        Cells::Dense(answers) => answers.actors(),
        Cells::Sparse(sparse) => sparse.actors(),
        Cells::Real(reals) => reals.actors(),
    }
}

/// How many have answered each item.
fn degrees(cells: &Cells, items: usize) -> Vec<u64> {
    let count = |mut degrees: Vec<u64>, actor: usize| {
        match cells {
            Cells::Sparse(sparse) => sparse.row(actor).for_each(|(item, _)| degrees[item] += 1),
            Cells::Dense(answers) => answered(answers, actor).for_each(|item| degrees[item] += 1),
            Cells::Real(reals) => reals.row(actor).for_each(|(item, _)| degrees[item] += 1),
        }
        degrees
    };
    let parts = (0..actors(cells))
        .into_par_iter()
        .fold(|| vec![0; items], count);
    parts.reduce(
        || vec![0; items],
        |one, other| one.iter().zip(&other).map(|(a, b)| a + b).collect(),
    )
}

fn sparse(answers: &Answers) -> Sparse {
    let mut sparse = Sparse::default();
    for actor in 0..answers.actors() {
        let row = answered(answers, actor);
        let row = row.filter_map(|item| Some((item as u32, answers.get(actor, item)?)));
        sparse.push(row);
    }
    sparse
}

/// The items that an actor has answered, ascending, found word by word.
fn answered(answers: &Answers, actor: usize) -> impl Iterator<Item = usize> + '_ {
    let declared = answers.row(actor).iter().step_by(answers.planes());
    set(declared.flat_map(|block| block.0))
}

/// A number of bytes for people: `384 MB`.
pub fn size(bytes: u64) -> String {
    const UNITS: [&str; 5] = ["bytes", "kB", "MB", "GB", "TB"];
    let mut amount = bytes as f64;
    let mut unit = 0;
    // What would be rounded to 1,000 is told in the next unit.
    while amount >= 999.5 && unit + 1 < UNITS.len() {
        amount /= 1000.0;
        unit += 1;
    }
    match amount < 9.95 && unit > 0 {
        true => format!("{amount:.1} {}", UNITS[unit]),
        false => format!("{amount:.0} {}", UNITS[unit]),
    }
}

fn seconds(seconds: f64) -> String {
    match seconds {
        ..0.0995 => "less than 0.1 s".to_owned(),
        ..9.95 => format!("about {seconds:.1} s"),
        ..99.5 => format!("about {seconds:.0} s"),
        ..5970.0 => format!("about {:.0} min", seconds / 60.0),
        _ => format!("about {:.1} h", seconds / 3600.0),
    }
}
