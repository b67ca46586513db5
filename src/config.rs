//! Settings, read once from flags and environment.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use clap::Args;

use crate::db::{DatabaseUrl, UrlError, is_here};
use crate::media::{Place, S3, Secret};
use crate::web::{Gate, PublicUrl, Token};

/// How long the head of a request may take: a slow telephone needs a second or two.
const HEAD: Duration = Duration::from_secs(20);
/// How long a form may bring nothing before its line is given up.
const SILENCE: Duration = Duration::from_secs(60);
/// How long an answer may wait for its reader. Far more than a silent form: a proxy takes no more than the telephone behind it does, and
/// the system counts small bites as none (`deploy/limits.md`).
const UNREAD: Duration = Duration::from_secs(300);

/// Settings of a running instance. `sigida --help` lists them with their defaults.
#[derive(Debug, Clone, Args)]
pub struct Settings {
    /// Address and port to listen on
    #[arg(long, global = true, env = "SIGIDA_LISTEN", default_value = "127.0.0.1:8080", value_name = "ADDRESS")]
    pub listen: SocketAddr,
    /// Folder of the database file and the instance's secret
    #[arg(long, global = true, env = "SIGIDA_DATA", default_value = "./data", value_name = "FOLDER")]
    pub data: PathBuf,
    /// sqlite:FILE or postgres://…; a file in the data folder when unset
    #[arg(long = "database", global = true, env = "DATABASE_URL", value_name = "URL", hide_env_values = true)]
    pub database: Option<String>,
    /// File of the instance's secret; nodes that share a database share it. FOLDER/secret when unset
    #[arg(long, global = true, env = "SIGIDA_SECRET_FILE", value_name = "FILE")]
    pub secret_file: Option<PathBuf>,
    /// True when browsers reach us by HTTPS: cookies are Secure, HSTS is sent. Default: true unless listening on loopback
    #[arg(long, global = true, env = "SIGIDA_SECURE", value_name = "BOOL")]
    pub secure: Option<bool>,
    /// Addresses of reverse proxies whose X-Forwarded-For is believed, separated by commas
    #[arg(long, global = true, env = "SIGIDA_TRUSTED_PROXIES", value_delimiter = ',', value_name = "ADDRESSES")]
    pub trusted_proxies: Vec<IpAddr>,
    /// Forms one address may send a minute (many phones share one address); 0: no limit
    #[arg(long, global = true, env = "SIGIDA_FORMS_PER_MINUTE", default_value_t = 120, value_name = "N")]
    pub forms_per_minute: u32,
    /// Searches, feeds and files one address may ask for a minute, those with a desk apart; 0: no limit, nor where no form is counted
    #[arg(long, global = true, env = "SIGIDA_READS_PER_MINUTE", default_value_t = 600, value_name = "N")]
    pub reads_per_minute: u32,
    /// Codes and passwords one address may try a minute; 0: no limit
    #[arg(long, global = true, env = "SIGIDA_TRIES_PER_MINUTE", default_value_t = 20, value_name = "N")]
    pub tries_per_minute: u32,
    /// Concerns for one quartier in an hour, without a slip, before each account or address is slowed there; 0: no limit
    #[arg(long, global = true, env = "SIGIDA_FILINGS_PER_HOUR", default_value_t = 60, value_name = "N")]
    pub filings_per_hour: u32,
    /// True: whoever holds a role signs in by two steps; false: each may choose it
    #[arg(long, global = true, env = "SIGIDA_SECOND_STEP", default_value_t = true, value_name = "BOOL", action = clap::ArgAction::Set)]
    pub second_step: bool,
    /// Address under which browsers find Sigida: https://NAME. Passkeys are made for it; without it none are offered
    #[arg(long, global = true, env = "SIGIDA_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,
    /// Where « Quitter vite » leads
    #[arg(
        long,
        global = true,
        env = "SIGIDA_EXIT_URL",
        default_value = "https://fr.wikipedia.org/wiki/Bamako",
        value_name = "URL"
    )]
    pub exit_url: String,
    /// Megabytes of public pages kept ready; 0: none
    #[arg(long, global = true, env = "SIGIDA_PAGE_CACHE_MB", default_value_t = 8, value_name = "N")]
    pub page_cache_mb: u64,
    /// Worker threads. Default: one a core
    #[arg(long, global = true, env = "SIGIDA_WORKERS", value_name = "N")]
    pub workers: Option<usize>,
    /// Connections that may read Postgres at once
    #[arg(long, global = true, env = "SIGIDA_READERS", default_value_t = 4, value_name = "N")]
    pub readers: u32,
    /// True: Postgres on another machine, or a store at http://…, is reached over a link that encrypts (WireGuard); else neither is taken
    #[arg(long, global = true, env = "SIGIDA_LINK_ENCRYPTS", default_value_t = false, value_name = "BOOL", action = clap::ArgAction::Set)]
    pub link_encrypts: bool,
    /// Where photos and sounds lie: folder (FOLDER/media) or s3
    #[arg(long, global = true, env = "SIGIDA_MEDIA", default_value = "folder", value_name = "folder|s3")]
    pub media: String,
    /// Address of an S3-compatible store: https://…
    #[arg(long, global = true, env = "SIGIDA_S3_ENDPOINT", default_value = "", value_name = "URL")]
    pub s3_endpoint: String,
    /// Its region, where it has some
    #[arg(long, global = true, env = "SIGIDA_S3_REGION", default_value = "us-east-1", value_name = "NAME")]
    pub s3_region: String,
    /// The bucket, made beforehand
    #[arg(long, global = true, env = "SIGIDA_S3_BUCKET", default_value = "", value_name = "NAME")]
    pub s3_bucket: String,
    /// The key's name
    #[arg(long, global = true, env = "SIGIDA_S3_KEY", default_value = "", value_name = "NAME")]
    pub s3_key: String,
    /// File of the key's secret; or the secret itself in the environment as SIGIDA_S3_SECRET, never as a flag
    #[arg(long, global = true, env = "SIGIDA_S3_SECRET_FILE", value_name = "FILE")]
    pub s3_secret_file: Option<PathBuf>,
    /// Days a voice note is kept after it was written down or its concern closed, until an administrator sets that rule
    #[arg(long, global = true, env = "SIGIDA_SOUND_DAYS", default_value_t = 30, value_name = "N", value_parser = clap::value_parser!(u32).range(0..=36_500))]
    pub sound_days: u32,
    /// Addresses of machines that may read /metrics, separated by commas; none when unset
    #[arg(long, global = true, env = "SIGIDA_METRICS_FROM", value_delimiter = ',', value_name = "ADDRESSES")]
    pub metrics_from: Vec<IpAddr>,
    /// File of the token that opens /metrics from elsewhere, sent as `Authorization: Bearer …`
    #[arg(long, global = true, env = "SIGIDA_METRICS_TOKEN_FILE", value_name = "FILE")]
    pub metrics_token_file: Option<PathBuf>,
    /// What is logged: off, error, warn, info, debug or trace, and finer as `sigida::db=debug,info`
    #[arg(long, global = true, env = "SIGIDA_LOG", default_value = "info", value_name = "FILTER")]
    pub log: String,
    /// Log lines as JSON
    #[arg(long, global = true, env = "SIGIDA_LOG_JSON", default_value_t = false, value_name = "BOOL", action = clap::ArgAction::Set)]
    pub log_json: bool,
}

