//! One format, one file: each draws a [`View`](crate::view::View) in its own way and
//! neutralises what is dangerous there in the text of a record.
//!
//! A renderer knows views and nothing else: no party, no file, no disk.

pub mod csv;
pub mod html;
pub mod markdown;
pub mod shade;
pub mod visible;
pub mod xlsx;
