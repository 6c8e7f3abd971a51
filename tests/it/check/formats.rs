//! What each format makes of the same findings, and of text that would be something
//! else in it.

use std::collections::BTreeSet;

use insta::assert_snapshot;
use quick_xml::events::Event;
use quick_xml::reader::Reader;
use serde_json::Value;
use stances::check::report::Report;
use stances::finding::code::{INVALID_VALUE, UNKNOWN_ISSUE};
use stances::finding::fix::Fix;
use stances::finding::naming::Naming;
use stances::finding::placed::{Placed, placed};
use stances::finding::{Finding, Place};
use stances::render::findings::{json, sarif};
use stances::syntax::amend::Amendment;
use stances::syntax::route::Route;
use stances::text::source::Source;

use crate::harness::run::parsed;
use crate::harness::scratch::Scratch;

/// All formats but the one that is the default.
pub const FORMATS: [&str; 7] = [
    "concise", "json", "jsonl", "github", "gitlab", "sarif", "junit",
];

/// What could not be used, and what is wrong with allowances: enough to be shown.
const RULES: [&str; 4] = [
    "--allow",
    "all",
    "--warn",
    "unexplained-allowance,unused-allowance",
];

/// Two files with something wrong in each, one of it on several lines, and one file
/// that is not read.
fn broken() -> Scratch {
    let scratch = Scratch::new([
        (
            "dossier.ron",
            r#"(
    areas: [(id: "peace")],
    issues: [
        (id: "truce", area: "peace", kind: Statement, text: "A truce."),
        (id: "truce", area: "peace", kind: Statement, text: "The same."),
    ],
    sources: [(id: "paper", title: "A paper")],
)
"#,
        ),
        (
            "a.ron",
            r#"(
    stances: [
        (issue: "trcue", position: Support, basis: Conduct, since: "2025"),
        // stances: allow(single-source)
        (
            issue: "truce", position: Support, basis: Conduct, since: "2025",
            evidence: [
                (source: "paper", at: "§ 1 – “ä”"), (source: "pap"),
            ],
        ),
    ],
)
"#,
        ),
        ("b.ron", "(stances: [])\n"),
    ]);
    scratch.write("c.ron.txt", "");
    scratch
}

/// What is found in the broken dossier, in a format.
fn drawn(format: &str) -> String {
    let line = [
        &["check", "--today", "2025-07-15", "--format", format],
        &RULES[..],
    ]
    .concat();
    let output = broken().run(&line).output();
    assert_eq!((output.code, output.stderr.as_str()), (1, ""));
    output.text()
}

