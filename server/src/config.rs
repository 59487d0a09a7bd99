//! The configuration of `anju serve`: one TOML file, then `ANJU_…` environment variables over it.
//!
//! Every key is described in docs/operations.md. An unknown key, or a value of the wrong kind, is refused
//! with its name: a mistyped security setting must not pass for the default.

mod messages;

pub use messages::{Gateway, Messages, Template};

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use crate::http::peer::ProxyNetwork;
use crate::store::Purpose;
use figment::Figment;
use figment::providers::{Env, Format, Serialized, Toml};
use serde::{Deserialize, Serialize};
use url::Url;

/// Everything an operator can set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Address and port the portal listens on.
    pub listen: SocketAddr,
    /// Address and port for `/metrics`; none by default, and never the public one.
    pub metrics_listen: Option<SocketAddr>,
    /// The address people type, such as `https://gjj.example.cn`; it decides cookie flags and links in QR codes.
    pub public_url: String,
    /// `sqlite:PATH` or `postgres://…`.
    pub database: String,
    /// File with the keys for encrypted columns and blind indexes (see docs/operations.md).
    pub key_file: PathBuf,
    /// Folder with the centre's own policy edition; the built-in one when absent.
    pub policy: Option<PathBuf>,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<ProxyNetwork>,
    /// Shows the maintenance page for everything but the health checks.
    pub maintenance: bool,
    /// This is the demonstration centre: the pages say so, and plain http on loopback is allowed.
    pub demo: bool,
    /// Log filter, as in `info` or `server=debug,info`.
    pub log: String,
    /// How log lines are written.
    pub log_format: LogFormat,
    /// How messages reach people's phones.
    pub messages: Messages,
    /// Limits on what one caller may do.
    pub limits: Limits,
}

/// How log lines are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For a person at a terminal.
    Text,
    /// One JSON object a line, for a collector.
    Json,
}

/// Limits on what one caller may do. They are generous, because a whole workplace or a carrier's gateway
/// shares one address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// Open connections in all.
    pub connections: usize,
    /// Open connections from one address.
    pub connections_per_address: usize,
    /// Seconds a client may take to send the head of a request.
    pub header_seconds: u64,
    /// Seconds a request may take in all.
    pub request_seconds: u64,
    /// Largest request body, in bytes.
    pub body_bytes: usize,
    /// Sign-ins a second from one address, sustained.
    pub sign_in_per_second: u32,
    /// Sign-ins in a row for one person from one address before they are slowed to one every six seconds.
    pub sign_in_burst_per_person: u32,
    /// Bookings and cancellations a second from one address, sustained.
    pub booking_per_second: u32,
    /// Slips an hour for one address, sustained.
    pub slips_per_hour_per_address: u32,
    /// Slips an hour in all.
    pub slips_per_hour: u32,
    /// One-time codes an hour for one address, sustained.
    pub codes_per_hour_per_address: u32,
    /// One-time codes an hour in all: each may cost money.
    pub codes_per_hour: u32,
    /// Requests a second from one address, sustained.
    pub reads_per_second: u32,
    /// Requests under way at once from one address, also behind a proxy.
    pub requests_per_address: usize,
    /// Seconds a client may take to read some of an answer.
    pub write_seconds: u64,
    /// Mebibytes that must be free where an embedded database lies; with less, `/health/ready` says so.
    pub free_mebibytes: u64,
    /// Password checks that may run at once (each takes 19 MiB of memory).
    pub password_checks: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 4096,
            connections_per_address: 512,
            header_seconds: 5,
            request_seconds: 30,
            body_bytes: 64 * 1024,
            sign_in_per_second: 20,
            sign_in_burst_per_person: 10,
            booking_per_second: 50,
            slips_per_hour_per_address: 120,
            slips_per_hour: 3000,
            codes_per_hour_per_address: 120,
            codes_per_hour: 3000,
            reads_per_second: 1000,
            requests_per_address: 256,
            write_seconds: 30,
            free_mebibytes: 512,
            password_checks: 4,
        }
    }
}

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 3000)),
            metrics_listen: None,
            public_url: "http://127.0.0.1:3000".to_owned(),
            database: "sqlite:data/anju.db".to_owned(),
            key_file: PathBuf::from("data/keys.toml"),
            policy: None,
            trusted_proxies: Vec::new(),
            maintenance: false,
            demo: false,
            log: "info".to_owned(),
            log_format: LogFormat::Text,
            messages: Messages::default(),
            limits: Limits::default(),
        }
    }
}

