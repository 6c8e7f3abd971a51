//! `stances/issues/1`: issue by issue who stands where, and how far all are of one mind.

use std::collections::BTreeMap;

use serde::Serialize;

use super::ids;
use super::lens::{Lens, lens};
use super::outcome::{self, IssueOut, PositionOut};
use crate::compare::ground::Stand;
use crate::compare::issues::placed::Placed;
use crate::compare::issues::{Account, Sort, Verdicts, Voices};
use crate::dossier::Dossier;
use crate::dossier::scene::Scene;
use crate::measure::spread::{ALL, Formula, Measure};

#[derive(Serialize)]
struct Issues<'a> {
    schema: &'static str,
    lens: Lens,
    parties: Vec<&'a str>,
    /// `given`, `agreement`, `conflict`, `polarisation` or `coverage`.
    sort: &'static str,
    issues: Vec<AccountOut<'a>>,
}

#[derive(Serialize)]
struct AccountOut<'a> {
    #[serde(flatten)]
    issue: IssueOut<'a>,
    voices: VoicesOut,
    pairs: PairsOut,
    /// The different positions with those who hold them.
    positions: Vec<StandOut<'a>>,
    /// Silent, or not to be compared.
    missing: Vec<&'a str>,
    points: PointsOut,
    /// How the points are spread, by the name of the measure.
    spread: BTreeMap<&'static str, ValueOut>,
    /// Baselines for where talks might settle, by the name of the measure: degrees of
    /// a statement from −1 to 1, levels counted from 1, numbers of a quantity.
    baselines: BTreeMap<&'static str, ValueOut>,
}

/// How the parties in view stand to the issue; `comparable` and all from `silent` on
/// add up to `parties`.
#[derive(Serialize)]
struct VoicesOut {
    parties: usize,
    comparable: usize,
    /// Of the comparable positions.
    declared: usize,
    attributed: usize,
    conduct: usize,
    conditional: usize,
    silent: usize,
    /// With records, of which none counts under the lens.
    outside_lens: usize,
    undisclosed: usize,
    withdrawn: usize,
    contradictory: usize,
    /// With nothing but records that cannot be used.
    unusable: usize,
}

/// How the pairs turn out that can be compared: `n = agree + partial + conflict`.
#[derive(Serialize)]
struct PairsOut {
    n: usize,
    independent: usize,
    agree: usize,
    partial: usize,
    conflict: usize,
}

#[derive(Serialize)]
struct StandOut<'a> {
    position: PositionOut<'a>,
    condition: Option<&'a str>,
    parties: Vec<&'a str>,
}

/// How many positions are points, on which the numbers rest.
#[derive(Serialize)]
struct PointsOut {
    n: usize,
    /// Ranges, sets, and positions that depend on something.
    not_placed: usize,
    /// By level or option, from `oppose` to `support` for a statement; `null` for a
    /// quantity.
    levels: Option<Vec<usize>>,
}

#[derive(Serialize)]
struct ValueOut {
    value: Option<f64>,
    /// How many points it rests on.
    n: usize,
    /// Why there is no value.
    why: Option<String>,
}

/// The text of the answer; the issues stand in the order given.
pub fn draw(scene: &Scene, accounts: &[Account], sort: Sort) -> String {
    super::text(&Issues {
        schema: "stances/issues/1",
        lens: lens(scene),
        parties: ids(scene.dossier, &scene.focus.parties),
        sort: sort.name(),
        issues: (accounts.iter())
            .map(|account| account_out(scene.dossier, account))
            .collect(),
    })
}

fn account_out<'a>(dossier: &'a Dossier, account: &Account<'a>) -> AccountOut<'a> {
    let Account {
        ground,
        voices,
        verdicts,
        placed,
    } = account;
    AccountOut {
        issue: outcome::issue(dossier, ground.issue),
        voices: voices_out(*voices),
        pairs: pairs_out(*verdicts),
        positions: (ground.stands.iter())
            .map(|stand| stand_out(dossier, ground.issue, stand))
            .collect(),
        missing: ids(dossier, &ground.missing),
        points: PointsOut {
            n: placed.count,
            not_placed: placed.not,
            levels: placed.levels.clone(),
        },
        spread: values(placed, |formula| matches!(formula, Formula::Levels(_))),
        // Without weights a compromise is the mean.
        baselines: values(placed, |formula| matches!(formula, Formula::Points(_)))
            .into_iter()
            .filter(|(name, _)| *name != "compromise")
            .collect(),
    }
}

fn voices_out(voices: Voices) -> VoicesOut {
    VoicesOut {
        parties: voices.parties,
        comparable: voices.comparable,
        declared: voices.declared,
        attributed: voices.attributed,
        conduct: voices.conduct,
        conditional: voices.conditional,
        silent: voices.silent,
        outside_lens: voices.outside_lens,
        undisclosed: voices.undisclosed,
        withdrawn: voices.withdrawn,
        contradictory: voices.contradictory,
        unusable: voices.unusable,
    }
}

fn pairs_out(verdicts: Verdicts) -> PairsOut {
    PairsOut {
        n: verdicts.n,
        independent: verdicts.independent,
        agree: verdicts.agree,
        partial: verdicts.partial,
        conflict: verdicts.conflict,
    }
}

fn stand_out<'a>(dossier: &'a Dossier, issue: usize, stand: &Stand<'a>) -> StandOut<'a> {
    StandOut {
        position: outcome::known(&dossier.issues[issue], stand.outcome),
        condition: stand.condition,
        parties: ids(dossier, &stand.parties),
    }
}

fn values(placed: &Placed, about: fn(&Formula) -> bool) -> BTreeMap<&'static str, ValueOut> {
    let value = |measure: &Measure| {
        let scored = placed.score(measure);
        ValueOut {
            value: scored.value.ok(),
            n: scored.n,
            why: scored.value.err().map(|why| why.to_string()),
        }
    };
    let measures = ALL.iter().filter(|measure| about(&measure.formula));
    measures
        .map(|measure| (measure.name, value(measure)))
        .collect()
}