/// What the program runs with: settings, checked.
#[derive(Debug, Clone)]
pub struct Config {
    /// Address and port to listen on; port 0 takes a free one.
    pub listen: SocketAddr,
    /// The data folder.
    pub data: PathBuf,
    /// Which database.
    pub database: DatabaseUrl,
    /// The file of the instance's secret.
    pub secret_file: PathBuf,
    /// Worker threads.
    pub workers: usize,
    /// Connections that may read Postgres at once.
    pub readers: u32,
    /// How long after the start what has expired is looked for the first time.
    pub first_sweep: Duration,
    /// Where photos and sounds lie.
    pub media: Place,
    /// What the HTTP kit reads.
    pub web: crate::web::WebSettings,
}

impl Settings {
    /// Checks the settings.
    ///
    /// # Errors
    /// When the database's URL names no database we know, or the media store lacks a setting.
    pub fn check(&self) -> Result<Config, SettingsError> {
        let database = match self.database.as_deref() {
            Some(text) if !text.is_empty() => DatabaseUrl::parse(text)?,
            _ => DatabaseUrl::default_in(&self.data),
        };
        self.not_in_the_clear("DATABASE_URL", database.beyond())?;
        let secret_file = self.secret_file.clone().unwrap_or_else(|| self.data.join("secret"));
        Ok(Config {
            listen: self.listen,
            database,
            media: self.place()?,
            data: self.data.clone(),
            workers: self.workers.unwrap_or_else(|| std::thread::available_parallelism().map_or(2, usize::from)),
            readers: self.readers.max(1),
            first_sweep: Duration::ZERO,
            web: crate::web::WebSettings {
                secure: self.secure.unwrap_or(!self.listen.ip().is_loopback()),
                trusted_proxies: self.trusted_proxies.clone(),
                forms_per_minute: self.forms_per_minute,
                reads_per_minute: self.reads_per_minute,
                tries_per_minute: self.tries_per_minute,
                filings_per_hour: self.filings_per_hour,
                exit_url: self.exit_url.clone(),
                page_cache_bytes: self.page_cache_mb * 1024 * 1024,
                second_step: self.second_step,
                asks_again: true,
                demo: false,
                public_url: self.public_url()?,
                uploads: self.data.join("uploads"),
                erased: secret_file.with_file_name("erased"),
                sound_days: self.sound_days.into(),
                metrics: Gate { from: self.metrics_from.clone(), token: self.metrics_token()? },
                head: HEAD,
                silence: SILENCE,
                unread: UNREAD,
            },
            secret_file,
        })
    }

