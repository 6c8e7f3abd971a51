//! A dossier in memory, and what is seen of it through a lens.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use itertools::Itertools;
use serde_json::Value;
use stances::compare::joint::Field;
use stances::compare::overview::{Overview, Pairs};
use stances::dossier::bind::{Files, bind};
use stances::dossier::lens::Lens;
use stances::dossier::scene::{Cell, Hidden, Scene};
use stances::dossier::{Dossier, Position};
use stances::finding::Finding;
use stances::record::decode::decode;
use stances::render::json;
use stances::render::page::{Colour, Page};
use stances::render::table::draw;
use stances::text::source::Source;
use stances::view::matrix::figure::PercentFrom;

use super::run::parsed;
use super::talks::Talks;

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

/// A dossier of these files, and everything that is wrong with them.
pub fn read(dossier: &str, parties: &[(&str, &str)]) -> (Dossier, Vec<Finding>) {
    let files = Files {
        name: "talks".to_owned(),
        dossier: decode(&Source::new("dossier.ron", dossier)),
        parties: (parties.iter())
            .map(|(id, text)| {
                let source = Source::new(format!("{id}.ron"), *text);
                ((*id).to_owned(), decode(&source))
            })
            .collect(),
    };
    let mut findings: Vec<Finding> = files.dossier.findings().cloned().collect();
    for (_, party) in &files.parties {
        findings.extend(party.findings().cloned());
    }
    let (dossier, unbound) = bind(&files);
    findings.extend(unbound);
    (dossier, findings)
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
    let (dossier, findings) = read(&dossier, &parties);
    assert_eq!(findings, []);
    dossier
}

impl Talks {
    /// The dossier in memory; nothing may be wrong with it.
    pub fn loaded(&self) -> Dossier {
        let parties: Vec<_> = self.parties().collect();
        let parties: Vec<_> = (parties.iter())
            .map(|(id, text)| (*id, text.as_str()))
            .collect();
        let (dossier, findings) = read(&self.dossier(), &parties);
        assert_eq!(findings, [], "{}", self.dossier());
        dossier
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
        let page = Page {
            width: 100,
            colour: Colour::Off,
        };
        Self {
            as_of: scene.focus.as_of.map(|day| day.to_string()),
            cells: cells(&scene),
            hidden: scene.hidden,
            json: parsed(&json::compare::draw(&pairs)),
            table: draw(&view, &page),
            dossier,
        }
    }

    /// What a party says on an issue.
    pub fn cell(&self, party: &str, issue: &str) -> &Cell {
        &self.cells[&(party.to_owned(), issue.to_owned())]
    }

    /// The position that holds, in a few letters: `+`, `−`, `0`, a level or
    /// options, `undisclosed`, `contradictory`, `silent`.
    pub fn says(&self, party: &str, issue: &str) -> String {
        let held = match self.cell(party, issue) {
            Cell::Silent => return "silent".to_owned(),
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
