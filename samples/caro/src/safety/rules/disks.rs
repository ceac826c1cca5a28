use super::super::call::Call;
use super::super::place::Place;
use super::Family;

pub(super) const DISKS: Family = &[
    rule!(
        Critical,
        "disk-format",
        "erases a whole disk or partition",
        |call| {
            call.program.starts_with("mkfs")
                || call.is(&["newfs", "mke2fs", "mkswap", "wipefs", "blkdiscard"])
                || FORMATTING
                    .iter()
                    .any(|(program, verb)| call.is_verb(program, &[verb]))
        }
    ),
    rule!(
        Critical,
        "disk-overwrite",
        "writes over a disk, whatever is on it",
        |call| {
            call.redirects_to(is_disk, false)
                || call.redirects_to(is_disk, true)
                || is_disk(dd_target(call))
                || (call.is(&["cp", "mv"]) && is_disk(call.destination()))
                || (call.is(&["tee", "shred", "truncate"]) && call.targets(is_disk))
        },
    ),
    rule!(
        High,
        "disk-partitions",
        "changes how a disk is divided",
        |call| {
            call.is(&["fdisk", "gdisk", "sfdisk", "sgdisk", "parted", "cfdisk"])
                && !call.has('l', "list")
                && call.targets(is_disk)
        }
    ),
    rule!(
        Moderate,
        "disk-copy",
        "writes raw blocks; a wrong `of=` is fatal",
        |call| call.is(&["dd"]) && call.operand_value("of=").is_some(),
    ),
];

const FORMATTING: &[(&str, &str)] = &[
    ("diskutil", "eraseDisk"),
    ("diskutil", "eraseVolume"),
    ("diskutil", "partitionDisk"),
    ("diskutil", "zeroDisk"),
    ("diskutil", "secureErase"),
    ("cryptsetup", "luksFormat"),
    ("nvme", "format"),
    ("zpool", "destroy"),
    ("zfs", "destroy"),
];

fn is_disk(place: Place) -> bool {
    place == Place::Disk
}

pub(super) fn dd_target(call: &Call) -> Place {
    match call.operand_value("of=") {
        Some(file) if call.is(&["dd"]) => call.place(file),
        _ => Place::Elsewhere,
    }
}
