//! The house stands as ARCHITECTURE.md says: a room knows only rooms above it,
//! and each keeps to what it must not know.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::harness::run::project;

/// The rooms from top to bottom, as ARCHITECTURE.md lists them: one a line, its
/// name first.
fn rooms() -> Vec<String> {
    let page = fs::read_to_string(project().join("ARCHITECTURE.md")).unwrap();
    let blocks = page.split("```").skip(1).step_by(2);
    let lists = blocks.filter_map(|block| {
        let (_, lines) = block.split_once('\n')?;
        let names = lines
            .lines()
            .map(|line| line.split(' ').next().unwrap_or_default());
        let names: Vec<String> = names.map(str::to_owned).collect();
        (names.len() > 5 && names[0] == "text").then_some(names)
    });
    let lists: Vec<_> = lists.collect();
    assert_eq!(
        lists.len(),
        1,
        "one block of ARCHITECTURE.md lists the rooms"
    );
    lists.into_iter().next().unwrap()
}

/// Every source file, with its path below `src`.
fn files() -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let src = project().join("src");
    let mut folders = vec![src.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                files.insert(below(&src, &path), fs::read_to_string(&path).unwrap());
            }
        }
    }
    files
}

fn below(folder: &Path, path: &Path) -> String {
    let path: PathBuf = path.strip_prefix(folder).unwrap().into();
    path.to_str().unwrap().replace('\\', "/")
}

/// The room of a file; nothing for those at the door.
fn room(path: &str) -> Option<&str> {
    match path {
        "lib.rs" | "main.rs" => None,
        _ => Some(path.split(['/', '.']).next().unwrap_or(path)),
    }
}

/// The code without comments and without what stands in quotation marks.
fn code(text: &str) -> String {
    let mut code = String::new();
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if let Some(raw) = rest.strip_prefix("r#\"") {
            raw.find("\"#").map_or(rest.len(), |end| end + 5)
        } else if next == '"' {
            quoted(rest)
        } else if rest.starts_with("'\"'") || rest.starts_with("'\\") {
            rest[2..].find('\'').map_or(rest.len(), |end| end + 3)
        } else {
            code.push(next);
            next.len_utf8()
        };
        rest = &rest[skipped..];
    }
    code
}

/// How long the quoted text is that this text starts with.
fn quoted(text: &str) -> usize {
    let mut escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            '"' if !escaped => return at + 1,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    text.len()
}

/// The rooms that a piece of code names: `crate::room`, and each head of a list
/// `crate::{room::…, room}`; from the program's front, `stances::room`.
fn known(code: &str) -> BTreeSet<String> {
    let mut rooms = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            Some(list) => rooms.extend(heads(list)),
            None => rooms.extend(name(rest)),
        }
    }
    rooms
}

fn name(text: &str) -> Option<String> {
    let is_part = |letter: char| letter.is_ascii_lowercase() || letter == '_';
    let name: String = text
        .trim_start()
        .chars()
        .take_while(|c| is_part(*c))
        .collect();
    (!name.is_empty()).then_some(name)
}

/// The first names of the items of a list that is nested as deep as it likes.
fn heads(list: &str) -> Vec<String> {
    let (mut depth, mut heads, mut due) = (0, Vec::new(), true);
    for (at, letter) in list.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => due = true,
            _ if due && depth == 0 && !letter.is_whitespace() => {
                heads.extend(name(&list[at..]));
                due = false;
            }
            _ => {}
        }
    }
    heads
}

