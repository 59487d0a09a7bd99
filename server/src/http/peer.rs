//! Who is calling: the client's address, believed from `X-Forwarded-For` only behind a proxy we trust.

use std::net::{IpAddr, SocketAddr};

use axum::http::HeaderMap;

/// The address a request came from, after trusted proxies. Put into the request's extensions by
/// [`super::serve`]'s outermost layer; limits are counted by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClientAddress(pub IpAddr);

/// The other end of the TCP connection, put into the request's extensions by the accept loop.
#[derive(Debug, Clone, Copy)]
pub struct PeerAddress(pub SocketAddr);

/// Walks `X-Forwarded-For` from the right, over the proxies we trust, to the first address we do not:
/// what stands left of it was written by the client and may be anything.
pub fn client_address(peer: IpAddr, headers: &HeaderMap, trusted: &[IpAddr]) -> ClientAddress {
    let mut client = peer;
    let hops = headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|value| value.to_str().ok());
    let hops: Vec<&str> = hops.flat_map(|value| value.split(',')).map(str::trim).collect();
    for hop in hops.into_iter().rev() {
        if !trusted.contains(&client) {
            break;
        }
        match hop.parse() {
            Ok(address) => client = address,
            Err(_) => break,
        }
    }
    ClientAddress(client)
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
        let trusted: Vec<_> = trusted.iter().map(|text| address(text)).collect();
        client_address(address(peer), &headers, &trusted).0
    }

    #[test]
    fn a_stranger_cannot_choose_its_address() {
        assert_eq!(from("9.9.9.9", &["1.1.1.1"], &[]), address("9.9.9.9"));
        assert_eq!(from("9.9.9.9", &["1.1.1.1"], &["10.0.0.1"]), address("9.9.9.9"));
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
