//! Public information (政务公开).
