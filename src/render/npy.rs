//! Arrays of numbers in the format of NumPy, version 1.0: `numpy.load` reads them, and
//! `numpy.load(…, mmap_mode="r")` reads them piece by piece.
//!
//! A file is a head and the values, row by row, lowest byte first. It has no place for
//! names: rows and columns are the actors in the order of the table.

/// How a value is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Width {
    /// Eight bytes: the value as it is.
    Double,
    /// Four bytes: the nearest value there is, right to seven digits.
    Single,
}

/// What the format starts with: its name and its version.
const MAGIC: &[u8] = b"\x93NUMPY\x01\x00";

/// The head ends at a multiple of this.
const ALIGNMENT: usize = 64;

impl Width {
    /// How many bytes a value takes.
    pub fn bytes(self) -> usize {
        match self {
            Self::Double => 8,
            Self::Single => 4,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Double => "<f8",
            Self::Single => "<f4",
        }
    }
}

/// The head of an array of so many rows and columns.
pub fn head(rows: usize, columns: usize, width: Width) -> Vec<u8> {
    let name = width.name();
    let mut words =
        format!("{{'descr': '{name}', 'fortran_order': False, 'shape': ({rows}, {columns}), }}");
    // Behind the words stand blanks and a line end.
    let before = MAGIC.len() + size_of::<u16>();
    let length = (before + words.len() + 1).next_multiple_of(ALIGNMENT) - before;
    words.extend(std::iter::repeat_n(' ', length - words.len() - 1));
    words.push('\n');
    let mut head = MAGIC.to_vec();
    // Two numbers and a few words are far from 65,535 bytes.
    head.extend_from_slice(&(length as u16).to_le_bytes());
    head.extend_from_slice(words.as_bytes());
    head
}

/// Adds values, row by row. What is undefined is no number (NaN), as everywhere in NumPy.
pub fn push(values: &[f64], width: Width, to: &mut Vec<u8>) {
    to.reserve(values.len() * width.bytes());
    for value in values {
        // Only one of the many that are no number.
        let value = if value.is_nan() {
            f64::NAN
        } else {
            *value + 0.0
        };
        match width {
            Width::Double => to.extend_from_slice(&value.to_le_bytes()),
            Width::Single => to.extend_from_slice(&(value as f32).to_le_bytes()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_ends_at_a_multiple_of_64() {
        for columns in [0, 1, 10_000, usize::MAX] {
            let head = head(columns, columns, Width::Single);
            assert_eq!(head.len() % ALIGNMENT, 0);
            assert_eq!(head.last(), Some(&b'\n'));
            let length = u16::from_le_bytes([head[8], head[9]]);
            assert_eq!(usize::from(length) + 10, head.len());
        }
    }

    #[test]
    fn a_small_array_is_what_numpy_writes() {
        let mut bytes = head(1, 2, Width::Double);
        push(&[0.5, -0.0], Width::Double, &mut bytes);
        // `numpy.save` of `numpy.array([[0.5, 0.0]])`.
        let words = "{'descr': '<f8', 'fortran_order': False, 'shape': (1, 2), }";
        let numpys = [
            b"\x93NUMPY\x01\x00\x76\x00".to_vec(),
            format!("{words:<117}\n").into_bytes(),
            0.5f64.to_le_bytes().to_vec(),
            0f64.to_le_bytes().to_vec(),
        ];
        assert_eq!(bytes, numpys.concat());
    }
}
