//! A dossier of 310 issues, 60 parties and 500 random relations: the program finds as
//! many contradictions in each file as there are, by a count that shares nothing with it.
//!
//! Relations stand in parts of three issues with five relations each, so that all there
//! is can be tried out. Each issue has three points; what is accepted is a set of them.

use std::collections::BTreeMap;

use itertools::Itertools;

use crate::harness::talks::{Says, Talks, says};

const PARTS: usize = 100;
const PARTIES: usize = 60;
/// In so many parts, of which no party speaks, relations may contradict each other.
const LOOSE: usize = 30;
/// So many issues more, of which no relation speaks.
const FREE: usize = 10;

/// The points that are accepted on an issue of a part, one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Side {
    issue: usize,
    points: u8,
}

#[derive(Debug, Clone, Copy)]
struct Relation {
    implies: bool,
    one: Side,
    other: Side,
}

/// What is accepted on the three issues of a part.
type Way = [u8; 3];

/// Numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        let next = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = next.wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most
    }

    fn side(&mut self) -> Side {
        let issue = self.below(3);
        let points = match kind(issue) {
            "statement" => [1, 2, 4][self.below(3)],
            "scale" => [1, 2, 4, 3, 6][self.below(5)],
            _ => 1 + self.below(6) as u8,
        };
        Side { issue, points }
    }

    fn relations(&mut self) -> Vec<Relation> {
        let relation = |dice: &mut Self| Relation {
            implies: dice.below(3) > 0,
            one: dice.side(),
            other: dice.side(),
        };
        (0..5).map(|_| relation(self)).collect()
    }

    /// Relations under which somebody can hold each position that they speak of.
    fn sound_relations(&mut self) -> Vec<Relation> {
        loop {
            let relations = self.relations();
            if impossible(&relations).is_empty() {
                return relations;
            }
        }
    }
}

fn kind(issue: usize) -> &'static str {
    ["statement", "scale", "choice"][issue % 3]
}

impl Side {
    fn holds(self, way: &Way) -> bool {
        way[self.issue] & !self.points == 0
    }

    fn text(self) -> String {
        let points = (0..3).filter(|point| self.points & (1 << point) != 0);
        let names = points
            .map(|point| ["a", "b", "c"][point as usize])
            .collect_vec();
        match kind(self.issue) {
            "statement" => match names[0] {
                "a" => "Oppose".to_owned(),
                "b" => "Neutral".to_owned(),
                _ => "Support".to_owned(),
            },
            "scale" => format!("Between({:?}, {:?})", names[0], names[names.len() - 1]),
            _ => format!("OneOf({names:?})"),
        }
    }
}

impl Relation {
    fn suits(self, way: &Way) -> bool {
        let (one, other) = (self.one.holds(way), self.other.holds(way));
        match self.implies {
            true => !one || other,
            false => !(one && other),
        }
    }
}

fn ways() -> impl Iterator<Item = Way> {
    let all = (1..8_u8).cartesian_product(1..8).cartesian_product(1..8);
    all.map(|((a, b), c)| [a, b, c])
}

/// The sets of relations, one bit each, that nobody of these keeps.
fn unkept(relations: &[Relation], inside: impl Fn(&Way) -> bool) -> Vec<u32> {
    let kept = |way: Way| {
        let kept = relations.iter().positions(|relation| relation.suits(&way));
        kept.map(|at| 1 << at).sum::<u32>()
    };
    let kept = ways().filter(|way| inside(way)).map(kept);
    let kept = kept.sorted_unstable().dedup().collect_vec();
    let all = 0..1_u32 << relations.len();
    all.filter(|set| kept.iter().all(|kept| set & !kept != 0))
        .collect()
}

/// The least of these sets.
fn least(sets: Vec<u32>) -> Vec<u32> {
    let part = |one: u32, other: u32| one != other && one & !other == 0;
    let is_least = |set: &u32| !sets.iter().any(|other| part(*other, *set));
    let least = sets.iter().copied().filter(is_least);
    least.sorted_unstable().dedup().collect()
}

/// The least sets of relations by which nobody can hold what one of them waits for.
fn impossible(relations: &[Relation]) -> Vec<u32> {
    let waits = relations.iter().flat_map(|relation| {
        let other = (!relation.implies).then_some(relation.other);
        [relation.one].into_iter().chain(other)
    });
    least(
        waits
            .flat_map(|side| unkept(relations, |way| side.holds(way)))
            .collect(),
    )
}

