//! Habits from JSON that RON reads as something else. They are no problems of
//! form; whoever finds that a value has the wrong type can offer them as help.

use super::kind::Kind;
use super::value::Value;

/// What to write instead, when `value` looks like JSON.
pub fn json_habit(value: Value<'_>) -> Option<&'static str> {
    match value.kind() {
        Kind::Map if has_quoted_keys(value) => Some(
            "RON writes structs with `( )` and bare field names: `(id: \"…\")`, not `{\"id\": \"…\"}`",
        ),
        Kind::Unit if value.name() == Some("null") => {
            Some("RON has no `null`: leave the field out, or write `None`")
        }
        _ => None,
    }
}

fn has_quoted_keys(map: Value<'_>) -> bool {
    let mut keys = map.items().map(|item| item.key());
    keys.len() > 0 && keys.all(|key| key.is_some_and(|key| key.kind() == Kind::Text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::tree::Tree;

    fn check(text: &str, is_habit: bool) {
        let tree = Tree::parse(text);
        let root = tree.root().unwrap();
        assert_eq!(json_habit(root).is_some(), is_habit, "{text}");
    }

    #[test]
    fn objects_and_null() {
        check("{\"id\": \"a\"}", true);
        check("null", true);
        check("{\"id\": 1, 2: 3}", false);
        check("{}", false);
        check("(id: \"a\")", false);
    }
}
