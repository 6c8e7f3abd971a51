//! RON as written: a tree that covers every byte and never fails to parse,
//! routes to the values in it, and literals as typed.
//!
//! This room knows no party. The `ron` crate stays the only authority on what
//! is valid RON; the tree is the authority on where things are. It finds no
//! fault with a text the crate can read.
//!
//! ```
//! use stances::syntax::{route::Route, tree::Tree};
//!
//! let tree = Tree::parse("(stances: [(issue: \"eu\", position: Support),])");
//! let route: Route = "stances[issue=eu].position".parse().unwrap();
//! let place = tree.locate(&route).unwrap();
//! assert_eq!(place.value.text(), "Support");
//! assert_eq!(place.item_span().of(tree.text()), "position: Support");
//! ```

pub mod amend;
pub mod candidate;
pub mod faithful;
pub mod habit;
pub mod kind;
pub mod layout;
pub mod literal;
pub mod locate;
pub mod owned;
pub mod problem;
pub mod quote;
pub mod route;
pub mod same;
pub mod style;
pub mod token;
pub mod tree;
pub mod value;

mod at;
mod characters;
mod conflict;
mod frames;
mod lexer;
mod node;
mod parser;
mod passed;
mod quoted;
mod route_text;
mod word;
mod words;
