//! What to ask next: who has not spoken to what others have, and what an answer
//! would be worth.
//!
//! A gap is a question and never a position. What an answer would say is not
//! guessed: it is only counted which pairs could then be compared.

pub mod floor;
pub mod question;
pub mod red_line;
pub mod thin;
pub mod voice;

use std::collections::BTreeMap;

use self::floor::{Floor, floors};
use self::question::{Question, questions};
use self::red_line::{RedLine, red_lines};
use self::thin::{Thin, thin};
use super::joint::Field;
use super::pair::pairs;
use crate::dossier::scene::Scene;

/// Everything that is open between the parties in view.
#[derive(Debug)]
pub struct Gaps<'a> {
    pub scene: &'a Scene<'a>,
    /// Whom to ask, in the order of the scene; nothing where it is everybody.
    pub asked: Option<Vec<usize>>,
    /// Every issue in view, those first to which the most have spoken.
    pub floors: Vec<Floor>,
    /// Every answer that would make a pair comparable on one more issue, those first
    /// that would do so for the most pairs.
    pub questions: Vec<Question>,
    /// Pairs with few joint issues, those with the fewest first; where only some are
    /// asked, those that an answer of theirs would give one more.
    pub thin: Vec<Thin>,
    /// Red lines to which somebody who is asked has not spoken.
    pub red_lines: Vec<RedLine>,
    pub joint: Joint,
    /// Where each issue stands among the floors.
    ranks: BTreeMap<usize, usize>,
}

impl<'a> Gaps<'a> {
    /// What is open to these parties, or to everybody.
    pub fn of(field: &Field<'a>, asked: Option<Vec<usize>>) -> Self {
        let scene = field.scene();
        let floors = floors(scene);
        let joint = Joint::of(field);
        let mut gaps = Self {
            questions: questions(scene, &floors, &joint),
            thin: thin(scene, &floors, &joint),
            red_lines: red_lines(&floors),
            ranks: (floors.iter().enumerate())
                .map(|(rank, floor)| (floor.issue, rank))
                .collect(),
            scene,
            floors,
            asked: None,
            joint,
        };
        if let Some(asked) = asked {
            gaps.ask_only(asked);
        }
        gaps
    }

    /// Drops what is open to others than these parties.
    fn ask_only(&mut self, asked: Vec<usize>) {
        let is_asked = |party: &usize| asked.contains(party);
        self.questions.retain(|question| is_asked(&question.party));
        self.thin.retain_mut(|pair| {
            pair.keep(is_asked);
            pair.answers() > 0
        });
        self.red_lines.retain_mut(|line| {
            line.open.retain(|party| is_asked(party));
            !line.open.is_empty()
        });
        self.asked = Some(asked);
    }

    /// The floor of an issue in view.
    pub fn floor(&self, issue: usize) -> Option<&Floor> {
        Some(&self.floors[*self.ranks.get(&issue)?])
    }
}

/// On how many issues each two parties are comparable.
#[derive(Debug)]
pub struct Joint {
    parties: usize,
    n: Vec<usize>,
}

impl Joint {
    /// Of all parties in view.
    pub fn of(field: &Field) -> Self {
        let parties = field.scene().dossier.parties.len();
        let mut n = vec![0; parties * parties];
        for pair in pairs(field) {
            n[pair.a * parties + pair.b] = pair.n;
            n[pair.b * parties + pair.a] = pair.n;
        }
        Self { parties, n }
    }

    /// On how many issues these two are comparable.
    pub fn n(&self, one: usize, other: usize) -> usize {
        self.n[one * self.parties + other]
    }
}
