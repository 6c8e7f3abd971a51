//! What holds of every table: its numbers are those of a dossier that says the same, and
//! all ways of counting give them.

use proptest::prelude::*;

use stances::compare::bulk::{Count, Survey};
use stances::compare::joint::Field;
use stances::compare::matrix::{By, Matrix, matrices};
use stances::compare::terms::Terms;
use stances::dossier::lens::Lens;
use stances::dossier::scene::Scene;
use stances::exchange::bulk::items::Items;
use stances::exchange::bulk::{Layout, Levels, Shape, read};
use stances::kernel::counter::Columns;
use stances::kernel::rung::Rung;
use stances::measure::counts::Normalise;
use stances::measure::{ALL, Score};
use stances::table::answers::Answers;
use stances::table::sparse::Sparse;
use stances::table::{Cells, Reading, Table};

use crate::harness::talks::{Talks, says};

/// What is asked, as a table and as a dossier put it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// On two, three or five levels.
    Statement(usize),
    Scale(usize),
    Choice(usize),
    /// On items of two different ranges.
    Quantity,
}

/// Answers by actor and item, as levels from 0, and what each item weighs.
#[derive(Debug, Clone)]
struct Sheet {
    kind: Kind,
    rows: Vec<Vec<Option<u8>>>,
    weights: Vec<u8>,
}

fn sheets() -> impl Strategy<Value = Sheet> {
    let kinds = prop_oneof![
        prop::sample::select(vec![2, 3, 5]).prop_map(Kind::Statement),
        (2usize..6).prop_map(Kind::Scale),
        (2usize..6).prop_map(Kind::Choice),
        Just(Kind::Quantity),
    ];
    (kinds, 1usize..7, 0.1..1.0).prop_flat_map(|(kind, items, share)| {
        let answer = prop::option::weighted(share, 0..kind.levels() as u8);
        let rows = prop::collection::vec(prop::collection::vec(answer, items), 2..5);
        let even = Just(vec![1; items]);
        let weights = prop_oneof![even, prop::collection::vec(0u8..4, items)];
        (rows, weights).prop_map(move |(rows, weights)| Sheet {
            kind,
            rows,
            weights,
        })
    })
}

impl Kind {
    fn levels(self) -> usize {
        match self {
            Self::Statement(levels) | Self::Scale(levels) | Self::Choice(levels) => levels,
            Self::Quantity => 5,
        }
    }

    fn reading(self) -> Reading {
        match self {
            Self::Statement(_) => Reading::Statement,
            Self::Scale(_) | Self::Quantity => Reading::Scale,
            Self::Choice(_) => Reading::Choice,
        }
    }

    /// The range of an item, where items have their own.
    fn range(item: usize) -> (f64, f64) {
        if item.is_multiple_of(3) {
            (-1.0, 3.0)
        } else {
            (0.0, 0.3)
        }
    }

    fn value(item: usize, level: u8) -> f64 {
        let (min, max) = Self::range(item);
        min + f64::from(level) / 4.0 * (max - min)
    }

    fn issue(self, item: usize) -> String {
        let (min, max) = Self::range(item);
        match self {
            Self::Statement(_) => "Statement".into(),
            Self::Scale(levels) => format!("Scale({:?})", names(levels)),
            Self::Choice(levels) => format!("Choice({:?})", names(levels)),
            Self::Quantity => format!("Quantity(unit: \"\", min: {min:?}, max: {max:?})"),
        }
    }

    fn position(self, item: usize, level: u8) -> String {
        let degrees = ["Oppose", "LeanOppose", "Neutral", "LeanSupport", "Support"];
        let at = usize::from(level);
        match self {
            Self::Statement(levels) => degrees[at * 4 / (levels - 1)].to_owned(),
            Self::Scale(levels) => format!("At({:?})", names(levels)[at]),
            Self::Choice(levels) => format!("OneOf([{:?}])", names(levels)[at]),
            Self::Quantity => format!("At({:?})", Self::value(item, level)),
        }
    }
}

fn names(levels: usize) -> Vec<String> {
    (0..levels).map(|level| format!("l{level}")).collect()
}

impl Sheet {
    fn talks(&self) -> Talks {
        let items = self.weights.iter().enumerate();
        let talks = items.fold(Talks::new(), |talks, (item, weight)| {
            let more = format!("weight: {weight}");
            talks.issue_with(&format!("i{item}"), "all", &self.kind.issue(item), &more)
        });
        self.rows
            .iter()
            .enumerate()
            .fold(talks, |talks, (party, row)| {
                let given = row.iter().enumerate().filter_map(|(item, level)| {
                    let position = self.kind.position(item, (*level)?);
                    Some(says(&format!("i{item}"), &position))
                });
                talks.party(&format!("p{party}"), given)
            })
    }

