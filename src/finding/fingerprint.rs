//! What a finding is known by from one run to the next, when lines move and
//! records change places.

use super::spans::Spans;
use super::{Finding, Place, Spot};
use crate::syntax::route::{Route, Step};
use crate::syntax::tree::Tree;

/// The fields by which people tell records apart, the plainest first.
const TELLING: [&str; 4] = ["id", "issue", "since", "name"];

/// What a finding is known by: its rule, its file, and where in the file it is, in
/// names instead of numbers. Two findings of one rule at one place have the same.
///
/// Neither the message is in it, which may tell how many days something is old, nor
/// the value at the place: another wrong value is the same finding.
pub fn identity(finding: &Finding, file: &str, spans: &Spans) -> String {
    let place = place(&finding.at.place, spans);
    [finding.code.name, file, &place].join("\0")
}

/// 32 hexadecimal digits for an identity of which there were `before` in the same
/// report already.
pub fn fingerprint(identity: &str, before: usize) -> String {
    let text = match before {
        0 => identity.to_owned(),
        nth => format!("{identity}\0{nth}"),
    };
    format!("{:032x}", fnv1a(text.as_bytes()))
}

fn place(place: &Place, spans: &Spans) -> String {
    match &place.spot {
        Spot::File => String::new(),
        Spot::Bytes(span) => {
            let source = spans.source(&place.file);
            let text = source.and_then(|source| source.text().get(span.start..span.end));
            plain(text.unwrap_or_default())
        }
        Spot::Route(route) => match spans.tree(&place.file) {
            Some(tree) => steps(route, tree),
            None => route.to_string(),
        },
    }
}

/// The route with the index of each record replaced by what the record says of itself.
fn steps(route: &Route, tree: &Tree) -> String {
    let step = |(at, step): (usize, &Step)| match step {
        Step::Field(name) => format!(".{name}"),
        Step::Key(key) => format!("{{{key}}}"),
        Step::Select(_) => format!("[{route}]"),
        Step::Index(_) => format!("[{}]", record(&route.first(at + 1), tree)),
    };
    route.steps.iter().enumerate().map(step).collect()
}

/// The fields that tell a record apart; its whole text where it has none of them.
fn record(route: &Route, tree: &Tree) -> String {
    let Ok(place) = tree.locate(route) else {
        return route.to_string();
    };
    let fields = TELLING.iter().filter_map(|name| place.value.field(name));
    let told: Vec<String> = fields.map(|field| plain(field.value().text())).collect();
    match told.is_empty() {
        true => plain(place.value.text()),
        false => told.join(", "),
    }
}

/// A text without what a new layout would change.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// FNV-1a with 128 bits, by the constants of Fowler, Noll and Vo. It is the same on
/// every platform and in every version, which the hash of the standard library does
/// not promise.
fn fnv1a(bytes: &[u8]) -> u128 {
    const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    bytes.iter().fold(BASIS, |hash, byte| {
        (hash ^ u128::from(*byte)).wrapping_mul(PRIME)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// From the test vectors that go with the definition.
    #[test]
    fn the_hash_is_that_of_its_definition() {
        assert_eq!(fnv1a(b""), 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d);
        assert_eq!(fnv1a(b"a"), 0xd228_cb69_6f1a_8caf_7891_2b70_4e4a_8964);
    }
}
