//! Who is calling: the client's address, believed from `X-Forwarded-For` only behind a proxy we trust.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use axum::http::HeaderMap;
use serde::{Deserialize, Serialize};

/// The address a request came from, after trusted proxies. Put into the request's extensions by
/// the router's outermost layer; limits are counted by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClientAddress(pub IpAddr);

impl ClientAddress {
    /// What one caller is counted by: an IPv4 address, or the /64 of an IPv6 one, which is what one household or one rented
    /// machine has to itself.
    pub fn network(self) -> IpAddr {
        match self.0.to_canonical() {
            IpAddr::V4(address) => IpAddr::V4(address),
            IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & (u128::MAX << 64))),
        }
    }
}

impl ClientAddress {
    /// The /48 of an IPv6 address, which is what a company or a tenant of a data centre is given; none for IPv4.
    pub fn site(self) -> Option<IpAddr> {
        match self.0.to_canonical() {
            IpAddr::V4(_) => None,
            IpAddr::V6(address) => Some(IpAddr::V6(Ipv6Addr::from_bits(
                address.to_bits() & (u128::MAX << 80),
            ))),
        }
    }
}

/// The other end of the TCP connection, put into the request's extensions by the accept loop.
#[derive(Debug, Clone, Copy)]
pub struct PeerAddress(pub SocketAddr);

/// Walks `X-Forwarded-For` from the right, over the proxies we trust, to the first address we do not:
/// what stands left of it was written by the client and may be anything.
pub fn client_address(peer: IpAddr, headers: &HeaderMap, trusted: &[ProxyNetwork]) -> ClientAddress {
    // A listener on [::] sees IPv4 callers as ::ffff:a.b.c.d.
    let mut client = peer.to_canonical();
    let values = headers.get_all("x-forwarded-for").iter();
    // By bytes: what a client put in front may be no text at all, and does not unmake what our proxy wrote behind it.
    let hops: Vec<&[u8]> = values
        .flat_map(|value| value.as_bytes().split(|byte| *byte == b','))
        .collect();
    for hop in hops.into_iter().rev() {
        if !trusted.iter().any(|network| network.contains(client)) {
            break;
        }
        let address = std::str::from_utf8(hop).ok().map(str::trim);
        match address.and_then(|text| text.parse::<IpAddr>().ok()) {
            Some(address) => client = address.to_canonical(),
            None => break,
        }
    }
    ClientAddress(client)
}

/// A proxy's address, or a network of them: `10.0.0.7`, `10.0.0.0/8`, `fd00::/8`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ProxyNetwork {
    address: IpAddr,
    prefix: u8,
}

impl ProxyNetwork {
    /// Whether the address is of this network.
    pub fn contains(self, address: IpAddr) -> bool {
        // The bits that differ, pushed out where they may.
        match (self.address, address) {
            (IpAddr::V4(ours), IpAddr::V4(other)) => {
                (ours.to_bits() ^ other.to_bits())
                    .checked_shr(32 - u32::from(self.prefix))
                    .unwrap_or(0)
                    == 0
            }
            (IpAddr::V6(ours), IpAddr::V6(other)) => {
                (ours.to_bits() ^ other.to_bits())
                    .checked_shr(128 - u32::from(self.prefix))
                    .unwrap_or(0)
                    == 0
            }
            _ => false,
        }
    }
}

impl TryFrom<String> for ProxyNetwork {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let wrong = || format!("{text} is neither an address nor a network such as 10.0.0.0/8");
        let (address, prefix) = match text.split_once('/') {
            Some((address, prefix)) => (address, Some(prefix.parse().map_err(|_| wrong())?)),
            None => (text.as_str(), None),
        };
        let address: IpAddr = address.parse().map_err(|_| wrong())?;
        let address = address.to_canonical();
        let most = if address.is_ipv4() { 32 } else { 128 };
        let prefix = prefix.unwrap_or(most);
        if prefix > most {
            Err(wrong())
        } else {
            Ok(Self { address, prefix })
        }
    }
}

impl From<ProxyNetwork> for String {
    fn from(network: ProxyNetwork) -> Self {
        format!("{}/{}", network.address, network.prefix)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    fn from(peer: &str, forwarded: &[&str], trusted: &[&str]) -> IpAddr {
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append("x-forwarded-for", value.parse().unwrap());
        }
        let trusted: Vec<_> = trusted
            .iter()
            .map(|text| ProxyNetwork::try_from((*text).to_owned()).unwrap())
            .collect();
        client_address(address(peer), &headers, &trusted).0
    }

    #[test]
    fn a_stranger_cannot_choose_its_address() {
        assert_eq!(from("9.9.9.9", &["1.1.1.1"], &[]), address("9.9.9.9"));
        assert_eq!(from("9.9.9.9", &["1.1.1.1"], &["10.0.0.1"]), address("9.9.9.9"));
    }

    #[test]
    fn proxies_are_known_by_network_and_by_either_form() {
        assert_eq!(
            from("::ffff:10.0.0.1", &["2.2.2.2"], &["10.0.0.1"]),
            address("2.2.2.2")
        );
        assert_eq!(
            from("10.200.3.4", &["2.2.2.2"], &["10.0.0.0/8"]),
            address("2.2.2.2")
        );
        assert_eq!(
            from("11.0.0.1", &["2.2.2.2"], &["10.0.0.0/8"]),
            address("11.0.0.1")
        );
        assert_eq!(
            from("fd00::7", &["2001:db8::1"], &["fd00::/8"]),
            address("2001:db8::1")
        );
        assert_eq!(from("9.9.9.9", &["2.2.2.2"], &["0.0.0.0/0"]), address("2.2.2.2"));
        for bad in ["10.0.0.0/33", "10.0.0/8", "fd00::/129", "proxy", ""] {
            assert!(ProxyNetwork::try_from(bad.to_owned()).is_err(), "{bad}");
        }
    }

    #[test]
    fn what_is_no_text_does_not_hide_who_called() {
        let mut headers = HeaderMap::new();
        let value = axum::http::HeaderValue::from_bytes(b"\xff\xfe, 2.2.2.2").unwrap();
        headers.append("x-forwarded-for", value);
        let proxy = ProxyNetwork::try_from("10.0.0.1".to_owned()).unwrap();
        let client = client_address(address("10.0.0.1"), &headers, &[proxy]);
        assert_eq!(client.0, address("2.2.2.2"));
    }

    #[test]
    fn one_network_is_one_caller() {
        let network = |text| ClientAddress(address(text)).network();
        assert_eq!(network("2001:db8:1:2::1"), network("2001:db8:1:2:ffff::9"));
        assert_ne!(network("2001:db8:1:2::1"), network("2001:db8:1:3::1"));
        assert_eq!(network("::ffff:1.2.3.4"), address("1.2.3.4"));
        assert_ne!(network("1.2.3.4"), network("1.2.3.5"));
    }

    #[test]
    fn a_trusted_proxy_is_believed_for_one_hop_only() {
        assert_eq!(
            from("10.0.0.1", &["1.1.1.1, 2.2.2.2"], &["10.0.0.1"]),
            address("2.2.2.2")
        );
        assert_eq!(
            from(
                "10.0.0.1",
                &["1.1.1.1", "2.2.2.2, 10.0.0.2"],
                &["10.0.0.1", "10.0.0.2"]
            ),
            address("2.2.2.2")
        );
        assert_eq!(
            from("10.0.0.1", &["nonsense"], &["10.0.0.1"]),
            address("10.0.0.1")
        );
    }
}