    /// A level as it stands in a file: the lowest is −1.
    fn field(&self, item: usize, level: u8) -> String {
        match self.kind {
            Kind::Quantity => format!("{:?}", Kind::value(item, level)),
            _ => (i64::from(level) - 1).to_string(),
        }
    }

    fn wide(&self) -> String {
        let heads = (0..self.weights.len()).map(|item| format!(",i{item}"));
        let row = |(party, row): (usize, &Vec<Option<u8>>)| {
            let field = |(item, level): (usize, &Option<u8>)| {
                let field = level.map(|level| self.field(item, level));
                format!(",{}", field.unwrap_or_default())
            };
            let fields: String = row.iter().enumerate().map(field).collect();
            format!("p{party}{fields}\n")
        };
        let rows: String = self.rows.iter().enumerate().map(row).collect();
        format!("party{}\n{rows}", heads.collect::<String>())
    }

    /// Every cell has a row, so that actors and items come up in their order.
    fn long(&self) -> String {
        let mut text = "value,item,party\n".to_owned();
        for (party, row) in self.rows.iter().enumerate() {
            for (item, level) in row.iter().enumerate() {
                let field = level.map(|level| self.field(item, level));
                text += &format!("{},i{item},p{party}\n", field.unwrap_or_default());
            }
        }
        text
    }

    fn items(&self) -> Items {
        let ranged = self.kind == Kind::Quantity;
        let mut text = format!("item,weight{}\n", if ranged { ",min,max" } else { "" });
        for (item, weight) in self.weights.iter().enumerate() {
            text += &format!("i{item},{weight}");
            if ranged {
                let (min, max) = Kind::range(item);
                text += &format!(",{min},{max}");
            }
            text += "\n";
        }
        Items::read(text.as_bytes(), b',').unwrap()
    }

    fn table(&self, layout: Layout) -> Table {
        let levels = Levels {
            lo: -1,
            hi: self.kind.levels() as i64 - 2,
        };
        let shape = Shape {
            layout,
            levels: (self.kind != Kind::Quantity).then_some(levels),
            separator: b',',
        };
        let text = match layout {
            Layout::Wide => self.wide(),
            Layout::Long => self.long(),
        };
        let bulk = read(text.as_bytes(), &shape, Some(&self.items())).unwrap();
        assert_eq!(bulk.faults.count + bulk.unknown.count, 0, "{text}");
        bulk.table
    }
}

fn all_terms() -> Vec<Terms> {
    let terms = |weight: Option<&str>, normalise, min_joint| Terms {
        weight: weight.map(|rule| rule.parse().unwrap()),
        normalise,
        min_joint,
    };
    vec![
        Terms::default(),
        terms(Some("issue"), Normalise::Jaccard, 0),
        terms(None, Normalise::Average, 2),
        terms(None, Normalise::ActivityProduct, 0),
    ]
}

/// Every measure on all terms.
fn measured(table: &Table, reading: Reading, count: Count) -> Vec<Matrix> {
    let survey = Survey::new(table, reading, -1, count).unwrap();
    let mut all = Vec::new();
    for terms in all_terms() {
        for measure in ALL {
            let parts = survey.parts(measure, &terms).into_iter();
            all.extend(parts.map(|part| part.matrix()));
        }
    }
    all
}

fn near(one: &Option<Score>, other: &Option<Score>) -> bool {
    let (Some(one), Some(other)) = (one, other) else {
        return one.is_none() && other.is_none();
    };
    let same = match (one.value, other.value) {
        (Ok(one), Ok(other)) => (one - other).abs() < 1e-12,
        (one, other) => one == other,
    };
    // What is counted is exact.
    let exact = one.count.is_none() || one.value == other.value;
    same && exact && (one.n, one.count, one.out_of) == (other.n, other.count, other.out_of)
}

