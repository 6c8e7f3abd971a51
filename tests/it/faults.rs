//! What is said of files with mistakes, and what is left when they are left out.

mod codes;
mod consequences;
mod folders;
mod hostile;
mod several;
mod slips;
mod unusable;

use crate::harness::scratch::Scratch;

/// A dossier with an issue of each kind.
const DOSSIER: &str = r#"(
    areas: [(id: "peace", name: "Peace")],
    issues: [
        (id: "truce", area: "peace", kind: Statement, text: "A truce."),
        (id: "strength", area: "peace", kind: Scale(["none", "some", "full"]), text: "How strong?"),
        (id: "army", area: "peace", kind: Quantity(unit: "men", min: 0, max: 1000), text: "How many?"),
        (id: "monitor", area: "peace", kind: Choice(["un", "osce"]), text: "Who watches?"),
    ],
    sources: [(id: "article", title: "The article")],
)
"#;

/// A party that says nothing wrong.
const SOUND: &str = r#"(
    stances: [
        (issue: "truce", position: Support, basis: Conduct, since: "2025-01-01"),
    ],
)
"#;

/// A dossier with a sound party `b`, and a party `a` of this text.
fn with_party(text: &str) -> Scratch {
    Scratch::new([("dossier.ron", DOSSIER), ("a.ron", text), ("b.ron", SOUND)])
}

/// A dossier with a sound party `b`, and a party `a` with one more stance
/// between two sound ones, so that it can be seen what it costs.
fn with_stance(stance: &str) -> Scratch {
    with_party(&format!(
        "(\n    stances: [\n        {}\n        {stance}\n        {}\n    ],\n)\n",
        r#"(issue: "truce", position: Support, basis: Conduct, since: "2025-01-01"),"#,
        r#"(issue: "army", position: At(5), basis: Conduct, since: "2025-01-01"),"#,
    ))
}

/// What is said of the only mistake in a dossier of which all else is used.
fn said(scratch: &Scratch) -> String {
    let (said, pairs) = scratch.run(&["compare", "--format", "csv"]).left_out();
    assert!(pairs.contains("a,b,1,1,1,0,0,0,0"), "{said}{pairs}");
    let end = "\n\n1 mistake: what it concerns is left out of the answer.\n";
    let only = said.strip_suffix(end);
    only.unwrap_or_else(|| panic!("{said}")).to_owned()
}

/// What is said of several mistakes, without their number at the end.
fn all_said(scratch: &Scratch) -> String {
    let (said, _) = scratch.run(&["compare", "--format", "csv"]).left_out();
    let (findings, count) = said.trim_end().rsplit_once("\n\n").unwrap();
    assert!(count.ends_with("left out of the answer."), "{said}");
    findings.to_owned()
}
