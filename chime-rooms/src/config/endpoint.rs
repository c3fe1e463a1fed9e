//! The endpoint rules of Chime: from region, FIPS and dual stack to host and signing region.

use std::borrow::Cow;
use std::fmt;

use rest_op::aws::Partition;

use crate::config::error::ConfigError;

/// The URL of Chime, and the region that requests are signed for.
///
/// ```
/// use chime_rooms::Endpoint;
///
/// // The partition `aws` has one endpoint for all regions.
/// let endpoint = Endpoint::resolve("eu-central-1", false, false)?;
/// assert_eq!(endpoint.url(), "https://chime.us-east-1.amazonaws.com");
/// assert_eq!(endpoint.signing_region(), "us-east-1");
/// # Ok::<(), chime_rooms::ConfigError>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Endpoint {
    url: String,
    signing_region: String,
}

impl Endpoint {
    /// Returns the endpoint for a region, optionally one that is validated for FIPS 140 or supports IPv6.
    ///
    /// # Errors
    ///
    /// Returns an error if the region is not a valid host label.
    #[inline]
    pub fn resolve(region: &str, use_fips: bool, use_dual_stack: bool) -> Result<Self, ConfigError> {
        if !is_host_label(region) {
            return Err(ConfigError::Region(region.to_owned()));
        }
        let partition = Partition::of(region);
        if partition.id() == "aws" && !use_fips && !use_dual_stack {
            return Ok(Self {
                url: "https://chime.us-east-1.amazonaws.com".to_owned(),
                signing_region: "us-east-1".to_owned(),
            });
        }
        let service = if use_fips { "chime-fips" } else { "chime" };
        let suffix = if use_dual_stack {
            partition.dual_stack_dns_suffix()
        } else {
            partition.dns_suffix()
        };
        Ok(Self {
            url: format!("https://{service}.{region}.{suffix}"),
            signing_region: region.to_owned(),
        })
    }

    /// Returns an endpoint with an explicit URL.
    pub(crate) fn from_url(url: String, region: String) -> Self {
        Self {
            url,
            signing_region: region,
        }
    }

    /// Returns the URL: scheme and host, and the path if it was set explicitly.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Returns the region that requests are signed for.
    pub fn signing_region(&self) -> &str {
        &self.signing_region
    }
}

impl fmt::Debug for Endpoint {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Endpoint")
            .field("url", &without_user_info(&self.url))
            .field("signing_region", &self.signing_region)
            .finish()
    }
}

/// Replaces user name and password by `***`. The text need not be a valid URL and a password may contain any character,
/// so everything between the scheme and the last `@` is hidden.
#[inline]
pub(crate) fn without_user_info(url: &str) -> Cow<'_, str> {
    let Some((before, after)) = url.rsplit_once('@') else {
        return url.into();
    };
    let scheme = ["https://", "http://"]
        .into_iter()
        .find(|scheme| before.starts_with(scheme));
    format!("{}***@{after}", scheme.unwrap_or("")).into()
}

/// Returns whether a text is a valid label of a host name (RFC 1123, section 2.1).
#[inline]
fn is_host_label(text: &str) -> bool {
    (1..=63).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
}