fn assert_near(ours: &[Matrix], theirs: &[Matrix]) {
    assert_eq!(ours.len(), theirs.len());
    for (ours, theirs) in ours.iter().zip(theirs) {
        assert_eq!(ours.measure.name, theirs.measure.name);
        assert_eq!((ours.alone, ours.unfit), (theirs.alone, theirs.unfit));
        let cells = |matrix: &Matrix| matrix.scores.concat();
        for (ours_at, theirs_at) in cells(ours).iter().zip(&cells(theirs)) {
            let (name, terms) = (ours.measure.name, &ours.terms);
            assert!(
                near(ours_at, theirs_at),
                "{name} {terms:?}: {ours_at:?} {theirs_at:?}"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_table_has_the_numbers_of_a_dossier_that_says_the_same(sheet in sheets()) {
        let dossier = sheet.talks().loaded();
        let scene = Scene::new(&dossier, Lens::default().on(&dossier).unwrap());
        let field = Field::new(&scene);
        let mut theirs = Vec::new();
        for terms in all_terms() {
            for measure in ALL {
                theirs.extend(matrices(&field, measure, By::Whole, &terms));
            }
        }
        let table = sheet.table(Layout::Wide);
        for count in [Count::Each, Count::Together(Rung::best())] {
            assert_near(&measured(&table, sheet.kind.reading(), count), &theirs);
        }
    }

    #[test]
    fn wide_and_long_are_the_same_table(sheet in sheets()) {
        prop_assert_eq!(sheet.table(Layout::Wide), sheet.table(Layout::Long));
    }

    #[test]
    fn a_part_of_a_table_is_told_as_it_is_in_the_whole(sheet in sheets(), seed in any::<usize>()) {
        let table = sheet.table(Layout::Wide);
        let mut actors: Vec<usize> = (0..table.actors.len()).rev().collect();
        actors.remove(seed % actors.len());
        let items: Vec<usize> = (0..table.items.len()).filter(|item| item % 2 == seed % 2).collect();
        let part = table.only(&actors, &items);
        for (new, old) in actors.iter().enumerate() {
            let whole = table.row(*old).into_iter();
            let kept: Vec<_> = whole.filter(|(item, _)| item % 2 == seed % 2)
                .map(|(item, answer)| (item / 2, answer)).collect();
            prop_assert_eq!(part.row(new), kept);
            prop_assert_eq!(&part.actors[new], &table.actors[*old]);
        }
        prop_assert_eq!(part.weights.len(), items.len());
    }
}

/// Rows of answers on any number of levels, and how densely.
fn rows() -> impl Strategy<Value = (usize, Vec<Vec<Option<u8>>>)> {
    let sizes = (
        2usize..=14,
        prop_oneof![3 => 1usize..20, 1 => 510usize..516],
    );
    sizes.prop_flat_map(|(levels, items)| {
        let share = prop_oneof![Just(0.02), 0.1..0.99];
        let row = share.prop_flat_map(move |share| {
            prop::collection::vec(prop::option::weighted(share, 0..levels as u8), items)
        });
        (Just(levels), prop::collection::vec(row, 1..5))
    })
}

fn tables(levels: usize, rows: &[Vec<Option<u8>>]) -> [Table; 2] {
    let (items, actors) = (rows[0].len(), rows.len());
    let mut dense = Answers::new(levels, items);
    let mut sparse = Sparse::default();
    for (actor, row) in rows.iter().enumerate() {
        dense.add_actor();
        let given = row.iter().enumerate();
        let given = given.filter_map(|(item, level)| Some((item, (*level)?)));
        given
            .clone()
            .for_each(|(item, level)| dense.set(actor, item, level));
        sparse.push(given.map(|(item, level)| (item as u32, level)));
    }
    [Cells::Dense(dense), Cells::Sparse(sparse)].map(|cells| Table {
        actors: (0..actors).map(|actor| format!("a{actor}")).collect(),
        items: (0..items).map(|item| format!("i{item}")).collect(),
        weights: vec![1.0; items],
        levels,
        cells,
    })
}

proptest! {
    // Every case takes all measures of many pairs in several ways.
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn all_ways_of_counting_give_the_same_numbers(
        (levels, rows) in rows(),
        weight in 0u8..3,
        reading in prop::sample::select(vec![Reading::Statement, Reading::Scale, Reading::Choice]),
    ) {
        for mut table in tables(levels, &rows) {
            table.weights.fill(f64::from(weight));
            let each = measured(&table, reading, Count::Each);
            for rung in Rung::all() {
                assert_near(&measured(&table, reading, Count::Together(rung)), &each);
            }
        }
    }

    #[test]
    fn rows_come_in_their_order_however_many_threads_there_are(
        (levels, rows) in rows(),
        times in 1usize..60,
    ) {
        let rows: Vec<_> = rows.iter().cycle().take(rows.len() * times).cloned().collect();
        let [table, _] = tables(levels, &rows);
        let survey =
            Survey::new(&table, Reading::Statement, 0, Count::Together(Rung::best())).unwrap();
        let drawn = |threads: usize, columns: Columns| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| {
                let [part] = <[_; 1]>::try_from(survey.parts(&ALL[0], &Terms::default())).unwrap();
                let mut rows = Vec::new();
                let draw = |row: usize, first: usize, scores: &[Option<Score>]| {
                    (row, first, scores.to_vec())
                };
                let visit = |row| {
                    rows.push(row);
                    Ok::<(), ()>(())
                };
                part.rows(0..table.actors.len(), columns, draw, visit).unwrap();
                rows
            })
        };
        for columns in [Columns::All, Columns::Behind] {
            prop_assert_eq!(drawn(1, columns), drawn(3, columns));
        }
        let whole = drawn(2, Columns::All);
        for (row, first, scores) in drawn(2, Columns::Behind) {
            prop_assert_eq!(first, row + 1);
            prop_assert_eq!(&whole[row].2[first..], &scores[..]);
            prop_assert_eq!(whole[row].2[row], None);
        }
    }
}
