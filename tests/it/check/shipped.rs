//! The dossiers that come with the program are clean, and what they allow is true of them.

use std::fs;

use stances::record::decode::decode;
use stances::record::dossier::{DossierFile, Severity};
use stances::text::source::Source;

use crate::harness::run::{project, shipped};
use crate::harness::scratch::Scratch;

const DOSSIERS: [&str; 2] = ["paris-and-moscow", "ukraine-peace-texts"];
const TODAY: [&str; 4] = ["check", "--today", "2026-01-01", "--deny-warnings"];

/// The files of a dossier, by their names.
fn files(dossier: &str) -> Vec<(String, String)> {
    let folder = project().join("stances").join(dossier);
    let files = fs::read_dir(folder).unwrap().map(|file| {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        (name, fs::read_to_string(path).unwrap())
    });
    files.collect()
}

#[test]
fn the_shipped_dossiers_are_clean() {
    let said = shipped(&TODAY).fine();
    assert!(said.ends_with(": no findings\n"), "{said}");
}

#[test]
fn something_is_found_wherever_they_allow_it() {
    let mut allowed = 0;
    for dossier in DOSSIERS {
        let files = files(dossier);
        for (name, text) in &files {
            for line in text.lines().filter(|line| line.contains("stances: allow(")) {
                let rule = line.split(['(', ')']).nth(1).unwrap();
                let of_dossier = files.iter().map(|(name, text)| (&**name, &**text));
                let scratch = Scratch::new(of_dossier);
                scratch.write(name, text.replace(&format!("{line}\n"), ""));
                let output = scratch.run(&TODAY).output();
                assert!(
                    output.text().contains(&format!("[{rule}]")),
                    "{name}: {line}"
                );
                allowed += 1;
            }
        }
    }
    assert!(allowed > 0);
}

#[test]
fn something_is_found_by_each_rule_they_switch_off() {
    for dossier in DOSSIERS {
        let files = files(dossier);
        let (_, head) = files
            .iter()
            .find(|(name, _)| name == "dossier.ron")
            .unwrap();
        let head = decode::<DossierFile>(&Source::new("dossier.ron", head));
        for (rule, severity) in &head.value.checks.levels {
            assert_eq!(*severity, Severity::Allow, "{rule}");
            let warned = ["check", dossier, "--today", "2026-01-01", "--warn", rule];
            let output = shipped(&warned).output();
            assert!(
                output.text().contains(&format!("warning[{rule}]")),
                "{rule}"
            );
        }
    }
}
