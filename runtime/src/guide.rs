//! From a vendor's API page to a working, tested binding in ten minutes.
//!
#![doc = include_str!("../docs/guide.md")]
