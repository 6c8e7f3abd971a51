//! What a view looks like: one format, one file.
//!
//! The formats know views and nothing behind them. Each neutralises by itself
//! what is dangerous in it. Paper, style sheet and plain text are shared; the
//! other files draw tables on a terminal: what stands in the cells ([`rung`],
//! [`codes`], [`key`]), how wide it is ([`width`], [`extent`]), how it is laid
//! out ([`plan`], [`room`], [`book`], [`wrap`], [`grid`], [`sheet`]).

pub mod book;
pub mod codes;
pub mod extent;
pub mod grid;
pub mod key;
pub mod page;
pub mod plain;
pub mod plan;
pub mod room;
pub mod rung;
pub mod sheet;
pub mod strip;
pub mod style;
pub mod table;
pub mod width;
pub mod wrap;
