//! `stances matrix --table` where not the whole matrix is wanted: the first ones of
//! each party, or the pairs that reach a threshold.

use std::str::FromStr;

use anyhow::{Result, bail};
use clap::Args;
use clap::ValueEnum;

use super::Options;
use crate::command::options::Format;
use crate::command::session::Session;
use crate::compare::bulk::Survey;
use crate::compare::bulk::part::Part as Matrix;
use crate::compare::large::bands::{Bands, ahead, in_order};
use crate::compare::large::edges::edges;
use crate::compare::large::need::{Fit, Room, Wish, fit};
use crate::compare::large::part::Part;
use crate::compare::large::top::{End, top};
use crate::kernel::counter::Columns;
use crate::kernel::plan::Working;
use crate::kernel::rung::Rung;
use crate::kernel::sums::Wanted;
use crate::render::csv::Separator;
use crate::render::csv::chosen::Page;
use crate::render::part::{Head, foot};
use crate::table::digest::digest;

/// What is wanted of a large table.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Of a large table")]
pub(super) struct ScaleOptions {
    /// For each party the K others with the highest values, in CSV or TSV
    ///
    /// Parties with the same value stand in the order of the table. A pair without a
    /// value is never among them.
    #[arg(long, value_name = "K", requires = "table", conflicts_with_all = ["bottom", "edges"])]
    top: Option<usize>,

    /// For each party the K others with the lowest values
    #[arg(long, value_name = "K", requires = "table", conflicts_with = "edges")]
    bottom: Option<usize>,

    /// Every pair with this value or a higher one, in CSV or TSV
    #[arg(long, value_name = "VALUE", requires = "table", value_parser = finite, allow_hyphen_values = true)]
    edges: Option<f64>,

    /// Only one part of it, as 1/8: `stances merge` puts parts together
    #[arg(long, value_name = "K/N", requires = "table")]
    part: Option<Part>,

    /// How much memory may be taken
    #[arg(long, value_name = "SIZE", requires = "table", default_value = "4GB")]
    memory: Size,

    /// Say how pairs are counted and what it takes
    #[arg(long, requires = "table")]
    verbose: bool,
}

/// A number of bytes: `600MB`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Size(u64);

/// What is wanted instead of the whole matrix.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Chosen {
    First(usize, End),
    Edges(f64),
}

impl ScaleOptions {
    /// How many bytes may be taken in all.
    pub(super) fn memory(&self) -> u64 {
        self.memory.0
    }

    /// What is wanted, if not the whole matrix.
    ///
    /// # Errors
    ///
    /// When a part of a whole matrix is asked for.
    pub(super) fn wish(&self) -> Result<Option<Chosen>> {
        Ok(match (self.top, self.bottom, self.edges) {
            (Some(count), _, _) => Some(Chosen::First(count, End::Highest)),
            (_, Some(count), _) => Some(Chosen::First(count, End::Lowest)),
            (_, _, Some(least)) => Some(Chosen::Edges(least)),
            _ if self.part.is_some() => bail!(
                "`--part` takes a part of `--top`, `--bottom` or `--edges`: say which is wanted"
            ),
            _ => None,
        })
    }
}

impl Chosen {
    /// Which pairs have to be looked at.
    fn columns(self) -> Columns {
        match self {
            Self::First(..) => Columns::All,
            Self::Edges(_) => Columns::Behind,
        }
    }

    fn wish(self) -> Wish {
        match self {
            Self::First(count, _) => Wish::Top { count },
            Self::Edges(_) => Wish::Edges,
        }
    }

    fn words(self) -> String {
        match self {
            Self::First(count, End::Highest) => format!("--top {count}"),
            Self::First(count, End::Lowest) => format!("--bottom {count}"),
            Self::Edges(least) => format!("--edges {least}"),
        }
    }
}

