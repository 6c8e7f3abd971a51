//! What two actors said how often: discourse networks.
//!
//! X_ijk is how many statements actor i makes on issue j at level k. Of a dossier
//! it is 0 or 1: what is held. More come from lists of statements.

pub mod network;

/// The statements of two actors.
#[derive(Debug, Clone, Copy)]
pub struct Observed<'a> {
    /// The issues to which at least one of the two speaks.
    pub issues: &'a [Issue],
    pub normalise: Normalise,
}

/// What two actors say on one issue.
#[derive(Debug, Clone, PartialEq)]
pub struct Issue {
    /// Each level once; empty for an actor who says nothing.
    pub a: Vec<Said>,
    pub b: Vec<Said>,
    /// How far the ends of the declared scale lie apart; positive.
    pub extent: f64,
    /// How many issues stand like this one; not 0.
    pub times: usize,
}

/// How often something is said.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Said {
    /// A finite number, at most `extent` from any other level of the issue.
    pub level: f64,
    /// How many statements; not 0.
    pub times: u32,
}

/// What the sum over all pairs of statements is divided by, so that actors who
/// speak often are not alike for that alone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Normalise {
    /// By nothing.
    #[default]
    None,
    /// By the mean of how many statements each of the two makes in all.
    Average,
    /// By the statements at levels where one of the two says nothing, plus the
    /// products of theirs at levels where both speak.
    Jaccard,
    /// By the product of how many statements each of the two makes in all.
    ActivityProduct,
}

impl Normalise {
    /// All of them, plainest first.
    pub const ALL: [Self; 4] = [
        Self::None,
        Self::Average,
        Self::Jaccard,
        Self::ActivityProduct,
    ];

    /// Its name on the command line and in data.
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Average => "average",
            Self::Jaccard => "jaccard",
            Self::ActivityProduct => "activity-product",
        }
    }
}
