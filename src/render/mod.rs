//! One format, one file: each draws a [`View`](crate::view::View) in its own way and
//! neutralises what is dangerous there in the text of a record.
//!
//! A renderer knows views and nothing else: no party, no file, no disk.

pub mod book;
pub mod codes;
pub mod csv;
pub mod extent;
pub mod findings;
pub mod grid;
pub mod html;
pub mod json;
pub mod key;
pub mod markdown;
pub mod page;
pub mod plain;
pub mod plan;
pub mod room;
pub mod rung;
pub mod shade;
pub mod sheet;
pub mod strip;
pub mod style;
pub mod table;
pub mod visible;
pub mod width;
pub mod wrap;
pub mod xlsx;
