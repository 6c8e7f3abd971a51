//! A lens in JSON: what was looked at, and what it left out.

use serde::Serialize;

use crate::compare::bulk::Asked;
use crate::dossier::lens::{Audience, Focus, Inheritance};
use crate::dossier::scene::Scene;

/// What was looked at. Lists that were not asked for are `null`.
#[derive(Debug, Serialize)]
pub(super) struct Lens {
    dossier: String,
    as_of: Option<String>,
    bases: Vec<&'static str>,
    areas: Option<Vec<String>>,
    issues: Option<Vec<String>>,
    parties: Option<Vec<String>>,
    sources: Option<Vec<String>>,
    min_confidence: Option<f64>,
    inherit: bool,
    /// Whether what is confidential was left out.
    public: bool,
    hidden: Hidden,
}

/// How many records the lens left out, by the first reason that applies.
#[derive(Debug, Default, Serialize)]
struct Hidden {
    basis: usize,
    source: usize,
    confidence: usize,
    future: usize,
    possible: usize,
    ended: usize,
    replaced: usize,
    weaker: usize,
    /// Broken records, which count under no lens.
    unusable: usize,
}

impl Lens {
    /// A table has neither days nor bases nor sources.
    pub(super) fn on_table(asked: &Asked) -> Self {
        Self {
            dossier: asked.table.clone(),
            as_of: None,
            bases: Vec::new(),
            areas: None,
            issues: listed(&asked.items),
            parties: listed(&asked.actors),
            sources: None,
            min_confidence: None,
            inherit: false,
            public: false,
            hidden: Hidden::default(),
        }
    }
}

pub(super) fn lens(scene: &Scene) -> Lens {
    let Focus { asked, bases, .. } = &scene.focus;
    Lens {
        dossier: scene.dossier.name.clone(),
        as_of: scene.focus.as_of.map(|day| day.to_string()),
        bases: bases.iter().map(|basis| basis.name()).collect(),
        areas: listed(&asked.areas),
        issues: listed(&asked.issues),
        parties: listed(&asked.parties),
        sources: listed(&asked.sources),
        min_confidence: asked.min_confidence,
        inherit: asked.inheritance == Inheritance::FromGroups,
        public: asked.audience == Audience::Public,
        hidden: hidden(scene),
    }
}

fn listed(ids: &[String]) -> Option<Vec<String>> {
    (!ids.is_empty()).then(|| ids.to_vec())
}

fn hidden(scene: &Scene) -> Hidden {
    let hidden = &scene.hidden;
    Hidden {
        basis: hidden.basis,
        source: hidden.source,
        confidence: hidden.confidence,
        future: hidden.future,
        possible: hidden.possible,
        ended: hidden.ended,
        replaced: hidden.replaced,
        weaker: hidden.weaker,
        unusable: hidden.unusable.len(),
    }
}
