//! What is shown of a text that may be hostile.

use stances::render::plain::shown;

fn check(text: &str, expected: &str) {
    assert_eq!(shown(text), expected, "of {text:?}");
}

fn check_kept(text: &str) {
    check(text, text);
}

#[test]
fn controls_have_pictures() {
    check("a\x1b[31mb\x07", "a␛[31mb␇");
    check("one\r\ntwo\tthree\0\x7f", "one␍␊two␉three␀␡");
    check("\u{9b}2J\u{85}\u{2028}", "\\u{9b}2J\\u{85}\\u{2028}");
}

#[test]
fn overrides_and_isolates_are_spelled_out() {
    check("pay \u{202e}100\u{202c}", "pay \\u{202e}100\\u{202c}");
    check(
        "\u{2066}a\u{2069}\u{200f}\u{61c}",
        "\\u{2066}a\\u{2069}\\u{200f}\\u{61c}",
    );
}

#[test]
fn what_cannot_be_seen_is_spelled_out() {
    check(
        "a\u{200b}b\u{feff}\u{ad}\u{2060}",
        "a\\u{200b}b\\u{feff}\\u{ad}\\u{2060}",
    );
    check("a\u{200d}b\u{200c}", "a\\u{200d}b\\u{200c}");
    check(
        "a\u{e0041}\u{3164}\u{fe0f}\u{fe0f}",
        "a\\u{e0041}\\u{3164}\\u{fe0f}\\u{fe0f}",
    );
}

#[test]
fn marks_without_a_letter_get_a_circle() {
    check("\u{301}a", "◌\u{301}a");
    check("\n\u{301}", "␊◌\u{301}");
}

#[test]
fn scripts_stay_as_they_are() {
    check_kept("Côte d’Ivoire, Co\u{302}te");
    check_kept("المملكة العربية السعودية");
    check_kept("می\u{200c}خواهم");
    check_kept("क्षत्रिय क\u{94d}\u{200d}ष");
    check_kept("דְּבָרִים");
    check_kept("中华人民共和国 대한민국 ខ្មែរ");
    check_kept("葛\u{e0100}城");
}

#[test]
fn emoji_stay_as_they_are() {
    check_kept("👨‍👩‍👧‍👦 👩‍⚖️ 🏳️‍🌈 👍🏽");
    check_kept("🇺🇦 ❤️ 1️⃣");
    check_kept("\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}");
}
