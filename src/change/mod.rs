//! Changes to the files of a dossier, as texts before and after. Touches no disk.

pub mod address;
pub mod draft;
pub mod fitness;
pub mod lost;
pub mod references;
pub mod remove;
pub mod rename;
pub mod set;
pub mod settled;
pub mod text_file;
