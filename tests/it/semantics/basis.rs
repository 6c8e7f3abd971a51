//! How a position is known, and which basis beats which.

use stances::dossier::BasisKind;
use stances::dossier::lens::Lens;
use stances::dossier::scene::Cell;

use crate::harness::look::Look;
use crate::harness::talks::{Says, Talks, says};

fn said(stances: impl IntoIterator<Item = Says>) -> Talks {
    Talks::new().statement("q").party("a", stances)
}

fn through(talks: &Talks, bases: &[BasisKind]) -> Look {
    talks.through(Lens {
        bases: bases.to_vec(),
        ..Lens::default()
    })
}

fn earlier() -> Says {
    says("q", "Support").since("2025-01-01")
}

fn later() -> Says {
    says("q", "Oppose").since("2025-02-01")
}

#[test]
fn a_weaker_basis_never_replaces_a_declared_one() {
    for weaker in [later().attributed(), later().by_conduct()] {
        let look = said([earlier(), weaker]).look();
        assert_eq!(look.says("a", "q"), "+ support");
        assert_eq!(look.hidden.weaker, 1);
    }
}

#[test]
fn a_weaker_record_beside_a_declared_one_is_shown() {
    let look = said([earlier(), later().by_conduct()]).look();
    let Cell::Held(held) = look.cell("a", "q") else {
        panic!("it holds");
    };
    assert_eq!(held.weaker.len(), 1);
    assert!(look.row("q").contains("+ support ~"));
}

#[test]
fn a_weaker_record_that_has_ended_is_not_shown() {
    let look = said([earlier(), later().by_conduct().until("2025-02-10")]).as_of("2025-03-01");
    assert_eq!((look.hidden.weaker, look.hidden.ended), (0, 1));
    assert!(!look.row("q").contains('~'));
}

#[test]
fn of_several_weaker_records_the_latest_is_shown() {
    let look = said([
        earlier(),
        later().by_conduct(),
        says("q", "Neutral").since("2025-03-01").attributed(),
    ])
    .look();
    assert_eq!((look.hidden.weaker, look.hidden.replaced), (1, 1));
}

#[test]
fn a_weaker_record_before_a_declared_one_is_replaced() {
    let look = said([earlier().by_conduct(), later()]).look();
    assert_eq!(look.says("a", "q"), "− oppose");
    assert_eq!((look.hidden.weaker, look.hidden.replaced), (0, 1));
}

#[test]
fn a_declared_record_and_a_weaker_one_of_the_same_day_are_no_contradiction() {
    let look = said([earlier(), later().since("2025-01-01").attributed()]).look();
    assert_eq!(look.says("a", "q"), "+ support");
    assert_eq!(look.hidden.weaker, 1);
}

#[test]
fn attribution_and_conduct_replace_each_other() {
    let look = said([earlier().attributed(), later().by_conduct()]).look();
    assert_eq!(look.says("a", "q"), "− oppose");
    let look = said([earlier().by_conduct(), later().attributed()]).look();
    assert_eq!(look.says("a", "q"), "− oppose");
}

#[test]
fn the_lens_takes_every_basis_and_marks_the_weaker_ones() {
    assert!(
        said([earlier().attributed()])
            .look()
            .row("q")
            .contains("+ support a")
    );
    assert!(
        said([earlier().by_conduct()])
            .look()
            .row("q")
            .contains("+ support c")
    );
    assert!(
        said([earlier()])
            .look()
            .row("q")
            .trim_end()
            .ends_with("+ support")
    );
}

#[test]
fn only_declared_ones_can_be_asked_for() {
    let talks = said([earlier().by_conduct()]);
    let look = through(&talks, &[BasisKind::Declared]);
    assert_eq!(look.says("a", "q"), "silent");
    assert_eq!(look.hidden.basis, 1);
    assert!(look.tells("only declared"));
}

#[test]
fn the_lens_filters_first_and_then_the_latest_of_what_is_left_holds() {
    let talks = said([earlier().attributed(), later()]);
    let look = through(&talks, &[BasisKind::Attributed]);
    assert_eq!(look.says("a", "q"), "+ support");
    assert!(look.row("q").contains('>'), "the later one is outside");
}

#[test]
fn the_answer_states_the_bases_from_the_strictest_to_the_loosest() {
    use BasisKind::{Attributed, Conduct, Declared};
    let talks = said([earlier()]);
    let look = through(&talks, &[Conduct, Declared, Attributed]);
    let bases = look.json["lens"]["bases"].to_string();
    assert_eq!(bases, r#"["declared","attributed","conduct"]"#);
}
