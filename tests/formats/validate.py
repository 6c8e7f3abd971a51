"""Holds the reports on one folder against what their readers expect.

Usage: validate.py FOLDER REPORTS SCHEMA, where REPORTS is the path of the reports
without their endings and SCHEMA the JSON schema of SARIF 2.1.0.
"""

import json
import pathlib
import re
import sys
import urllib.parse

import jsonschema
import junitparser

GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "pattern": "^[a-z0-9-]+$"},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^[^./]"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}

# As the runner of GitHub reads a command, after its source.
COMMAND = re.compile(r"^::(error|warning) (?:([a-zA-Z]+=[^,:\r\n]*,?)+)::(.+)$")


def text(folder, path):
    data = (folder / path).read_bytes().decode(errors="replace")
    return data.split("\n")


def within(folder, path, line, column, end_line, end_column):
    """That a region lies in its file, columns counted in code points."""
    lines = text(folder, path)
    assert 1 <= line <= end_line <= len(lines), (path, line, end_line)
    assert 1 <= column <= len(lines[line - 1]) + 1, (path, line, column)
    assert 1 <= end_column <= len(lines[end_line - 1]) + 1, (path, end_line, end_column)
    assert (line, column) <= (end_line, end_column), (path, line, column)


def check_json(folder, report, findings):
    assert report["schema"] == "stances/check/1"
    assert report["counts"]["findings"] == len(findings)
    assert report["counts"]["deny"] + report["counts"]["warn"] == len(findings)
    assert sum(tally["count"] for tally in report["statistics"]) == len(findings)
    prints = [finding["fingerprint"] for finding in findings]
    assert len(set(prints)) == len(prints), "two findings have the same fingerprint"
    for finding in findings:
        for place in [finding, *finding["labels"]]:
            ends = [place[name] for name in ("line", "column", "end_line", "end_column")]
            assert (folder / place["file"]).exists(), place["file"]
            if None not in ends:
                within(folder, place["file"], *ends)
            else:
                assert set(ends) == {None}


def check_sarif(folder, report, schema, findings):
    jsonschema.Draft202012Validator(schema).validate(report)
    (run,) = report["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    assert len(run["results"]) == len(findings)
    for result, finding in zip(run["results"], findings):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding["rule"]
        place = result["locations"][0]["physicalLocation"]
        artifact = place["artifactLocation"]
        assert artifact["uriBaseId"] in run["originalUriBaseIds"]
        assert urllib.parse.unquote(artifact["uri"]) == finding["file"]
        if "region" in place:
            region = place["region"]
            names = ("startLine", "startColumn", "endLine", "endColumn")
            within(folder, finding["file"], *(region[name] for name in names))


def check_junit(path, findings):
    suites = junitparser.JUnitXml.fromfile(str(path))
    tests = [case for suite in suites for case in suite]
    assert suites.tests == len(tests) > 0
    failed = {case._elem.get("file") for case in tests if case.result}
    assert suites.failures == len(failed)
    assert failed == {finding["file"] for finding in findings if finding["level"] == "deny"}
    warned = {case._elem.get("file") for case in tests if case.system_out}
    assert warned == {finding["file"] for finding in findings if finding["level"] == "warn"}


def check_github(report):
    *commands, closing = report.rstrip("\n").split("\n")
    assert not closing.startswith("::"), closing
    for command in commands:
        assert COMMAND.match(command), command
    for level in ("error", "warning"):
        assert sum(line.startswith(f"::{level} ") for line in commands) <= 10


def main():
    folder, reports, schema = (pathlib.Path(path) for path in sys.argv[1:])
    read = lambda ending: reports.with_name(f"{reports.name}.{ending}").read_text()
    report = json.loads(read("json"))
    findings = report["findings"]
    assert [json.loads(line) for line in read("jsonl").splitlines()] == findings
    check_json(folder, report, findings)
    check_sarif(folder, json.loads(read("sarif")), json.loads(schema.read_text()), findings)
    gitlab = json.loads(read("gitlab"))
    jsonschema.validate(gitlab, GITLAB)
    assert len(gitlab) == len(findings)
    check_junit(reports.with_name(f"{reports.name}.junit"), findings)
    check_github(read("github"))
    print(f"{folder.name}: {len(findings)} findings, the same in all reports")


if __name__ == "__main__":
    main()
