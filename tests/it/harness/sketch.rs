//! Random dossiers: small, valid, and dense enough that everything happens in them.
//!
//! A sketch is written down as [`Talks`] in several ways that should come to the
//! same: without what is confidential, with other ids, in another order, with
//! scales turned round.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::talks::{Says, Talks, says};

/// A dossier to be.
#[derive(Debug, Clone)]
pub struct Sketch {
    pub issues: Vec<Issue>,
    /// Whether each source is confidential.
    pub sources: Vec<bool>,
    pub relations: Vec<Relation>,
    pub influence: Vec<Influence>,
    pub parties: Vec<Party>,
}

#[derive(Debug, Clone)]
pub struct Issue {
    pub kind: Kind,
    pub area: usize,
    /// In quarters.
    pub weight: Option<usize>,
    pub confidential: bool,
}

/// Places of two different parties, and a level; no two of the same parties.
#[derive(Debug, Clone)]
pub struct Influence {
    pub of: usize,
    pub on: usize,
    pub level: u8,
    pub confidential: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Statement,
    Scale,
    Quantity,
    Choice,
}

#[derive(Debug, Clone)]
pub struct Relation {
    pub implies: bool,
    pub one: (usize, Position),
    pub other: (usize, Position),
    pub confidential: bool,
}

#[derive(Debug, Clone)]
pub struct Party {
    /// Places of parties; none where it is no group.
    pub members: Vec<usize>,
    pub confidential: bool,
    pub stances: Vec<Stance>,
    pub notes: Vec<Note>,
}

#[derive(Debug, Clone)]
pub struct Stance {
    pub issue: usize,
    pub position: Position,
    pub condition: Option<usize>,
    pub basis: usize,
    pub since: usize,
    pub until: Option<usize>,
    pub firmness: usize,
    pub confidence: Option<usize>,
    /// In tenths.
    pub salience: Option<usize>,
    pub stake: Option<u8>,
    /// Places of sources, and places in them.
    pub evidence: Vec<(usize, usize)>,
    pub confidential: bool,
}

#[derive(Debug, Clone)]
pub struct Note {
    pub evidence: Vec<(usize, usize)>,
    pub confidential: bool,
}

/// A position on any kind of issue, of which it shows what fits.
#[derive(Debug, Clone, Copy)]
pub struct Position {
    /// 0 and 1 where it is not known.
    pub known: u8,
    /// From −2 to 2.
    pub degree: i8,
    /// Two levels out of four, the lower one first.
    pub levels: (u8, u8),
    /// A set of options out of four; never empty.
    pub options: u8,
}

/// In what way a sketch is written down.
#[derive(Debug, Clone)]
pub struct Manner {
    /// Whether the confidential parts are written at all.
    pub confidential: bool,
    /// The id of each party.
    pub ids: Vec<String>,
    /// The issues in the order in which they stand in the file.
    pub order: Vec<usize>,
    /// Which issues are asked the other way round.
    pub turned: Vec<bool>,
}

/// How many parties, issues and sources a sketch has at most.
const MOST: usize = 6;

pub const CONDITIONS: [&str; 2] = ["a truce", "elections"];
const DATES: [&str; 7] = [
    "2025-01-01",
    "2025-01-31",
    "2025-01",
    "2025-02-01",
    "2025-02-15",
    "2025-03",
    "2025",
];
const FIRMNESS: [&str; 5] = ["RedLine", "Demand", "Position", "Preference", "Concern"];
const LEVELS: [&str; 4] = ["none", "some", "much", "all"];
const OPTIONS: [&str; 4] = ["us", "un", "eu", "osce"];

/// Any dossier.
pub fn sketches() -> impl Strategy<Value = Sketch> {
    (
        vec(issues(), 1..MOST),
        vec(seldom(), 1..4),
        vec(relations(), 0..6),
        prop_oneof![Just(Vec::new()), vec(influence(), 0..12)],
        vec(parties(), 2..MOST),
    )
        .prop_map(|(issues, sources, relations, influence, parties)| Sketch {
            issues,
            sources,
            relations,
            influence,
            parties,
        })
        .prop_map(Sketch::bound)
}

fn seldom() -> impl Strategy<Value = bool> {
    prop::bool::weighted(0.2)
}

fn issues() -> impl Strategy<Value = Issue> {
    let kinds = [
        Kind::Statement,
        Kind::Statement,
        Kind::Scale,
        Kind::Quantity,
        Kind::Choice,
    ];
    let kind = prop::sample::select(kinds.to_vec());
    (kind, 0..3_usize, option::of(0..9_usize), seldom()).prop_map(
        |(kind, area, weight, confidential)| Issue {
            kind,
            area,
            weight,
            confidential,
        },
    )
}

