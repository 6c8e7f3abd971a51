//! Measures over all pairs of actors of a table, as many rows at a time as are wanted.
//!
//! There are three ways to what a measure is made of. The plain one walks the items
//! of two rows, as everywhere. Where all items weigh the same, joint items that stand
//! alike are counted together: by sums over bits, which tell the verdicts and the
//! mean distance, or level by level, which tells everything.

mod grouped;
mod material;
pub mod part;
mod sense;
mod tally;

use super::matrix::Matrix;
use super::scale::{Answers, Scale};
use super::terms::Terms;
use super::weight::Rule;
use crate::kernel::counter::Counter;
use crate::kernel::plan::{Load, Plan, Way};
use crate::kernel::rung::Rung;
use crate::kernel::sums::Wanted;
use crate::measure::{Formula, Measure, Undefined};
use crate::table::real::Bounds;
use crate::table::{Cells, Reading, Table};
use material::{Beside, score};
use part::Part;
use sense::Sense;

/// A table to be measured.
#[derive(Debug)]
pub struct Survey<'a> {
    pub table: &'a Table,
    pub reading: Reading,
    /// The number that stands for the lowest level.
    pub lowest: i64,
    count: Count,
    /// How each item's answers are understood.
    senses: Vec<Sense>,
    /// How many items each actor has answered.
    answered: Vec<usize>,
    /// By actor, then by item, the level and one more, or 0: what the plain way walks
    /// on a table of bits. Made when it is needed.
    codes: std::sync::OnceLock<Vec<u8>>,
    /// The answers in the other form, where they are counted faster so.
    turned: std::sync::OnceLock<Cells>,
    /// How many bytes may be taken beside the table.
    spare: u64,
}

/// What is asked for of a table, to be said with the answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// What the table is called.
    pub table: String,
    /// Only these; all where there are none.
    pub actors: Vec<String>,
    pub items: Vec<String>,
}

/// How joint items are counted. The numbers are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// The fastest way there is, on this rung of the kernels.
    Together(Rung),
    /// Item by item.
    Each,
}

/// What can be asked of a table, but not of this one as it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unread {
    #[error("numbers within ranges are no options: say which whole numbers are with `--levels`")]
    NumbersAsOptions,
}

impl<'a> Survey<'a> {
    /// A table whose answers are read like this, its lowest level under this number.
    ///
    /// # Errors
    ///
    /// When its answers cannot be read so.
    pub fn new(
        table: &'a Table,
        reading: Reading,
        lowest: i64,
        count: Count,
    ) -> Result<Self, Unread> {
        let of = |bounds| Sense { reading, bounds };
        let senses = match &table.cells {
            Cells::Real(_) if reading == Reading::Choice => return Err(Unread::NumbersAsOptions),
            Cells::Real(reals) => reals.bounds().iter().copied().map(of).collect(),
            Cells::Dense(_) | Cells::Sparse(_) => {
                let scale = Bounds::new(0.0, (table.levels - 1) as f64);
                let scale = scale.expect("a scale has two levels or more");
                vec![of(scale); table.items.len()]
            }
        };
        let actors = 0..table.actors.len();
        Ok(Self {
            table,
            reading,
            lowest,
            count,
            senses,
            answered: actors.map(|actor| table.answered_by(actor)).collect(),
            codes: std::sync::OnceLock::new(),
            turned: std::sync::OnceLock::new(),
            spare: u64::MAX,
        })
    }

    /// The same, taking no more than so many bytes with the table.
    #[must_use]
    pub fn within(self, memory: u64) -> Self {
        let spare = memory.saturating_sub(self.bytes());
        Self { spare, ..self }
    }

    /// How many bytes the answers take.
    pub fn bytes(&self) -> u64 {
        let cells = &self.table.cells;
        let items = self.table.items.len();
        match Way::of(cells) {
            Some(way) => Load::of(cells, items, self.table.levels, Wanted::Sides).bytes(way),
            None => (self.table.actors.len() * items * size_of::<f64>()) as u64,
        }
    }

    /// How pairs are counted where their sums tell the measure; nothing where answers
    /// are no levels.
    pub fn plan(&self, wanted: Wanted, rung: Rung) -> Option<Plan> {
        let cells = &self.table.cells;
        let form = Way::of(cells)?;
        let load = Load::of(cells, self.table.items.len(), self.table.levels, wanted);
        Some(Plan::new(load, form, rung, self.spare))
    }

