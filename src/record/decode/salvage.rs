//! Reading what can be read of a file with mistakes.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;
use ron::Error;

use super::{Decoded, File, List, OPTIONS, empty, read_as, remedy};
use crate::finding::code::{
    DUPLICATE_FIELD, INVALID_VALUE, MISSING_FIELD, SYNTAX_ERROR, UNKNOWN_FIELD,
};
use crate::finding::{Finding, Place, suggest};
use crate::record::fault;
use crate::syntax::habit::json_habit;
use crate::syntax::kind::Kind;
use crate::syntax::problem::Problem;
use crate::syntax::token::{Fault, Token, TokenKind};
use crate::syntax::tree::Tree;
use crate::syntax::value::{Item, Value};
use crate::text::source::Source;
use crate::text::span::Span;

/// Reads each record of a file by itself and puts together what is sound.
pub(super) fn salvage<T: File>(source: &Source) -> Decoded<T> {
    let tree = Tree::parse(source.text());
    let mut salvage = Salvage::new(source, &tree);
    let sound = salvage.file::<T>();
    let value = sound.and_then(|text| salvage.assembled(&text));
    let (confidential, findings) = salvage.findings.into_iter().partition(|finding| finding.0);
    let finding = |(_, finding)| finding;
    Decoded {
        file: source.name().to_owned(),
        readable: value.is_some(),
        unclear: salvage.unclear,
        value: value.unwrap_or_else(empty),
        findings: Vec::into_iter(findings).map(finding).collect(),
        confidential: Vec::into_iter(confidential).map(finding).collect(),
        places: salvage.places,
        lost: salvage.lost,
        unread: salvage.unread,
        lost_about: salvage.lost_about,
        unclear_lists: salvage.unclear_lists,
        lost_lists: salvage.lost_lists,
    }
}

struct Salvage<'a> {
    source: &'a Source,
    tree: &'a Tree,
    /// What stands before the file's value, without comments: the extensions
    /// that it switches on.
    header: String,
    /// Where records stand that are marked as confidential.
    secrets: Vec<Span>,
    /// Whether something outside of all records is wrong.
    unclear: bool,
    /// Each with whether it lies in a confidential record.
    findings: Vec<(bool, Finding)>,
    places: BTreeMap<&'static str, Vec<usize>>,
    lost: BTreeMap<&'static str, BTreeSet<String>>,
    unread: BTreeMap<&'static str, Vec<Option<String>>>,
    lost_about: BTreeMap<&'static str, BTreeSet<String>>,
    unclear_lists: BTreeSet<&'static str>,
    lost_lists: BTreeSet<&'static str>,
}

impl<'a> Salvage<'a> {
    fn new(source: &'a Source, tree: &'a Tree) -> Self {
        Self {
            source,
            tree,
            header: header(tree)
                .map(|token| token.span.of(tree.text()))
                .collect(),
            secrets: secrets(tree),
            unclear: !tree.problems().is_empty(),
            findings: Vec::new(),
            places: BTreeMap::new(),
            lost: BTreeMap::new(),
            unread: BTreeMap::new(),
            lost_about: BTreeMap::new(),
            unclear_lists: BTreeSet::new(),
            lost_lists: BTreeSet::new(),
        }
    }

    /// The text of a file that holds only what is sound; nothing where this is
    /// no file of the kind at all.
    fn file<T: File>(&mut self) -> Option<String> {
        for problem in self.tree.problems() {
            let name = self.name_due(problem.span);
            self.say(problem.span, |place| {
                let finding = malformed(self.source, place, problem);
                match name {
                    Some(name) => Finding {
                        help: vec![name],
                        ..finding
                    },
                    None => finding,
                }
            });
        }
        let root = self.tree.root()?;
        if !self.header_is_sound() {
            return None;
        }
        let empty = root.kind() == Kind::Tuple && root.items().len() == 0;
        if root.kind() != Kind::Struct && !empty {
            // Where the form is wrong, that has been said.
            if self.tree.problems().is_empty() {
                self.no_file(root, T::WHAT);
            }
            return None;
        }
        let named = root.items().filter_map(|item| Some((item.name()?, item)));
        let mut sound: BTreeMap<&str, String> = BTreeMap::new();
        for (name, item) in named {
            if sound.contains_key(name) {
                self.twice(root, item, name);
            } else if let Some(text) = self.field::<T>(name, item) {
                sound.insert(name, text);
                continue;
            } else if let Some(list) = T::LISTS.iter().find(|list| list.field == name) {
                self.lost_lists.insert(list.field);
            }
            self.unclear = true;
            // A list may be given twice, or under a name that is misspelt.
            let lists = T::LISTS.iter().map(|list| list.field);
            self.unclear_lists.extend(suggest::nearest(name, lists));
        }
        if hides_values(self.tree) {
            let lists = T::LISTS.iter().map(|list| list.field);
            self.lost_lists.extend(lists);
        }
        let fields = sound.iter().map(|(name, text)| format!("{name}: {text}"));
        Some(format!("{}({})", self.header, fields.format(",\n")))
    }

