//! `stances merge`: parts of an answer put together.

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Args;

use super::Outcome;
use super::options::Destination;
use super::session::Session;
use crate::render::part::{order, read};

/// Put the parts of an answer together
///
/// Parts are what `stances matrix --table … --part 1/8` and its fellows write, on one
/// machine or on several. Put together they are, byte for byte, what one run without
/// `--part` writes. Parts of different tables or questions are not mixed.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  stances merge part-*.csv --output nearest.csv")]
pub struct Options {
    /// The parts, in any order
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    #[command(flatten)]
    destination: Destination,
}

/// Runs the command.
///
/// # Errors
///
/// When a file is no part, when the parts do not make a whole, or when the answer
/// cannot be written.
pub fn run(session: &Session, options: &Options) -> Result<Outcome> {
    let cannot = |path: &PathBuf| format!("cannot read `{}`", path.display());
    let mut heads = Vec::new();
    for path in &options.files {
        let file = session.read(path).with_context(|| cannot(path))?;
        let (head, _) = read(&file).with_context(|| cannot(path))?;
        heads.push((path.display().to_string(), head));
    }
    let order = order(&heads)?;
    session.write_by(&options.destination.output(), |sink| {
        for place in order {
            // One part at a time is in memory.
            let file = session.read(&options.files[place])?;
            let (head, body) = read(&file).map_err(std::io::Error::other)?;
            if head != heads[place].1 {
                let name = &heads[place].0;
                return Err(std::io::Error::other(format!(
                    "`{name}` was changed meanwhile"
                )));
            }
            sink(body)?;
        }
        Ok(())
    })?;
    Ok(Outcome::Whole)
}
