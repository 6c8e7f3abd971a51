//! The rows of a file of separated values, one after the other.
//!
//! Rows without quotation marks are taken apart where they lie. From the first one
//! with a mark on, the `csv` crate reads, which knows all there is to know of them.

use csv::{ByteRecord, Reader, ReaderBuilder};
use memchr::{memchr, memchr_iter, memchr3};

use super::NoTable;

/// What is left of a file.
#[derive(Debug)]
pub(super) struct Rows<'a> {
    text: &'a [u8],
    separator: u8,
    /// Where the next row starts, as far as rows are taken apart here.
    at: usize,
    /// The line that stands at `counted`.
    line: u64,
    counted: usize,
    /// What reads from the first quotation mark on, and where it started.
    quoted: Option<(Reader<&'a [u8]>, usize)>,
    record: ByteRecord,
}

/// A row as it lies in the file.
#[derive(Debug, Clone, Copy)]
pub(super) enum Row<'r> {
    Plain(&'r [u8], u8),
    Quoted(&'r ByteRecord),
}

impl<'a> Rows<'a> {
    /// The rows of a text; a byte-order mark is no part of it.
    ///
    /// # Errors
    ///
    /// When it is not UTF-8 but UTF-16.
    pub(super) fn new(text: &'a [u8], separator: u8) -> Result<Self, NoTable> {
        if text.starts_with(b"\xff\xfe") || text.starts_with(b"\xfe\xff") {
            return Err(NoTable::Wide);
        }
        Ok(Self {
            text: text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text),
            separator,
            at: 0,
            line: 1,
            counted: 0,
            quoted: None,
            record: ByteRecord::new(),
        })
    }

    /// The next row that is not empty, with the line it starts in.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub(super) fn next(&mut self) -> Result<Option<(u64, Row<'_>)>, NoTable> {
        while self.quoted.is_none() && self.at < self.text.len() {
            let rest = &self.text[self.at..];
            let end = match memchr3(b'\n', b'"', b'\r', rest) {
                None => rest.len(),
                Some(end) if rest[end] == b'\n' || rest[end..].starts_with(b"\r\n") => end,
                Some(_) => {
                    self.quote();
                    break;
                }
            };
            let start = self.at;
            let broken = rest[end..]
                .iter()
                .take(2)
                .take_while(|b| b"\r\n".contains(b));
            self.at += end
                + if rest[end..].starts_with(b"\n") {
                    1
                } else {
                    broken.count()
                };
            if end > 0 {
                let line = self.line_of(start);
                let row = Row::Plain(&self.text[start..start + end], self.separator);
                return Ok(Some((line, row)));
            }
        }
        self.next_quoted()
    }

    /// Leaves the rest to the `csv` crate.
    fn quote(&mut self) {
        let reader = ReaderBuilder::new()
            .delimiter(self.separator)
            .flexible(true)
            .has_headers(false)
            .buffer_capacity(1 << 18)
            .from_reader(&self.text[self.at..]);
        self.quoted = Some((reader, self.at));
    }

    fn next_quoted(&mut self) -> Result<Option<(u64, Row<'_>)>, NoTable> {
        let Some((reader, from)) = &mut self.quoted else {
            return Ok(None);
        };
        if !reader.read_byte_record(&mut self.record)? {
            return Ok(None);
        }
        let byte = self.record.position().map_or(0, csv::Position::byte);
        let start = *from + usize::try_from(byte).unwrap_or(0);
        // The reader's place is before the line ends that it skips.
        let ends = self.text[start..].iter();
        let skipped = ends.take_while(|byte| b"\r\n".contains(byte)).count();
        let line = self.line_of(start + skipped);
        Ok(Some((line, Row::Quoted(&self.record))))
    }

    /// The line in which a place behind all earlier ones lies.
    fn line_of(&mut self, place: usize) -> u64 {
        let passed = &self.text[self.counted..place];
        let lone = |at: &usize| passed.get(at + 1) != Some(&b'\n');
        let ends = memchr_iter(b'\n', passed).count();
        let lone = match memchr(b'\r', passed) {
            None => 0,
            Some(_) => memchr_iter(b'\r', passed).filter(lone).count(),
        };
        self.line += (ends + lone) as u64;
        self.counted = place;
        self.line
    }
}

impl<'r> Row<'r> {
    /// The fields of the row, without their quotation marks.
    pub(super) fn fields(self) -> impl Iterator<Item = &'r [u8]> {
        let (plain, quoted) = match self {
            Self::Plain(text, separator) => {
                (Some(text.split(move |byte| *byte == separator)), None)
            }
            Self::Quoted(record) => (None, Some(record.iter())),
        };
        let quoted = quoted.into_iter().flatten();
        plain.into_iter().flatten().chain(quoted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(u64, Vec<String>)> {
        let mut rows = Rows::new(text.as_bytes(), b',').unwrap();
        let mut read = Vec::new();
        while let Some((line, row)) = rows.next().unwrap() {
            let fields = row
                .fields()
                .map(|field| String::from_utf8_lossy(field).into());
            read.push((line, fields.collect()));
        }
        read
    }

    /// As the `csv` crate reads from the first row on.
    fn quoted(text: &str) -> Vec<Vec<String>> {
        let mut reader = ReaderBuilder::new()
            .flexible(true)
            .has_headers(false)
            .from_reader(text.as_bytes());
        let fields = |record: csv::StringRecord| record.iter().map(str::to_owned).collect();
        reader
            .records()
            .map(|record| fields(record.unwrap()))
            .collect()
    }

    #[test]
    fn lines_are_counted_however_they_end() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "1,2", "", "3,\"x", "y\"", "4,5", "6,7", ""].join(end);
            let lines: Vec<u64> = read(&text).into_iter().map(|(line, _)| line).collect();
            assert_eq!(lines, [1, 2, 4, 6, 7], "{end:?}");
        }
    }

    #[test]
    fn plain_rows_are_what_the_crate_reads() {
        for text in [
            "",
            "\n",
            "a",
            "a\n",
            "a,b\r\n,\r\n\r\nc,,\n",
            ",\n,",
            "a\rb\r",
            "a,b\n\"c\"\"\",d\ne,f",
            "\u{feff}a,b\n1,2",
            "a,b\r\n\r\n\n\"1\",2\r\n3,4\r\n",
        ] {
            let ours: Vec<_> = read(text).into_iter().map(|(_, fields)| fields).collect();
            assert_eq!(ours, quoted(text), "{text:?}");
        }
    }
}