/// How many least sets of stances and relations cannot stand together. Stances come
/// in bits above those of the relations.
fn broken(relations: &[Relation], stances: &[Side]) -> usize {
    let count = relations.len();
    let sets = (0..stances.len()).powerset().flat_map(|chosen| {
        let inside = |way: &Way| chosen.iter().all(|at| stances[*at].holds(way));
        let stances: u32 = chosen.iter().map(|at| 1 << (count + at)).sum();
        let sets = unkept(relations, inside).into_iter();
        sets.map(move |set| set | stances).collect_vec()
    });
    least(sets.collect()).len()
}

/// A party's stances in a part, one on an issue at most.
fn stances(dice: &mut Dice) -> Vec<Side> {
    let sides = (0..2).map(|_| dice.side()).collect_vec();
    sides.into_iter().unique_by(|side| side.issue).collect()
}

fn named(part: usize, side: Side) -> (String, String) {
    (format!("i{}", part * 3 + side.issue), side.text())
}

fn with_relation(talks: Talks, part: usize, relation: Relation) -> Talks {
    let (one, other) = (named(part, relation.one), named(part, relation.other));
    let (one, other) = ((&*one.0, &*one.1), (&*other.0, &*other.1));
    match relation.implies {
        true => talks.implies(one, other),
        false => talks.excludes(one, other),
    }
}

/// How often each rule finds something in each file.
fn found(talks: &Talks) -> BTreeMap<(String, String), usize> {
    let scratch = talks.scratch();
    let line = "check --today 2026-01-01 --format concise --allow all \
                --deny broken-relation,clashing-relations,contradictory-stance";
    let output = scratch.run(&line.split_whitespace().collect_vec()).output();
    assert_eq!((output.code, output.stderr.as_str()), (1, ""));
    let text = output.text();
    let lines = text.lines().filter_map(|line| {
        let (file, rest) = line.split_once(':')?;
        let rule = rest.split(['[', ']']).nth(1)?;
        Some((file.rsplit('/').next()?.to_owned(), rule.to_owned()))
    });
    lines.counts().into_iter().collect()
}

#[test]
fn as_many_contradictions_are_found_as_there_are() {
    let mut dice = Dice(11);
    let mut talks = (0..PARTS * 3).fold(Talks::new(), |talks, issue| {
        let kind = match kind(issue) {
            "statement" => "Statement",
            "scale" => r#"Scale(["a", "b", "c"])"#,
            _ => r#"Choice(["a", "b", "c"])"#,
        };
        talks.issue(&format!("i{issue}"), kind)
    });
    talks = (0..FREE).fold(talks, |talks, issue| {
        talks.issue(&format!("free{issue}"), r#"Choice(["a", "b", "c"])"#)
    });
    let loose = (0..LOOSE).map(|_| dice.relations()).collect_vec();
    let sound = (LOOSE..PARTS).map(|_| dice.sound_relations()).collect_vec();
    let parts = loose.into_iter().chain(sound).collect_vec();
    for (part, relations) in parts.iter().enumerate() {
        for relation in relations {
            talks = with_relation(talks, part, *relation);
        }
    }
    let mut due: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut count = |file: String, rule: &str, more: usize| {
        if more > 0 {
            *due.entry((file, rule.to_owned())).or_default() += more;
        }
    };
    let clashing = parts.iter().map(|relations| impossible(relations).len());
    let clashing: usize = clashing.sum();
    assert!(clashing > 5);
    count("dossier.ron".to_owned(), "clashing-relations", clashing);
    for party in 0..PARTIES {
        let file = format!("p{party}.ron");
        let mut records: Vec<Says> = Vec::new();
        for (part, relations) in parts.iter().enumerate().skip(LOOSE) {
            let stances = stances(&mut dice);
            count(file.clone(), "broken-relation", broken(relations, &stances));
            records.extend(stances.iter().map(|side| {
                let (issue, position) = named(part, *side);
                says(&issue, &position)
            }));
        }
        for issue in 0..FREE {
            if dice.below(2) == 0 {
                count(file.clone(), "contradictory-stance", 1);
                let at =
                    |point: &str| says(&format!("free{issue}"), &format!("OneOf([{point:?}])"));
                records.push(at("a").since("2025-03"));
                records.push(at("b").since("2025-03-31"));
            }
        }
        talks = talks.party(&format!("p{party}"), records);
    }
    assert!(due.values().sum::<usize>() > 1000, "{due:?}");
    assert_eq!(found(&talks), due);
}
