//! A file on an editor's desk: what is to be done each time the editor is left.

use super::bundle::Bundle;
use super::draft::Draft;
use super::fitness::broken;
use super::text_file::TextFile;
use crate::finding::{Finding, Spot};
use crate::syntax::style;
use crate::syntax::tree::Tree;
use crate::text::source::Source;

/// What a note begins with.
const NOTE: &str = "//!!";

/// What may stand before everything else in a file.
const MARK: char = '\u{FEFF}';

/// A file of a dossier while it is edited.
#[derive(Debug)]
pub struct Desk<'a> {
    bundle: &'a Bundle,
    file: &'a TextFile,
    /// The notes that were put on top, line by line.
    notes: Vec<String>,
    /// The text as it was last opened with notes.
    opened: Option<String>,
    /// What was wrong when the editor was last left, and the text it was wrong in.
    wrong: Option<(Vec<Finding>, Source)>,
}

/// What comes next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// The text is the old one: nothing is to be done.
    Unchanged,
    Save(Draft),
    /// There are mistakes; they stand on top of this text.
    OpenAgain(String),
    /// There are mistakes, and they were left as they are.
    Keep,
}

impl<'a> Desk<'a> {
    /// A file of the dossier.
    pub fn new(bundle: &'a Bundle, file: &'a TextFile) -> Self {
        Self {
            bundle,
            file,
            notes: Vec::new(),
            opened: None,
            wrong: None,
        }
    }

    /// The text to begin with.
    pub fn text(&self) -> &'a str {
        self.file.source.text()
    }

    /// What is to be done with the text as the editor left it. Mistakes that were
    /// in the file before hinder nobody.
    pub fn left(&mut self, text: &str) -> Next {
        let own = without(text, &self.notes);
        if own == self.text() {
            return Next::Unchanged;
        }
        let draft = Draft::new([self.file.becomes(own.as_str())]);
        let mistakes = self.mistakes_of(&draft);
        if mistakes.is_empty() {
            return Next::Save(draft);
        }
        if self.opened.as_deref() == Some(text) {
            return Next::Keep;
        }
        let source = self.file.with_text(own.as_str()).source;
        self.notes = notes(&mistakes, &source);
        self.wrong = Some((mistakes, source));
        let opened = with(&own, &self.notes);
        self.opened = Some(opened.clone());
        Next::OpenAgain(opened)
    }

    fn mistakes_of(&self, draft: &Draft) -> Vec<Finding> {
        let is_other = |file: &&TextFile| file.name != self.file.name;
        let others: Vec<TextFile> = self.bundle.files.iter().filter(is_other).cloned().collect();
        let path = |_: &str| self.file.source.name().to_owned();
        broken(draft, &others, path).0
    }

    /// What was wrong when the editor was last left, and the text it was wrong in,
    /// which has no notes; nothing as long as nothing was.
    pub fn wrong(&self) -> Option<(&[Finding], &Source)> {
        let (findings, source) = self.wrong.as_ref()?;
        Some((findings, source))
    }
}

/// A headline and a line for each mistake, with the number of its line under
/// these notes.
fn notes(mistakes: &[Finding], source: &Source) -> Vec<String> {
    let tree = Tree::parse(source.text());
    let above = mistakes.len() + 1;
    let headline = match mistakes.len() {
        1 => format!("{NOTE} 1 mistake; these lines are taken out again:"),
        many => format!("{NOTE} {many} mistakes; these lines are taken out again:"),
    };
    let note = |finding: &Finding| {
        let place = match line(finding, source, &tree) {
            Some(line) => format!("line {}", line + above),
            None => format!("`{}`", finding.at.place.file),
        };
        let help = finding.help.iter().map(|help| format!(": {help}"));
        let text = finding.message.clone() + &help.collect::<String>();
        format!("{NOTE} {place}: {}", in_one_line(&text))
    };
    std::iter::once(headline)
        .chain(mistakes.iter().map(note))
        .collect()
}

/// The line of a finding in its text; nothing where it is about another file or
/// about all of it.
fn line(finding: &Finding, source: &Source, tree: &Tree) -> Option<usize> {
    let place = &finding.at.place;
    if place.file != source.name() {
        return None;
    }
    let offset = match &place.spot {
        Spot::File => return None,
        Spot::Bytes(span) => span.start,
        Spot::Route(route) => tree.locate(route).ok()?.item_span().start,
    };
    Some(source.position(offset).line)
}

/// Nothing of a message may end the comment it stands in.
fn in_one_line(text: &str) -> String {
    let shown = |c: char| if c.is_control() { ' ' } else { c };
    text.chars().map(shown).collect()
}

fn with(text: &str, notes: &[String]) -> String {
    let newline = style::newline(&Tree::parse(text));
    let (mark, rest) = apart(text);
    let notes: String = notes
        .iter()
        .map(|note| format!("{note}{newline}"))
        .collect();
    format!("{mark}{notes}{rest}")
}

/// The text without the notes that still stand on top of it. Other comments stay,
/// whatever they look like.
fn without(text: &str, notes: &[String]) -> String {
    let (mark, mut rest) = apart(text);
    while let Some((line, further)) = rest.split_once('\n') {
        let line = line.strip_suffix('\r').unwrap_or(line);
        if !notes.iter().any(|note| note == line) {
            break;
        }
        rest = further;
    }
    format!("{mark}{rest}")
}

/// The byte-order mark and what is behind it.
fn apart(text: &str) -> (&str, &str) {
    text.split_at(if text.starts_with(MARK) {
        MARK.len_utf8()
    } else {
        0
    })
}
