//! The command line.

mod output;

use std::env;
use std::io::{self, Write};
use std::mem;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, error::ErrorKind};
use rest_op_import::{ImportError, Imported, Options, Source, drift_of_file, import, list};

/// Declares chosen operations of a service description in Rust, for rest-op.
///
/// Reads OpenAPI 3 (JSON or YAML) and AWS service models (botocore's `service-2.json`, Smithy's JSON AST), each perhaps
/// compressed by gzip. Bodies may be JSON or XML, for which programs need the feature `xml` of rest-op.
#[derive(Debug, Parser)]
#[command(version, override_usage = USAGE, after_help = AFTER_HELP)]
struct Arguments {
    /// The description: a file, or `-` for the standard input
    source: Option<String>,

    /// Lists the operations that contain the WORD in their id, path, summary or tags, or all operations
    #[arg(long, value_name = "WORD", num_args = 0..=1, default_missing_value = "", conflicts_with_all = ["operations", "output", "opaque", "lenient", "strict"])]
    list: Option<String>,

    /// Declares an operation: its id, "VERB /path", or tag:NAME for all with a tag; may be repeated
    #[arg(long = "op", value_name = "OPERATION")]
    operations: Vec<String>,

    /// Writes to a file, which must not exist, in place of the standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Overwrites the file
    #[arg(long, requires = "output")]
    force: bool,

    /// Reads values of a type as any JSON, `serde_json::Value`; may be repeated
    #[arg(long, value_name = "TYPE")]
    opaque: Vec<String>,

    /// Makes all members of responses optional, except ids
    #[arg(long)]
    lenient: bool,

    /// Fails, and writes nothing, if one of the operations cannot be declared
    #[arg(long)]
    strict: bool,

    /// Prints how the declarations in a Rust file differ from the description; fails if they do
    #[arg(long, value_name = "FILE", conflicts_with_all = ["list", "operations", "output", "opaque", "lenient", "strict"])]
    drift: Option<String>,

    /// The paginators of an AWS service model, if they are not in `paginators-1.json` beside it
    #[arg(long, value_name = "FILE")]
    paginators: Option<String>,
}

const USAGE: &str = "rest-op-import <SOURCE> --list [WORD]
       rest-op-import <SOURCE> --op <OPERATION>... [-o <FILE>] [OPTIONS]
       rest-op-import <SOURCE> --drift <FILE>";

const AFTER_HELP: &str = "Examples:
  rest-op-import openapi.yaml --list issues
  rest-op-import openapi.yaml --op listIssues --op \"POST /issues\" -o src/issues.rs

The exit status is 1 if it fails, or if declarations differ, and 2 if the command line is wrong.";

/// Runs the command.
pub(crate) fn run() -> ExitCode {
    let mut arguments = Arguments::parse();
    // `--list openapi.yaml` has no WORD.
    if let (None, Some(word)) = (
        &arguments.source,
        arguments.list.as_mut().filter(|word| !word.is_empty()),
    ) {
        arguments.source = Some(mem::take(word));
    }
    let Some(source) = arguments.source.take() else {
        usage("name the description: a file, or `-` for the standard input");
    };
    if arguments.list.is_none() && arguments.drift.is_none() && arguments.operations.is_empty() {
        usage("choose operations with `--op`; `--list` shows them");
    }
    match arguments.run(&source) {
        Ok(code) => code,
        Err(error) => {
            error
                .to_string()
                .lines()
                .for_each(|line| say(format_args!("error: {line}")));
            ExitCode::FAILURE
        }
    }
}

/// Ends the program for the sake of a wrong command line.
fn usage(message: &str) -> ! {
    Arguments::command()
        .error(ErrorKind::MissingRequiredArgument, message)
        .exit()
}

impl Arguments {
    fn run(self, path: &str) -> Result<ExitCode, Box<dyn std::error::Error>> {
        if let Some(output) = self.output.as_deref().filter(|_| !self.force) {
            output::is_free(output)?;
        }
        let source = self.open(path)?;
        if let Some(word) = &self.list {
            output::print(&list(&source, word)?)?;
            return Ok(ExitCode::SUCCESS);
        }
        if let Some(file) = &self.drift {
            return differences(&source, file);
        }
        let options = Options {
            operations: self.operations,
            opaque: self.opaque,
            lenient: self.lenient,
            command_line: command_line(
                env::args_os()
                    .skip(1)
                    .map(|argument| argument.to_string_lossy().into_owned()),
            ),
            unformatted: false,
        };
        let imported = import(&source, &options)?;
        report(&imported);
        if self.strict && !imported.left.is_empty() {
            return Err("nothing is written, because of `--strict`".into());
        }
        match self.output {
            Some(output) => output::write(&output, &imported.text)?,
            None => output::print(&imported.text)?,
        }
        Ok(ExitCode::SUCCESS)
    }

    fn open(&self, path: &str) -> Result<Source, ImportError> {
        let source = Source::open(path)?;
        match &self.paginators {
            Some(paginators) => source.open_paginators(paginators),
            None => Ok(source),
        }
    }
}

/// Prints how the declarations in a file differ from the description.
fn differences(source: &Source, file: &str) -> Result<ExitCode, Box<dyn std::error::Error>> {
    let differences = drift_of_file(source, file)?;
    output::print(
        &differences
            .iter()
            .fold(String::new(), |text, line| format!("{text}{line}\n")),
    )?;
    if differences.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    say(format_args!(
        "{file}: {}; accept one by the comment `// accepted: <difference>`",
        counted(differences.len(), "difference")
    ));
    Ok(ExitCode::FAILURE)
}

/// Says what was imported.
fn report(imported: &Imported) {
    let Imported {
        declared,
        types,
        left,
        hints,
        ..
    } = imported;
    let left_out = match left.len() {
        0 => String::new(),
        1 => "; 1 is not declared:".to_owned(),
        count => format!("; {count} are not declared:"),
    };
    say(format_args!(
        "{}, {}{left_out}",
        counted(*declared, "operation"),
        counted(*types, "type")
    ));
    for (id, reason, pointer) in left {
        say(format_args!("  {id}: {reason} (at {pointer})"));
    }
    for hint in hints {
        say(format_args!("hint: {hint}"));
    }
}

fn counted(count: usize, noun: &str) -> String {
    let end = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{end}")
}

/// Writes a line to the standard error, which may be closed.
fn say(line: std::fmt::Arguments<'_>) {
    _ = writeln!(io::stderr(), "{line}");
}

/// Returns the command line as a shell takes it.
fn command_line(arguments: impl Iterator<Item = String>) -> String {
    let is_plain = |argument: &str| {
        let is_plain = |character: char| character.is_ascii_alphanumeric() || "-_./:=,@%+".contains(character);
        !argument.is_empty() && argument.chars().all(is_plain)
    };
    let arguments = arguments.map(|argument| match argument {
        argument if is_plain(&argument) => argument,
        argument
            if argument.contains('\'') || argument.contains('{') && !argument.contains(['"', '$', '`', '\\', '!']) =>
        {
            format!("\"{argument}\"")
        }
        argument => format!("'{argument}'"),
    });
    ["rest-op-import".to_owned()]
        .into_iter()
        .chain(arguments)
        .collect::<Vec<_>>()
        .join(" ")
}
