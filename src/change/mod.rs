//! Changes to the files of a dossier, as bundle before and after. Touches no disk.

pub mod add;
pub mod address;
pub mod asked;
pub mod bundle;
pub mod draft;
pub mod edit;
pub mod embed;
pub mod fitness;
pub mod fmt;
pub mod heading;
pub mod import;
pub mod init;
pub mod insert;
pub mod lost;
pub mod mend;
pub mod new;
pub mod position;
pub mod record;
pub mod references;
pub mod refusal;
pub mod remove;
pub mod rename;
pub mod revise;
pub mod set;
pub mod settled;
pub mod text_file;
