//! A network as data: parties tied by a measure, or parties tied to the issues on
//! which they have a position.
//!
//! A pair with nothing to compare has no tie: a tie of 0 says that two parties were
//! compared and have nothing in common, no tie says that nobody knows.

use super::{lens, overview};
use crate::change::position;
use crate::compare::joint::Field;
use crate::compare::matrix::Matrix;
use crate::dossier::scene::Scene;
use crate::dossier::{Issue, Position, Stance};
use crate::measure::{Lean, Score};
use crate::outcome::{Outcome, Space};

/// Nodes and the ties between them; no tie has a direction.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Network {
    pub title: String,
    /// What was looked at, and what a value is.
    pub note: String,
    pub nodes: Vec<Node>,
    /// Each tie once.
    pub ties: Vec<Tie>,
    pub mode: Mode,
}

/// Who or what is tied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// Parties to parties.
    #[default]
    Parties,
    /// Parties to issues; an option of a choice stands as a node of its own.
    TwoMode,
}

/// A party, or something that a party can have a position on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    pub id: String,
    pub label: String,
    pub what: What,
    /// The kind of the party, or the area of the issue.
    pub group: String,
}

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    Party,
    Issue,
}

/// Two nodes that have to do with each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Tie {
    /// An index into [`Network::nodes`].
    pub from: usize,
    /// An index into [`Network::nodes`], behind `from`.
    pub to: usize,
    /// The measure, or the position as a number. Finite.
    pub value: f64,
    /// −1 where the value tells of conflict or opposition, 1 where it tells of
    /// agreement or support, 0 where it takes no side.
    pub sign: i8,
    /// How strong the tie is, without its sign; never below 0.
    pub weight: f64,
    pub more: More,
}

/// What else is told of a tie.
#[derive(Debug, Clone, PartialEq)]
pub enum More {
    /// How many joint issues the value rests on.
    Pair { n: usize },
    /// The position in words, and what it depends on.
    Position {
        position: String,
        condition: Option<String>,
    },
}

impl What {
    /// Its name in data.
    pub fn name(self) -> &'static str {
        match self {
            What::Party => "party",
            What::Issue => "issue",
        }
    }
}

impl Network {
    /// The same without ties weaker than this.
    #[must_use]
    pub fn at_least(mut self, weight: f64) -> Self {
        self.ties.retain(|tie| tie.weight >= weight);
        self
    }

    /// How many of the nodes are parties: they stand in front of all issues.
    pub fn parties(&self) -> usize {
        let is_party = |node: &&Node| node.what == What::Party;
        self.nodes.iter().filter(is_party).count()
    }
}

/// Parties tied by a measure.
pub fn of_parties(field: &Field, matrix: &Matrix) -> Network {
    let scene = field.scene();
    let ties = (0..matrix.scores.len())
        .flat_map(|row| (row + 1..matrix.scores.len()).map(move |column| (row, column)))
        .filter_map(|(row, column)| tie(matrix, row, column))
        .collect();
    Network {
        title: overview::title(scene.dossier),
        note: format!(
            "{}; the value of a tie is {} ({}), n the issues it rests on; a pair without a joint \
             issue has no tie",
            lens::line(scene),
            matrix.measure.name,
            matrix.measure.summary,
        ),
        nodes: parties(scene).collect(),
        ties,
        mode: Mode::Parties,
    }
}

fn tie(matrix: &Matrix, row: usize, column: usize) -> Option<Tie> {
    let Score { value, n, .. } = matrix.scores[row][column]?;
    let value = value.ok().filter(|_| n > 0)?;
    Some(Tie {
        from: row,
        to: column,
        value,
        sign: sign(matrix.measure.lean, value),
        weight: value.abs(),
        more: More::Pair { n },
    })
}

/// What a value of such a measure says about a pair.
fn sign(lean: Lean, value: f64) -> i8 {
    match (lean, value) {
        (Lean::Neither, _) => 0,
        (_, 0.0) => 0,
        (Lean::Conflict, _) => -1,
        (_, value) if value < 0.0 => -1,
        _ => 1,
    }
}

/// Parties tied to what they have a position on. A statement's tie is worth −1 to
/// 1, that of a scale or a quantity tells where between its ends (0 to 1) the middle
/// of what is accepted lies, an option that is accepted is worth 1.
pub fn two_mode(scene: &Scene) -> Network {
    let mut nodes: Vec<Node> = parties(scene).collect();
    let mut ties = Vec::new();
    for issue in &scene.focus.issues {
        let first = nodes.len();
        nodes.extend(concepts(scene, *issue));
        for (place, party) in scene.focus.parties.iter().enumerate() {
            let Some(stance) = scene.stance(*party, *issue) else {
                continue;
            };
            let issue = &scene.dossier.issues[*issue];
            ties.extend(positioned(issue, stance, place, first));
        }
    }
    Network {
        title: overview::title(scene.dossier),
        note: format!(
            "{}; parties tied to issues: statements from -1 (oppose) to 1 (support), scales and \
             quantities from 0 to 1 between their ends, each accepted option of a choice 1",
            lens::line(scene),
        ),
        nodes,
        ties,
        mode: Mode::TwoMode,
    }
}

/// The nodes of an issue: itself, or one for each option.
fn concepts(scene: &Scene, issue: usize) -> Vec<Node> {
    let issue = &scene.dossier.issues[issue];
    let node = |id: String, label: String| Node {
        id,
        label,
        what: What::Issue,
        group: scene.dossier.areas[issue.area].name.clone(),
    };
    match issue.space {
        Space::Choice { .. } => (issue.names.iter())
            .map(|option| {
                node(
                    format!("{}: {option}", issue.id),
                    format!("{}: {option}", issue.id),
                )
            })
            .collect(),
        _ => vec![node(issue.id.clone(), issue.id.clone())],
    }
}

fn positioned(issue: &Issue, stance: &Stance, party: usize, first: usize) -> Vec<Tie> {
    let Position::Known(outcome) = &stance.position else {
        return Vec::new();
    };
    let tie = |to: usize, value: f64, sign: i8, weight: f64| Tie {
        from: party,
        to,
        value,
        sign,
        weight,
        more: More::Position {
            position: position::words(&position::written(&stance.position, issue), issue),
            condition: stance.condition.clone(),
        },
    };
    match outcome {
        Outcome::Degree(degree) => {
            let value = degree.value();
            vec![tie(first, value, sign(Lean::Balance, value), value.abs())]
        }
        Outcome::Range(range) => {
            let lowest = match issue.space {
                Space::Quantity { min, .. } => min,
                _ => 0.0,
            };
            let middle = range.lo / 2.0 + range.hi / 2.0;
            let place = (middle - lowest) / issue.space.extent();
            vec![tie(first, place, 0, 1.0)]
        }
        Outcome::Options(options) => (options.iter())
            .map(|option| tie(first + option, 1.0, 1, 1.0))
            .collect(),
    }
}

fn parties<'a>(scene: &'a Scene) -> impl Iterator<Item = Node> + 'a {
    let parties = scene.focus.parties.iter();
    parties.map(|party| {
        let party = &scene.dossier.parties[*party];
        Node {
            id: party.id.clone(),
            label: party.name.clone(),
            what: What::Party,
            group: format!("{:?}", party.kind).to_lowercase(),
        }
    })
}
