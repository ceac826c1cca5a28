//! What is running, and who listens.

use super::Intent;
use crate::plan::{missing, Missing, Plan};
use crate::shell::quote;
use crate::slots::Slots;

const PROCESS: &[&str] = &["process", "program", "app", "application", "task"];

pub(super) const INTENTS: &[Intent] = &[
    Intent {
        name: "processes-by-memory",
        about: "what uses the most memory",
        examples: &["top 5 processes by memory", "what is eating memory"],
        needs: &[&["memory", "ram"]],
        likes: &["process", "using", "eating", "top"],
        never: &["kill", "file", "free"],
        build: |slots| busiest(slots, "pmem", "memory"),
    },
    Intent {
        name: "processes-by-cpu",
        about: "what keeps the processor busy",
        examples: &["top 10 processes by cpu", "what is using the cpu"],
        needs: &[&["cpu", "processor"]],
        likes: &["process", "using", "top"],
        never: &["kill", "file"],
        build: |slots| busiest(slots, "pcpu", "processor time"),
    },
    Intent {
        name: "list-processes",
        about: "everything that runs",
        examples: &["list running processes", "show all processes"],
        needs: &[PROCESS, &["list", "show", "running", "all", "every"]],
        likes: &["running"],
        never: &[
            "memory",
            "ram",
            "cpu",
            "kill",
            "stop",
            "<name>",
            "<port>",
            "port",
            "<subject>",
        ],
        build: |_| {
            Ok(Plan::new("Everything that runs").step(
                "ps -A -o pid,user,pcpu,pmem,args",
                "every process, whoever's it is",
            ))
        },
    },
    Intent {
        name: "find-process",
        about: "is a program running?",
        examples: &[
            "find process nginx",
            "is nginx running",
            "show processes named node",
        ],
        needs: &[
            &["process", "running", "pid"],
            &["<name>", "<subject>", "<text>"],
        ],
        likes: &["process", "running"],
        never: &["kill", "stop", "terminate", "memory", "cpu"],
        build: find_process,
    },
    Intent {
        name: "kill-process",
        about: "a program, ended by name",
        examples: &["kill node", "stop the process named nginx"],
        needs: &[
            &["kill", "stop", "terminate", "quit", "end"],
            &["<name>", "<subject>", "<text>"],
        ],
        likes: &["process", "kill"],
        never: &["port", "<port>"],
        build: kill_process,
    },
    Intent {
        name: "kill-on-port",
        about: "whatever listens on a port, ended",
        examples: &["kill the process on port 3000", "free port 8080"],
        needs: &[&["kill", "stop", "free", "terminate"], &["port", "<port>"]],
        likes: &["process"],
        never: &[],
        build: kill_on_port,
    },
    Intent {
        name: "port-user",
        about: "who listens on a port",
        examples: &["what is using port 8080", "who listens on :5432"],
        needs: &[&["<port>"]],
        likes: &["what", "who", "which", "using", "listen"],
        never: &["kill", "stop", "free", "terminate"],
        build: port_user,
    },
    Intent {
        name: "listening-ports",
        about: "all ports that are listened on",
        examples: &["show listening ports", "which ports are open"],
        needs: &[&["port"], &["listening", "listen", "open", "used"]],
        likes: &["show", "which"],
        never: &["<port>", "kill"],
        build: |_| {
            Ok(Plan::new("Ports that something listens on")
                .step("lsof -nP -iTCP -sTCP:LISTEN", "TCP, in numbers"))
        },
    },
];

fn busiest(slots: &Slots, column: &str, of: &str) -> Result<Plan, Missing> {
    let count = slots.count.unwrap_or(10);
    Ok(
        Plan::new(format!("The {count} processes that use the most {of}"))
            .step(
                format!("ps -A -o {column}= -o pid= -o args="),
                format!("share of {of}, number and command of each"),
            )
            .step("| sort -rn", "busiest first")
            .step(
                format!("| head -n {count}"),
                format!("the first {count} only"),
            ),
    )
}

fn process_name(slots: &Slots) -> Option<&str> {
    slots.name.as_deref().or_else(|| slots.subject())
}

fn find_process(slots: &Slots) -> Result<Plan, Missing> {
    let name = process_name(slots).ok_or(missing("which process?", "find process nginx"))?;
    Ok(Plan::new(format!("Processes called {name}"))
        .step("pgrep -fl", "number and command of each process with")
        .step(quote(name), "this in its command"))
}

fn kill_process(slots: &Slots) -> Result<Plan, Missing> {
    let name = process_name(slots).ok_or(missing("which process?", "kill node"))?;
    Ok(Plan::new(format!("Ends every process called {name}"))
        .step("pkill -x", "ask processes to end that are called exactly")
        .step(quote(name), "this"))
}

fn port(slots: &Slots) -> Result<u16, Missing> {
    if slots.bad_port.is_some() {
        return Err(missing(
            "which port? They go from 1 to 65535",
            "what is using port 8080",
        ));
    }
    slots
        .port
        .ok_or(missing("which port?", "kill the process on port 3000"))
}

fn kill_on_port(slots: &Slots) -> Result<Plan, Missing> {
    let port = port(slots)?;
    Ok(Plan::new(format!("Ends whatever listens on port {port}"))
        .step(
            format!("lsof -t -iTCP:{port} -sTCP:LISTEN"),
            "the number of the process that listens there",
        )
        .step("| xargs kill", "ask it to end"))
}

fn port_user(slots: &Slots) -> Result<Plan, Missing> {
    let port = port(slots)?;
    Ok(Plan::new(format!("Who listens on port {port}")).step(
        format!("lsof -nP -iTCP:{port} -sTCP:LISTEN"),
        "the process that listens there",
    ))
}

#[cfg(test)]
mod tests {
    use crate::catalogue::command;

    #[test]
    fn ports_that_do_not_exist_are_asked_about() {
        assert_eq!(
            command("what is using port 70000"),
            "which port? They go from 1 to 65535"
        );
        assert_eq!(
            command("kill port 0"),
            "which port? They go from 1 to 65535"
        );
        assert_eq!(command("kill the process on the port"), "which port?");
    }

    #[test]
    fn names_of_processes_are_quoted() {
        assert_eq!(command("kill process named 'my app'"), "pkill -x 'my app'");
        assert_eq!(command("is nginx running?"), "pgrep -fl nginx");
    }

    #[test]
    fn the_number_of_processes_can_be_said() {
        assert!(command("top 3 processes by memory").ends_with("| head -n 3"));
        assert!(command("processes by cpu").ends_with("| head -n 10"));
    }
}
