//! What was found in files, one format one file.

pub mod full;