#[test]
fn concise_is_one_line_a_finding() {
    assert_snapshot!(drawn("concise"), @"
    stances/talks/a.ron:3:17: error[unknown-issue] there is no issue `trcue`
    stances/talks/a.ron:4:27: warning[unexplained-allowance] `single-source` is allowed without a reason
    stances/talks/a.ron:8:62: error[unknown-source] there is no source `pap`
    stances/talks/c.ron.txt: error[misnamed-file] this file is not read: it does not end in `.ron`
    stances/talks/dossier.ron:5:14: error[duplicate-id] there are two issues of the id `truce`
    4 errors, 1 warning; 1 can be fixed with `--fix`
    ");
}

#[test]
fn json_has_a_schema_of_its_own() {
    assert_snapshot!(drawn("json"), @r#"
    {
      "schema": "stances/check/1",
      "findings": [
        {
          "rule": "unknown-issue",
          "level": "deny",
          "message": "there is no issue `trcue`",
          "file": "stances/talks/a.ron",
          "line": 3,
          "column": 17,
          "end_line": 3,
          "end_column": 24,
          "note": "",
          "labels": [],
          "help": [
            "did you mean `truce`?"
          ],
          "fix": {
            "title": "did you mean `truce`?",
            "safety": "safe",
            "edits": [
              {
                "file": "stances/talks/a.ron",
                "line": 3,
                "column": 17,
                "end_line": 3,
                "end_column": 24,
                "text": "\"truce\""
              }
            ]
          },
          "fingerprint": "951a53374ed34c64dd1ae71a8aaa7353",
          "page": "stances explain unknown-issue"
        },
        {
          "rule": "unexplained-allowance",
          "level": "warn",
          "message": "`single-source` is allowed without a reason",
          "file": "stances/talks/a.ron",
          "line": 4,
          "column": 27,
          "end_line": 4,
          "end_column": 40,
          "note": "",
          "labels": [],
          "help": [
            "write the reason behind the bracket"
          ],
          "fix": null,
          "fingerprint": "dacea5324efc6ebb603cac727794b441",
          "page": "stances explain unexplained-allowance"
        },
        {
          "rule": "unknown-source",
          "level": "deny",
          "message": "there is no source `pap`",
          "file": "stances/talks/a.ron",
          "line": 8,
          "column": 62,
          "end_line": 8,
          "end_column": 67,
          "note": "",
          "labels": [],
          "help": [
            "the only source is `paper`"
          ],
          "fix": null,
          "fingerprint": "7284fd790067661742015ed7ac844427",
          "page": "stances explain unknown-source"
        },
        {
          "rule": "misnamed-file",
          "level": "deny",
          "message": "this file is not read: it does not end in `.ron`",
          "file": "stances/talks/c.ron.txt",
          "line": null,
          "column": null,
          "end_line": null,
          "end_column": null,
          "note": "",
          "labels": [],
          "help": [
            "name it `c.ron`"
          ],
          "fix": null,
          "fingerprint": "556d43e27dddfe799ffe2af5d1b9c842",
          "page": "stances explain misnamed-file"
        },
        {
          "rule": "duplicate-id",
          "level": "deny",
          "message": "there are two issues of the id `truce`",
          "file": "stances/talks/dossier.ron",
          "line": 5,
          "column": 14,
          "end_line": 5,
          "end_column": 21,
          "note": "this one is left out",
          "labels": [
            {
              "file": "stances/talks/dossier.ron",
              "line": 4,
              "column": 14,
              "end_line": 4,
              "end_column": 21,
              "text": "this one is used"
            }
          ],
          "help": [
            "give each an id of its own"
          ],
          "fix": null,
          "fingerprint": "d7c26adb1c029d12cd8281a5844e293a",
          "page": "stances explain duplicate-id"
        }
      ],
      "counts": {
        "dossiers": 1,
        "parties": 2,
        "stances": 1,
        "findings": 5,
        "deny": 4,
        "warn": 1,
        "known": 0,
        "fixed": 0
      },
      "statistics": [
        {
          "rule": "duplicate-id",
          "level": "deny",
          "count": 1
        },
        {
          "rule": "misnamed-file",
          "level": "deny",
          "count": 1
        },
        {
          "rule": "unknown-issue",
          "level": "deny",
          "count": 1
        },
        {
          "rule": "unknown-source",
          "level": "deny",
          "count": 1
        },
        {
          "rule": "unexplained-allowance",
          "level": "warn",
          "count": 1
        }
      ]
    }
    "#);
}

#[test]
fn json_lines_are_the_findings_of_json() {
    let lines = drawn("jsonl");
    let lines: Vec<Value> = lines.lines().map(parsed).collect();
    assert_eq!(Value::from(lines), parsed(&drawn("json"))["findings"]);
}

#[test]
fn github_gets_commands() {
    assert_snapshot!(drawn("github"), @"
    ::error file=stances/talks/a.ron,line=3,col=17,endLine=3,endColumn=24,title=unknown-issue::there is no issue `trcue`%0Ahelp: did you mean `truce`?
    ::error file=stances/talks/a.ron,line=8,col=62,endLine=8,endColumn=67,title=unknown-source::there is no source `pap`%0Ahelp: the only source is `paper`
    ::error file=stances/talks/c.ron.txt,title=misnamed-file::this file is not read: it does not end in `.ron`%0Ahelp: name it `c.ron`
    ::error file=stances/talks/dossier.ron,line=5,col=14,endLine=5,endColumn=21,title=duplicate-id::there are two issues of the id `truce`%0Ahelp: give each an id of its own
    ::warning file=stances/talks/a.ron,line=4,col=27,endLine=4,endColumn=40,title=unexplained-allowance::`single-source` is allowed without a reason%0Ahelp: write the reason behind the bracket
    4 errors, 1 warning; 1 can be fixed with `--fix`
    ");
}

#[test]
fn gitlab_gets_a_code_quality_report() {
    assert_snapshot!(drawn("gitlab"), @r#"
    [
      {
        "description": "there is no issue `trcue`",
        "check_name": "unknown-issue",
        "fingerprint": "951a53374ed34c64dd1ae71a8aaa7353",
        "severity": "major",
        "location": {
          "path": "stances/talks/a.ron",
          "lines": {
            "begin": 3,
            "end": 3
          }
        }
      },
      {
        "description": "`single-source` is allowed without a reason",
        "check_name": "unexplained-allowance",
        "fingerprint": "dacea5324efc6ebb603cac727794b441",
        "severity": "minor",
        "location": {
          "path": "stances/talks/a.ron",
          "lines": {
            "begin": 4,
            "end": 4
          }
        }
      },
      {
        "description": "there is no source `pap`",
        "check_name": "unknown-source",
        "fingerprint": "7284fd790067661742015ed7ac844427",
        "severity": "major",
        "location": {
          "path": "stances/talks/a.ron",
          "lines": {
            "begin": 8,
            "end": 8
          }
        }
      },
      {
        "description": "this file is not read: it does not end in `.ron`",
        "check_name": "misnamed-file",
        "fingerprint": "556d43e27dddfe799ffe2af5d1b9c842",
        "severity": "major",
        "location": {
          "path": "stances/talks/c.ron.txt",
          "lines": {
            "begin": 1,
            "end": 1
          }
        }
      },
      {
        "description": "there are two issues of the id `truce`",
        "check_name": "duplicate-id",
        "fingerprint": "d7c26adb1c029d12cd8281a5844e293a",
        "severity": "major",
        "location": {
          "path": "stances/talks/dossier.ron",
          "lines": {
            "begin": 5,
            "end": 5
          }
        }
      }
    ]
    "#);
}

#[test]
fn sarif_is_version_2_1_0() {
    let mut report = parsed(&drawn("sarif"));
    let driver = &mut report["runs"][0]["tool"]["driver"];
    assert_eq!(driver["semanticVersion"], env!("CARGO_PKG_VERSION"));
    driver["semanticVersion"] = "…".into();
    for rule in driver["rules"].as_array_mut().unwrap() {
        // The pages are shown elsewhere.
        let page = rule["help"]["markdown"].as_str().unwrap();
        let head = format!("# {}\n", rule["id"].as_str().unwrap());
        assert!(page.starts_with(&head), "{page}");
        assert_eq!(rule["help"]["text"], page);
        rule["help"] = "…".into();
        rule["fullDescription"] = "…".into();
    }
    assert_snapshot!(serde_json::to_string_pretty(&report).unwrap(), @r#"
    {
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "runs": [
        {
          "columnKind": "unicodeCodePoints",
          "originalUriBaseIds": {
            "SRCROOT": {
              "description": {
                "text": "The root of the repository, or the folder that was checked in."
              }
            }
          },
          "results": [
            {
              "fixes": [
                {
                  "artifactChanges": [
                    {
                      "artifactLocation": {
                        "uri": "stances/talks/a.ron",
                        "uriBaseId": "SRCROOT"
                      },
                      "replacements": [
                        {
                          "deletedRegion": {
                            "endColumn": 24,
                            "endLine": 3,
                            "startColumn": 17,
                            "startLine": 3
                          },
                          "insertedContent": {
                            "text": "\"truce\""
                          }
                        }
                      ]
                    }
                  ],
                  "description": {
                    "text": "did you mean `truce`?"
                  }
                }
              ],
              "level": "error",
              "locations": [
                {
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "stances/talks/a.ron",
                      "uriBaseId": "SRCROOT"
                    },
                    "region": {
                      "endColumn": 24,
                      "endLine": 3,
                      "startColumn": 17,
                      "startLine": 3
                    }
                  }
                }
              ],
              "message": {
                "text": "there is no issue `trcue`\nhelp: did you mean `truce`?"
              },
              "partialFingerprints": {
                "stances/v1": "951a53374ed34c64dd1ae71a8aaa7353"
              },
              "ruleId": "unknown-issue",
              "ruleIndex": 3
            },
            {
              "level": "warning",
              "locations": [
                {
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "stances/talks/a.ron",
                      "uriBaseId": "SRCROOT"
                    },
                    "region": {
                      "endColumn": 40,
                      "endLine": 4,
                      "startColumn": 27,
                      "startLine": 4
                    }
                  }
                }
              ],
              "message": {
                "text": "`single-source` is allowed without a reason\nhelp: write the reason behind the bracket"
              },
              "partialFingerprints": {
                "stances/v1": "dacea5324efc6ebb603cac727794b441"
              },
              "ruleId": "unexplained-allowance",
              "ruleIndex": 2
            },
            {
              "level": "error",
              "locations": [
                {
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "stances/talks/a.ron",
                      "uriBaseId": "SRCROOT"
                    },
                    "region": {
                      "endColumn": 67,
                      "endLine": 8,
                      "startColumn": 62,
                      "startLine": 8
                    }
                  }
                }
              ],
              "message": {
                "text": "there is no source `pap`\nhelp: the only source is `paper`"
              },
              "partialFingerprints": {
                "stances/v1": "7284fd790067661742015ed7ac844427"
              },
              "ruleId": "unknown-source",
              "ruleIndex": 4
            },
            {
              "level": "error",
              "locations": [
                {
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "stances/talks/c.ron.txt",
                      "uriBaseId": "SRCROOT"
                    }
                  }
                }
              ],
              "message": {
                "text": "this file is not read: it does not end in `.ron`\nhelp: name it `c.ron`"
              },
              "partialFingerprints": {
                "stances/v1": "556d43e27dddfe799ffe2af5d1b9c842"
              },
              "ruleId": "misnamed-file",
              "ruleIndex": 1
            },
            {
              "level": "error",
              "locations": [
                {
                  "message": {
                    "text": "this one is left out"
                  },
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "stances/talks/dossier.ron",
                      "uriBaseId": "SRCROOT"
                    },
                    "region": {
                      "endColumn": 21,
                      "endLine": 5,
                      "startColumn": 14,
                      "startLine": 5
                    }
                  }
                }
              ],
              "message": {
                "text": "there are two issues of the id `truce`\nhelp: give each an id of its own"
              },
              "partialFingerprints": {
                "stances/v1": "d7c26adb1c029d12cd8281a5844e293a"
              },
              "relatedLocations": [
                {
                  "id": 1,
                  "message": {
                    "text": "this one is used"
                  },
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "stances/talks/dossier.ron",
                      "uriBaseId": "SRCROOT"
                    },
                    "region": {
                      "endColumn": 21,
                      "endLine": 4,
                      "startColumn": 14,
                      "startLine": 4
                    }
                  }
                }
              ],
              "ruleId": "duplicate-id",
              "ruleIndex": 0
            }
          ],
          "tool": {
            "driver": {
              "name": "stances",
              "rules": [
                {
                  "defaultConfiguration": {
                    "enabled": true,
                    "level": "error"
                  },
                  "fullDescription": "…",
                  "help": "…",
                  "id": "duplicate-id",
                  "shortDescription": {
                    "text": "two records have the same id"
                  }
                },
                {
                  "defaultConfiguration": {
                    "enabled": true,
                    "level": "error"
                  },
                  "fullDescription": "…",
                  "help": "…",
                  "id": "misnamed-file",
                  "shortDescription": {
                    "text": "a file looks like a party's and does not end in `.ron`"
                  }
                },
                {
                  "defaultConfiguration": {
                    "enabled": true,
                    "level": "warning"
                  },
                  "fullDescription": "…",
                  "help": "…",
                  "id": "unexplained-allowance",
                  "shortDescription": {
                    "text": "an allowance gives no reason"
                  }
                },
                {
                  "defaultConfiguration": {
                    "enabled": true,
                    "level": "error"
                  },
                  "fullDescription": "…",
                  "help": "…",
                  "id": "unknown-issue",
                  "shortDescription": {
                    "text": "a record names an issue that is not there"
                  }
                },
                {
                  "defaultConfiguration": {
                    "enabled": true,
                    "level": "error"
                  },
                  "fullDescription": "…",
                  "help": "…",
                  "id": "unknown-source",
                  "shortDescription": {
                    "text": "evidence names a source that is not there"
                  }
                }
              ],
              "semanticVersion": "…"
            }
          }
        }
      ],
      "version": "2.1.0"
    }
    "#);
}

