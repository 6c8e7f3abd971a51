//! One field of a table: an answer, none, or something else.

use std::collections::BTreeMap;

use super::Levels;
use crate::table::collect::Collector;
use crate::table::real::{Bounds, Reals};
use crate::table::{Cells, Table};

/// How the fields of a table are read, and what their answers are kept in.
pub(super) trait Scale {
    type Answer: Copy;
    type Kept: Keep<Self::Answer>;

    /// Takes up one more item; tells whether answers to it can be read. Where they
    /// cannot, the next item gets its number.
    fn take(&mut self, item: &str) -> bool;

    /// The answer to an item; nothing for an empty field or one of those that
    /// statistics programs write for one.
    ///
    /// # Errors
    ///
    /// What is wrong with the value.
    fn answer(&self, item: u32, field: &[u8]) -> Result<Option<Self::Answer>, String>;

    /// What keeps the answers to the items taken up.
    fn kept(&self, items: Vec<String>) -> Self::Kept;
}

/// What answers are kept in, actor by actor.
pub(super) trait Keep<Answer> {
    /// Adds an actor with these answers, which are sorted by item.
    fn push(&mut self, actor: String, answers: &[(u32, Answer)]);
    fn table(self) -> Table;
}

/// One scale of whole numbers for all items.
#[derive(Debug, Clone, Copy)]
pub(super) struct Levelled(pub(super) Levels);

/// Any numbers, for each item within its range.
#[derive(Debug)]
pub(super) struct Ranged<'a> {
    ranges: BTreeMap<&'a str, Bounds>,
    /// Those of the items that have been taken up.
    taken: Vec<Bounds>,
}

/// Numbers with the names of who gave them to what.
#[derive(Debug)]
pub(super) struct Numbers {
    actors: Vec<String>,
    items: Vec<String>,
    reals: Reals,
}

impl Scale for Levelled {
    type Answer = u8;
    type Kept = Collector;

    fn take(&mut self, _: &str) -> bool {
        true
    }

    #[inline]
    fn answer(&self, _: u32, field: &[u8]) -> Result<Option<u8>, String> {
        match field {
            [] => Ok(None),
            [digit @ b'0'..=b'9'] => self.within(i64::from(digit - b'0'), field),
            _ => self.longer(field.trim_ascii()),
        }
    }

    fn kept(&self, items: Vec<String>) -> Collector {
        Collector::new(items, self.0.count())
    }
}

impl Levelled {
    fn longer(self, field: &[u8]) -> Result<Option<u8>, String> {
        match whole(field) {
            _ if is_none(field) => Ok(None),
            Some(number) => self.within(number, field),
            None => Err(format!("`{}` is no whole number", shown(field))),
        }
    }

    #[inline]
    fn within(self, number: i64, field: &[u8]) -> Result<Option<u8>, String> {
        let Levels { lo, hi } = self.0;
        match (lo..=hi).contains(&number) {
            true => Ok(u8::try_from(number - lo).ok()),
            false => Err(format!("`{}` lies outside {lo} to {hi}", shown(field))),
        }
    }
}

impl Keep<u8> for Collector {
    fn push(&mut self, actor: String, answers: &[(u32, u8)]) {
        self.push(actor, answers);
    }

    fn table(self) -> Table {
        self.finish()
    }
}

impl<'a> Ranged<'a> {
    pub(super) fn new(ranges: impl Iterator<Item = (&'a str, Bounds)>) -> Self {
        Self {
            ranges: ranges.collect(),
            taken: Vec::new(),
        }
    }
}

impl Scale for Ranged<'_> {
    type Answer = f64;
    type Kept = Numbers;

    fn take(&mut self, item: &str) -> bool {
        self.taken.extend(self.ranges.get(item));
        self.ranges.contains_key(item)
    }

    fn answer(&self, item: u32, field: &[u8]) -> Result<Option<f64>, String> {
        let field = field.trim_ascii();
        if is_none(field) {
            return Ok(None);
        }
        let bounds = self.taken[item as usize];
        match number(field) {
            Some(number) if bounds.hold(number) => Ok(Some(number)),
            Some(_) => {
                let (min, max) = (bounds.min(), bounds.max());
                Err(format!("`{}` lies outside {min} to {max}", shown(field)))
            }
            None if field.contains(&b',') => Err(format!(
                "`{}` is no number: write a point before the fraction",
                shown(field)
            )),
            None => Err(format!("`{}` is no number", shown(field))),
        }
    }

    fn kept(&self, items: Vec<String>) -> Numbers {
        Numbers {
            actors: Vec::new(),
            items,
            reals: Reals::new(self.taken.clone()),
        }
    }
}

impl Keep<f64> for Numbers {
    fn push(&mut self, actor: String, answers: &[(u32, f64)]) {
        self.actors.push(actor);
        let answers = answers.iter().map(|(item, value)| (*item as usize, *value));
        self.reals.push(answers);
    }

    fn table(self) -> Table {
        Table {
            actors: self.actors,
            weights: vec![1.0; self.items.len()],
            items: self.items,
            levels: 0,
            cells: Cells::Real(self.reals),
        }
    }
}

/// Whether a field says that there is no answer.
pub(super) fn is_none(field: &[u8]) -> bool {
    matches!(field, b"" | b"NA" | b".")
}

/// A finite number.
pub(super) fn number(field: &[u8]) -> Option<f64> {
    let text = str::from_utf8(field).ok()?;
    text.parse().ok().filter(|number: &f64| number.is_finite())
}

/// A whole number, also one that is written with a fraction of nothing: `2.0`.
fn whole(field: &[u8]) -> Option<i64> {
    let text = str::from_utf8(field).ok()?;
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let number = number(field)?;
    let is_whole = number.fract() == 0.0 && number.abs() < 1e15;
    is_whole.then_some(number as i64)
}

/// A field as it is told: not all of a long one.
pub(super) fn shown(field: &[u8]) -> String {
    const LONGEST: usize = 40;
    let text = String::from_utf8_lossy(field);
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.into_owned(),
    }
}
