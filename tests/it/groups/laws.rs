//! What holds of groups whatever the dossier.

use proptest::prelude::*;
use serde_json::Value;
use stances::compare::groups::groups;
use stances::compare::joint::Field;
use stances::dossier::Dossier;
use stances::dossier::lens::{Inheritance, Lens};
use stances::dossier::scene::Scene;
use stances::measure::named;
use stances::render::csv::{self, Separator};
use stances::render::page::{Colour, Page};
use stances::render::{html, json, markdown, table};
use stances::view::groups::{data, view};
use stances::view::matrix::figure::PercentFrom;

use crate::harness::run::parsed;
use crate::harness::sketch::sketches;

proptest! {
    #[test]
    fn cohesion_adds_up_the_pairs_of_the_comparison(sketch in sketches()) {
        let talks = sketch.talks();
        let look = talks.look();
        let answer = answer(&talks.loaded(), Inheritance::None);
        let of_groups = list(&answer["groups"]).iter().map(|one| (&one["members"], &one["cohesion"]));
        let of_blocs = list(&answer["blocs"]["blocs"]).iter().map(|one| (&one["parties"], &one["cohesion"]));
        for (parties, cohesion) in of_groups.chain(of_blocs) {
            let parties: Vec<&str> = list(parties).iter().filter_map(Value::as_str).collect();
            for name in ["n", "independent", "agree", "partial", "conflict"] {
                let pairs = parties.iter().enumerate().flat_map(|(at, one)| {
                    parties[at + 1..].iter().map(move |other| (*one, *other))
                });
                let total: u64 = pairs.map(|(one, other)| look.pair(one, other)[name].as_u64().unwrap()).sum();
                prop_assert_eq!(cohesion[name].as_u64(), Some(total), "{}", name);
            }
            let many = parties.len() as u64;
            prop_assert_eq!(cohesion["pairs"].as_u64(), Some(many * many.saturating_sub(1) / 2));
            prop_assert_eq!(cohesion["closeness"].is_null(), cohesion["measured"] == 0);
            prop_assert_eq!(cohesion["rice"].is_null(), list(&cohesion["unity"]).is_empty());
            prop_assert!(list(&cohesion["unity"]).iter().all(|one| one["n"].as_u64() > Some(1)));
        }
    }

    #[test]
    fn members_differ_where_the_comparison_says_so(sketch in sketches()) {
        let talks = sketch.talks();
        let look = talks.look();
        for group in list(&answer(&talks.loaded(), Inheritance::None)["groups"]) {
            let id = group["group"].as_str().unwrap();
            let mut own = 0;
            let mut differ = 0;
            for member in list(&group["members"]) {
                let counts = look.counts(id, member.as_str().unwrap());
                own += counts.n;
                differ += counts.n - counts.agree;
            }
            prop_assert_eq!(group["own"].as_u64(), Some(own));
            prop_assert_eq!(list(&group["differ"]).len() as u64, differ);
        }
    }

    #[test]
    fn every_format_can_be_drawn(sketch in sketches(), inherit in any::<bool>(), width in 20..120_usize) {
        let dossier = sketch.talks().loaded();
        let inheritance = if inherit { Inheritance::FromGroups } else { Inheritance::None };
        let lens = Lens { inheritance, ..Lens::default() };
        let scene = Scene::new(&dossier, lens.on(&dossier).unwrap());
        for name in ["agreement", "conflict", "closeness"] {
            let field = Field::new(&scene);
            let groups = groups(&field, named(name).unwrap(), 0.5);
            let view = view(&groups, PercentFrom(5));
            let page = Page { width, colour: Colour::Off };
            for text in [html::draw(&view), markdown::draw(&view), table::draw(&view, &page)] {
                prop_assert!(text.contains("Groups"));
            }
            let records = csv::draw(&data::data(&groups), Separator::Comma);
            prop_assert!(records.starts_with("kind,id,parties,"));
        }
    }
}

fn answer(dossier: &Dossier, inheritance: Inheritance) -> Value {
    let lens = Lens {
        inheritance,
        ..Lens::default()
    };
    let scene = Scene::new(dossier, lens.on(dossier).unwrap());
    let field = Field::new(&scene);
    parsed(&json::groups::draw(&groups(
        &field,
        named("agreement").unwrap(),
        0.5,
    )))
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap()
}
