//! An entry of a table as a stance.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::Asked;
use super::words::Said;
use crate::dossier::BasisKind;
use crate::exchange::entries::{Entry, More};
use crate::record::date::When;
use crate::record::stance::{Basis, Dated, Evidence, Firmness, Stance};

/// The stance that an entry tells of. `sources` are the ids that the dossier has.
///
/// # Errors
///
/// What in its row is no value of a stance.
pub fn stance(
    entry: &Entry,
    said: Said,
    issue: &str,
    asked: &Asked,
    sources: &BTreeSet<String>,
) -> Result<Stance, String> {
    let text = |more: More| entry.more.get(&more).cloned();
    let (since, date) = since(entry, asked)?;
    let until = match entry.more.get(&More::Until) {
        Some(until) => Some(day(until)?),
        None => None,
    };
    if until.is_some_and(|until| until.last() < since.first()) {
        return Err("it ends before it begins".to_owned());
    }
    Ok(Stance {
        issue: issue.to_owned(),
        position: said.position,
        condition: text(More::Condition).or(said.condition),
        firmness: firmness(entry)?,
        basis: basis(entry, asked)?,
        since,
        until,
        date,
        evidence: evidence(entry, asked, sources),
        gist: text(More::Gist),
        quote: text(More::Quote),
        note: text(More::Note),
        confidence: share(entry, More::Confidence, "confidence")?,
        salience: share(entry, More::Salience, "salience")?,
        stake: match entry.more.get(&More::Stake) {
            None => None,
            Some(stake) => match stake.parse() {
                Ok(stake @ 0..=4) => Some(stake),
                _ => {
                    return Err(format!(
                        "the stake `{stake}` is no whole number from 0 to 4"
                    ));
                }
            },
        },
        coder: text(More::Coder).or_else(|| asked.coder.clone()),
        confidential: match entry.more.get(&More::Confidential).map(String::as_str) {
            None | Some("false") => false,
            Some("true") => true,
            Some(_) => {
                return Err("it is open whether it is confidential: write true or false".to_owned());
            }
        },
    })
}

/// The day a row tells, else the one that holds for all.
fn since(entry: &Entry, asked: &Asked) -> Result<(When, Dated), String> {
    let dated = match entry.more.get(&More::Dated).map(String::as_str) {
        None => None,
        Some("stated") => Some(Dated::Stated),
        Some("inferred") => Some(Dated::Inferred),
        Some("external") => Some(Dated::External),
        Some(other) => {
            return Err(format!(
                "`{}` tells of no date where it is from: write stated, inferred or external",
                super::shown(other)
            ));
        }
    };
    match (entry.more.get(&More::Since), asked.since) {
        (Some(since), _) => Ok((day(since)?, dated.unwrap_or(Dated::Stated))),
        (None, Some(since)) => Ok((since, dated.unwrap_or(Dated::Inferred))),
        (None, None) => Err("there is no date: give one for all with `--since DATE`".to_owned()),
    }
}

/// A date as it is written in records, one with a time behind it, or a day as
/// `31.12.2025`. Nobody can tell days from months in `1/2/2025`.
fn day(text: &str) -> Result<When, String> {
    let date = text.split([' ', 'T']).next().unwrap_or_default();
    if let Ok(when) = date.parse() {
        return Ok(when);
    }
    let parts: Vec<&str> = date.split('.').collect();
    let german = match parts.as_slice() {
        [day, month, year] if year.len() == 4 => day.parse().ok().zip(month.parse().ok()),
        _ => None,
    };
    let year = parts.last().and_then(|year| year.parse().ok());
    let found = german.zip(year).and_then(|((day, month), year)| {
        let date = Date::new(year, month, day).ok()?;
        Some(When::Day(date))
    });
    found.ok_or_else(|| {
        format!(
            "`{}` is no date: write `2025-12-01`, `2025-12` or `2025`",
            super::shown(text)
        )
    })
}

fn firmness(entry: &Entry) -> Result<Firmness, String> {
    let Some(word) = entry.more.get(&More::Firmness) else {
        return Ok(Firmness::default());
    };
    let all = [
        Firmness::RedLine,
        Firmness::Demand,
        Firmness::Position,
        Firmness::Preference,
        Firmness::Concern,
    ];
    let plain = word.to_lowercase().replace([' ', '_'], "-");
    let known = all.into_iter().find(|firmness| firmness.name() == plain);
    known.ok_or_else(|| {
        format!(
            "`{}` is no firmness: write red-line, demand, position, preference or concern",
            super::shown(word)
        )
    })
}

/// A table is somebody's coding: unless it says more, it attributes.
fn basis(entry: &Entry, asked: &Asked) -> Result<Basis, String> {
    let kind = match entry.more.get(&More::Basis) {
        None => asked.basis,
        Some(word) => {
            let plain = word.to_lowercase();
            let known = BasisKind::ALL.into_iter().find(|kind| kind.name() == plain);
            known.ok_or_else(|| {
                format!(
                    "`{}` is no basis: write declared, attributed or conduct",
                    super::shown(word)
                )
            })?
        }
    };
    let by = entry.more.get(&More::By).or(asked.by.as_ref()).cloned();
    Ok(match kind {
        BasisKind::Conduct => Basis::Conduct,
        BasisKind::Declared => Basis::Declared {
            by: by.unwrap_or_else(|| entry.actor.clone()),
        },
        BasisKind::Attributed => Basis::Attributed {
            by: by.unwrap_or_else(|| asked.source.title.clone()),
        },
    })
}

/// What the row names as its sources, if the dossier has all of them; else the place
/// in the table, with what it names.
fn evidence(entry: &Entry, asked: &Asked, sources: &BTreeSet<String>) -> Vec<Evidence> {
    let list = |more| {
        let list = entry
            .more
            .get(&more)
            .map(String::as_str)
            .unwrap_or_default();
        let list = list.split('|').map(|item| item.trim().to_owned());
        list.collect::<Vec<String>>()
    };
    let named: Vec<String> = list(More::Sources);
    let places = list(More::Places);
    if named.iter().all(|id| sources.contains(id)) {
        let piece = |(at, source): (usize, String)| Evidence {
            source,
            at: places.get(at).filter(|place| !place.is_empty()).cloned(),
        };
        return named.into_iter().enumerate().map(piece).collect();
    }
    let own = format!("{} {}", asked.unit, entry.line);
    let told = entry.more.get(&More::Sources).map(|sources| {
        let places = entry.more.get(&More::Places);
        places.map_or_else(|| sources.clone(), |places| format!("{sources}, {places}"))
    });
    vec![Evidence {
        source: asked.source.id.clone(),
        at: Some(match told {
            Some(told) => format!("{own} ({told})"),
            None => own,
        }),
    }]
}

fn share(entry: &Entry, more: More, what: &str) -> Result<Option<f64>, String> {
    let Some(cell) = entry.more.get(&more) else {
        return Ok(None);
    };
    let share: Option<f64> = cell.parse().ok();
    match share.filter(|share| (0.0..=1.0).contains(share)) {
        Some(share) => Ok(Some(share)),
        None => Err(format!(
            "the {what} `{}` is no number from 0 to 1",
            super::shown(cell)
        )),
    }
}
