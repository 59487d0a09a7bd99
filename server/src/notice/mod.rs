//! Notice (一次性告知单): one slip that lists, once and for all, what this person must bring.

pub mod store;
