//! Nothing stands here that no page uses, and the gallery shows all of it.
#![allow(
    clippy::expect_used,
    reason = "a test that cannot read the sources has failed"
)]

use std::{fs, path::Path};

/// The Rust files in a folder and its folders, joined; without a folder of this name.
fn sources(folder: &Path, without: &str) -> String {
    let mut joined = String::new();
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() && !path.ends_with(without) {
            joined += &sources(&path, without);
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            joined += &fs::read_to_string(&path).expect("a source file");
        }
    }
    joined
}

/// The components as their users write them: `<Tag`.
fn components(sources: &str) -> impl Iterator<Item = String> {
    let functions = sources.split("#[component]\npub fn ").skip(1);
    functions.filter_map(|rest| Some(format!("<{}", rest.split_once('(')?.0)))
}

/// The kinds of components as their users write them: `TagKind::Good`. The default need not be written.
fn kinds(sources: &str) -> impl Iterator<Item = String> {
    let enums = sources.split("\npub enum ").skip(1);
    enums.flat_map(|rest| {
        let (name, rest) = rest.split_once(" {\n").expect("an enum's name");
        let (variants, _) = rest.split_once("\n}").expect("an enum's end");
        let mut is_default = false;
        variants.lines().filter_map(move |line| {
            let variant = line.trim().strip_suffix(',');
            let written = variant
                .filter(|_| !is_default)
                .map(|variant| format!("{name}::{variant}"));
            is_default = line.trim() == "#[default]";
            written
        })
    })
}

/// Whether the name stands in the sources as a whole.
fn has(sources: &str, name: &str) -> bool {
    sources
        .split(name)
        .skip(1)
        .any(|rest| !rest.starts_with(|next: char| next.is_alphanumeric() || next == '_'))
}

#[test]
fn every_component_is_used_by_a_page_and_shown_in_the_gallery() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let own = sources(&root.join("src/components"), "");
    let pages = sources(&root.join("src"), "components");
    let gallery = sources(&root.join("examples"), "");
    let names: Vec<_> = components(&own).chain(kinds(&own)).collect();
    assert!(names.len() > 25, "{names:?}");
    for (place, sources) in [("a page", pages), ("the gallery", gallery)] {
        let missing: Vec<_> = names.iter().filter(|name| !has(&sources, name)).collect();
        assert!(missing.is_empty(), "not in {place}: {missing:?}");
    }
}
