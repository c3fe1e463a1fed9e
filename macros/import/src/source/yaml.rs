//! YAML 1.2, as far as it is JSON: plain scalars by its core schema, keys of any kind as strings, aliases expanded.

use serde_json::Value;
use serde_saphyr::options::{DuplicateKeyPolicy, NonFiniteFloatPolicy};
use serde_saphyr::{Options, alias_limits, budget, options};

/// The most values of a description; the largest public ones have about a million.
const MAX_VALUES: usize = 20_000_000;

/// The most values that aliases add. Documents in which few lines expand to gigabytes are refused thereby.
const MAX_EXPANDED: usize = 2_000_000;

/// The deepest nesting, as in JSON.
const MAX_DEPTH: usize = 127;

/// Reads YAML. The error is one line, with the place.
pub(super) fn value(text: &str) -> Result<Value, String> {
    serde_saphyr::from_str_with_options(text, limits()).map_err(|error| {
        let message = error.without_snippet().to_string();
        let message = message.split_whitespace().collect::<Vec<_>>().join(" ");
        match error.location().filter(|place| place.line() > 0) {
            Some(place) => format!("line {}, column {}: {message}", place.line(), place.column()),
            None => message,
        }
    })
}

fn limits() -> Options {
    options! {
        budget: budget! {
            max_events: 2 * MAX_VALUES,
            max_nodes: MAX_VALUES,
            max_depth: MAX_DEPTH,
            max_total_scalar_bytes: usize::MAX,
            // Documents refer to few anchors from everywhere.
            enforce_alias_anchor_ratio: false,
        },
        alias_limits: alias_limits! {
            max_total_replayed_events: MAX_EXPANDED,
        },
        duplicate_keys: DuplicateKeyPolicy::LastWins,
        non_finite_float_policy: NonFiniteFloatPolicy::AsString,
        strict_booleans: true,
        underscored_numbers_as_strings: true,
        null_as_string: true,
        with_snippet: false,
    }
}
