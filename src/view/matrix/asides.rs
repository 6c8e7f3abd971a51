//! What a cell of a matrix says behind its score: linked results, and ties that
//! keep two parties from being independent.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;

use crate::compare::joint::{Field, Tie};
use crate::compare::matrix::Matrix;
use crate::logic::linked::{Linked, LinkedVerdict};
use crate::measure::{Score, Undefined};
use crate::view::line::{Label, Line};
use crate::view::words;

/// What is said of a pair besides its score.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Aside {
    /// How many linked results belong to the measure.
    linked: usize,
    membership: bool,
    evidence: bool,
}

/// The asides of all pairs of a matrix.
#[derive(Debug, Default)]
pub(super) struct Asides {
    /// By pair of parties, the lower index first.
    pairs: BTreeMap<(usize, usize), Aside>,
}

impl Asides {
    /// What is said of the pairs of this matrix. Linked results that repeat a
    /// direct comparison are not counted again.
    pub(super) fn new(field: &Field, matrix: &Matrix, linked: &[Linked]) -> Self {
        let mut asides = Self::default();
        let mut looked_at = vec![false; field.scene().dossier.issues.len()];
        for issue in &matrix.issues {
            looked_at[*issue] = true;
        }
        let within = |issue: usize| looked_at[issue];
        let ours = linked.iter().filter(|linked| {
            !linked.repeats && within(linked.on) && Some(linked.verdict) == counted(matrix)
        });
        for linked in ours {
            asides.at(linked.from.0, linked.to.0).linked += 1;
        }
        let parties = field.scene().focus.parties.iter().copied();
        for [one, other] in parties.array_combinations() {
            for joint in field.joint(one, other).filter(|joint| within(joint.issue)) {
                match joint.tie {
                    Tie::None => (),
                    Tie::Membership => asides.at(one, other).membership = true,
                    Tie::Evidence => asides.at(one, other).evidence = true,
                }
            }
        }
        asides
    }

    fn at(&mut self, one: usize, other: usize) -> &mut Aside {
        let pair = (one.min(other), one.max(other));
        self.pairs.entry(pair).or_default()
    }

    pub(super) fn of(&self, one: usize, other: usize) -> Aside {
        let pair = (one.min(other), one.max(other));
        self.pairs.get(&pair).copied().unwrap_or_default()
    }
}

/// Which linked results stand beside a measure.
fn counted(matrix: &Matrix) -> Option<LinkedVerdict> {
    match matrix.measure.name {
        "agreement" => Some(LinkedVerdict::Agreement),
        "conflict" => Some(LinkedVerdict::Clash),
        _ => None,
    }
}

impl Aside {
    /// The signs behind a score.
    pub(super) fn tail(self) -> Line {
        let linked = match self.linked {
            0 => String::new(),
            count => format!(" +{count}"),
        };
        let sign = |applies: bool, sign: &'static str| if applies { sign } else { "" };
        Line::of(Label::Linked, linked)
            .and(Label::Aside, sign(self.membership, " g"))
            .and(Label::Aside, sign(self.evidence, " e"))
    }
}

/// Which signs have been used in a matrix.
#[derive(Debug, Default)]
pub(super) struct Legend {
    /// Why values are undefined.
    undefined: BTreeSet<String>,
    /// How many joint issues were asked for, where there are fewer of some pair.
    too_few: Option<usize>,
    rated: bool,
    linked: bool,
    membership: bool,
    evidence: bool,
}

impl Legend {
    /// Takes note of a cell.
    pub(super) fn see(&mut self, score: &Score, aside: Aside) {
        match score.value {
            Err(Undefined::TooFew(least)) => self.too_few = Some(least),
            // What the sign says by itself.
            Err(Undefined::NothingJoint) => self.undefined.extend([String::new()]),
            Err(why) => self.undefined.extend([why.to_string()]),
            Ok(_) => (),
        }
        self.rated |= score.value.is_ok() && score.count.is_none();
        self.linked |= aside.linked > 0;
        self.membership |= aside.membership;
        self.evidence |= aside.evidence;
    }

    /// What the sign for no value means, with the reasons that there are.
    fn nothing(&self) -> String {
        let nothing = format!("{} {}", words::NOTHING, super::UNDEFINED);
        let reasons = self
            .undefined
            .iter()
            .filter(|why| !why.is_empty())
            .join("; or ");
        match reasons.is_empty() {
            true => nothing,
            false if self.undefined.contains("") => format!("{nothing}, or no value: {reasons}"),
            false => format!("{} no value: {reasons}", words::NOTHING),
        }
    }

    /// What a number beside the sign for no value means.
    fn too_few(&self) -> String {
        let least = self.too_few.unwrap_or_default();
        format!("{} (n) n joint issues, fewer than {least}", words::NOTHING)
    }

    /// What the signs mean, in one line; none where there are none.
    pub(super) fn lines(&self, matrix: &Matrix) -> Vec<Line> {
        let results = match counted(matrix) {
            Some(LinkedVerdict::Agreement) => "agreements",
            _ => "clashes",
        };
        let meanings = [
            (!self.undefined.is_empty(), self.nothing()),
            (self.too_few.is_some(), self.too_few()),
            (
                self.rated,
                "in brackets: on how many issues it rests".into(),
            ),
            (
                self.linked,
                format!("+k: k linked {results} by relations, in no count"),
            ),
            (self.membership, "g: a group and its member".into()),
            (self.evidence, "e: in part the same evidence".into()),
        ];
        let used = meanings.into_iter().filter(|(used, _)| *used);
        let text = used.map(|(_, meaning)| meaning).join(" · ");
        let lines = (!text.is_empty()).then(|| Line::of(Label::Aside, text));
        lines.into_iter().collect()
    }
}
