//! The Rust source of a model.

mod arguments;
mod by_status;
mod checks;
mod defaults;
mod derives;
mod described;
mod documentation;
mod errors;
mod formatted;
mod header;
mod lines;
mod lints;
mod one_of;
mod open_enum;
mod operations;
mod outcome;
mod page;
pub(crate) mod rename;
mod rust_type;
mod structs;
mod uses;
mod writer;

#[cfg(test)]
mod tests;

use crate::error::ImportError;
use crate::model::Model;
use crate::source::Source;
use crate::{Imported, Options};

/// Writes the source of a model, and checks that it parses. It is formatted if rustfmt is installed.
pub(crate) fn write(model: &Model, source: &Source, options: &Options) -> Result<Imported, ImportError> {
    let text = compose(model, source, options);
    formatted::check(&text)?;
    let left = model.operations.iter().filter_map(|operation| {
        let left = operation.declaration.as_ref().err()?;
        Some((operation.id.clone(), left.reason.clone(), left.pointer.clone()))
    });
    let formatted = (!options.unformatted).then(|| formatted::rustfmt(&text)).flatten();
    Ok(Imported {
        text: formatted.unwrap_or(text),
        declared: model
            .operations
            .iter()
            .filter(|operation| operation.declaration.is_ok())
            .count(),
        types: model.written.len(),
        left: left.collect(),
        hints: Vec::new(),
    })
}

/// Writes the source before rustfmt.
fn compose(model: &Model, source: &Source, options: &Options) -> String {
    let mut writer = writer::Writer::new(model);
    writer.operations();
    for id in &model.written {
        writer.definition(*id);
    }
    writer.errors();
    let (items, uses) = writer.finish();
    [header::header(model, source, options), uses.lines(), items].concat()
}
