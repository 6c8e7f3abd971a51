//! Issue by issue: who says something, how the pairs turn out, and how far all who
//! speak are of one mind.

pub mod placed;

use std::collections::BTreeMap;

use rayon::prelude::*;

use self::placed::Placed;
use super::ground::{Ground, grounds};
use super::joint::{Field, Joint, Tie};
use super::why::{Missing, missing};
use crate::dossier::BasisKind;
use crate::dossier::scene::Scene;
use crate::measure::spread::van_der_eijk;
use crate::outcome::verdict::Verdict;

/// What there is to tell of one issue.
#[derive(Debug, Clone, PartialEq)]
pub struct Account<'a> {
    /// Who stands where.
    pub ground: Ground<'a>,
    pub voices: Voices,
    pub verdicts: Verdicts,
    /// Where positions stand as points on a line or among options.
    pub placed: Placed,
}

/// How the parties in view stand to an issue. Those that are comparable and those
/// that are missing for one reason or another are all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Voices {
    pub parties: usize,
    /// Have a position that can be compared.
    pub comparable: usize,
    /// Of the comparable ones: how the position is known.
    pub declared: usize,
    pub attributed: usize,
    pub conduct: usize,
    /// Of the comparable ones: depends on something.
    pub conditional: usize,
    /// There is no record at all.
    pub silent: usize,
    /// There are records, and the lens lets none of them count.
    pub outside_lens: usize,
    pub undisclosed: usize,
    pub withdrawn: usize,
    pub contradictory: usize,
    /// There is a record, and it is broken.
    pub unusable: usize,
}

/// How the pairs of those turn out who can be compared. `agree + partial + conflict == n`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Verdicts {
    pub n: usize,
    /// Of how many of these pairs the two positions are independent facts.
    pub independent: usize,
    pub agree: usize,
    pub partial: usize,
    pub conflict: usize,
}

/// What comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// As they stand in the dossier, by area.
    #[default]
    Given,
    /// The largest share of pairs that agree.
    Agreement,
    /// The largest share of pairs in conflict.
    Conflict,
    /// The lowest van der Eijk's A: two camps before a spread before one answer.
    Polarisation,
    /// The most parties that can be compared.
    Coverage,
}

impl Sort {
    /// Its name on the command line and in data.
    pub fn name(self) -> &'static str {
        match self {
            Sort::Given => "given",
            Sort::Agreement => "agreement",
            Sort::Conflict => "conflict",
            Sort::Polarisation => "polarisation",
            Sort::Coverage => "coverage",
        }
    }
}

/// An account of every issue in view. What is equal, and what has no value to be
/// sorted by, stands in the order of the scene, the latter at the end.
pub fn accounts<'a>(field: &Field<'a>, sort: Sort) -> Vec<Account<'a>> {
    let scene = field.scene();
    let verdicts = verdicts(field);
    let account = |ground: Ground<'a>| Account {
        voices: Voices::of(scene, ground.issue),
        verdicts: verdicts.get(&ground.issue).copied().unwrap_or_default(),
        placed: Placed::on(scene, &ground),
        ground,
    };
    let mut accounts: Vec<Account> = grounds(scene).into_iter().map(account).collect();
    accounts.sort_by(|one, other| rank(one, sort).total_cmp(&rank(other, sort)));
    accounts
}

/// The lowest comes first.
fn rank(account: &Account, sort: Sort) -> f64 {
    let share = |count: usize| match account.verdicts.n {
        0 => None,
        n => Some(-(count as f64) / n as f64),
    };
    let rank = match sort {
        Sort::Given => Some(0.0),
        Sort::Agreement => share(account.verdicts.agree),
        Sort::Conflict => share(account.verdicts.conflict),
        Sort::Polarisation => account.placed.score(&van_der_eijk::MEASURE).value.ok(),
        Sort::Coverage => Some(-(account.voices.comparable as f64)),
    };
    rank.unwrap_or(f64::INFINITY)
}

/// By issue; nothing where no two parties can be compared.
fn verdicts(field: &Field) -> BTreeMap<usize, Verdicts> {
    let parties = &field.scene().focus.parties;
    let of_row = |row: usize| {
        let mut counted: BTreeMap<usize, Verdicts> = BTreeMap::new();
        for other in &parties[row + 1..] {
            for joint in field.joint(parties[row], *other) {
                counted.entry(joint.issue).or_default().count(&joint);
            }
        }
        counted
    };
    let merged = |mut one: BTreeMap<usize, Verdicts>, other: BTreeMap<usize, Verdicts>| {
        for (issue, verdicts) in other {
            one.entry(issue).or_default().add(verdicts);
        }
        one
    };
    (0..parties.len())
        .into_par_iter()
        .map(of_row)
        .reduce(BTreeMap::new, merged)
}

impl Verdicts {
    fn count(&mut self, joint: &Joint) {
        let verdict = joint.standing.verdict;
        self.add(Self {
            n: 1,
            independent: usize::from(joint.tie == Tie::None),
            agree: usize::from(verdict == Verdict::Agree),
            partial: usize::from(verdict == Verdict::Partial),
            conflict: usize::from(verdict == Verdict::Conflict),
        });
    }

    fn add(&mut self, other: Self) {
        self.n += other.n;
        self.independent += other.independent;
        self.agree += other.agree;
        self.partial += other.partial;
        self.conflict += other.conflict;
    }
}

impl Voices {
    fn of(scene: &Scene, issue: usize) -> Self {
        let parties = scene.focus.parties.iter();
        parties.fold(Self::default(), |mut voices, party| {
            voices.parties += 1;
            voices.hear(scene, *party, issue);
            voices
        })
    }

    fn hear(&mut self, scene: &Scene, party: usize, issue: usize) {
        *match missing(scene, party, issue) {
            None => &mut self.comparable,
            Some(Missing::Silent) => &mut self.silent,
            Some(Missing::OutsideLens) => &mut self.outside_lens,
            Some(Missing::Undisclosed) => &mut self.undisclosed,
            Some(Missing::Withdrawn) => &mut self.withdrawn,
            Some(Missing::Contradictory) => &mut self.contradictory,
            Some(Missing::Unusable) => &mut self.unusable,
        } += 1;
        if scene.comparable(party, issue).is_none() {
            return;
        }
        let Some(stance) = scene.stance(party, issue) else {
            return;
        };
        self.conditional += usize::from(stance.condition.is_some());
        *match stance.basis.kind() {
            BasisKind::Declared => &mut self.declared,
            BasisKind::Attributed => &mut self.attributed,
            BasisKind::Conduct => &mut self.conduct,
        } += 1;
    }
}
