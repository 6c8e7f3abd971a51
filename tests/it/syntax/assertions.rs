//! The laws that hold for every text, each as a function that panics where one
//! is broken.
//!
//! They do not know who made the text up: proptest, the mutations of
//! [`super::mutants`], or the fuzz targets, which include these files as they
//! are. What has to be chosen besides the text is a number, however large.

pub mod amend;
pub mod layout;
pub mod tree;
