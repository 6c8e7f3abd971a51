//! One party's file.

use serde::{Deserialize, Serialize};

use super::stance::{Evidence, Stance};

/// A party and all that is recorded of it. Its id is the stem of the file's name.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct PartyFile {
    #[serde(default)]
    pub name: Option<String>,
    /// A few letters that stand for the name in narrow tables.
    #[serde(default)]
    pub code: Option<String>,
    #[serde(default)]
    pub kind: PartyKind,
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Who speaks for the party.
    #[serde(default)]
    pub speakers: Vec<Speaker>,
    /// Ids of parties of the dossier, or plain names of outsiders.
    #[serde(default)]
    pub members: Vec<String>,
    /// Whether `members` names them all.
    #[serde(default = "yes")]
    pub complete: bool,
    #[serde(default)]
    pub note: Option<String>,
    /// Not to be shown or counted where the output is for the public.
    #[serde(default)]
    pub confidential: bool,
    #[serde(default)]
    pub stances: Vec<Stance>,
    #[serde(default)]
    pub notes: Vec<Note>,
}

fn yes() -> bool {
    true
}

/// What a party is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Deserialize, Serialize)]
pub enum PartyKind {
    #[default]
    State,
    Organisation,
    /// Several parties that speak together, standing or for once.
    Group,
    /// A plan, a memorandum, a draft.
    Document,
    Person,
}

/// Someone who speaks for a party.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Speaker {
    pub name: String,
    #[serde(default)]
    pub role: Option<String>,
}

/// Something worth keeping that is no stance. It is never counted.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    pub kind: NoteKind,
    pub text: String,
    #[serde(default)]
    pub evidence: Vec<Evidence>,
    /// Not to be shown where the output is for the public.
    #[serde(default)]
    pub confidential: bool,
}

/// What a note records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize)]
pub enum NoteKind {
    /// Someone says that something is so.
    Claim,
    /// Something happened.
    Event,
    /// Someone judges how things stand.
    Assessment,
}
