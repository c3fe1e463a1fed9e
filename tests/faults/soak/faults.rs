//! Chooses the fault of a request by a seed, the number of the call and of the attempt, so that all runs are the same.

use rest_op_tests::fault_server::{End, Fault, Received, json, response};
use rest_op_tests::things::Thing;

const SEED: u64 = 20_191_202;
const PER_MILLE: u64 = 50;

/// Returns the fault of a request that arrives for the `time`-th time, or its answer.
pub(crate) fn choose(number: usize, time: u8, request: &Received) -> Fault {
    let random = mix(SEED ^ (number as u64) << 8 ^ u64::from(time));
    let body = json(&Thing::new(number.to_string()).json());
    if !is_fault(number, time) {
        return Fault::Answer(body, End::KeepAlive);
    }
    let half = body.len() / 2;
    match random / 1000 % 12 {
        0 => Fault::bytes("", End::Reset),
        1 => Fault::bytes("", End::Close),
        2 => Fault::bytes(&body[..half], End::Reset),
        3 => Fault::bytes(&body[..half], End::Close),
        4 => Fault::bytes(&body[..body.len() - 1], End::Close),
        5 => Fault::Answer(body, End::ResetAtNext),
        6 => Fault::Answer(body, End::Close),
        7 => Fault::response(503, &[], ""),
        8 => Fault::response(429, &[("retry-after", "0")], "{}"),
        9 => Fault::bytes("no HTTP\r\n\r\n", End::Close),
        10 => Fault::Answer(response(200, &[], "{\"id\":"), End::KeepAlive),
        _ => Fault::bytes(
            if request.body.is_empty() {
                ""
            } else {
                "HTTP/1.1 200 OK\r\n"
            },
            End::Silence,
        ),
    }
}

/// Returns whether this request has a fault.
pub(crate) fn is_fault(number: usize, time: u8) -> bool {
    mix(SEED ^ (number as u64) << 8 ^ u64::from(time)) % 1000 < PER_MILLE
}

/// The finalizer of `SplitMix64`: spreads numbers evenly.
fn mix(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ mixed >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ mixed >> 31
}
