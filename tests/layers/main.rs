//! The layers of the crates: a module imports modules of the rows above its own and of its own row, and none below.
//! Within a folder, imports have no cycles.

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
    &["response"],
    &["auth"],
    &["aws"],
    &["credentials"],
    &["error"],
    &["client"],
    &["call"],
    &["testing", "private", "guide", "safety", "tracing", "lib"],
];

/// The top-level modules of the binding. The local service shares nothing with the client that is tested with it.
const CHIME_ROOMS: &[&[&str]] = &[
    &["open_enum", "sensitive"],
    &["error"],
    &["rooms", "memberships"],
    &["api", "config", "local"],
    &["lib"],
];

/// The top-level modules of the macros, from those that are independent of declarations to the macros themselves.
const MACROS: &[&[&str]] = &[
    &["tokens", "rules", "suggest"],
    &["span_range", "errors"],
    &["attr_arg", "header", "json_path"],
    &["runtime_path"],
    &["derive"],
    &["rest_op", "from_response", "api_error", "page"],
    &["lib"],
];

/// The only cycle: the JSON reader passes accesses to lists and maps to serde, and these read their items with the
/// reader.
const CYCLES: &[(&str, &[&str])] = &[("runtime/format/json", &["access", "reader"])];

/// The top-level modules of the importer, from those that know nothing of descriptions to the command.
const IMPORT: &[&[&str]] = &[
    &["error", "suggest", "names", "docs"],
    &["model"],
    &["document", "reason"],
    &["select", "list"],
    &["openapi", "aws", "swagger"],
    &["source"],
    &["refine"],
    &["text", "subtree"],
    &["drift"],
    &["lib"],
    &["command", "main"],
];

type Module = Vec<String>;

/// The modules that each module imports, by the lines of its file outside of tests.
struct Imports(BTreeMap<Module, BTreeSet<Module>>);

impl Imports {
    fn of(package: &str) -> Self {
        let sources = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("..")
            .join(package)
            .join("src");
        let mut files = BTreeMap::new();
        let mut folders = vec![sources.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|extension| extension == "rs") && !is_test(&path) {
                    let below = path.strip_prefix(&sources).unwrap().with_extension("");
                    let module: Module = below.iter().map(|name| name.to_str().unwrap().to_owned()).collect();
                    files.insert(module, fs::read_to_string(&path).unwrap());
                }
            }
        }
        let is_module = |path: &[String]| files.contains_key(path);
        let imports = files.iter().map(|(module, source)| {
            let paths = named(module, source).into_iter();
            // Items follow the last module.
            let modules = paths.filter_map(|path| {
                (1..=path.len())
                    .rev()
                    .map(|end| &path[..end])
                    .find(|path| is_module(path))
                    .map(<[_]>::to_vec)
            });
            (module.clone(), modules.collect())
        });
        Self(imports.collect())
    }

    /// The imports between the children of a module, including those of their descendants.
    fn within(&self, parent: &[String]) -> BTreeMap<&str, BTreeSet<&str>> {
        let mut children: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (module, imported) in &self.0 {
            let Some(own) = child(parent, module) else { continue };
            let others = imported.iter().filter_map(|other| child(parent, other));
            let others = others.filter(|other| *other != own);
            children.entry(own).or_default().extend(others);
        }
        children
    }
}

/// Whether a file is `tests.rs`, or in the folder of that name in `src`.
fn is_test(path: &Path) -> bool {
    let mut parts = path.components().rev().take_while(|part| part.as_os_str() != "src");
    path.ends_with("tests.rs") || parts.any(|part| part.as_os_str() == "tests")
}

/// The child of a module that another module is, or is below.
fn child<'a>(parent: &[String], module: &'a Module) -> Option<&'a str> {
    module.strip_prefix(parent)?.first().map(String::as_str)
}

/// The paths after `crate::`, `super::` and `self::`, each from the root.
fn named(module: &[String], source: &str) -> Vec<Vec<String>> {
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    let code: Vec<_> = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect();
    let code = code.join("\n");
    let parent = &module[..module.len() - 1];
    let roots = [("crate::", &[][..]), ("super::", parent), ("self::", module)];
    let of = |(word, root): (&str, &[String])| {
        code.split(word)
            .skip(1)
            .flat_map(|rest| paths(root, rest))
            .collect::<Vec<_>>()
    };
    roots.into_iter().flat_map(of).collect()
}

