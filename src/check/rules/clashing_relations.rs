//! Relations that contradict each other, whoever holds what.

use crate::check::case::Case;
use crate::check::rule::Rule;
use crate::check::telling::{Telling, unfinished};
use crate::finding::Finding;
use crate::finding::code::Code;
use crate::logic::sound::{self, Impossible, Together};

static CODE: Code = Code::deny(
    "clashing-relations",
    "relations leave a position to nobody, or nothing to anybody",
);

pub const RULE: Rule = Rule::looking(&CODE, include_str!("clashing_relations.md"), look);

fn look(case: &Case) -> Vec<Finding> {
    let telling = Telling::of(case);
    let soundness = sound::of(case.dossier);
    let together = soundness.contradictory.iter();
    let together = together.map(|set| contradictory(&telling, set));
    let impossible = soundness.impossible.iter();
    let impossible = impossible.map(|set| impossible_of(&telling, set));
    let mut findings: Vec<Finding> = together.chain(impossible).collect();
    if soundness.more
        && let Some(last) = findings.pop()
    {
        findings.push(last.help(unfinished("the relations")));
    }
    findings
}

fn contradictory(telling: &Telling, set: &Together) -> Finding {
    let verb = match set.relations.len() {
        1 => "leaves",
        _ => "leave",
    };
    let message = format!(
        "{} {verb} nothing to anybody",
        telling.numbers(&set.relations)
    );
    let chain = telling.chain(&set.chain, None);
    finding(telling, &set.relations, message, chain)
}

fn impossible_of(telling: &Telling, set: &Impossible) -> Finding {
    let position = telling.literal(&set.literal);
    let message = format!(
        "by {} nobody can hold {position}",
        telling.numbers(&set.relations)
    );
    let chain = telling.chain(&set.chain, Some(&set.literal));
    finding(telling, &set.relations, message, chain)
}

fn finding(telling: &Telling, relations: &[usize], message: String, chain: Vec<String>) -> Finding {
    let label = |at: &usize| format!("relation {}", telling.number(*at));
    let place = telling.place(relations[0]);
    let finding = Finding::new(&CODE, place, message).label(label(&relations[0]));
    let finding = relations[1..].iter().fold(finding, |finding, relation| {
        finding.also(telling.place(*relation), label(relation))
    });
    let chain = chain.into_iter();
    (chain.fold(finding, Finding::help)).help("mend one of them, or take it out")
}