    /// Ready to count in the way of the plan.
    fn counter(&self, wanted: Wanted, rung: Rung) -> Option<Counter<'_>> {
        let plan = self.plan(wanted, rung)?;
        let cells = match plan.way == plan.form {
            true => &self.table.cells,
            false => self.turned.get_or_init(|| plan.turned(&self.table.cells)),
        };
        Counter::new(cells, self.table.items.len(), &plan, rung)
    }

    /// The matrices of a measure: one over all items, or one for each scale that two
    /// items or more share, where the measure needs a scale.
    pub fn parts(&self, measure: &'static Measure, terms: &Terms) -> Vec<Part<'_>> {
        let all: Vec<usize> = (0..self.table.items.len()).collect();
        let about = self.about(measure, terms, all.clone());
        match (measure.formula, self.reading) {
            (Formula::Verdicts(_) | Formula::Distances(_), _) => vec![self.part(about)],
            (Formula::Counts(_), Reading::Statement | Reading::Scale)
            | (Formula::Actors(_), Reading::Statement) => vec![self.part(about)],
            (Formula::Counts(_) | Formula::Actors(_), _) => {
                let unfit = Matrix {
                    unfit: all.len(),
                    ..self.about(measure, terms, Vec::new())
                };
                // What the measure itself says of nothing.
                let beside = Beside {
                    items: 0,
                    answered: (0, 0),
                    normalise: unfit.terms.normalise,
                };
                let why = score(measure, &[], beside).value.err();
                vec![self.without(unfit, why.unwrap_or(Undefined::NothingJoint))]
            }
            (Formula::Points(_), Reading::Choice) => {
                vec![self.without(about, Undefined::NoScale)]
            }
            (Formula::Categories(_), Reading::Scale) if self.table.levels == 0 => {
                vec![self.without(about, Undefined::NoScale)]
            }
            (Formula::Categories(_) | Formula::Points(_), _) => self.by_scale(about),
        }
    }

    /// One part for each scale.
    fn by_scale(&self, about: Matrix) -> Vec<Part<'_>> {
        let mut scales: Vec<Scale> = Vec::new();
        for item in &about.issues {
            let answers = self.answers(*item);
            match scales.iter_mut().find(|scale| scale.answers == answers) {
                Some(scale) => scale.issues.push(*item),
                None => scales.push(Scale {
                    answers,
                    issues: vec![*item],
                }),
            }
        }
        let known = scales.len();
        scales.retain(|scale| scale.issues.len() > 1);
        if scales.is_empty() {
            return vec![self.without(about, Undefined::NoScale)];
        }
        let alone = known - scales.len();
        let part = |scale: Scale| {
            let about = self.about(about.measure, &about.terms, scale.issues.clone());
            self.part(Matrix {
                alone,
                scale: Some(scale),
                ..about
            })
        };
        scales.into_iter().map(part).collect()
    }

    /// The scale of an item. All statements share one.
    fn answers(&self, item: usize) -> Answers {
        let bounds = self.senses[item].bounds;
        let names = || {
            let levels = (0..self.table.levels as i64).map(|level| self.lowest + level);
            levels.map(|level| level.to_string()).collect()
        };
        match (self.reading, &self.table.cells) {
            (Reading::Statement, _) => Answers::Statements,
            (Reading::Choice, _) => Answers::Options(names()),
            (Reading::Scale, Cells::Real(_)) => Answers::Numbers {
                unit: String::new(),
                min: bounds.min(),
                max: bounds.max(),
            },
            (Reading::Scale, _) => Answers::Levels(names()),
        }
    }

    /// A matrix without scores.
    fn about(&self, measure: &'static Measure, terms: &Terms, issues: Vec<usize>) -> Matrix {
        Matrix {
            measure,
            area: None,
            scale: None,
            issues,
            terms: terms.on(measure),
            left_out: Default::default(),
            alone: 0,
            unfit: 0,
            scores: Vec::new(),
        }
    }

    fn without(&self, about: Matrix, why: Undefined) -> Part<'_> {
        Part {
            survey: self,
            about,
            way: part::Way::Nothing(why),
        }
    }

    fn part(&self, about: Matrix) -> Part<'_> {
        Part {
            way: part::Way::to(self, &about),
            survey: self,
            about,
        }
    }

    /// What an item weighs under a rule.
    fn weight(&self, rule: Option<&Rule>, item: usize) -> f64 {
        rule.map_or(1.0, |_| self.table.weights[item])
    }

    /// What all of these items weigh, if they weigh the same.
    fn even_weight(&self, rule: Option<&Rule>, items: &[usize]) -> Option<f64> {
        let Some((first, rest)) = items.split_first() else {
            return Some(1.0);
        };
        let weight = self.weight(rule, *first);
        let even = |item: &usize| self.weight(rule, *item) == weight;
        rest.iter().all(even).then_some(weight)
    }

    fn codes(&self) -> &[u8] {
        self.codes.get_or_init(|| {
            let width = self.table.items.len();
            let mut codes = vec![0; width * self.table.actors.len()];
            if let Cells::Dense(answers) = &self.table.cells {
                for actor in 0..answers.actors() {
                    for (item, level) in answers.answers(actor) {
                        codes[actor * width + item] = level + 1;
                    }
                }
            }
            codes
        })
    }
}