/// The paths of the tree of a `use`: `a::{b, c::D}` is `a::b` and `a::c::D`.
fn paths(root: &[String], tree: &str) -> Vec<Vec<String>> {
    let (mut found, mut path, mut name, mut open) = (Vec::new(), root.to_vec(), String::new(), Vec::new());
    for character in tree.chars().chain([';']) {
        match character {
            '_' | 'a'..='z' | 'A'..='Z' | '0'..='9' => name.push(character),
            ':' if !name.is_empty() => path.push(std::mem::take(&mut name)),
            ':' => {}
            '{' => open.push(path.len()),
            _ if open.is_empty() || character == ';' => break,
            ',' | '}' => {
                if !name.is_empty() {
                    found.push([path.clone(), vec![std::mem::take(&mut name)]].concat());
                }
                if character == '}' {
                    open.pop();
                }
                path.truncate(open.last().copied().unwrap_or_default());
            }
            _ => {}
        }
    }
    if found.is_empty() {
        path.extend((!name.is_empty()).then_some(name));
        found.push(path);
    }
    found
}

/// A cycle of modules, if there is one: the modules that remain after those without imports from the rest have been
/// removed repeatedly.
fn cycle<'a>(mut imports: BTreeMap<&'a str, BTreeSet<&'a str>>) -> Vec<&'a str> {
    loop {
        let left: BTreeSet<_> = imports.keys().copied().collect();
        let before = imports.len();
        imports.retain(|_, imported| imported.iter().any(|other| left.contains(other)));
        if imports.len() == before {
            return imports.into_keys().collect();
        }
    }
}

fn assert_layers(package: &str, rows: &[&[&str]]) {
    let row = |module: &str| rows.iter().position(|row| row.contains(&module));
    let mut faults = Vec::new();
    for (module, imported) in Imports::of(package).within(&[]) {
        for other in imported {
            match (row(module), row(other)) {
                (Some(own), Some(its)) if its <= own => {}
                (None, _) => faults.push(format!("{module} is in no row")),
                (_, None) => faults.push(format!("{module} imports {other}, which is in no row")),
                _ => faults.push(format!("{module} imports {other}, which is in a row below")),
            }
        }
    }
    assert!(faults.is_empty(), "{package}:\n{}", faults.join("\n"));
}

/// The cycles of a package: the folder of each, and its members.
fn cycles(package: &str) -> Vec<(String, Vec<String>)> {
    let imports = Imports::of(package);
    let parents = imports
        .0
        .keys()
        .flat_map(|module| (0..module.len()).map(|end| &module[..end]));
    let parents: BTreeSet<_> = parents.collect();
    let cycles = parents.into_iter().map(|parent| {
        let folder = [&[package.to_owned()], parent].concat().join("/");
        (
            folder,
            cycle(imports.within(parent)).into_iter().map(str::to_owned).collect(),
        )
    });
    cycles.filter(|(_, cycle): &(_, Vec<_>)| !cycle.is_empty()).collect()
}

#[test]
fn modules_of_the_runtime_import_none_below_them() {
    assert_layers("runtime", RUNTIME);
}

#[test]
fn modules_of_the_binding_import_none_below_them() {
    assert_layers("chime-rooms", CHIME_ROOMS);
}

#[test]
fn modules_of_the_macros_import_none_below_them() {
    assert_layers("macros", MACROS);
}

#[test]
fn modules_of_the_importer_import_none_below_them() {
    assert_layers("macros/import", IMPORT);
}

#[test]
fn modules_of_a_folder_import_each_other_in_no_other_cycle() {
    let found = ["runtime", "chime-rooms", "macros"].into_iter().flat_map(cycles);
    let known = CYCLES.iter().map(|(folder, cycle)| {
        let cycle: Vec<_> = cycle.iter().map(ToString::to_string).collect();
        (folder.to_string(), cycle)
    });
    assert_eq!(found.collect::<Vec<_>>(), known.collect::<Vec<_>>());
}

#[test]
fn paths_of_a_use_are_all_found() {
    let found = named(
        &["a".to_owned(), "b".to_owned()],
        "use crate::x::{self, y::{Y, z}, W};\nuse super::c;\nuse self::d::D;\nlet e = crate::e::f(1);\n// crate::g",
    );
    let found: Vec<_> = found.iter().map(|path| path.join("::")).collect();
    assert_eq!(
        found,
        ["x::self", "x::y::Y", "x::y::z", "x::W", "e::f", "a::c", "a::b::d::D"]
    );
}
