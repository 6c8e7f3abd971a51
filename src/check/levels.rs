//! How grave the findings of each rule are to be.

use std::collections::BTreeMap;

use super::case::Case;
use super::rules;
use crate::finding::code::{Code, Level};
use crate::finding::fix::Fix;
use crate::finding::{Finding, suggest};
use crate::record::dossier::{DossierFile, Severity};
use crate::syntax::amend::Amendment;
use crate::syntax::quote::quote;
use crate::syntax::route::{Route, Step};

/// The level of each rule: what was asked for on the command line goes before
/// what the dossier says, and that before the rule's own level.
#[derive(Debug, Clone, Default)]
pub struct Levels {
    asked: BTreeMap<&'static str, Level>,
    of_dossier: BTreeMap<&'static str, Level>,
    warnings: Warnings,
}

/// What stands for all rules of which the level can be set.
pub const ALL: &str = "all";

/// What a warning comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Warnings {
    /// A warning.
    #[default]
    Stay,
    /// As grave as what is denied.
    Denied,
}

impl Levels {
    /// The levels of a run that takes warnings in this way.
    pub fn new(warnings: Warnings) -> Self {
        Self {
            warnings,
            ..Self::default()
        }
    }

    /// The same with another level for a rule, or for `all` that can have another.
    ///
    /// # Errors
    ///
    /// When there is no such rule, or when its level is fixed.
    pub fn ask(mut self, name: &str, level: Level) -> Result<Self, String> {
        let all = rules::ALL.iter().filter(|rule| rule.is_settable());
        match name {
            ALL => self.asked.extend(all.map(|rule| (rule.code.name, level))),
            name => _ = self.asked.insert(settable(name)?, level),
        }
        Ok(self)
    }

    /// The level of a code.
    pub fn of(&self, code: &Code) -> Level {
        let level = self.asked.get(code.name);
        let level = level.or_else(|| self.of_dossier.get(code.name));
        match (level.copied().unwrap_or(code.level), self.warnings) {
            (Level::Warn, Warnings::Denied) => Level::Deny,
            (level, _) => level,
        }
    }

    /// The levels with those that the dossier asks for, and what is wrong with these.
    pub(super) fn of_dossier(&self, case: &Case) -> (Self, Vec<Finding>) {
        let head = &case.files.dossier.value;
        let names = head.checks.levels.keys();
        let findings = names.filter_map(|name| Some(misnamed(case, name, settable(name).err()?)));
        (self.in_dossier(head), findings.collect())
    }

    /// The levels with those that a dossier asks for.
    #[must_use]
    pub fn in_dossier(&self, head: &DossierFile) -> Self {
        let asked = head.checks.levels.iter();
        let asked = asked.filter_map(|(name, asked)| Some((settable(name).ok()?, level(*asked))));
        let mut levels = self.clone();
        levels.of_dossier.extend(asked);
        levels
    }

    /// The findings at their levels, without those that are allowed.
    pub(super) fn apply(&self, findings: Vec<Finding>) -> Vec<Finding> {
        let mut findings = findings;
        for finding in &mut findings {
            finding.level = self.of(finding.code);
        }
        findings.retain(|finding| finding.level > Level::Allow);
        findings
    }
}

/// The name of a rule whose level can be set.
///
/// # Errors
///
/// When there is no such rule, or when its level is fixed.
fn settable(name: &str) -> Result<&'static str, String> {
    match rules::named(name) {
        Some(rule) if rule.is_settable() => Ok(rule.code.name),
        Some(rule) => Err(format!(
            "the level of `{}` cannot be changed: what it finds could not be used",
            rule.code.name
        )),
        None => Err(unknown(name)),
    }
}

/// That there is no rule of this name, and which was probably meant.
pub(super) fn unknown(name: &str) -> String {
    let names = rules::ALL.iter().map(|rule| rule.code.name);
    match suggest::nearest(name, names) {
        Some(near) => format!("there is no rule `{name}`: did you mean `{near}`?"),
        None => format!("there is no rule `{name}`: `stances explain` lists them"),
    }
}

fn misnamed(case: &Case, name: &str, message: String) -> Finding {
    let key = Step::Key(quote(name));
    let route = Route::default().field("checks").field("levels").then(key);
    let place = case.head_key(route.clone());
    let finding = Finding::new(&rules::unknown_rule::CODE, place, message);
    let settable = rules::ALL.iter().filter(|rule| rule.is_settable());
    match suggest::certain(name, settable.map(|rule| rule.code.name)) {
        Some(meant) if rules::named(name).is_none() => {
            let file = &case.files.dossier.file;
            let help = format!("did you mean `{meant}`?");
            let fix = Fix::safe(&help);
            let message = format!("there is no rule `{name}`");
            let finding = Finding { message, ..finding }.help(help);
            finding.fix(fix.amend(
                file,
                Amendment::Rename {
                    route,
                    name: quote(meant),
                },
            ))
        }
        _ => finding,
    }
}

fn level(severity: Severity) -> Level {
    match severity {
        Severity::Allow => Level::Allow,
        Severity::Warn => Level::Warn,
        Severity::Deny => Level::Deny,
    }
}
