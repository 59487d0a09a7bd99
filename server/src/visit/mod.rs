//! Visit (预约): a place at a branch, on a day, at a time.
//!
//! ```text
//!            cancel                       desk
//! cancelled ◄────── booked ─────────────► (checked in, done, no-show: recorded by the desk)
//!                     │ its time has passed and the person books again
//!                     ▼
//!                  lapsed
//! ```

pub mod store;
