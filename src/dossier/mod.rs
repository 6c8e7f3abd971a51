//! What the files mean together: every name bound to what it names.
//!
//! A dossier is inert: it answers nothing by itself. It is made by [`bind`] from
//! the records, and looked at through a [`lens`].

pub mod bind;
pub mod lens;
pub mod lookup;
pub mod scene;

use crate::outcome::{Outcome, Space};
use crate::record::date::When;
use crate::record::party::PartyKind;
use crate::record::stance::{Dated, Evidence, Firmness};

/// One negotiation. Issues, parties, sources, relations and stances name each
/// other by their index in these lists.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Dossier {
    /// The name of its folder.
    pub name: String,
    pub title: Option<String>,
    pub as_of: Option<When>,
    pub note: Option<String>,
    pub areas: Vec<Area>,
    pub issues: Vec<Issue>,
    pub parties: Vec<Party>,
    pub sources: Vec<Source>,
    pub relations: Vec<Relation>,
    /// Who can impose how much on whom; no two of the same parties.
    pub influence: Vec<Influence>,
    /// By party, then as they stand in the party's file.
    pub stances: Vec<Stance>,
    /// What its parties have said as well, and nobody can use; by party.
    pub unusable: Vec<Unusable>,
}

/// A stance that could not be read or bound. It is no silence of its party.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unusable {
    /// An index into [`Dossier::parties`].
    pub party: usize,
    /// An index into [`Dossier::issues`]; nothing where nobody can tell.
    pub issue: Option<usize>,
}

/// A heading for issues.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area {
    pub id: String,
    /// The id where no name is given.
    pub name: String,
}

/// Something a party can take a position on.
#[derive(Debug, Clone, PartialEq)]
pub struct Issue {
    pub id: String,
    /// An index into [`Dossier::areas`].
    pub area: usize,
    pub text: String,
    pub space: Space,
    /// The names of the levels or options; empty for statements and quantities.
    pub names: Vec<String>,
    /// What a quantity is counted in; empty for the others.
    pub unit: String,
    /// How much the issue counts where issues are weighed by their own weight:
    /// from 0 to a thousand million. 1 where none is given.
    pub weight: Option<f64>,
}

/// A state, organisation, group or document with positions of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    pub id: String,
    /// The id where no name is given.
    pub name: String,
    /// The id where no code is given.
    pub code: String,
    pub kind: PartyKind,
    pub members: Vec<Member>,
}

/// A member of a group or organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Member {
    /// An index into [`Dossier::parties`].
    Party(usize),
    /// Somebody who has no file in this dossier.
    Outsider(String),
}

/// A text that positions are read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    pub id: String,
    pub title: String,
    pub publisher: Option<String>,
    pub published: Option<When>,
    pub urls: Vec<String>,
    pub under_revision: Option<When>,
}

/// One stance with its names bound.
#[derive(Debug, Clone, PartialEq)]
pub struct Stance {
    /// An index into [`Dossier::parties`].
    pub party: usize,
    /// Its index among the records that its party's file was read into.
    pub record: usize,
    /// An index into [`Dossier::issues`].
    pub issue: usize,
    pub position: Position,
    pub condition: Option<String>,
    pub firmness: Firmness,
    pub basis: Basis,
    pub since: When,
    pub until: Option<When>,
    pub dated: Dated,
    pub evidence: Vec<Proof>,
    pub gist: Option<String>,
    pub quote: Option<String>,
    pub note: Option<String>,
    pub confidence: Option<f64>,
    /// How much the issue matters to the party, from 0 to 1.
    pub salience: Option<f64>,
    /// How much of the party's existence is at stake, from 0 to 4.
    pub stake: Option<u8>,
    /// Who recorded it.
    pub coder: Option<String>,
    /// Not for the public.
    pub confidential: bool,
}

/// What a party is known to accept.
#[derive(Debug, Clone, PartialEq)]
pub enum Position {
    Known(Outcome),
    Undisclosed,
    Withdrawn,
}

/// How we know of a position, and through whom.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    Declared(String),
    Attributed(String),
    Conduct,
}

/// A basis without its speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BasisKind {
    Declared,
    Attributed,
    Conduct,
}

