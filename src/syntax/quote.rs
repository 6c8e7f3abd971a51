//! A text written as a RON string.

use std::fmt::Write;

/// The text between quotation marks. What would end the string, break its line
/// or not be seen in an editor is written as an escape; letters of any script
/// stand as they are.
pub fn quote(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for letter in text.chars() {
        push(&mut quoted, letter);
    }
    quoted.push('"');
    quoted
}

fn push(quoted: &mut String, letter: char) {
    match letter {
        '"' | '\\' => quoted.extend(['\\', letter]),
        '\n' => quoted.push_str("\\n"),
        '\r' => quoted.push_str("\\r"),
        '\t' => quoted.push_str("\\t"),
        _ if is_hidden(letter) => {
            // Writing to a string cannot fail.
            let _ = write!(quoted, "\\u{{{:x}}}", u32::from(letter));
        }
        _ => quoted.push(letter),
    }
}

/// Controls, and what changes the order of what stands around it. Joiners stay:
/// scripts need them.
fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
            | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, written: &str) {
        assert_eq!(quote(text), written);
        assert_eq!(ron::from_str::<String>(written).unwrap(), text);
    }

    #[test]
    fn a_string_says_what_the_text_says() {
        check("", r#""""#);
        check("it's so", r#""it's so""#);
        check(r#"a "b" \c"#, r#""a \"b\" \\c""#);
        check("ключ é 🇺🇦", r#""ключ é 🇺🇦""#);
        check("a\r\n\tb\0\u{1b}", r#""a\r\n\tb\u{0}\u{1b}""#);
        check("a\u{202e}b", r#""a\u{202e}b""#);
    }
}
