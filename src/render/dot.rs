//! A network for Graphviz: `neato -Tsvg` draws it.
//!
//! The stronger a tie, the wider its line. What tells of conflict is dashed, what takes
//! no side dotted, so that nobody needs the colours to tell them apart.

use super::visible::visible;
use crate::view::network::{More, Network, Node, Tie, What};

/// How wide the strongest line is, and how much of that the weakest has.
const WIDEST: f64 = 6.0;
const NARROWEST: f64 = 0.5;

/// The network as a graph without directions.
pub fn draw(network: &Network) -> String {
    let nodes: String = network.nodes.iter().map(node).collect();
    let strongest = network.ties.iter().map(|tie| tie.weight);
    let strongest = strongest.fold(0.0, f64::max);
    let ties = network.ties.iter().map(|one| tie(network, one, strongest));
    let ties: String = ties.collect();
    format!(
        "// {}\n// {}\ngraph stances {{\n  graph [overlap=false, splines=true, outputorder=edgesfirst];\n  \
         node [shape=ellipse, style=filled, fillcolor=white, fontname=\"sans-serif\"];\n  \
         edge [fontname=\"sans-serif\", fontsize=9];\n{nodes}{ties}}}\n",
        comment(&network.title),
        comment(&network.note),
    )
}

fn node(node: &Node) -> String {
    let shape = match node.what {
        What::Party => "",
        What::Issue => ", shape=box",
    };
    format!(
        "  {} [label={}{shape}];\n",
        quoted(&node.id),
        quoted(&node.label)
    )
}

fn tie(network: &Network, tie: &Tie, strongest: f64) -> String {
    let (from, to) = (&network.nodes[tie.from].id, &network.nodes[tie.to].id);
    let share = match strongest > 0.0 {
        true => tie.weight / strongest,
        false => 0.0,
    };
    let width = NARROWEST + (WIDEST - NARROWEST) * share;
    let (style, colour) = match tie.sign {
        1 => ("solid", "#542788"),
        -1 => ("dashed", "#b35806"),
        _ => ("dotted", "#666666"),
    };
    let told = match &tie.more {
        More::Pair { n } => format!("n={n}"),
        More::Position {
            position,
            condition,
        } => {
            let condition = condition.iter();
            let condition = condition.map(|condition| format!(", condition={}", quoted(condition)));
            let condition: String = condition.collect();
            format!("position={}{condition}", quoted(position))
        }
    };
    format!(
        "  {} -- {} [style={style}, color=\"{colour}\", penwidth={width:.2}, value={:?}, \
         weight={:?}, sign={}, {told}];\n",
        quoted(from),
        quoted(to),
        tie.value + 0.0,
        tie.weight + 0.0,
        tie.sign,
    )
}

/// A text between quotation marks. A backslash is doubled, since Graphviz reads
/// `\N` and its like as commands.
fn quoted(text: &str) -> String {
    let text = visible(text).replace(['\n', '\r', '\t'], " ");
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn comment(text: &str) -> String {
    visible(text).replace(['\n', '\r', '\u{2028}', '\u{2029}'], " ")
}
