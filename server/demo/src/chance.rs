//! Chance that comes out the same from the same seed.

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

/// A source of randomness of its own for each stream; a member's stream is their number.
pub(crate) fn chance(seed: u64, stream: u64) -> ChaCha8Rng {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    rng.set_stream(stream);
    rng
}