/// A piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// An index into [`Dossier::sources`], or nothing where the file names a
    /// source that is not there.
    pub source: Option<usize>,
    /// As it stands in the file.
    pub written: Evidence,
}

/// How much a party can impose on another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Influence {
    /// An index into [`Dossier::parties`]: who has it.
    pub of: usize,
    /// An index into [`Dossier::parties`], another one: who is under it.
    pub on: usize,
    /// From 0, none, to 4.
    pub level: u8,
}

/// What holds between positions on different issues.
#[derive(Debug, Clone, PartialEq)]
pub struct Relation {
    pub rule: Rule,
    pub because: String,
    /// Its place in the file's list, counted from 1.
    pub number: usize,
}

/// The two kinds of [`Relation`].
#[derive(Debug, Clone, PartialEq)]
pub enum Rule {
    /// Whoever holds the premise holds the conclusion.
    Implies {
        premise: Literal,
        conclusion: Literal,
    },
    /// Nobody can hold both.
    Excludes { one: Literal, other: Literal },
}

/// A position on an issue, as a relation speaks of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Literal {
    /// An index into [`Dossier::issues`].
    pub issue: usize,
    pub outcome: Outcome,
}

impl Rule {
    /// The two positions it speaks of, the premise of an implication first.
    pub fn literals(&self) -> [&Literal; 2] {
        match self {
            Rule::Implies {
                premise,
                conclusion,
            } => [premise, conclusion],
            Rule::Excludes { one, other } => [one, other],
        }
    }
}

impl Dossier {
    /// The stances of a party on an issue wherever it has more than one, as indices
    /// into [`Dossier::stances`] in their order: by party, then by issue.
    pub fn several(&self) -> Vec<Vec<usize>> {
        let parties = self.stances.chunk_by(|one, other| one.party == other.party);
        let mut begin = 0;
        let mut several = Vec::new();
        for stances in parties {
            let issue = |at: &usize| self.stances[*at].issue;
            let mut records: Vec<usize> = (begin..begin + stances.len()).collect();
            records.sort_by_key(issue);
            let by_issue = records.chunk_by(|one, other| issue(one) == issue(other));
            several.extend(
                by_issue
                    .filter(|same| same.len() > 1)
                    .map(<[usize]>::to_vec),
            );
            begin += stances.len();
        }
        several
    }

    /// The index of the issue of this id.
    pub fn issue(&self, id: &str) -> Option<usize> {
        self.issues.iter().position(|issue| issue.id == id)
    }

    /// Whether one of the two is a group or organisation that lists the other
    /// as its member.
    pub fn group_and_member(&self, one: usize, other: usize) -> bool {
        self.parties[one].has_member(other) || self.parties[other].has_member(one)
    }
}

impl Party {
    /// Whether it lists the party of this index as its member.
    pub fn has_member(&self, party: usize) -> bool {
        self.members.contains(&Member::Party(party))
    }
}

impl Basis {
    /// The basis without its speaker.
    pub fn kind(&self) -> BasisKind {
        match self {
            Basis::Declared(_) => BasisKind::Declared,
            Basis::Attributed(_) => BasisKind::Attributed,
            Basis::Conduct => BasisKind::Conduct,
        }
    }

    /// Who says so.
    pub fn by(&self) -> Option<&str> {
        match self {
            Basis::Declared(by) | Basis::Attributed(by) => Some(by),
            Basis::Conduct => None,
        }
    }
}

impl BasisKind {
    /// The bases from the strictest to the loosest.
    pub const ALL: [BasisKind; 3] = [
        BasisKind::Declared,
        BasisKind::Attributed,
        BasisKind::Conduct,
    ];

    /// Its name on the command line and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            BasisKind::Declared => "declared",
            BasisKind::Attributed => "attributed",
            BasisKind::Conduct => "conduct",
        }
    }
}

impl Stance {
    /// The outcomes accepted without a condition, if they are known.
    pub fn unconditional(&self) -> Option<&Outcome> {
        match (&self.position, &self.condition) {
            (Position::Known(outcome), None) => Some(outcome),
            _ => None,
        }
    }

    /// Whether the other record says the same of its party.
    pub fn says_the_same(&self, other: &Stance) -> bool {
        self.position == other.position && self.condition == other.condition
    }
}
