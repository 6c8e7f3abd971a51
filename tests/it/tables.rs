//! Tables of answers in place of a dossier.

mod hostile;
mod laws;
mod reference;
mod words;
