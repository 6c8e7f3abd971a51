//! An answer as records of plain values, for CSV and TSV.

/// A flat table: one head a field, one record a row, as many values as heads.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Data {
    pub heads: Vec<String>,
    pub records: Vec<Vec<Value>>,
}

/// The value of a field for a machine.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Value {
    /// Nothing: undefined, or silence. An empty field.
    #[default]
    Empty,
    Text(String),
    Integer(i64),
    /// A finite number.
    Real(f64),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Value {
    /// A count; none is ever so large that it does not fit.
    fn from(count: usize) -> Self {
        Self::Integer(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Real(number)
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Text(flag.to_string())
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}
