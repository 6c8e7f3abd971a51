//! The kind of an issue as a space of outcomes with the names of its levels or options.

use super::common::{Fault, Mend};
use crate::finding::code::{INVALID_KIND, OUT_OF_BOUNDS, REPEATED_OPTION};
use crate::finding::fix::Safety;
use crate::outcome::Space;
use crate::record::dossier::Issue;
use crate::record::position::Kind;
use crate::syntax::route::Route;

/// A kind that leaves something to choose.
#[derive(Debug)]
pub(super) struct Bound {
    pub(super) space: Space,
    pub(super) names: Vec<String>,
    pub(super) unit: String,
}

/// The space of an issue's outcomes, or why the issue cannot be used.
pub(super) fn bind(issue: &Issue) -> Result<Bound, Fault> {
    weight(issue)?;
    match &issue.kind {
        Kind::Statement => Ok(named(Space::Statement, &[])),
        Kind::Scale(levels) => {
            distinct(levels, "level", "a scale")?;
            let count = levels.len();
            Ok(named(Space::Scale { levels: count }, levels))
        }
        Kind::Choice(options) => {
            distinct(options, "option", "a choice")?;
            let count = options.len();
            Ok(named(Space::Choice { options: count }, options))
        }
        Kind::Quantity { unit, min, max } => quantity(issue, unit, *min, *max),
    }
}

/// The largest weight: sums of weights stay finite.
const MOST: f64 = 1e9;

/// Checks that a weight can weigh.
fn weight(issue: &Issue) -> Result<(), Fault> {
    match issue.weight {
        Some(weight) if !(0.0..=MOST).contains(&weight) => Err(Fault::new(
            &OUT_OF_BOUNDS,
            Route::default().field("weight"),
            format!("a weight of {weight} lies outside 0 to {MOST}"),
            "give how much the issue counts beside one of weight 1".into(),
        )),
        _ => Ok(()),
    }
}

fn named(space: Space, names: &[String]) -> Bound {
    Bound {
        space,
        names: names.to_vec(),
        unit: String::new(),
    }
}

/// Checks that there are two names or more, no two the same.
fn distinct(names: &[String], what: &str, kind: &str) -> Result<(), Fault> {
    if let Some((at, name)) = names
        .iter()
        .enumerate()
        .find(|(at, name)| names[..*at].contains(name))
    {
        let below = Route::default().field("kind").index(0).index(at);
        // Between two levels stand those that lie between them.
        let safety = match what {
            "level" => Safety::Unsafe,
            _ => Safety::Safe,
        };
        return Err(Fault::new(
            &REPEATED_OPTION,
            below,
            format!("the {what} `{name}` stands twice in one list"),
            format!("name each {what} once"),
        )
        .mend(Mend::Removal(safety)));
    }
    if names.len() < 2 {
        return Err(Fault::new(
            &INVALID_KIND,
            Route::default().field("kind"),
            format!("{kind} needs two {what}s or more and has {}", names.len()),
            "name what there is to choose from, or make it a `Statement`".into(),
        ));
    }
    Ok(())
}

fn quantity(issue: &Issue, unit: &str, min: f64, max: f64) -> Result<Bound, Fault> {
    if !((max - min).is_finite() && min < max) {
        return Err(Fault::new(
            &INVALID_KIND,
            Route::default().field("kind"),
            format!(
                "a quantity needs finite bounds, `min` below `max`; here they are {min} and {max}"
            ),
            "give the smallest and the largest number that make sense".into(),
        ));
    }
    let tolerance = issue.tolerance.unwrap_or(0.0);
    if !(0.0..=max - min).contains(&tolerance) {
        return Err(Fault::new(
            &OUT_OF_BOUNDS,
            Route::default().field("tolerance"),
            format!("a tolerance of {tolerance} lies outside 0 to {}", max - min),
            String::new(),
        ));
    }
    Ok(Bound {
        space: Space::Quantity {
            min,
            max,
            tolerance,
        },
        names: Vec::new(),
        unit: unit.to_owned(),
    })
}
