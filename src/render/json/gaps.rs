//! `stances/gaps/1`: what is open between parties, and what an answer would be worth.

use serde::Serialize;

use super::lens::{Lens, lens};
use crate::compare::gaps::Gaps;
use crate::compare::gaps::floor::Floor;
use crate::compare::gaps::question::Question;
use crate::compare::gaps::red_line::RedLine;
use crate::compare::gaps::thin::{FEW, Thin};
use crate::compare::gaps::voice::Voice;
use crate::dossier::Dossier;

#[derive(Serialize)]
struct GapsOut<'a> {
    schema: &'static str,
    lens: Lens,
    parties: Vec<&'a str>,
    /// Whom to ask; `null` for everybody. Questions, red lines and pairs are only
    /// those that concern them.
    ask: Option<Vec<&'a str>>,
    /// Every answer that would make a pair comparable on one more issue, the most
    /// pairs first.
    questions: Vec<QuestionOut<'a>>,
    /// Every issue in view, those first to which the most have spoken.
    issues: Vec<IssueOut<'a>>,
    /// Red lines to which somebody could be asked, the least answered first.
    red_lines: Vec<RedLineOut<'a>>,
    /// Pairs with fewer joint issues than `few`, the fewest first.
    few: usize,
    pairs: Vec<PairOut<'a>>,
}

#[derive(Serialize)]
struct QuestionOut<'a> {
    party: &'a str,
    issue: &'a str,
    area: &'a str,
    /// What there is so far: `silent`, `ended`, `undisclosed`, `withdrawn` or
    /// `contradictory`.
    so_far: &'static str,
    /// How many pairs could be compared on one issue more.
    new_pairs: usize,
    /// How many of these are not comparable on any issue so far.
    first_pairs: usize,
    comparable_with: Vec<&'a str>,
    /// Members that would be taken to hold the same.
    and_for: Vec<&'a str>,
    /// Others who call their position a red line.
    red_lines_of: Vec<&'a str>,
}

#[derive(Serialize)]
struct IssueOut<'a> {
    issue: &'a str,
    area: &'a str,
    speaking: Vec<&'a str>,
    red_lines_of: Vec<&'a str>,
    silent: Vec<&'a str>,
    ended: Vec<&'a str>,
    undisclosed: Vec<&'a str>,
    withdrawn: Vec<&'a str>,
    contradictory: Vec<&'a str>,
    /// Only records that the lens leaves out.
    hidden: Vec<&'a str>,
    /// Only records that are broken.
    unusable: Vec<&'a str>,
    /// Nothing comparable of its group, and nothing of its own.
    from_group: Vec<&'a str>,
}

#[derive(Serialize)]
struct RedLineOut<'a> {
    party: &'a str,
    issue: &'a str,
    /// Others with a comparable position on the issue, whatever it is.
    answered_by: Vec<&'a str>,
    /// Those who could be asked.
    open_to: Vec<&'a str>,
}

#[derive(Serialize)]
struct PairOut<'a> {
    a: &'a str,
    b: &'a str,
    n: usize,
    /// Issues to which only `b` has spoken, and `a` could be asked.
    ask_a: Vec<&'a str>,
    /// Issues to which only `a` has spoken, and `b` could be asked.
    ask_b: Vec<&'a str>,
}

/// The text of the answer.
pub fn draw(gaps: &Gaps) -> String {
    let dossier = gaps.scene.dossier;
    super::text(&GapsOut {
        schema: "stances/gaps/1",
        lens: lens(gaps.scene),
        parties: parties(dossier, &gaps.scene.focus.parties),
        ask: gaps.asked.as_ref().map(|asked| parties(dossier, asked)),
        questions: (gaps.questions.iter())
            .map(|question| question_out(gaps, question))
            .collect(),
        issues: gaps
            .floors
            .iter()
            .map(|floor| issue_out(dossier, floor))
            .collect(),
        red_lines: gaps
            .red_lines
            .iter()
            .map(|line| red_line_out(dossier, line))
            .collect(),
        few: FEW,
        pairs: gaps
            .thin
            .iter()
            .map(|pair| pair_out(dossier, pair))
            .collect(),
    })
}

fn question_out<'a>(gaps: &Gaps<'a>, question: &Question) -> QuestionOut<'a> {
    let dossier = gaps.scene.dossier;
    let issue = &dossier.issues[question.issue];
    let floor = gaps.floor(question.issue);
    QuestionOut {
        party: &dossier.parties[question.party].id,
        issue: &issue.id,
        area: &dossier.areas[issue.area].id,
        so_far: question.voice.name(),
        new_pairs: question.pairs,
        first_pairs: question.first,
        comparable_with: floor.map_or(Vec::new(), |floor| {
            parties(dossier, &question.with(floor).collect::<Vec<_>>())
        }),
        and_for: parties(dossier, &question.heirs),
        red_lines_of: floor.map_or(Vec::new(), |floor| parties(dossier, &floor.red_lines)),
    }
}

fn issue_out<'a>(dossier: &'a Dossier, floor: &Floor) -> IssueOut<'a> {
    let issue = &dossier.issues[floor.issue];
    let who = |voice: Voice| -> Vec<&'a str> {
        let parties = floor.who(voice);
        parties
            .map(|party| dossier.parties[party].id.as_str())
            .collect()
    };
    IssueOut {
        issue: &issue.id,
        area: &dossier.areas[issue.area].id,
        speaking: parties(dossier, &floor.speaking),
        red_lines_of: parties(dossier, &floor.red_lines),
        silent: who(Voice::Silent),
        ended: who(Voice::Ended),
        undisclosed: who(Voice::Undisclosed),
        withdrawn: who(Voice::Withdrawn),
        contradictory: who(Voice::Contradictory),
        hidden: who(Voice::Hidden),
        unusable: who(Voice::Unusable),
        from_group: who(Voice::FromGroup),
    }
}

fn red_line_out<'a>(dossier: &'a Dossier, line: &RedLine) -> RedLineOut<'a> {
    RedLineOut {
        party: &dossier.parties[line.party].id,
        issue: &dossier.issues[line.issue].id,
        answered_by: parties(dossier, &line.answered),
        open_to: parties(dossier, &line.open),
    }
}

fn pair_out<'a>(dossier: &'a Dossier, pair: &Thin) -> PairOut<'a> {
    let issues = |of: &[usize]| -> Vec<&'a str> {
        of.iter()
            .map(|issue| dossier.issues[*issue].id.as_str())
            .collect()
    };
    PairOut {
        a: &dossier.parties[pair.a].id,
        b: &dossier.parties[pair.b].id,
        n: pair.n,
        ask_a: issues(&pair.ask_a),
        ask_b: issues(&pair.ask_b),
    }
}

fn parties<'a>(dossier: &'a Dossier, parties: &[usize]) -> Vec<&'a str> {
    let ids = parties
        .iter()
        .map(|party| dossier.parties[*party].id.as_str());
    ids.collect()
}
