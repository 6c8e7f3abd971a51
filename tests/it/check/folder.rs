//! A dossier in memory, checked without a disk.

use std::collections::BTreeMap;

use stances::change::bundle::Bundle;
use stances::change::mend::Judge;
use stances::change::text_file::TextFile;
use stances::check::examine;
use stances::check::levels::{Levels, Warnings};
use stances::finding::Finding;
use stances::finding::code::Level;
use stances::finding::spans::Spans;
use stances::text::source::Source;

use crate::harness::run::project;

/// The files of a dossier, by their names.
#[derive(Debug, Clone)]
pub struct Folder(pub BTreeMap<String, String>);

impl Folder {
    /// The dossier behind the pages of all rules, in which nothing is wrong.
    pub fn example() -> Self {
        let read = |name: &str| {
            let path = project().join("src/check/example").join(name);
            (name.to_owned(), std::fs::read_to_string(path).unwrap())
        };
        Self(["dossier.ron", "north.ron", "south.ron"].map(read).into())
    }

    /// The same with other words at a place that is there once.
    pub fn with(mut self, file: &str, old: &str, new: &str) -> Self {
        let text = self.0.get_mut(file).unwrap();
        assert_eq!(text.matches(old).count(), 1, "{old}");
        *text = text.replace(old, new);
        self
    }

    /// The same with one file more.
    pub fn and(mut self, file: &str, text: &str) -> Self {
        self.0.insert(file.to_owned(), text.to_owned());
        self
    }

    /// The files as the program takes them.
    pub fn bundle(&self) -> Bundle {
        let file = |(name, text): (&String, &String)| TextFile {
            name: name.clone(),
            source: Source::new(name, text),
        };
        Bundle {
            files: self.0.iter().map(file).collect(),
            spoilt: Vec::new(),
        }
    }

    /// What these rules find, one a line: rule, place and fact.
    pub fn told(&self, rules: &[&str]) -> String {
        let bundle = self.bundle();
        let sources = bundle.sources();
        let spans = Spans::new(&sources);
        let told = findings(&bundle).into_iter();
        let told = told.filter(|finding| rules.contains(&finding.code.name));
        let line = |finding: Finding| {
            let file = &finding.at.place.file;
            let place = spans.of(&finding.at).map(|span| {
                let at = spans.source(file).unwrap().position(span.start);
                format!(":{}:{}", at.line, at.column)
            });
            let (code, place) = (finding.code.name, place.unwrap_or_default());
            format!("{code} {file}{place} {}\n", finding.message)
        };
        told.map(line).collect()
    }
}

/// Everything that all rules find, also those that nobody hears unasked.
pub fn findings(bundle: &Bundle) -> Vec<Finding> {
    let levels = Levels::new(Warnings::Stay);
    let levels = levels.ask("all", Level::Warn).unwrap();
    let today = jiff::civil::date(2025, 7, 15);
    examine(&bundle.meaning(), &bundle.sources(), today, &levels)
}

/// Who mends whatever these rules find, and looks by all.
#[derive(Debug)]
pub struct All<'a>(pub &'a [&'a str]);

impl Judge for All<'_> {
    fn findings(&self, bundle: &Bundle) -> Vec<Finding> {
        findings(bundle)
    }

    fn asked(&self, _: &Bundle, mut findings: Vec<Finding>) -> Vec<Finding> {
        findings.retain(|finding| self.0.contains(&finding.code.name));
        findings
    }
}
