//! Completes a model, whatever description it comes from: pages are recognised, optional query parameters are grouped, types get
//! their usage and their order, recursion is boxed, and everything gets its Rust name.

mod group;
mod merge;
mod naming;
mod pages;
mod recursion;
#[cfg(test)]
mod tests;
mod usage;
mod wrapped;

pub(crate) use usage::named;

use crate::Options;
use crate::model::Model;

/// Completes a model.
pub(crate) fn refine(model: &mut Model, options: &Options) {
    merge::merge_enums(model);
    pages::guess(model);
    group::group(model);
    usage::trace(model);
    if wrapped::name_items(model) {
        usage::trace(model);
    }
    if options.lenient {
        usage::relax(model);
    }
    recursion::break_circles(model);
    naming::name(model);
}
