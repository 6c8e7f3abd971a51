//! Documents for LaTeX and Typst: every answer can be one, and no text is a command.

use insta::assert_snapshot;

use crate::harness::run::shipped;
use crate::harness::talks::{Talks, says};

#[test]
fn a_matrix_for_latex() {
    let text = shipped(&[
        "matrix",
        "paris-and-moscow",
        "--party",
        "russia,ukraine",
        "--format",
        "latex",
    ])
    .fine();
    assert_snapshot!(text, @r"
    \documentclass[10pt]{article}
    \usepackage{iftex}
    \ifpdftex\usepackage[utf8]{inputenc}\usepackage[T1]{fontenc}\else\usepackage{fontspec}\fi
    \usepackage[margin=15mm]{geometry}
    \usepackage{array,booktabs,longtable,textcomp}
    \setlength{\parindent}{0pt}
    \begin{document}
    \section*{Paris and Moscow, 1 December 2025}

    As of 2025-12-01 \textperiodcentered{} declared, attributed and conduct \textperiodcentered{} 2 parties, 13 issues \textperiodcentered{} party russia, ukraine\par

    \textbf{Agreement}\par
    \begin{longtable}{@{}>{\raggedright\arraybackslash}p{\dimexpr 0.3333\linewidth-2\tabcolsep\relax}>{\raggedright\arraybackslash}p{\dimexpr 0.3333\linewidth-2\tabcolsep\relax}>{\raggedright\arraybackslash}p{\dimexpr 0.3333\linewidth-2\tabcolsep\relax}@{}}
    \toprule
    \textbf{party} & \textbf{Russia} & \textbf{Ukraine} \\
    \midrule
    \endhead
    \bottomrule
    \endfoot
    Russia & \textemdash{} & 0/1 \\
    Ukraine & 0/1 & \textemdash{} \\
    \end{longtable}

    \end{document}
    ");
}

#[test]
fn a_matrix_for_typst() {
    let text = shipped(&[
        "matrix",
        "paris-and-moscow",
        "--party",
        "russia,ukraine",
        "--format",
        "typst",
    ])
    .fine();
    assert_snapshot!(text, @r#"
    #set page(margin: 15mm, flipped: false)
    #set text(size: 9pt)
    #set table(stroke: none, align: left + top)
    #heading(level: 1, "Paris and Moscow, 1 December 2025")

    #par("As of 2025-12-01 · declared, attributed and conduct · 2 parties, 13 issues · party russia, ukraine")

    #par(strong("Agreement"))

    #table(
      columns: (1fr, 1fr, 1fr, ),
      table.hline(),
      table.header(strong("party"), strong("Russia"), strong("Ukraine"), ),
      table.hline(stroke: 0.5pt),
      "Russia", "—", "0/1",
      "Ukraine", "0/1", "—",
      table.hline(),
    )
    "#);
}

#[test]
fn an_export_has_positions_and_both_matrices() {
    for (format, heads) in [
        (
            "latex",
            [
                "\\textbf{issue}",
                "\\textbf{Agreement}",
                "\\textbf{Conflict}",
            ],
        ),
        (
            "typst",
            [
                "strong(\"issue\")",
                "strong(\"Agreement\")",
                "strong(\"Conflict\")",
            ],
        ),
    ] {
        let text = shipped(&["export", "ukraine-peace-texts", "--to", format]).fine();
        for head in heads {
            assert!(text.contains(head), "{format} lacks {head}");
        }
    }
}

#[test]
fn no_text_is_a_command() {
    let hostile = "\\input{x} #read(\"x\") $x$ \"y\" %";
    let scratch = Talks::new()
        .head(&format!("title: {hostile:?}"))
        .statement("pledge")
        .party_with(
            "a",
            &format!("name: {hostile:?}"),
            [says("pledge", "Support")],
        )
        .party("b", [says("pledge", "Support")])
        .scratch();
    let latex = scratch
        .run(&["compare", "talks", "--format", "latex"])
        .fine();
    assert!(!latex.contains("\\input"), "{latex}");
    assert!(latex.contains("\\textbackslash{}input\\{x\\} \\#read(\\textquotedbl{}x"));
    let typst = scratch
        .run(&["compare", "talks", "--format", "typst"])
        .fine();
    let quoted = "\"\\\\input{x} #read(\\\"x\\\") $x$ \\\"y\\\" %\"";
    assert_eq!(
        typst.matches("#read").count(),
        typst.matches(quoted).count(),
        "{typst}"
    );
    assert!(typst.contains(quoted), "{typst}");
}
