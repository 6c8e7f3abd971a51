//! Laws over Markdown that was made up: filling twice is filling once, and what
//! stands outside of blocks is not touched.

use proptest::collection::vec;
use proptest::prelude::*;
use stances::change::embed::Page;
use stances::text::source::Source;

/// What Markdown is made of, whatever comes of it when it is put together.
const PIECES: [&str; 27] = [
    "# Heading",
    "Heading\n===",
    "text",
    "",
    "",
    "- entry",
    "  more of it",
    "    code",
    "> quoted",
    "1. one",
    "```",
    "~~~ md",
    "`code",
    "| a | b |\n| - | - |",
    "<div>",
    "</div>",
    "<pre>",
    "<!-- other",
    "-->",
    "[a]: <x",
    "\t",
    "<!-- stances: matrix -->",
    "<!-- stances: matrix -->",
    "  <!-- stances: why a b -->",
    "<!-- /stances -->",
    "<!-- /stances -->",
    "   <!-- /stances --> ",
];

/// What a command may give.
const ANSWERS: [&str; 4] = [
    "# Title\n\n| a | b |\n| - | - |\n| \\<!-- /stances --\\> | 2 |\n",
    "## Deep\n\n- one\n- two\n",
    "",
    "text\n",
];

fn pages() -> impl Strategy<Value = String> {
    let line = proptest::sample::select(PIECES.to_vec());
    let end = proptest::sample::select(vec!["\n", "\n", "\n\n", "\r\n", "\r"]);
    let lines = vec((line, end), 0..14);
    (any::<bool>(), lines).prop_map(|(mark, lines)| {
        let start = if mark { "\u{feff}" } else { "" };
        let lines = lines.iter().map(|(line, end)| format!("{line}{end}"));
        format!("{start}{}", lines.collect::<String>())
    })
}

/// A page that surely has blocks: made-up text around each.
fn pages_with_blocks() -> impl Strategy<Value = String> {
    let block = "\n\n<!-- stances: matrix -->\nold\n<!-- /stances -->\n\n";
    vec(pages(), 1..4).prop_map(move |parts| parts.join(block))
}

/// The page cut up at its blocks: all text outside of them.
fn outside(text: &str, page: &Page) -> Vec<String> {
    let mut parts = Vec::new();
    let mut at = 0;
    for block in &page.blocks {
        parts.push(text[at..block.inside().start].to_owned());
        at = block.inside().end;
    }
    parts.push(text[at..].to_owned());
    parts
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn filling_twice_is_filling_once_and_touches_nothing_else(
        text in prop_oneof![pages(), pages_with_blocks()],
        answer in proptest::sample::select(ANSWERS.to_vec()),
    ) {
        let source = Source::new("report.md", text.as_str());
        let Ok(page) = Page::read(&source) else { return Ok(()) };
        let answers = vec![answer.to_owned(); page.blocks.len()];
        let Ok(once) = page.filled(&answers) else { return Ok(()) };
        let filled = Source::new("report.md", once.as_str());
        let again = Page::read(&filled).expect("it has the same blocks");
        prop_assert_eq!(outside(&text, &page), outside(&once, &again));
        let commands = |page: &Page| -> Vec<String> {
            page.blocks.iter().map(|block| block.command.to_owned()).collect()
        };
        prop_assert_eq!(commands(&page), commands(&again));
        prop_assert_eq!(again.filled(&answers).expect("it can be filled again"), once);
    }

    #[test]
    fn a_plain_page_can_always_be_filled(
        parts in vec("[a-z .,]{0,20}", 1..5),
        answer in proptest::sample::select(ANSWERS.to_vec()),
    ) {
        let block = "\n\n<!-- stances: matrix -->\n<!-- /stances -->\n\n";
        let text = parts.join(block);
        let source = Source::new("report.md", text.as_str());
        match Page::read(&source) {
            Err(found) => {
                prop_assert_eq!(parts.len(), 1);
                prop_assert_eq!(found[0].code.name, "missing-marker");
            }
            Ok(page) => {
                prop_assert_eq!(page.blocks.len(), parts.len() - 1);
                let answers = vec![answer.to_owned(); page.blocks.len()];
                let filled = page.filled(&answers).expect("nothing stands in the way");
                let block = format!(
                    "\n\n<!-- stances: matrix -->\n\n{answer}\n<!-- /stances -->\n\n"
                );
                prop_assert_eq!(filled, parts.join(&block));
            }
        }
    }
}
