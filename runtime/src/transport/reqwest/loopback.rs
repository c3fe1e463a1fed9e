//! Names of this machine: `localhost` and names under `.localhost` never reach a name server (RFC 6761, section 6.3).

use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

/// Resolves names of this machine itself, and other names by the platform, as reqwest does.
#[derive(Debug)]
pub(super) struct Resolver;

impl Resolve for Resolver {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let addresses: Vec<SocketAddr> = if crate::request::endpoint::is_localhost(name.as_str()) {
                // Port 0 is replaced by the port of the URL.
                vec![(Ipv4Addr::LOCALHOST, 0).into(), (Ipv6Addr::LOCALHOST, 0).into()]
            } else {
                tokio::net::lookup_host((name.as_str(), 0)).await?.collect()
            };
            Ok(Box::new(addresses.into_iter()) as Addrs)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn resolved(name: &str) -> Vec<SocketAddr> {
        Resolver.resolve(name.parse().unwrap()).await.unwrap().collect()
    }

    #[tokio::test]
    async fn names_under_localhost_are_resolved_to_this_machine_without_a_name_server() {
        for name in ["localhost", "LocalHost.", "a.localhost", "b.a.LOCALHOST."] {
            assert_eq!(
                resolved(name).await,
                ["127.0.0.1:0".parse().unwrap(), "[::1]:0".parse().unwrap()],
                "{name}"
            );
        }
    }

    #[tokio::test]
    async fn other_names_are_resolved_by_the_platform() {
        // The platform resolves an address without a network.
        assert_eq!(resolved("127.0.0.2").await, ["127.0.0.2:0".parse().unwrap()]);
    }
}