#[test]
fn junit_has_a_test_for_each_file() {
    assert_snapshot!(drawn("junit"), @r#"
    <?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="stances check" tests="4" failures="3" errors="0">
      <testsuite name="talks" tests="4" failures="3" errors="0">
        <testcase name="a.ron" classname="talks" file="stances/talks/a.ron">
          <failure message="2 errors" type="unknown-issue, unknown-source">stances/talks/a.ron:3:17: error[unknown-issue] there is no issue `trcue`
      help: did you mean `truce`?
    stances/talks/a.ron:8:62: error[unknown-source] there is no source `pap`
      help: the only source is `paper`
    </failure>
          <system-out>stances/talks/a.ron:4:27: warning[unexplained-allowance] `single-source` is allowed without a reason
      help: write the reason behind the bracket
    </system-out>
        </testcase>
        <testcase name="b.ron" classname="talks" file="stances/talks/b.ron"/>
        <testcase name="c.ron.txt" classname="talks" file="stances/talks/c.ron.txt">
          <failure message="this file is not read: it does not end in `.ron`" type="misnamed-file">stances/talks/c.ron.txt: error[misnamed-file] this file is not read: it does not end in `.ron`
      help: name it `c.ron`
    </failure>
        </testcase>
        <testcase name="dossier.ron" classname="talks" file="stances/talks/dossier.ron">
          <failure message="there are two issues of the id `truce`" type="duplicate-id">stances/talks/dossier.ron:5:14: error[duplicate-id] there are two issues of the id `truce`
      help: give each an id of its own
    </failure>
        </testcase>
      </testsuite>
    </testsuites>
    "#);
}

/// Text that is a command, a link, an end or an escape somewhere.
const HOSTILE: &str =
    "::error::a,b:c\n::warning::%0A]]>\"'<&>\u{1b}[31m\u{202e}\u{0}[x](1)##[error]";

/// A dossier in which hostile text is in the name of the file and in a message.
fn hostile() -> Scratch {
    let text = format!(
        "(stances: [(issue: {HOSTILE:?}, position: Support, basis: Conduct, since: \"2025\")])"
    );
    let scratch = Scratch::new([("dossier.ron", "(issues: [])")]);
    scratch.write("::error file=x,y%0A]]>&.ron", text);
    scratch
}

#[test]
fn nothing_in_a_file_becomes_a_command() {
    let output = hostile()
        .run(&["check", "--allow", "all", "--format", "github"])
        .output();
    let text = output.text();
    let lines: Vec<&str> = text.lines().collect();
    let [annotation, closing] = lines[..] else {
        panic!("{text}")
    };
    let head = "::error file=stances/talks/%3A%3Aerror file=x%2Cy%250A]]>&.ron,line=1,col=20,";
    assert!(annotation.starts_with(head), "{annotation}");
    assert!(annotation.contains("%250A]]>"), "{annotation}");
    assert_eq!(closing, "1 error");
}

#[test]
fn nothing_in_a_file_becomes_an_escape_code() {
    for format in FORMATS {
        let output = hostile()
            .run(&["check", "--allow", "all", "--format", format])
            .output();
        let text = output.text();
        let odd = |c: char| c.is_control() && c != '\n';
        assert!(!text.contains(odd), "{format}: {text:?}");
    }
}

#[test]
fn nothing_in_a_file_becomes_xml() {
    let text = hostile()
        .run(&["check", "--allow", "all", "--format", "junit"])
        .output()
        .text();
    let mut reader = Reader::from_str(&text);
    reader.config_mut().check_end_names = true;
    let mut names = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) | Event::Empty(tag) => {
                let attributes = tag.attributes().map(|found| found.unwrap());
                assert!(attributes.count() <= 4);
                names.push(tag.name().as_ref().to_owned());
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let known = ["testsuites", "testsuite", "testcase", "failure", "testcase"];
    assert_eq!(
        names.iter().collect::<BTreeSet<_>>(),
        known.map(str::to_owned).iter().collect()
    );
    assert!(!text.contains("]]>"), "{text}");
}

#[test]
fn json_holds_text_as_it_is() {
    let scratch = hostile();
    let report = parsed(
        &scratch
            .run(&["check", "--allow", "all", "--format", "json"])
            .output()
            .text(),
    );
    let finding = &report["findings"][0];
    assert_eq!(finding["file"], "stances/talks/::error file=x,y%0A]]>&.ron");
    let message = finding["message"].as_str().unwrap();
    assert!(message.contains(HOSTILE), "{message}");
}

#[test]
fn sarif_has_no_link_from_a_file_and_only_encoded_paths() {
    let scratch = hostile();
    let report = parsed(
        &scratch
            .run(&["check", "--allow", "all", "--format", "sarif"])
            .output()
            .text(),
    );
    let result = &report["runs"][0]["results"][0];
    let message = result["message"]["text"].as_str().unwrap();
    assert!(message.contains(r"\[x\](1)"), "{message}");
    let at = &result["locations"][0]["physicalLocation"]["artifactLocation"];
    let uri = "stances/talks/%3A%3Aerror%20file%3Dx%2Cy%250A%5D%5D%3E%26.ron";
    assert_eq!(at["uri"], uri);
}

/// Findings with fixes in a text, as they are reported.
fn with_fixes(draw: fn(&Report) -> String) -> Value {
    let source = Source::new("stances/talks/a.ron", "(\n  ä: 1, issue: \"trcue\",\n)\n");
    let issue = Route::default().field("issue");
    let set = |value: &str| Amendment::Set {
        route: issue.clone(),
        value: value.to_owned(),
    };
    let place = || Place::route(source.name(), issue.clone());
    let findings = [
        Finding::new(&UNKNOWN_ISSUE, place(), "there is no issue `trcue`")
            .fix(Fix::safe("write `truce`").amend(source.name(), set("\"truce\""))),
        Finding::new(&INVALID_VALUE, place(), "this one cannot be mended")
            .fix(Fix::doubtful("write nonsense").amend(source.name(), set("(("))),
    ];
    let naming = Naming {
        folder: "/repository".into(),
        root: "/repository".into(),
    };
    let report = Report {
        findings: placed(&findings, &[source], &naming),
        ..Report::default()
    };
    parsed(&draw(&report))
}

#[test]
fn a_fix_is_told_as_edits_where_it_can_be_made() {
    let report = with_fixes(json::draw);
    assert_snapshot!(report["findings"][0]["fix"], @r#"{"edits":null,"safety":"unsafe","title":"write nonsense"}"#);
    let fix = &report["findings"][1]["fix"];
    assert_snapshot!(serde_json::to_string_pretty(fix).unwrap(), @r#"
    {
      "edits": [
        {
          "column": 16,
          "end_column": 23,
          "end_line": 2,
          "file": "stances/talks/a.ron",
          "line": 2,
          "text": "\"truce\""
        }
      ],
      "safety": "safe",
      "title": "write `truce`"
    }
    "#);
}

#[test]
fn sarif_has_fixes_that_can_be_made() {
    let report = with_fixes(sarif::draw);
    let results = &report["runs"][0]["results"];
    assert_eq!(results[0].get("fixes"), None);
    assert_snapshot!(serde_json::to_string_pretty(&results[1]["fixes"]).unwrap(), @r#"
    [
      {
        "artifactChanges": [
          {
            "artifactLocation": {
              "uri": "stances/talks/a.ron",
              "uriBaseId": "SRCROOT"
            },
            "replacements": [
              {
                "deletedRegion": {
                  "endColumn": 23,
                  "endLine": 2,
                  "startColumn": 16,
                  "startLine": 2
                },
                "insertedContent": {
                  "text": "\"truce\""
                }
              }
            ]
          }
        ],
        "description": {
          "text": "write `truce`"
        }
      }
    ]
    "#);
}

/// The fingerprints of what is found in a party's file.
fn fingerprints(text: &str) -> BTreeSet<String> {
    let source = Source::new("a.ron", text);
    let place = |at: usize| {
        let route = Route::default().field("stances").index(at);
        Place::route("a.ron", route.field("position"))
    };
    let count = text.matches("issue").count();
    let findings: Vec<Finding> = (0..count)
        .map(|at| Finding::new(&INVALID_VALUE, place(at), format!("message {at}")))
        .collect();
    let naming = Naming {
        folder: "/repository".into(),
        root: "/repository".into(),
    };
    let placed = placed(&findings, &[source], &naming);
    placed
        .into_iter()
        .map(|Placed { fingerprint, .. }| fingerprint)
        .collect()
}

#[test]
fn a_finding_is_known_again_when_lines_move_and_records_change_places() {
    let truce = "(issue: \"truce\", position: x)";
    let dam = "(issue: \"dam\", position: x)";
    let before = fingerprints(&format!("(stances: [{truce}, {dam}])"));
    assert_eq!(before.len(), 2);
    let turned = format!("// more\n(\n  stances: [\n    {dam},\n\n    {truce}\n  ],\n)");
    assert_eq!(fingerprints(&turned), before);
    let other = format!(
        "(stances: [{truce}, {}])",
        dam.replace("x)", "y, note: \"n\")")
    );
    assert_eq!(fingerprints(&other), before);
    let twice = fingerprints(&format!("(stances: [{truce}, {dam}, {truce}])"));
    assert!(twice.len() == 3 && twice.is_superset(&before), "{twice:?}");
}
