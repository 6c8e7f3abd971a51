//! What can stand at a place of the command line: the ids of the dossier that it
//! is about. Whatever goes wrong here, nothing is offered and nothing is said.

use clap::{ArgMatches, CommandFactory};
use clap_complete::engine::{ArgValueCandidates, CompletionCandidate};

use super::Cli;
use super::explain::{looked_by, measures as explained};
use super::load::{find, known};
use super::session::Session;
use crate::change::position::{ANYWHERE, STATEMENTS};
use crate::change::text_file::{HEAD, stem};
use crate::check::rules;
use crate::compare::weight;
use crate::measure;
use crate::record::decode::decode;
use crate::record::dossier::DossierFile;
use crate::record::position::Kind;
use crate::text::source::Source;

/// Names of dossiers.
pub fn dossiers() -> ArgValueCandidates {
    ArgValueCandidates::new(|| of(|line| Some(plain(known(&line.session)))))
}

/// Ids of parties.
pub fn parties() -> ArgValueCandidates {
    ArgValueCandidates::new(|| of(|line| Some(plain(line.parties()?))))
}

/// What `stances edit` opens: parties, and `dossier`.
pub fn files() -> ArgValueCandidates {
    ArgValueCandidates::new(|| {
        of(|line| {
            let mut names = line.parties()?;
            names.push("dossier".to_owned());
            Some(plain(names))
        })
    })
}

/// Ids of issues, with their wording.
pub fn issues() -> ArgValueCandidates {
    ArgValueCandidates::new(|| {
        of(|line| {
            let issues = line.head()?.issues.into_iter();
            Some(issues.map(|issue| (issue.id, issue.text)).collect())
        })
    })
}

/// Ids of areas, with their names.
pub fn areas() -> ArgValueCandidates {
    ArgValueCandidates::new(|| {
        of(|line| {
            let areas = line.head()?.areas.into_iter();
            Some(
                areas
                    .map(|area| (area.id, area.name.unwrap_or_default()))
                    .collect(),
            )
        })
    })
}

/// Ids of sources, with their titles.
pub fn sources() -> ArgValueCandidates {
    ArgValueCandidates::new(|| {
        of(|line| {
            let sources = line.head()?.sources.into_iter();
            Some(sources.map(|source| (source.id, source.title)).collect())
        })
    })
}

/// Ids of what is to be renamed.
pub fn names() -> ArgValueCandidates {
    ArgValueCandidates::new(|| of(Line::names))
}

/// Positions that fit the issue that stands on the line.
pub fn positions() -> ArgValueCandidates {
    ArgValueCandidates::new(|| of(|line| Some(plain(line.positions()?))))
}

/// Everything that `stances explain` explains, with what it is about.
pub fn pages() -> ArgValueCandidates {
    ArgValueCandidates::new(|| candidates(explained().chain(looked_by())))
}

/// Names of rules whose level can be set, with what they find.
pub fn rules() -> ArgValueCandidates {
    ArgValueCandidates::new(|| {
        let rules = rules::ALL.iter().filter(|rule| rule.is_settable());
        candidates(rules.map(|rule| (rule.code.name, rule.code.summary)))
    })
}

/// Names of measures of pairs, with what they tell.
pub fn measures() -> ArgValueCandidates {
    ArgValueCandidates::new(|| {
        let all = measure::ALL.iter();
        candidates(all.map(|measure| (measure.name, measure.summary)))
    })
}

/// Rules for the weights of issues.
pub fn weights() -> ArgValueCandidates {
    ArgValueCandidates::new(|| {
        let rules = plain(weight::rules()).into_iter();
        rules.filter_map(candidate).collect()
    })
}

/// Names of the program's own, with what they mean.
fn candidates(
    lines: impl Iterator<Item = (&'static str, &'static str)>,
) -> Vec<CompletionCandidate> {
    let offers = lines.map(|(name, meaning)| (name.to_owned(), meaning.to_owned()));
    offers.filter_map(candidate).collect()
}

