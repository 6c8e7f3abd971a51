//! Reads a route from its text.

use std::str::FromStr;

use thiserror::Error;

use super::lexer::lex;
use super::route::{Condition, Route, Step, is_bare_name_char, is_bare_value_char};
use super::token::TokenKind;

/// What is wrong with the text of a route.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum BadRoute {
    #[error("expected a field, `[` or `{{` in the route at `{0}`")]
    Step(String),
    #[error("expected the name of a field in the route at `{0}`")]
    Name(String),
    #[error("`{0}` is not closed in the route")]
    Open(String),
    #[error("expected an index or `field=value` in the route at `{0}`")]
    Selector(String),
}

impl FromStr for Route {
    type Err = BadRoute;

    fn from_str(text: &str) -> Result<Self, BadRoute> {
        let mut rest = text;
        let mut steps = Vec::new();
        while !rest.is_empty() {
            let (step, after) = step(rest, steps.is_empty())?;
            steps.push(step);
            rest = after;
        }
        Ok(Self { steps })
    }
}

/// A piece of a route and the text behind it.
type Read<'t, T> = Result<(T, &'t str), BadRoute>;

fn step(rest: &str, is_first: bool) -> Read<'_, Step> {
    if let Some(inner) = rest.strip_prefix('[') {
        return selector(inner);
    }
    if rest.starts_with('{') {
        return key(rest);
    }
    let named = match rest.strip_prefix('.') {
        None if is_first => rest,
        Some(named) if !is_first => named,
        _ => return Err(BadRoute::Step(rest.to_owned())),
    };
    let (field, after) = name(named)?;
    Ok((Step::Field(field), after))
}

fn name(rest: &str) -> Read<'_, String> {
    if rest.starts_with('"') {
        return quoted(rest);
    }
    let (name, after) = bare(rest, is_bare_name_char);
    match name {
        "" => Err(BadRoute::Name(rest.to_owned())),
        _ => Ok((name.to_owned(), after)),
    }
}

fn selector(inner: &str) -> Read<'_, Step> {
    let (digits, after) = bare(inner, |c| c.is_ascii_digit());
    if let (Ok(index), Some(after)) = (digits.parse(), after.strip_prefix(']')) {
        return Ok((Step::Index(index), after));
    }
    let mut conditions = Vec::new();
    let mut rest = inner;
    loop {
        let (condition, after) = condition(rest.trim_start())?;
        conditions.push(condition);
        if let Some(after) = after.strip_prefix(']') {
            return Ok((Step::Select(conditions), after));
        }
        rest = after
            .strip_prefix(',')
            .ok_or_else(|| BadRoute::Open(format!("[{inner}")))?;
    }
}

fn condition(rest: &str) -> Read<'_, Condition> {
    let (field, after) = name(rest).map_err(|_| BadRoute::Selector(rest.to_owned()))?;
    let value = after
        .strip_prefix('=')
        .ok_or_else(|| BadRoute::Selector(rest.to_owned()))?;
    let (value, after) = match value.starts_with('"') {
        true => quoted(value)?,
        false => {
            let (value, after) = bare(value, is_bare_value_char);
            (value.trim().to_owned(), after)
        }
    };
    Ok((Condition { field, value }, after))
}

/// A key is RON, so RON's own tokens tell where it ends.
fn key(rest: &str) -> Read<'_, Step> {
    let mut depth = 0_usize;
    for token in lex(rest) {
        match token.kind {
            TokenKind::Open(_) => depth += 1,
            TokenKind::Close(_) => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            let key = rest[1..token.span.start].trim().to_owned();
            return Ok((Step::Key(key), &rest[token.span.end..]));
        }
    }
    Err(BadRoute::Open(rest.to_owned()))
}

/// A name or value in quotation marks, where `\` stands before a mark or
/// another `\`.
fn quoted(rest: &str) -> Read<'_, String> {
    let mut text = String::new();
    let mut chars = rest.char_indices().skip(1);
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return Ok((text, &rest[at + 1..])),
            '\\' => text.extend(chars.next().map(|(_, escaped)| escaped)),
            _ => text.push(c),
        }
    }
    Err(BadRoute::Open(rest.to_owned()))
}

fn bare(rest: &str, of: fn(char) -> bool) -> (&str, &str) {
    let end = rest.find(|c| !of(c)).unwrap_or(rest.len());
    rest.split_at(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, steps: &[Step]) {
        let steps = steps.to_vec();
        let route = Route { steps };
        assert_eq!(text.parse(), Ok(route.clone()), "{text}");
        assert_eq!(route.to_string(), text);
    }

    fn field(name: &str) -> Step {
        Step::Field(name.to_owned())
    }

    fn select(conditions: &[(&str, &str)]) -> Step {
        let condition = |(field, value): &(&str, &str)| Condition {
            field: (*field).to_owned(),
            value: (*value).to_owned(),
        };
        Step::Select(conditions.iter().map(condition).collect())
    }

    #[test]
    fn routes_read_as_they_are_shown() {
        check("", &[]);
        check("[3]", &[Step::Index(3)]);
        let position = [field("stances"), Step::Index(2), field("position")];
        check("stances[2].position", &position);
        let level = Step::Key("\"single-source\"".to_owned());
        check(
            "checks.levels{\"single-source\"}",
            &[field("checks"), field("levels"), level],
        );
        let issue = select(&[("issue", "territory-decision")]);
        check(
            "stances[issue=territory-decision].firmness",
            &[field("stances"), issue, field("firmness")],
        );
        check(
            "[issue=a, since=2025-12]",
            &[select(&[("issue", "a"), ("since", "2025-12")])],
        );
        check(
            "[gist=\"a, \\\"b\\\"]\"]",
            &[select(&[("gist", "a, \"b\"]")])],
        );
        check("\"odd name\".x", &[field("odd name"), field("x")]);
        check("{(\"}\", [1])}", &[Step::Key("(\"}\", [1])".to_owned())]);
    }

    #[test]
    fn what_is_wrong_is_said() {
        let message = |text: &str| text.parse::<Route>().unwrap_err().to_string();
        assert_eq!(
            message("a..b"),
            "expected the name of a field in the route at `.b`"
        );
        assert_eq!(
            message("a[x]"),
            "expected an index or `field=value` in the route at `x]`"
        );
        assert_eq!(message("a[x=1"), "`[x=1` is not closed in the route");
        assert_eq!(message("a{\"b\""), "`{\"b\"` is not closed in the route");
        assert_eq!(
            message("a b"),
            "expected a field, `[` or `{` in the route at ` b`"
        );
    }
}
