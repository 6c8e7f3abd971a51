//! What is looked at: a day, bases, areas, issues, parties, sources, confidence.

use std::collections::BTreeSet;

use itertools::Itertools;
use jiff::civil::Date;

use super::lookup::{Named, UnknownName};
use super::{BasisKind, Dossier, Stance};
use crate::record::date::When;

/// What a user asks to look at, in ids. An empty list leaves nothing out.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Lens {
    /// Without it the dossier's own day counts, else that of its latest stance.
    pub as_of: Option<When>,
    pub bases: Vec<BasisKind>,
    pub areas: Vec<String>,
    pub issues: Vec<String>,
    /// Both sides of every comparison lie within these; shown in this order.
    pub parties: Vec<String>,
    pub sources: Vec<String>,
    /// From 0 to 1. A record without a confidence does not reach it.
    pub min_confidence: Option<f64>,
    pub inheritance: Inheritance,
    pub audience: Audience,
}

/// Whom an answer is for. What only some may see is left out before names are
/// bound; here it is told which it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Audience {
    /// Those who may see every record.
    #[default]
    Team,
    /// Anybody: nothing confidential is loaded at all.
    Public,
}

/// Whether members are taken to hold what their group holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Inheritance {
    #[default]
    None,
    /// Where a member has no record of its own.
    FromGroups,
}

/// A lens on one dossier: every id is bound.
#[derive(Debug, Clone, PartialEq)]
pub struct Focus {
    /// The last day that counts; nothing only where there is no stance at all.
    pub as_of: Option<Date>,
    /// The bases that count, from the strictest to the loosest.
    pub bases: Vec<BasisKind>,
    /// By area, then as they stand in the file.
    pub issues: Vec<usize>,
    /// In the order asked for, else in that of their ids.
    pub parties: Vec<usize>,
    /// All sources where there is none.
    pub sources: Option<BTreeSet<usize>>,
    pub min_confidence: Option<f64>,
    pub inheritance: Inheritance,
    /// What was asked for.
    pub asked: Lens,
}

impl Lens {
    /// The lens on this dossier.
    ///
    /// # Errors
    ///
    /// When it names an area, issue, party or source that is not there.
    pub fn on(&self, dossier: &Dossier) -> Result<Focus, UnknownName> {
        let areas = Named::Area.all(dossier, &self.areas)?;
        let issues = Named::Issue.all(dossier, &self.issues)?;
        let parties = Named::Party.all(dossier, &self.parties)?;
        let sources = Named::Source.all(dossier, &self.sources)?;
        Ok(Focus {
            as_of: self
                .as_of
                .or(dossier.as_of)
                .map(When::last)
                .or_else(|| latest(&dossier.stances)),
            bases: BasisKind::ALL
                .into_iter()
                .filter(|kind| self.bases.is_empty() || self.bases.contains(kind))
                .collect(),
            issues: issues_in_order(dossier, areas, issues),
            parties: parties.unwrap_or_else(|| (0..dossier.parties.len()).collect()),
            sources: sources.map(|sources| sources.into_iter().collect()),
            min_confidence: self.min_confidence,
            inheritance: self.inheritance,
            asked: self.clone(),
        })
    }
}

impl Lens {
    /// The lens on a dossier that is looked at beside others. What it does not have
    /// itself may be asked for as long as one of them has it: it is not in view here.
    ///
    /// # Errors
    ///
    /// When it names an area, issue, party or source that none of them has.
    pub fn on_beside(&self, dossier: &Dossier, others: &[&Dossier]) -> Result<Focus, UnknownName> {
        let here = |named: Named, ids: &[String]| {
            let mut kept = Vec::new();
            for id in ids {
                match named.one(dossier, id) {
                    Ok(_) => kept.push(id.clone()),
                    Err(_) if others.iter().any(|other| named.one(other, id).is_ok()) => (),
                    Err(unknown) => return Err(unknown),
                }
            }
            Ok(kept)
        };
        let lens = Self {
            areas: here(Named::Area, &self.areas)?,
            issues: here(Named::Issue, &self.issues)?,
            parties: here(Named::Party, &self.parties)?,
            sources: here(Named::Source, &self.sources)?,
            ..self.clone()
        };
        let mut focus = lens.on(dossier)?;
        // An empty list leaves nothing out: one that has become empty leaves all out.
        let emptied = |asked: &[String], kept: &[String]| !asked.is_empty() && kept.is_empty();
        if emptied(&self.areas, &lens.areas) || emptied(&self.issues, &lens.issues) {
            focus.issues.clear();
        }
        if emptied(&self.parties, &lens.parties) {
            focus.parties.clear();
        }
        if emptied(&self.sources, &lens.sources) {
            focus.sources = Some(BTreeSet::new());
        }
        focus.asked = self.clone();
        Ok(focus)
    }
}

fn latest(stances: &[Stance]) -> Option<Date> {
    stances.iter().map(|stance| stance.since.last()).max()
}

fn issues_in_order(
    dossier: &Dossier,
    areas: Option<Vec<usize>>,
    issues: Option<Vec<usize>>,
) -> Vec<usize> {
    let asked = |list: &Option<Vec<usize>>, index: usize| {
        list.as_ref().is_none_or(|list| list.contains(&index))
    };
    (0..dossier.issues.len())
        .filter(|issue| asked(&areas, dossier.issues[*issue].area) && asked(&issues, *issue))
        .sorted_by_key(|issue| dossier.issues[*issue].area)
        .collect()
}