    /// What to write instead of text without quotation marks, where a name is due and
    /// no text.
    fn name_due(&self, span: Span) -> Option<String> {
        let is_it = |token: &&Token| token.span == span;
        let token = self.tree.tokens().iter().find(is_it)?;
        let mut items = self.tree.root()?.items();
        let field = loop {
            let item = items.find(|item| item.span().encloses(span))?;
            if item.value().span() == span {
                break item.name()?;
            }
            items = item.value().items();
        };
        let is_name = token.kind == TokenKind::Malformed(Fault::Unquoted) && fault::is_named(field);
        let help = fault::name_for(span.of(self.source.text()), field);
        (is_name && !help.is_empty()).then_some(help)
    }

    /// Whether what stands before the file's value can be read.
    fn header_is_sound(&mut self) -> bool {
        let Err(error) = OPTIONS.from_str::<()>(&format!("{}()", self.header)) else {
            return true;
        };
        let mut tokens = header(self.tree).map(|token| token.span);
        let span = tokens
            .next()
            .map(|first| tokens.last().map_or(first, |last| first.to(last)));
        let span = span.unwrap_or(Span::at(0));
        self.say(span, |place| {
            fault::finding(place, &error.code, &[]).help("leave it out: nothing here needs it")
        });
        false
    }

    /// The value of a field as far as it is sound.
    fn field<T: File>(&mut self, name: &str, item: Item<'a>) -> Option<String> {
        let value = item.value();
        let list = T::LISTS.iter().find(|list| list.field == name);
        match list.filter(|_| value.kind() == Kind::List) {
            Some(list) => Some(self.records(list, value)),
            None if value.is_broken() => None,
            None => {
                let before = self.findings.len();
                let sound = self.sound_field(read_as::<T>, &[], "", item);
                self.spare_consequences(before);
                sound.then(|| value.text().to_owned())
            }
        }
    }

    /// Where a bracket is wrong, fields of a record can look like fields of the
    /// file: the bracket has been said, and nothing else is unknown about them.
    fn spare_consequences(&mut self, from: usize) {
        if !self.tree.problems().is_empty() {
            let new = self.findings.split_off(from);
            let kept = new
                .into_iter()
                .filter(|(_, finding)| finding.code != &UNKNOWN_FIELD);
            self.findings.extend(kept);
        }
    }

    /// A list with those of its records that are sound.
    fn records(&mut self, list: &'static List, value: Value<'a>) -> String {
        let mut sound = Vec::new();
        for (at, record) in value.items().map(Item::value).enumerate() {
            if self.is_sound(list, record) {
                sound.push((at, record.text()));
            } else {
                let text = |field: &str| record.field(field)?.value().as_text();
                self.lost.entry(list.field).or_default().extend(text("id"));
                let unread = self.unread.entry(list.field).or_default();
                unread.push(text("issue"));
                match text("id").or_else(|| text("issue")) {
                    Some(about) => _ = self.lost_about.entry(list.field).or_default().insert(about),
                    None => _ = self.unclear_lists.insert(list.field),
                }
            }
        }
        self.places
            .insert(list.field, sound.iter().map(|(at, _)| *at).collect());
        format!("[{}]", sound.iter().map(|(_, text)| text).format(",\n"))
    }

    fn is_sound(&mut self, list: &'static List, record: Value<'a>) -> bool {
        if record.is_broken() {
            return false;
        }
        let text = format!("{}{}", self.header, record.text());
        let Err(error) = (list.read)(&text) else {
            return true;
        };
        let before = self.findings.len();
        self.fields_of(list, record);
        if self.findings.len() == before {
            self.fault_of(&error.code, record);
        }
        false
    }

    /// Says of each field of a record what is wrong with it.
    fn fields_of(&mut self, list: &'static List, record: Value<'a>) {
        let mut known = BTreeSet::new();
        for item in record.items() {
            let Some(name) = item.name() else { continue };
            if known.insert(name) {
                self.sound_field(list.read, list.required, record.name().unwrap_or(""), item);
            } else {
                self.twice(record, item, name);
            }
        }
        // A field whose name is misspelt is not missing as well.
        let meant = |name: &&str| suggest::nearest(name, list.required.iter().copied());
        known.extend(known.iter().filter_map(meant).collect::<Vec<_>>());
        let missing: Vec<&str> = (list.required.iter().copied())
            .filter(|field| !known.contains(field))
            .collect();
        if record.kind() == Kind::Struct && !missing.is_empty() {
            self.say(head(record), |place| lacking(place, &missing));
        }
    }

    /// Reads a record that has only this field; whether others are missing is
    /// another matter.
    fn sound_field(
        &mut self,
        read: fn(&str) -> Result<(), ron::error::SpannedError>,
        required: &[&str],
        record: &str,
        item: Item<'a>,
    ) -> bool {
        let before = format!("{}{record}(", self.header);
        let text = format!("{before}{})", item.span().of(self.source.text()));
        match read(&text) {
            Ok(()) => true,
            Err(error) if fault::lacks(&error.code, record, required) => true,
            Err(error) => {
                let within = fault::offset(&text, &error).saturating_sub(before.len());
                self.fault(&error.code, item, item.span().start + within);
                false
            }
        }
    }

