//! What we can say about a user's file: code, level, labels, help.
//!
//! A mistake in a file is a [`Finding`], never an `Err`. A finding names its place
//! by the route to it; the route becomes a span when the finding is drawn.

pub mod code;
pub mod fingerprint;
pub mod fix;
pub mod naming;
pub mod placed;
pub mod ready;
pub mod spans;
pub mod suggest;
pub mod whereabouts;

use crate::syntax::route::Route;
use crate::text::span::Span;
use code::{Code, Level};
use fix::Fix;

/// Something to be said about a place in a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    pub code: &'static Code,
    /// How grave it is: as its code says, unless the user wants it otherwise.
    pub level: Level,
    /// The fact, in lower case, names from the file in backquotes.
    pub message: String,
    /// Where it is, and what to note there.
    pub at: Label,
    /// Other places that have to do with it.
    pub also: Vec<Label>,
    /// What to do next.
    pub help: Vec<String>,
    /// What would mend it, where that can be told.
    pub fix: Option<Fix>,
}

/// A remark at a place.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    pub place: Place,
    pub text: String,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// The file's path, as it is shown.
    pub file: String,
    pub spot: Spot,
}

/// Where in a file.
#[derive(Debug, Clone, PartialEq)]
pub enum Spot {
    /// The file as a whole.
    File,
    /// These bytes of its text.
    Bytes(Span),
    /// The value that this route leads to.
    Route(Route),
}

impl Place {
    /// The file as a whole.
    pub fn file(file: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            spot: Spot::File,
        }
    }

    /// Some bytes of a file.
    pub fn bytes(file: impl Into<String>, span: Span) -> Self {
        Self {
            file: file.into(),
            spot: Spot::Bytes(span),
        }
    }

    /// The value a route leads to.
    pub fn route(file: impl Into<String>, route: Route) -> Self {
        Self {
            file: file.into(),
            spot: Spot::Route(route),
        }
    }
}

impl Finding {
    /// The one door: a finding of this code, at this place.
    pub fn new(code: &'static Code, place: Place, message: impl Into<String>) -> Self {
        Self {
            code,
            level: code.level,
            message: message.into(),
            at: Label {
                place,
                text: String::new(),
            },
            also: Vec::new(),
            help: Vec::new(),
            fix: None,
        }
    }

    /// The path of its file, as it is shown.
    pub fn file(&self) -> &str {
        &self.at.place.file
    }

    /// The same with a remark at its place.
    #[must_use]
    pub fn label(mut self, text: impl Into<String>) -> Self {
        self.at.text = text.into();
        self
    }

    /// The same with another place that has to do with it.
    #[must_use]
    pub fn also(mut self, place: Place, text: impl Into<String>) -> Self {
        self.also.push(Label {
            place,
            text: text.into(),
        });
        self
    }

    /// The same with one more thing to do. Nothing is added for an empty text.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        let text = text.into();
        if !text.is_empty() {
            self.help.push(text);
        }
        self
    }

    /// The same with what would mend it.
    #[must_use]
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fix = Some(fix);
        self
    }
}