fn influence() -> impl Strategy<Value = Influence> {
    (0..MOST, 0..MOST, 0..=4_u8, seldom()).prop_map(|(of, on, level, confidential)| Influence {
        of,
        on,
        level,
        confidential,
    })
}

fn positions() -> impl Strategy<Value = Position> {
    (0..20_u8, -2..=2_i8, 0..4_u8, 0..4_u8, 1..16_u8).prop_map(|(known, degree, a, b, options)| {
        Position {
            known,
            degree,
            levels: (a.min(b), a.max(b)),
            options,
        }
    })
}

fn literals() -> impl Strategy<Value = (usize, Position)> {
    let known = |position| Position {
        known: 2,
        ..position
    };
    (0..MOST, positions().prop_map(known))
}

fn relations() -> impl Strategy<Value = Relation> {
    (any::<bool>(), literals(), literals(), seldom()).prop_map(
        |(implies, one, other, confidential)| Relation {
            implies,
            one,
            other,
            confidential,
        },
    )
}

fn parties() -> impl Strategy<Value = Party> {
    let members = prop_oneof![3 => Just(Vec::new()), 1 => vec(0..MOST, 1..3)];
    (members, seldom(), vec(stances(), 0..8), vec(notes(), 0..2)).prop_map(
        |(members, confidential, stances, notes)| Party {
            members,
            confidential,
            stances,
            notes,
        },
    )
}

fn evidence() -> impl Strategy<Value = Vec<(usize, usize)>> {
    vec((0..4_usize, 0..3_usize), 0..3)
}

fn stances() -> impl Strategy<Value = Stance> {
    let said = (
        0..MOST,
        positions(),
        prop::option::weighted(0.15, 0..2_usize),
    );
    let time = (0..DATES.len(), prop::option::weighted(0.15, 0..DATES.len()));
    let known = (0..3_usize, option::of(0..10_usize), evidence());
    let meant = (
        0..FIRMNESS.len(),
        option::of(0..11_usize),
        option::of(0..=4_u8),
    );
    (said, time, known, meant, seldom()).prop_map(
        |((issue, position, condition), (since, until), known, meant, confidential)| {
            let (firmness, salience, stake) = meant;
            let (basis, confidence, evidence) = known;
            Stance {
                issue,
                position,
                condition,
                basis,
                since,
                until,
                firmness,
                confidence,
                salience,
                stake,
                evidence,
                confidential,
            }
        },
    )
}

fn notes() -> impl Strategy<Value = Note> {
    (evidence(), seldom()).prop_map(|(evidence, confidential)| Note {
        evidence,
        confidential,
    })
}

impl Manner {
    /// As it stands in the sketch.
    pub fn plain(sketch: &Sketch) -> Self {
        Self {
            confidential: true,
            ids: (0..sketch.parties.len())
                .map(|at| format!("p{at}"))
                .collect(),
            order: (0..sketch.issues.len()).collect(),
            turned: vec![false; sketch.issues.len()],
        }
    }
}

impl Sketch {
    /// The same with every place inside its list.
    fn bound(mut self) -> Self {
        let (issues, sources) = (self.issues.len(), self.sources.len());
        let parties = self.parties.len();
        let bind = |evidence: &mut Vec<(usize, usize)>| {
            evidence
                .iter_mut()
                .for_each(|(source, _)| *source %= sources);
        };
        for relation in &mut self.relations {
            relation.one.0 %= issues;
            relation.other.0 %= issues;
        }
        let mut seen = BTreeSet::new();
        for influence in &mut self.influence {
            influence.of %= parties;
            influence.on %= parties;
        }
        self.influence.retain(|influence| {
            influence.of != influence.on && seen.insert((influence.of, influence.on))
        });
        for party in &mut self.parties {
            party
                .members
                .iter_mut()
                .for_each(|member| *member %= parties);
            party
                .notes
                .iter_mut()
                .for_each(|note| bind(&mut note.evidence));
            for stance in &mut party.stances {
                stance.issue %= issues;
                bind(&mut stance.evidence);
            }
        }
        self
    }

    /// As it stands here.
    pub fn talks(&self) -> Talks {
        self.written(&Manner::plain(self))
    }

    /// As it would stand if nothing confidential had ever been written.
    pub fn stripped(&self) -> Talks {
        self.written(&Manner {
            confidential: false,
            ..Manner::plain(self)
        })
    }

