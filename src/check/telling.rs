//! Chains of relations in words, positions as they stand in the files.

use itertools::Itertools;

use super::case::Case;
use crate::dossier::{Literal, Rule, Stance};
use crate::finding::spans::Spans;
use crate::finding::{Label, Place};
use crate::logic::chain::{Chain, Known, Step};
use crate::logic::clash::MOST;
use crate::syntax::route::Route;

/// Tells of the stances and relations of a case.
#[derive(Debug)]
pub struct Telling<'c, 'a> {
    case: &'c Case<'a>,
    spans: Spans<'a>,
}

/// That a list of what cannot stand together may lack some of it.
pub fn unfinished(whose: &str) -> String {
    format!(
        "there may be more of this in {whose}: {MOST} are told at most, and the search for them \
         ends after a while"
    )
}

/// Where in a chain a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Within {
    Way,
    /// It is the last one, with which the chain breaks.
    Break,
}

impl<'c, 'a> Telling<'c, 'a> {
    /// Tells of this case.
    pub fn of(case: &'c Case<'a>) -> Self {
        let spans = Spans::new(case.texts);
        Self { case, spans }
    }

    /// Where a relation stands, an index into the dossier's.
    pub fn place(&self, relation: usize) -> Place {
        self.case.head(self.route(relation))
    }

    /// The number of a relation in `dossier.ron`, counted from 1.
    pub fn number(&self, relation: usize) -> usize {
        self.case.dossier.relations[relation].number
    }

    /// The relations by their numbers: `relation 2`, `relations 2 and 5`.
    pub fn numbers(&self, relations: &[usize]) -> String {
        match relations {
            [] => "no relation".to_owned(),
            [one] => format!("relation {}", self.number(*one)),
            [others @ .., last] => {
                let others = others.iter().map(|at| self.number(*at)).join(", ");
                format!("relations {others} and {}", self.number(*last))
            }
        }
    }

    /// A position that some relation speaks of: `` `AtMost(400)` on `release` ``.
    pub fn literal(&self, literal: &Literal) -> String {
        let relations = self.case.dossier.relations.iter().enumerate();
        let mut sides = relations.flat_map(|(at, relation)| {
            let fields = fields(&relation.rule).into_iter();
            fields
                .zip(relation.rule.literals())
                .map(move |side| (at, side))
        });
        match sides.find(|(_, (_, side))| *side == literal) {
            Some((at, (field, _))) => self.side(at, field, literal),
            None => self.issue(literal.issue),
        }
    }

    /// The steps of a chain, one after the other, each to be said on a line of its own.
    pub fn chain(&self, chain: &Chain, supposed: Option<&Literal>) -> Vec<String> {
        let last = chain.steps.len().saturating_sub(1);
        let steps = chain.steps.iter().enumerate();
        steps
            .map(|(at, step)| match at > 0 && at == last {
                true => self.step(*step, Within::Break, supposed),
                false => self.step(*step, Within::Way, supposed),
            })
            .collect()
    }

    fn step(&self, step: Step, within: Within, supposed: Option<&Literal>) -> String {
        match step {
            Step::Supposes => {
                let supposed = supposed.map(|literal| self.literal(literal));
                format!("suppose somebody holds {}", supposed.unwrap_or_default())
            }
            Step::Holds(stance) => {
                let but = match within {
                    Within::Break => "but ",
                    Within::Way => "",
                };
                let said = self.stance(&self.case.dossier.stances[stance]);
                format!("{but}it holds {said}")
            }
            Step::Implies(relation) => {
                let said = self.on_side(relation, Known::Other);
                format!("so it holds {said}, by relation {}", self.number(relation))
            }
            Step::Excludes { relation, known } => {
                let but = match within {
                    Within::Break => ", and does",
                    Within::Way => "",
                };
                let said = match known {
                    Known::One => self.on_side(relation, Known::Other),
                    Known::Other => self.on_side(relation, Known::One),
                };
                let number = self.number(relation);
                format!("so it cannot hold {said}, by relation {number}{but}")
            }
        }
    }

    /// What a relation says on one of its sides.
    fn on_side(&self, relation: usize, side: Known) -> String {
        let rule = &self.case.dossier.relations[relation].rule;
        let ([one, other], [first, second]) = (rule.literals(), fields(rule));
        match side {
            Known::One => self.side(relation, first, one),
            Known::Other => self.side(relation, second, other),
        }
    }

    fn stance(&self, stance: &Stance) -> String {
        let position = self.case.field(stance, "position");
        format!("`{}` on {}", self.text(position), self.issue(stance.issue))
    }

    fn side(&self, relation: usize, field: &str, literal: &Literal) -> String {
        let route = self.route(relation).field(field).index(1);
        let position = self.text(self.case.head(route));
        format!("`{position}` on {}", self.issue(literal.issue))
    }

    fn issue(&self, issue: usize) -> String {
        format!("`{}`", self.case.dossier.issues[issue].id)
    }

    fn route(&self, relation: usize) -> Route {
        let at = self.number(relation) - 1;
        Route::default().field("relations").index(at)
    }

    /// What stands at a place, on one line.
    fn text(&self, place: Place) -> String {
        let source = self.spans.source(&place.file);
        let label = Label {
            place,
            text: String::new(),
        };
        let text = source.and_then(|source| Some(self.spans.of(&label)?.of(source.text())));
        text.unwrap_or_default().split_whitespace().join(" ")
    }
}

/// The fields of a relation that hold its two positions.
fn fields(rule: &Rule) -> [&'static str; 2] {
    match rule {
        Rule::Implies { .. } => ["if", "then"],
        Rule::Excludes { .. } => ["one", "other"],
    }
}
