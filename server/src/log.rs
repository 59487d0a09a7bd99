//! The log, on standard error. It never tells who somebody is, what opens their account or appointment, or what they
//! own: our own lines name a request by its route's pattern, and libraries that would write more are kept silent,
//! whatever level the operator sets (`server/tests/http/never_log.rs`).

use tracing::Metadata;
use tracing_subscriber::filter::filter_fn;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::{Layer as _, SubscriberExt as _};
use tracing_subscriber::util::{SubscriberInitExt as _, TryInitError};
use tracing_subscriber::{EnvFilter, Registry, fmt};

use crate::config::{Config, LogFormat};

/// Begins to log as the configuration says. A second call (in tests) keeps the first log.
pub fn start(config: &Config) {
    let _ = start_to(config, std::io::stderr);
}

/// Begins to log elsewhere than on standard error; fails when there is a log already.
pub fn start_to<Writer>(config: &Config, writer: Writer) -> Result<(), TryInitError>
where
    Writer: for<'w> MakeWriter<'w> + Send + Sync + 'static,
{
    let filter = EnvFilter::try_new(&config.log).unwrap_or_else(|_| EnvFilter::new("info"));
    let lines = fmt::layer::<Registry>().with_ansi(false).with_writer(writer);
    let lines = match config.log_format {
        LogFormat::Text => lines.boxed(),
        LogFormat::Json => lines.json().boxed(),
    };
    tracing_subscriber::registry()
        .with(lines.with_filter(filter))
        .with(filter_fn(is_discreet))
        .try_init()
}

/// Whether this place in the code may log. The check of a form's origin writes down whole paths, in which codes of
/// appointments and numbers of slips stand.
fn is_discreet(place: &Metadata<'_>) -> bool {
    !place.target().starts_with("tower_http::csrf")
}
