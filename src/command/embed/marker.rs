//! From the words of a marker to the Markdown that the command gives.

use clap::error::{Error, ErrorKind};
use clap::parser::ValueSource;
use clap::{ArgMatches, Command, CommandFactory, FromArgMatches, ValueEnum};

use crate::command::options::{ColourWhen, Format, Output};
use crate::command::session::Session;
use crate::command::{Cli, Outcome, run};

/// What a command gave.
#[derive(Debug)]
pub(super) struct Answer {
    /// The Markdown.
    pub text: String,
    /// What it said beside it.
    pub remarks: String,
    pub outcome: Outcome,
}

/// Why the words of a marker give no Markdown, and what to do.
#[derive(Debug)]
pub(super) struct Unusable {
    pub message: String,
    pub help: Vec<String>,
}

impl Unusable {
    fn new(message: impl Into<String>, help: &str) -> Self {
        Self {
            message: message.into(),
            help: vec![help.to_owned()],
        }
    }

    /// For an answer that would be read as something else where it is to stand.
    pub(super) fn escapes() -> Self {
        Self::new(
            "what this command gives would not stay between its markers here",
            "put the markers at the beginning of their lines, with a blank line above",
        )
    }
}

/// What a marker holds, for those who wrote something else.
const SUCH: &str = "a marker holds a command that takes `--format markdown`, such as \
                    `matrix DOSSIER --measure conflict`";

/// Runs the command that these words are, on the margin of the one that runs it.
///
/// # Errors
///
/// When they are no command that gives Markdown, or it cannot be run.
pub(super) fn answer(session: &Session, words: &str, margin: &Output) -> Result<Answer, Unusable> {
    let cli = parsed(words, margin.color)?;
    let session = session.keeping();
    let outcome = run(&session, &cli.command).map_err(|error| Unusable {
        message: format!("{error:#}"),
        help: Vec::new(),
    })?;
    let kept = session.kept();
    Ok(Answer {
        // Every renderer of text writes UTF-8.
        text: String::from_utf8_lossy(&kept.data).into_owned(),
        remarks: kept.remarks,
        outcome,
    })
}

/// The command line that these words are, made to give Markdown.
fn parsed(words: &str, colour: ColourWhen) -> Result<Cli, Unusable> {
    let mut words = shlex::split(words).ok_or_else(|| {
        Unusable::new(
            "a quotation mark or a backslash in this marker has no end",
            "words are parted as a shell parts them: quote what has blanks in it",
        )
    })?;
    if words.is_empty() {
        return Err(Unusable::new("this marker holds no command", SUCH));
    }
    let mut program = Cli::command();
    program.build();
    let matches = matched(&program, &words)?;
    let (name, given) = matches
        .subcommand()
        .ok_or_else(|| Unusable::new(NONE, SUCH))?;
    check(&program, name, given)?;
    let is_open = |id| given.value_source(id) != Some(ValueSource::CommandLine);
    if is_open("color") {
        words.splice(1..1, ["--color".to_owned(), value_name(colour)]);
    }
    if is_open("format") {
        words.splice(1..1, ["--format".to_owned(), value_name(Format::Markdown)]);
    }
    Cli::from_arg_matches(&matched(&program, &words)?).map_err(|error| told(&error))
}

/// What is said of words that begin with no command.
const NONE: &str = "this marker does not begin with a command";

fn matched(program: &Command, words: &[String]) -> Result<ArgMatches, Unusable> {
    let name = std::iter::once(program.get_name());
    let line = name.chain(words.iter().map(String::as_str));
    let matches = program.clone().try_get_matches_from(line);
    matches.map_err(|error| told(&error))
}

/// Checks that a command gives Markdown, gives it here, and does nothing else.
fn check(program: &Command, name: &str, given: &ArgMatches) -> Result<(), Unusable> {
    let command = program.find_subcommand(name);
    let option = |id: &str| {
        let mut options = command.into_iter().flat_map(Command::get_arguments);
        options.find(|option| option.get_id() == id)
    };
    let markdown = value_name(Format::Markdown);
    let gives = option("format").is_some_and(|format| {
        let values = format.get_possible_values();
        values.iter().any(|value| value.get_name() == markdown)
    });
    if !gives || option("dry_run").is_some() {
        return Err(Unusable::new(format!("`{name}` gives no Markdown"), SUCH));
    }
    if asked(given, "format").is_some_and(|format| format != markdown) {
        return Err(Unusable::new(
            "what stands in a Markdown file cannot have another format",
            "leave `--format` out",
        ));
    }
    if asked(given, "output").is_some() {
        return Err(Unusable::new(
            "what a marker's command gives goes between the markers, and to no other file",
            "leave `--output` out",
        ));
    }
    Ok(())
}

/// The value of an option that stands in the marker.
fn asked(given: &ArgMatches, id: &str) -> Option<String> {
    let values = given.try_get_raw(id).ok()??;
    let stands = given.value_source(id) == Some(ValueSource::CommandLine);
    let mut values = values.map(|value| value.to_string_lossy().into_owned());
    values.next().filter(|_| stands)
}

fn value_name(value: impl ValueEnum) -> String {
    let value = value.to_possible_value();
    value.map_or_else(String::new, |value| value.get_name().to_owned())
}

/// What clap has to say of a line, without what only helps at a terminal.
fn told(error: &Error) -> Unusable {
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelp
            | ErrorKind::DisplayVersion
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    ) {
        return Unusable::new("help and version give no Markdown", SUCH);
    }
    let said = error.to_string();
    let message = said.lines().take_while(|line| !line.is_empty());
    let message: Vec<&str> = message.map(str::trim).collect();
    let message = message.join(" ");
    let tips = said
        .lines()
        .filter_map(|line| line.trim().strip_prefix("tip: "));
    Unusable {
        message: message
            .strip_prefix("error: ")
            .unwrap_or(&message)
            .to_owned(),
        help: tips.map(str::to_owned).collect(),
    }
}
