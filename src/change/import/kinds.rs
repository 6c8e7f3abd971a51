//! What kind of issue an item of a table becomes, and what numbers on it mean.

use crate::exchange::entries::Entry;
use crate::exchange::items::Item;
use crate::record::decode::value;
use crate::record::position::Kind;

use super::words::degree;

/// What the user says of numbers and names in a table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Declared {
    pub levels: Option<Levels>,
    pub kind: Option<KindName>,
}

/// The values there can be.
#[derive(Debug, Clone, PartialEq)]
pub enum Levels {
    /// Numbers from one to the other.
    Numbers { lo: f64, hi: f64 },
    /// Names in their order.
    Names(Vec<String>),
}

/// A kind without its levels, options or bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KindName {
    Statement,
    Scale,
    Quantity,
    Choice,
}

/// An item's kind, and what numbers mean there.
#[derive(Debug, Clone, PartialEq)]
pub struct Decided {
    pub kind: Kind,
    pub numbers: Numbers,
}

/// What a bare number on an issue means.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Numbers {
    /// What it says; on a statement −1, −0.5, 0, 0.5 and 1.
    #[default]
    Plain,
    /// A degree of a statement, from the one (oppose) to the other (support).
    Degrees { lo: i64, hi: i64 },
}

/// How many degrees a statement has.
const DEGREES: i64 = 5;

/// The most levels a scale is given by numbers.
const MOST_LEVELS: i64 = 254;

/// What to do where nobody can tell.
const SAY: &str = "say it with `--levels LO..HI`, with `--as statement`, `--as choice`, or in a \
                   file of items with `--items FILE`";

/// Decides about an item with these entries.
///
/// # Errors
///
/// Why nobody can tell what its values mean, and what to do.
pub fn decide(
    item: Option<&Item>,
    declared: &Declared,
    entries: &[&Entry],
) -> Result<Decided, String> {
    let none = Item::default();
    let item = item.unwrap_or(&none);
    let own = item.kind.as_deref();
    let told = own.or_else(|| {
        let kinds = entries.iter().filter_map(|entry| {
            let kind = entry.more.get(&crate::exchange::entries::More::Kind);
            kind.map(String::as_str)
        });
        kinds.into_iter().next()
    });
    let levels = levels(item).or_else(|| declared.levels.clone());
    let name = match told {
        None => declared.kind,
        Some(told) => match bare(told) {
            Some(name) => Some(name),
            None => return whole(told, levels),
        },
    };
    match (name, levels) {
        (Some(name), levels) => named(name, levels, item, entries),
        (None, Some(Levels::Names(names))) => plain(Kind::Scale(names)),
        (None, Some(numbers)) => named(KindName::Statement, Some(numbers), item, entries),
        (None, None) => guessed(entries),
    }
}

/// The levels or bounds that the file of items gives.
fn levels(item: &Item) -> Option<Levels> {
    match (item.levels.as_slice(), item.min, item.max) {
        ([], Some(lo), Some(hi)) => Some(Levels::Numbers { lo, hi }),
        ([], _, _) => None,
        (names, _, _) => Some(Levels::Names(names.to_vec())),
    }
}

fn bare(kind: &str) -> Option<KindName> {
    Some(match kind.to_lowercase().as_str() {
        "statement" => KindName::Statement,
        "scale" => KindName::Scale,
        "quantity" => KindName::Quantity,
        "choice" => KindName::Choice,
        _ => return None,
    })
}

/// A kind that is written in RON with everything that belongs to it.
fn whole(kind: &str, levels: Option<Levels>) -> Result<Decided, String> {
    match (value::<Kind>(kind), levels) {
        (Ok(Kind::Statement), Some(Levels::Numbers { lo, hi })) => degrees(lo, hi),
        (Ok(kind), _) => plain(kind),
        (Err(_), _) => Err(format!(
            "`{kind}` is no kind of issue: write `statement`, `scale`, `quantity` or `choice`, or \
             the kind in RON"
        )),
    }
}

