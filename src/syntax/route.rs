//! The way from the value of a file to a value inside it, as people write it:
//! `stances[2].position`, `checks.levels{"single-source"}`,
//! `stances[issue=territory-decision, since=2025-12].firmness`.

use std::fmt;

use unicode_ident::{is_xid_continue, is_xid_start};

/// Steps from the outside in; none lead to the value of the file itself.
///
/// `Some(…)` is no step: routes look through it. What a variant such as
/// `At("robust")` holds is reached by its index.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Route {
    pub steps: Vec<Step>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// The field of a struct: `.position`, or `."odd name"`.
    Field(String),
    /// The item of a list or tuple, counted from 0: `[2]`.
    Index(usize),
    /// The value behind a key of a map, the key written in RON:
    /// `{"single-source"}`.
    Key(String),
    /// The one item of a list or tuple whose fields say all of this:
    /// `[issue=territory-decision]`, `[issue="a, b", since=2025-12]`.
    Select(Vec<Condition>),
}

/// A field and what stands in it: the content of a string, the text of
/// anything else.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Condition {
    pub field: String,
    pub value: String,
}

impl Route {
    /// This route and one step more.
    #[must_use]
    pub fn then(mut self, step: Step) -> Self {
        self.steps.push(step);
        self
    }

    /// This route and the step to a field.
    #[must_use]
    pub fn field(self, name: impl Into<String>) -> Self {
        self.then(Step::Field(name.into()))
    }

    /// This route and the step to an item.
    #[must_use]
    pub fn index(self, index: usize) -> Self {
        self.then(Step::Index(index))
    }

    /// This route and all steps of another, which starts where this one ends.
    #[must_use]
    pub fn join(mut self, further: &Route) -> Self {
        self.steps.extend(further.steps.iter().cloned());
        self
    }

    /// The first steps of this route; all of them when it has fewer.
    #[must_use]
    pub fn first(&self, steps: usize) -> Self {
        let steps = self.steps.iter().take(steps).cloned().collect();
        Self { steps }
    }

    /// The last step and the way to it; `None` for a route without steps.
    pub fn split_last(&self) -> Option<(Self, &Step)> {
        let last = self.steps.last()?;
        Some((self.first(self.steps.len() - 1), last))
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, step) in self.steps.iter().enumerate() {
            if at > 0 && matches!(step, Step::Field(_)) {
                f.write_str(".")?;
            }
            step.fmt(f)?;
        }
        Ok(())
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Field(name) => f.write_str(&name_text(name)),
            Self::Index(index) => write!(f, "[{index}]"),
            Self::Key(key) => write!(f, "{{{key}}}"),
            Self::Select(conditions) => {
                let conditions: Vec<_> = conditions.iter().map(Condition::to_string).collect();
                write!(f, "[{}]", conditions.join(", "))
            }
        }
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = match is_bare_value(&self.value) {
            true => self.value.clone(),
            false => quoted(&self.value),
        };
        write!(f, "{}={value}", name_text(&self.field))
    }
}

fn name_text(name: &str) -> String {
    match is_bare_name(name) {
        true => name.to_owned(),
        false => quoted(name),
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

pub(super) fn is_bare_name(name: &str) -> bool {
    let starts = name.starts_with(|c| c == '_' || is_xid_start(c));
    starts && name.chars().all(is_bare_name_char)
}

pub(super) fn is_bare_name_char(c: char) -> bool {
    c == '-' || is_xid_continue(c)
}

fn is_bare_value(value: &str) -> bool {
    !value.is_empty() && value == value.trim() && value.chars().all(is_bare_value_char)
}

pub(super) fn is_bare_value_char(c: char) -> bool {
    !matches!(c, '"' | ']' | ',')
}
