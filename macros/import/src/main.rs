//! `rest-op-import`: see its `--help`.

mod command;

use std::process::ExitCode;

fn main() -> ExitCode {
    command::run()
}
