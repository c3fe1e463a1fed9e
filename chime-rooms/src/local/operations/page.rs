//! Pages: the items of a list that a request asks for, and the token of the next page.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::local::error::ServiceError;
use crate::local::operations::input;
use crate::local::target::Target;

/// A position in a list. Positions only grow, so pages stay consistent when items are added or removed.
#[derive(Debug)]
pub(super) struct Cursor {
    /// The list and its filter. A token is only valid for the same ones.
    list: String,
    after: u64,
    limit: usize,
}

impl Cursor {
    /// Reads `max-results` and `next-token`.
    pub(super) fn read(target: &Target<'_>, list: String, default_limit: usize) -> Result<Self, ServiceError> {
        let limit = input::max_results(target)?.unwrap_or(default_limit);
        let after = match input::query(target, "next-token")? {
            None => 0,
            Some(token) => {
                decode_token(&token, &list).ok_or_else(|| ServiceError::bad_request("next-token is not valid."))?
            }
        };
        Ok(Self { list, after, limit })
    }

    /// Returns the items of the page, and a token if more items follow.
    pub(super) fn page<'a, T>(
        &self,
        items: impl Iterator<Item = &'a T>,
        position: impl Fn(&T) -> u64,
    ) -> (Vec<&'a T>, Option<String>) {
        let mut rest = items.filter(|item| position(item) > self.after);
        let page: Vec<_> = rest.by_ref().take(self.limit).collect();
        let token = rest
            .next()
            .and(page.last())
            .map(|last| encode_token(position(last), &self.list));
        (page, token)
    }
}

/// Makes an opaque token. Its base64 has characters that a client must percent-encode.
fn encode_token(position: u64, list: &str) -> String {
    let mut token = position.to_be_bytes().to_vec();
    token.extend(checksum(position, list));
    STANDARD.encode(token)
}

fn decode_token(token: &str, list: &str) -> Option<u64> {
    let token = STANDARD.decode(token).ok()?;
    let (position, sum) = token.split_first_chunk()?;
    let position = u64::from_be_bytes(*position);
    (*sum == *checksum(position, list)).then_some(position)
}

fn checksum(position: u64, list: &str) -> Vec<u8> {
    Sha256::digest(format!("{position} {list}"))
        .iter()
        .copied()
        .take(12)
        .collect()
}
