//! Plain words in, a POSIX shell command out, checked for danger before you see it.
//!
//! [`suggest`] goes all the way; [`understand`], [`Request::plan`] and
//! [`safety::assess`] are its three steps.

#![warn(missing_docs)]
#![cfg_attr(
    not(test),
    warn(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing
    )
)]

mod catalogue;
pub mod cli;
mod distance;
mod json;
mod plan;
pub mod safety;
pub mod shell;
mod slots;
mod suggest;
mod vocabulary;
mod words;

pub use catalogue::{intents, Intent};
pub use plan::{Plan, Step};
pub use suggest::{suggest, understand, Confusion, Correction, Request, Suggestion};
