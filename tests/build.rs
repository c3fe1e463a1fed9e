//! Generates the declarations of the conformance vectors, for `conformance/main.rs`.
//!
//! The folder is `REST_OP_VECTORS` (a relative path starts at the root of the workspace), else `../shared/vectors`
//! beside the workspace. Without a folder, nothing is generated, and the tests report it.

use std::{
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
};

mod conformance {
    #[allow(dead_code, reason = "the test reads more of the vectors than the generator does")]
    pub(crate) mod generate;
}

use conformance::generate::{self, vectors::Vectors};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed=REST_OP_VECTORS");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=conformance/generate.rs");
    println!("cargo::rerun-if-changed=conformance/generate");
    println!("cargo::rustc-env=TARGET={}", env::var("TARGET")?);
    let workspace = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("..");
    let folder = workspace.join(env::var_os("REST_OP_VECTORS").unwrap_or_else(|| "../shared/vectors".into()));
    let folder = folder.canonicalize().ok();
    let mut files = Vec::new();
    if let Some(folder) = &folder {
        println!("cargo::rerun-if-changed={}", folder.display());
        println!("cargo::rustc-env=VECTORS={}", folder.display());
        files = json_files(folder)?;
        files.extend(json_files(&folder.join("more")).unwrap_or_default());
    }
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let mut modules = generate::Modules::default();
    for file in &files {
        let text = fs::read_to_string(file)?;
        let vectors: Vectors = serde_json::from_str(&text).map_err(|error| format!("{}: {error}", file.display()))?;
        let module = modules.add(file);
        fs::write(out.join(format!("{module}.rs")), generate::file(&vectors))?;
    }
    fs::write(out.join("conformance.rs"), modules.source())?;
    Ok(())
}

/// Lists the files of a folder that hold protocol cases, by name.
fn json_files(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "json") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
