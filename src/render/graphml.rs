//! A network as GraphML, for visone, Gephi, igraph, networkx and yEd.
//!
//! Every tie has `value`, `sign`, `weight` and, between parties, `n`: many programs lay
//! out a graph by `weight` and cannot do so with values below 0.

use super::xml::Xml;
use crate::view::network::{Mode, More, Network, Node, Tie};

/// The attributes of nodes, then of ties: key, name, type.
const NODE: &[(&str, &str, &str)] = &[
    ("label", "label", "string"),
    ("what", "what", "string"),
    ("group", "group", "string"),
];
const TIE: &[(&str, &str, &str)] = &[
    ("value", "value", "double"),
    ("weight", "weight", "double"),
    ("sign", "sign", "int"),
];
const PAIR: &[(&str, &str, &str)] = &[("n", "n", "int")];
const POSITION: &[(&str, &str, &str)] = &[
    ("position", "position", "string"),
    ("condition", "condition", "string"),
];

/// The network as a document.
pub fn draw(network: &Network) -> String {
    let attributes = [
        ("xmlns", "http://graphml.graphdrawing.org/xmlns"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        (
            "xsi:schemaLocation",
            "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd",
        ),
    ];
    Xml::document("graphml", &attributes, |xml| {
        xml.text("desc", &[], &format!("{}. {}", network.title, network.note));
        keys(xml, "node", NODE);
        keys(xml, "edge", TIE);
        keys(
            xml,
            "edge",
            match network.mode {
                Mode::Parties => PAIR,
                Mode::TwoMode => POSITION,
            },
        );
        xml.element(
            "graph",
            &[("id", "stances"), ("edgedefault", "undirected")],
            |xml| {
                network.nodes.iter().for_each(|one| node(xml, one));
                network.ties.iter().for_each(|one| tie(xml, network, one));
            },
        );
    })
}

fn keys(xml: &mut Xml, of: &str, keys: &[(&str, &str, &str)]) {
    for (id, name, kind) in keys {
        xml.empty(
            "key",
            &[
                ("id", id),
                ("for", of),
                ("attr.name", name),
                ("attr.type", kind),
            ],
        );
    }
}

fn node(xml: &mut Xml, node: &Node) {
    xml.element("node", &[("id", &node.id)], |xml| {
        data(xml, "label", &node.label);
        data(xml, "what", node.what.name());
        data(xml, "group", &node.group);
    });
}

fn tie(xml: &mut Xml, network: &Network, tie: &Tie) {
    let (from, to) = (&network.nodes[tie.from].id, &network.nodes[tie.to].id);
    xml.element("edge", &[("source", from), ("target", to)], |xml| {
        data(xml, "value", &number(tie.value));
        data(xml, "weight", &number(tie.weight));
        data(xml, "sign", &tie.sign.to_string());
        match &tie.more {
            More::Pair { n } => data(xml, "n", &n.to_string()),
            More::Position {
                position,
                condition,
            } => {
                data(xml, "position", position);
                if let Some(condition) = condition {
                    data(xml, "condition", condition);
                }
            }
        }
    });
}

fn data(xml: &mut Xml, key: &str, value: &str) {
    xml.text("data", &[("key", key)], value);
}

/// The fewest digits that read back as the same number.
fn number(value: f64) -> String {
    format!("{:?}", value + 0.0)
}
