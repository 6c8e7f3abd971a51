//! The accounts of issues as data: one record an issue.
//!
//! Positions are parted by `;`, and so are their holders, who are parted by `|`.

use itertools::Itertools;

use crate::compare::ground::Stand;
use crate::compare::issues::Account;
use crate::dossier::scene::Scene;
use crate::measure::spread::{Measure, consensus, mean, median, van_der_eijk};
use crate::view::data::{Data, Value};
use crate::view::words;

/// What is told of an issue.
const HEADS: [&str; 28] = [
    "area",
    "issue",
    "text",
    "parties",
    "comparable",
    "declared",
    "attributed",
    "conduct",
    "conditional",
    "silent",
    "outside_lens",
    "undisclosed",
    "withdrawn",
    "contradictory",
    "unusable",
    "n",
    "independent",
    "agree",
    "partial",
    "conflict",
    "points",
    "not_placed",
    "van_der_eijk",
    "consensus",
    "mean",
    "median",
    "positions",
    "holders",
];

/// Every issue, in the order given.
pub fn data(scene: &Scene, accounts: &[Account]) -> Data {
    Data {
        heads: HEADS.map(str::to_owned).into(),
        records: (accounts.iter())
            .map(|account| record(scene, account).into())
            .collect(),
    }
}

fn record(scene: &Scene, account: &Account) -> [Value; HEADS.len()] {
    let issue = &scene.dossier.issues[account.ground.issue];
    let (voices, verdicts) = (account.voices, account.verdicts);
    let score = |measure: &Measure| Value::from(account.placed.score(measure).value.ok());
    let stands = || account.ground.stands.iter();
    let position = |stand: &Stand| match stand.condition {
        Some(_) => format!("{} on condition", words::bare_outcome(issue, stand.outcome)),
        None => words::bare_outcome(issue, stand.outcome),
    };
    let holders = |stand: &Stand| {
        let mut ids = stand
            .parties
            .iter()
            .map(|party| &scene.dossier.parties[*party].id);
        ids.join("|")
    };
    [
        scene.dossier.areas[issue.area].id.as_str().into(),
        issue.id.as_str().into(),
        issue.text.as_str().into(),
        voices.parties.into(),
        voices.comparable.into(),
        voices.declared.into(),
        voices.attributed.into(),
        voices.conduct.into(),
        voices.conditional.into(),
        voices.silent.into(),
        voices.outside_lens.into(),
        voices.undisclosed.into(),
        voices.withdrawn.into(),
        voices.contradictory.into(),
        voices.unusable.into(),
        verdicts.n.into(),
        verdicts.independent.into(),
        verdicts.agree.into(),
        verdicts.partial.into(),
        verdicts.conflict.into(),
        account.placed.count.into(),
        account.placed.not.into(),
        score(&van_der_eijk::MEASURE),
        score(&consensus::MEASURE),
        score(&mean::MEASURE),
        score(&median::MEASURE),
        stands().map(position).join(";").into(),
        stands().map(holders).join(";").into(),
    ]
}