#[test]
fn uses_are_read_in_every_form() {
    let text = r##"
        use crate::text::{span::Span, source};
        use crate::{
            finding::{self, code},
            record,
            syntax::{kind::{Kind, Other}, tree},
        };
        /// See [`crate::render`]; not known by this.
        fn f(x: &str) -> crate::outcome::Outcome { "crate::view"; r#"crate::compare"#; '"'; crate::logic::f() }
    "##;
    let rooms: Vec<_> = known(&code(text)).into_iter().collect();
    assert_eq!(
        rooms,
        ["finding", "logic", "outcome", "record", "syntax", "text"]
    );
}

#[test]
fn every_folder_is_a_room_and_every_room_a_folder() {
    let src = project().join("src");
    let folders: BTreeSet<String> = (fs::read_dir(&src).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .map(|path| below(&src, &path))
        .collect();
    let rooms = rooms();
    let listed: BTreeSet<String> = rooms.iter().cloned().collect();
    assert_eq!(listed.len(), rooms.len(), "a room is listed twice");
    assert_eq!(folders, listed);
}

#[test]
fn a_room_knows_only_rooms_above_it() {
    let rooms = rooms();
    let rank = |room: &str| rooms.iter().position(|listed| listed == room);
    for (path, text) in files() {
        let Some(own) = room(&path) else { continue };
        let below = rank(own).unwrap_or_else(|| panic!("{path} is in no room"));
        for known in known(&code(&text)) {
            let above = rank(&known).unwrap_or_else(|| panic!("{path} names `{known}`"));
            assert!(above <= below, "{path} may not know `{known}`");
        }
    }
}

/// That the files of a room name no other rooms than these.
fn check_knows_only(room_name: &str, allowed: &[&str]) {
    for (path, text) in files() {
        if room(&path) == Some(room_name) {
            let mut rooms = known(&code(&text));
            rooms.remove(room_name);
            let allowed: BTreeSet<String> = allowed.iter().map(|a| (*a).to_owned()).collect();
            assert!(rooms.is_subset(&allowed), "{path} knows {rooms:?}");
        }
    }
}

#[test]
fn measures_know_nothing_else() {
    check_knows_only("measure", &[]);
}

#[test]
fn text_knows_nothing_else() {
    check_knows_only("text", &[]);
}

#[test]
fn syntax_knows_text_alone() {
    check_knows_only("syntax", &["text"]);
}

#[test]
fn outcomes_know_nothing_else() {
    check_knows_only("outcome", &[]);
}

#[test]
fn the_session_alone_touches_disk_environment_and_terminal() {
    let touching = [
        "std::fs",
        "std::env",
        "std::net",
        "std::process",
        "std::time::SystemTime",
        "std::time::Instant",
        "io::stdin",
        "io::stdout",
        "io::stderr",
        "print!(",
        "println!(",
        "eprint!(",
        "eprintln!(",
        "dbg!(",
    ];
    // How a process ends is said where it ends.
    let exit = ["use std::process::ExitCode;"];
    for (path, text) in files() {
        if path.starts_with("command/session") {
            continue;
        }
        let code = exit
            .iter()
            .fold(code(&text), |code, allowed| code.replace(allowed, ""));
        for what in touching {
            assert!(!code.contains(what), "{path} has `{what}`");
        }
    }
}

#[test]
fn nobody_looks_at_the_clock() {
    for (path, text) in files() {
        // The clock tells how long somebody waits for a lock, and of a date that it
        // lies in the future. Nothing else.
        if ["command/session/lock.rs", "command/session/clock.rs"].contains(&path.as_str()) {
            continue;
        }
        let code = code(&text);
        for what in [
            "Zoned::now",
            "Timestamp::now",
            "SystemTime::now",
            "Instant::now",
        ] {
            assert!(!code.contains(what), "{path} has `{what}`");
        }
    }
}

/// The loop over bits, and the rungs of the ladder.
const COUNTING: [&str; 6] = [
    "kernel/avx2.rs",
    "kernel/avx512.rs",
    "kernel/lane.rs",
    "kernel/popcnt.rs",
    "kernel/portable.rs",
    "kernel/rung.rs",
];

#[test]
fn nothing_in_the_house_is_unsafe_or_put_off() {
    for (path, text) in files() {
        let code = code(&text);
        // How processors count is told to them in one small file a rung, and nowhere else.
        let counts = COUNTING.contains(&path.as_str());
        assert!(counts || !code.contains("unsafe "), "{path} has `unsafe`");
        for what in ["todo!(", "unimplemented!(", "#[ignore"] {
            assert!(!code.contains(what), "{path} has `{what}`");
        }
    }
}
