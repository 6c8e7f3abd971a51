//! How much each issue counts for a pair, by a rule that the user names.
//!
//! Nothing weighs by itself: without a rule every issue counts alike, and how firm
//! a position is becomes a number only if the user says which.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use itertools::Itertools;

use crate::dossier::scene::Scene;
use crate::finding::suggest;
use crate::record::stance::Firmness;

/// A rule that gives an issue a weight for a pair.
#[derive(Debug, Clone, PartialEq)]
pub enum Rule {
    /// The weight that the dossier gives to the issue; 1 where it gives none.
    Issue,
    /// What the issue is to the two parties.
    Sides(Figure, Blend),
}

/// What an issue is to one party, as a number.
#[derive(Debug, Clone, PartialEq)]
pub enum Figure {
    /// How much it matters to the party, from 0 to 1, as its record says.
    Salience,
    /// How firm its position is, in the user's numbers: finite, not negative.
    Firmness(BTreeMap<Firmness, f64>),
}

/// What is made of the numbers of the two parties.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blend {
    /// That of the row's party alone: the only one that is not symmetric.
    Row,
    Mean,
    /// The square root of their product: 0 where either is.
    Geometric,
    Min,
}

/// A text that names no rule, and why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct NoRule(String);

/// The largest number for a firmness: sums of weights stay finite.
const MOST: f64 = 1e9;

impl Rule {
    /// The weight of an issue for two parties; nothing where it is missing.
    pub fn weight(&self, scene: &Scene, issue: usize, row: usize, column: usize) -> Option<f64> {
        match self {
            Self::Issue => Some(scene.dossier.issues[issue].weight.unwrap_or(1.0)),
            Self::Sides(figure, blend) => {
                let of = |party| figure.of(scene, party, issue);
                blend.of(of(row), || of(column))
            }
        }
    }

    /// Whether it makes no difference which of two parties is the row's.
    pub fn is_symmetric(&self) -> bool {
        !matches!(self, Self::Sides(_, Blend::Row))
    }
}

impl Figure {
    fn of(&self, scene: &Scene, party: usize, issue: usize) -> Option<f64> {
        match self {
            Self::Salience => scene.salience(party, issue),
            Self::Firmness(numbers) => {
                let stance = scene.stance(party, issue)?;
                numbers.get(&stance.firmness).copied()
            }
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Salience => "salience",
            Self::Firmness(_) => "firmness",
        }
    }
}

impl Blend {
    /// Each with its name.
    const ALL: [(&'static str, Self); 4] = [
        ("row", Self::Row),
        ("mean", Self::Mean),
        ("geometric", Self::Geometric),
        ("min", Self::Min),
    ];

    fn name(self) -> &'static str {
        let known = Self::ALL.into_iter().find(|(_, blend)| *blend == self);
        known.map_or("", |(name, _)| name)
    }

    fn of(self, row: Option<f64>, column: impl Fn() -> Option<f64>) -> Option<f64> {
        let row = row?;
        Some(match self {
            Self::Row => row,
            Self::Mean => (row + column()?) / 2.0,
            Self::Geometric => row.sqrt() * column()?.sqrt(),
            Self::Min => row.min(column()?),
        })
    }
}

/// The rule as the user writes it, in full.
impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::Sides(figure, blend) = self else {
            return f.write_str("issue");
        };
        write!(f, "{}-{}", figure.name(), blend.name())?;
        match figure {
            Figure::Salience => Ok(()),
            Figure::Firmness(numbers) => {
                let number =
                    |(firmness, number): (&Firmness, &f64)| format!("{}={number}", firmness.name());
                write!(f, ":{}", numbers.iter().map(number).join(","))
            }
        }
    }
}

impl FromStr for Rule {
    type Err = NoRule;

    fn from_str(text: &str) -> Result<Self, NoRule> {
        let (name, numbers) = match text.split_once(':') {
            Some((name, numbers)) => (name, Some(numbers)),
            None => (text, None),
        };
        match (name.split_once('-'), name, numbers) {
            (None, "issue", None) => Ok(Self::Issue),
            (Some(("salience", blend)), _, None) => {
                Ok(Self::Sides(Figure::Salience, named(blend)?))
            }
            (None, "firmness", Some(numbers)) => Ok(Self::Sides(firmness(numbers)?, Blend::Mean)),
            (Some(("firmness", blend)), _, Some(numbers)) => {
                Ok(Self::Sides(firmness(numbers)?, named(blend)?))
            }
            (_, name, None) if name == "firmness" || name.starts_with("firmness-") => {
                Err(NoRule(format!(
                    "`{text}` gives no numbers: write such as `{name}:red-line=5,demand=3,position=1`"
                )))
            }
            _ => Err(NoRule(format!(
                "there is no rule `{text}`: {}",
                suggest::help(name, "rule", rules().iter().map(String::as_str))
            ))),
        }
    }
}

