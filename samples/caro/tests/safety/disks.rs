//! Disks and files of the system.

use crate::{finds, spares};

#[test]
fn erasing_a_disk_is_refused() {
    finds(&[
        ("mkfs.ext4 /dev/sdb1", "disk-format"),
        ("mkfs -t xfs /dev/sdb1", "disk-format"),
        ("mke2fs /dev/sdb1", "disk-format"),
        ("wipefs -a /dev/sdb", "disk-format"),
        ("diskutil eraseDisk JHFS+ x disk2", "disk-format"),
        ("cryptsetup luksFormat /dev/sdb", "disk-format"),
        ("dd if=/dev/zero of=/dev/sda bs=1M", "disk-overwrite"),
        ("dd of=/dev/nvme0n1 if=x", "disk-overwrite"),
        ("dd if=x of=/dev/rdisk2", "disk-overwrite"),
        ("dd if=x of=/dev/mapper/root", "disk-overwrite"),
        ("cd /dev; dd if=x of=sda", "disk-overwrite"),
        ("cat x > /dev/sda", "disk-overwrite"),
        ("cat x >> /dev/vda1", "disk-overwrite"),
        ("> /dev/sda", "disk-overwrite"),
        ("cp x /dev/sda", "disk-overwrite"),
        ("tee /dev/mmcblk0", "disk-overwrite"),
        ("shred /dev/sda", "disk-overwrite"),
    ]);
    spares(
        "disk-overwrite",
        &[
            "cp /dev/sda image",
            "echo x > /dev/null",
            "dd if=/dev/sda of=image",
            "cat /dev/sda",
            "cp",
            "shred x",
        ],
    );
    spares("disk-format", &["diskutil list", "echo mkfs", "zfs list"]);
}

#[test]
fn lesser_work_on_disks_is_noticed() {
    finds(&[
        ("fdisk /dev/sda", "disk-partitions"),
        ("parted /dev/sda mklabel gpt", "disk-partitions"),
        ("dd if=a of=b", "disk-copy"),
    ]);
    spares(
        "disk-partitions",
        &["fdisk -l /dev/sda", "fdisk image", "lsblk /dev/sda"],
    );
    spares("disk-copy", &["dd if=a", "echo of=b", "of=b"]);
}

#[test]
fn overwriting_files_of_the_system_is_refused() {
    finds(&[
        ("echo x > /etc/passwd", "write-system"),
        ("echo x 1> /etc/passwd", "write-system"),
        ("echo x >| /etc/passwd", "write-system"),
        ("echo x &> /etc/passwd", "write-system"),
        ("echo x >& /etc/passwd", "write-system"),
        ("cat <> /etc/passwd", "write-system"),
        ("echo x >'/etc/passwd'", "write-system"),
        ("cd /etc; > passwd", "write-system"),
        ("f=/etc/passwd; echo x > $f", "write-system"),
        ("echo x | sudo tee /etc/passwd", "write-system"),
        ("truncate -s 0 /etc/passwd", "write-system"),
        ("sed -i s/a/b/ /etc/fstab", "write-system"),
        ("sed --in-place s/a/b/ /etc/fstab", "write-system"),
        ("perl -pi -e s/a/b/ /etc/fstab", "write-system"),
        ("dd if=x of=/etc/passwd", "write-system"),
        ("cp x /etc/passwd", "copy-over-system"),
        ("mv x /usr/bin/env", "copy-over-system"),
        ("ln -sf x /bin/sh", "copy-over-system"),
    ]);
    spares(
        "write-system",
        &[
            "echo x > etc/passwd",
            "cat < /etc/passwd",
            "sed s/a/b/ /etc/fstab",
            "truncate -s 0 x",
            "tee x",
            "sed -i s/a/b/ x",
            "cat /etc/passwd > x",
            "echo x >&2",
            "echo x >&-",
        ],
    );
}

#[test]
fn adding_to_the_system_is_worth_a_second_look() {
    finds(&[
        ("echo x >> /etc/hosts", "append-system"),
        ("echo x &>> /etc/hosts", "append-system"),
        ("echo x | tee -a /etc/hosts", "append-system"),
        ("cp tool /usr/bin/", "copy-into-system"),
    ]);
    spares("append-system", &["echo x >> hosts", "tee -a hosts"]);
    spares(
        "copy-into-system",
        &[
            "cp /etc/hosts .",
            "cp tool /usr/local/bin/",
            "cat /usr/bin/",
        ],
    );
}

#[test]
fn replacing_ones_own_files_is_noticed() {
    finds(&[
        ("sort a > b", "write"),
        ("tee b", "write"),
        ("truncate -s 0 b", "write"),
        ("sed -i s/a/b/ c", "write"),
        ("mv a b", "move"),
        ("cp -f a b", "copy-over"),
    ]);
    spares(
        "write",
        &[
            "sort a >> b",
            "sort a > /dev/null",
            "sort a 2>&1",
            "sort < a",
            "perl a.pl",
        ],
    );
    spares("copy-over", &["cp a b", "ln a b"]);
}

#[test]
fn moving_a_home_or_the_system_away_is_refused() {
    finds(&[
        ("mv ~ /dev/null", "move-vital"),
        ("mv / x", "move-vital"),
        ("mv /home/* x", "move-vital"),
    ]);
    spares("move-vital", &["mv a ~", "mv a b", "cp -r ~ x"]);
}
