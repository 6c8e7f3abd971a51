//! One format, one file: each draws an answer in its own way and neutralises what
//! is dangerous there in the text of a record.
//!
//! A renderer knows no disk and no terminal: it turns what it is given into text or
//! bytes. Two files make hostile text harmless: [`plain`] for terminals, where a
//! character can act, and [`visible`] for documents, where fewer can.

pub mod csv;
pub mod diff;
pub mod dl;
pub mod dot;
pub mod findings;
pub mod gexf;
pub mod graphml;
pub mod html;
pub mod json;
pub mod latex;
pub mod markdown;
pub mod npy;
pub mod page;
pub mod part;
pub mod plain;
pub mod shade;
pub mod sql;
pub mod style;
pub mod table;
pub mod typst;
pub mod visible;
pub mod xlsx;
mod xml;
