//! What is fixed by a check, and how it is shown before it is made.

use anyhow::Result;
use clap::Args;

use super::looking::Look;
use crate::change::mend::{Mended, mend, mendable};
use crate::check::report::Beside;
use crate::command::apply::{Applied, apply};
use crate::command::options::{ColourWhen, Writing};
use crate::command::session::Session;
use crate::command::texts::Texts;
use crate::finding::Finding;
use crate::finding::fix::Safety;

/// What becomes of findings that can be fixed.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Fixes", group = clap::ArgGroup::new("made").multiple(true))]
pub struct Fixing {
    /// Make the fixes that say what was certainly meant and lose nothing
    #[arg(long, group = "made")]
    fix: bool,

    /// With --fix or --diff: make the doubtful ones too; look at what they changed
    #[arg(long, requires = "made")]
    unsafe_fixes: bool,

    /// Change nothing; show what --fix would change
    #[arg(
        long,
        visible_alias = "dry-run",
        group = "made",
        conflicts_with_all = ["output_file", "statistics", "format"]
    )]
    diff: bool,
}

/// What fixing has come to.
#[derive(Debug, Default)]
pub struct Made {
    /// How many findings there are fewer, or would be.
    pub fixed: usize,
    /// Whether nothing was written somewhere since something would be the worse for it.
    pub is_refused: bool,
}

impl Made {
    /// What it has come to in several dossiers.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            fixed: self.fixed + other.fixed,
            is_refused: self.is_refused || other.is_refused,
        }
    }
}

impl Fixing {
    /// Fixes the files of a dossier, or shows how that would be done, and takes note
    /// of what is in them then.
    ///
    /// # Errors
    ///
    /// When a file is not what it was when it was read, or cannot be written.
    pub fn make(&self, session: &Session, look: &mut Look, color: ColourWhen) -> Result<Made> {
        if !self.is_made() {
            return Ok(Made::default());
        }
        let Mended {
            draft,
            bundle,
            fixed,
            left,
        } = mend(&look.bundle, self.most(), look);
        if draft.is_empty() {
            return Ok(Made::default());
        }
        let texts = Texts::new(session, look.folder.clone());
        let writing = Writing {
            dry_run: self.diff,
            color,
        };
        let applied = apply(session, &texts, &draft, &writing)?;
        if applied == Applied::Refused {
            return Ok(Made {
                is_refused: true,
                ..Made::default()
            });
        }
        if applied == Applied::Written {
            look.is_now(bundle, left);
        }
        Ok(Made {
            fixed,
            is_refused: false,
        })
    }

    /// Adds how many of these findings could be fixed, or could not since something
    /// else would be found then.
    pub fn count(&self, look: &Look, findings: &[Finding], beside: &mut Beside) {
        if self.diff {
            return;
        }
        let (safe, doubtful) = mendable(&look.bundle, findings);
        match (self.fix, self.most()) {
            (false, _) => {
                beside.fixable += safe;
                beside.doubtful += doubtful;
            }
            (true, Safety::Safe) => {
                beside.held_back += safe;
                beside.doubtful += doubtful;
            }
            (true, Safety::Unsafe) => beside.held_back += safe + doubtful,
        }
    }

    /// Whether only the differences are to be printed.
    pub fn is_shown(&self) -> bool {
        self.diff
    }

    fn is_made(&self) -> bool {
        self.fix || self.diff
    }

    fn most(&self) -> Safety {
        match self.unsafe_fixes {
            true => Safety::Unsafe,
            false => Safety::Safe,
        }
    }
}
