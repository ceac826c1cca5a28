//! Permissions.

use crate::{finds, spares};

#[test]
fn permissions_all_over_the_system_are_refused() {
    finds(&[
        ("chmod -R 777 /", "permissions-vital"),
        ("chmod 777 /", "permissions-vital"),
        ("chmod --recursive a+rwx /usr", "permissions-vital"),
        ("chown -R me ~", "permissions-vital"),
        ("chgrp -R staff /usr/lib/x", "permissions-vital"),
        ("chmod 666 /etc/shadow", "world-writable-system"),
        ("chmod o+w /etc/passwd", "world-writable-system"),
    ]);
    spares(
        "permissions-vital",
        &[
            "chmod 700 ~",
            "chmod -R 755 src",
            "chown me /etc/x",
            "ls -R /",
        ],
    );
    spares(
        "world-writable-system",
        &["chmod 644 /etc/passwd", "chmod 666 x"],
    );
}

#[test]
fn permissions_for_everybody_are_worth_a_second_look() {
    finds(&[
        ("chmod 777 x", "world-writable"),
        ("chmod 0666 x", "world-writable"),
        ("chmod a+w x", "world-writable"),
        ("chmod u+x,o=rw x", "world-writable"),
        ("chmod 4755 x", "setuid"),
        ("chmod u+s x", "setuid"),
        ("chmod g=s x", "setuid"),
        ("chmod -R 755 src", "permissions-recursive"),
        ("setfacl -R -m u:me:rwx src", "permissions-recursive"),
    ]);
    spares(
        "world-writable",
        &[
            "chmod 755 x",
            "chmod u+w x",
            "chmod o-w x",
            "chmod o+r x",
            "chmod",
            "echo 777",
        ],
    );
    spares(
        "setuid",
        &[
            "chmod 0755 x",
            "chmod 755 x",
            "chmod u+x x",
            "chmod",
            "echo u+s",
        ],
    );
    spares("permissions-recursive", &["chmod 755 x", "ls -R"]);
}
