//! SARIF 2.1.0, which code scanning reads.
//!
//! Paths are URIs relative to `SRCROOT`, the root of the repository; columns count
//! Unicode code points. See <https://docs.oasis-open.org/sarif/sarif/v2.1.0/>.

use std::collections::BTreeMap;

use itertools::Itertools;
use serde::Serialize;

use super::pretty;
use crate::check::report::Report;
use crate::check::rules;
use crate::finding::code::{Code, Level};
use crate::finding::naming::Named;
use crate::finding::placed::{Placed, Region, Replacement, Somewhere};
use crate::render::plain::shown;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// What paths start from.
const ROOT: &str = "SRCROOT";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool,
    original_uri_base_ids: BTreeMap<&'static str, Base>,
    column_kind: &'static str,
    results: Vec<Outcome<'a>>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    semantic_version: &'static str,
    /// Those of which there are findings, by name.
    rules: Vec<RuleOut>,
}

#[derive(Serialize)]
struct Base {
    description: Text,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RuleOut {
    id: &'static str,
    short_description: Text,
    full_description: Text,
    help: Help,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Configuration {
    enabled: bool,
    level: &'static str,
}

#[derive(Serialize)]
struct Text {
    text: String,
}

#[derive(Serialize)]
struct Help {
    text: &'static str,
    markdown: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome<'a> {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Text,
    locations: [Location; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
    partial_fingerprints: BTreeMap<&'static str, &'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<FixOut<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: Physical,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<RegionOut>,
}

#[derive(Serialize, PartialEq)]
#[serde(rename_all = "camelCase")]
struct Artifact {
    uri: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    uri_base_id: Option<&'static str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RegionOut {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct FixOut<'a> {
    description: Text,
    artifact_changes: Vec<ArtifactChange<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactChange<'a> {
    artifact_location: Artifact,
    replacements: Vec<ReplacementOut<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ReplacementOut<'a> {
    deleted_region: RegionOut,
    inserted_content: Content<'a>,
}

#[derive(Serialize)]
struct Content<'a> {
    text: &'a str,
}

/// The text of the report.
pub fn draw(report: &Report) -> String {
    let codes: BTreeMap<&str, &'static Code> = (report.findings.iter())
        .map(|placed| (placed.finding.code.name, placed.finding.code))
        .collect();
    let indices: BTreeMap<&str, usize> = codes.keys().copied().zip(0..).collect();
    let results = report.findings.iter();
    let results = results.map(|placed| outcome(placed, indices[placed.finding.code.name]));
    let root = Base {
        description: text("The root of the repository, or the folder that was checked in."),
    };
    pretty(&Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: env!("CARGO_PKG_NAME"),
                    semantic_version: env!("CARGO_PKG_VERSION"),
                    rules: codes.into_values().map(rule).collect(),
                },
            },
            original_uri_base_ids: BTreeMap::from([(ROOT, root)]),
            column_kind: "unicodeCodePoints",
            results: results.collect(),
        }],
    })
}

fn rule(code: &'static Code) -> RuleOut {
    let page = rules::named(code.name).map_or(code.summary, |rule| rule.page);
    RuleOut {
        id: code.name,
        short_description: text(code.summary),
        full_description: text(first_paragraph(page)),
        help: Help {
            text: page,
            markdown: page,
        },
        default_configuration: Configuration {
            enabled: code.level > Level::Allow,
            level: level(code.level),
        },
    }
}

/// What stands between the title of a page and the next blank line.
fn first_paragraph(page: &str) -> String {
    let paragraph = page.split("\n\n").nth(1).unwrap_or(page);
    paragraph.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn outcome<'a>(placed: &'a Placed, rule_index: usize) -> Outcome<'a> {
    let finding = placed.finding;
    let help = finding.help.iter().map(|help| format!("help: {help}"));
    let lines = std::iter::once(finding.message.clone()).chain(help);
    let also = placed.also.iter().zip(1..);
    Outcome {
        rule_id: finding.code.name,
        rule_index,
        level: level(finding.level),
        message: Text {
            text: lines.map(|line| message(&line).text).join("\n"),
        },
        locations: [location(&placed.at, &finding.at.text, None)],
        related_locations: also
            .map(|((at, text), id)| location(at, text, Some(id)))
            .collect(),
        partial_fingerprints: BTreeMap::from([("stances/v1", placed.fingerprint.as_str())]),
        fixes: fix(placed).into_iter().collect(),
    }
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Deny => "error",
        // What is allowed unless somebody asks for it comes as a warning when asked for.
        Level::Warn | Level::Allow => "warning",
    }
}

