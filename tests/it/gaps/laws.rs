//! Laws over random dossiers: an answer makes exactly those pairs comparable that
//! were promised, and nothing that would make one is left out.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;
use proptest::prelude::*;
use stances::compare::gaps::Gaps;
use stances::compare::gaps::question::Question;
use stances::compare::gaps::thin::FEW;
use stances::compare::gaps::voice::Voice;
use stances::compare::joint::Field;
use stances::compare::pair::pairs;
use stances::dossier::lens::{Inheritance, Lens};
use stances::dossier::scene::Scene;
use stances::dossier::{Basis, Dossier, Position, Stance};
use stances::outcome::degree::Degree;
use stances::outcome::range::Range;
use stances::outcome::{Outcome, Space};
use stances::record::date::When;
use stances::record::stance::{Dated, Firmness};

use crate::harness::sketch::{Sketch, sketches};

type Pair = (usize, usize);

/// On how many issues each two parties are comparable, the lower index first.
fn joint(scene: &Scene) -> BTreeMap<Pair, usize> {
    let all = pairs(&Field::new(scene)).into_iter();
    all.map(|pair| ((pair.a, pair.b), pair.n)).collect()
}

fn seen<'a>(dossier: &'a Dossier, lens: &Lens) -> Scene<'a> {
    Scene::new(
        dossier,
        lens.on(dossier).expect("it asks for what there is"),
    )
}

/// The dossier in which a party has answered on the day looked at.
fn answered(dossier: &Dossier, party: usize, issue: usize, day: When) -> Dossier {
    let mut dossier = dossier.clone();
    dossier
        .stances
        .retain(|stance| (stance.party, stance.issue) != (party, issue));
    dossier.stances.push(Stance {
        party,
        record: 0,
        issue,
        position: Position::Known(some(dossier.issues[issue].space)),
        condition: None,
        firmness: Firmness::Position,
        basis: Basis::Declared("its speaker".into()),
        since: day,
        until: None,
        dated: Dated::Stated,
        evidence: Vec::new(),
        gist: None,
        quote: None,
        note: None,
        confidence: Some(1.0),
        salience: None,
        stake: None,
        coder: None,
        confidential: false,
    });
    dossier
}

/// Any position on an issue.
fn some(space: Space) -> Outcome {
    match space {
        Space::Statement => Outcome::Degree(Degree::Support),
        Space::Scale { .. } => Outcome::Range(Range::point(0.0)),
        Space::Quantity { min, .. } => Outcome::Range(Range::point(min)),
        Space::Choice { .. } => Outcome::Options([0].into()),
    }
}

/// The pairs whose number of joint issues an answer changes, with the difference.
fn gained(dossier: &Dossier, lens: &Lens, party: usize, issue: usize) -> BTreeMap<Pair, i64> {
    let before = joint(&seen(dossier, lens));
    let day = lens.as_of.expect("the day is given");
    let after = joint(&seen(&answered(dossier, party, issue, day), lens));
    let differences = before
        .iter()
        .map(|(pair, n)| (*pair, after[pair] as i64 - *n as i64));
    differences.filter(|(_, gain)| *gain != 0).collect()
}

fn lenses() -> impl Strategy<Value = Lens> {
    let days = prop::sample::select(vec!["2025-01-31", "2025-03-01", "2026-01-01"]);
    (days, any::<bool>(), prop::option::weighted(0.3, 0.2..0.8)).prop_map(
        |(day, inherit, min_confidence)| Lens {
            as_of: Some(day.parse().expect("it is a day")),
            inheritance: if inherit {
                Inheritance::FromGroups
            } else {
                Inheritance::None
            },
            min_confidence,
            ..Lens::default()
        },
    )
}

fn promised(question: &Question, gaps: &Gaps) -> BTreeSet<Pair> {
    let floor = gaps.floor(question.issue).expect("the issue is in view");
    let pairs = question.new_pairs(floor);
    pairs.map(|(a, b)| (a.min(b), a.max(b))).collect()
}

/// Whether any party is a member of two groups: what one of these says may then
/// contradict the other.
fn has_two_groups(dossier: &Dossier) -> bool {
    let groups = |member: usize| dossier.parties.iter().filter(move |p| p.has_member(member));
    (0..dossier.parties.len()).any(|member| groups(member).count() > 1)
}