/// The names of all rules.
pub fn rules() -> Vec<String> {
    let blended = |figure: &str| Blend::ALL.map(|(blend, _)| format!("{figure}-{blend}"));
    std::iter::once("issue".to_owned())
        .chain(blended("salience"))
        .chain(blended("firmness"))
        .collect()
}

fn named(blend: &str) -> Result<Blend, NoRule> {
    let known = Blend::ALL.into_iter().find(|(name, _)| *name == blend);
    known.map(|(_, blend)| blend).ok_or_else(|| {
        let names = Blend::ALL.into_iter().map(|(name, _)| name);
        NoRule(format!(
            "`{blend}` is no way to make one weight of two: {}",
            suggest::help(blend, "way", names)
        ))
    })
}

/// `red-line=5,demand=3`.
fn firmness(numbers: &str) -> Result<Figure, NoRule> {
    let mut given = BTreeMap::new();
    for pair in numbers.split(',') {
        let Some((name, number)) = pair.split_once('=') else {
            return Err(NoRule(format!(
                "`{pair}` gives no number to a firmness: write such as `red-line=5`"
            )));
        };
        let known = Firmness::ALL.into_iter().find(|known| known.name() == name);
        let Some(firmness) = known else {
            let names = Firmness::ALL.into_iter().map(Firmness::name);
            return Err(NoRule(format!(
                "there is no firmness `{name}`: {}",
                suggest::help(name, "degree", names)
            )));
        };
        let weighs = |number: &f64| (0.0..=MOST).contains(number);
        let Some(number) = number.parse().ok().filter(weighs) else {
            return Err(NoRule(format!(
                "`{number}` is no weight: give a number from 0 to {MOST}"
            )));
        };
        if given.insert(firmness, number + 0.0).is_some() {
            return Err(NoRule(format!("`{name}` is given two numbers: give one")));
        }
    }
    Ok(Figure::Firmness(given))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, String> {
        let rule = text.parse::<Rule>();
        rule.map(|rule| rule.to_string())
            .map_err(|error| error.to_string())
    }

    #[test]
    fn every_rule_is_read_as_it_is_written() {
        for name in rules() {
            let text = match name.starts_with("firmness") {
                true => format!("{name}:red-line=5,concern=0.5"),
                false => name,
            };
            assert_eq!(read(&text), Ok(text));
        }
    }

    #[test]
    fn firmness_alone_is_the_mean_of_both_sides() {
        let full = "firmness-mean:red-line=5,demand=3";
        assert_eq!(read("firmness:demand=3,red-line=5"), Ok(full.into()));
    }

    #[test]
    fn what_is_no_rule_is_told_with_what_to_write() {
        for (text, told) in [
            ("salience", "there is no rule `salience`"),
            ("salience-max", "`max` is no way to make one weight of two"),
            ("firmness", "`firmness` gives no numbers"),
            ("firmness:hard=1", "there is no firmness `hard`"),
            ("firmness:demand=-1", "`-1` is no weight"),
            ("firmness:demand=inf", "`inf` is no weight"),
            (
                "firmness:demand=1,demand=2",
                "`demand` is given two numbers",
            ),
            ("firmness:demand", "`demand` gives no number to a firmness"),
            ("issue:1", "there is no rule `issue:1`"),
            ("", "there is no rule ``"),
        ] {
            let error = read(text).unwrap_err();
            assert!(error.starts_with(told), "{error}");
        }
    }

    #[test]
    fn a_weight_needs_what_it_is_made_of() {
        for (blend, weight) in [
            (Blend::Row, 0.25),
            (Blend::Mean, 0.625),
            (Blend::Geometric, 0.5),
            (Blend::Min, 0.25),
        ] {
            assert_eq!(blend.of(Some(0.25), || Some(1.0)), Some(weight));
            assert_eq!(blend.of(None, || Some(1.0)), None);
            let alone = (blend == Blend::Row).then_some(0.25);
            assert_eq!(blend.of(Some(0.25), || None), alone);
        }
    }
}
