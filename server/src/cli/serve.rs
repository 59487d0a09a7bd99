//! `anju serve`, and the serving half of `anju demo`.

use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;

use super::CliError;
use crate::clock::{SystemClock, SystemRandom};
use crate::config::Config;
use crate::http;
use crate::policy;
use crate::seal::Keys;
use crate::state::AppState;
use crate::store::Store;

/// How often counters of callers long gone are dropped.
const TIDY_EVERY: Duration = Duration::from_mins(1);

/// Serves until told to stop; prints `greeting` once the portal listens.
pub(super) async fn serve(
    config: Config,
    store: Arc<dyn Store>,
    keys: Arc<Keys>,
    greeting: &[String],
) -> Result<(), CliError> {
    // Leptos asks for an executor while it renders; it is normally set by its route generator, which we do not use.
    let _ = any_spawner::Executor::init_tokio();
    let edition = Arc::new(policy::load(config.policy.as_deref())?);
    let address = config.listen;
    let limits = config.limits.clone();
    let state = AppState::new(
        config,
        edition,
        Arc::clone(&store),
        keys,
        Arc::new(SystemClock),
        Arc::new(SystemRandom),
    )
    .await;
    let state = Arc::new(state);
    let listener = TcpListener::bind(address)
        .await
        .map_err(CliError::io(format!("cannot listen on {address}")))?;
    tracing::info!(%address, "serving");
    for line in greeting {
        println!("{line}");
    }
    tokio::spawn(tidy(Arc::clone(&state)));
    http::serve::serve(listener, http::router(state), &limits, http::serve::stop_signal()).await;
    store.close().await?;
    Ok(())
}

async fn tidy(state: Arc<AppState>) {
    loop {
        tokio::time::sleep(TIDY_EVERY).await;
        state.limiter.forget_idle();
    }
}
