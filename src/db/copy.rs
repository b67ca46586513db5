//! A copy of the whole database at one moment, and the way back: each database's own. SQLite copies itself while others
//! write; for Postgres its own programs do it, which must be installed where the command runs.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;

use super::{Conn, DatabaseUrl, connect, migrate};

/// What did not work, in one sentence.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct CopyError(String);

impl CopyError {
    /// Any failure, in one line.
    pub fn new(error: impl std::fmt::Display) -> CopyError {
        CopyError(error.to_string().split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

type Copied<T> = Result<T, CopyError>;

/// Copies the database into a new file. `look` is asked at the very moment the copy shows, before it is made.
///
/// # Errors
/// When the database does not answer, the disk is full, or `pg_dump` is missing.
pub fn copy<T>(url: &DatabaseUrl, into: &Path, look: impl FnOnce(&mut Conn) -> Copied<T>) -> Copied<T> {
    match url {
        DatabaseUrl::Sqlite(_) => {
            let mut from = connect::writer(url).map_err(CopyError::new)?;
            let copied = diesel::sql_query("VACUUM INTO $1").bind::<Text, _>(into.to_string_lossy());
            copied.execute(&mut from).map_err(CopyError::new)?;
            look(&mut connect::reader(&DatabaseUrl::Sqlite(into.to_path_buf())).map_err(CopyError::new)?)
        }
        DatabaseUrl::Postgres(text) => {
            let mut conn = connect::reader(url).map_err(CopyError::new)?;
            conn.batch_execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").map_err(CopyError::new)?;
            let moment: Moment = diesel::sql_query("SELECT pg_export_snapshot() AS name")
                .get_result(&mut conn)
                .map_err(CopyError::new)?;
            let seen = look(&mut conn)?;
            let out = File::create(into).map_err(CopyError::new)?;
            let mut dump = client("pg_dump", text)?;
            dump.args(["--format=custom", "--no-owner", "--no-privileges", "--snapshot", &moment.name]);
            dump.stdout(Stdio::from(out));
            run(dump)?;
            Ok(seen)
        }
    }
}

#[derive(QueryableByName)]
struct Moment {
    #[diesel(sql_type = Text)]
    name: String,
}

/// True when there is no database yet, or one without a single table of ours.
///
/// # Errors
/// When it does not answer, or is newer than the program.
pub fn is_empty(url: &DatabaseUrl) -> Copied<bool> {
    if let DatabaseUrl::Sqlite(path) = url
        && !path.exists()
    {
        return Ok(true);
    }
    let mut conn = connect::reader(url).map_err(CopyError::new)?;
    let lacking = migrate::pending(&mut conn).map_err(CopyError::new)?;
    Ok(lacking.first() == migrate::first().as_ref())
}

/// Puts a copy in the place of an empty database.
///
/// # Errors
/// When the database does not answer, the disk is full, or `pg_restore` is missing. Then nothing was put there.
pub fn put_back(url: &DatabaseUrl, from: &Path) -> Copied<()> {
    match url {
        DatabaseUrl::Sqlite(path) => {
            let part = PathBuf::from(format!("{}.part", path.display()));
            std::fs::copy(from, &part).and_then(|_| File::open(&part)?.sync_all()).map_err(CopyError::new)?;
            std::fs::rename(&part, path).map_err(CopyError::new)?;
            let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
            File::open(folder).and_then(|folder| folder.sync_all()).map_err(CopyError::new)
        }
        DatabaseUrl::Postgres(text) => {
            let mut restore = client("pg_restore", text)?;
            restore.args(["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges"]).arg(from);
            run(restore)
        }
    }
}

/// What is wrong with a copy of that kind, when it is looked at as its database would: nothing, as a rule. `look` reads what only
/// a SQLite copy shows without being put back.
///
/// # Errors
/// A sentence on what is wrong.
pub fn examine(kind: &str, copy: &Path, look: impl FnOnce(&mut Conn) -> Copied<()>) -> Copied<()> {
    if kind == "postgres" {
        let mut list = Command::new("pg_restore");
        list.arg("--list").arg(copy).stdout(Stdio::null());
        return run(list);
    }
    let mut conn = connect::reader(&DatabaseUrl::Sqlite(copy.to_path_buf())).map_err(CopyError::new)?;
    migrate::pending(&mut conn).map_err(CopyError::new)?;
    if let Some(damage) = super::damage(&mut conn).map_err(CopyError::new)? {
        return Err(CopyError(format!("the copy is damaged: {damage}")));
    }
    look(&mut conn)
}

/// One of Postgres' own programs, told where the database is: the password in its environment, where other people of the machine
/// do not see it.
fn client(program: &str, text: &str) -> Copied<Command> {
    let mut url = url::Url::parse(text).map_err(CopyError::new)?;
    let mut command = Command::new(program);
    if let Some(password) = url.password() {
        let password = percent_encoding::percent_decode_str(password).decode_utf8_lossy().into_owned();
        command.env("PGPASSWORD", password);
        // Only a URL without a host cannot be without a password, and that one had none.
        let _ = url.set_password(None);
    }
    command.arg("--dbname").arg(url.as_str());
    Ok(command)
}

fn run(mut command: Command) -> Copied<()> {
    let name = command.get_program().to_string_lossy().into_owned();
    let ended = command.stdin(Stdio::null()).stderr(Stdio::piped()).spawn().and_then(|child| child.wait_with_output());
    let ended = ended.map_err(|e| CopyError(format!("{name}: {e} (Debian's package postgresql-client has it)")))?;
    match ended.status.success() {
        true => Ok(()),
        false => Err(CopyError::new(format!("{name}: {}", String::from_utf8_lossy(&ended.stderr)))),
    }
}
