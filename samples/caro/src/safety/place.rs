//! What a path on a command line stands for.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// `/`, or everything in it.
    Root,
    /// A folder that the system lives in, such as `/usr`, or one that holds every home.
    System,
    /// Something below a folder of the system.
    InSystem,
    /// Somebody's whole home folder.
    Home,
    /// This folder, its parent, or everything in them.
    Here,
    /// `$X/…` with nothing but the variable between it and the root.
    MaybeRoot,
    /// A disk or a part of one.
    Disk,
    Elsewhere,
}

const SYSTEM: &[&str] = &[
    "Applications",
    "Library",
    "System",
    "bin",
    "boot",
    "dev",
    "etc",
    "lib",
    "lib32",
    "lib64",
    "opt",
    "private",
    "proc",
    "root",
    "run",
    "sbin",
    "sys",
    "usr",
    "var",
];
const HOMES: &[&str] = &["home", "Users"];
/// Below these, files come and go without harm to the system.
const WORKING: &[&str] = &["dev", "opt", "private", "root", "run", "var"];
const DISKS: &[&str] = &[
    "sd", "hd", "vd", "xvd", "nvme", "mmcblk", "disk", "rdisk", "md", "dm-", "mapper/", "loop",
];

impl Place {
    pub(super) fn of(word: &str) -> Place {
        let (base, rest) = split_base(word);
        let folders = resolve(base, rest);
        match (base, folders.as_slice()) {
            (Base::Root, []) => Place::Root,
            (Base::Root, ["dev", device @ ..]) if is_disk(device) => Place::Disk,
            // What people install themselves.
            (Base::Root, ["usr", "local", _, ..]) => Place::Elsewhere,
            (Base::Root, [top]) if HOMES.contains(top) || is_system(top) => Place::System,
            (Base::Root, [top, _]) if HOMES.contains(top) => Place::Home,
            (Base::Root, [top, ..]) if is_system(top) && !WORKING.contains(top) => Place::InSystem,
            (Base::Home, []) => Place::Home,
            (Base::Home, ["..", ..]) => Place::System,
            (Base::Variable, [] | ["..", ..]) => Place::MaybeRoot,
            (Base::Variable, [top]) if is_system(top) => Place::MaybeRoot,
            (Base::Here, path) if !word.is_empty() && path.iter().all(|name| *name == "..") => {
                Place::Here
            }
            _ => Place::Elsewhere,
        }
    }

    /// Losing it is losing the machine or all of somebody's files.
    pub(super) fn is_vital(self) -> bool {
        matches!(self, Place::Root | Place::System | Place::Home)
    }

    /// Belongs to the system rather than to a person.
    pub(super) fn is_system(self) -> bool {
        matches!(self, Place::Root | Place::System | Place::InSystem)
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Base {
    Root,
    Home,
    Here,
    Variable,
}

fn split_base(word: &str) -> (Base, &str) {
    if word.starts_with('/') {
        return (Base::Root, word);
    }
    let (first, rest) = word.split_at(word.find('/').unwrap_or(word.len()));
    match first {
        "$HOME" => (Base::Home, rest),
        "$PWD" => (Base::Here, rest),
        _ if first.starts_with('~') => (Base::Home, rest),
        _ if is_variable(first) && !rest.is_empty() => (Base::Variable, rest),
        _ => (Base::Here, word),
    }
}

/// The folders a path goes through, without `.`, `x/..` and a last `*`.
fn resolve(base: Base, path: &str) -> Vec<&str> {
    let mut folders: Vec<&str> = Vec::new();
    for folder in path.split('/') {
        match (folder, folders.last()) {
            ("" | ".", _) => {}
            ("..", None) if base == Base::Root => {}
            ("..", Some(&last)) if last != ".." => {
                folders.pop();
            }
            _ => folders.push(folder),
        }
    }
    if folders.last().is_some_and(|last| is_glob_of_all(last)) {
        folders.pop();
    }
    folders
}

/// `*`, `.*`, `.[!.]*`, `**` and the like.
fn is_glob_of_all(name: &str) -> bool {
    name.contains('*')
        && !name.contains('\\')
        && name
            .chars()
            .all(|c| matches!(c, '*' | '.' | '?' | '[' | ']' | '!' | '^'))
}

fn is_system(top: &str) -> bool {
    SYSTEM.contains(&top) || (top.contains(['*', '?', '[']) && !top.contains('\\'))
}

fn is_disk(device: &[&str]) -> bool {
    let name = device.join("/");
    DISKS.iter().any(|disk| name.starts_with(disk))
}

fn is_variable(word: &str) -> bool {
    word.strip_prefix('$').is_some_and(|name| {
        name.chars()
            .all(|c| c.is_ascii_alphanumeric() || "_@*()".contains(c))
    })
}
