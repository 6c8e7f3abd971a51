//! Positions as tidy data.

use insta::assert_snapshot;

use crate::harness::scratch::Scratch;
use crate::harness::talks::{Talks, says};

/// Every kind of issue and every kind of cell.
pub fn talks() -> Scratch {
    Talks::new()
        .source("note")
        .statement("pledge")
        .issue("strength", "Scale([\"weak\", \"fair\", \"strong\"])")
        .issue("troops", "Quantity(unit: \"men\", min: -5, max: 100)")
        .issue("seat", "Choice([\"here\", \"over, there\", \"nowhere\"])")
        .party_with(
            "north",
            "name: \"The North\"",
            [
                says("pledge", "LeanSupport").on_condition("the south signs"),
                says("strength", "AtLeast(\"fair\")").attributed(),
                says("troops", "Between(-5, 10.5)").until("2026"),
                says("seat", "OneOf([\"here\", \"over, there\"])").from("note", "p. 1"),
            ],
        )
        .party(
            "south",
            [
                says("pledge", "Oppose"),
                says("pledge", "Neutral"),
                says("strength", "Undisclosed"),
                says("troops", "At(3)").with("note: \"=1+1\", salience: 0.5, confidential: true"),
            ],
        )
        .party("west", [])
        .scratch()
}

#[test]
fn one_row_a_party() {
    let text = talks().run(&["export", "talks", "--to", "wide"]).fine();
    assert_snapshot!(text, @r#"
    party,party_name,pledge,pledge.value,strength,strength.lo,strength.hi,troops,troops.lo,troops.hi,seat
    north,The North,lean-support [if: the south signs],0.5,fair..strong,2,3,'-5..10.5,-5.0,10.5,"OneOf([""here"", ""over, there""])"
    south,south,contradictory,,undisclosed,,,3,3.0,3.0,
    west,west,,,,,,,,,
    "#);
}

#[test]
fn one_row_a_record() {
    let text = talks().run(&["export", "talks", "--to", "long"]).fine();
    assert_snapshot!(text, @r#"
    party,party_name,issue,area,kind,position,state,value,lo,hi,condition,firmness,basis,by,since,until,dated,sources,places,gist,quote,note,confidence,salience,stake,coder,confidential,inherited_from,issue_text
    north,The North,pledge,matters,Statement,lean-support,conditional,0.5,,,the south signs,position,declared,the speaker,2025-01-01,,stated,,,,,,,,,,,,What about pledge?
    south,south,pledge,matters,Statement,oppose,contradictory,-1.0,,,,position,declared,the speaker,2025-01-01,,stated,,,,,,,,,,,,What about pledge?
    south,south,pledge,matters,Statement,neutral,contradictory,0.0,,,,position,declared,the speaker,2025-01-01,,stated,,,,,,,,,,,,What about pledge?
    north,The North,strength,matters,"Scale([""weak"", ""fair"", ""strong""])",fair..strong,held,,2,3,,position,attributed,a reporter,2025-01-01,,stated,,,,,,,,,,,,What about strength?
    south,south,strength,matters,"Scale([""weak"", ""fair"", ""strong""])",undisclosed,undisclosed,,,,,position,declared,the speaker,2025-01-01,,stated,,,,,,,,,,,,What about strength?
    north,The North,troops,matters,"Quantity(unit: ""men"", min: -5, max: 100)",'-5..10.5,held,,-5.0,10.5,,position,declared,the speaker,2025-01-01,2026,stated,,,,,,,,,,,,What about troops?
    south,south,troops,matters,"Quantity(unit: ""men"", min: -5, max: 100)",3,held,,3.0,3.0,,position,declared,the speaker,2025-01-01,,stated,,,,,'=1+1,,0.5,,,true,,What about troops?
    north,The North,seat,matters,"Choice([""here"", ""over, there"", ""nowhere""])","OneOf([""here"", ""over, there""])",held,,,,,position,declared,the speaker,2025-01-01,,stated,note,p. 1,,,,,,,,,,What about seat?
    "#);
}