    pub fn written(&self, manner: &Manner) -> Talks {
        let mut talks = (0..3).fold(Talks::new(), |talks, area| {
            if manner.confidential || self.shows_area(area) {
                talks.area(&format!("area-{area}"))
            } else {
                talks
            }
        });
        for at in &manner.order {
            talks = self.issue(talks, *at, manner);
        }
        for relation in &self.relations {
            talks = self.relation(talks, relation, manner);
        }
        talks = talks.head(&self.influence(manner));
        for (at, confidential) in self.sources.iter().enumerate() {
            if manner.confidential || !confidential {
                talks = talks.source_with(&source(at), &mark(*confidential));
            }
        }
        for (at, party) in self.parties.iter().enumerate() {
            talks = self.party(talks, at, party, manner);
        }
        talks
    }

    /// Whether an area is not empty for the public alone.
    fn shows_area(&self, area: usize) -> bool {
        let mut issues = self.issues.iter().filter(|issue| issue.area == area);
        issues.clone().count() == 0 || issues.any(|issue| !issue.confidential)
    }

    fn issue(&self, talks: Talks, at: usize, manner: &Manner) -> Talks {
        let issue = &self.issues[at];
        if issue.confidential && !manner.confidential {
            return talks;
        }
        let mut more = mark(issue.confidential);
        if issue.kind == Kind::Quantity {
            more.push_str(", tolerance: 2");
        }
        if let Some(quarters) = issue.weight {
            more.push_str(&format!(", weight: {}", quarters as f64 / 4.0));
        }
        let area = format!("area-{}", issue.area);
        let kind = issue.kind.text(manner.turned[at]);
        talks.issue_with(&issue_id(at), &area, &kind, &more)
    }

    fn relation(&self, talks: Talks, relation: &Relation, manner: &Manner) -> Talks {
        let secret = |(issue, _): &(usize, Position)| self.issues[*issue].confidential;
        let hidden = relation.confidential || secret(&relation.one) || secret(&relation.other);
        if hidden && !manner.confidential {
            return talks;
        }
        let literal = |(issue, position): &(usize, Position)| {
            let text = position.text(self.issues[*issue].kind, manner.turned[*issue]);
            format!("({:?}, {text})", issue_id(*issue))
        };
        let (one, other) = (literal(&relation.one), literal(&relation.other));
        let mark = mark(relation.confidential);
        talks.relation(&if relation.implies {
            format!("Implies(if: {one}, then: {other}, because: \"it follows\", {mark})")
        } else {
            format!("Excludes(one: {one}, other: {other}, because: \"not both\", {mark})")
        })
    }

    fn influence(&self, manner: &Manner) -> String {
        let is_secret = |influence: &&Influence| {
            let secret = |party: usize| self.parties[party].confidential;
            influence.confidential || secret(influence.of) || secret(influence.on)
        };
        let shown = self.influence.iter();
        let shown = shown.filter(|influence| manner.confidential || !is_secret(influence));
        let entries: Vec<String> = shown
            .map(|influence| {
                let (of, on) = (&manner.ids[influence.of], &manner.ids[influence.on]);
                let mark = mark(influence.confidential);
                format!(
                    "(of: {of:?}, on: {on:?}, level: {}, {mark})",
                    influence.level
                )
            })
            .collect();
        format!("influence: [{}]", entries.join(", "))
    }

    fn party(&self, talks: Talks, at: usize, party: &Party, manner: &Manner) -> Talks {
        if party.confidential && !manner.confidential {
            return talks;
        }
        let shown = |member: &&usize| manner.confidential || !self.parties[**member].confidential;
        let members: Vec<&str> = (party.members.iter().filter(shown))
            .map(|member| manner.ids[*member].as_str())
            .collect();
        let head = format!("members: {members:?}, {}", mark(party.confidential));
        let stances = party.stances.iter();
        let stances = stances.filter_map(|stance| self.stance(stance, manner));
        let talks = talks.party_with(&manner.ids[at], &head, stances);
        party.notes.iter().fold(talks, |talks, note| {
            if !manner.confidential && (note.confidential || self.rests_on_secrets(&note.evidence))
            {
                return talks;
            }
            let evidence = self.evidence(&note.evidence, manner);
            let mark = mark(note.confidential);
            let text = format!("(kind: Event, text: \"It happened.\", {evidence}, {mark})");
            talks.note(&manner.ids[at], &text)
        })
    }