    /// Says what is wrong at an offset in a field: at the name of a field for
    /// errors of names, else at the smallest value there.
    fn fault(&mut self, error: &Error, field: Item<'a>, offset: usize) {
        let (values, key) = around(field, offset);
        let span = match key.filter(|_| fault::is_about_a_name(error)) {
            Some(key) => key.span(),
            None => values
                .last()
                .map_or(field.span(), |value| fault::shown(*value)),
        };
        let remedy = remedy::amendment(self.tree, error, field, (&values, key));
        let file = self.source.name();
        self.say(span, |place| {
            let finding = fault::in_field(field.name(), place, error, &values);
            remedy::with(finding, file, remedy)
        });
    }

    /// Says what is wrong with a value as a whole.
    fn fault_of(&mut self, error: &Error, value: Value<'a>) {
        self.say(fault::shown(value), |place| {
            fault::finding(place, error, &[value])
        });
    }

    /// Reads what was put together from sound parts.
    fn assembled<T: File>(&mut self, text: &str) -> Option<T> {
        match OPTIONS.from_str(text) {
            Ok(value) => Some(value),
            Err(error) => {
                self.fault_of(&error.code, self.tree.root()?);
                None
            }
        }
    }

    fn no_file(&mut self, root: Value<'a>, what: &str) {
        let help = format!("a {what} file holds one record: `( field: value, … )`");
        let habit = json_habit(root).unwrap_or_default();
        self.say(fault::shown(root), |place| {
            Finding::new(&INVALID_VALUE, place, format!("this is no {what} file"))
                .help(help)
                .help(habit)
        });
    }

    fn twice(&mut self, record: Value<'a>, item: Item<'a>, name: &str) {
        let span = item.key().map_or(item.span(), Value::span);
        let first = record.field(name);
        let remedy = first.and_then(|first| remedy::without_first(self.tree, first, item));
        let file = self.source.name();
        self.say(span, |place| {
            let message = format!("`{name}` is given twice in one record");
            let finding = Finding::new(&DUPLICATE_FIELD, place, message);
            remedy::with(finding.help("keep one of the two"), file, remedy)
        });
    }

    fn say(&mut self, span: Span, finding: impl FnOnce(Place) -> Finding) {
        let secret = self.secrets.iter().any(|secret| secret.encloses(span));
        let finding = finding(Place::bytes(self.source.name(), span));
        self.findings.push((secret, finding));
    }
}

/// What stands before the value of a file, without comments.
fn header(tree: &Tree) -> impl Iterator<Item = &Token> {
    let start = tree.root().map_or(0, |root| root.span().start);
    let tokens = tree.tokens().iter();
    tokens
        .take_while(move |token| token.span.start < start)
        .filter(|token| !token.kind.is_trivia())
}

/// Whether something was passed over that may hold records of any list.
fn hides_values(tree: &Tree) -> bool {
    let mut tokens = tree.tokens().iter();
    tokens.any(|token| token.kind.hides_values())
}

/// The values of a field that lie around an offset, from the outside in, and
/// the name of a field there. The blanks before a value belong to it.
fn around(field: Item<'_>, offset: usize) -> (Vec<Value<'_>>, Option<Value<'_>>) {
    let (mut values, mut key) = (Vec::new(), None);
    let mut next = Some(field);
    while let Some(item) = next {
        let named = |key: &Value| key.span().contains(offset) || key.span().end == offset;
        key = item.key().filter(named).or(key);
        values.push(item.value());
        let inside = |item: &Item| item.span().contains(offset);
        next = item.value().items().find(inside);
    }
    (values, key)
}

/// Where records stand that are not explicitly for the public.
fn secrets(tree: &Tree) -> Vec<Span> {
    let fields = tree.root().into_iter().flat_map(Value::items);
    let records = fields
        .flat_map(|field| field.value().items())
        .map(Item::value);
    let marked = |record: &Value| {
        let mark = record.field("confidential");
        mark.is_some_and(|mark| mark.value().text() != "false")
    };
    records.filter(marked).map(Value::span).collect()
}

/// The beginning of a record, up to its first field.
fn head(record: Value) -> Span {
    let first = record.items().next().map(|item| item.span());
    first.map_or(record.span(), |first| record.span().to(first))
}

fn lacking(place: Place, missing: &[&str]) -> Finding {
    let names = missing.iter().map(|name| format!("`{name}`")).join(", ");
    Finding::new(&MISSING_FIELD, place, format!("this record lacks {names}")).help(format!(
        "add {names}: each record of this list must have it"
    ))
}

fn malformed(source: &Source, place: Place, problem: &Problem) -> Finding {
    let finding = Finding::new(&SYNTAX_ERROR, place, problem.message.clone())
        .help(problem.help.clone().unwrap_or_default());
    match &problem.related {
        Some((span, text)) => finding.also(Place::bytes(source.name(), *span), text.clone()),
        None => finding,
    }
}
