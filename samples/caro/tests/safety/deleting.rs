//! Deleting.

use caro::safety::Risk;

use crate::{finds, rated, spares};

#[test]
fn deleting_the_root_is_refused_in_all_spellings() {
    rated(
        Risk::Critical,
        &[
            "rm -rf /",
            "rm -fr /",
            "rm -r -f /",
            "rm -R /",
            "rm --recursive --force /",
            "rm --recurs /",
            "rm -rf -- /",
            "rm / -rf",
            "rm -rf //",
            "rm -rf /.",
            "rm -rf /./",
            "rm -rf /..",
            "rm -rf /../..",
            "rm -rf /tmp/..",
            "rm -rf /*",
            "rm -rf /.*",
            "rm -rf /?*",
            "rm -rf \"/\"",
            "rm -rf '/'",
            "rm -rf \\/",
            "rm -rf $'/'",
            "rm -rf $\"/\"",
            "rm -rf $'\\x2f'",
            "rm -rf $'\\057'",
            "rm -rf $'\\u002f'",
            "r''m -rf /",
            "\\rm -rf /",
            "'rm' '-rf' '/'",
            "/bin/rm -rf /",
            "rm\t-rf\t/",
            "rm -r\\\nf /",
            "rm${IFS}-rf${IFS}/",
            "rm$IFS-rf /",
            "rm -rf ${UNSET:-/}",
            "rm -rf / /tmp/x",
            "rm -rf /{bin,etc}",
            "rm --no-preserve-root x",
            "target=/; rm -rf $target",
            "target=/; rm -rf \"$target\"",
            "export target=/; rm -rf ${target}",
            "tool=rm; $tool -rf /",
            "all='rm -rf /'; $all",
            "cd / && rm -rf *",
            "cd /; rm -rf ./*",
            "cd /tmp; cd ..; rm -rf .",
            "pushd / && rm -rf .",
            "cd && rm -rf *",
        ],
    );
}

#[test]
fn deleting_what_the_machine_or_a_person_needs_is_refused() {
    finds(&[
        ("rm -rf /etc", "delete-vital"),
        ("rm -rf /usr/", "delete-vital"),
        ("rm -rf /usr/bin", "delete-vital"),
        ("rm -rf /b*", "delete-vital"),
        ("rm -rf /*/*", "delete-vital"),
        ("rm -rf /home", "delete-vital"),
        ("rm -rf /home/*", "delete-vital"),
        ("rm -rf /Users/me/", "delete-vital"),
        ("rm -rf /usr/local", "delete-vital"),
        ("rm -rf ~", "delete-vital"),
        ("rm -rf ~/", "delete-vital"),
        ("rm -rf ~/*", "delete-vital"),
        ("rm -rf ~/..", "delete-vital"),
        ("rm -rf ~root", "delete-vital"),
        ("rm -rf $HOME", "delete-vital"),
        ("rm -rf \"${HOME}\"/*", "delete-vital"),
        ("rm /etc/passwd", "delete-vital"),
        ("unlink /bin/sh", "delete-vital"),
        ("rm /dev/sda", "delete-vital"),
    ]);
}

#[test]
fn what_quoting_takes_the_meaning_from_is_only_a_name() {
    spares(
        "delete-vital",
        &[
            "rm -rf '~'",
            "rm -rf \\~",
            "rm -rf '$HOME'",
            "rm -rf \"\\$HOME\"",
            "rm -rf \"/tmp/x\"",
            "rm -rf '/\\*'",
            "rm -rf '/*'",
            "rm -rf \"~\"",
            "rm -rf /tmp/a/../b",
            "rm -rf /home/me/project",
            "rm -rf ~/project",
            "rm -rf ~/project/../other",
            "rm -rf /opt/tool",
            "rm -rf /var/tmp/x",
            "rm -rf /usr/local/tool",
            "rm -rf -- --no-preserve-root",
            "rm -rf \\/\\*",
            "rm -r '\\x2f'",
            "rm -rf /\\{bin,etc\\}",
            "rm /",
        ],
    );
    spares(
        "delete-everything",
        &[
            "rm -rf '*'",
            "rm -rf \"*\"",
            "rm -rf \\*",
            "rm -rf ''",
            "rm -rf .git",
            "rm -rf ..a",
        ],
    );
}

