//! Options that several commands share.

use std::ffi::OsStr;
use std::path::PathBuf;
use std::str::FromStr;

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};

use super::complete;

use crate::compare::order::Order;
use crate::dossier::BasisKind;
use crate::dossier::lens::{Audience, Inheritance, Lens};
use crate::finding::suggest;
use crate::measure::{self, Measure, spread};
use crate::record::date::When;
use crate::view::matrix::figure::PercentFrom;

/// What is looked at.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "What to look at")]
pub struct LensOptions {
    /// The last day that counts: 2025-12-01, 2025-12 or 2025
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<When>,

    /// Only positions known in these ways
    #[arg(long, value_name = "BASIS", value_delimiter = ',')]
    pub basis: Vec<BasisOption>,

    /// Only issues of these areas
    #[arg(long, value_name = "AREA", value_delimiter = ',', add = complete::areas())]
    pub area: Vec<String>,

    /// Only these issues
    #[arg(long, value_name = "ISSUE", value_delimiter = ',', add = complete::issues())]
    pub issue: Vec<String>,

    /// Only these parties, in this order
    #[arg(long, value_name = "PARTY", value_delimiter = ',', add = complete::parties())]
    pub party: Vec<String>,

    /// Only records that cite one of these sources
    #[arg(long, value_name = "SOURCE", value_delimiter = ',', add = complete::sources())]
    pub source: Vec<String>,

    /// Only records at least this sure, from 0 to 1
    #[arg(long, value_name = "SHARE", value_parser = share)]
    pub min_confidence: Option<f64>,

    /// Let members have what their groups hold, where they say nothing themselves
    #[arg(long)]
    pub inherit: bool,

    /// Leave out everything confidential, and every count that contains it
    #[arg(long)]
    pub public: bool,
}

/// A way in which a position is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum BasisOption {
    /// The party says so itself
    Declared,
    /// Someone else says so of it
    Attributed,
    /// Read from what it does
    Conduct,
}

/// How the answer is given.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Output")]
pub struct Output {
    /// How to write the answer [default: by the ending of --output, else table]
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<Format>,

    /// Write to this file instead of the terminal
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,

    /// When to use colour
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub color: ColourWhen,

    /// How many columns wide the page is [default: the terminal, else 100]
    #[arg(long, value_name = "COLUMNS", value_parser = columns)]
    pub width: Option<usize>,
}

/// Where a text goes that has one form only.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Output")]
pub struct Destination {
    /// Write to this file instead of the terminal
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// How a change to files is made.
#[derive(Debug, Clone, Args)]
pub struct Writing {
    /// Print the differences and write nothing
    #[arg(long)]
    pub dry_run: bool,

    /// When to use colour
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub color: ColourWhen,
}

/// When shares are also given in percent.
#[derive(Debug, Clone, Args)]
pub struct Percent {
    /// Give percentages from this many joint issues on
    #[arg(long, value_name = "N", default_value_t = 5, help_heading = "Output")]
    percent_from: usize,
}

/// In which order parties stand.
#[derive(Debug, Clone, Args)]
pub struct RowOrder {
    /// In which order parties stand, as rows and as columns
    #[arg(
        long,
        value_name = "ORDER",
        default_value = "given",
        help_heading = "Output"
    )]
    order: OrderOption,
}

/// An order of parties.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum OrderOption {
    /// As asked for, else by id
    Given,
    /// By name
    Name,
    /// States, organisations, groups, documents, persons
    Kind,
    /// So that those who are near stand together, by the first measure shown
    Bloc,
    /// Those with most positions on the first area first, then on the second, and so on
    Area,
}

/// The name of a measure.
#[derive(Debug, Clone, Copy)]
pub struct MeasureName(pub &'static Measure);

/// A format of output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Text for a terminal
    Table,
    /// Markdown as GitHub reads it
    Markdown,
    /// Comma-separated values, one record a line
    Csv,
    /// Tab-separated values, one record a line
    Tsv,
    /// JSON with a stable schema
    Json,
    /// A page that pastes into a text document with its shading
    Html,
    /// A workbook with the evidence as cell notes
    Xlsx,
    /// A document for LaTeX, with tables as booktabs has them
    Latex,
    /// A document for Typst
    Typst,
}

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ColourWhen {
    Auto,
    Always,
    Never,
}

impl LensOptions {
    /// The lens that these options describe.
    pub fn lens(&self) -> Lens {
        Lens {
            as_of: self.as_of,
            bases: self.basis.iter().copied().map(BasisKind::from).collect(),
            areas: self.area.clone(),
            issues: self.issue.clone(),
            parties: self.party.clone(),
            sources: self.source.clone(),
            min_confidence: self.min_confidence,
            inheritance: if self.inherit {
                Inheritance::FromGroups
            } else {
                Inheritance::None
            },
            audience: self.audience(),
        }
    }

