//! `stances positions`: the comparison table.

use anyhow::Result;
use clap::{Args, ValueEnum};

use super::answer::{with_ordered_scene, write};
use super::options::{Format, LensOptions, Output, RowOrder};
use super::session::Session;
use super::{Outcome, complete};
use crate::measure::agreement;
use crate::render::json;
use crate::view::positions::{self as table, Direction, Evidence, Show, Wording};

/// The comparison table: what each party says on each issue
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  stances positions paris-and-moscow --evidence    each position with its source and place
  stances positions ukraine-peace-texts --area territory --wording
  stances positions ukraine-peace-texts --party russia,ukraine --transpose
  stances positions ukraine-peace-texts --layout long --output positions.csv")]
pub struct Options {
    /// A dossier's folder, or its name under `stances/` [default: the only one there is]
    #[arg(add = complete::dossiers())]
    dossier: Option<String>,

    /// One row a party and one column an issue
    #[arg(long, help_heading = "What to show")]
    transpose: bool,

    /// The wording of each issue beside its id
    #[arg(long, help_heading = "What to show")]
    wording: bool,

    /// The evidence for each position, in numbered notes below the table; pages and
    /// workbooks have it in any case
    #[arg(long, help_heading = "What to show")]
    evidence: bool,

    /// How rows are laid out in CSV and TSV
    #[arg(long, value_name = "LAYOUT", default_value = "wide")]
    layout: Layout,

    #[command(flatten)]
    order: RowOrder,

    #[command(flatten)]
    lens: LensOptions,

    #[command(flatten)]
    output: Output,
}

/// How the rows of a data file are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Layout {
    /// One row an issue, one column a party; the other way round with `--transpose`
    Wide,
    /// One row a record: position, condition, firmness, basis, dates, sources, gist
    Long,
}

impl Options {
    fn show(&self) -> Show {
        // A page or a workbook has notes of its own: a second number for each of
        // them would only confuse.
        let has_notes = matches!(self.output.chosen(), Format::Html | Format::Xlsx);
        Show {
            direction: match self.transpose {
                true => Direction::PartiesDown,
                false => Direction::IssuesDown,
            },
            wording: match self.wording {
                true => Wording::Beside,
                false => Wording::Behind,
            },
            evidence: match self.evidence && !has_notes {
                true => Evidence::Below,
                false => Evidence::Behind,
            },
        }
    }
}

impl From<Layout> for table::data::Layout {
    fn from(layout: Layout) -> Self {
        match layout {
            Layout::Wide => table::data::Layout::Wide,
            Layout::Long => table::data::Layout::Long,
        }
    }
}

/// Runs the command.
///
/// # Errors
///
/// As [`with_ordered_scene`].
pub fn run(session: &Session, options: &Options) -> Result<Outcome> {
    with_ordered_scene(
        session,
        options.dossier.as_deref(),
        &options.lens,
        &options.output,
        (options.order.order(), &agreement::MEASURE),
        |scene| {
            let show = options.show();
            let view = || table::view(scene, show);
            let data = || table::data::data(scene, show, options.layout.into());
            write(session, &options.output, view, data, || {
                json::positions::draw(scene)
            })
        },
    )
}