    fn stance(&self, stance: &Stance, manner: &Manner) -> Option<Says> {
        let issue = &self.issues[stance.issue];
        let hidden =
            stance.confidential || issue.confidential || self.rests_on_secrets(&stance.evidence);
        if hidden && !manner.confidential {
            return None;
        }
        let position = stance
            .position
            .text(issue.kind, manner.turned[stance.issue]);
        let mut said = says(&issue_id(stance.issue), &position)
            .since(DATES[stance.since])
            .with(&format!("firmness: {}", FIRMNESS[stance.firmness]))
            .with(&self.evidence(&stance.evidence, manner))
            .with(&mark(stance.confidential));
        said = match stance.basis {
            0 => said,
            1 => said.attributed(),
            _ => said.by_conduct(),
        };
        if let Some(condition) = stance.condition {
            said = said.on_condition(CONDITIONS[condition]);
        }
        if let Some(until) = stance.until {
            said = said.until(DATES[until]);
        }
        if let Some(tenths) = stance.confidence {
            said = said.sure(tenths as f64 / 10.0);
        }
        if let Some(tenths) = stance.salience {
            said = said.with(&format!("salience: {}", tenths as f64 / 10.0));
        }
        if let Some(stake) = stance.stake {
            said = said.with(&format!("stake: {stake}"));
        }
        Some(said)
    }

    fn rests_on_secrets(&self, evidence: &[(usize, usize)]) -> bool {
        !evidence.is_empty() && evidence.iter().all(|(source, _)| self.sources[*source])
    }

    fn evidence(&self, evidence: &[(usize, usize)], manner: &Manner) -> String {
        let shown = |(source, _): &&(usize, usize)| manner.confidential || !self.sources[*source];
        let pieces: Vec<String> = (evidence.iter().filter(shown))
            .map(|(at, place)| format!("(source: {:?}, at: \"P{place}\")", source(*at)))
            .collect();
        format!("evidence: [{}]", pieces.join(", "))
    }
}

impl Kind {
    fn text(self, turned: bool) -> String {
        match self {
            Kind::Statement => "Statement".to_owned(),
            Kind::Scale => format!("Scale({:?})", in_order(LEVELS, turned)),
            Kind::Quantity => "Quantity(unit: \"men\", min: -3, max: 9)".to_owned(),
            Kind::Choice => format!("Choice({:?})", in_order(OPTIONS, turned)),
        }
    }
}

fn in_order<const N: usize>(mut names: [&str; N], turned: bool) -> [&str; N] {
    if turned {
        names.reverse();
    }
    names
}

impl Position {
    /// As it stands in a file, on an issue of this kind.
    fn text(self, kind: Kind, turned: bool) -> String {
        if self.known < 2 {
            return ["Undisclosed", "Withdrawn"][usize::from(self.known)].to_owned();
        }
        let (low, high) = self.levels;
        match kind {
            Kind::Statement => {
                let degrees = ["Oppose", "LeanOppose", "Neutral", "LeanSupport", "Support"];
                let degree = if turned { -self.degree } else { self.degree };
                degrees[usize::try_from(degree + 2).unwrap()].to_owned()
            }
            Kind::Scale => range(turned, (low, high), &|at| format!("{:?}", LEVELS[at])),
            Kind::Quantity => range(turned, (low, high), &|at| {
                // Three apart, with a tolerance of two.
                let number = at as i32 * 4 - 3;
                (if turned { 6 - number } else { number }).to_string()
            }),
            Kind::Choice => {
                let chosen = |at: &usize| self.options & (1 << at) != 0;
                let names: Vec<&str> = (0..4).filter(chosen).map(|at| OPTIONS[at]).collect();
                format!("OneOf({names:?})")
            }
        }
    }
}

/// A range in each of the ways to write it. What is the least one way round is
/// the most the other way round.
fn range(turned: bool, (low, high): (u8, u8), point: &dyn Fn(usize) -> String) -> String {
    let (low, high) = (usize::from(low), usize::from(high));
    match (low, high) {
        _ if low == high => format!("At({})", point(low)),
        (_, 3) if turned => format!("AtMost({})", point(low)),
        (_, 3) => format!("AtLeast({})", point(low)),
        (0, _) if turned => format!("AtLeast({})", point(high)),
        (0, _) => format!("AtMost({})", point(high)),
        _ if turned => format!("Between({}, {})", point(high), point(low)),
        _ => format!("Between({}, {})", point(low), point(high)),
    }
}

pub fn issue_id(at: usize) -> String {
    format!("i{at}")
}

fn source(at: usize) -> String {
    format!("s{at}")
}

fn mark(confidential: bool) -> String {
    format!("confidential: {confidential}")
}
