//! What a literal stands for. The `ron` crate reads it, so that there is no
//! second opinion on escapes, suffixes and rounding.

use ron::value::Number;
use thiserror::Error;

use super::kind::Kind;

#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    Bool(bool),
    Integer(i128),
    /// Also an integer out of range, which RON reads as a float. May be
    /// infinite or not a number.
    Float(f64),
    Char(char),
    Text(String),
    Bytes(Vec<u8>),
}

/// A literal in form only, with what the `ron` crate says about it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{0}")]
pub struct BadLiteral(String);

impl Literal {
    pub(super) fn read(kind: Kind, text: &str) -> Option<Result<Self, BadLiteral>> {
        match kind {
            Kind::Bool | Kind::Number | Kind::Char | Kind::Text | Kind::Bytes => Some(read(text)),
            _ => None,
        }
    }
}

fn read(text: &str) -> Result<Literal, BadLiteral> {
    match ron::from_str(text) {
        Ok(ron::Value::Bool(value)) => Ok(Literal::Bool(value)),
        Ok(ron::Value::Char(value)) => Ok(Literal::Char(value)),
        Ok(ron::Value::String(value)) => Ok(Literal::Text(value)),
        Ok(ron::Value::Bytes(value)) => Ok(Literal::Bytes(value)),
        Ok(ron::Value::Number(value)) => Ok(number(value)),
        Ok(_) => Err(BadLiteral("this is not a literal".to_owned())),
        Err(error) => Err(BadLiteral(error.code.to_string())),
    }
}

fn number(number: Number) -> Literal {
    match number {
        Number::I8(value) => Literal::Integer(value.into()),
        Number::I16(value) => Literal::Integer(value.into()),
        Number::I32(value) => Literal::Integer(value.into()),
        Number::I64(value) => Literal::Integer(value.into()),
        Number::U8(value) => Literal::Integer(value.into()),
        Number::U16(value) => Literal::Integer(value.into()),
        Number::U32(value) => Literal::Integer(value.into()),
        Number::U64(value) => Literal::Integer(value.into()),
        float => Literal::Float(float.into_f64()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(kind: Kind, text: &str, expected: Literal) {
        assert_eq!(Literal::read(kind, text), Some(Ok(expected)), "{text}");
    }

    #[test]
    fn literals_are_decoded() {
        let text = |text: &str| Literal::Text(text.to_owned());
        check(Kind::Text, r#""a\n\u{e9}""#, text("a\né"));
        check(Kind::Text, "\"one \\\n   line\"", text("one line"));
        check(Kind::Text, r##"r#"a"\n"#"##, text(r#"a"\n"#));
        check(Kind::Bytes, r#"b"a\xff""#, Literal::Bytes(vec![b'a', 0xff]));
        check(Kind::Char, r"'\''", Literal::Char('\''));
        check(Kind::Number, "b'a'", Literal::Integer(97));
        check(Kind::Number, "-1_000i32", Literal::Integer(-1000));
        check(Kind::Number, "0.1", Literal::Float(0.1));
        check(Kind::Number, "-inf", Literal::Float(f64::NEG_INFINITY));
        check(Kind::Bool, "true", Literal::Bool(true));
    }

    #[test]
    fn a_fault_inside_is_told() {
        for (kind, text) in [(Kind::Text, r#""\q""#), (Kind::Number, "300u8")] {
            let read = Literal::read(kind, text);
            assert!(matches!(read, Some(Err(_))), "{text}: {read:?}");
        }
    }
}
