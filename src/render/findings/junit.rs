//! JUnit's XML, which nearly every CI system shows as a list of tests.
//!
//! A dossier is a suite and a file is a test, so that a file has the same name in
//! every run and its history can be seen. A test fails by what is denied; warnings
//! are its output. There are no times in it: nothing here depends on a clock.

use std::collections::BTreeMap;
use std::io;

use itertools::Itertools;
use quick_xml::events::{BytesDecl, BytesText, Event};
use quick_xml::writer::{ElementWriter, Writer};

use crate::check::report::{Looked, Report};
use crate::finding::code::Level;
use crate::finding::naming::Named;
use crate::finding::placed::Placed;
use crate::render::plain::shown;
use crate::render::visible::visible;
use crate::view::check::place;
use crate::view::words::count;

/// The text of the report.
pub fn draw(report: &Report) -> String {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    suites(&mut writer, report, &report.by_file()).expect("memory takes every byte");
    let text = String::from_utf8(writer.into_inner()).expect("text was written");
    text + "\n"
}

type Pen = Writer<Vec<u8>>;
type ByFile<'a> = BTreeMap<&'a Named, Vec<&'a Placed<'a>>>;
type Element<'a> = ElementWriter<'a, Vec<u8>>;

fn suites(pen: &mut Pen, report: &Report, found: &ByFile) -> io::Result<()> {
    pen.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let files: Vec<&Named> = report.looked.iter().flat_map(|one| &one.files).collect();
    let element = pen.create_element("testsuites");
    let element = element.with_attribute(("name", "stances check"));
    counts(element, &files, found).write_inner_content(|pen| {
        let mut dossiers = report.looked.iter();
        dossiers.try_for_each(|looked| suite(pen, looked, found))
    })?;
    Ok(())
}

fn suite(pen: &mut Pen, looked: &Looked, found: &ByFile) -> io::Result<()> {
    let name = harmless(&looked.dossier.name);
    let files: Vec<&Named> = looked.files.iter().collect();
    let element = pen.create_element("testsuite");
    let element = element.with_attribute(("name", name.as_str()));
    counts(element, &files, found).write_inner_content(|pen| {
        let mut files = looked.files.iter();
        files.try_for_each(|file| case(pen, &name, file, found))
    })?;
    Ok(())
}

fn case(pen: &mut Pen, suite: &str, file: &Named, found: &ByFile) -> io::Result<()> {
    let path = harmless(file.text());
    let name = path.rsplit('/').next().unwrap_or(&path);
    let element = pen.create_element("testcase");
    let element = element.with_attributes([
        ("name", name),
        ("classname", suite),
        ("file", path.as_str()),
    ]);
    let (denied, warned): (Vec<&Placed>, _) = within(found, file)
        .iter()
        .partition(|placed| placed.finding.level == Level::Deny);
    if denied.is_empty() && warned.is_empty() {
        element.write_empty()?;
        return Ok(());
    }
    element.write_inner_content(|pen| {
        if !denied.is_empty() {
            failure(pen, &denied)?;
        }
        if !warned.is_empty() {
            let output = pen.create_element("system-out");
            output.write_text_content(BytesText::new(&told(&warned)))?;
        }
        Ok(())
    })?;
    Ok(())
}

/// One failure a test, which is all that most readers show of it.
fn failure(pen: &mut Pen, denied: &[&Placed]) -> io::Result<()> {
    let message = match denied {
        [one] => harmless(&one.finding.message),
        several => count(several.len(), "error", "errors"),
    };
    let rules = denied.iter().map(|placed| placed.finding.code.name);
    let rules = rules.unique().sorted().join(", ");
    let element = pen.create_element("failure");
    let element = element.with_attributes([("message", message.as_str()), ("type", &rules)]);
    element.write_text_content(BytesText::new(&told(denied)))?;
    Ok(())
}

/// The findings as text, one below the other.
fn told(findings: &[&Placed]) -> String {
    let told = findings.iter().map(|placed| {
        let finding = placed.finding;
        let head = format!(
            "{}: {}[{}] {}",
            place(&placed.at),
            finding.level.word(),
            finding.code.name,
            finding.message
        );
        let help = finding.help.iter().map(|help| format!("  help: {help}"));
        let lines = std::iter::once(head).chain(help);
        lines.map(|line| harmless(&line) + "\n").join("")
    });
    told.collect()
}

/// How many tests there are, and how many fail.
fn counts<'a>(element: Element<'a>, files: &[&Named], found: &ByFile) -> Element<'a> {
    let failed = files.iter().filter(|file| {
        let mut within = within(found, file).iter();
        within.any(|placed| placed.finding.level == Level::Deny)
    });
    let (tests, failures) = (files.len().to_string(), failed.count().to_string());
    element
        .with_attribute(("tests", tests.as_str()))
        .with_attribute(("failures", failures.as_str()))
        .with_attribute(("errors", "0"))
}

fn within<'f, 'a>(found: &'f ByFile<'a>, file: &Named) -> &'f [&'a Placed<'a>] {
    found.get(file).map_or(&[], Vec::as_slice)
}

/// Text that XML can hold, on one line, and that shows what is in it.
fn harmless(text: &str) -> String {
    visible(&shown(text)).into_owned()
}
