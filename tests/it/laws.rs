//! What holds of every dossier, whatever stands in it.

mod linked;
mod numbers;
mod order;
mod runs;
