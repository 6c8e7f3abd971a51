//! Answers as numbers, row by row, on items each of which may have a range of its own.

/// What can be answered to an item: everything from `min` to `max`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    min: f64,
    max: f64,
}

/// The answers of all actors.
#[derive(Debug, Clone, Default)]
pub struct Reals {
    /// By item.
    bounds: Vec<Bounds>,
    actors: usize,
    /// By actor, then by item; no number where there is no answer.
    values: Vec<f64>,
}

impl Bounds {
    /// Both ends finite, `min` below `max`, and how far they lie apart finite too;
    /// nothing for anything else.
    pub fn new(min: f64, max: f64) -> Option<Self> {
        let is_range = min < max && (max - min).is_finite();
        // Adding 0 makes one zero of the two that floats have.
        is_range.then_some(Self {
            min: min + 0.0,
            max: max + 0.0,
        })
    }

    pub fn min(self) -> f64 {
        self.min
    }

    pub fn max(self) -> f64 {
        self.max
    }

    /// How far the ends lie apart; positive.
    pub fn extent(self) -> f64 {
        self.max - self.min
    }

    /// What lies as far from the one end as from the other.
    pub fn middle(self) -> f64 {
        self.min / 2.0 + self.max / 2.0
    }

    /// Whether a number can be an answer.
    pub fn hold(self, number: f64) -> bool {
        (self.min..=self.max).contains(&number)
    }
}

impl Reals {
    /// No answers yet to items of these ranges.
    pub fn new(bounds: Vec<Bounds>) -> Self {
        Self {
            bounds,
            actors: 0,
            values: Vec::new(),
        }
    }

    /// Adds an actor with these answers. Panics where there is no such item.
    pub fn push(&mut self, answers: impl IntoIterator<Item = (usize, f64)>) {
        let start = self.values.len();
        self.actors += 1;
        self.values.resize(start + self.bounds.len(), f64::NAN);
        for (item, value) in answers {
            self.values[start + item] = value + 0.0;
        }
    }

    /// How many actors there are.
    pub fn actors(&self) -> usize {
        self.actors
    }

    /// The ranges, item by item.
    pub fn bounds(&self) -> &[Bounds] {
        &self.bounds
    }

    /// What an actor has answered, item by item; no number where it has not.
    pub fn values(&self, actor: usize) -> &[f64] {
        &self.values[actor * self.bounds.len()..][..self.bounds.len()]
    }

    /// The answers of an actor, by item, ascending.
    pub fn row(&self, actor: usize) -> impl Iterator<Item = (usize, f64)> + '_ {
        let values = self.values(actor).iter().copied().enumerate();
        values.filter(|(_, value)| !value.is_nan())
    }

    /// How many answers there are.
    pub fn answered(&self) -> usize {
        self.values.iter().filter(|value| !value.is_nan()).count()
    }
}

/// The same answers, and none at the same places.
impl PartialEq for Reals {
    fn eq(&self, other: &Self) -> bool {
        let bits = |reals: &Self| -> Vec<u64> {
            reals.values.iter().map(|value| value.to_bits()).collect()
        };
        self.bounds == other.bounds && self.actors == other.actors && bits(self) == bits(other)
    }
}