/// Why a configuration was refused.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file named on the command line is not there.
    #[error("configuration file {0} does not exist")]
    Missing(PathBuf),
    /// A key is unknown or a value has the wrong kind; the text names the key.
    #[error("configuration: {0}")]
    Invalid(Box<figment::Error>),
    /// A value has the right kind but cannot be used.
    #[error("configuration: `{key}` {reason}")]
    Unusable {
        /// The key, as in the file.
        key: &'static str,
        /// What is wrong with it.
        reason: String,
    },
}

impl Config {
    /// Reads the file, lays the environment over it, and checks the whole. `ANJU_LISTEN` stands for `listen`,
    /// `ANJU_LIMITS__BODY_BYTES` for `body_bytes` under `[limits]`.
    pub fn load(file: &Path) -> Result<Self, ConfigError> {
        if !file.is_file() {
            return Err(ConfigError::Missing(file.to_owned()));
        }
        Self::from_figment(Figment::from(Serialized::defaults(Self::default())).merge(Toml::file_exact(file)))
    }

    fn from_figment(figment: Figment) -> Result<Self, ConfigError> {
        let mut config: Self = figment
            .merge(Env::prefixed("ANJU_").split("__"))
            .extract()
            .map_err(|error| ConfigError::Invalid(Box::new(error)))?;
        config.public_url = origin(&config.public_url)?;
        config.check()?;
        Ok(config)
    }

    /// This configuration with the limits that the environment sets (`ANJU_LIMITS__…`).
    pub fn with_limits_from_environment(mut self) -> Result<Self, ConfigError> {
        let defaults = Serialized::default("limits", &self.limits);
        let figment = Figment::from(defaults).merge(Env::prefixed("ANJU_LIMITS__").map(|key| {
            let key = key.as_str().to_ascii_lowercase();
            format!("limits.{key}").into()
        }));
        self.limits = figment
            .extract_inner("limits")
            .map_err(|error| ConfigError::Invalid(Box::new(error)))?;
        Ok(self)
    }

    /// Checks what one value alone cannot show.
    pub fn check(&self) -> Result<(), ConfigError> {
        let unusable = |key, reason: &str| {
            Err(ConfigError::Unusable {
                key,
                reason: reason.to_owned(),
            })
        };
        let https = self.public_url.starts_with("https://");
        if !https && !self.demo {
            return unusable(
                "public_url",
                "must begin with https://: without it session cookies are not safe",
            );
        }
        if self.demo && !https && !self.listen.ip().is_loopback() {
            return unusable(
                "listen",
                "must be a loopback address for a demonstration without https",
            );
        }
        if !["sqlite:", "postgres://", "postgresql://"]
            .iter()
            .any(|scheme| self.database.starts_with(scheme))
        {
            return unusable(
                "database",
                "must begin with sqlite:, postgres:// or postgresql://",
            );
        }
        if let Some(gateway) = &self.messages.gateway {
            if !self.demo && !gateway.url.starts_with("https://") {
                return unusable("messages.gateway.url", "must begin with https://");
            }
            let named = |name: &str| gateway.templates.iter().any(|template| template.name == name);
            if !["code", "password_set"].into_iter().all(named) {
                return unusable(
                    "messages.gateway.templates",
                    "must name the messages `code` and `password_set`",
                );
            }
            if !(1..=60).contains(&gateway.seconds) {
                return unusable("messages.gateway.seconds", "must be from 1 to 60");
            }
        }
        if self.metrics_listen == Some(self.listen) {
            return unusable("metrics_listen", "must differ from `listen`");
        }
        let zero = [
            ("limits.connections", self.limits.connections),
            (
                "limits.connections_per_address",
                self.limits.connections_per_address,
            ),
            ("limits.body_bytes", self.limits.body_bytes),
            ("limits.requests_per_address", self.limits.requests_per_address),
            ("limits.password_checks", self.limits.password_checks),
        ];
        if let Some((key, _)) = zero.into_iter().find(|(_, value)| *value == 0) {
            return unusable(key, "must be at least 1");
        }
        Ok(())
    }

