//! Changes to the files of a dossier, as texts before and after. Touches no disk.

pub mod add;
pub mod asked;
pub mod draft;
pub mod edit;
pub mod fmt;
pub mod heading;
pub mod init;
pub mod insert;
pub mod new;
pub mod position;
pub mod record;
pub mod refusal;
pub mod revise;
pub mod sound;
pub mod texts;
