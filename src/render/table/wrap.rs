//! Strips broken into lines.

use std::ops::Range;

use anstyle::Style;
use unicode_segmentation::UnicodeSegmentation;

use super::strip::Strip;
use super::width::{Chunk, chunks, width};

/// A strip broken to a width, the lines after the first set in by `hang`
/// columns. Words wider than a line are broken between grapheme clusters.
pub fn wrap(strip: Strip, width: usize, hang: usize) -> Vec<Strip> {
    if strip.width() <= width {
        return vec![strip];
    }
    let ranges = Breaker::new(strip.text(), width, hang).lines();
    let lines = ranges.into_iter().enumerate().map(|(nth, range)| {
        let indent = if nth == 0 { 0 } else { hang };
        Strip::new()
            .blank(Style::new(), indent)
            .then(&strip.cut(range))
    });
    lines.collect()
}

/// Several strips flowing after each other, each kept whole where it fits on a line.
pub fn flow(strips: Vec<Strip>, width: usize, hang: usize) -> Vec<Strip> {
    let mut lines: Vec<Strip> = Vec::new();
    for strip in strips {
        match lines.last_mut() {
            Some(line) if line.width() + 1 + strip.width() <= width => {
                *line = std::mem::take(line).blank(Style::new(), 1).then(&strip);
            }
            Some(_) => {
                let indent = Strip::new().blank(Style::new(), hang);
                lines.extend(wrap(indent.then(&strip), width, hang));
            }
            None => lines.extend(wrap(strip, width, hang)),
        }
    }
    lines
}

/// Fills lines greedily with chunks of a text.
struct Breaker<'t> {
    text: &'t str,
    width: usize,
    hang: usize,
    done: Vec<Range<usize>>,
    line: Range<usize>,
    used: usize,
}

impl<'t> Breaker<'t> {
    fn new(text: &'t str, width: usize, hang: usize) -> Self {
        Self {
            text,
            width,
            hang,
            done: Vec::new(),
            line: 0..0,
            used: 0,
        }
    }

    fn lines(mut self) -> Vec<Range<usize>> {
        for chunk in chunks(self.text) {
            self.place(chunk);
        }
        self.end_line(self.text.len());
        if self.done.is_empty() {
            self.done.push(self.line);
        }
        self.done
    }

    fn place(&mut self, chunk: Chunk) {
        let word = width(&self.text[chunk.start..chunk.word_end]);
        if self.used + word > self.room() && self.used > 0 {
            self.end_line(chunk.start);
        }
        if word > self.room() {
            self.tear(chunk);
        } else {
            self.used += word;
        }
        self.used += width(&self.text[chunk.word_end..chunk.end]);
        self.line.end = chunk.word_end;
    }

    /// Breaks a word that is wider than a line.
    fn tear(&mut self, chunk: Chunk) {
        let word = &self.text[chunk.start..chunk.word_end];
        for (offset, grapheme) in word.grapheme_indices(true) {
            self.place_grapheme(chunk.start + offset, grapheme);
        }
    }

    /// A cluster wider than a whole line is broken into its characters.
    fn place_grapheme(&mut self, at: usize, grapheme: &str) {
        let wide = width(grapheme);
        if wide <= self.room_at_start() {
            return self.place_letters(at, grapheme, wide);
        }
        for (offset, letter) in grapheme.char_indices() {
            let letter = &grapheme[offset..offset + letter.len_utf8()];
            self.place_letters(at + offset, letter, width(letter));
        }
    }

    fn place_letters(&mut self, at: usize, letters: &str, wide: usize) {
        if self.used + wide > self.room() && self.used > 0 {
            self.end_line(at);
        }
        self.used += wide;
        self.line.end = at + letters.len();
    }

    /// Blanks alone make no line.
    fn end_line(&mut self, next: usize) {
        if !self.line.is_empty() {
            self.done.push(self.line.clone());
        }
        self.line = next..next;
        self.used = 0;
    }

    fn room(&self) -> usize {
        if self.done.is_empty() {
            self.width
        } else {
            self.room_at_start()
        }
    }

    fn room_at_start(&self) -> usize {
        self.width - self.hang
    }
}
