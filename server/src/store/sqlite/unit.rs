//! A unit of work on its way to a thread: what it is to do, and whom it answers.

use crate::store::{
    error::StoreError,
    sql::{Transaction, Work},
};
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    pin::Pin,
    task::{Context, Poll, Waker},
};
use tokio::sync::oneshot;

/// A unit of work whose result type is forgotten.
pub(super) trait Unit: Send {
    /// Whether nobody waits for it any more, so that it need not begin.
    fn is_forsaken(&self) -> bool;
    /// Runs it and keeps the outcome; whether it may be committed.
    fn run(&mut self, transaction: &mut dyn Transaction) -> bool;
    /// Answers with the outcome kept.
    fn answer(self: Box<Self>);
    /// Answers that its transaction failed, unless an error of its own says more.
    fn fail(self: Box<Self>, reason: &str);
    /// Answers that it could not begin.
    fn refuse(self: Box<Self>, error: StoreError);
}

pub(super) struct Job<T, F> {
    work: F,
    outcome: Option<Result<T, StoreError>>,
    reply: oneshot::Sender<Result<T, StoreError>>,
}

impl<T, F> Job<T, F> {
    pub(super) fn new(work: F, reply: oneshot::Sender<Result<T, StoreError>>) -> Self {
        Self {
            work,
            outcome: None,
            reply,
        }
    }
}

impl<T, F> Unit for Job<T, F>
where
    T: Send + 'static,
    F: for<'c> Fn(&'c mut dyn Transaction) -> Work<'c, T> + Send + 'static,
{
    fn is_forsaken(&self) -> bool {
        self.reply.is_closed()
    }

    fn run(&mut self, transaction: &mut dyn Transaction) -> bool {
        // What a panic leaves half done is undone by the savepoint, so no broken state can be seen afterwards.
        let outcome = catch_unwind(AssertUnwindSafe(|| at_once((self.work)(transaction))))
            .unwrap_or(Err(StoreError::Panicked));
        self.outcome.insert(outcome).is_ok()
    }

    fn answer(self: Box<Self>) {
        // A closed channel means that the caller went away: its work is done all the same.
        let _ = self.reply.send(self.outcome.unwrap_or(Err(StoreError::Panicked)));
    }

    fn fail(self: Box<Self>, reason: &str) {
        let error = match self.outcome {
            Some(Err(own)) => own,
            _ => StoreError::Commit(reason.to_owned()),
        };
        let _ = self.reply.send(Err(error));
    }

    fn refuse(self: Box<Self>, error: StoreError) {
        let _ = self.reply.send(Err(error));
    }
}

/// The result of a future that waits for nothing but a [`Transaction`] on this thread, which is always ready.
fn at_once<T>(
    mut work: Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + '_>>,
) -> Result<T, StoreError> {
    match work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => result,
        Poll::Pending => Err(StoreError::Unsupported(
            "a unit of work waited for something other than its transaction",
        )),
    }
}
