//! Between other tools' files and a dossier or a table in memory.
//!
//! Nothing here opens a file: it reads from what it is given and writes into
//! memory. What is wrong in such a file is told by row and column.

pub mod bulk;
pub mod entries;
pub mod grid;
pub mod guard;
pub mod items;
