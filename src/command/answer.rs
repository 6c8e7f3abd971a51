//! From a dossier to an answer on paper: what the commands that look at one share.

use anyhow::{Result, anyhow};

use super::Outcome;
use super::load::{Loaded, load};
use super::options::{Format, LensOptions, Output};
use super::session::Session;
use crate::compare::joint::Field;
use crate::compare::order::{Order, parties};
use crate::dossier::Dossier;
use crate::dossier::lens::{Audience, Focus, Lens};
use crate::dossier::scene::Scene;
use crate::finding::Finding;
use crate::measure::Measure;
use crate::render::csv::Separator;
use crate::render::findings::full;
use crate::render::{csv, html, latex, markdown, table, typst, xlsx};
use crate::view::View;
use crate::view::data::Data;

/// Loads a dossier, says what had to be left out of it, and hands it on as the
/// lens shows it.
///
/// # Errors
///
/// When there is no such dossier, when the lens names what is not in it, or
/// when the answer cannot be written.
pub fn with_scene(
    session: &Session,
    dossier: Option<&str>,
    lens: &LensOptions,
    output: &Output,
    answer: impl FnOnce(&Scene) -> Result<()>,
) -> Result<Outcome> {
    with_focus(session, dossier, lens.lens(), output, |dossier, focus| {
        answer(&Scene::new(dossier, focus))
    })
}

/// The same for an answer that looks at the dossier on several days.
///
/// # Errors
///
/// As [`with_scene`].
pub fn with_focus(
    session: &Session,
    dossier: Option<&str>,
    lens: Lens,
    output: &Output,
    answer: impl FnOnce(&Dossier, Focus) -> Result<()>,
) -> Result<Outcome> {
    output.check()?;
    let audience = lens.audience;
    let loaded = told(session, load(session, dossier, audience)?, audience, output);
    let focus = lens
        .on(&loaded.dossier)
        .map_err(|unknown| anyhow!(unknown))?;
    answer(&loaded.dossier, focus)?;
    Ok(ended(&[&loaded]))
}

/// A dossier as it was loaded, after it has been said what had to be left out of it.
pub fn told(session: &Session, loaded: Loaded, audience: Audience, output: &Output) -> Loaded {
    say(session, &loaded, audience, output);
    loaded
}

/// Whether everything in the files of these dossiers could be used.
pub fn ended(loaded: &[&Loaded]) -> Outcome {
    let is_whole = |loaded: &&Loaded| loaded.findings.is_empty() && loaded.withheld == 0;
    match loaded.iter().all(is_whole) {
        true => Outcome::Whole,
        false => Outcome::LeftOut,
    }
}

/// The same with the parties in an order, blocs by a measure.
///
/// # Errors
///
/// As [`with_scene`].
pub fn with_ordered_scene(
    session: &Session,
    dossier: Option<&str>,
    lens: &LensOptions,
    output: &Output,
    (order, measure): (Order, &'static Measure),
    answer: impl FnOnce(&Scene) -> Result<()>,
) -> Result<Outcome> {
    with_scene(session, dossier, lens, output, |scene| {
        if order == Order::Given {
            return answer(scene);
        }
        let focus = Focus {
            parties: parties(&Field::new(scene), order, measure),
            ..scene.focus.clone()
        };
        answer(&Scene::new(scene.dossier, focus))
    })
}

/// Writes an answer in the format asked for: the view for people, the data for
/// spreadsheets, or the JSON, whichever is wanted.
///
/// # Errors
///
/// When it cannot be written.
pub fn write(
    session: &Session,
    output: &Output,
    view: impl FnOnce() -> View,
    data: impl FnOnce() -> Data,
    json: impl FnOnce() -> String,
) -> Result<()> {
    let data = match output.chosen() {
        Format::Table => table::draw(&view(), &session.page(output)).into_bytes(),
        Format::Markdown => markdown::draw(&view()).into_bytes(),
        Format::Csv => csv::draw(&data(), Separator::Comma).into_bytes(),
        Format::Tsv => csv::draw(&data(), Separator::Tab).into_bytes(),
        Format::Json => json().into_bytes(),
        Format::Html => html::draw(&view()).into_bytes(),
        Format::Xlsx => xlsx::draw(&view())?,
        Format::Latex => latex::draw(&view()).into_bytes(),
        Format::Typst => typst::draw(&view()).into_bytes(),
    };
    session.write(output, &data)
}

/// Says what had to be left out. Before the public neither an excerpt nor a
/// count is given: both could betray a confidential record.
fn say(session: &Session, loaded: &Loaded, audience: Audience, output: &Output) {
    let text = match audience {
        Audience::Team => full::draw(&loaded.findings, &loaded.sources, &session.margin(output)),
        Audience::Public => files_in_short(&loaded.findings) + &withheld(loaded.withheld),
    };
    session.remark(&text);
    if !loaded.findings.is_empty() && audience == Audience::Team {
        session.remark(&summary(loaded.findings.len()));
    }
}

fn summary(findings: usize) -> String {
    match findings {
        1 => "1 mistake: what it concerns is left out of the answer.\n".into(),
        many => format!("{many} mistakes: what they concern is left out of the answer.\n"),
    }
}

/// The parties themselves are not named: that they are there may be confidential.
fn withheld(parties: usize) -> String {
    let what = match parties {
        0 => return String::new(),
        1 => "1 party is",
        _ => &format!("{parties} parties are"),
    };
    format!(
        "error: {what} left out, with mistakes that could hide what is confidential; run without \
         `--public` to see them\n"
    )
}

fn files_in_short(findings: &[Finding]) -> String {
    let files: std::collections::BTreeSet<&str> = findings
        .iter()
        .map(|finding| finding.at.place.file.as_str())
        .collect();
    let line = |file: &str| {
        let file = crate::render::plain::shown(file);
        format!("error: not all of `{file}` could be used; run without `--public` to see why\n")
    };
    files.into_iter().map(line).collect()
}
