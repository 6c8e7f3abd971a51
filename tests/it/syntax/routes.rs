//! Routes and the places they lead to.

use stances::syntax::locate::Lost;
use stances::syntax::route::Route;
use stances::syntax::tree::Tree;

const FILE: &str = r#"(
    name: Some("Ukraine"),
    stances: [
        (issue: "army", position: At("robust"), since: "2025-11"),
        Some((issue: "territory", position: Between(1, 2), since: "2025-11")),
        (issue: "army", position: Support, since: "2025-12"),
    ],
    checks: (levels: {"single-source": Allow, 'x': Deny}),
)"#;

/// What a route leads to, and the item around it.
fn check(route: &str, value: &str, item: &str) {
    let tree = Tree::parse(FILE);
    let route: Route = route.parse().unwrap();
    let place = tree.locate(&route).unwrap();
    assert_eq!(place.value.text(), value);
    assert_eq!(place.item_span().of(FILE), item);
}

#[test]
fn routes_lead_to_values() {
    check("name", "\"Ukraine\"", "name: Some(\"Ukraine\")");
    check(
        "stances[0].position",
        "At(\"robust\")",
        "position: At(\"robust\")",
    );
    check("stances[0].position[0]", "\"robust\"", "\"robust\"");
    check("stances[1].position[1]", "2", "2");
    check(
        "stances[issue=territory].issue",
        "\"territory\"",
        "issue: \"territory\"",
    );
    check(
        "stances[issue=army, since=2025-12].position",
        "Support",
        "position: Support",
    );
    check(
        "checks.levels{\"single-source\"}",
        "Allow",
        "\"single-source\": Allow",
    );
    check(
        "checks.levels{r\"single-source\"}",
        "Allow",
        "\"single-source\": Allow",
    );
    check("checks.levels{'x'}", "Deny", "'x': Deny");
    check("", FILE, FILE);
}

fn message(route: &str) -> String {
    let route: Route = route.parse().unwrap();
    Tree::parse(FILE).locate(&route).unwrap_err().to_string()
}

#[test]
fn routes_that_lead_nowhere_say_how_far_they_go() {
    assert_eq!(
        message("stances[7].issue"),
        "`stances[7].issue` leads nowhere: there is no `[7]` in `stances`"
    );
    assert_eq!(message("code"), "`code` leads nowhere: there is no `code`");
    assert_eq!(
        message("stances[issue=army].position"),
        "`stances[issue=army].position` names 2 items: \
         `stances[0]` (since=2025-11), `stances[2]` (since=2025-12)",
    );
    let tree = Tree::parse(FILE);
    let lost = tree.locate(&"checks.levls".parse().unwrap()).unwrap_err();
    let Lost::Nothing { present, span, .. } = lost else {
        panic!("{lost}");
    };
    assert_eq!(present, ["levels"]);
    assert!(span.of(FILE).starts_with("(levels"));
}

#[test]
fn places_have_routes() {
    let tree = Tree::parse(FILE);
    let at = |text: &str| {
        let offset = FILE.find(text).unwrap();
        (
            tree.route_at(offset).to_string(),
            tree.value_at(offset).unwrap().text(),
        )
    };
    assert_eq!(
        at("robust\""),
        ("stances[0].position[0]".to_owned(), "\"robust\"")
    );
    assert_eq!(
        at("Between"),
        ("stances[1].position".to_owned(), "Between(1, 2)")
    );
    assert_eq!(at("'x'"), ("checks.levels{'x'}".to_owned(), "'x'"));
    assert_eq!(at("Deny"), ("checks.levels{'x'}".to_owned(), "Deny"));
    let (route, value) = at("position: S");
    assert_eq!(route, "stances[2].position");
    assert!(value.starts_with("(issue: \"army\", position: S"));
}
