//! Turns a vendor's API page into a working, tested binding in ten minutes.
//!
#![doc = include_str!("../docs/guide.md")]