fn check(sketch: &Sketch, lens: &Lens) -> Result<(), TestCaseError> {
    let dossier = sketch.talks().loaded();
    let scene = seen(&dossier, lens);
    let field = Field::new(&scene);
    let gaps = Gaps::of(&field, None);
    let before = joint(&scene);
    for question in &gaps.questions {
        let promise = promised(question, &gaps);
        prop_assert_eq!(promise.len(), question.pairs);
        let first = promise.iter().filter(|pair| before[pair] == 0).count();
        prop_assert_eq!(first, question.first);
        let gain = gained(&dossier, lens, question.party, question.issue);
        for pair in &promise {
            prop_assert_eq!(gain.get(pair), Some(&1), "{:?}", question);
        }
        if lens.inheritance == Inheritance::None || !has_two_groups(&dossier) {
            prop_assert_eq!(gain.len(), promise.len(), "{:?}", question);
        }
    }
    Ok(())
}

/// That whoever is not asked could add nothing, or is not the one to ask.
fn check_complete(sketch: &Sketch, lens: &Lens) -> Result<(), TestCaseError> {
    let dossier = sketch.talks().loaded();
    let scene = seen(&dossier, lens);
    let field = Field::new(&scene);
    let gaps = Gaps::of(&field, None);
    let asked: BTreeSet<(usize, usize)> = (gaps.questions.iter())
        .map(|question| (question.party, question.issue))
        .collect();
    prop_assert_eq!(asked.len(), gaps.questions.len());
    for floor in &gaps.floors {
        prop_assert_eq!(
            floor.speaking.len() + floor.others.len(),
            dossier.parties.len()
        );
        for (party, voice) in &floor.others {
            let has_records = dossier
                .stances
                .iter()
                .any(|s| (s.party, s.issue) == (*party, floor.issue));
            prop_assert!(*voice != Voice::Silent || !has_records);
            if voice.is_open() && !asked.contains(&(*party, floor.issue)) {
                let gain = gained(&dossier, lens, *party, floor.issue);
                prop_assert!(gain.values().all(|gain| *gain <= 0), "{gain:?}");
            }
        }
    }
    let worth = |q: &Question| (q.pairs, q.red_lines, q.first);
    prop_assert!(
        gaps.questions
            .is_sorted_by(|one, other| worth(one) >= worth(other))
    );
    Ok(())
}

/// That each answer for a thin pair makes it one issue less thin.
fn check_thin(sketch: &Sketch, lens: &Lens) -> Result<(), TestCaseError> {
    let dossier = sketch.talks().loaded();
    let scene = seen(&dossier, lens);
    let field = Field::new(&scene);
    let gaps = Gaps::of(&field, None);
    let before = joint(&scene);
    let thin: BTreeMap<Pair, usize> = (gaps.thin.iter())
        .map(|pair| ((pair.a.min(pair.b), pair.a.max(pair.b)), pair.n))
        .collect();
    let expected = before.iter().filter(|(_, n)| **n < FEW);
    prop_assert_eq!(&thin, &expected.map(|(pair, n)| (*pair, *n)).collect());
    for pair in &gaps.thin {
        let sides = [(pair.a, &pair.ask_a), (pair.b, &pair.ask_b)];
        for (party, issue) in sides
            .iter()
            .flat_map(|(p, issues)| issues.iter().map(|i| (*p, *i)))
        {
            let gain = gained(&dossier, lens, party, issue);
            let place = (pair.a.min(pair.b), pair.a.max(pair.b));
            prop_assert_eq!(gain.get(&place), Some(&1));
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn an_answer_makes_the_promised_pairs_comparable(sketch in sketches(), lens in lenses()) {
        check(&sketch, &lens)?;
    }

    #[test]
    fn no_answer_that_would_tell_anything_is_left_out(sketch in sketches(), lens in lenses()) {
        check_complete(&sketch, &lens)?;
    }

    #[test]
    fn an_answer_makes_a_thin_pair_less_thin(sketch in sketches(), lens in lenses()) {
        check_thin(&sketch, &lens)?;
    }

    #[test]
    fn red_lines_are_listed_with_all_who_have_answered(sketch in sketches(), lens in lenses()) {
        let dossier = sketch.talks().loaded();
        let scene = seen(&dossier, &lens);
        let field = Field::new(&scene);
        let gaps = Gaps::of(&field, None);
        for line in &gaps.red_lines {
            prop_assert!(!line.open.is_empty());
            let spoken = scene.focus.parties.iter().filter(|party| {
                **party != line.party && scene.comparable(**party, line.issue).is_some()
            });
            prop_assert_eq!(&line.answered, &spoken.copied().collect_vec());
        }
        let all = scene.focus.issues.iter().cartesian_product(&scene.focus.parties);
        let red = all.filter(|(issue, party)| {
            let stance = scene.stance(**party, **issue);
            stance.is_some_and(|s| s.firmness == Firmness::RedLine)
                && scene.comparable(**party, **issue).is_some()
                && gaps.floor(**issue).is_some_and(|floor| floor.open().next().is_some())
        });
        prop_assert_eq!(gaps.red_lines.len(), red.count());
    }
}
