use super::Family;

pub(super) const ACCOUNTS: Family = &[
    rule!(
        High,
        "account-change",
        "deletes or changes who can log in",
        |call| {
            call.is(&[
                "userdel", "deluser", "groupdel", "usermod", "visudo", "vipw",
            ]) || (call.is(&["passwd"]) && (call.has('d', "delete") || call.has('l', "lock")))
        },
    ),
    rule!(
        Moderate,
        "history-erase",
        "forgets which commands were run",
        |call| {
            (call.is(&["history"]) && call.has('c', "clear"))
                || (call.is(&["unset"]) && call.says("HISTFILE"))
        }
    ),
];

pub(super) const SECRETS: Family = &[rule!(
    High,
    "secrets",
    "reads passwords or private keys",
    |call| {
        let mut words = call.arguments.iter();
        !call.is(&["ls", "chmod", "ssh", "ssh-add", "echo", "printf", "stat"])
            && words.any(|word| {
                PRIVATE.iter().any(|file| word.contains(file)) && !word.ends_with(".pub")
            })
    }
)];

pub(super) const ELEVATION: Family = &[rule!(
    Moderate,
    "elevated",
    "runs with the rights of another user",
    |call| call.is(&["sudo", "doas", "su", "pkexec"]),
)];

const PRIVATE: &[&str] = &[
    "/etc/shadow",
    ".ssh/id_",
    ".aws/credentials",
    ".gnupg/private",
    ".netrc",
];
