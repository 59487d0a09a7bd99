//! `anju serve`, and the serving half of `anju demo`.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::routing::get;
use tokio::net::TcpListener;

use super::CliError;
use crate::clock::{Clock, SystemClock, SystemRandom};
use crate::config::Config;
use crate::http;
use crate::job;
use crate::message;
use crate::metrics::METRICS;
use crate::policy;
use crate::seal::Keys;
use crate::state::AppState;
use crate::store::Store;

/// How often counters of callers long gone are dropped.
const TIDY_EVERY: Duration = Duration::from_mins(1);
/// How often it is looked for what is too old to be kept.
const FORGET_EVERY: Duration = Duration::from_hours(1);

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
    let (address, metrics_address) = (config.listen, config.metrics_listen);
    let (limits, proxies) = (config.limits.clone(), config.trusted_proxies.clone());
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let provider = message::provider(&config.messages, Arc::clone(&clock))?;
    let state = AppState::new(
        config,
        edition,
        Arc::clone(&store),
        keys,
        clock,
        Arc::new(SystemRandom),
        provider,
    )
    .await;
    let state = Arc::new(state);
    let listener = listen(address).await?;
    if let Some(address) = metrics_address {
        tokio::spawn(serve_metrics(listen(address).await?, Arc::clone(&state)));
    }
    tracing::info!(%address, "serving");
    for line in greeting {
        say!("{line}");
    }
    tokio::spawn(tidy(Arc::clone(&state)));
    tokio::spawn(forget(Arc::clone(&state)));
    tokio::spawn(job::run::run(Arc::clone(&state)));
    warn_of_unannounced_days(&state);
    let router = http::router(state);
    http::serve::serve(listener, router, &limits, &proxies, http::serve::stop_signal()).await;
    store.close().await?;
    Ok(())
}

async fn listen(address: SocketAddr) -> Result<TcpListener, CliError> {
    let listener = TcpListener::bind(address).await;
    listener.map_err(CliError::io(format!("cannot listen on {address}")))
}

/// `/metrics`, on a listener of its own: it is for whoever watches over the portal.
async fn serve_metrics(listener: TcpListener, state: Arc<AppState>) {
    let metrics = async move || {
        state.follow_imports().await;
        let age = state
            .data_as_of()
            .map(|as_of| (state.clock.today() - as_of).num_days());
        METRICS.set_data_age(age);
        let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
        ([(CONTENT_TYPE, kind)], METRICS.text())
    };
    let router = Router::new().route("/metrics", get(metrics));
    if let Err(error) = axum::serve(listener, router).await {
        tracing::error!(%error, "metrics are served no more");
    }
}

async fn tidy(state: Arc<AppState>) {
    loop {
        tokio::time::sleep(TIDY_EVERY).await;
        state.limiter.forget_idle();
    }
}

/// Deletes what is too old to be kept, and looks at the plan anew.
async fn forget(state: Arc<AppState>) {
    loop {
        let kept = state.edition.retention.on(state.clock.today());
        match state.store.forget(kept, state.clock.now()).await {
            Ok(0) => {}
            Ok(rows) => tracing::info!(rows, "deleted what is too old to be kept"),
            Err(error) => tracing::warn!(%error, "could not delete what is too old to be kept"),
        }
        tokio::time::sleep(FORGET_EVERY).await;
        let now = state.clock.now();
        state
            .crowded
            .follow(state.store.as_ref(), &state.edition, now)
            .await;
        warn_of_unannounced_days(&state);
    }
}

/// Says, at the start and every hour, from when on nobody knows the plan yet.
fn warn_of_unannounced_days(state: &AppState) {
    if let Some(day) = state.edition.first_unannounced(state.clock.today()) {
        tracing::warn!(%day, "the holidays from this day on are not known: slots and promised dates are provisional");
    }
}