fn location(at: &Somewhere, remark: &str, id: Option<usize>) -> Location {
    Location {
        id,
        physical_location: Physical {
            artifact_location: artifact(&at.file),
            region: at.region.map(region),
        },
        message: (!remark.is_empty()).then(|| message(remark)),
    }
}

fn region(Region { start, end }: Region) -> RegionOut {
    RegionOut {
        start_line: start.line,
        start_column: start.column,
        end_line: end.line,
        end_column: end.column,
    }
}

fn fix<'a>(placed: &'a Placed) -> Option<FixOut<'a>> {
    let (fix, edits) = (placed.finding.fix.as_ref()?, placed.edits.as_ref()?);
    let mut changes: Vec<ArtifactChange> = Vec::new();
    for edit in edits {
        let artifact_location = artifact(&edit.at.file);
        let replacement = replacement(edit)?;
        match changes.last_mut() {
            // The edits of one file stand together.
            Some(last) if last.artifact_location == artifact_location => {
                last.replacements.push(replacement);
            }
            _ => changes.push(ArtifactChange {
                artifact_location,
                replacements: vec![replacement],
            }),
        }
    }
    (!changes.is_empty()).then(|| FixOut {
        description: message(&fix.title),
        artifact_changes: changes,
    })
}

fn replacement(edit: &Replacement) -> Option<ReplacementOut<'_>> {
    Some(ReplacementOut {
        deleted_region: region(edit.at.region?),
        inserted_content: Content { text: &edit.text },
    })
}

fn text(text: impl Into<String>) -> Text {
    Text { text: text.into() }
}

/// A line with words from files in it. `[words](address)` is a link in SARIF, so
/// brackets that could make one are marked as mere brackets.
fn message(words: &str) -> Text {
    let words = shown(words);
    match words.contains("](") {
        true => text(words.replace('[', "\\[").replace(']', "\\]")),
        false => text(words),
    }
}

fn artifact(file: &Named) -> Artifact {
    match file {
        Named::Inside(path) => Artifact {
            uri: encoded(path),
            uri_base_id: Some(ROOT),
        },
        Named::Outside(path) => Artifact {
            uri: format!("file:///{}", encoded(path.trim_start_matches('/'))),
            uri_base_id: None,
        },
    }
}

/// The path with everything percent-encoded that is not unreserved in RFC 3986, but
/// for the slashes. Colons too: what stands before the first of them would be a scheme.
fn encoded(path: &str) -> String {
    let mut text = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                text.push(char::from(byte));
            }
            _ => text.push_str(&format!("%{byte:02X}")),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_addresses() {
        let uri = |file: Named| artifact(&file).uri;
        let inside = |path: &str| uri(Named::Inside(path.to_owned()));
        assert_eq!(inside("stances/talks/a b.ron"), "stances/talks/a%20b.ron");
        assert_eq!(
            inside("a:b%/Київ.ron"),
            "a%3Ab%25/%D0%9A%D0%B8%D1%97%D0%B2.ron"
        );
        let outside = |path: &str| uri(Named::Outside(path.to_owned()));
        assert_eq!(outside("/tmp/#1.ron"), "file:///tmp/%231.ron");
        assert_eq!(outside("C:/a.ron"), "file:///C%3A/a.ron");
    }

    #[test]
    fn words_of_a_file_are_no_link() {
        let shown = message("see `[here](1)`").text;
        assert_eq!(shown, "see `\\[here\\](1)`");
        assert_eq!(message("`stances[2]`").text, "`stances[2]`");
    }
}
