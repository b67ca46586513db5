//! The program's door: reads the command line, starts the log, runs one command and says how it ended.
//! What a command does lives in `sigida::commands`; nothing about concerns or databases lives here.
//!
//! Exit codes: 0 fine, 1 failed, 2 used wrongly (a command or a setting that cannot be read).

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use sigida::base::Day;
use sigida::commands::{self, Failure, NewAccount, OnPaper};
use sigida::config::Settings;
use sigida::ledger::day::Digits;
use sigida::sample::Section;
use tracing::Level;
use tracing_subscriber::prelude::*;
use tracing_subscriber::{EnvFilter, Layer, filter, fmt};

#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Neighbourhood concerns, police follow-through and community-security forums for police de proximité in Mali.
#[derive(Parser)]
#[command(name = "sigida", version, about, after_help = "Exit codes: 0 fine, 1 failed, 2 used wrongly.")]
struct Cli {
    #[command(flatten)]
    settings: Settings,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the instance
    Serve,
    /// Serve a filled example from a fresh database, on this machine only; the instance's own database is not touched
    Demo {
        /// Print the example's accounts as JSON and stop
        #[arg(long)]
        logins: bool,
    },
    /// Bring the database's schema up to date
    Migrate,
    /// Check configuration, database, schema, secret and ledger, without changing anything
    Check {
        /// Check this backup instead
        #[arg(long, value_name = "FILE", requires = "keys")]
        backup: Option<PathBuf>,
        /// File of the key the backup is encrypted to
        #[arg(long, value_name = "FILE")]
        keys: Option<PathBuf>,
    },
    /// Copy the instance into a new file, encrypted, while it serves: database, photos and sounds, secret
    Backup {
        /// The file to be made
        file: PathBuf,
        /// Public keys (age1…) of those who may restore, separated by commas
        #[arg(long, env = "SIGIDA_BACKUP_KEYS", value_delimiter = ',', value_name = "KEYS")]
        to: Vec<String>,
    },
    /// Make an instance of a backup, where there is none yet
    Restore {
        /// The backup
        file: PathBuf,
        /// File of the key the backup is encrypted to
        #[arg(long, value_name = "FILE")]
        keys: PathBuf,
        /// The newest « erased » of a node, or of a newer backup: what it names is erased again. Once for each file
        #[arg(long, value_name = "FILE")]
        erased: Vec<PathBuf>,
    },
    /// Erase again, in a database that came back by other means than restore, what lists say is gone; end every session
    EraseAgain {
        /// The newest « erased » of each node
        #[arg(required = true, value_name = "LIST")]
        lists: Vec<PathBuf>,
    },
    /// Make a key for backups: the secret half in a new file, to be kept elsewhere; the public half is printed
    BackupKey {
        /// The file to be made
        file: PathBuf,
    },
    /// Write what everybody may read, and the reference data, as open files (CSV, GeoJSON)
    Export {
        /// The folder to write into: a new one, or an empty one
        folder: PathBuf,
    },
    /// The ledger
    Audit {
        #[command(subcommand)]
        audit: Audit,
    },
    /// Every address with its method and who may enter
    Routes {
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// What the program is made of, as CycloneDX
    Sbom,
    /// Load reference data from a file
    Import {
        /// What the file holds
        section: Section,
        /// areas: GeoJSON; units and categories: CSV with a header line, or JSON
        file: PathBuf,
    },
    /// Fill the database with made-up concerns, to measure with
    Generate {
        /// How many
        #[arg(long, value_name = "N")]
        concerns: u32,
        /// The same seed makes the same concerns
        #[arg(long, value_name = "S", default_value_t = 1)]
        seed: u64,
        /// All open and with this one unit, to measure its desk with
        #[arg(long, value_name = "SLUG")]
        unit: Option<String>,
        /// A thread of so many posts beside them; once a database
        #[arg(long, value_name = "N", default_value_t = 0)]
        posts: u32,
    },
    /// Print slips: codes drawn now and shown once, on sheets of eight, as a page to be printed
    Slips {
        /// How many
        #[arg(long, value_name = "N")]
        count: u16,
        /// The file to be made; standard output when unset
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Take away what is kept longer than its rule says; once a day, serve does so itself
    Purge {
        /// Say what would go, and change nothing
        #[arg(long)]
        dry_run: bool,
    },
    /// Accounts
    Account {
        #[command(subcommand)]
        account: Account,
    },
}

#[derive(Subcommand)]
enum Audit {
    /// Read the whole chain; name the first row that does not follow from the one before. With a day and the digits printed
    /// beside it on minutes or a bulletin, say whether the ledger still holds them
    Verify {
        /// The day on the paper
        #[arg(long, value_name = "2026-11-23", requires = "hash", value_parser = a_day)]
        day: Option<Day>,
        /// The digits beside it, with or without spaces
        #[arg(long, value_name = "DIGITS", requires = "day", value_parser = some_digits)]
        hash: Option<Digits>,
    },
}

#[derive(Subcommand)]
enum Account {
    /// Make an account with one role. Its password is printed once, unless it is given
    Create(NewAccount),
    /// Set a new password and end the account's sessions
    Password {
        /// The account's login
        login: String,
        /// Read the password from the first line of standard input
        #[arg(long)]
        password_stdin: bool,
    },
    /// End the sessions of an account, or of everybody when no login is given
    SignOut {
        /// The account's login
        login: Option<String>,
    },
    /// Take the second step off an account whose telephone and paper are lost, and end its sessions
    OneStep {
        /// The account's login
        login: String,
    },
}

fn a_day(text: &str) -> Result<Day, String> {
    Day::parse(text).ok_or_else(|| "write it as 2026-11-23".to_owned())
}

fn some_digits(text: &str) -> Result<Digits, String> {
    Digits::parse(text).ok_or_else(|| "write all the digits of the paper, eight groups of four".to_owned())
}

fn main() -> ExitCode {
    let mut description = Cli::command();
    let read = description.try_get_matches_from_mut(std::env::args_os());
    let cli = match read.and_then(|mut matches| Cli::from_arg_matches_mut(&mut matches)) {
        Ok(cli) => cli,
        Err(error) => return refuse(&description, &error),
    };
    match start_log(&cli.settings).and_then(|()| run(cli)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("sigida: {}", failure.text.lines().collect::<Vec<_>>().join(" "));
            ExitCode::from(failure.code)
        }
    }
}

fn run(cli: Cli) -> Result<(), Failure> {
    let settings = &cli.settings;
    match cli.command {
        Command::Serve => commands::serve(settings),
        Command::Demo { logins: true } => commands::demo_logins(),
        Command::Demo { logins: false } => commands::demo(settings),
        Command::Migrate => commands::migrate(settings),
        Command::Check { backup: Some(file), keys: Some(keys) } => commands::check_backup(&file, &keys),
        Command::Check { .. } => commands::check(settings),
        Command::Backup { file, to } => commands::make_backup(settings, &file, &to),
        Command::Restore { file, keys, erased } => commands::restore(settings, &file, &keys, &erased),
        Command::EraseAgain { lists } => commands::erase_again(settings, &lists),
        Command::BackupKey { file } => commands::backup_key(&file),
        Command::Export { folder } => commands::export(settings, &folder),
        Command::Audit { audit: Audit::Verify { day, hash } } => {
            commands::audit(settings, day.zip(hash).map(|(day, hash)| OnPaper { day, hash }).as_ref())
        }
        Command::Purge { dry_run } => commands::purge(settings, dry_run),
        Command::Routes { json } => commands::routes(json),
        Command::Sbom => commands::sbom(),
        Command::Import { section, file } => commands::import(settings, section, &file),
        Command::Generate { concerns, seed, unit, posts } => {
            commands::generate(settings, concerns, seed, unit.as_deref(), posts)
        }
        Command::Slips { count, out } => commands::slips(settings, count, out.as_deref()),
        Command::Account { account: Account::Create(new) } => commands::create_account(settings, &new),
        Command::Account { account: Account::Password { login, password_stdin } } => {
            commands::set_password(settings, &login, password_stdin)
        }
        Command::Account { account: Account::SignOut { login } } => commands::sign_out(settings, login.as_deref()),
        Command::Account { account: Account::OneStep { login } } => commands::forget_second_step(settings, &login),
    }
}

/// What clap has to say: help and version as they are, an error as one line that names the setting's variable too.
fn refuse(description: &clap::Command, error: &clap::Error) -> ExitCode {
    if !error.use_stderr() {
        // A reader that closed the pipe has read enough.
        let _ = error.print();
        return ExitCode::SUCCESS;
    }
    if error.kind() == clap::error::ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        let known = description.get_subcommands().map(clap::Command::get_name).filter(|name| *name != "help");
        let known = known.collect::<Vec<_>>().join(", ");
        eprintln!("sigida: say what to do, one of {known} (see sigida --help)");
        return ExitCode::from(2);
    }
    let text = error.to_string();
    let said: Vec<&str> =
        text.lines().take_while(|l| !l.starts_with("Usage:") && !l.is_empty()).map(str::trim).collect();
    let said = said.join(" ");
    let said = said.strip_prefix("error: ").unwrap_or(&said);
    let variable = description
        .get_arguments()
        .filter(|a| a.get_long().is_some_and(|long| said.contains(&format!("'--{long} "))))
        .find_map(|a| a.get_env()?.to_str());
    match variable {
        Some(variable) => eprintln!("sigida: {variable}: {said} (see sigida --help)"),
        None => eprintln!("sigida: {said} (see sigida --help)"),
    }
    ExitCode::from(2)
}

/// Logs go to standard error. Other people's code speaks only from a warning up: at finer levels it may tell of requests.
fn start_log(settings: &Settings) -> Result<(), Failure> {
    let wanted: EnvFilter = EnvFilter::builder().parse(&settings.log).map_err(|_| {
        Failure::usage(format!("SIGIDA_LOG: cannot read « {} »; try info, debug or warn", settings.log))
    })?;
    let ours = filter::filter_fn(|m| m.target().starts_with("sigida") || *m.level() <= Level::WARN);
    let lines =
        fmt::layer().with_writer(std::io::stderr).with_ansi(std::io::IsTerminal::is_terminal(&std::io::stderr()));
    let log = match settings.log_json {
        true => lines.json().boxed(),
        false => lines.boxed(),
    };
    tracing_subscriber::registry().with(wanted).with(log.with_filter(ours)).init();
    Ok(())
}
