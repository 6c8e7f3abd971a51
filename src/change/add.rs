//! A new stance in a party's file.

use super::asked::Asked;
use super::bundle::{Bundle, Meaning, file_of};
use super::draft::Draft;
use super::heading::headed;
use super::insert::{List, Shape, insert};
use super::record;
use super::refusal::Refusal;
use crate::dossier::{BasisKind, Dossier, Stance as Bound};
use crate::record::order;
use crate::record::party::PartyFile;
use crate::record::stance::Stance;
use crate::syntax::amend::Refused;
use crate::syntax::route::Route;
use crate::syntax::tree::Tree;
use crate::syntax::value::Value;

/// The list of stances of a party's file.
pub const STANCES: List = List {
    field: "stances",
    order: &order::of_party,
    alone: Shape::OnLines,
};

/// The draft that adds a stance: behind the last one on the same issue, else of
/// the same area, else of the areas before it.
///
/// # Errors
///
/// When the party, the issue or a source is not there, when something is missing,
/// when the position does not fit the issue, or when the record is there already.
pub fn add(bundle: &Bundle, party: &str, asked: &Asked) -> Result<Draft, Refusal> {
    let tree = tree(bundle, party)?;
    let meaning = bundle.meaning();
    let file = readable(&meaning, party)?;
    let stance = asked.stance(&meaning, file)?;
    if let Some(at) = file
        .stances
        .iter()
        .position(|known| is_told_by(&stance, known))
    {
        let known = file.stances[at].since;
        let fact = format!(
            "`{party}` has this stance on `{}` since {known} already",
            stance.issue
        );
        return Err(Refusal::new(fact).help("there is nothing to add"));
    }
    let index = place(&tree, &meaning.dossier, &stance.issue);
    let draft = placed(bundle, party, &meaning.dossier, &stance, index)?;
    match contradicted(bundle, &draft, &meaning, party, &stance.issue) {
        Some(known) => Err(contradicts(bundle, &meaning, party, known, &tree)),
        None => Ok(draft),
    }
}

/// The draft that puts a stance at a place in the party's list.
///
/// # Errors
///
/// When the file has mistakes that must be mended first, or when the stance would
/// be a mistake.
pub fn placed(
    bundle: &Bundle,
    party: &str,
    dossier: &Dossier,
    stance: &Stance,
    index: usize,
) -> Result<Draft, Refusal> {
    let name = file_of(party);
    let tree = Tree::parse(bundle.party(party)?.source.text());
    let text = insert(&tree, STANCES, index, &record::stance(stance))
        .map_err(|refused| cannot(&name, &refused))?;
    let after = Tree::parse(&text);
    let areas: Vec<Option<&str>> = (items(&after, STANCES.field))
        .map(|item| {
            Some(
                dossier.areas[area_of(dossier, &issue_of(item)?)?]
                    .name
                    .as_str(),
            )
        })
        .collect();
    let text = headed(text, STANCES.field, index, &areas);
    Ok(bundle.draft(&name, text))
}

/// The file of a party as it is written.
///
/// # Errors
///
/// When there is no such party, or the text is not well-formed: what cannot be
/// read may matter.
pub fn tree(bundle: &Bundle, party: &str) -> Result<Tree, Refusal> {
    let tree = Tree::parse(bundle.party(party)?.source.text());
    match tree.problems() {
        [] => Ok(tree),
        _ => Err(cannot(&file_of(party), &Refused::Mistakes)),
    }
}

/// The file of a party as far as it could be read.
///
/// # Errors
///
/// When it is no file of a party at all.
pub fn readable<'a>(meaning: &'a Meaning, party: &str) -> Result<&'a PartyFile, Refusal> {
    let found = meaning.files.parties.iter().find(|(id, _)| id == party);
    found.map(|(_, file)| &file.value).ok_or_else(|| {
        Refusal::new(format!("`{}` cannot be read", file_of(party))).help("mend its mistakes first")
    })
}

/// Why a file cannot be amended.
pub fn cannot(file: &str, refused: &Refused) -> Refusal {
    Refusal::new(format!("`{file}` cannot be changed")).help(refused.to_string())
}

/// Whether a record says what another one says, of the same day.
fn is_told_by(stance: &Stance, known: &Stance) -> bool {
    let of_place = |stance: &Stance| {
        let Stance {
            issue,
            position,
            condition,
            basis,
            since,
            evidence,
            ..
        } = stance.clone();
        (issue, position, condition, basis, since, evidence)
    };
    of_place(stance) == of_place(known)
}

