//! A part of an answer that several processes work out together.
//!
//! A file of this kind is a line that tells what it is a part of, the bytes as they
//! stand in the whole, and a line that tells where they end. Putting parts together
//! takes these lines off, and changes no byte in between.

use serde::{Deserialize, Serialize};

/// What a part is of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    schema: String,
    /// Which part it is, from 1.
    pub part: usize,
    /// How many there are.
    pub of: usize,
    /// What tells one table from another.
    pub table: String,
    /// What is asked of it.
    pub question: String,
}

/// The last line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Foot {
    /// How many bytes stand between the two lines.
    bytes: u64,
}

/// Why a file is no part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoPart {
    #[error("it is no part of an answer: `stances matrix --table … --part 1/2` makes such files")]
    Other,
    #[error("it is a part of another version of this program")]
    OtherVersion,
    #[error("it is cut off: make this part again")]
    CutOff,
}

/// Why parts do not make a whole.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoWhole {
    #[error("there is no part to put together")]
    Nothing,
    #[error("`{0}` is of another table than `{1}`")]
    OtherTable(String, String),
    #[error("`{0}` answers another question than `{1}`: `{2}`, and not `{3}`")]
    OtherQuestion(String, String, String, String),
    #[error("`{0}` is one of {1} parts, `{2}` one of {3}")]
    OtherCount(String, usize, String, usize),
    #[error("`{0}` and `{1}` are both part {2}")]
    Twice(String, String, usize),
    #[error("part {0} of {1} is missing")]
    Missing(usize, usize),
}

const SCHEMA: &str = "stances/part/1";

impl Head {
    /// The head of a part.
    pub fn new((part, of): (usize, usize), table: String, question: String) -> Self {
        Self {
            schema: SCHEMA.to_owned(),
            part,
            of,
            table,
            question,
        }
    }

    /// The first line.
    pub fn line(&self) -> String {
        json(self)
    }
}

/// The last line behind so many bytes.
pub fn foot(bytes: u64) -> String {
    json(&Foot { bytes })
}

fn json(line: &impl Serialize) -> String {
    let json = serde_json::to_string(line).expect("words and numbers are always JSON");
    json + "\n"
}

/// What a file is a part of, and the bytes that it holds of the whole.
///
/// # Errors
///
/// When it is no part, or not all of one.
pub fn read(file: &[u8]) -> Result<(Head, &[u8]), NoPart> {
    let end = file.iter().position(|byte| *byte == b'\n');
    let (first, rest) = file.split_at(end.ok_or(NoPart::Other)? + 1);
    let head: Head = serde_json::from_slice(first).map_err(|_| NoPart::Other)?;
    if head.schema != SCHEMA {
        return Err(NoPart::OtherVersion);
    }
    if head.part == 0 || head.part > head.of {
        return Err(NoPart::Other);
    }
    let last = rest.strip_suffix(b"\n").ok_or(NoPart::CutOff)?;
    // What is in between need not end with a line end.
    let start = last.windows(FOOT.len()).rposition(|part| part == FOOT);
    let (body, last) = last.split_at(start.ok_or(NoPart::CutOff)?);
    let foot: Foot = serde_json::from_slice(last).map_err(|_| NoPart::CutOff)?;
    match foot.bytes == body.len() as u64 {
        true => Ok((head, body)),
        false => Err(NoPart::CutOff),
    }
}

/// How the last line starts.
const FOOT: &[u8] = b"{\"bytes\":";

/// The places of these parts in the order of the whole.
///
/// # Errors
///
/// When they are not all parts of one whole, each of them once.
pub fn order(parts: &[(String, Head)]) -> Result<Vec<usize>, NoWhole> {
    let Some((first, head)) = parts.first() else {
        return Err(NoWhole::Nothing);
    };
    for (name, other) in parts {
        let names = || (name.clone(), first.clone());
        if other.table != head.table {
            let (name, first) = names();
            return Err(NoWhole::OtherTable(name, first));
        }
        if other.question != head.question {
            let (name, first) = names();
            let questions = (other.question.clone(), head.question.clone());
            return Err(NoWhole::OtherQuestion(
                name,
                first,
                questions.0,
                questions.1,
            ));
        }
        if other.of != head.of {
            let (name, first) = names();
            return Err(NoWhole::OtherCount(name, other.of, first, head.of));
        }
    }
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|place| parts[*place].1.part);
    for two in order.windows(2) {
        let [one, other] = [two[0], two[1]].map(|place| &parts[place]);
        if one.1.part == other.1.part {
            return Err(NoWhole::Twice(one.0.clone(), other.0.clone(), one.1.part));
        }
    }
    let present = order.iter().map(|place| parts[*place].1.part);
    match (1..).zip(present).find(|(due, part)| due != part) {
        Some((due, _)) => Err(NoWhole::Missing(due, head.of)),
        None if order.len() < head.of => Err(NoWhole::Missing(order.len() + 1, head.of)),
        None => Ok(order),
    }
}
