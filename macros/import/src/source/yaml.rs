//! YAML 1.2, as far as it is JSON: plain scalars by its core schema, keys of any kind as strings, aliases expanded.

use std::thread;

use serde_json::Value;
use serde_saphyr::budget::BudgetBreach;
use serde_saphyr::options::{DuplicateKeyPolicy, NonFiniteFloatPolicy};
use serde_saphyr::{Error, Options, alias_limits, budget, options};

/// The most values of a description; the largest public ones have about a million.
const MAX_VALUES: usize = 20_000_000;

/// The most values that aliases add. Documents in which few lines expand to gigabytes are refused thereby.
const MAX_EXPANDED: usize = 300_000;

/// The deepest nesting, as in JSON.
const MAX_DEPTH: usize = 127;

/// The stack for the reader, which calls itself at each level of nesting.
const STACK_BYTES: usize = 64 << 20;

/// Reads YAML. The error is one line, with the place.
pub(super) fn value(text: &str) -> Result<Value, String> {
    thread::scope(|scope| {
        let reader = thread::Builder::new()
            .stack_size(STACK_BYTES)
            .spawn_scoped(scope, || read(text));
        let reader = reader.map_err(|error| format!("cannot start a thread: {error}"))?;
        reader
            .join()
            .unwrap_or_else(|_| Err("the reader of YAML failed".to_owned()))
    })
}

fn read(text: &str) -> Result<Value, String> {
    serde_saphyr::from_str_with_options(text, limits()).map_err(|error| {
        let reason = reason(&error);
        match error.location().filter(|place| place.line() > 0) {
            Some(place) => {
                let place = format!("line {}, column {}", place.line(), place.column());
                let reason = reason.strip_suffix(&format!(" at {place}")).unwrap_or(&reason);
                format!("{place}: {reason}")
            }
            None => reason,
        }
    })
}

/// Returns the reason of an error in one line.
fn reason(error: &Error) -> String {
    let mut inner = error.without_snippet();
    while let Error::AliasError { error, .. } = inner {
        inner = error;
    }
    match inner {
        Error::MultipleDocuments { .. } => "a second document begins; keep only one".to_owned(),
        Error::Budget {
            breach: BudgetBreach::Depth { .. },
            ..
        } => format!("nested more than {MAX_DEPTH} deep"),
        Error::Budget { .. } | Error::AliasReplayLimitExceeded { .. } | Error::AliasReplayStackDepthExceeded { .. } => {
            "too many values, most of them from aliases".to_owned()
        }
        other => other.to_string().split_whitespace().collect::<Vec<_>>().join(" "),
    }
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
            max_recorded_anchor_events: MAX_EXPANDED,
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