/// Writes what is wanted.
///
/// # Errors
///
/// When it is asked for in a format that has no place for it, when there is no room
/// for it, or when it cannot be written.
pub(super) fn answer(
    session: &Session,
    options: &Options,
    wanted: Chosen,
    (survey, matrices): (&Survey, &[Matrix]),
) -> Result<()> {
    let separator = separator(options)?;
    let [matrix] = matrices else {
        bail!(
            "`{}` takes one measure on one scale: name one with `--measure`",
            wanted.words()
        );
    };
    let fit = fitted(session, options, wanted.wish(), survey)?;
    let actors = &survey.table.actors;
    let part = options.scale.part.unwrap_or(Part::WHOLE);
    let bands = Bands::new(part.rows(actors.len(), wanted.columns()), fit.height);
    let page = Page::new(actors, separator);
    let head = match part.number() {
        1 => head(&page, wanted, matrix.about().measure.name),
        _ => String::new(),
    };
    let draw = |band: usize| {
        let rows = bands.rows(band);
        match wanted {
            Chosen::First(count, end) => page.top(rows.clone(), &top(matrix, rows, count, end)),
            Chosen::Edges(least) => page.edges(&edges(matrix, rows, least)),
        }
    };
    session.write_by(&options.output, |sink| {
        if options.scale.part.is_some() {
            sink(
                told(options, wanted, (survey, matrix), part)
                    .line()
                    .as_bytes(),
            )?;
        }
        let mut bytes = head.len() as u64;
        sink(head.as_bytes())?;
        in_order(bands.count(), draw, |_, lines| {
            bytes += lines.len() as u64;
            sink(lines.as_bytes())
        })?;
        match options.scale.part {
            Some(_) => sink(foot(bytes).as_bytes()),
            None => Ok(()),
        }
    })
}

fn head(page: &Page, wanted: Chosen, measure: &str) -> String {
    match wanted {
        Chosen::First(..) => page.top_head(measure),
        Chosen::Edges(_) => page.edges_head(measure),
    }
}

/// What a part is of.
fn told(
    options: &Options,
    wanted: Chosen,
    (survey, matrix): (&Survey, &Matrix),
    part: Part,
) -> Head {
    let matrix = matrix.about();

    let terms = &matrix.terms;
    let weight = terms
        .weight
        .as_ref()
        .map(|rule| format!(" --weight {rule}"));
    let question = format!(
        "{:?} --measure {}{} --normalise {:?} --min-joint {} --format {:?} {}",
        survey.reading,
        matrix.measure.name,
        weight.unwrap_or_default(),
        terms.normalise,
        terms.min_joint,
        options.output.chosen(),
        wanted.words()
    )
    .to_lowercase();
    let table = format!("{:032x}", digest(survey.table));
    Head::new((part.number(), part.of()), table, question)
}

/// How it fits into memory; says so where that is wanted.
///
/// # Errors
///
/// When there is no room for it.
pub(super) fn fitted(
    session: &Session,
    options: &Options,
    wish: Wish,
    survey: &Survey,
) -> Result<Fit> {
    let rung = Rung::best();
    let plan = survey.plan(Wanted::Distances, rung);
    let turned = plan.filter(|plan| plan.form != plan.way);
    let turned = turned.map_or(0, |plan| plan.load.bytes(plan.way));
    let nothing = Working { once: 0, band: 0 };
    let room = Room {
        actors: survey.table.actors.len(),
        limit: options.scale.memory.0,
        table: survey.bytes() + turned,
        working: plan.map_or(nothing, |plan| plan.working()),
        ahead: ahead(),
    };
    let fit = fit(wish, &room)?;
    if options.scale.verbose {
        let plan = plan.map(|plan| plan.explained(rung) + "\n");
        session.remark(&format!("{}{fit}\n", plan.unwrap_or_default()));
    }
    Ok(fit)
}

/// What parts the fields of a line.
fn separator(options: &Options) -> Result<Separator> {
    match (options.output.chosen(), options.output.format) {
        (Format::Tsv, _) => Ok(Separator::Tab),
        // Nothing else is asked for.
        (Format::Csv, _) | (Format::Table, None) => Ok(Separator::Comma),
        (format, _) => {
            let value = format.to_possible_value();
            let name = value.as_ref().map_or("", |value| value.get_name());
            bail!(
                "`--format {name}` has no place for chosen pairs: write `--format csv` or \
                 `--format tsv`"
            )
        }
    }
}

fn finite(text: &str) -> std::result::Result<f64, String> {
    match text.parse::<f64>() {
        Ok(value) if value.is_finite() => Ok(value),
        _ => Err("write a number".to_owned()),
    }
}

/// The units, each a thousand times the one before.
const UNITS: [&str; 5] = ["", "K", "M", "G", "T"];

impl FromStr for Size {
    type Err = String;

    fn from_str(text: &str) -> std::result::Result<Self, String> {
        let wrong = || "write a size such as 600MB or 4GB".to_owned();
        let end = text
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(text.len());
        let (number, unit) = text.split_at(end);
        let number: u64 = number.parse().map_err(|_| wrong())?;
        let unit = unit.trim().to_ascii_uppercase();
        let unit = unit.strip_suffix('B').unwrap_or(&unit);
        let power = UNITS
            .iter()
            .position(|known| *known == unit)
            .ok_or_else(wrong)?;
        let bytes = 1000u64
            .checked_pow(power as u32)
            .and_then(|unit| number.checked_mul(unit));
        bytes.map(Self).ok_or_else(wrong)
    }
}
