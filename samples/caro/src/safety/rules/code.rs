use super::super::call::Call;
use super::super::wrappers::{reads_script, SHELLS};
use super::Family;

pub(super) const SCRIPTS: Family = &[
    rule!(
        Critical,
        "remote-script",
        "runs whatever the other end of the network sends",
        |call| runs_from(call, DOWNLOADERS),
    ),
    rule!(
        Critical,
        "decoded-script",
        "runs a script that was hidden by encoding",
        |call| runs_from(call, DECODERS),
    ),
    rule!(
        High,
        "piped-script",
        "runs a script that nobody has seen",
        |call| {
            reads_program(call) && call.piped && !call.upstream.iter().all(|name| is_plain(name))
        },
    ),
];

pub(super) const INLINE: Family = &[
    rule!(
        High,
        "inline-danger",
        "program text that deletes files or starts other programs",
        |call| {
            inline_text(call).is_some_and(|text| DANGEROUS.iter().any(|word| text.contains(word)))
        },
    ),
    rule!(
        Moderate,
        "inline-code",
        "program text in a language that is not looked into",
        |call| !call.is(&["awk", "gawk", "mawk"]) && inline_text(call).is_some(),
    ),
];

pub(super) const NAMES: Family = &[
    rule!(
        High,
        "substituted-program",
        "what runs is only known when it runs",
        |call| {
            call.program.starts_with("$()")
                || (call.is(&["eval"]) && call.arguments.iter().any(|word| word.starts_with('$')))
        },
    ),
    rule!(
        Moderate,
        "variable-program",
        "a variable decides what runs",
        |call| { call.program.starts_with('$') }
    ),
];

pub(super) const CONNECTIONS: Family = &[rule!(
    Critical,
    "remote-shell",
    "gives somebody on the network a shell on this machine",
    |call| {
        let sockets = ["/dev/tcp/", "/dev/udp/"];
        let mut words = call
            .arguments
            .iter()
            .chain(call.writes.iter().map(|(file, _)| file));
        words.any(|word| sockets.iter().any(|socket| word.contains(socket)))
            || (call.is(&["nc", "ncat", "netcat"])
                && (call.has('e', "exec") || call.has('c', "sh-exec")))
            || (call.is(&["socat"])
                && call
                    .arguments
                    .iter()
                    .any(|word| word.to_lowercase().starts_with("exec:")))
    },
)];

const DOWNLOADERS: &[&str] = &[
    "curl", "wget", "fetch", "aria2c", "http", "https", "lynx", "nc", "ncat", "netcat", "ftp",
];
const DECODERS: &[&str] = &["base64", "base32", "xxd", "uudecode", "openssl", "rev"];
const INTERPRETERS: &[&str] = &["python", "perl", "ruby", "node", "php", "osascript", "lua"];
const DANGEROUS: &[&str] = &[
    "system(",
    "system ",
    "exec",
    "popen",
    "subprocess",
    "rmtree",
    "rm_rf",
    "rmSync",
    "unlink",
    "remove(",
    "delete",
    "fork",
    "do shell script",
];

/// A shell or interpreter, a `source` or an `eval`, that gets its text from one of these programs.
fn runs_from(call: &Call, origins: &[&str]) -> bool {
    let from = |names: &[String]| names.iter().any(|name| origins.contains(&name.as_str()));
    let takes_text = call.is(SHELLS)
        || is_interpreter(call)
        || call.is(&["eval", "source", "."])
        || call.program.starts_with("$()");
    (takes_text && from(&call.substituted))
        || (reads_program(call) && call.piped && from(&call.upstream))
}

fn reads_program(call: &Call) -> bool {
    reads_script(call)
        || (call.is(&["source", "."]) && call.says("/dev/stdin"))
        || (is_interpreter(call) && call.operands().all(|word| word == "-"))
}

/// `python3.12` is python.
fn is_interpreter(call: &Call) -> bool {
    let name = call
        .program
        .trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    INTERPRETERS.contains(&name)
}

/// Wrappers and printers: what these pipe on is read as a script of its own.
fn is_plain(name: &str) -> bool {
    matches!(name, "echo" | "printf" | "sudo" | "env" | "command")
}

fn inline_text(call: &Call) -> Option<String> {
    if call.is(&["awk", "gawk", "mawk"]) {
        return Some(call.arguments.join(" "));
    }
    let code = call
        .options()
        .any(|option| !option.starts_with("--") && option.contains(['c', 'e', 'r']));
    (is_interpreter(call) && code).then(|| call.arguments.join(" "))
}