    /// Where media lie.
    fn place(&self) -> Result<Place, SettingsError> {
        match self.media.as_str() {
            "folder" => Ok(Place::Folder(self.data.join("media"))),
            "s3" => {
                let given = |setting: &'static str, value: &str| match value.trim() {
                    "" => Err(SettingsError::Lacks(setting)),
                    value => Ok(value.to_owned()),
                };
                let endpoint = given("SIGIDA_S3_ENDPOINT", &self.s3_endpoint)?;
                if !endpoint.starts_with("https://") && !endpoint.starts_with("http://") {
                    return Err(SettingsError::Endpoint);
                }
                let host = endpoint.strip_prefix("http://").map(|rest| host_of(rest).to_owned());
                self.not_in_the_clear("SIGIDA_S3_ENDPOINT", host.filter(|host| !is_here(host)))?;
                Ok(Place::S3(S3 {
                    endpoint,
                    region: given("SIGIDA_S3_REGION", &self.s3_region)?,
                    bucket: given("SIGIDA_S3_BUCKET", &self.s3_bucket)?,
                    key: given("SIGIDA_S3_KEY", &self.s3_key)?,
                    secret: Secret::new(given("SIGIDA_S3_SECRET", &self.s3_secret()?)?),
                }))
            }
            _ => Err(SettingsError::Media),
        }
    }

    /// Refuses to speak plainly over a wire to another machine, unless the wire itself encrypts (ASVS 5.0, 12.3.1).
    fn not_in_the_clear(&self, setting: &'static str, host: Option<String>) -> Result<(), SettingsError> {
        match host.filter(|_| !self.link_encrypts) {
            Some(host) => Err(SettingsError::InTheClear(setting, host)),
            None => Ok(()),
        }
    }

    /// Where browsers find the house.
    fn public_url(&self) -> Result<Option<PublicUrl>, SettingsError> {
        match self.public_url.as_deref().map(str::trim) {
            None | Some("") => Ok(None),
            Some(text) => PublicUrl::parse(text).map(Some).ok_or(SettingsError::PublicUrl),
        }
    }

    /// What opens `/metrics`, out of its file.
    fn metrics_token(&self) -> Result<Option<Token>, SettingsError> {
        let Some(file) = &self.metrics_token_file else { return Ok(None) };
        let text =
            std::fs::read_to_string(file).map_err(|e| SettingsError::TokenFile(file.display().to_string(), e))?;
        Token::parse(&text).map(Some).ok_or(SettingsError::Token)
    }

    /// The secret: out of its file, else out of the environment. A flag would show it to everybody on the machine.
    fn s3_secret(&self) -> Result<String, SettingsError> {
        match &self.s3_secret_file {
            Some(file) => {
                std::fs::read_to_string(file).map_err(|e| SettingsError::SecretFile(file.display().to_string(), e))
            }
            None => Ok(std::env::var("SIGIDA_S3_SECRET").unwrap_or_default()),
        }
    }
}

