//! Requests under way from one caller: whoever waits for many answers at once leaves the others theirs, also behind a proxy
//! that all connections come from.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

use super::super::peer::ClientAddress;

/// Counts them by network.
#[derive(Debug, Clone)]
pub(super) struct InFlight {
    under_way: Arc<Mutex<HashMap<IpAddr, usize>>>,
    most: usize,
}

/// One request's place; dropping it frees the place.
#[derive(Debug)]
pub(in crate::http) struct Place {
    counter: InFlight,
    network: IpAddr,
}

impl InFlight {
    pub(super) fn new(most: usize) -> Self {
        Self {
            under_way: Arc::default(),
            most,
        }
    }

    /// A place, if the caller has one left.
    pub(super) fn enter(&self, from: ClientAddress) -> Option<Place> {
        let network = from.network();
        let mut under_way = self.under_way.lock().unwrap_or_else(PoisonError::into_inner);
        let count = under_way.entry(network).or_default();
        if *count >= self.most {
            return None;
        }
        *count += 1;
        drop(under_way);
        Some(Place {
            counter: self.clone(),
            network,
        })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut under_way = self
            .counter
            .under_way
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = under_way.get_mut(&self.network) {
            *count -= 1;
            if *count == 0 {
                under_way.remove(&self.network);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(text: &str) -> ClientAddress {
        ClientAddress(text.parse().unwrap())
    }

    #[test]
    fn each_network_has_its_places_and_gives_them_back() {
        let counter = InFlight::new(2);
        let held = (
            counter.enter(from("2001:db8::1")).unwrap(),
            counter.enter(from("2001:db8::2")).unwrap(),
        );
        assert!(counter.enter(from("2001:db8::3")).is_none(), "one household");
        assert!(counter.enter(from("10.0.0.1")).is_some());
        drop(held);
        assert!(counter.enter(from("2001:db8::3")).is_some());
        assert!(counter.under_way.lock().unwrap().is_empty());
    }
}
