//! The machine itself, and the network.

use super::Intent;
use crate::plan::{missing, Missing, Plan};
use crate::shell::{path, quote};
use crate::slots::Slots;

pub(super) const INTENTS: &[Intent] = &[
    Intent {
        name: "uptime",
        about: "how long the machine has been running",
        examples: &["uptime", "how long has this computer been running"],
        needs: &[
            &["uptime", "long", "load"],
            &[
                "uptime", "computer", "machine", "system", "running", "average",
            ],
        ],
        likes: &["running", "computer", "machine"],
        never: &["file", "line"],
        build: |_| {
            Ok(Plan::new("How long the machine has been running")
                .step("uptime", "time since the start, and the load"))
        },
    },
    Intent {
        name: "system-version",
        about: "which system this is",
        examples: &["which kernel version is this", "show system information"],
        needs: &[
            &["kernel", "system", "os", "machine"],
            &[
                "version",
                "information",
                "info",
                "which",
                "name",
                "architecture",
            ],
        ],
        likes: &["kernel", "version"],
        never: &["file", "long"],
        build: |_| {
            Ok(Plan::new("Which system this is").step("uname -a", "name, version and hardware"))
        },
    },
    Intent {
        name: "environment",
        about: "environment variables",
        examples: &["show environment variables"],
        needs: &[&["environment", "env"]],
        likes: &["variable", "show"],
        never: &[],
        build: |_| {
            Ok(Plan::new("Environment variables")
                .step("env", "each with its value")
                .step("| sort", "by name"))
        },
    },
    Intent {
        name: "search-path",
        about: "folders that programs are found in",
        examples: &["show path entries"],
        needs: &[&["path"], &["entry", "search", "variable", "each"]],
        likes: &["show"],
        never: &["file", "find"],
        build: |_| {
            Ok(Plan::new("Folders that programs are found in")
                .step("printf '%s\\n' \"$PATH\"", "the search path")
                .step("| tr ':' '\\n'", "one folder per line"))
        },
    },
    Intent {
        name: "checksum",
        about: "a file's fingerprint",
        examples: &["checksum of backup.tar.gz", "sha256 of notes.txt"],
        needs: &[&["checksum", "sha256", "hash", "fingerprint"]],
        likes: &["<file>"],
        never: &["git"],
        build: checksum,
    },
    Intent {
        name: "download",
        about: "a file from the web",
        examples: &["download https://example.com/data.csv"],
        needs: &[&["download", "fetch", "<url>"]],
        likes: &["<url>"],
        never: &["<place>", "find", "list", "git"],
        build: download,
    },
    Intent {
        name: "current-time",
        about: "date and time",
        examples: &["what time is it", "current date"],
        needs: &[
            &["time", "date"],
            &["what", "current", "now", "today", "show"],
        ],
        likes: &["now"],
        never: &["file", "modified", "list", "sort", "sorted", "commit"],
        build: |_| Ok(Plan::new("Date and time").step("date", "now, in your time zone")),
    },
];

fn checksum(slots: &Slots) -> Result<Plan, Missing> {
    let file = slots
        .subject()
        .ok_or(missing("of which file?", "checksum of backup.tar.gz"))?;
    Ok(Plan::new(format!("The SHA-256 checksum of {file}"))
        .step("openssl dgst -sha256", "there on Linux and on macOS")
        .step(path(file), "of this file"))
}

fn download(slots: &Slots) -> Result<Plan, Missing> {
    let url = slots.url.as_deref().ok_or(missing(
        "from where?",
        "download https://example.com/data.csv",
    ))?;
    let plan =
        Plan::new(format!("Downloads {url}")).step("curl -fL", "follow redirects, fail on errors");
    Ok(match &slots.target {
        Some(target) => plan.step(format!("-o {}", path(target)), "into this file"),
        None => plan.step("-O", "under its own name"),
    }
    .step(quote(url), "from here"))
}

#[cfg(test)]
mod tests {
    use crate::catalogue::command;

    #[test]
    fn downloads_need_an_address() {
        assert_eq!(
            command("download https://example.com/a?b=c&d"),
            "curl -fL -O 'https://example.com/a?b=c&d'"
        );
        assert_eq!(
            command("download https://example.com to a.html"),
            "curl -fL -o a.html https://example.com"
        );
        assert_eq!(command("download"), "from where?");
    }

    #[test]
    fn checksums_need_a_file() {
        assert_eq!(command("sha256 of 'a b'"), "openssl dgst -sha256 'a b'");
        assert_eq!(command("checksum"), "of which file?");
    }
}
