//! The account room: signing in, and what a person sees of their own.

pub mod signin;