/// The host of an address, after its `http://`: without name and password, port and path.
fn host_of(rest: &str) -> &str {
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let place = authority.rsplit('@').next().unwrap_or_default();
    match place.strip_prefix('[') {
        Some(six) => six.split(']').next().unwrap_or_default(),
        None => place.split(':').next().unwrap_or_default(),
    }
}

/// A setting is not as it must be; the text names it.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// The database.
    #[error(transparent)]
    Database(#[from] UrlError),
    /// The media store's kind.
    #[error("SIGIDA_MEDIA: give folder or s3")]
    Media,
    /// The media store's address.
    #[error("SIGIDA_S3_ENDPOINT: give an address that begins with https://")]
    Endpoint,
    /// Another machine, over a wire that everybody on it may read.
    #[error(
        "{0}: what is said to {1} would pass the network in the clear; bring it to this machine, or say SIGIDA_LINK_ENCRYPTS=true where the link to it encrypts (WireGuard)"
    )]
    InTheClear(&'static str, String),
    /// What an S3 store needs.
    #[error("{0}: SIGIDA_MEDIA=s3 needs it")]
    Lacks(&'static str),
    /// The public address.
    #[error("SIGIDA_PUBLIC_URL: give https:// and a name, and nothing after it (or http://localhost:PORT)")]
    PublicUrl,
    /// The secret's file.
    #[error("SIGIDA_S3_SECRET_FILE: cannot read {0}: {1}")]
    SecretFile(String, std::io::Error),
    /// The token's file.
    #[error("SIGIDA_METRICS_TOKEN_FILE: cannot read {0}: {1}")]
    TokenFile(String, std::io::Error),
    /// The token.
    #[error("SIGIDA_METRICS_TOKEN_FILE: one line of at least sixteen signs, without spaces")]
    Token,
}

impl Config {
    /// What tests run with: a free port on loopback, this data folder, this database, no rate limit.
    ///
    /// # Panics
    /// When the URL names no database.
    #[allow(clippy::expect_used)]
    pub fn for_tests(data: PathBuf, database_url: &str) -> Config {
        Config {
            listen: SocketAddr::from(([127, 0, 0, 1], 0)),
            database: DatabaseUrl::parse(database_url).expect("a database's URL"),
            secret_file: data.join("secret"),
            media: Place::Folder(data.join("media")),
            web: crate::web::WebSettings {
                secure: false,
                trusted_proxies: Vec::new(),
                forms_per_minute: 0,
                reads_per_minute: 600,
                tries_per_minute: 0,
                filings_per_hour: 0,
                exit_url: "https://example.org/".into(),
                page_cache_bytes: 1024 * 1024,
                second_step: false,
                asks_again: false,
                demo: false,
                public_url: PublicUrl::parse("https://sigida.example"),
                uploads: data.join("uploads"),
                erased: data.join("erased"),
                sound_days: 30,
                metrics: Gate::default(),
                head: HEAD,
                silence: SILENCE,
                unread: UNREAD,
            },
            data,
            workers: 2,
            readers: 4,
            first_sweep: Duration::ZERO,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::host_of;
    use crate::db::is_here;

    #[test]
    fn a_store_on_this_machine_is_told_from_one_beyond() {
        for here in ["127.0.0.1:9000", "localhost/", "[::1]:9000/x", "u:p@127.0.0.1"] {
            assert!(is_here(host_of(here)), "{here}");
        }
        for there in [
            "10.9.0.30:9000",
            "s3.internal/127.0.0.1",
            "127.0.0.1@s3.internal",
            "[2001:db8::1]:9000",
            "localhost.example",
        ] {
            assert!(!is_here(host_of(there)), "{there}");
        }
    }
}
