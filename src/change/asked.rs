//! What somebody asks to be recorded, and the stance that comes of it: what was
//! left out is filled in where only one thing can be meant.

use super::bundle::Meaning;
use super::position;
use super::refusal::Refusal;
use crate::dossier::{BasisKind, Issue};
use crate::finding::suggest;
use crate::record::date::When;
use crate::record::dossier::Source;
use crate::record::party::PartyFile;
use crate::record::stance::{Basis, Dated, Evidence, Firmness, Stance};

/// A stance as it is asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// The id of an issue.
    pub issue: String,
    /// RON or bare words, see [`position::typed`].
    pub position: String,
    /// The ids of sources.
    pub sources: Vec<String>,
    /// The place in each source.
    pub places: Vec<String>,
    pub since: Option<When>,
    pub until: Option<When>,
    pub date: Option<Dated>,
    pub firmness: Firmness,
    pub basis: BasisKind,
    pub by: Option<String>,
    pub condition: Option<String>,
    pub gist: Option<String>,
    pub quote: Option<String>,
    pub note: Option<String>,
    pub confidence: Option<f64>,
    pub salience: Option<f64>,
    pub stake: Option<u8>,
    pub coder: Option<String>,
    pub confidential: bool,
}

impl Asked {
    /// The issue it is about.
    ///
    /// # Errors
    ///
    /// When there is no such issue, or its record has mistakes.
    pub fn issue<'a>(&self, meaning: &'a Meaning) -> Result<&'a Issue, Refusal> {
        let dossier = &meaning.dossier;
        if let Some(issue) = dossier.issue(&self.issue) {
            return Ok(&dossier.issues[issue]);
        }
        let written = &meaning.files.dossier;
        let is_written = written
            .value
            .issues
            .iter()
            .any(|issue| issue.id == self.issue);
        if is_written || written.has_lost("issues", &self.issue) {
            let fact = format!("the issue `{}` cannot be used", self.issue);
            return Err(Refusal::new(fact).help("mend the mistakes in `dossier.ron` first"));
        }
        let ids = dossier.issues.iter().map(|issue| issue.id.as_str());
        Err(
            Refusal::new(format!("there is no issue `{}`", self.issue)).help(suggest::help(
                &self.issue,
                "issue",
                ids,
            )),
        )
    }

    /// The stance of this party.
    ///
    /// # Errors
    ///
    /// When something is missing that cannot be filled in, all of which is told,
    /// or when something is asked for that cannot be.
    pub fn stance(&self, meaning: &Meaning, party: &PartyFile) -> Result<Stance, Refusal> {
        let issue = self.issue(meaning)?;
        let position = position::typed(&self.position, issue);
        let evidence = self.evidence(meaning);
        let basis = self.basis(party);
        let since = self.since(meaning);
        let refused = [
            position.as_ref().err(),
            evidence.as_ref().err(),
            basis.as_ref().err(),
            since.as_ref().err(),
        ];
        let refused: Vec<Refusal> = refused.into_iter().flatten().cloned().collect();
        let (Ok(position), Ok(evidence), Ok(basis), Ok((since, date))) =
            (position, evidence, basis, since)
        else {
            return Err(Refusal::all(refused));
        };
        if self.until.is_some_and(|until| until.last() < since.first()) {
            return Err(Refusal::new("it ends before it begins").help("correct `--until`"));
        }
        Ok(Stance {
            issue: self.issue.clone(),
            position,
            condition: self.condition.clone(),
            firmness: self.firmness,
            basis,
            since,
            until: self.until,
            date,
            evidence,
            gist: self.gist.clone(),
            quote: self.quote.clone(),
            note: self.note.clone(),
            confidence: self.confidence,
            salience: self.salience,
            stake: self.stake,
            coder: self.coder.clone(),
            confidential: self.confidential,
        })
    }

    fn evidence(&self, meaning: &Meaning) -> Result<Vec<Evidence>, Refusal> {
        let sources = &meaning.files.dossier.value.sources;
        let ids = || sources.iter().map(|source| source.id.as_str());
        if self.sources.is_empty() {
            let known: Vec<&str> = ids().collect();
            let help = "give `--source ID --at PLACE`";
            return Err(Refusal::new("no stance goes without evidence")
                .help(join(help, &suggest::allowed("source", &known))));
        }
        if self.sources.len() != self.places.len() {
            let (sources, places) = (self.sources.len(), self.places.len());
            let fact = format!("there are {sources} `--source` and {places} `--at`");
            return Err(Refusal::new(fact).help("give each source its place"));
        }
        let unknown = self
            .sources
            .iter()
            .find(|id| !ids().any(|known| known == *id));
        if let Some(id) = unknown {
            return Err(
                Refusal::new(format!("there is no source `{id}`")).help(suggest::help(
                    id,
                    "source",
                    ids(),
                )),
            );
        }
        let pieces = self.sources.iter().zip(&self.places);
        let piece = |(source, at): (&String, &String)| Evidence {
            source: source.clone(),
            at: Some(at.clone()),
        };
        Ok(pieces.map(piece).collect())
    }

    fn basis(&self, party: &PartyFile) -> Result<Basis, Refusal> {
        let speakers = &party.speakers;
        match (self.basis, &self.by, speakers.as_slice()) {
            (BasisKind::Conduct, Some(_), _) => Err(Refusal::new("conduct speaks for itself")
                .help("leave out `--by`, or choose another `--basis`")),
            (BasisKind::Conduct, None, _) => Ok(Basis::Conduct),
            (BasisKind::Declared, Some(by), _) => Ok(Basis::Declared { by: by.clone() }),
            (BasisKind::Attributed, Some(by), _) => Ok(Basis::Attributed { by: by.clone() }),
            (BasisKind::Declared, None, [only]) => Ok(Basis::Declared {
                by: only.name.clone(),
            }),
            (BasisKind::Declared, None, _) => {
                let names: Vec<&str> = speakers.iter().map(|one| one.name.as_str()).collect();
                let help = join(
                    "name them with `--by`",
                    &suggest::allowed("speaker", &names),
                );
                Err(Refusal::new("it is open who says so").help(help))
            }
            (BasisKind::Attributed, None, _) => {
                Err(Refusal::new("it is open who says so of it").help("name them with `--by`"))
            }
        }
    }

    /// Since when, and how that is known: without a date asked for, the first
    /// source's own.
    fn since(&self, meaning: &Meaning) -> Result<(When, Dated), Refusal> {
        if let Some(since) = self.since {
            return Ok((since, self.date.unwrap_or_default()));
        }
        let sources = &meaning.files.dossier.value.sources;
        let is_first = |source: &&Source| Some(&source.id) == self.sources.first();
        let source = sources.iter().find(is_first);
        match source.and_then(|source| source.published) {
            Some(published) => Ok((published, self.date.unwrap_or(Dated::Inferred))),
            None => Err(Refusal::new("it is open since when it holds")
                .help("give `--since DATE`, or begin with a source that has a `published` date")),
        }
    }
}

fn join(first: &str, more: &str) -> String {
    match more {
        "" => first.to_owned(),
        more => format!("{first}; {more}"),
    }
}