    /// Whom the answer is for.
    pub fn audience(&self) -> Audience {
        if self.public {
            Audience::Public
        } else {
            Audience::Team
        }
    }
}

impl Writing {
    /// The page that differences and findings are drawn on.
    pub fn output(&self) -> Output {
        Output {
            format: None,
            output: None,
            color: self.color,
            width: None,
        }
    }
}

impl Destination {
    /// As the session takes it.
    pub fn output(&self) -> Output {
        Output {
            format: None,
            output: self.output.clone(),
            color: ColourWhen::Never,
            width: None,
        }
    }
}

impl Percent {
    /// As the view takes it.
    pub fn from(&self) -> PercentFrom {
        PercentFrom(self.percent_from)
    }
}

impl RowOrder {
    /// The order asked for.
    pub fn order(&self) -> Order {
        match self.order {
            OrderOption::Given => Order::Given,
            OrderOption::Name => Order::Name,
            OrderOption::Kind => Order::Kind,
            OrderOption::Bloc => Order::Bloc,
            OrderOption::Area => Order::Area,
        }
    }
}

impl FromStr for MeasureName {
    type Err = String;

    fn from_str(name: &str) -> std::result::Result<Self, String> {
        let names = || measure::ALL.iter().map(|measure| measure.name);
        measure::named(name).map(Self).ok_or_else(|| {
            match spread::ALL.iter().any(|measure| measure.name == name) {
                true => format!(
                    "`{name}` is a measure of many answers and not of two parties: `stances \
                     issues` and `stances groups` show such"
                ),
                false => format!(
                    "there is no measure `{name}`: {}",
                    suggest::help(name, "measure", names())
                ),
            }
        })
    }
}

impl From<BasisOption> for BasisKind {
    fn from(option: BasisOption) -> Self {
        match option {
            BasisOption::Declared => BasisKind::Declared,
            BasisOption::Attributed => BasisKind::Attributed,
            BasisOption::Conduct => BasisKind::Conduct,
        }
    }
}

/// The endings that name a format.
const ENDINGS: &str = "`.txt`, `.md`, `.csv`, `.tsv`, `.json`, `.html`, `.xlsx`, `.tex` or `.typ`";

impl Output {
    /// Checks that the file to write to can be meant.
    ///
    /// # Errors
    ///
    /// When it would replace a file of a dossier, or when its ending names no
    /// format and none is asked for.
    pub fn check(&self) -> Result<()> {
        let Some(path) = &self.output else {
            return Ok(());
        };
        let ending = path.extension().and_then(OsStr::to_str);
        match ending {
            Some("ron") => bail!(
                "`{}` would be written over: answers do not go into `.ron` files, name another",
                path.display()
            ),
            Some(other) if self.format.is_none() && self.by_ending().is_none() => {
                bail!("`.{other}` names no format: use {ENDINGS}, or say which with `--format`")
            }
            _ => Ok(()),
        }
    }

    /// The format asked for, else the one that the file's ending names.
    pub fn chosen(&self) -> Format {
        self.format.or(self.by_ending()).unwrap_or(Format::Table)
    }

    fn by_ending(&self) -> Option<Format> {
        match self.output.as_ref()?.extension()?.to_str()? {
            "txt" => Some(Format::Table),
            "md" | "markdown" => Some(Format::Markdown),
            "csv" => Some(Format::Csv),
            "tsv" => Some(Format::Tsv),
            "json" => Some(Format::Json),
            "html" | "htm" => Some(Format::Html),
            "xlsx" => Some(Format::Xlsx),
            "tex" => Some(Format::Latex),
            "typ" => Some(Format::Typst),
            _ => None,
        }
    }

    /// Whether what is written is no text.
    pub fn is_binary(&self) -> bool {
        self.chosen() == Format::Xlsx
    }
}

fn share(text: &str) -> std::result::Result<f64, String> {
    let share: f64 = text
        .parse()
        .map_err(|_| "write a number from 0 to 1".to_owned())?;
    (0.0..=1.0)
        .contains(&share)
        .then_some(share)
        .ok_or_else(|| "write a number from 0 to 1".to_owned())
}

fn columns(text: &str) -> std::result::Result<usize, String> {
    match text.parse() {
        Ok(columns) if columns >= 20 => Ok(columns),
        _ => Err("write a number of columns, 20 or more".to_owned()),
    }
}
