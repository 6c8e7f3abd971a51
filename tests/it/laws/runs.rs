//! The same run gives the same bytes, on one thread or on several.

use crate::harness::run::{Run, shipped};

const RUNS: [&[&str]; 8] = [
    &["common-ground", "ukraine-peace-texts"],
    &["compare", "paris-and-moscow"],
    &["compare", "ukraine-peace-texts", "--inherit"],
    &["gaps", "paris-and-moscow"],
    &["gaps", "ukraine-peace-texts", "--inherit", "--ask", "e3"],
    &[
        "matrix",
        "ukraine-peace-texts",
        "--measure",
        "closeness,net",
        "--by",
        "area",
    ],
    &["positions", "ukraine-peace-texts", "--evidence"],
    &["why", "russia", "ukraine", "--in", "ukraine-peace-texts"],
];

#[test]
fn the_same_run_gives_the_same_bytes_on_any_number_of_threads() {
    for run in RUNS {
        for format in ["table", "markdown", "csv", "tsv", "json", "html", "xlsx"] {
            let run = || shipped(&[run, &["--format", format]].concat());
            let bytes = |run: Run| {
                let output = run.output();
                assert_eq!((output.code, output.stderr.as_str()), (0, ""));
                output.stdout
            };
            let first = bytes(run());
            assert!(first == bytes(run()), "{format}");
            for threads in ["1", "4"] {
                assert!(
                    first == bytes(run().env("RAYON_NUM_THREADS", threads)),
                    "{format}"
                );
            }
        }
    }
}

#[test]
fn mistakes_are_told_in_the_same_order_on_any_number_of_threads() {
    let files: Vec<(String, String)> = (0..40)
        .map(|at| {
            (
                format!("p{at}.ron"),
                "(nam: 1, stances: [(isue: 2)])".to_owned(),
            )
        })
        .collect();
    let files = files
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()));
    let scratch = crate::harness::scratch::Scratch::new(files.chain([("dossier.ron", "()")]));
    let run = |threads| {
        let run = scratch.run(&["compare"]).env("RAYON_NUM_THREADS", threads);
        run.left_out()
    };
    assert_eq!(run("1"), run("4"));
}
