//! `DATABASE_URL`, read strictly: a typo is an error, never a new file.

use std::fmt;
use std::net::IpAddr;
use std::path::{Path, PathBuf};

/// Which database, and where.
#[derive(Clone, PartialEq, Eq)]
pub enum DatabaseUrl {
    /// A file.
    Sqlite(PathBuf),
    /// A server; the text is libpq's URI.
    Postgres(String),
}

/// `DATABASE_URL` names no database we know.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("DATABASE_URL: expected sqlite:FILE or postgres://…, found « {0} »")]
pub struct UrlError(String);

impl DatabaseUrl {
    /// Reads `sqlite:FILE`, `postgres://…` or `postgresql://…`.
    ///
    /// # Errors
    /// For every other scheme, and for a file without a name. The password of a URL is not repeated.
    pub fn parse(text: &str) -> Result<DatabaseUrl, UrlError> {
        // No more than the scheme: what follows may hold a password.
        let refuse =
            || UrlError(text.split([':', '=', '@', ' ']).next().unwrap_or_default().chars().take(60).collect());
        match text.split_once(':') {
            Some(("sqlite", path)) => {
                let path = path.strip_prefix("//").unwrap_or(path);
                if path.is_empty() { Err(refuse()) } else { Ok(DatabaseUrl::Sqlite(path.into())) }
            }
            Some(("postgres" | "postgresql", rest)) if rest.starts_with("//") => {
                url::Url::parse(text).map_err(|_| refuse())?;
                Ok(DatabaseUrl::Postgres(text.to_owned()))
            }
            _ => Err(refuse()),
        }
    }

    /// The file in the data folder that serves when nothing is set.
    pub fn default_in(data: &Path) -> DatabaseUrl {
        DatabaseUrl::Sqlite(data.join("sigida.db"))
    }

    /// The machine beyond this one that the database is on, if it is: what is said to it passes a wire. libpq takes a host from
    /// the URL's own place or from its parameters.
    pub fn beyond(&self) -> Option<String> {
        let DatabaseUrl::Postgres(text) = self else { return None };
        let url = url::Url::parse(text).ok()?;
        let named = url.query_pairs().filter(|(name, _)| matches!(&**name, "host" | "hostaddr" | "service"));
        let mut hosts: Vec<String> =
            named.flat_map(|(_, value)| value.split(',').map(str::to_owned).collect::<Vec<_>>()).collect();
        hosts.extend(url.host_str().unwrap_or_default().split(',').map(str::to_owned));
        hosts.into_iter().find(|host| !is_here(host))
    }

    /// « sqlite » or « postgres ».
    pub const fn kind(&self) -> &'static str {
        match self {
            DatabaseUrl::Sqlite(_) => "sqlite",
            DatabaseUrl::Postgres(_) => "postgres",
        }
    }
}

/// True for a name or address of this machine, and for the folder of a socket.
pub(crate) fn is_here(host: &str) -> bool {
    let host = host.trim_start_matches('[').trim_end_matches(']');
    let socket = host.is_empty() || host.starts_with(['/', '@']) || host.to_ascii_lowercase().starts_with("%2f");
    socket || host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// Shows where without showing a password.
impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DatabaseUrl::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
            DatabaseUrl::Postgres(url) => match url::Url::parse(url) {
                Ok(url) => write!(f, "postgres://{}{}", url.host_str().unwrap_or_default(), url.path()),
                Err(_) => f.write_str("postgres://…"),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_two_databases_are_known() {
        assert_eq!(DatabaseUrl::parse("sqlite:data/a.db"), Ok(DatabaseUrl::Sqlite("data/a.db".into())));
        assert_eq!(DatabaseUrl::parse("sqlite:///tmp/a.db"), Ok(DatabaseUrl::Sqlite("/tmp/a.db".into())));
        assert!(DatabaseUrl::parse("postgres://u:secret@host/db").is_ok());
        for typo in ["", "postgre://x/y", "mysql://x/y", "sqlite:", "a.db", "host=x dbname=y", "postgres:x"] {
            assert!(DatabaseUrl::parse(typo).is_err(), "{typo}");
        }
    }

    #[test]
    fn what_leaves_the_machine_is_known() {
        let beyond = |text: &str| DatabaseUrl::parse(text).expect("a url").beyond();
        for here in [
            "sqlite:a.db",
            "postgres:///x",
            "postgres:///x?host=/run/postgresql&user=u",
            "postgres://u@localhost/x",
            "postgres://u:p@127.0.0.1:5432/x",
            "postgres://u@[::1]/x",
            "postgres://%2Frun%2Fpostgresql/x",
        ] {
            assert_eq!(beyond(here), None, "{here}");
        }
        for (there, host) in [
            ("postgres://u:p@10.9.0.20/x", "10.9.0.20"),
            ("postgres://u@db.internal:5432/x", "db.internal"),
            ("postgres:///x?host=db.internal", "db.internal"),
            ("postgres://localhost/x?hostaddr=10.9.0.20", "10.9.0.20"),
            ("postgres:///x?host=/run,10.9.0.20", "10.9.0.20"),
        ] {
            assert_eq!(beyond(there).as_deref(), Some(host), "{there}");
        }
    }

    #[test]
    fn a_password_is_not_shown() {
        let url = DatabaseUrl::parse("postgres://u:secret@host/db").expect("a url");
        assert_eq!(format!("{url:?}"), "postgres://host/db");
    }
}
