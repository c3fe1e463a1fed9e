//! The parser of error responses: any body becomes an error that displays as one line.
#![no_main]

mod message;

use libfuzzer_sys::fuzz_target;
use rest_op::ErrorResponse;

fuzz_target!(|data: &[u8]| {
    let Some((status, headers, body)) = message::parse(data) else {
        return;
    };
    let error = ErrorResponse::new(status, headers, body);
    let shown = error.to_string();
    assert!(!shown.contains(char::is_control) && shown.chars().count() < 1000, "{shown}");
    let _ = format!("{error:?}");
});
