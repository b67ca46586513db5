//! `DATABASE_URL`, read strictly: a typo is an error, never a new file.

use std::fmt;
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

    /// « sqlite » or « postgres ».
    pub const fn kind(&self) -> &'static str {
        match self {
            DatabaseUrl::Sqlite(_) => "sqlite",
            DatabaseUrl::Postgres(_) => "postgres",
        }
    }
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
    fn a_password_is_not_shown() {
        let url = DatabaseUrl::parse("postgres://u:secret@host/db").expect("a url");
        assert_eq!(format!("{url:?}"), "postgres://host/db");
    }
}
