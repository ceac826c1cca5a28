//! The program: standard streams, and nothing else that is not in the library.

use std::io::{self, ErrorKind, IsTerminal, Write};
use std::process::ExitCode;

use caro::cli::{run, Console, Exit};

fn main() -> ExitCode {
    let (mut input, mut out, mut err) = (io::stdin(), io::stdout().lock(), io::stderr().lock());
    let welcome = std::env::var_os("NO_COLOR").map_or(true, |value| value.is_empty());
    let console = Console {
        colour_out: welcome && out.is_terminal(),
        colour_err: welcome && err.is_terminal(),
        input: &mut input,
        out: &mut out,
        err: &mut err,
    };
    let exit =
        run(std::env::args_os().skip(1), console).and_then(|exit| out.flush().map(|()| exit));
    let exit = match exit {
        Ok(exit) => exit,
        // Whoever read our output has seen enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Exit::Done,
        Err(error) => {
            let _ = writeln!(err, "caro: cannot read or write: {error}");
            Exit::Broken
        }
    };
    ExitCode::from(exit as u8)
}
