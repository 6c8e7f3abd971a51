//! What holds of every dossier, whatever stands in it.

mod clash;
mod linked;
mod numbers;
mod order;
mod runs;
