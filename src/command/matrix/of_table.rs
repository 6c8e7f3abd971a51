//! `stances matrix --table`: the same of a table of answers.

use anyhow::{Result, bail};
use clap::ValueEnum;
use itertools::Itertools;

use super::{LayoutOption, Options, chosen};
use crate::command::Outcome;
use crate::command::answer::write;
use crate::command::bulk::Loaded;
use crate::command::options::Format;
use crate::command::session::Session;
use crate::compare::bulk::part::Part;
use crate::compare::bulk::{Count, Survey};
use crate::compare::large::need::Wish;
use crate::compare::matrix::Matrix;
use crate::compare::order::Order;
use crate::compare::terms::Terms;
use crate::compare::weight::Rule;
use crate::exchange::bulk::Layout;
use crate::kernel::rung::Rung;
use crate::render::csv::{Separator, bulk};
use crate::render::json;
use crate::view::data::Data;
use crate::view::matrix::data;
use crate::view::{self, View};

/// The most parties for which there is a page: more than that nobody reads.
const MOST_ON_A_PAGE: usize = 500;

/// The most parties whose matrices are held in memory as a whole.
const MOST_AT_ONCE: usize = 4000;

/// Runs the command on a table.
///
/// # Errors
///
/// When the table cannot be read, when a table does not have what is asked for, or
/// when the answer cannot be written.
pub(super) fn run(session: &Session, options: &Options, path: &std::path::Path) -> Result<Outcome> {
    refuse(options)?;
    options.output.check()?;
    let terms = options.terms.on(&options.measure)?;
    check_weight(options, &terms)?;
    let layout = match options.layout {
        None | Some(LayoutOption::Wide) => Layout::Wide,
        Some(LayoutOption::Long) => Layout::Long,
        Some(LayoutOption::Square) => bail!(
            "with `--table`, `--layout` says how the table is laid out, `wide` or `long`: for the \
             answer write `--rows square`"
        ),
    };
    let mut loaded = options.table.load(session, path, layout, &options.lens)?;
    order(&mut loaded, options.order.order());
    let count = Count::Together(Rung::best());
    let survey = Survey::new(&loaded.table, loaded.reading, loaded.lowest, count)?;
    let survey = survey.within(options.scale.memory());
    let measures = options.measure.iter().map(|measure| measure.0);
    let parts: Vec<Part> = measures
        .unique_by(|measure| measure.name)
        .flat_map(|measure| survey.parts(measure, &terms))
        .collect();
    match options.scale.wish()? {
        None => answer(session, options, &loaded, &survey, parts)?,
        Some(wish) => chosen::answer(session, options, wish, (&survey, &parts))?,
    }
    Ok(loaded.outcome)
}

fn answer(
    session: &Session,
    options: &Options,
    loaded: &Loaded,
    survey: &Survey,
    parts: Vec<Part>,
) -> Result<()> {
    let format = options.output.chosen();
    let separator = match format {
        Format::Csv => Separator::Comma,
        Format::Tsv => Separator::Tab,
        _ => {
            check_size(format, survey.table.actors.len())?;
            let matrices: Vec<Matrix> = parts.into_iter().map(Part::matrix).collect();
            let asked = &loaded.asked;
            let view = || -> View {
                view::matrix::bulk::view(survey, asked, &matrices, options.percent.from())
            };
            let json = || json::matrix::draw_bulk(survey, asked, &matrices);
            return write(session, &options.output, view, Data::default, json);
        }
    };
    let layout = options
        .rows
        .map_or(data::Layout::Square, data::Layout::from);
    let wish = Wish::Square {
        written: bulk::WRITTEN,
    };
    let fit = chosen::fitted(session, options, wish, survey)?;
    session.write_by(&options.output, |sink| {
        bulk::write(survey, &parts, (layout, separator), &fit, sink)
    })
}

/// What a table does not have.
fn refuse(options: &Options) -> Result<()> {
    if options.dossier.is_some() {
        bail!("a table takes the place of a dossier: leave out one of the two");
    }
    if options.by.is_some() {
        bail!("`--by area` asks for what only a dossier tells: leave it out");
    }
    match options.order.order() {
        Order::Kind => bail!("`--order kind` asks for what only a dossier tells: leave it out"),
        Order::Area => bail!("`--order area` asks for what only a dossier tells: leave it out"),
        Order::Bloc => bail!("`--order bloc` works on a dossier only: leave it out"),
        Order::Given | Order::Name => Ok(()),
    }
}

fn check_weight(options: &Options, terms: &Terms) -> Result<()> {
    match &terms.weight {
        Some(rule) if *rule != Rule::Issue => bail!(
            "`--weight {rule}` takes what only a dossier tells: `--weight issue` takes the \
             weights of `--items`"
        ),
        Some(_) if !options.table.has_items() => bail!(
            "`--weight issue` takes the weights of the items: name the file that tells them with \
             `--items`"
        ),
        _ => Ok(()),
    }
}

fn order(loaded: &mut Loaded, order: Order) {
    if order == Order::Name {
        let table = &loaded.table;
        let mut actors: Vec<usize> = (0..table.actors.len()).collect();
        actors.sort_by_key(|actor| (table.actors[*actor].to_lowercase(), *actor));
        let items: Vec<usize> = (0..table.items.len()).collect();
        loaded.table = table.only(&actors, &items);
    }
}

fn check_size(format: Format, parties: usize) -> Result<()> {
    let most = match format {
        Format::Json => MOST_AT_ONCE,
        _ => MOST_ON_A_PAGE,
    };
    if parties <= most {
        return Ok(());
    }
    let format = format.to_possible_value();
    let format = format.as_ref().map_or("", |format| format.get_name());
    bail!(
        "{parties} parties are too many for `--format {format}`, which takes {most}: write \
         `--format csv`, or name some with `--party`"
    )
}
