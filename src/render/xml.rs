//! What the formats in XML share: elements written one after the other, with
//! every text made harmless.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::visible::visible;

/// A document in the making; memory takes everything that is written.
pub struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// A document of one element and what is written into it.
    pub fn document(
        root: &str,
        attributes: &[(&str, &str)],
        inner: impl FnOnce(&mut Xml),
    ) -> String {
        let mut xml = Self(Writer::new_with_indent(Vec::new(), b' ', 2));
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        xml.element(root, attributes, inner);
        let mut bytes = xml.0.into_inner();
        bytes.push(b'\n');
        String::from_utf8(bytes).expect("every text is UTF-8")
    }

    /// An element with what is written into it.
    pub fn element(
        &mut self,
        name: &str,
        attributes: &[(&str, &str)],
        inner: impl FnOnce(&mut Xml),
    ) {
        let shown: Vec<(&str, String)> = (attributes.iter())
            .map(|(name, value)| (*name, shown(value)))
            .collect();
        let shown = shown.iter().map(|(name, value)| (*name, value.as_str()));
        let start = quick_xml::events::BytesStart::new(name).with_attributes(shown);
        let end = start.to_end().into_owned();
        self.event(Event::Start(start));
        inner(self);
        self.event(Event::End(end));
    }

    /// An element without anything in it.
    pub fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        let shown: Vec<(&str, String)> = (attributes.iter())
            .map(|(name, value)| (*name, shown(value)))
            .collect();
        let shown = shown.iter().map(|(name, value)| (*name, value.as_str()));
        let start = quick_xml::events::BytesStart::new(name).with_attributes(shown);
        self.event(Event::Empty(start));
    }

    /// An element that holds a text.
    pub fn text(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.element(name, attributes, |xml| {
            xml.event(Event::Text(BytesText::new(&shown(text))));
        });
    }

    fn event(&mut self, event: Event<'_>) {
        self.0
            .write_event(event)
            .expect("memory takes every element");
    }
}

/// The text without what XML cannot say; line ends become blanks, as a reader of
/// attributes would make of them.
fn shown(text: &str) -> String {
    visible(text).replace(['\n', '\r', '\t'], " ")
}
