//! Where the report of a check goes, and in which format.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};

use super::summary;
use crate::check::report::Report;
use crate::command::options::Output;
use crate::command::session::Session;
use crate::finding::Finding;
use crate::render::findings::{
    closing, concise, full, github, gitlab, json, jsonl, junit, sarif, statistics,
};
use crate::render::page::{Colour, Page};
use crate::text::source::Source;

/// How what is found is reported.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Output")]
pub struct Reporting {
    /// How to write the report [default: by the name of --output-file, else full]
    #[arg(long, value_name = "FORMAT")]
    format: Option<Format>,

    /// Write the report to this file; the terminal gets it in full
    #[arg(long, value_name = "FILE")]
    output_file: Option<PathBuf>,

    /// Count findings by rule instead of listing them
    #[arg(long)]
    statistics: bool,

    /// End with exit code 0, whatever is found
    #[arg(long, overrides_with = "exit_zero")]
    pub exit_zero: bool,
}

/// A format of reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Each finding with the lines it is about
    Full,
    /// One line a finding
    Concise,
    /// JSON with a stable schema
    Json,
    /// One JSON record a finding, one a line
    Jsonl,
    /// Annotations of GitHub Actions, and a summary of the job
    Github,
    /// A code quality report of GitLab
    Gitlab,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// JUnit's XML: a file is a test
    Junit,
}

/// What there is to report.
#[derive(Debug)]
pub struct Material<'a> {
    pub report: &'a Report<'a>,
    /// The findings and the texts that they are drawn with.
    pub findings: &'a [Finding],
    pub sources: &'a [Source],
}

/// The endings that name a format.
const ENDINGS: &str = "`.txt`, `.json`, `.jsonl`, `.sarif` or `.xml` (JUnit)";

impl Reporting {
    /// Checks that what is asked for can be meant.
    ///
    /// # Errors
    ///
    /// When the report would replace a file of a dossier, when its name tells no
    /// format and none is asked for, or when a format holds no counts by rule.
    pub fn check(&self) -> Result<()> {
        let chosen = self.chosen();
        if let Some(path) = &self.output_file {
            if path.extension() == Some(OsStr::new("ron")) {
                bail!(
                    "`{}` would be written over: reports do not go into `.ron` files, name another",
                    path.display()
                );
            }
            if self.format.is_none() && by_name(path).is_none() {
                bail!(
                    "the name `{}` tells no format: use {ENDINGS}, or say which with `--format`",
                    path.display()
                );
            }
        } else if self.statistics && !chosen.is_counted() {
            bail!("this format holds no counts by rule: use `--statistics` with full or json");
        }
        Ok(())
    }

    /// Writes the report: to the file asked for, else to the output. With a file, people
    /// get it in full as well.
    ///
    /// # Errors
    ///
    /// When it cannot be written.
    pub fn write(&self, session: &Session, output: &Output, material: &Material) -> Result<()> {
        let page = session.page(output);
        let text = match &self.output_file {
            None => self.drawn(self.chosen(), material, &page),
            Some(path) => {
                let paper = Page {
                    colour: Colour::Off,
                    ..page
                };
                let text = self.drawn(self.chosen(), material, &paper);
                let file = Output {
                    output: Some(path.clone()),
                    ..output.clone()
                };
                session.write(&file, text.as_bytes())?;
                self.drawn(Format::Full, material, &page)
            }
        };
        session.print(text.as_bytes())?;
        match self.chosen() {
            Format::Github => summary::append(session, material.report),
            _ => Ok(()),
        }
    }

    fn drawn(&self, format: Format, material: &Material, page: &Page) -> String {
        let report = material.report;
        let closed = |text: String| text + &closing::draw(report);
        match format {
            Format::Full | Format::Concise if self.statistics => closed(statistics::draw(report)),
            Format::Full => closed(full::draw(material.findings, material.sources, page)),
            Format::Concise => closed(concise::draw(report, page)),
            // What is no command is a line of the log.
            Format::Github => closed(github::draw(report)),
            Format::Json => json::draw(report),
            Format::Jsonl => jsonl::draw(report),
            Format::Gitlab => gitlab::draw(report),
            Format::Sarif => sarif::draw(report),
            Format::Junit => junit::draw(report),
        }
    }

    fn chosen(&self) -> Format {
        let by_name = self.output_file.as_deref().and_then(by_name);
        self.format.or(by_name).unwrap_or(Format::Full)
    }
}

impl Format {
    /// Whether there can be counts by rule in it.
    fn is_counted(self) -> bool {
        matches!(self, Format::Full | Format::Concise | Format::Json)
    }
}

/// The format that the name of a file tells: by its ending, but for two names by which
/// reports are known that end in `.json` as well.
fn by_name(path: &Path) -> Option<Format> {
    let name = path.file_name()?.to_str()?;
    if name.ends_with(".sarif.json") {
        return Some(Format::Sarif);
    }
    if name == "gl-code-quality-report.json" {
        return Some(Format::Gitlab);
    }
    match path.extension()?.to_str()? {
        "txt" => Some(Format::Full),
        "json" => Some(Format::Json),
        "jsonl" | "ndjson" => Some(Format::Jsonl),
        "sarif" => Some(Format::Sarif),
        "xml" => Some(Format::Junit),
        _ => None,
    }
}
