//! One dossier under examination: what is found in it, and what of that is reported.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::change::bundle::{Bundle, Meaning, meaning};
use crate::change::mend::Judge;
use crate::check::baseline::{Baseline, Entry, Gone, Judged};
use crate::check::changed::Changed;
use crate::check::examine;
use crate::check::levels::Levels;
use crate::check::past::Past;
use crate::check::rules;
use crate::command::load::Loaded;
use crate::dossier::Dossier;
use crate::dossier::bind::Files;
use crate::finding::Finding;
use crate::finding::code::Level;
use crate::finding::naming::{Named, Naming};
use crate::finding::spans::Spans;
use crate::text::source::Source;

/// By what a dossier is looked at, and what is known of it already.
#[derive(Debug)]
pub struct Standard {
    pub levels: Levels,
    pub today: Date,
    /// By which name a baseline knows a dossier.
    pub naming: Naming,
    /// What is not reported any more.
    pub baseline: Option<Baseline>,
}

/// A dossier and what is found in it.
#[derive(Debug)]
pub struct Look<'a> {
    standard: &'a Standard,
    /// What there was before, if only what is new since is asked about.
    since: Option<Since>,
    pub name: String,
    /// What a baseline knows it by: the path of its folder from the root.
    pub key: String,
    /// What can be found in it, if anything is.
    searched: Searched,
    pub folder: PathBuf,
    pub bundle: Bundle,
    /// What could be used of the files.
    pub dossier: Dossier,
    /// What can be shown of files that are no text.
    shown: Vec<Source>,
    /// What is found of files that are not read.
    misnamed: Vec<Finding>,
    /// Everything that is found.
    pub found: Vec<Finding>,
}

/// A dossier as it was before.
#[derive(Debug)]
struct Since {
    files: Changed,
    found: Past,
}

/// How far a dossier is looked at.
#[derive(Debug)]
struct Searched {
    /// With those that the dossier asks for.
    levels: Levels,
    /// The names of the files that were read as a whole; none where `dossier.ron` was
    /// not, on which everything hangs.
    whole: BTreeSet<String>,
    /// Those of the files that are there.
    there: BTreeSet<String>,
}

/// What of the findings is reported.
#[derive(Debug)]
pub struct Reported {
    pub findings: Vec<Finding>,
    /// How many are known from the baseline.
    pub known: usize,
    /// What the baseline lists and nothing matches.
    pub gone: Vec<Gone>,
}

impl<'a> Look<'a> {
    /// Looks at a dossier; `before` are its files of the past, if only what is new since
    /// then matters.
    pub fn at(standard: &'a Standard, loaded: Loaded, before: Option<Bundle>) -> Self {
        let files = loaded.bundle.files.iter();
        let texts: BTreeSet<&str> = files.map(|file| file.source.name()).collect();
        let sources = loaded.sources.iter();
        let shown = sources.filter(|source| !texts.contains(source.name()));
        let shown = shown.cloned().collect();
        let meaning = Meaning {
            files: loaded.files,
            dossier: loaded.dossier,
            findings: loaded.findings,
        };
        let Standard { levels, today, .. } = standard;
        let key = match standard.naming.name(&loaded.folder.to_string_lossy()) {
            Named::Inside(root) if root.is_empty() => ".".to_owned(),
            named => named.text().to_owned(),
        };
        let name = &meaning.files.name;
        Self {
            standard,
            since: before.map(|before| Since::of(&before, name, standard)),
            key,
            searched: Searched::of(levels, &meaning.files, &loaded.bundle),
            name: meaning.files.name.clone(),
            folder: loaded.folder,
            shown,
            misnamed: loaded.misnamed,
            found: examine(&meaning, &loaded.bundle.sources(), *today, levels),
            dossier: meaning.dossier,
            bundle: loaded.bundle,
        }
    }

    /// Takes note of what the files have become, and of what is found in them now.
    pub fn is_now(&mut self, bundle: Bundle, found: Vec<Finding>) {
        let meaning = meaning(bundle.decoded(&self.name));
        self.searched = Searched::of(&self.standard.levels, &meaning.files, &bundle);
        self.dossier = meaning.dossier;
        self.bundle = bundle;
        self.found = found;
    }

