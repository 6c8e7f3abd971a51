//! A network in UCINET's DL language, as a full matrix.
//!
//! What is undefined, and the diagonal, is `NA`, which UCINET reads as missing. An edge
//! list could not say it: there whatever is left out is 0. So a threshold has no place
//! here; UCINET cuts by itself.

use super::visible::visible;
use crate::view::network::{Mode, Network, Node};

/// What UCINET reads as missing.
const MISSING: &str = "NA";

/// The network as a matrix: parties by parties, or parties by issues.
pub fn draw(network: &Network) -> String {
    let (rows, columns, first) = match network.mode {
        Mode::Parties => (&network.nodes[..], &network.nodes[..], 0),
        Mode::TwoMode => {
            let (parties, issues) = network.nodes.split_at(network.parties());
            (parties, issues, parties.len())
        }
    };
    let head = match network.mode {
        Mode::Parties => format!(
            "DL N={}\nFORMAT = FULLMATRIX DIAGONAL PRESENT\nLABELS:\n{}",
            rows.len(),
            labels(rows)
        ),
        Mode::TwoMode => format!(
            "DL NR={} NC={}\nFORMAT = FULLMATRIX DIAGONAL PRESENT\nROW LABELS:\n{}COLUMN LABELS:\n{}",
            rows.len(),
            columns.len(),
            labels(rows),
            labels(columns)
        ),
    };
    let mut cells = vec![vec![MISSING.to_owned(); columns.len()]; rows.len()];
    for tie in &network.ties {
        let value = format!("{:?}", tie.value + 0.0);
        if network.mode == Mode::Parties {
            cells[tie.to][tie.from].clone_from(&value);
        }
        cells[tie.from][tie.to - first] = value;
    }
    let lines = cells.iter().map(|row| row.join(" ") + "\n");
    format!("{head}DATA:\n{}", lines.collect::<String>())
}

/// One label a line, between quotation marks, which it cannot hold itself.
fn labels(nodes: &[Node]) -> String {
    let label = |node: &Node| {
        let id = visible(&node.id).replace('"', "'");
        format!("\"{}\"\n", id.replace(['\n', '\r', '\t'], " "))
    };
    nodes.iter().map(label).collect()
}