/// The record of which the added one, the last on its issue, says otherwise for
/// the same day: none of the two would hold. Nothing if the added one is a
/// mistake, which is told elsewhere.
fn contradicted<'a>(
    bundle: &Bundle,
    draft: &Draft,
    meaning: &'a Meaning,
    party: &str,
    issue: &str,
) -> Option<&'a Bound> {
    let after = bundle.with(draft).meaning();
    let known = on_issue(&meaning.dossier, party, issue);
    let (added, before) = match on_issue(&after.dossier, party, issue).as_slice() {
        [before @ .., added] => (*added, before.len()),
        [] => return None,
    };
    let is_declared = |stance: &Bound| stance.basis.kind() == BasisKind::Declared;
    let contradicts = |known: &&Bound| {
        known.since.last() == added.since.last()
            && is_declared(known) == is_declared(added)
            && !known.says_the_same(added)
    };
    let known = (before == known.len()).then_some(known)?;
    known.into_iter().find(contradicts)
}

/// The records of a party on an issue, in the order of its file.
fn on_issue<'a>(dossier: &'a Dossier, party: &str, issue: &str) -> Vec<&'a Bound> {
    let is_meant = |stance: &&Bound| {
        dossier.parties[stance.party].id == party && dossier.issues[stance.issue].id == issue
    };
    dossier.stances.iter().filter(is_meant).collect()
}

fn contradicts(
    bundle: &Bundle,
    meaning: &Meaning,
    party: &str,
    known: &Bound,
    tree: &Tree,
) -> Refusal {
    let issue = &meaning.dossier.issues[known.issue].id;
    let fact = format!(
        "`{party}` has another position on `{issue}` since {} already",
        known.since
    );
    let written = written(meaning, party, issue, known);
    let place = written.and_then(|(route, position)| {
        let file = &bundle.party(party).ok()?.source;
        let line = file
            .position(tree.locate(&route).ok()?.value.span().start)
            .line;
        let fact = format!("{fact}, `{position}` in `{}:{line}`", file.name());
        Some((fact, format!("{party}:{route}.position")))
    });
    let (fact, address) = place.unwrap_or((fact, format!("{party}:stances[…].position")));
    Refusal::new(fact).help(format!(
        "correct that record with `stances set '{address}' …`, \
         or record a later change with `stances revise`"
    ))
}

/// Where a record stands in its file, and its position as it is written there.
fn written(meaning: &Meaning, party: &str, issue: &str, known: &Bound) -> Option<(Route, String)> {
    let (_, file) = meaning.files.parties.iter().find(|(id, _)| id == party)?;
    let cited = known.evidence.iter().map(|proof| &proof.written);
    let at = file.value.stances.iter().position(|stance| {
        stance.issue == issue
            && stance.since == known.since
            && stance.condition == known.condition
            && stance.evidence.iter().eq(cited.clone())
    })?;
    let position = record::position(&file.value.stances[at].position);
    Some((file.route("stances", at), position))
}

/// Where a stance on an issue belongs among those of the file.
fn place(tree: &Tree, dossier: &Dossier, issue: &str) -> usize {
    let issues: Vec<Option<String>> = items(tree, STANCES.field).map(issue_of).collect();
    let area = area_of(dossier, issue);
    let areas: Vec<Option<usize>> = (issues.iter())
        .map(|issue| area_of(dossier, issue.as_deref()?))
        .collect();
    let same_issue = issues
        .iter()
        .rposition(|other| other.as_deref() == Some(issue));
    let last = same_issue.or_else(|| last_before(&areas, area));
    last.map_or(0, |last| last + 1)
}

/// The last record of an area, else of the nearest area before it that has any.
pub fn last_before(areas: &[Option<usize>], area: Option<usize>) -> Option<usize> {
    let nearest = areas
        .iter()
        .flatten()
        .filter(|other| Some(**other) <= area)
        .max()?;
    areas
        .iter()
        .rposition(|other| other.as_ref() == Some(nearest))
}

/// The records of a list as they stand in the file, readable or not.
pub fn items<'t>(tree: &'t Tree, list: &str) -> impl Iterator<Item = Value<'t>> {
    let held = tree.locate(&Route::default().field(list)).ok();
    let items = held.into_iter().flat_map(|place| place.value.items());
    items.map(|item| item.value().inside_some())
}

fn issue_of(record: Value) -> Option<String> {
    record.field("issue")?.value().inside_some().as_text()
}

fn area_of(dossier: &Dossier, issue: &str) -> Option<usize> {
    dossier.issue(issue).map(|issue| dossier.issues[issue].area)
}
