//! What a command says: results and progress on standard output, errors on standard error.
//!
//! `println!` panics where its output is closed or its disk is full, so it is not used in this package.

use crate::not_built::NotBuilt;
use anyhow::{Context, Error, Result};
use std::fmt::Display;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

/// Prints a line on standard output.
///
/// # Errors
/// Nobody reads it any more, or it cannot be written.
pub fn print(line: impl Display) -> Result<()> {
    write_line(&mut io::stdout().lock(), line)
}

fn write_line(output: &mut impl Write, line: impl Display) -> Result<()> {
    writeln!(output, "{line}").and_then(|()| output.flush()).context("the output cannot be written")
}

/// Prints a line on standard error. Where that is closed, there is nobody to tell.
pub fn warn(line: impl Display) {
    writeln!(io::stderr().lock(), "{line}").ok();
}

/// Says what went wrong: a report on the pages is complete in itself, anything else is one sentence and its causes.
pub fn report(error: &Error) {
    match error.downcast_ref::<NotBuilt>() {
        Some(report) => warn(report),
        None => warn(format_args!("error: {error:#}")),
    }
}

/// Says how a command ended. A reader that wanted no more of its output, as `head` does, is no error.
pub fn exit_code(ended: Result<()>) -> ExitCode {
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if is_closed(&error) => ExitCode::SUCCESS,
        Err(error) => {
            report(&error);
            ExitCode::FAILURE
        }
    }
}

/// Whether an output was closed by its reader. Commands write to no other pipe.
fn is_closed(error: &Error) -> bool {
    let mut causes = error.chain().filter_map(|cause| cause.downcast_ref::<io::Error>());
    causes.any(|cause| cause.kind() == ErrorKind::BrokenPipe)
}
