//! What the pages of the room share.

pub(super) mod frame;
mod origin;
pub(super) mod sources;

pub use self::origin::Origin;
