//! What every handler may use: one value, built at start, shared by all requests.

use std::sync::Arc;

use app::shell::{Assets, Centre};
use app::text::Lang;
use chrono::NaiveDate;
use fund::edition::{Edition, Meta};
use tokio::sync::Notify;

use crate::account::password::Checks;
use crate::clock::{Clock, Random, random_bytes};
use crate::config::Config;
use crate::freshness::Freshness;
use crate::http::form_token::TokenKey;
use crate::http::limit::Limiter;
use crate::message::Provider;
use crate::seal::Keys;
use crate::store::Store;
use crate::visit::displaced::Crowded;

/// Password checks that may wait for their turn; beyond them people are told to come back.
const PASSWORD_CHECKS_WAITING: usize = 64;

/// The state of the process. Handlers take `State<Arc<AppState>>`.
pub struct AppState {
    /// The operator's settings.
    pub config: Config,
    /// The policy in force.
    pub edition: Arc<Edition>,
    /// The one store; no handler knows which database is behind it.
    pub store: Arc<dyn Store>,
    /// Keys of encrypted columns and blind indexes.
    pub keys: Arc<Keys>,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Chance.
    pub random: Arc<dyn Random>,
    /// Counters of what callers did.
    pub limiter: Limiter,
    /// Signs form tokens.
    pub token_key: TokenKey,
    /// Password checks that may run at once: each takes 19 MiB.
    pub password_checks: Checks,
    /// Brings messages to phones.
    pub provider: Box<dyn Provider>,
    /// Says that a job was written.
    pub new_job: Notify,
    /// Names of the embedded files that pages need.
    pub assets: Arc<Assets>,
    /// What the centre is called, in each language.
    centres: [(Lang, Arc<Centre>); 2],
    /// Appointments that the edition has too few windows for.
    pub crowded: Crowded,
    /// How fresh the centre's data is.
    freshness: Freshness,
}

impl AppState {
    /// Puts the state together; asks the store how fresh its data is, and whom the edition hits.
    pub async fn new(
        config: Config,
        edition: Arc<Edition>,
        store: Arc<dyn Store>,
        keys: Arc<Keys>,
        clock: Arc<dyn Clock>,
        random: Arc<dyn Random>,
        provider: Box<dyn Provider>,
    ) -> Self {
        let freshness = Freshness::default();
        freshness.follow(store.as_ref(), clock.now()).await;
        let crowded = Crowded::default();
        crowded.follow(store.as_ref(), &edition, clock.now()).await;
        let meta = &edition.meta;
        Self {
            limiter: Limiter::new(&config.limits),
            token_key: TokenKey::new(random_bytes(random.as_ref())),
            password_checks: Checks::new(config.limits.password_checks, PASSWORD_CHECKS_WAITING),
            provider,
            new_job: Notify::new(),
            assets: Arc::new(crate::http::assets::page_assets()),
            centres: Lang::ALL.map(|lang| (lang, Arc::new(centre(meta, lang)))),
            crowded,
            freshness,
            config,
            edition,
            store,
            keys,
            clock,
            random,
        }
    }

    /// What the centre is called in this language.
    pub fn centre(&self, lang: Lang) -> Arc<Centre> {
        let [(_, first), _] = &self.centres;
        let named = self.centres.iter().find(|(own, _)| *own == lang);
        Arc::clone(named.map_or(first, |(_, centre)| centre))
    }

    /// Asks the store how fresh its data is, if that was not done a moment ago.
    pub async fn follow_imports(&self) {
        self.freshness.follow(self.store.as_ref(), self.clock.now()).await;
    }

    /// The last day whose data the core system sent.
    pub fn data_as_of(&self) -> Option<NaiveDate> {
        self.freshness.as_of()
    }
}

/// The centre by the names it has in this language; by its Chinese ones where it has no other.
fn centre(meta: &Meta, lang: Lang) -> Centre {
    let english = meta.centre_en.as_ref().zip(meta.short_name_en.as_ref());
    let (name, short_name, lang) = match english.filter(|_| lang == Lang::En) {
        Some((name, short_name)) => (name, short_name, Lang::En),
        None => (&meta.centre, &meta.short_name, Lang::ZhCn),
    };
    Centre {
        name: name.clone(),
        short_name: short_name.clone(),
        lang,
        hotline: meta.hotline.clone(),
    }
}
