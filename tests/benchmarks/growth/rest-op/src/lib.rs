//! An API of many operations, which `growth.py` writes.

pub use rest_op::{Api, Call, Client, ErrorResponse, FromResponse, rest_op};
pub use serde::{Deserialize, Serialize};

include!(env!("OPERATIONS"));
