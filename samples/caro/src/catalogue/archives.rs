//! Packing and unpacking.

use super::Intent;
use crate::plan::{missing, Missing, Plan};
use crate::shell::path;
use crate::slots::Slots;

pub(super) const INTENTS: &[Intent] = &[
    Intent {
        name: "compress-folder",
        about: "a folder as one archive",
        examples: &[
            "compress the photos folder",
            "zip src into backup.zip",
            "pack src as src.tar.gz",
        ],
        needs: &[
            &["compress", "zip", "pack", "tar", "gzip", "archive"],
            &[
                "<file>",
                "<place>",
                "<subject>",
                "<text>",
                "<target>",
                "folder",
                "directory",
            ],
        ],
        likes: &["compress", "folder", "<target>"],
        never: &[
            "extract", "unpack", "unzip", "untar", "list", "show", "content", "find", "count",
            "delete", "inside",
        ],
        build: compress,
    },
    Intent {
        name: "extract-archive",
        about: "what is in an archive, unpacked",
        examples: &["extract backup.tar.gz", "unzip photos.zip into pictures"],
        needs: &[&[
            "extract",
            "unpack",
            "unzip",
            "untar",
            "decompress",
            "uncompress",
        ]],
        likes: &["<file>", "<target>"],
        never: &["list", "show"],
        build: extract,
    },
    Intent {
        name: "list-archive",
        about: "what is in an archive, without unpacking it",
        examples: &[
            "list contents of backup.tar.gz",
            "what is inside photos.zip",
        ],
        needs: &[
            &["list", "show", "what", "see"],
            &["content", "inside", "archive"],
            &["<file>"],
        ],
        likes: &["archive"],
        never: &["extract"],
        build: list_archive,
    },
];

/// By what an archive's name ends in: how to unpack it, and how to see what is inside.
const KINDS: &[(&[&str], &str, &str)] = &[
    (&[".tar.gz", ".tgz"], "tar -xzf", "tar -tzf"),
    (&[".tar.bz2", ".tbz2"], "tar -xjf", "tar -tjf"),
    (&[".tar.xz", ".txz"], "tar -xJf", "tar -tJf"),
    (&[".tar"], "tar -xf", "tar -tf"),
    (&[".zip", ".jar"], "unzip", "unzip -l"),
    (&[".gz"], "gunzip -k", "gzip -l"),
];

fn kind(file: &str) -> Option<(&'static str, &'static str)> {
    let file = file.to_lowercase();
    let known = KINDS
        .iter()
        .find(|(endings, _, _)| endings.iter().any(|ending| file.ends_with(ending)));
    known.map(|(_, unpack, list)| (*unpack, *list))
}

fn compress(slots: &Slots) -> Result<Plan, Missing> {
    let question = missing("which folder?", "compress the photos folder");
    let folder = slots.subject().ok_or(question)?.trim_end_matches('/');
    let zip = slots.says(&["zip"]);
    let archive = match &slots.target {
        Some(target) => target.clone(),
        None => {
            let name = folder
                .rsplit('/')
                .next()
                .filter(|name| !matches!(*name, "" | "." | ".." | "~"));
            format!(
                "{}{}",
                name.unwrap_or("archive"),
                if zip { ".zip" } else { ".tar.gz" }
            )
        }
    };
    let plan = Plan::new(format!("{folder} packed into {archive}"));
    Ok(if archive.ends_with(".zip") {
        plan.step("zip -r", "pack with all that is inside")
            .step(path(&archive), "into this archive")
            .step(path(folder), "this folder")
    } else {
        plan.step("tar -czf", "pack and compress")
            .step(path(&archive), "into this archive")
            .step(path(folder), "this folder")
    })
}

fn extract(slots: &Slots) -> Result<Plan, Missing> {
    let question = missing(
        "which archive? I know .tar, .tar.gz, .tar.bz2, .tar.xz, .zip and .gz",
        "extract backup.tar.gz",
    );
    let file = slots.subject().ok_or(question.clone())?;
    let (unpack, _) = kind(file).ok_or(question)?;
    let target = slots.target.as_deref().or(slots
        .place
        .as_deref()
        .filter(|place| *place != "." && *place != file));
    let Some(target) = target else {
        return Ok(Plan::new(format!("{file} unpacked here"))
            .step(unpack, "unpack")
            .step(path(file), "this archive"));
    };
    let folder = path(target);
    let plan = Plan::new(format!("{file} unpacked into {target}"))
        .step(format!("mkdir -p {folder} &&"), "make the folder");
    Ok(if unpack.starts_with("gunzip") {
        plan.step(format!("gunzip -c {}", path(file)), "unpack this file")
            .step(
                format!("> {folder}/{}", path(file.trim_end_matches(".gz"))),
                "into the folder",
            )
    } else {
        let option = if unpack == "unzip" { "-d" } else { "-C" };
        plan.step(unpack, "unpack")
            .step(path(file), "this archive")
            .step(format!("{option} {folder}"), "into the folder")
    })
}

fn list_archive(slots: &Slots) -> Result<Plan, Missing> {
    let question = missing("which archive?", "list contents of backup.tar.gz");
    let file = slots.files.first().ok_or(question.clone())?;
    let (_, list) = kind(file).ok_or(question)?;
    Ok(Plan::new(format!("What is in {file}"))
        .step(list, "list, do not unpack")
        .step(path(file), "this archive"))
}

#[cfg(test)]
mod tests {
    use crate::catalogue::command;

    #[test]
    fn every_kind_of_archive_can_be_unpacked() {
        for (file, expected) in [
            ("a.tar.gz", "tar -xzf a.tar.gz"),
            ("a.TGZ", "tar -xzf a.TGZ"),
            ("a.tar.bz2", "tar -xjf a.tar.bz2"),
            ("a.tar.xz", "tar -xJf a.tar.xz"),
            ("a.tar", "tar -xf a.tar"),
            ("a.zip", "unzip a.zip"),
            ("a.gz", "gunzip -k a.gz"),
        ] {
            assert_eq!(command(&format!("extract {file}")), expected);
        }
    }

    #[test]
    fn unpacking_into_a_folder_makes_it_first() {
        assert_eq!(
            command("extract a.tgz into 'x y'"),
            "mkdir -p 'x y' && tar -xzf a.tgz -C 'x y'"
        );
        assert_eq!(
            command("extract a.gz to out"),
            "mkdir -p out && gunzip -c a.gz > out/a"
        );
        assert_eq!(
            command("unzip a.zip in /tmp"),
            "mkdir -p /tmp && unzip a.zip -d /tmp"
        );
    }

    #[test]
    fn unknown_archives_are_asked_about() {
        assert!(command("extract a.rar").contains(".tar.gz"));
        assert!(command("extract").contains(".tar.gz"));
        assert_eq!(command("list contents of archive a.rar"), "which archive?");
    }

    #[test]
    fn archives_are_named_after_what_is_in_them() {
        assert_eq!(
            command("compress ~/Pictures/"),
            "tar -czf Pictures.tar.gz ~/Pictures"
        );
        assert_eq!(command("zip src"), "zip -r src.zip src");
        assert_eq!(command("compress this folder"), "tar -czf archive.tar.gz .");
        assert_eq!(command("compress a folder"), "which folder?");
    }
}
