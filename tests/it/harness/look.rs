//! A dossier in memory, and what is seen of it through a lens.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use itertools::Itertools;
use serde_json::Value;
use stances::compare::groups::groups;
use stances::compare::issues::{Sort, accounts};
use stances::compare::joint::Field;
use stances::compare::matrix::{self, By};
use stances::compare::overview::{Overview, Pairs};
use stances::compare::terms::Terms;
use stances::dossier::bind::{Files, bind};
use stances::dossier::lens::Lens;
use stances::dossier::scene::{Cell, Hidden, Scene};
use stances::dossier::{Dossier, Position};
use stances::measure;
use stances::record::decode::decode;
use stances::record::publish::publish;
use stances::render::csv::{self, Separator};
use stances::render::page::{Colour, Page};
use stances::render::table::draw;
use stances::render::{html, json, markdown};
use stances::text::source::Source;
use stances::view::matrix::figure::PercentFrom;

use super::run::parsed;
use super::talks::Talks;

const PAGE: Page = Page {
    width: 100,
    colour: Colour::Off,
};

/// What is seen of a dossier through a lens.
#[derive(Debug)]
pub struct Look {
    pub dossier: Dossier,
    /// The last day that counts.
    pub as_of: Option<String>,
    /// What each party says on each issue in view, by their ids.
    cells: BTreeMap<(String, String), Cell>,
    pub hidden: Hidden,
    /// The answer of `compare` in JSON.
    pub json: Value,
    /// The answer of `compare` as a table.
    pub table: String,
}

/// How often two parties agree, agree in part, and conflict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    pub n: u64,
    pub agree: u64,
    pub partial: u64,
    pub conflict: u64,
}

/// These files as they are read.
fn files(dossier: &str, parties: &[(&str, &str)]) -> Files {
    let party = |(id, text): &(&str, &str)| {
        let source = Source::new(format!("{id}.ron"), *text);
        ((*id).to_owned(), decode(&source))
    };
    Files {
        name: "talks".to_owned(),
        dossier: decode(&Source::new("dossier.ron", dossier)),
        parties: parties.iter().map(party).collect(),
        unread: Vec::new(),
    }
}

/// The dossier of these files; nothing may be wrong with them.
fn bound(files: &Files) -> Dossier {
    assert_eq!(files.dossier.findings().next(), None);
    for (_, party) in &files.parties {
        assert_eq!(party.findings().next(), None);
    }
    let (dossier, findings) = bind(files);
    assert_eq!(findings, []);
    dossier
}

/// The dossier of a folder; nothing may be wrong with it.
pub fn on_disk(folder: &Path) -> Dossier {
    let mut parties = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let id = path.file_stem().unwrap().to_str().unwrap().to_owned();
        parties.insert(id, fs::read_to_string(path).unwrap());
    }
    let dossier = parties.remove("dossier").unwrap();
    let parties: Vec<_> = (parties.iter())
        .map(|(id, text)| (id.as_str(), text.as_str()))
        .collect();
    bound(&files(&dossier, &parties))
}

/// The dossier as the public may see it.
pub fn published(talks: &Talks) -> Dossier {
    let mut files = talks.files();
    publish(&mut files.dossier, &mut files.parties);
    bound(&files)
}

/// The answer of `compare` in every format that is text, and some of the matrices,
/// issues and groups, each with its name.
pub fn everything(dossier: &Dossier, lens: &Lens) -> Vec<(&'static str, String)> {
    let focus = lens.on(dossier).expect("the lens names what there is");
    let scene = Scene::new(dossier, focus);
    let field = Field::new(&scene);
    let pairs = Pairs::of(&field);
    let view = stances::view::overview::view(&Overview::of(&pairs), PercentFrom(5));
    let data = stances::view::overview::data(&pairs);
    let matrices: Vec<_> = (measure::ALL.iter())
        .flat_map(|measure| matrix::matrices(&field, measure, By::Whole, &Terms::default()))
        .collect();
    let squares = stances::view::matrix::view(&field, &matrices, &pairs.linked, PercentFrom(2));
    let accounts = accounts(&field, Sort::Given);
    let show = stances::view::issues::Show {
        sort: Sort::Given,
        percent: PercentFrom(5),
    };
    let issues = stances::view::issues::view(&scene, &accounts, show);
    let groups = groups(&field, &measure::agreement::MEASURE, 0.5);
    let united = stances::view::groups::view(&groups, PercentFrom(5));
    vec![
        ("table", draw(&view, &PAGE)),
        ("markdown", markdown::draw(&view)),
        ("html", html::draw(&view)),
        ("csv", csv::draw(&data, Separator::Comma)),
        ("tsv", csv::draw(&data, Separator::Tab)),
        ("json", json::compare::draw(&pairs)),
        ("matrices as a table", draw(&squares, &PAGE)),
        ("matrices as JSON", json::matrix::draw(&field, &matrices)),
        ("positions as JSON", json::positions::draw(&scene)),
        ("issues as a page", html::draw(&issues)),
        (
            "issues as JSON",
            json::issues::draw(&scene, &accounts, Sort::Given),
        ),
        ("groups as a table", draw(&united, &PAGE)),
        ("groups as JSON", json::groups::draw(&groups)),
    ]
}

