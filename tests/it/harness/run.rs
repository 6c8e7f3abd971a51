//! The program run as a user runs it, with nothing of this machine's environment.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

/// One run to be: the arguments, the folder, what is set in the environment.
#[derive(Debug)]
pub struct Run(Command);

/// What a run wrote, and how it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub struct CommandOutput {
    pub stdout: Vec<u8>,
    pub stderr: String,
    pub code: i32,
}

/// The folder of this project.
pub fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// A run of the program in a folder.
pub fn stances(folder: &Path, arguments: &[&str]) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_stances"));
    command
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .env("COLUMNS", "100")
        .stdin(Stdio::null());
    if let Some(path) = std::env::var_os("PATH") {
        command.env("PATH", path);
    }
    Run(command)
}

/// A run of the program on the dossiers that come with it.
pub fn shipped(arguments: &[&str]) -> Run {
    stances(&project(), arguments)
}

impl Run {
    /// The same with something set in the environment.
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.0.env(name, value);
        self
    }

    /// Runs it to its end. A run that was killed or aborted has no code, which
    /// is a bug of ours.
    pub fn output(mut self) -> CommandOutput {
        let output = self.0.output().expect("the program starts");
        let stderr = String::from_utf8(output.stderr).expect("messages are UTF-8");
        let code = output.status.code();
        assert!(
            matches!(code, Some(0..=2)) && !stderr.contains("panicked"),
            "{:?} ended with {code:?}:\n{stderr}",
            self.0
        );
        CommandOutput {
            stdout: output.stdout,
            stderr,
            code: code.unwrap_or_default(),
        }
    }

    /// The data of a run to which everything was fine.
    pub fn fine(self) -> String {
        let output = self.output();
        assert_eq!((output.code, output.stderr.as_str()), (0, ""));
        output.text()
    }

    /// The data of a run to which everything was fine, as JSON.
    pub fn json(self) -> Value {
        parsed(&self.fine())
    }

    /// What a run said that had to leave something out, and the data of the rest.
    pub fn left_out(self) -> (String, String) {
        let output = self.output();
        assert_eq!(output.code, 1, "{}", output.stderr);
        let data = output.text();
        (output.stderr, data)
    }

    /// What a run said that could not do what it was asked for.
    pub fn refused(self) -> String {
        let output = self.output();
        assert_eq!((output.code, output.text().as_str()), (2, ""));
        output.stderr
    }
}

impl CommandOutput {
    /// The data as text.
    pub fn text(&self) -> String {
        String::from_utf8(self.stdout.clone()).expect("text is UTF-8")
    }
}

/// A text as JSON.
pub fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}:\n{text}"))
}