fn named(
    name: KindName,
    levels: Option<Levels>,
    item: &Item,
    entries: &[&Entry],
) -> Result<Decided, String> {
    match (name, levels) {
        (KindName::Statement, Some(Levels::Numbers { lo, hi })) => degrees(lo, hi),
        (KindName::Statement, _) => plain(Kind::Statement),
        (KindName::Scale | KindName::Choice, Some(Levels::Numbers { lo, hi })) => {
            let names = whole_levels(lo, hi)?
                .map(|level| level.to_string())
                .collect();
            plain(match name {
                KindName::Scale => Kind::Scale(names),
                _ => Kind::Choice(names),
            })
        }
        (KindName::Scale, Some(Levels::Names(names))) => plain(Kind::Scale(names)),
        (KindName::Choice, Some(Levels::Names(names))) => plain(Kind::Choice(names)),
        (KindName::Choice, None) => options(entries),
        (KindName::Scale, None) => Err(
            "nobody knows its levels in their order: give `--levels LO..HI` or `--levels A,B,C`"
                .to_owned(),
        ),
        (KindName::Quantity, Some(Levels::Numbers { lo, hi })) => plain(Kind::Quantity {
            unit: item.unit.clone().unwrap_or_else(|| "points".to_owned()),
            min: lo,
            max: hi,
        }),
        (KindName::Quantity, _) => {
            Err("nobody knows between which numbers it lies: give `--levels LO..HI`".to_owned())
        }
    }
}

fn plain(kind: Kind) -> Result<Decided, String> {
    Ok(Decided {
        kind,
        numbers: Numbers::Plain,
    })
}

fn degrees(lo: f64, hi: f64) -> Result<Decided, String> {
    let levels = whole_levels(lo, hi)?;
    let (lo, hi) = (*levels.start(), *levels.end());
    match hi - lo + 1 {
        2..=DEGREES => Ok(Decided {
            kind: Kind::Statement,
            numbers: Numbers::Degrees { lo, hi },
        }),
        many => Err(format!(
            "a statement has {DEGREES} degrees and cannot tell {many} levels apart: choose `--as \
             scale` or `--as quantity`"
        )),
    }
}

/// Whole numbers that can be levels.
fn whole_levels(lo: f64, hi: f64) -> Result<std::ops::RangeInclusive<i64>, String> {
    let is_whole = |number: f64| number.fract() == 0.0 && number.abs() < 1e15;
    let (first, last) = (lo as i64, hi as i64);
    match is_whole(lo) && is_whole(hi) && first < last && last - first < MOST_LEVELS {
        true => Ok(first..=last),
        false => Err(format!(
            "{lo} to {hi} are not 2 to {MOST_LEVELS} levels: choose `--as quantity` for numbers \
             between them"
        )),
    }
}

/// A choice between everything that somebody has said.
fn options(entries: &[&Entry]) -> Result<Decided, String> {
    let mut options: Vec<String> = (entries.iter())
        .flat_map(|entry| entry.position.split(','))
        .map(|option| option.trim().to_owned())
        .filter(|option| !option.is_empty())
        .collect();
    options.sort();
    options.dedup();
    match options.len() {
        0 | 1 => Err(
            "a choice needs two options or more, and only one comes up: name all with `--levels \
             A,B,C`"
                .to_owned(),
        ),
        _ => plain(Kind::Choice(options)),
    }
}

/// A statement, if more than half of the values are words for a degree of support;
/// the others are told as mistakes then.
fn guessed(entries: &[&Entry]) -> Result<Decided, String> {
    let is_strange = |entry: &&&Entry| degree(&entry.position).is_none();
    let strange = entries.iter().filter(is_strange).count();
    match entries.iter().find(is_strange) {
        Some(entry) if 2 * strange >= entries.len() => Err(format!(
            "nobody knows what `{}` means (line {}): {SAY}",
            super::shown(&entry.position),
            entry.line
        )),
        _ => plain(Kind::Statement),
    }
}
