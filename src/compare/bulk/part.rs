//! One measure over all pairs of actors, strip by strip.

use std::ops::Range;

use rayon::prelude::*;

use super::grouped::{joints, tell_distances};
use super::material::{Beside, Met, score};
use super::tally::Tally;
use super::{Count, Survey};
use crate::compare::large::{Found, Pairs, Question, Visit};
use crate::compare::matrix::Matrix;
use crate::kernel::counter::{Columns, Counter, Strangers};
use crate::kernel::sums::{Kernel, Sums, Wanted};
use crate::measure::{Formula, Score, Undefined, pair};
use crate::table::Cells;

/// A matrix that is worked out as it is looked at.
#[derive(Debug)]
pub struct Part<'a> {
    pub(super) survey: &'a Survey<'a>,
    pub(super) about: Matrix,
    pub(super) way: Way<'a>,
}

/// How the scores come about.
#[derive(Debug)]
pub(super) enum Way<'a> {
    /// There are none, for this reason.
    Nothing(Undefined),
    /// From what is counted of two rows, all items of this weight.
    Counted(Counter<'a>, f64),
    /// From counts of every two levels.
    Crossings(Kernel<'a>, f64),
    /// Item by item.
    Each,
}

/// How many rows are counted together: as many columns are read once for all of them.
const ROWS: usize = 16;

/// The most levels with which all crossings of two rows are counted by bits: with
/// more, walking the items is as fast.
const MOST_CROSSED: usize = 12;

impl<'a> Way<'a> {
    pub(super) fn to(survey: &'a Survey, about: &Matrix) -> Self {
        let Count::Together(rung) = survey.count else {
            return Self::Each;
        };
        let even = survey.even_weight(about.terms.weight.as_ref(), &about.issues);
        let levels = survey.table.levels;
        let sums_tell = match about.measure.formula {
            Formula::Verdicts(_) => true,
            Formula::Distances(_) => tell_distances(survey.reading, levels),
            _ => false,
        };
        match (&survey.table.cells, even) {
            (Cells::Dense(_) | Cells::Sparse(_), Some(weight)) if sums_tell => {
                let tally = Tally::of(about.measure, survey.reading);
                let wanted = tally.map_or(Wanted::Distances, Tally::wanted);
                match survey.counter(wanted, rung) {
                    Some(counter) => Self::Counted(counter, weight),
                    None => Self::Each,
                }
            }
            (Cells::Dense(answers), Some(weight)) if levels <= MOST_CROSSED => {
                Self::Crossings(Kernel::new(answers, Wanted::Distances, rung), weight)
            }
            _ => Self::Each,
        }
    }
}

impl Pairs for Part<'_> {
    fn actors(&self) -> usize {
        self.survey.table.actors.len()
    }

    fn band(&self, rows: Range<usize>, columns: Columns, visit: &mut Visit) {
        match (
            &self.way,
            Tally::of(self.about.measure, self.survey.reading),
        ) {
            (Way::Nothing(_), _) => {}
            (Way::Counted(counter, weight), Some(tally)) if *weight > 0.0 => {
                let question = Question {
                    counter,
                    value: |sums: &Sums| tally.share(sums),
                    min_joint: self.about.terms.min_joint,
                };
                question.band(rows, columns, visit);
            }
            (Way::Counted(counter, weight), _) => {
                self.by_sums(counter, *weight, rows, columns, visit)
            }
            (Way::Crossings(..) | Way::Each, _) => {
                for start in rows.clone().step_by(ROWS) {
                    let rows = start..rows.end.min(start + ROWS);
                    self.by_scores(rows, columns, visit);
                }
            }
        }
    }
}

/// What a score says beside why there is none.
fn found(score: &Score) -> Option<Found> {
    let n = u32::try_from(score.n).ok()?;
    score.value.ok().map(|value| Found { value, n })
}

