//! The layers of the crates: a module imports modules of the rows above its own and of its own row, and none below. Within a
//! row, and within a folder, no two modules import each other.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The top-level modules of the runtime, from those that import nothing to those that generated code calls.
const RUNTIME: &[&[&str]] = &[
    &["text"],
    &["format"],
    &["operation", "check"],
    &["values"],
    &["stream"],
    &["request"],
    &["transport"],
    &["auth"],
    &["aws"],
    &["credentials"],
    &["response"],
    &["error"],
    &["client"],
    &["call"],
    &["testing", "private", "guide", "safety", "lib"],
];

/// The modules that each top-level module imports, by the lines of its files outside of tests.
fn imports(sources: &Path) -> BTreeMap<String, BTreeSet<String>> {
    let mut imports = BTreeMap::new();
    let mut folders = vec![sources.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("tests.rs") {
                let below = path.strip_prefix(sources).unwrap().with_extension("");
                let module = below.iter().next().unwrap().to_str().unwrap().to_owned();
                let found: &mut BTreeSet<_> = imports.entry(module).or_default();
                found.extend(imported(&fs::read_to_string(&path).unwrap()));
            }
        }
    }
    imports
}

/// The top-level modules that are named behind `crate::`.
fn imported(source: &str) -> Vec<String> {
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let paths = lines.flat_map(|line| line.split("crate::").skip(1));
    let names = paths.map(|path| {
        path.split(|c: char| c != '_' && !c.is_lowercase())
            .next()
            .unwrap_or_default()
    });
    names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

fn assert_layers(package: &str, rows: &[&[&str]]) {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .join(package)
        .join("src");
    let imports = imports(&sources);
    let row = |module: &str| rows.iter().position(|row| row.contains(&module));
    let mut faults = Vec::new();
    for (module, imported) in &imports {
        for other in imported.iter().filter(|other| *other != module) {
            match (row(module), row(other)) {
                (Some(own), Some(its)) if its <= own => {}
                (None, _) => faults.push(format!("{module} stands in no row")),
                (_, None) => faults.push(format!("{module} imports {other}, which stands in no row")),
                _ => faults.push(format!("{module} imports {other}, which stands below it")),
            }
            if imports.get(other).is_some_and(|back| back.contains(module)) {
                faults.push(format!("{module} and {other} import each other"));
            }
        }
    }
    assert!(faults.is_empty(), "{package}:\n{}", faults.join("\n"));
}

#[test]
fn modules_of_the_runtime_import_none_below_them() {
    assert_layers("runtime", RUNTIME);
}