#[test]
fn deleting_everything_in_a_folder_is_worth_a_second_look() {
    finds(&[
        ("rm *", "delete-everything"),
        ("rm -rf .", "delete-everything"),
        ("rm -rf ./", "delete-everything"),
        ("rm -rf ../..", "delete-everything"),
        ("rm -rf a/..", "delete-everything"),
        ("rm -rf .[!.]*", "delete-everything"),
        ("rm -rf $PWD", "delete-everything"),
        ("rm ~/*", "delete-everything"),
        ("rm -rf \"$UNSET\"/", "delete-everything"),
        ("rm -rf $UNSET/*", "delete-everything"),
        ("rm -rf $UNSET/..", "delete-everything"),
        ("rm -rf ${UNSET}/etc", "delete-everything"),
        ("rm -rf $(pwd)/", "delete-everything"),
        ("rm -rf $1/", "delete-everything"),
        ("cd $UNSET; rm -rf *", "delete-everything"),
        ("cd somewhere; rm -rf *", "delete-everything"),
    ]);
    spares(
        "delete-everything",
        &[
            "rm -rf ${UNSET:?}/",
            "rm -rf $UNSET",
            "rm -rf $UNSET/build",
            "rm -rf build/*",
            "rm -rf $",
            "rm -rf \"$ \"/",
            "rm -rf $%/",
        ],
    );
}

#[test]
fn deleting_is_rated_by_how_much_can_go() {
    finds(&[
        ("rm notes.txt", "delete"),
        ("rmdir empty", "delete"),
        ("rm -- -rf", "delete"),
        ("rm -r build", "delete-recursive"),
        ("rm -R build", "delete-recursive"),
        ("ls | xargs rm", "delete-listed"),
        ("ls | xargs -0 /bin/rm -f --", "delete-listed"),
        ("ls | parallel -j 4 unlink", "delete-listed"),
        ("shred -u secret.txt", "shred"),
        ("srm secret.txt", "shred"),
    ]);
    spares(
        "delete-recursive",
        &["rm -f a", "rm --force a", "rm -- -r", "rm - a", "rm --r"],
    );
    spares("delete-listed", &["ls | xargs wc", "echo rm"]);
}

#[test]
fn deleting_what_find_finds_depends_on_where_and_what() {
    finds(&[
        ("find / -delete", "find-delete-vital"),
        ("find ~ -type f -delete", "find-delete-vital"),
        ("find / -exec rm {} +", "find-delete-vital"),
        ("find /etc -ok /bin/rm {} \\;", "find-delete-vital"),
        ("find / -exec rm -rf {} \\;", "delete-vital"),
        ("find / -exec rm -rf '{}' +", "delete-vital"),
        ("find / -name '*.tmp' -delete", "find-delete"),
        ("find . -delete", "find-delete"),
        ("find . -name x -execdir rm -rf {} \\;", "find-delete"),
    ]);
    spares(
        "find-delete",
        &[
            "find . -name x",
            "find . -exec wc {} +",
            "find -exec",
            "echo find -delete",
        ],
    );
    spares(
        "find-delete-vital",
        &["find /tmp -delete", "find / -name x -exec rm {} +"],
    );
    spares(
        "delete-vital",
        &[
            "find / -size +1M -exec rm -rf {} +",
            "find . -exec rm -rf {} +",
        ],
    );
}

#[test]
fn synchronising_can_delete_too() {
    finds(&[
        ("rsync -a --delete empty/ /", "sync-delete-vital"),
        ("rsync -a --delete-after empty/ ~", "sync-delete-vital"),
        ("rsync -a --delete empty/ /etc/nginx", "sync-delete-vital"),
        ("rsync -a --delete a/ b/", "sync-delete"),
    ]);
    spares("sync-delete", &["rsync -a a/ b/", "echo --delete"]);
    finds(&[("rsync --delete", "sync-delete")]);
}