impl Part<'_> {
    fn by_sums(
        &self,
        counter: &Counter,
        weight: f64,
        rows: Range<usize>,
        columns: Columns,
        visit: &mut Visit,
    ) {
        let mut joint = Vec::new();
        let nobody = self.of(Sums::default(), weight, &mut joint);
        let strangers = match found(&nobody) {
            Some(_) => Strangers::Shown,
            None => Strangers::Skipped,
        };
        let mut all = Vec::new();
        counter.band(rows, columns, strangers, |row, column, sums| {
            all.clear();
            all.extend(sums.iter().enumerate().map(|(at, sums)| {
                let other = column + at != row;
                other.then(|| found(&self.of(*sums, weight, &mut joint)))?
            }));
            visit(row, column, &all);
        });
    }

    fn by_scores(&self, rows: Range<usize>, columns: Columns, visit: &mut Visit) {
        let found = |row, column, scores: &[Option<Score>]| {
            let found = scores.iter().map(|score| found(score.as_ref()?));
            (row, column, found.collect::<Vec<_>>())
        };
        for (row, column, found) in self.strip(rows, columns, &found) {
            visit(row, column, &found);
        }
    }

    /// Whether the two halves of the matrix are the same to the last digit, so that it
    /// makes no difference which of them is worked out.
    pub fn is_mirrored(&self) -> bool {
        matches!(self.way, Way::Counted(..) | Way::Nothing(_))
    }

    /// What the matrix is about; it has no scores.
    pub fn about(&self) -> &Matrix {
        &self.about
    }

    /// Works out rows, draws them, several at once, and hands them on in their order,
    /// with a few of them in memory at a time. `draw` gets the number of a row, that of
    /// the first column given, and the scores from there on; nothing on the diagonal.
    ///
    /// # Errors
    ///
    /// What `visit` says; then no more rows are worked out.
    pub fn rows<T: Send, E>(
        &self,
        rows: Range<usize>,
        columns: Columns,
        draw: impl Fn(usize, usize, &[Option<Score>]) -> T + Sync,
        mut visit: impl FnMut(T) -> Result<(), E>,
    ) -> Result<(), E> {
        let band = ROWS * 4 * rayon::current_num_threads();
        for start in rows.clone().step_by(band) {
            let end = rows.end.min(start + band);
            let strips: Vec<usize> = (start..end).step_by(ROWS).collect();
            let drawn: Vec<Vec<T>> = (strips.into_par_iter())
                .map(|first| self.strip(first..end.min(first + ROWS), columns, &draw))
                .collect();
            drawn.into_iter().flatten().try_for_each(&mut visit)?;
        }
        Ok(())
    }

    /// The whole matrix.
    pub fn matrix(self) -> Matrix {
        let mut scores = Vec::new();
        let all = 0..self.survey.table.actors.len();
        let whole = self.rows(
            all,
            Columns::All,
            |_, _, row| row.to_vec(),
            |row| {
                scores.push(row);
                Ok::<(), std::convert::Infallible>(())
            },
        );
        match whole {
            Ok(()) => Matrix {
                scores,
                ..self.about
            },
            Err(never) => match never {},
        }
    }

    fn strip<T>(
        &self,
        rows: Range<usize>,
        columns: Columns,
        draw: &impl Fn(usize, usize, &[Option<Score>]) -> T,
    ) -> Vec<T> {
        let first = columns.first(rows.start);
        let wanted = first..self.survey.table.actors.len();
        let mut scores = match &self.way {
            Way::Nothing(why) => rows
                .clone()
                .map(|_| vec![Some(Score::undefined(*why)); wanted.len()])
                .collect(),
            Way::Counted(counter, weight) => self.counted(counter, *weight, &rows, columns),
            Way::Crossings(kernel, weight) => {
                let levels = self.survey.table.levels;
                let mut counts = vec![0; levels * levels];
                self.by_pairs(&rows, &wanted, |row, column, met| {
                    kernel.cross(row, column, &mut counts);
                    self.crossed(&counts, *weight, met);
                })
            }
            Way::Each => self.by_pairs(&rows, &wanted, |row, column, met| {
                self.walked(row, column, met);
            }),
        };
        let rows = rows.zip(&mut scores);
        rows.map(|(row, scores)| {
            let first = columns.first(row);
            if let Some(own) = row.checked_sub(wanted.start) {
                scores[own] = None;
            }
            draw(row, first, &scores[first - wanted.start..])
        })
        .collect()
    }

    fn counted(
        &self,
        counter: &Counter,
        weight: f64,
        rows: &Range<usize>,
        columns: Columns,
    ) -> Vec<Vec<Option<Score>>> {
        let first = columns.first(rows.start);
        let width = counter.actors() - first;
        let mut scores = vec![vec![None; width]; rows.len()];
        let mut joint = Vec::new();
        counter.band(
            rows.clone(),
            columns,
            Strangers::Shown,
            |row, column, sums| {
                let scores = &mut scores[row - rows.start][column - first..];
                for (score, sums) in scores.iter_mut().zip(sums) {
                    *score = Some(self.of(*sums, weight, &mut joint));
                }
            },
        );
        scores
    }

    /// The score of two rows from their sums.
    fn of(&self, sums: Sums, weight: f64, joint: &mut Vec<pair::Joint>) -> Score {
        let survey = self.survey;
        // Where only the sides are counted, only they are asked for.
        let moved = sums.moved.max(sums.parted);
        let sums = Sums { moved, ..sums };
        joints(sums, (survey.reading, survey.table.levels), weight, joint);
        let observed = pair::Observed {
            joint,
            issues: self.about.issues.len(),
        };
        let score = match self.about.measure.formula {
            Formula::Verdicts(formula) | Formula::Distances(formula) => formula(&observed),
            // Sums are not what these are made of.
            _ => Score::undefined(Undefined::NoDistance),
        };
        score.on_at_least(self.about.terms.min_joint)
    }

    fn by_pairs(
        &self,
        rows: &Range<usize>,
        wanted: &Range<usize>,
        mut meet: impl FnMut(usize, usize, &mut Vec<Met>),
    ) -> Vec<Vec<Option<Score>>> {
        let mut met = Vec::new();
        let mut pair = |row: usize, column: usize| {
            met.clear();
            meet(row, column, &mut met);
            let beside = Beside {
                items: self.about.issues.len(),
                answered: (self.survey.answered[row], self.survey.answered[column]),
                normalise: self.about.terms.normalise,
            };
            let score = score(self.about.measure, &met, beside);
            Some(score.on_at_least(self.about.terms.min_joint))
        };
        rows.clone()
            .map(|row| wanted.clone().map(|column| pair(row, column)).collect())
            .collect()
    }

    /// Every two levels that cross.
    fn crossed(&self, counts: &[u32], weight: f64, met: &mut Vec<Met>) {
        let levels = self.survey.table.levels;
        let Some(sense) = self.survey.senses.first() else {
            return;
        };
        let there = counts.iter().enumerate().filter(|(_, times)| **times > 0);
        met.extend(there.map(|(at, times)| Met {
            sense: *sense,
            a: (at / levels) as f64,
            b: (at % levels) as f64,
            weight,
            times: *times as usize,
        }));
    }

    /// Every item that both have answered, of those looked at.
    fn walked(&self, row: usize, column: usize, met: &mut Vec<Met>) {
        let survey = self.survey;
        let rule = self.about.terms.weight.as_ref();
        let mut joint = |item: usize, a: f64, b: f64| {
            met.push(Met {
                sense: survey.senses[item],
                a,
                b,
                weight: survey.weight(rule, item),
                times: 1,
            });
        };
        match &survey.table.cells {
            Cells::Dense(_) => {
                let width = survey.table.items.len();
                let codes = survey.codes();
                let (ours, theirs) = (&codes[row * width..], &codes[column * width..]);
                for item in &self.about.issues {
                    if let (Some(a), Some(b)) =
                        (ours[*item].checked_sub(1), theirs[*item].checked_sub(1))
                    {
                        joint(*item, f64::from(a), f64::from(b));
                    }
                }
            }
            // All items are on one scale, so all of them are looked at.
            Cells::Sparse(sparse) => {
                let mut theirs = sparse.row(column).peekable();
                for (item, a) in sparse.row(row) {
                    while theirs.next_if(|(other, _)| *other < item).is_some() {}
                    if let Some((_, b)) = theirs.next_if(|(other, _)| *other == item) {
                        joint(item, f64::from(a), f64::from(b));
                    }
                }
            }
            Cells::Real(reals) => {
                let (ours, theirs) = (reals.values(row), reals.values(column));
                for item in &self.about.issues {
                    let (a, b) = (ours[*item], theirs[*item]);
                    if !a.is_nan() && !b.is_nan() {
                        joint(*item, a, b);
                    }
                }
            }
        }
    }
}