/// A name and what is said of it.
type Offer = (String, String);

/// The line as far as it is typed.
struct Line {
    session: Session,
    matches: Option<ArgMatches>,
}

fn of(offers: impl Fn(&Line) -> Option<Vec<Offer>>) -> Vec<CompletionCandidate> {
    let line = Line::here();
    let offers = line.as_ref().and_then(offers).unwrap_or_default();
    offers.into_iter().filter_map(candidate).collect()
}

fn plain(names: Vec<String>) -> Vec<Offer> {
    names
        .into_iter()
        .map(|name| (name, String::new()))
        .collect()
}

/// Nothing for a name that a shell would not take as it is: it goes into the
/// user's command line unquoted.
fn candidate((name, about): Offer) -> Option<CompletionCandidate> {
    let is_tame = |c: char| c.is_alphanumeric() || "-_.,+@%".contains(c);
    let is_offered = !name.is_empty() && name.chars().all(is_tame);
    let about: String = about.chars().filter(|c| !c.is_control()).collect();
    let help = (!about.is_empty()).then(|| about.into());
    is_offered.then(|| CompletionCandidate::new(name).help(help))
}

impl Line {
    fn here() -> Option<Self> {
        let session = Session::here().ok()?;
        let command = Cli::command().ignore_errors(true);
        let matches = command.try_get_matches_from(session.typed()).ok();
        Some(Self { session, matches })
    }

    /// The value of an argument of the subcommand that is typed.
    fn argument(&self, id: &str) -> Option<String> {
        let value = self.command()?.try_get_one::<String>(id);
        value.ok().flatten().cloned()
    }

    /// An argument as it is typed, whatever it is read as.
    fn raw(&self, id: &str) -> Option<String> {
        let mut words = self.command()?.try_get_raw(id).ok()??;
        Some(words.next()?.to_string_lossy().into_owned())
    }

    /// The innermost subcommand that is typed.
    fn command(&self) -> Option<&ArgMatches> {
        let mut matches = self.matches.as_ref()?;
        while let Some((_, inner)) = matches.subcommand() {
            matches = inner;
        }
        Some(matches)
    }

    fn folder(&self) -> Option<std::path::PathBuf> {
        find(&self.session, self.argument("dossier").as_deref()).ok()
    }

    fn parties(&self) -> Option<Vec<String>> {
        let files = self.session.ron_files(&self.folder()?).ok()?;
        let stems = files.iter().filter(|name| *name != HEAD);
        Some(stems.map(|name| stem(name).to_owned()).collect())
    }

    fn head(&self) -> Option<DossierFile> {
        let bytes = self.session.read(&self.folder()?.join(HEAD)).ok()?;
        let text = String::from_utf8(bytes).ok()?;
        Some(decode::<DossierFile>(&Source::new(HEAD, text)).value)
    }

    /// The ids of the kind that stands on the line.
    fn names(&self) -> Option<Vec<Offer>> {
        let head = || self.head();
        Some(plain(match self.raw("what")?.as_str() {
            "party" => self.parties()?,
            "issue" => head()?.issues.into_iter().map(|issue| issue.id).collect(),
            "source" => head()?
                .sources
                .into_iter()
                .map(|source| source.id)
                .collect(),
            "area" => head()?.areas.into_iter().map(|area| area.id).collect(),
            _ => return None,
        }))
    }

    fn positions(&self) -> Option<Vec<String>> {
        let id = self.argument("issue")?;
        let issues = self.head()?.issues;
        let issue = issues.into_iter().find(|issue| issue.id == id)?;
        let mut names = match issue.kind {
            Kind::Statement => STATEMENTS.map(str::to_owned).to_vec(),
            Kind::Scale(names) | Kind::Choice(names) => names,
            Kind::Quantity { .. } => Vec::new(),
        };
        names.extend(ANYWHERE.map(str::to_owned));
        Some(names)
    }
}
