//! Changes to the files of a dossier, as texts before and after. Touches no disk.

pub mod draft;
