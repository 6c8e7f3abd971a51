//! Fixes of findings, made until nothing more is mended.
//!
//! A fix is made as a whole or not at all, and only if nothing is found afterwards
//! that was not found before: a mended name can bring to light what was wrong
//! behind it, and that is for the author to see.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::bundle::Bundle;
use super::draft::Draft;
use super::fitness::newly;
use super::fmt::formatted;
use super::text_file::TextFile;
use crate::finding::Finding;
use crate::finding::fix::{Change, Fix, Safety};
use crate::finding::ready::{Edits, Ready, amendments, ready};
use crate::finding::spans::Spans;
use crate::syntax::faithful::keeps_words;
use crate::syntax::tree::Tree;
use crate::text::edit::EditSet;

/// How often the files are looked at again after something was mended. Each round
/// leaves less than the one before, so this only bounds the time.
const ROUNDS: usize = 32;

/// Who says what is wrong in files, and what of it is to be mended.
pub trait Judge {
    /// Everything that is found in these files.
    fn findings(&self, bundle: &Bundle) -> Vec<Finding>;

    /// What of it somebody asked about.
    fn asked(&self, bundle: &Bundle, findings: Vec<Finding>) -> Vec<Finding>;
}

/// What mending comes to.
#[derive(Debug)]
pub struct Mended {
    /// From the files as they were to those as they are now.
    pub draft: Draft,
    pub bundle: Bundle,
    /// How many findings there are fewer.
    pub fixed: usize,
    /// What is found now.
    pub left: Vec<Finding>,
}

/// Makes the fixes of what is found and asked about, the doubtful ones if `most`
/// has it so.
pub fn mend(bundle: &Bundle, most: Safety, judge: &impl Judge) -> Mended {
    let mut now = State::of(bundle.clone(), judge);
    let before = now.found.len();
    for _ in 0..ROUNDS {
        match round(&now, most, judge) {
            Some(next) => now = next,
            None => break,
        }
    }
    let changes = bundle.files.iter().zip(&now.bundle.files);
    let changes = changes.map(|(old, new)| old.becomes(new.source.text()));
    Mended {
        draft: Draft::new(changes),
        fixed: before - now.found.len(),
        left: now.found,
        bundle: now.bundle,
    }
}

/// How many of these findings have a fix that can be made: those of which the fix
/// is safe, and the others.
pub fn mendable(bundle: &Bundle, findings: &[Finding]) -> (usize, usize) {
    let sources = bundle.sources();
    let spans = Spans::new(&sources);
    let fixes = findings.iter().filter_map(|finding| finding.fix.as_ref());
    let ready: Vec<Ready> = fixes.filter_map(|fix| ready(fix, &spans)).collect();
    let safe = ready.iter().filter(|fix| fix.safety == Safety::Safe);
    let safe = safe.count();
    (safe, ready.len() - safe)
}

/// Files, and what is found in them.
struct State {
    bundle: Bundle,
    found: Vec<Finding>,
}

impl State {
    fn of(bundle: Bundle, judge: &impl Judge) -> Self {
        let found = judge.findings(&bundle);
        Self { bundle, found }
    }
}

/// The state after as many fixes as go together; nothing if there is none.
fn round(now: &State, most: Safety, judge: &impl Judge) -> Option<State> {
    let asked = judge.asked(&now.bundle, now.found.clone());
    let sources = now.bundle.sources();
    let spans = Spans::new(&sources);
    let fixes: Vec<&Fix> = asked.iter().filter_map(|one| one.fix.as_ref()).collect();
    let plans = fixes.par_iter().map(|fix| Plan::of(fix, most, &spans));
    let plans: Vec<Plan> = plans.collect::<Vec<_>>().into_iter().flatten().collect();
    let mut trial = Trial {
        now,
        most,
        judge,
        spans: &spans,
        made: Plan::default(),
        next: None,
    };
    trial.take(&plans);
    trial.next
}

/// What is to be done to which file.
#[derive(Debug, Clone, Default)]
struct Plan<'s> {
    fixes: Vec<&'s Fix>,
    edits: Edits<'s>,
    /// Those that get their canonical form when all edits are made.
    laid_out: BTreeSet<&'s str>,
}

impl<'s> Plan<'s> {
    fn of(fix: &'s Fix, most: Safety, spans: &'s Spans) -> Option<Self> {
        let Ready { edits, .. } = ready(fix, spans).filter(|fix| fix.safety <= most)?;
        let laid_out = fix.patches.iter();
        let laid_out = laid_out.filter(|patch| patch.change == Change::Layout);
        Some(Self {
            fixes: vec![fix],
            edits,
            laid_out: laid_out.map(|patch| patch.file.as_str()).collect(),
        })
    }

