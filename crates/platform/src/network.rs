//! From which line a request comes: known long enough to limit what one line may do, never stored, never logged.
//!
//! A line is what one subscriber has: a whole IPv4 address, since neighbours in a /24 share nothing, and the /56 that an
//! IPv6 subscriber is given, since each of its machines has 2⁶⁴ addresses of its own.

use std::net::{IpAddr, SocketAddr};

use axum::http::HeaderMap;

/// The header that a proxy of ours writes. `Forwarded` is not read: a proxy that writes one of the two passes on whatever
/// the client wrote in the other.
const FORWARDED_FOR: &str = "x-forwarded-for";

/// The proxies whose word on who asks is taken; none by default.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proxies(Vec<IpAddr>);

impl Proxies {
    /// Reads addresses separated by commas. Errors: a sentence that names what is no address.
    pub fn parse(text: &str) -> Result<Self, String> {
        let addresses = text.split(',').map(str::trim).filter(|part| !part.is_empty()).map(|part| {
            part.parse::<IpAddr>().map(|address| address.to_canonical()).map_err(|_| {
                format!("{part:?} is no address of a proxy; expected 127.0.0.1 or ::1, separated by commas")
            })
        });
        addresses.collect::<Result<_, _>>().map(Self)
    }

    fn trusts(&self, address: IpAddr) -> bool {
        self.0.contains(&address)
    }
}

/// Who asks: the peer itself, or what a trusted proxy says of whom it asks for.
///
/// Read from the right: each proxy adds whom it heard, so that only what trusted ones wrote is believed, and the first
/// address that is no proxy of ours is the client's. What stands further left is the client's own invention.
pub fn client(peer: IpAddr, headers: &HeaderMap, proxies: &Proxies) -> IpAddr {
    let peer = peer.to_canonical();
    if !proxies.trusts(peer) {
        return peer;
    }
    let lines: Vec<&str> =
        headers.get_all(FORWARDED_FOR).iter().filter_map(|value| value.to_str().ok()).collect();
    let mut heard = peer;
    for text in lines.iter().rev().flat_map(|line| line.rsplit(',')) {
        let Some(address) = address(text.trim()) else { return heard };
        heard = address;
        if !proxies.trusts(address) {
            return address;
        }
    }
    heard
}

/// An address, with or without a port.
fn address(text: &str) -> Option<IpAddr> {
    let plain = text.trim_start_matches('[').trim_end_matches(']');
    let read = plain.parse::<IpAddr>().ok();
    read.or_else(|| text.parse::<SocketAddr>().ok().map(|with_port| with_port.ip()))
        .map(|address| address.to_canonical())
}

/// The part of an address that one line holds.
pub fn line(address: IpAddr) -> Vec<u8> {
    match address.to_canonical() {
        IpAddr::V4(address) => address.octets().to_vec(),
        IpAddr::V6(address) => address.octets()[..7].to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;

    use axum::http::{HeaderMap, HeaderValue};

    use super::{Proxies, client, line};

    fn ip(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    fn heard(lines: &[&'static str]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for text in lines {
            headers.append("x-forwarded-for", HeaderValue::from_static(text));
        }
        headers
    }

    #[test]
    fn a_forged_header_from_a_direct_client_changes_nothing() {
        let headers = heard(&["203.0.113.9"]);
        assert_eq!(client(ip("198.51.100.1"), &headers, &Proxies::default()), ip("198.51.100.1"));
        let proxies = Proxies::parse("127.0.0.1").expect("an address");
        assert_eq!(client(ip("198.51.100.1"), &headers, &proxies), ip("198.51.100.1"));
    }

    #[test]
    fn behind_a_proxy_the_client_is_whom_the_nearest_proxy_heard_whatever_the_client_wrote() {
        let proxies = Proxies::parse("127.0.0.1, 10.0.0.2").expect("addresses");
        let read = |lines: &[&'static str]| client(ip("127.0.0.1"), &heard(lines), &proxies);
        assert_eq!(read(&["203.0.113.9"]), ip("203.0.113.9"));
        assert_eq!(read(&["1.1.1.1, 203.0.113.9"]), ip("203.0.113.9"), "what stands left is invented");
        assert_eq!(read(&["1.1.1.1", "203.0.113.9"]), ip("203.0.113.9"), "so is an earlier line");
        assert_eq!(read(&["1.1.1.1, 203.0.113.9, 10.0.0.2"]), ip("203.0.113.9"), "two proxies of ours");
        assert_eq!(read(&["203.0.113.9:51234"]), ip("203.0.113.9"));
        assert_eq!(read(&["1.1.1.1, nonsense"]), ip("127.0.0.1"), "what cannot be read is not guessed");
        assert_eq!(read(&[]), ip("127.0.0.1"));
    }

    #[test]
    fn a_line_is_an_address_of_the_fourth_version_and_56_bits_of_the_sixth() {
        assert_ne!(line(ip("203.0.113.9")), line(ip("203.0.113.10")));
        assert_eq!(line(ip("::ffff:203.0.113.9")), line(ip("203.0.113.9")));
        assert_eq!(line(ip("2001:db8:1:2200::1")), line(ip("2001:db8:1:22ff:ffff::9")));
        assert_ne!(line(ip("2001:db8:1:2200::1")), line(ip("2001:db8:1:2300::1")));
    }

    #[test]
    fn what_is_no_address_of_a_proxy_is_named() {
        assert!(
            Proxies::parse("127.0.0.1, proxy.example").expect_err("no address").contains("proxy.example")
        );
        assert_eq!(Proxies::parse(""), Ok(Proxies::default()));
    }
}