    /// The texts that findings speak of.
    pub fn sources(&self) -> Vec<Source> {
        let mut sources = self.bundle.sources();
        sources.extend(self.shown.iter().cloned());
        sources
    }

    /// What is to be reported of what is found.
    pub fn reported(&self) -> Reported {
        self.sifted(&self.bundle, self.found.clone())
    }

    fn sifted(&self, bundle: &Bundle, findings: Vec<Finding>) -> Reported {
        let sources = bundle.sources();
        let spans = Spans::new(&sources);
        let Judged {
            mut new,
            known,
            mut gone,
        } = match &self.standard.baseline {
            Some(baseline) => baseline.judge(&self.key, findings, &spans),
            None => Judged::all_new(findings),
        };
        if let Some(since) = &self.since {
            new = since.left(new, bundle, &spans);
        }
        gone.retain(|gone| self.searched.finds(&gone.entry));
        Reported {
            findings: new,
            known,
            gone,
        }
    }
}

impl Since {
    fn of(before: &Bundle, name: &str, standard: &Standard) -> Self {
        let Standard { levels, today, .. } = standard;
        let sources = before.sources();
        let found = examine(&meaning(before.decoded(name)), &sources, *today, levels);
        let texts = before.files.iter();
        let texts = texts.map(|file| (file.name.clone(), file.source.text().to_owned()));
        Self {
            files: Changed {
                before: texts.collect(),
            },
            found: Past::of(&found, &Spans::new(&sources)),
        }
    }

    /// What was not found before, and what lies in records that have changed.
    fn left(&self, findings: Vec<Finding>, bundle: &Bundle, spans: &Spans) -> Vec<Finding> {
        let touched = self.files.in_files(&bundle.files);
        let new = self.found.newly(&findings, spans);
        let counts = |(finding, new): &(Finding, bool)| *new || touched.touches(finding, spans);
        let findings = findings.into_iter().zip(new).filter(counts);
        findings.map(|(finding, _)| finding).collect()
    }
}

impl Searched {
    fn of(levels: &Levels, files: &Files, bundle: &Bundle) -> Self {
        let head = &files.dossier;
        let parties = files.parties.iter();
        let parties = parties.map(|(_, file)| (&file.file, file.is_whole()));
        let all = parties.chain([(&head.file, head.is_whole())]);
        let whole = all.filter(|(_, is_whole)| *is_whole && head.is_whole());
        Self {
            levels: levels.in_dossier(&head.value),
            whole: whole.map(|(file, _)| name(file)).collect(),
            there: (bundle.files.iter())
                .map(|file| file.name.clone())
                .chain(bundle.spoilt.iter().map(|(name, _)| name.clone()))
                .collect(),
        }
    }

    /// Whether what this entry lists would be found if it were still there: neither is
    /// its rule allowed nor a part of its file unread.
    fn finds(&self, entry: &Entry) -> bool {
        let rule = rules::named(&entry.rule);
        let is_allowed = rule.is_some_and(|rule| self.levels.of(rule.code) == Level::Allow);
        let is_unread = self.there.contains(&entry.file) && !self.whole.contains(&entry.file);
        !is_allowed && !is_unread
    }
}

/// The name of a file in its folder.
fn name(path: &str) -> String {
    let name = Path::new(path).file_name();
    name.map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

impl Judge for Look<'_> {
    fn findings(&self, bundle: &Bundle) -> Vec<Finding> {
        let mut meaning = meaning(bundle.decoded(&self.name));
        meaning.findings.extend(self.misnamed.iter().cloned());
        let Standard { levels, today, .. } = self.standard;
        examine(&meaning, &bundle.sources(), *today, levels)
    }

    fn asked(&self, bundle: &Bundle, findings: Vec<Finding>) -> Vec<Finding> {
        self.sifted(bundle, findings).findings
    }
}
