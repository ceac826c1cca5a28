use super::super::call::Call;
use super::Family;

pub(super) const DATA: Family = &[rule!(
    High,
    "database-drop",
    "deletes tables or rows for good",
    |call| call.is(&["dropdb"]) || (call.is(CLIENTS) && statements(call).split(';').any(destroys)),
)];

pub(super) const SERVICES: Family = &[
    rule!(
        High,
        "containers-delete",
        "deletes containers, volumes or a cluster's objects",
        |call| {
            DELETIONS
                .iter()
                .any(|verb| matches!(verb, [program, rest @ ..] if call.is_verb(program, rest)))
        },
    ),
    rule!(
        High,
        "container-host",
        "gives a container the run of this machine",
        |call| {
            call.is(&["docker", "podman"])
                && (call.says("--privileged")
                    || call.arguments.iter().any(|word| word.starts_with("/:")))
        },
    ),
    rule!(
        High,
        "firewall",
        "opens the machine to the network",
        |call| {
            (call.is(&["iptables", "ip6tables"]) && call.has('F', "flush"))
                || call.is_verb("nft", &["flush"])
                || call.is_verb("ufw", &["disable"])
                || call.is_verb("setenforce", &["0"])
        }
    ),
    rule!(High, "crontab", "deletes all scheduled jobs", |call| {
        call.is(&["crontab"]) && call.has('r', "remove")
    }),
    rule!(
        Moderate,
        "service-stop",
        "stops a service that others may need",
        |call| {
            ["stop", "disable", "mask"]
                .iter()
                .any(|verb| call.is_verb("systemctl", &[verb]))
        },
    ),
    rule!(
        Moderate,
        "package-remove",
        "uninstalls programs, and what depends on them",
        |call| {
            call.is(MANAGERS)
                && call.operands().any(|verb| {
                    matches!(
                        verb,
                        "remove" | "purge" | "uninstall" | "autoremove" | "erase"
                    )
                })
        },
    ),
];

const CLIENTS: &[&str] = &["psql", "mysql", "mariadb", "sqlite3"];
const MANAGERS: &[&str] = &[
    "apt", "apt-get", "dnf", "yum", "zypper", "brew", "snap", "apk", "port",
];
const DELETIONS: &[&[&str]] = &[
    &["docker", "system", "prune"],
    &["docker", "volume", "rm"],
    &["docker", "volume", "prune"],
    &["podman", "system", "prune"],
    &["kubectl", "delete"],
    &["helm", "uninstall"],
    &["terraform", "destroy"],
    &["lvremove"],
    &["vgremove"],
];

fn statements(call: &Call) -> String {
    let words = call.arguments.iter().chain(&call.fed);
    words
        .map(|word| word.to_uppercase())
        .collect::<Vec<_>>()
        .join(";")
}

fn destroys(statement: &str) -> bool {
    let statement = statement.trim_start();
    statement.starts_with("DROP ")
        || statement.starts_with("TRUNCATE ")
        || (statement.starts_with("DELETE FROM ") && !statement.contains(" WHERE "))
}
