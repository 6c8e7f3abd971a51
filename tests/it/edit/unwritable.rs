//! Folders, files and disks that cannot be written to, and what stands in for a
//! file.
#![cfg(unix)]

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use super::{AWKWARD, names, scratch, text};
use crate::harness::scratch::Scratch;

/// Somebody with no rights of their own.
const NOBODY: u32 = 65534;

#[test]
fn a_folder_that_cannot_be_written_to_is_left_alone() {
    let scratch = scratch();
    for folder in [scratch.folder(), &scratch.talks()] {
        permit(folder, 0o755);
    }
    permit(&scratch.talks(), 0o555);
    for arguments in [
        ["set", "norland:name", "N"].as_slice(),
        &["rename", "issue", "tariffs", "duties"],
    ] {
        let said = refused(as_nobody(&scratch, arguments));
        assert!(
            said.starts_with(
                "error: cannot write in the folder `stances/talks`, nothing was changed: "
            ),
            "{said}"
        );
    }
    let read = as_nobody(&scratch, &["get", "norland:name"])
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&read.stdout), "\"Norland\"\n");
    permit(&scratch.talks(), 0o755);
    assert_eq!(names(&scratch).len(), 3);
    assert_eq!(text(&scratch, "norland.ron"), AWKWARD);
}

#[test]
fn a_protected_file_is_left_alone() {
    let scratch = scratch();
    permit(&scratch.talks().join("norland.ron"), 0o444);
    let said = scratch.run(&["set", "norland:name", "N"]).refused();
    assert_eq!(
        said,
        "error: cannot write `norland.ron`, nothing was changed: it is write-protected\n"
    );
    let said = scratch
        .run(&["rename", "issue", "tariffs", "duties"])
        .refused();
    assert!(said.contains("`norland.ron`"), "{said}");
    assert_eq!(names(&scratch).len(), 3);
    assert!(text(&scratch, "dossier.ron").contains("\"tariffs\""));
}

/// A disk without room, as far as a process can tell: no file may grow.
#[test]
fn a_full_disk_leaves_everything_as_it_was() {
    let scratch = scratch();
    for arguments in ["set norland:name N", "rename issue tariffs duties"] {
        let mut command = Command::new("sh");
        let line = format!("trap '' XFSZ; ulimit -f 0; exec \"$0\" {arguments}");
        command
            .args(["-c", &line, env!("CARGO_BIN_EXE_stances")])
            .current_dir(scratch.folder());
        let said = refused(command);
        assert!(said.contains("nothing was changed"), "{said}");
        assert_eq!(names(&scratch).len(), 3, "{:?}", names(&scratch));
        assert_eq!(text(&scratch, "norland.ron"), AWKWARD);
    }
}

#[test]
fn a_link_stays_a_link() {
    let scratch = scratch();
    let elsewhere = scratch.folder().join("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    let file = elsewhere.join("nord.txt");
    fs::rename(scratch.talks().join("norland.ron"), &file).unwrap();
    symlink(
        "../../elsewhere/nord.txt",
        scratch.talks().join("norland.ron"),
    )
    .unwrap();
    for arguments in [
        ["set", "norland:name", "N"].as_slice(),
        &["rename", "issue", "tariffs", "duties"],
    ] {
        let output = scratch.run(arguments).output();
        assert_eq!(output.code, 0, "{}", output.stderr);
    }
    let link = scratch.talks().join("norland.ron");
    assert!(link.symlink_metadata().unwrap().is_symlink());
    let now = fs::read_to_string(&file).unwrap();
    let changed = AWKWARD
        .lines()
        .zip(now.lines())
        .filter(|(old, new)| old != new);
    assert_eq!(changed.count(), 2);
    assert_eq!(fs::read_dir(&elsewhere).unwrap().count(), 1);
    assert_eq!(names(&scratch).len(), 3);
}

#[test]
fn permissions_stay_also_under_another_name() {
    let scratch = scratch();
    permit(&scratch.talks().join("norland.ron"), 0o640);
    let mode = |name: &str| fs::metadata(scratch.talks().join(name)).unwrap().mode() & 0o777;
    for (arguments, name) in [
        (["set", "norland:name", "N"].as_slice(), "norland.ron"),
        (&["rename", "party", "norland", "nord"], "nord.ron"),
    ] {
        let output = scratch.run(arguments).output();
        assert_eq!(output.code, 0, "{}", output.stderr);
        assert_eq!(mode(name), 0o640);
    }
}

fn permit(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

/// A run without an administrator's rights, if the tests have them.
fn as_nobody(scratch: &Scratch, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_stances"));
    command.args(arguments).current_dir(scratch.folder());
    if fs::metadata(scratch.folder()).unwrap().uid() == 0 {
        command.uid(NOBODY);
    }
    command
}

fn refused(mut command: Command) -> String {
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{said}");
    said
}
