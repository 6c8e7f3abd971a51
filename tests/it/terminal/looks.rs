//! Tables as a user sees them.

use anstyle::{Ansi256Color, Color};
use insta::assert_snapshot;
use stances::render::page::{Colour, Page};
use stances::render::style;
use stances::render::table::draw;
use stances::view::table::{Table, Tone};

use super::cases;
use super::laws::assert_fits;

fn drawn(table: Table, width: usize) -> String {
    let page = Page {
        width,
        colour: Colour::Off,
    };
    draw(&cases::view_of(table), &page)
}

#[test]
fn a_matrix_of_six_parties_on_wide_paper() {
    assert_snapshot!(drawn(cases::agreement(), 120), @r"
    Issues on which two parties agree, of those on which both have a comparable position.

                                   Ukraine    Russia  United States  Britain, France and Germany  European leaders  France
    ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
    Ukraine                              —  2/16 12%       8/24 33%                    18/25 72%               2/4       ·
    Russia                        2/16 12%         —       6/15 40%                     2/16 12%                 ·     0/1
    United States                 8/24 33%  6/15 40%              —                    14/28 50%               1/2       ·
    Britain, France and Germany  18/25 72%  2/16 12%      14/28 50%                            —               3/3     2/2
    European leaders                   2/4         ·            1/2                          3/3                 —     1/1
    France                               ·       0/1              ·                          2/2               1/1       —
    ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
    2/4: they agree on two of four issues. A percentage is given from five issues on.
    · no issue on which both have a comparable position
    ");
}

#[test]
fn a_matrix_of_six_parties_on_a_terminal() {
    assert_snapshot!(drawn(cases::agreement(), 80), @r"
    Issues on which two parties agree, of those on which both have a comparable
      position.

                                                          Britain,
                                                            France
                                                 United        and  European
                           Ukraine    Russia     States    Germany   leaders  France
    ────────────────────────────────────────────────────────────────────────────────
    Ukraine                      —  2/16 12%   8/24 33%  18/25 72%       2/4       ·
    Russia                2/16 12%         —   6/15 40%   2/16 12%         ·     0/1
    United States         8/24 33%  6/15 40%          —  14/28 50%       1/2       ·
    Britain, France and  18/25 72%  2/16 12%  14/28 50%          —       3/3     2/2
      Germany
    European leaders           2/4         ·        1/2        3/3         —     1/1
    France                       ·       0/1          ·        2/2       1/1       —
    ────────────────────────────────────────────────────────────────────────────────
    2/4: they agree on two of four issues. A percentage is given from five issues
      on.
    · no issue on which both have a comparable position
    ");
}

#[test]
fn a_matrix_of_six_parties_on_a_narrow_terminal() {
    assert_snapshot!(drawn(cases::agreement(), 40), @r"
    Issues on which two parties agree, of
      those on which both have a comparable
      position.

           UA    RU     US     E3   EU   FR
    ───────────────────────────────────────
    UA      —  2/16   8/24  18/25  2/4    ·
    RU   2/16     —   6/15   2/16    ·  0/1
    US   8/24  6/15      —  14/28  1/2    ·
    E3  18/25  2/16  14/28      —  3/3  2/2
    EU    2/4     ·    1/2    3/3    —  1/1
    FR      ·   0/1      ·    2/2  1/1    —
    ───────────────────────────────────────
    UA = Ukraine; RU = Russia;
      US = United States;
      E3 = Britain, France and Germany;
      EU = European leaders; FR = France
    2/4: they agree on two of four issues. A
      percentage is given from five issues
      on.
    · no issue on which both have a
      comparable position
    ");
}

#[test]
fn positions_on_wide_paper() {
    assert_snapshot!(drawn(cases::positions(), 120), @r"
    Positions by issue, as of 2025-12-24.

                                                                                                 Britain, France and
    Issue                    Ukraine           Russia                       United States        Germany
    ── Sovereignty ───────────────────────────────────────────────────────────────────────────────────────────────────────
    sovereignty-reaffirmed   + support !       ·                            + support            + support
    nato-accession           allied-consensus  barred !                     barred               allied-consensus
    language-minority-rules  eu-standards      russian-official-language !  eu-standards         eu-standards c
    ── Security guarantees ───────────────────────────────────────────────────────────────────────────────────────────────
    guarantee-strength       robust !          ·                            limited to robust    robust
    foreign-forces           unrestricted      none !                       non-nato-only        no-permanent-nato-basing
    us-guarantee-fee         ·                 ·                            + support            - oppose
    ── Energy ────────────────────────────────────────────────────────────────────────────────────────────────────────────
    zaporizhzhia-plant       ukraine-us-joint  ·                            iaea-split-ukraine-  iaea-split-ukraine-russia
                                                                            russia
    ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
    ! red line; c read from conduct; a attributed by somebody else; ? under revision since 2025-11-23
    · no position on record
    ");
}

#[test]
fn positions_on_a_terminal() {
    assert_snapshot!(drawn(cases::positions(), 80), @r"
    Positions by issue, as of 2025-12-24.

                                                                    Britain,
                                                                    France and
    Issue             Ukraine           Russia      United States   Germany
    ── Sovereignty ───────────────────────────────────────────────────────────────
    sovereignty-      + support !       ·           + support       + support
      reaffirmed
    nato-accession    allied-consensus  barred !    barred          allied-
                                                                    consensus
    language-         eu-standards      russian-    eu-standards    eu-standards c
      minority-rules                    official-
                                        language !
    ── Security guarantees ───────────────────────────────────────────────────────
    guarantee-        robust !          ·           limited to      robust
      strength                                      robust
    foreign-forces    unrestricted      none !      non-nato-only   no-permanent-
                                                                    nato-basing
    us-guarantee-fee  ·                 ·           + support       - oppose
    ── Energy ────────────────────────────────────────────────────────────────────
    zaporizhzhia-     ukraine-us-joint  ·           iaea-split-     iaea-split-
      plant                                         ukraine-russia  ukraine-russia
    ──────────────────────────────────────────────────────────────────────────────
    ! red line; c read from conduct; a attributed by somebody else; ? under revision
      since 2025-11-23
    · no position on record
    ");
}

#[test]
fn positions_on_a_narrow_terminal() {
    assert_snapshot!(drawn(cases::positions(), 40), @r"
    Positions by issue, as of 2025-12-24.

    Issue             Ukraine
    ── Sovereignty ───────────────────
    sovereignty-      + support !
      reaffirmed
    nato-accession    allied-consensus
    language-         eu-standards
      minority-rules
    ── Security guarantees ───────────
    guarantee-        robust !
      strength
    foreign-forces    unrestricted
    us-guarantee-fee  ·
    ── Energy ────────────────────────
    zaporizhzhia-     ukraine-us-joint
      plant
    ──────────────────────────────────
    column 1 of 4: Ukraine

                                  United
    Issue             Russia      States
    ── Sovereignty ─────────────────────────
    sovereignty-      ·           + support
      reaffirmed
    nato-accession    barred !    barred
    language-         russian-    eu-
      minority-rules  official-   standards
                      language !
    ── Security guarantees ─────────────────
    guarantee-        ·           limited to
      strength                    robust
    foreign-forces    none !      non-nato-
                                  only
    us-guarantee-fee  ·           + support
    ── Energy ──────────────────────────────
    zaporizhzhia-     ·           iaea-
      plant                       split-
                                  ukraine-
                                  russia
    ────────────────────────────────────────
    columns 2–3 of 4: Russia … United States

                      Britain, France and
    Issue             Germany
    ── Sovereignty ──────────────────────
    sovereignty-      + support
      reaffirmed
    nato-accession    allied-consensus
    language-         eu-standards c
      minority-rules
    ── Security guarantees ──────────────
    guarantee-        robust
      strength
    foreign-forces    no-permanent-nato-
                      basing
    us-guarantee-fee  - oppose
    ── Energy ───────────────────────────
    zaporizhzhia-     iaea-split-ukraine-
      plant           russia
    ─────────────────────────────────────
    column 4 of 4: Britain, France and
      Germany

    ! red line; c read from conduct; a
      attributed by somebody else; ? under
      revision since 2025-11-23
    · no position on record
    ");
}

#[test]
fn ten_parties_on_a_terminal() {
    assert_snapshot!(drawn(cases::crowd(10), 80), @r"
    Issues on which two parties agree, of those on which both have a comparable
      position.

          AR    BE     CO     DU     EL     FE     GO     HA     IS     JU
    ──────────────────────────────────────────────────────────────────────
    AR     —   0/3    0/6    0/9   0/12   0/15   0/18   0/21      ·    0/3
    BE   0/3     —   2/13   3/16   4/19   5/22    1/1    4/4    7/7   9/10
    CO   0/6  2/13      —   6/23    2/2    5/5    8/8  11/11  14/14  17/17
    DU   0/9  3/16   6/23      —    9/9  12/12  15/15  18/18  21/21      ·
    EL  0/12  4/19    2/2    9/9      —  19/19  22/22    1/1    4/4    7/7
    FE  0/15  5/22    5/5  12/12  19/19      —    5/5    8/8  11/11  14/14
    GO  0/18   1/1    8/8  15/15  22/22    5/5      —  15/15  18/18   4/21
    HA  0/21   4/4  11/11  18/18    1/1    8/8  15/15      —    1/1    4/4
    IS     ·   7/7  14/14  21/21    4/4  11/11  18/18    1/1      —  11/11
    JU   0/3  9/10  17/17      ·    7/7  14/14   4/21    4/4  11/11      —
    ──────────────────────────────────────────────────────────────────────
    AR = Delegation Aru; BE = Delegation Bel; CO = Delegation Cor;
      DU = Delegation Dun; EL = Delegation Eld; FE = Delegation Fen;
      GO = Delegation Gor; HA = Delegation Hal; IS = Delegation Isk;
      JU = Delegation Jur
    2/4: they agree on two of four issues. A percentage is given from five issues
      on.
    · no issue on which both have a comparable position
    ");
}

#[test]
fn forty_parties_on_a_terminal() {
    assert_snapshot!(drawn(cases::crowd(40), 80), @r"
    Issues on which two parties agree, of those on which both have a comparable
      position.

          AR     BE     CO     DU     EL     FE     GO     HA     IS     JU     KE
    ──────────────────────────────────────────────────────────────────────────────
    AR     —    0/3    0/6    0/9   0/12   0/15   0/18   0/21      ·    0/3    0/6
    BE   0/3      —   2/13   3/16   4/19   5/22    1/1    4/4    7/7   9/10  10/13
    CO   0/6   2/13      —   6/23    2/2    5/5    8/8  11/11  14/14  17/17  20/20
    DU   0/9   3/16   6/23      —    9/9  12/12  15/15  18/18  21/21      ·    3/3
    EL  0/12   4/19    2/2    9/9      —  19/19  22/22    1/1    4/4    7/7  10/10
    FE  0/15   5/22    5/5  12/12  19/19      —    5/5    8/8  11/11  14/14   0/17
    GO  0/18    1/1    8/8  15/15  22/22    5/5      —  15/15  18/18   4/21      ·
    HA  0/21    4/4  11/11  18/18    1/1    8/8  15/15      —    1/1    4/4    7/7
    IS     ·    7/7  14/14  21/21    4/4  11/11  18/18    1/1      —  11/11   5/14
    JU   0/3   9/10  17/17      ·    7/7  14/14   4/21    4/4  11/11      —  15/21
    KE   0/6  10/13  20/20    3/3  10/10   0/17      ·    7/7   5/14  15/21      —
    LO   0/9  11/16  22/23    6/6  13/13   5/20    3/3   2/10  13/17      ·    7/7
    MA  0/12  12/19    2/2    9/9  16/16  10/23    6/6   9/13  20/20    3/3  10/10
    NO  0/15  13/22    1/5  12/12   2/19    2/2    3/9  16/16   4/23    6/6   5/13
    OS  0/18    1/1    3/8  15/15   6/22    5/5   9/12  19/19    2/2    1/9  15/16
    PE  0/21    4/4   5/11  18/18    1/1    0/8  15/15   5/22    5/5  10/12   0/19
    QA     ·    7/7   7/14  21/21    4/4   5/11  18/18    1/1    3/8  15/15  10/22
    RA   0/3  10/10   9/17      ·    7/7  10/14   2/21    4/4  11/11   3/18    1/1
    SO   0/6  13/13  11/20    3/3  10/10  15/17      ·    1/7  14/14  12/21    4/4
    TA   0/9  16/16  13/23    6/6   1/13  20/20    3/3   8/10   2/17      ·    7/7
    UL  0/12  19/19    2/2    9/9   5/16   0/23    6/6  13/13  10/20    3/3   0/10
    VA  0/15  21/22    5/5  12/12   9/19    2/2    1/9  16/16  18/23    6/6  10/13
    WE  0/18    1/1    8/8  15/15  13/22    5/5   7/12   4/19    1/2    9/9  16/16
    XA  0/21    4/4  11/11  18/18    1/1    8/8  13/15  11/22    5/5   7/12   5/19
    YA     ·    7/7  14/14  21/21    4/4  11/11  18/18    1/1    8/8  15/15  15/22
    ZE   0/3   0/10   0/17      ·    0/7   0/14   0/21    0/4   0/11   0/18    0/1
    AS   0/6   1/13   2/20    3/3   4/10   5/17      ·    7/7   8/14   9/21    4/4
    BO   0/9   2/16   4/23    6/6   8/13  10/20    3/3  10/10  16/17      ·    7/7
    CA  0/12   3/19    2/2    9/9  12/16  15/23    6/6  13/13  20/20    2/3   5/10
    DO  0/15   4/22    5/5  12/12  16/19    2/2    9/9   3/16   7/23    6/6  13/13
    ES  0/18    1/1    8/8  15/15  20/22    0/5   5/12  10/19    2/2    9/9   0/16
    FA  0/21    4/4  11/11  18/18    1/1    5/8  11/15  17/22    5/5   4/12  10/19
    GI     ·    7/7  14/14  21/21    3/4  10/11  17/18    1/1    6/8  13/15  20/22
    HU   0/3   8/10  16/17      ·    7/7  14/14  21/21    4/4  11/11  18/18    1/1
    IN   0/6   9/13  18/20    2/3  10/10  17/17      ·    7/7  14/14   6/21    4/4
    JA   0/9  10/16  20/23    5/6  13/13   0/20    3/3  10/10   5/17      ·    0/7
    KO  0/12  11/19    2/2    8/9  16/16   5/23    6/6   2/13  13/20    3/3  10/10
    LI  0/15  12/22    5/5  11/12  19/19    2/2    9/9   9/16  21/23    6/6  13/13
    MO  0/18    1/1    1/8  14/15   2/22    5/5   3/12  16/19    2/2    9/9   5/16
    NA  0/21    4/4   3/11  17/18    1/1    8/8   9/15  22/22    5/5   1/12  15/19
    ──────────────────────────────────────────────────────────────────────────────
    columns 1–11 of 40: Delegation Aru … Delegation Kel

           LO     MA     NO     OS     PE     QA     RA     SO     TA     UL     VA
    ───────────────────────────────────────────────────────────────────────────────
    AR    0/9   0/12   0/15   0/18   0/21      ·    0/3    0/6    0/9   0/12   0/15
    BE  11/16  12/19  13/22    1/1    4/4    7/7  10/10  13/13  16/16  19/19  21/22
    CO  22/23    2/2    1/5    3/8   5/11   7/14   9/17  11/20  13/23    2/2    5/5
    DU    6/6    9/9  12/12  15/15  18/18  21/21      ·    3/3    6/6    9/9  12/12
    EL  13/13  16/16   2/19   6/22    1/1    4/4    7/7  10/10   1/13   5/16   9/19
    FE   5/20  10/23    2/2    5/5    0/8   5/11  10/14  15/17  20/20   0/23    2/2
    GO    3/3    6/6    3/9   9/12  15/15  18/18   2/21      ·    3/3    6/6    1/9
    HA   2/10   9/13  16/16  19/19   5/22    1/1    4/4    1/7   8/10  13/13  16/16
    IS  13/17  20/20   4/23    2/2    5/5    3/8  11/11  14/14   2/17  10/20  18/23
    JU      ·    3/3    6/6    1/9  10/12  15/15   3/18  12/21      ·    3/3    6/6
    KE    7/7  10/10   5/13  15/16   0/19  10/22    1/1    4/4    7/7   0/10  10/13
    LO      —   7/17  18/20   4/23    2/2    1/5    8/8  11/11   9/14  17/17   6/20
    MA   7/17      —    3/3    6/6    5/9  12/12   4/15  16/18   3/21      ·    2/3
    NO  18/20    3/3      —   7/13  16/16   8/19  21/22    1/1    4/4    7/7  10/10
    OS   4/23    6/6   7/13      —  10/23    2/2    5/5    2/8  11/11   5/14  17/17
    PE    2/2    5/9  16/16  10/23      —    9/9   5/12  15/15  10/18   0/21      ·
    QA    1/5  12/12   8/19    2/2    9/9      —  19/19  13/22    1/1    4/4    7/7
    RA    8/8   4/15  21/22    5/5   5/12  19/19      —    5/5    8/8  11/11   7/14
    SO  11/11  16/18    1/1    2/8  15/15  13/22    5/5      —  15/15  10/18   3/21
    TA   9/14   3/21    4/4  11/11  10/18    1/1    8/8  15/15      —    1/1    4/4
    UL  17/17      ·    7/7   5/14   0/21    4/4  11/11  10/18    1/1      —  11/11
    VA   6/20    2/3  10/10  17/17      ·    7/7   7/14   3/21    4/4  11/11      —
    WE  17/23    6/6  11/13   8/20    3/3   2/10  17/17      ·    7/7  14/14  12/21
    XA    2/2    1/9  16/16  22/23    6/6  13/13  16/20    3/3  10/10  10/17      ·
    YA    5/5  12/12  12/19    2/2    9/9   9/16   8/23    6/6   6/13   5/20    3/3
    ZE    0/8   0/15   0/22    0/5   0/12   0/19    0/2    0/9   0/16   0/23    0/6
    AS  11/11  12/18    1/1    8/8  15/15  16/22    5/5  12/12  19/19    2/2    9/9
    BO  14/14  21/21    1/4   3/11   5/18    1/1    8/8  11/15  13/22    5/5  12/12
    CA   8/17      ·    7/7  14/14  20/21    4/4   1/11   4/18    1/1    8/8  13/15
    DO  19/20    3/3   2/10   6/17      ·    7/7  14/14  21/21    1/4   5/11   9/18
    ES   5/23    6/6  13/13  20/20    0/3   5/10  10/17      ·    7/7   0/14   5/21
    FA    2/2    9/9   3/16   9/23    6/6  13/13   2/20    3/3  10/10  17/17      ·
    GI    2/5   9/12  16/19    2/2    5/9  12/16  19/23    1/6   8/13  15/20    3/3
    HU    8/8  15/15   4/22    5/5  12/12   3/19    2/2    9/9   2/16  10/23    6/6
    IN  11/11   8/18    1/1    1/8  10/15  19/22    3/5  12/12  19/19    2/2    9/9
    JA  10/14  20/21    4/4  11/11   0/18    1/1    8/8   5/15  15/22    0/5  10/12
    KO  17/17      ·    7/7   4/14  15/21    1/4  11/11  18/18    1/1    8/8   6/15
    LI   7/20    3/3   6/10  17/17      ·    7/7   4/14  16/21    3/4  11/11   2/18
    MO  18/23    6/6  13/13   7/20    3/3   8/10  17/17      ·    7/7  10/14  21/21
    NA    2/2    9/9   7/16  21/23    6/6  13/13  13/20    2/3  10/10   5/17      ·
    ───────────────────────────────────────────────────────────────────────────────
    columns 12–22 of 40: Delegation Lom … Delegation Var

           WE     XA     YA    ZE     AS     BO     CA     DO     ES     FA     GI
    ──────────────────────────────────────────────────────────────────────────────
    AR   0/18   0/21      ·   0/3    0/6    0/9   0/12   0/15   0/18   0/21      ·
    BE    1/1    4/4    7/7  0/10   1/13   2/16   3/19   4/22    1/1    4/4    7/7
    CO    8/8  11/11  14/14  0/17   2/20   4/23    2/2    5/5    8/8  11/11  14/14
    DU  15/15  18/18  21/21     ·    3/3    6/6    9/9  12/12  15/15  18/18  21/21
    EL  13/22    1/1    4/4   0/7   4/10   8/13  12/16  16/19  20/22    1/1    3/4
    FE    5/5    8/8  11/11  0/14   5/17  10/20  15/23    2/2    0/5    5/8  10/11
    GO   7/12  13/15  18/18  0/21      ·    3/3    6/6    9/9   5/12  11/15  17/18
    HA   4/19  11/22    1/1   0/4    7/7  10/10  13/13   3/16  10/19  17/22    1/1
    IS    1/2    5/5    8/8  0/11   8/14  16/17  20/20   7/23    2/2    5/5    6/8
    JU    9/9   7/12  15/15  0/18   9/21      ·    2/3    6/6    9/9   4/12  13/15
    KE  16/16   5/19  15/22   0/1    4/4    7/7   5/10  13/13   0/16  10/19  20/22
    LO  17/23    2/2    5/5   0/8  11/11  14/14   8/17  19/20   5/23    2/2    2/5
    MA    6/6    1/9  12/12  0/15  12/18  21/21      ·    3/3    6/6    9/9   9/12
    NO  11/13  16/16  12/19  0/22    1/1    1/4    7/7   2/10  13/13   3/16  16/19
    OS   8/20  22/23    2/2   0/5    8/8   3/11  14/14   6/17  20/20   9/23    2/2
    PE    3/3    6/6    9/9  0/12  15/15   5/18  20/21      ·    0/3    6/6    5/9
    QA   2/10  13/13   9/16  0/19  16/22    1/1    4/4    7/7   5/10  13/13  12/16
    RA  17/17  16/20   8/23   0/2    5/5    8/8   1/11  14/14  10/17   2/20  19/23
    SO      ·    3/3    6/6   0/9  12/12  11/15   4/18  21/21      ·    3/3    1/6
    TA    7/7  10/10   6/13  0/16  19/19  13/22    1/1    1/4    7/7  10/10   8/13
    UL  14/14  10/17   5/20  0/23    2/2    5/5    8/8   5/11   0/14  17/17  15/20
    VA  12/21      ·    3/3   0/6    9/9  12/12  13/15   9/18   5/21      ·    3/3
    WE      —    6/7   3/10  0/13  16/16  19/19  16/22    1/1    4/4    7/7   4/10
    XA    6/7      —   2/17  0/20  23/23    2/2    5/5    8/8  11/11  13/14  11/17
    YA   3/10   2/17      —   0/3    6/6    9/9  12/12  15/15  18/18  19/21      ·
    ZE   0/13   0/20    0/3     —   0/13   0/16   0/19   0/22    0/1    0/4    0/7
    AS  16/16  23/23    6/6  0/13      —   2/23    2/2    4/5    5/8   6/11   7/14
    BO  19/19    2/2    9/9  0/16   2/23      —    6/9   8/12  10/15  12/18  14/21
    CA  16/22    5/5  12/12  0/19    2/2    6/9      —  12/19  15/22    1/1    4/4
    DO    1/1    8/8  15/15  0/22    4/5   8/12  12/19      —    5/5    8/8   3/11
    ES    4/4  11/11  18/18   0/1    5/8  10/15  15/22    5/5      —   5/15  10/18
    FA    7/7  13/14  19/21   0/4   6/11  12/18    1/1    8/8   5/15      —    1/1
    GI   4/10  11/17      ·   0/7   7/14  14/21    4/4   3/11  10/18    1/1      —
    HU   1/13   9/20    3/3  0/10   8/17      ·    7/7   7/14  15/21    4/4   6/11
    IN  16/16   7/23    6/6  0/13   9/20    3/3   2/10  11/17      ·    4/7  13/14
    JA  19/19    2/2    9/9  0/16  10/23    6/6   5/13  15/20    0/3  10/10  17/17
    KO  17/22    3/5  12/12  0/19    2/2    9/9   8/16  19/23    5/6  13/13   2/20
    LI    1/1    1/8  13/15  0/22    5/5  12/12  11/19    2/2    9/9  16/16   9/23
    MO    4/4  11/11  12/18   0/1    8/8   1/15  14/22    2/5  12/12   3/19    2/2
    NA    7/7  14/14  11/21   0/4  11/11   3/18    1/1    6/8  15/15   9/22    5/5
    ──────────────────────────────────────────────────────────────────────────────
    columns 23–33 of 40: Delegation Wes … Delegation Gil

           HU     IN     JA     KO     LI     MO     NA
    ───────────────────────────────────────────────────
    AR    0/3    0/6    0/9   0/12   0/15   0/18   0/21
    BE   8/10   9/13  10/16  11/19  12/22    1/1    4/4
    CO  16/17  18/20  20/23    2/2    5/5    1/8   3/11
    DU      ·    2/3    5/6    8/9  11/12  14/15  17/18
    EL    7/7  10/10  13/13  16/16  19/19   2/22    1/1
    FE  14/14  17/17   0/20   5/23    2/2    5/5    8/8
    GO  21/21      ·    3/3    6/6    9/9   3/12   9/15
    HA    4/4    7/7  10/10   2/13   9/16  16/19  22/22
    IS  11/11  14/14   5/17  13/20  21/23    2/2    5/5
    JU  18/18   6/21      ·    3/3    6/6    9/9   1/12
    KE    1/1    4/4    0/7  10/10  13/13   5/16  15/19
    LO    8/8  11/11  10/14  17/17   7/20  18/23    2/2
    MA  15/15   8/18  20/21      ·    3/3    6/6    9/9
    NO   4/22    1/1    4/4    7/7   6/10  13/13   7/16
    OS    5/5    1/8  11/11   4/14  17/17   7/20  21/23
    PE  12/12  10/15   0/18  15/21      ·    3/3    6/6
    QA   3/19  19/22    1/1    1/4    7/7   8/10  13/13
    RA    2/2    3/5    8/8  11/11   4/14  17/17  13/20
    SO    9/9  12/12   5/15  18/18  16/21      ·    2/3
    TA   2/16  19/19  15/22    1/1    3/4    7/7  10/10
    UL  10/23    2/2    0/5    8/8  11/11  10/14   5/17
    VA    6/6    9/9  10/12   6/15   2/18  21/21      ·
    WE   1/13  16/16  19/19  17/22    1/1    4/4    7/7
    XA   9/20   7/23    2/2    3/5    1/8  11/11  14/14
    YA    3/3    6/6    9/9  12/12  13/15  12/18  11/21
    ZE   0/10   0/13   0/16   0/19   0/22    0/1    0/4
    AS   8/17   9/20  10/23    2/2    5/5    8/8  11/11
    BO      ·    3/3    6/6    9/9  12/12   1/15   3/18
    CA    7/7   2/10   5/13   8/16  11/19  14/22    1/1
    DO   7/14  11/17  15/20  19/23    2/2    2/5    6/8
    ES  15/21      ·    0/3    5/6    9/9  12/12  15/15
    FA    4/4    4/7  10/10  13/13  16/16   3/19   9/22
    GI   6/11  13/14  17/17   2/20   9/23    2/2    5/5
    HU      —  21/21      ·    3/3    6/6    4/9  12/12
    IN  21/21      —    7/7  10/10   8/13  16/16   1/19
    JA      ·    7/7      —  10/17  20/20   5/23    2/2
    KO    3/3  10/10  10/17      —    3/3    6/6    4/9
    LI    6/6   8/13  20/20    3/3      —   6/13  16/16
    MO    4/9  16/16   5/23    6/6   6/13      —   7/23
    NA  12/12   1/19    2/2    4/9  16/16   7/23      —
    ───────────────────────────────────────────────────
    columns 34–40 of 40: Delegation Hun … Delegation Nav

    AR = Delegation Aru; BE = Delegation Bel; CO = Delegation Cor;
      DU = Delegation Dun; EL = Delegation Eld; FE = Delegation Fen;
      GO = Delegation Gor; HA = Delegation Hal; IS = Delegation Isk;
      JU = Delegation Jur; KE = Delegation Kel; LO = Delegation Lom;
      MA = Delegation Mar; NO = Delegation Nor; OS = Delegation Oss;
      PE = Delegation Pel; QA = Delegation Qar; RA = Delegation Ran;
      SO = Delegation Sol; TA = Delegation Tam; UL = Delegation Ulm;
      VA = Delegation Var; WE = Delegation Wes; XA = Delegation Xan;
      YA = Delegation Yar; ZE = Delegation Zel; AS = Delegation Ash;
      BO = Delegation Bor; CA = Delegation Cas; DO = Delegation Dor;
      ES = Delegation Est; FA = Delegation Fal; GI = Delegation Gil;
      HU = Delegation Hun; IN = Delegation Ing; JA = Delegation Jas;
      KO = Delegation Kor; LI = Delegation Lir; MO = Delegation Mos;
      NA = Delegation Nav
    2/4: they agree on two of four issues. A percentage is given from five issues
      on.
    · no issue on which both have a comparable position
    ");
}

#[test]
fn names_of_many_scripts() {
    assert_snapshot!(drawn(cases::scripts(), 80), @r"
    Issues on which two parties agree, of those on which both have a comparable
      position.

                                                                     🇺🇳
                           中华人            المملكة      Côte   United
                           民共和            العربية  d’Ivoire  Nations
                               国  Україна  السعودية    (Côte)       👩‍⚖️  대한민국
    ─────────────────────────────────────────────────────────────────────────────
    中华人民共和国              —      0/1       1/2       1/3      2/4   2/5 40%
    Україна                   0/1        —       1/3       2/4  2/5 40%   3/6 50%
    المملكة العربية           1/2      1/3         —   2/5 40%  3/6 50%   3/7 43%
      السعودية
    Côte d’Ivoire (Côte)      1/3      2/4   2/5 40%         —  3/7 43%   4/8 50%
    🇺🇳 United Nations 👩‍⚖️      2/4  2/5 40%   3/6 50%   3/7 43%        —   4/9 44%
    대한민국              2/5 40%  3/6 50%   3/7 43%   4/8 50%  4/9 44%         —
    ─────────────────────────────────────────────────────────────────────────────
    2/4: they agree on two of four issues. A percentage is given from five issues
      on.
    · no issue on which both have a comparable position
    ");
}

#[test]
fn names_of_many_scripts_on_a_narrow_terminal() {
    assert_snapshot!(drawn(cases::scripts(), 32), @r"
    Issues on which two parties
      agree, of those on which both
      have a comparable position.

         中  UA KSA  CI  UN  KR
    ───────────────────────────
    中    — 0/1 1/2 1/3 2/4 2/5
    UA  0/1   — 1/3 2/4 2/5 3/6
    KSA 1/2 1/3   — 2/5 3/6 3/7
    CI  1/3 2/4 2/5   — 3/7 4/8
    UN  2/4 2/5 3/6 3/7   — 4/9
    KR  2/5 3/6 3/7 4/8 4/9   —
    ───────────────────────────
    中 = 中华人民共和国;
      UA = Україна;
      KSA = المملكة العربية
      السعودية;
      CI = Côte d’Ivoire (Côte);
      UN = 🇺🇳 United Nations 👩‍⚖️;
      KR = 대한민국
    2/4: they agree on two of four
      issues. A percentage is given
      from five issues on.
    · no issue on which both have a
      comparable position
    ");
}

#[test]
fn hostile_names_are_shown_and_not_obeyed() {
    assert_snapshot!(drawn(cases::hostile(), 80), @r"
    Issues on which two parties agree, of those on which both have a comparable
      position.

                          ␛[2J   TL   TP    H   LM
    ──────────────────────────────────────────────
    Red ␛[31mparty␛[0m       —  1/2  1/2  1/2  1/2
    Two␊lines␉and a tab    1/2    —  1/2  1/2  1/2
    Turned \u{202e}ytrap   1/2  1/2    —  1/2  1/2
    Hid\u{200b}den         1/2  1/2  1/2    —  1/2
    ◌́Leading mark          1/2  1/2  1/2  1/2    —
    ──────────────────────────────────────────────
    ␛[2J = Red ␛[31mparty␛[0m; TL = Two␊lines␉and a tab; TP = Turned \u{202e}ytrap;
      H = Hid\u{200b}den; LM = ◌́Leading mark
    2/4: they agree on two of four issues. A percentage is given from five issues
      on.
    · no issue on which both have a comparable position
    ");
}

#[test]
fn glyphs_where_nothing_else_fits() {
    assert_snapshot!(drawn(cases::crowd(14), 48), @r"
    Issues on which two parties agree, of those on
      which both have a comparable position.

       AR BE CO DU EL FE GO HA IS JU KE LO MA NO
    ────────────────────────────────────────────
    AR  —  -  -  -  -  -  -  -  ·  -  -  -  -  -
    BE  -  —  -  -  -  -  +  +  +  +  +  +  ~  ~
    CO  -  -  —  -  +  +  +  +  +  +  +  +  +  -
    DU  -  -  -  —  +  +  +  +  +  ·  +  +  +  +
    EL  -  -  +  +  —  +  +  +  +  +  +  +  +  -
    FE  -  -  +  +  +  —  +  +  +  +  -  -  ~  +
    GO  -  +  +  +  +  +  —  +  +  -  ·  +  +  ~
    HA  -  +  +  +  +  +  +  —  +  +  +  -  +  +
    IS  ·  +  +  +  +  +  +  +  —  +  ~  +  +  -
    JU  -  +  +  ·  +  +  -  +  +  —  +  ·  +  +
    KE  -  +  +  +  +  -  ·  +  ~  +  —  +  +  ~
    LO  -  +  +  +  +  -  +  -  +  ·  +  —  ~  +
    MA  -  ~  +  +  +  ~  +  +  +  +  +  ~  —  +
    NO  -  ~  -  +  -  +  ~  +  -  +  ~  +  +  —
    ────────────────────────────────────────────
    AR = Delegation Aru; BE = Delegation Bel;
      CO = Delegation Cor; DU = Delegation Dun;
      EL = Delegation Eld; FE = Delegation Fen;
      GO = Delegation Gor; HA = Delegation Hal;
      IS = Delegation Isk; JU = Delegation Jur;
      KE = Delegation Kel; LO = Delegation Lom;
      MA = Delegation Mar; NO = Delegation Nor
    - = agree on less than a third;
      + = agree on two thirds or more;
      ~ = agree on a third or more
    2/4: they agree on two of four issues. A
      percentage is given from five issues on.
    · no issue on which both have a comparable
      position
    ");
}

#[test]
fn a_whole_view() {
    let page = Page {
        width: 60,
        colour: Colour::Off,
    };
    assert_snapshot!(draw(&cases::answer(), &page), @r"
    Ukraine peace texts
    ═══════════════════

    As of 2025-12-24, on all bases, 4 parties, 30 issues.

    Agreement
    ─────────
    Issues on which two parties agree, of those on which both
      have a comparable position.

                    Ukraine    Russia  United States
    ────────────────────────────────────────────────
    Ukraine               —  2/16 12%       8/24 33%
    Russia         2/16 12%         —              ·
    United States  8/24 33%         ·              —
    ────────────────────────────────────────────────
    2/4: they agree on two of four issues. A percentage is given
      from five issues on.
    · no issue on which both have a comparable position

    What stands out
    ───────────────
    - red line against red line on nato-accession: Ukraine
      allied-consensus, Russia barred (uamemo I.3, rumemo II.1)
    - linked agreement of France and Ukraine on sovereignty-
      preserved
    ");
}

#[test]
fn a_whole_view_in_colour() {
    let page = Page {
        width: 60,
        colour: Colour::On,
    };
    let text = draw(&cases::answer(), &page).replace('\x1b', "␛");
    assert_snapshot!(text, @r"
    ␛[1mUkraine peace texts␛[0m
    ␛[2m═══════════════════␛[0m

    ␛[2mAs of 2025-12-24, on all bases, 4 parties, 30 issues.␛[0m

    ␛[1mAgreement␛[0m
    ␛[2m─────────␛[0m
    Issues on which two parties agree, of those on which both
      have a comparable position.

                    ␛[1mUkraine␛[0m    ␛[1mRussia␛[0m  ␛[1mUnited States␛[0m
    ␛[2m────────────────────────────────────────────────␛[0m
    ␛[1mUkraine␛[0m               ␛[2m—␛[0m  ␛[38;5;16m␛[48;5;172m2/16 12%␛[0m  ␛[38;5;16m␛[48;5;222m     8/24 33%␛[0m
    ␛[1mRussia␛[0m         ␛[38;5;16m␛[48;5;172m2/16 12%␛[0m         ␛[2m—␛[0m              ␛[2m·␛[0m
    ␛[1mUnited States␛[0m  ␛[38;5;16m␛[48;5;222m8/24 33%␛[0m         ␛[2m·␛[0m              ␛[2m—␛[0m
    ␛[2m────────────────────────────────────────────────␛[0m
    ␛[2m2/4: they agree on two of four issues. A percentage is given␛[0m
      ␛[2mfrom five issues on.␛[0m
    ␛[2m· no issue on which both have a comparable position␛[0m

    ␛[1mWhat stands out␛[0m
    ␛[2m───────────────␛[0m
    - ␛[1m␛[38;5;166mred line␛[0m against ␛[1m␛[38;5;166mred line␛[0m on ␛[1mnato-accession␛[0m: Ukraine
      allied-consensus, Russia barred ␛[2m(uamemo I.3, rumemo II.1)␛[0m
    - ␛[3mlinked agreement␛[0m of France and Ukraine on ␛[1msovereignty-␛[0m
      ␛[1mpreserved␛[0m
    ");
}

#[test]
fn many_parties_fit_on_all_paper() {
    for count in [4, 10, 40, 200] {
        for width in [40, 80, 120, 200] {
            assert_fits(&drawn(cases::crowd(count), width), width);
        }
    }
}

#[test]
fn codes_that_clash_or_save_nothing_are_not_used() {
    assert_snapshot!(drawn(cases::clashing(), 60), @r"
    Issues on which two parties agree, of those on which both
      have a comparable position.

                         Democratic
                           Republic  Republic        Group
                             of the    of the           of
                              Congo     Congo  Peru  Seven   G7
    ───────────────────────────────────────────────────────────
    Democratic Republic           —       1/1   1/2    1/3  1/4
      of the Congo
    Republic of the             1/1         —   1/3    1/4  1/5
      Congo
    Peru                        1/2       1/3     —    1/5  1/6
    Group of Seven              1/3       1/4   1/5      —  1/7
    G7                          1/4       1/5   1/6    1/7    —
    ───────────────────────────────────────────────────────────
    2/4: they agree on two of four issues. A percentage is given
      from five issues on.
    · no issue on which both have a comparable position
    ");
}

#[test]
fn the_narrowest_paper() {
    assert_snapshot!(drawn(cases::clashing(), 3), @r"
    Issues on which two
      parties agree, of
      those on which
      both have a
      comparable
      position.

              Democratic
                Republic
                  of the
                   Congo
    ────────────────────
    Democrat           —
    ic
    Republic
    of the
    Congo
    Republic         1/1
    of the
    Congo
    Peru             1/2
    Group of         1/3
      Seven
    G7               1/4
    ────────────────────
    column 1 of 5:
      Democratic
      Republic of the
      Congo

              Republic
                of the
                 Congo
    ──────────────────
    Democrat       1/1
    ic
    Republic
    of the
    Congo
    Republic         —
    of the
    Congo
    Peru           1/3
    Group of       1/4
      Seven
    G7             1/5
    ──────────────────
    column 2 of 5:
      Republic of the
      Congo

              Peru
    ──────────────
    Democrat   1/2
    ic
    Republic
    of the
    Congo
    Republic   1/3
    of the
    Congo
    Peru         —
    Group of   1/5
      Seven
    G7         1/6
    ──────────────
    column 3 of 5: Peru

              Group
                 of
              Seven   G7
    ────────────────────
    Democrat    1/3  1/4
    ic
    Republic
    of the
    Congo
    Republic    1/4  1/5
    of the
    Congo
    Peru        1/5  1/6
    Group of      —  1/7
      Seven
    G7          1/7    —
    ────────────────────
    columns 4–5 of 5:
      Group of Seven …
      G7

    2/4: they agree on
      two of four
      issues. A
      percentage is
      given from five
      issues on.
    · no issue on which
      both have a
      comparable
      position
    ");
}

#[test]
fn words_without_codes_on_narrow_paper() {
    assert_snapshot!(drawn(cases::prose(), 50), @r"
    Issue              Russia     Ukraine    Verdict
    ─────────────────────────────────────────────────
    Which standard     Russian    Only       conflict
      should govern    becomes    Ukrainian
      language and     an         law
      minority rights  official   decides.
      in Ukraine.      language.
    Ukraine should     + support  - oppose   conflict
      adopt neutral
      status.
    ─────────────────────────────────────────────────
    ");
}

#[test]
fn agreement_is_purple_and_conflict_orange() {
    let grounds = [1.0, 0.5, 0.0, -0.5, -1.0].map(|degree| {
        let style = style::ground(Tone::Degree(degree)).unwrap();
        let number = |colour| match colour {
            Some(Color::Ansi256(Ansi256Color(number))) => number,
            other => panic!("{other:?} is none of the 256"),
        };
        (number(style.get_bg_color()), number(style.get_fg_color()))
    });
    assert_snapshot!(format!("{grounds:?}"), @r"
    [(54, 231), (146, 16), (255, 16), (215, 16), (130, 231)]
    ");
}