    /// What the database is for.
    pub fn purpose(&self) -> Purpose {
        if self.demo {
            Purpose::Demonstration
        } else {
            Purpose::Centre
        }
    }

    /// Whether people reach the portal over TLS (directly or through a proxy), so that cookies carry
    /// `Secure` and the `__Host-` prefix.
    pub fn secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

/// A portal's address as it stands in links and QR codes: scheme, host in ASCII, port. A host in Chinese is written in
/// Punycode (`公积金.中国` is `xn--…`), because phones read nothing else in a QR code everywhere.
fn origin(public_url: &str) -> Result<String, ConfigError> {
    let unusable = |reason: &str| ConfigError::Unusable {
        key: "public_url",
        reason: reason.to_owned(),
    };
    let not_web = || unusable("must begin with https:// (or http:// for a demonstration)");
    let url = Url::parse(public_url).map_err(|_| not_web())?;
    if !matches!(url.scheme(), "https" | "http") || !url.has_host() {
        return Err(not_web());
    }
    if public_url.ends_with('/') {
        return Err(unusable("must not end with a slash"));
    }
    let bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
    if !bare || !url.username().is_empty() || url.password().is_some() {
        return Err(unusable("must be scheme, host and port only"));
    }
    Ok(url.origin().ascii_serialization())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(toml: &str) -> Result<Config, String> {
        Config::from_figment(Figment::from(Serialized::defaults(Config::default())).merge(Toml::string(toml)))
            .map_err(|error| error.to_string())
    }

    #[test]
    fn a_small_file_is_enough() {
        let config = parse("public_url = \"https://gjj.example.cn\"\n[limits]\nbody_bytes = 1000\n").unwrap();
        assert!(config.secure());
        assert_eq!(config.limits.body_bytes, 1000);
        assert_eq!(config.limits.header_seconds, 5);
    }

    #[test]
    fn a_wrong_key_or_value_is_refused_with_its_name() {
        assert!(parse("lisen = \"127.0.0.1:1\"").unwrap_err().contains("lisen"));
        assert!(parse("listen = \"somewhere\"").unwrap_err().contains("listen"));
        assert!(
            parse("[limits]\nbody_bytes = \"many\"")
                .unwrap_err()
                .contains("body_bytes")
        );
        assert!(
            parse("public_url = \"https://a.cn\"\n[limits]\nbody_bytes = 0")
                .unwrap_err()
                .contains("body_bytes")
        );
        assert!(
            parse("public_url = \"https://a.cn\"\ndatabase = \"mysql://x\"")
                .unwrap_err()
                .contains("database")
        );
    }

    #[test]
    fn a_host_in_chinese_is_written_in_ascii() {
        let config = parse("public_url = \"https://公积金.中国:8443\"").unwrap();
        assert_eq!(config.public_url, "https://xn--55qp10hc3p.xn--fiqs8s:8443");
        for bad in [
            "gjj.cn",
            "https://",
            "ftp://a.cn",
            "https://a.cn/",
            "https://a.cn/portal",
            "https://a.cn?x=1",
            "https://me@a.cn",
            "javascript:alert(1)",
        ] {
            let refused = parse(&format!("public_url = {bad:?}")).unwrap_err();
            assert!(refused.contains("public_url"), "{bad}: {refused}");
        }
    }

    #[test]
    fn plain_http_is_for_the_demonstration_on_loopback_only() {
        assert!(parse("").unwrap_err().contains("public_url"));
        assert!(parse("demo = true").is_ok());
        assert!(
            parse("demo = true\nlisten = \"0.0.0.0:3000\"")
                .unwrap_err()
                .contains("listen")
        );
    }
}
