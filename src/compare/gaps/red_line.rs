//! Red lines, and who has said what they think of them.

use super::floor::Floor;

/// A position that its party calls not negotiable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RedLine {
    pub party: usize,
    pub issue: usize,
    /// The others with a comparable position on the issue, whatever it is.
    pub answered: Vec<usize>,
    /// Those who could be asked.
    pub open: Vec<usize>,
}

/// Red lines to which somebody has not spoken, those first to which the fewest have;
/// among equals in the order of the floors.
pub(super) fn red_lines(floors: &[Floor]) -> Vec<RedLine> {
    let lines = floors.iter().flat_map(|floor| {
        let line = |party: &usize| RedLine {
            party: *party,
            issue: floor.issue,
            answered: others(floor, *party),
            open: floor.open().map(|(party, _)| party).collect(),
        };
        floor.red_lines.iter().map(line)
    });
    let mut lines: Vec<RedLine> = lines.filter(|line| !line.open.is_empty()).collect();
    lines.sort_by_key(|line| line.answered.len());
    lines
}

fn others(floor: &Floor, party: usize) -> Vec<usize> {
    let speaking = floor.speaking.iter().copied();
    speaking.filter(|other| *other != party).collect()
}