impl Talks {
    fn files(&self) -> Files {
        let parties: Vec<_> = self.parties().collect();
        let parties: Vec<_> = (parties.iter())
            .map(|(id, text)| (*id, text.as_str()))
            .collect();
        files(&self.dossier(), &parties)
    }

    /// The dossier in memory; nothing may be wrong with it.
    pub fn loaded(&self) -> Dossier {
        bound(&self.files())
    }

    /// Everything that there is to see.
    pub fn look(&self) -> Look {
        self.through(Lens::default())
    }

    /// What there is to see as of a day, a month or a year.
    pub fn as_of(&self, date: &str) -> Look {
        let date = date.parse().unwrap();
        self.through(Lens {
            as_of: Some(date),
            ..Lens::default()
        })
    }

    /// What there is to see through a lens.
    pub fn through(&self, lens: Lens) -> Look {
        Look::new(self.loaded(), lens)
    }
}

impl Look {
    fn new(dossier: Dossier, lens: Lens) -> Self {
        let focus = lens.on(&dossier).expect("the lens names what there is");
        let scene = Scene::new(&dossier, focus);
        let field = Field::new(&scene);
        let pairs = Pairs::of(&field);
        let view = stances::view::overview::view(&Overview::of(&pairs), PercentFrom(5));
        Self {
            as_of: scene.focus.as_of.map(|day| day.to_string()),
            cells: cells(&scene),
            hidden: scene.hidden.clone(),
            json: parsed(&json::compare::draw(&pairs)),
            table: draw(&view, &PAGE),
            dossier,
        }
    }

    /// What a party says on an issue.
    pub fn cell(&self, party: &str, issue: &str) -> &Cell {
        &self.cells[&(party.to_owned(), issue.to_owned())]
    }

    /// The position that holds, in a few letters: `+`, `−`, `0`, a level or
    /// options, `undisclosed`, `contradictory`, `unusable`, `silent`.
    pub fn says(&self, party: &str, issue: &str) -> String {
        let held = match self.cell(party, issue) {
            Cell::Silent => return "silent".to_owned(),
            Cell::Unusable => return "unusable".to_owned(),
            Cell::Contradictory(_) => return "contradictory".to_owned(),
            Cell::Held(held) => held,
        };
        let stance = &self.dossier.stances[held.stance];
        match &stance.position {
            Position::Known(outcome) => {
                let issue = &self.dossier.issues[stance.issue];
                stances::view::words::outcome(issue, outcome)
            }
            Position::Undisclosed => "undisclosed".to_owned(),
            Position::Withdrawn => "withdrawn".to_owned(),
        }
    }

    /// The line of the comparison table on an issue.
    pub fn row(&self, issue: &str) -> &str {
        let row = |line: &&str| line.starts_with(&format!("{issue} "));
        self.table.lines().find(row).expect("the issue has a row")
    }

    /// Whether the answer says so, on one line or on several.
    pub fn tells(&self, words: &str) -> bool {
        self.table.split_whitespace().join(" ").contains(words)
    }

    /// The pair of these two parties, in JSON.
    pub fn pair(&self, one: &str, other: &str) -> &Value {
        let (a, b) = (one.min(other), one.max(other));
        let pairs = self.json["pairs"].as_array().unwrap();
        (pairs.iter())
            .find(|pair| pair["a"] == a && pair["b"] == b)
            .expect("every pair is there")
    }

    pub fn counts(&self, one: &str, other: &str) -> Counts {
        Counts::of(self.pair(one, other))
    }

    /// The verdict and the distance of two parties on an issue; nothing where
    /// they cannot be compared.
    pub fn verdict(&self, one: &str, other: &str, issue: &str) -> Option<(String, Option<f64>)> {
        let issues = self.pair(one, other)["issues"].as_array().unwrap();
        let joint = issues.iter().find(|joint| joint["issue"] == issue)?;
        let verdict = joint["verdict"].as_str().unwrap().to_owned();
        Some((verdict, joint["distance"].as_f64()))
    }

    /// The linked results of two parties: verdict, issue, and the relations
    /// through which they come about.
    pub fn linked(&self, one: &str, other: &str) -> Vec<String> {
        let linked = self.pair(one, other)["linked"].as_array().unwrap();
        let said = linked.iter().map(|linked| {
            let verdict = linked["verdict"].as_str().unwrap();
            let issue = linked["issue"].as_str().unwrap();
            format!("{verdict} on {issue} by {}", linked["chain"])
        });
        said.collect()
    }
}

impl Counts {
    pub fn of(pair: &Value) -> Self {
        let count = |name: &str| pair[name].as_u64().unwrap();
        Self {
            n: count("n"),
            agree: count("agree"),
            partial: count("partial"),
            conflict: count("conflict"),
        }
    }
}

fn cells(scene: &Scene) -> BTreeMap<(String, String), Cell> {
    let mut cells = BTreeMap::new();
    for party in &scene.focus.parties {
        for issue in &scene.focus.issues {
            let id = scene.dossier.parties[*party].id.clone();
            let issue_id = scene.dossier.issues[*issue].id.clone();
            cells.insert((id, issue_id), scene.cell(*party, *issue).clone());
        }
    }
    cells
}
