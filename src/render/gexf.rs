//! A network as GEXF 1.2, the format of Gephi.
//!
//! Gephi lays out by `weight` and breaks on values below 0: they stand in `value`, and
//! their sign in `sign`.

use super::xml::Xml;
use crate::view::network::{Mode, More, Network, Node, Tie};

/// The attributes of nodes and ties: id and type. Each is titled by its id.
const NODE: &[(&str, &str)] = &[("what", "string"), ("group", "string")];
const PAIR: &[(&str, &str)] = &[("value", "double"), ("sign", "integer"), ("n", "integer")];
const POSITION: &[(&str, &str)] = &[
    ("value", "double"),
    ("sign", "integer"),
    ("position", "string"),
    ("condition", "string"),
];

/// The network as a document.
pub fn draw(network: &Network) -> String {
    let attributes = [
        ("xmlns", "http://www.gexf.net/1.2draft"),
        ("version", "1.2"),
    ];
    Xml::document("gexf", &attributes, |xml| {
        xml.element("meta", &[], |xml| {
            xml.text("creator", &[], "stances");
            let description = format!("{}. {}", network.title, network.note);
            xml.text("description", &[], &description);
        });
        xml.element("graph", &[("defaultedgetype", "undirected")], |xml| {
            attributed(xml, "node", NODE);
            attributed(
                xml,
                "edge",
                match network.mode {
                    Mode::Parties => PAIR,
                    Mode::TwoMode => POSITION,
                },
            );
            xml.element("nodes", &[], |xml| {
                network.nodes.iter().for_each(|one| node(xml, one));
            });
            xml.element("edges", &[], |xml| {
                for (at, one) in network.ties.iter().enumerate() {
                    tie(xml, network, at, one);
                }
            });
        });
    })
}

fn attributed(xml: &mut Xml, class: &str, attributes: &[(&str, &str)]) {
    xml.element("attributes", &[("class", class)], |xml| {
        for (id, kind) in attributes {
            xml.empty("attribute", &[("id", id), ("title", id), ("type", kind)]);
        }
    });
}

fn node(xml: &mut Xml, node: &Node) {
    xml.element("node", &[("id", &node.id), ("label", &node.label)], |xml| {
        xml.element("attvalues", &[], |xml| {
            value(xml, "what", node.what.name());
            value(xml, "group", &node.group);
        });
    });
}

fn tie(xml: &mut Xml, network: &Network, at: usize, tie: &Tie) {
    let attributes = [
        ("id", at.to_string()),
        ("source", network.nodes[tie.from].id.clone()),
        ("target", network.nodes[tie.to].id.clone()),
        ("weight", number(tie.weight)),
    ];
    let attributes = attributes
        .each_ref()
        .map(|(name, text)| (*name, text.as_str()));
    xml.element("edge", &attributes, |xml| {
        xml.element("attvalues", &[], |xml| {
            value(xml, "value", &number(tie.value));
            value(xml, "sign", &tie.sign.to_string());
            match &tie.more {
                More::Pair { n } => value(xml, "n", &n.to_string()),
                More::Position {
                    position,
                    condition,
                } => {
                    value(xml, "position", position);
                    if let Some(condition) = condition {
                        value(xml, "condition", condition);
                    }
                }
            }
        });
    });
}

fn value(xml: &mut Xml, of: &str, text: &str) {
    xml.empty("attvalue", &[("for", of), ("value", text)]);
}

/// The fewest digits that read back as the same number.
fn number(value: f64) -> String {
    format!("{:?}", value + 0.0)
}