    /// Whether each change by itself comes to what was asked for.
    fn is_sound(&self, spans: &Spans) -> bool {
        let amendments = self.fixes.iter().flat_map(|fix| amendments(fix));
        let mut sound = amendments.map(|(file, amendment)| {
            let tree = spans.tree(file);
            tree.is_some_and(|tree| amendment.apply(tree).is_ok())
        });
        sound.all(|sound| sound)
    }

    /// Adds another plan, unless both change the same characters, and tells whether it
    /// was added.
    fn takes(&mut self, other: &Self) -> bool {
        let goes = |(file, more): (&&str, &EditSet)| {
            let edits = self.edits.get(*file);
            edits.is_none_or(|edits| edits.goes_with(more).is_ok())
        };
        if !other.edits.iter().all(goes) {
            return false;
        }
        for (file, more) in &other.edits {
            let all = match self.edits.remove(file) {
                Some(edits) => edits.merge(more.clone()),
                None => Ok(more.clone()),
            };
            self.edits.insert(file, all.expect("they go together"));
        }
        self.fixes.extend(&other.fixes);
        self.laid_out.extend(&other.laid_out);
        true
    }

    /// The files as they are afterwards; nothing if one of them would not be
    /// exactly what was asked.
    fn done(&self, bundle: &Bundle) -> Option<Bundle> {
        let files = bundle.files.iter().map(|file| self.done_to(file));
        Some(Bundle {
            files: files.collect::<Option<_>>()?,
            spoilt: bundle.spoilt.clone(),
        })
    }

    fn done_to(&self, file: &TextFile) -> Option<TextFile> {
        let path = file.source.name();
        let mut file = file.clone();
        if let Some(edits) = self.edits.get(path) {
            let after = file.with_text(edits.clone().apply());
            let trees = [&file, &after].map(|file| Tree::parse(file.source.text()));
            if !keeps_words(&trees[0], edits.edits(), &trees[1]) {
                return None;
            }
            file = after;
        }
        match self.laid_out.contains(path) {
            true => Some(file.with_text(formatted(&file).ok()?)),
            false => Some(file),
        }
    }
}

/// Fixes that were tried together and found to be good.
struct Trial<'a, 's, J> {
    now: &'a State,
    most: Safety,
    judge: &'a J,
    spans: &'a Spans<'a>,
    made: Plan<'s>,
    /// What `made` leads to.
    next: Option<State>,
}

impl<'s, J: Judge> Trial<'_, 's, J> {
    /// Adds as many of these plans as do no harm. A plan that changes the same
    /// characters as one before it waits for the next round.
    fn take(&mut self, plans: &[Plan<'s>]) {
        let mut together = self.made.clone();
        let mut fitting = Vec::new();
        for plan in plans {
            if together.takes(plan) {
                fitting.push(plan.clone());
            }
        }
        // What becomes of all together is looked at when it is made; only one that is
        // left alone is looked at by itself.
        match fitting.as_slice() {
            [] => return,
            [one] if !one.is_sound(self.spans) => return,
            _ => {}
        }
        if let Some(next) = self.tried(&together) {
            self.made = together;
            self.next = Some(next);
        } else if fitting.len() > 1 {
            let (first, second) = fitting.split_at(fitting.len() / 2);
            self.take(first);
            self.take(second);
        }
    }

    /// The state that a plan leads to, if it is better: less is found, and nothing
    /// that was not found before.
    fn tried(&self, plan: &Plan) -> Option<State> {
        let next = State::of(plan.done(&self.now.bundle)?, self.judge);
        let next = self.cleared(next)?;
        let best = self.next.as_ref().unwrap_or(self.now);
        (next.found.len() < best.found.len()).then_some(next)
    }

    /// The state without what has come to light, where all of that can be fixed too:
    /// of two slips in one record the second is often found only when the first is
    /// mended.
    fn cleared(&self, mut next: State) -> Option<State> {
        for _ in 0..ROUNDS {
            let new = newly(next.found.clone(), &self.now.found);
            if new.is_empty() {
                return Some(next);
            }
            let bundle = {
                let sources = next.bundle.sources();
                let spans = Spans::new(&sources);
                let fixes = self.judge.asked(&next.bundle, new);
                let mut plan = Plan::default();
                for finding in &fixes {
                    let own = Plan::of(finding.fix.as_ref()?, self.most, &spans)?;
                    if !own.is_sound(&spans) {
                        return None;
                    }
                    plan.takes(&own);
                }
                plan.done(&next.bundle)?
            };
            if bundle == next.bundle {
                return None;
            }
            next = State::of(bundle, self.judge);
        }
        None
    }
}
