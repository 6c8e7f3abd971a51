//! What goes out to other tools, and what comes in from them.

mod documents;
mod import;
mod laws;
mod networks;
mod positions;
mod refused;
