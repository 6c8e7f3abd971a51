//! What is remarked on a position, behind its words.

use std::collections::BTreeSet;

use itertools::Itertools;

use super::under_revision;
use crate::dossier::scene::{Cell, Held, Scene};
use crate::dossier::{BasisKind, Stance};
use crate::record::stance::Firmness;
use crate::view::line::{Label, Line};
use crate::view::words;

/// A remark on a position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    RedLine,
    Conditional,
    Attributed,
    Conduct,
    Inherited,
    UnderRevision,
    Weaker,
    Later,
    Confidential,
}

/// All that is remarked on a record that holds.
pub fn marks(scene: &Scene, stance: &Stance, held: Option<&Held>) -> Vec<Mark> {
    let basis = stance.basis.kind();
    let is = |applies: fn(&Held) -> bool| held.is_some_and(applies);
    [
        (stance.firmness == Firmness::RedLine, Mark::RedLine),
        (stance.condition.is_some(), Mark::Conditional),
        (basis == BasisKind::Attributed, Mark::Attributed),
        (basis == BasisKind::Conduct, Mark::Conduct),
        (is(|held| held.from_group.is_some()), Mark::Inherited),
        (under_revision(scene, stance), Mark::UnderRevision),
        (is(|held| !held.weaker.is_empty()), Mark::Weaker),
        (is(|held| held.later.is_some()), Mark::Later),
        (stance.confidential, Mark::Confidential),
    ]
    .into_iter()
    .filter_map(|(applies, mark)| applies.then_some(mark))
    .collect()
}

/// The marks that stand behind the words of a position.
pub(super) fn signs(scene: &Scene, held: &Held) -> String {
    let stance = &scene.dossier.stances[held.stance];
    let marks = marks(scene, stance, Some(held));
    marks.into_iter().map(Mark::sign).collect()
}

/// What an empty cell means where no cell hides a record.
const SILENT: &str = "no record";

/// What it means where the lens leaves records out of some cell.
const HIDDEN: &str = "no record under this lens";

/// What it means where a party's only record is broken.
const BROKEN: &str = "a record that cannot be used";

/// What the marks mean that are used among these parties.
pub(super) fn legend(scene: &Scene, parties: &[usize]) -> Vec<Line> {
    let places = parties.iter().cartesian_product(&scene.focus.issues);
    let stances = scene.dossier.stances.iter();
    let recorded: BTreeSet<(usize, usize)> =
        stances.map(|stance| (stance.party, stance.issue)).collect();
    let (mut used, mut silence, mut unusable) = (Vec::new(), None, None);
    for (party, issue) in places {
        match scene.cell(*party, *issue) {
            Cell::Held(held) => {
                let stance = &scene.dossier.stances[held.stance];
                used.extend(marks(scene, stance, Some(held)));
            }
            Cell::Silent if recorded.contains(&(*party, *issue)) => silence = Some(HIDDEN),
            Cell::Silent => silence = silence.or(Some(SILENT)),
            Cell::Unusable => unusable = Some(format!("{} {BROKEN}", words::UNUSABLE)),
            Cell::Contradictory(_) => (),
        }
    }
    let silence = silence.map(|meaning| format!("{} {meaning}", words::NOTHING));
    let marks = used.into_iter().sorted().dedup();
    let marks = marks.map(|mark| format!("{} {}", mark.sign(), mark.meaning()));
    let parts: Vec<String> = silence.into_iter().chain(unusable).chain(marks).collect();
    if parts.is_empty() {
        return Vec::new();
    }
    vec![Line::of(Label::Aside, parts.join(" · "))]
}

/// What is said where weaker records stand beside a declared one, of its day or later.
pub const WEAKER: &str = "also attributed or read from conduct; only the declared record counts";

impl Mark {
    /// Its name in data.
    pub fn name(self) -> &'static str {
        match self {
            Mark::RedLine => "red-line",
            Mark::Conditional => "conditional",
            Mark::Attributed => "attributed",
            Mark::Conduct => "conduct",
            Mark::Inherited => "inherited",
            Mark::UnderRevision => "under-revision",
            Mark::Weaker => "weaker",
            Mark::Later => "later",
            Mark::Confidential => "confidential",
        }
    }

    fn sign(self) -> char {
        match self {
            Mark::RedLine => '!',
            Mark::Conditional => '?',
            Mark::Attributed => 'a',
            Mark::Conduct => 'c',
            Mark::Inherited => 'g',
            Mark::UnderRevision => 'r',
            Mark::Weaker => '~',
            Mark::Later => '>',
            Mark::Confidential => '#',
        }
    }

    fn meaning(self) -> &'static str {
        match self {
            Mark::RedLine => "red line",
            Mark::Conditional => "on a condition",
            Mark::Attributed => "attributed by others",
            Mark::Conduct => "read from conduct",
            Mark::Inherited => "taken over from its group",
            Mark::UnderRevision => "from a text under revision",
            Mark::Weaker => WEAKER,
            Mark::Later => "has a later record outside this lens",
            Mark::Confidential => "confidential, left out with --public",
        }
    }
}
