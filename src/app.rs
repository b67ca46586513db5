//! The composition root: opens the house and puts every feature's addresses together, the same for `main` and for tests.

use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use actix_session::SessionMiddleware;
use actix_session::config::CookieContentSecurity;
use actix_web::cookie::{Key, SameSite};
use actix_web::dev::ServerHandle;
use actix_web::middleware::from_fn;
use actix_web::{App, HttpServer, web};
use diesel::prelude::*;

use crate::areas::Reference;
use crate::base::{Actor, Clock, Entropy, Time};
use crate::config::Config;
use crate::db::schema::settings;
use crate::db::{Conn, Db, OpenError};
use crate::keys::Keys;
use crate::ledger::signed::{self, Beside};
use crate::media::Store;
use crate::moderation;
use crate::web::{
    CookieName, News, RouteInfo, Routes, SessionStore, Site, measured, outside, serve_static, serve_worker,
};

/// The program cannot start; the text names the setting to mend.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The database.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The data folder.
    #[error("SIGIDA_DATA: cannot make {0}: {1}")]
    Data(String, std::io::Error),
    /// The secret's file.
    #[error("SIGIDA_SECRET_FILE: {0}")]
    Secret(String),
    /// The media store; the text names the setting.
    #[error("{0}")]
    Media(String),
    /// The address.
    #[error("SIGIDA_LISTEN: cannot listen on {0}: {why}", why = why_not_listen(.1))]
    Listen(SocketAddr, std::io::Error),
    /// A thread or a first statement.
    #[error("cannot start: {0}")]
    Other(String),
}

fn why_not_listen(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::AddrInUse => {
            "the port is busy (another program listens there, perhaps another sigida); stop it or give another --listen"
                .into()
        }
        std::io::ErrorKind::PermissionDenied => "the system does not allow this port; give one above 1023".into(),
        _ => error.to_string(),
    }
}

/// Every address of the program.
pub fn routes() -> Routes {
    let mut routes = Routes::default();
    crate::health::routes(&mut routes);
    crate::home::routes(&mut routes);
    crate::notices::routes(&mut routes);
    crate::rights::routes(&mut routes);
    crate::purge::routes(&mut routes);
    crate::concerns::routes(&mut routes);
    crate::forums::routes(&mut routes);
    crate::moderation::routes(&mut routes);
    crate::talk::routes(&mut routes);
    crate::accounts::routes(&mut routes);
    crate::patrols::routes(&mut routes);
    crate::handover::routes(&mut routes);
    crate::bilan::routes(&mut routes);
    crate::bulletin::routes(&mut routes);
    crate::rumours::routes(&mut routes);
    crate::priorities::routes(&mut routes);
    crate::admin::routes(&mut routes);
    routes
}

/// The table of addresses.
pub fn table() -> Vec<RouteInfo> {
    routes().table().to_vec()
}

/// Opens the database, the keys and the caches: what the server and the commands share.
///
/// # Errors
/// [`StartError`]; then nothing was made that was not there before, but an empty data folder for SQLite.
pub fn open(config: &Config, clock: Clock, entropy: Entropy) -> Result<Arc<Site>, StartError> {
    let folder =
        || std::fs::create_dir_all(&config.data).map_err(|e| StartError::Data(config.data.display().to_string(), e));
    if let crate::db::DatabaseUrl::Sqlite(path) = &config.database
        && path.starts_with(&config.data)
    {
        folder()?;
    }
    let db = Db::open(config.database.clone(), clock.clone(), entropy.clone(), config.readers)?;
    folder()?;
    let keys = Keys::load(&config.secret_file, &Entropy::system()).map_err(StartError::Secret)?;
    same_secret(&db, keys.fingerprint().to_owned())?;
    let media = Store::open(&config.media).map_err(StartError::Media)?;
    let site = Site::new(db, clock, entropy, keys, media, config.web.clone(), news);
    let site = site.map_err(|e| StartError::Data(config.web.uploads.display().to_string(), e))?;
    Ok(Arc::new(site))
}

/// What is new to an account, for the menu.
fn news(conn: &mut Conn, actor: &Actor, r: &Reference, now: Time) -> crate::error::Result<News> {
    let Some(account) = actor.account() else { return Ok(News::default()) };
    Ok(News {
        concerns: crate::concerns::unread(conn, account, now)?,
        talk: crate::talk::unread(conn, account)? + moderation::decisions::unread(conn, account)?,
        places: crate::forums::place_news(conn, account, now)?.len() as i64,
        questions: crate::forums::question_news(conn, account, now)?.len() as i64,
        waits: moderation::queue::waiting(conn, actor, r)?,
    })
}

/// A node with another secret could open no code and no session of its neighbours; it does not start.
fn same_secret(db: &Db, fingerprint: String) -> Result<(), StartError> {
    let kept = db
        .keep_now(move |tx| {
            let kept: Option<String> =
                settings::table.find("secret").select(settings::value).get_result(tx.conn).optional()?;
            if let Some(kept) = kept {
                return Ok(kept == fingerprint);
            }
            diesel::insert_into(settings::table)
                .values((settings::name.eq("secret"), settings::value.eq(&fingerprint)))
                .execute(tx.conn)?;
            Ok(true)
        })
        .map_err(|e| StartError::Other(e.to_string()))?;
    if kept {
        Ok(())
    } else {
        Err(StartError::Secret("this database was made under another secret; bring that file".into()))
    }
}

/// How long a line may take to close.
const GOODBYE: Duration = Duration::from_secs(5);

/// A running server.
pub struct Running {
    /// Where it listens.
    pub address: SocketAddr,
    /// What its requests share.
    pub site: Arc<Site>,
    handle: ServerHandle,
    thread: JoinHandle<std::io::Result<()>>,
}

impl Running {
    /// Lets open requests finish, then stops.
    pub fn stop(self) {
        // The command is sent at once; what it returns only waits.
        let _stopping = self.handle.stop(true);
        self.wait();
    }

    /// Waits until the server has stopped by itself or by a signal.
    pub fn wait(self) {
        match self.thread.join() {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::error!(%error, "the server ended"),
            Err(_) => tracing::error!("the server's thread panicked"),
        }
    }
}

/// Starts the server on its own threads and returns when it listens.
///
/// # Errors
/// [`StartError`].
pub fn start(config: Config, clock: Clock) -> Result<Running, StartError> {
    let site = open(&config, clock, Entropy::system())?;
    serve(&config, site, false)
}

/// Serves a site that is open already. `signals`: stop at SIGTERM and SIGINT.
///
/// # Errors
/// [`StartError`].
pub fn serve(config: &Config, site: Arc<Site>, signals: bool) -> Result<Running, StartError> {
    let listener = TcpListener::bind(config.listen).map_err(|e| StartError::Listen(config.listen, e))?;
    give_up_unread(&listener, config.web.unread).map_err(|e| StartError::Listen(config.listen, e))?;
    let address = listener.local_addr().map_err(|e| StartError::Listen(config.listen, e))?;
    let (tell, told) = std::sync::mpsc::channel();
    let (workers, head, first) = (config.workers, config.web.head, config.first_sweep);
    let shared = Arc::clone(&site);
    let beside = Beside::secret(&config.secret_file);
    let thread = std::thread::Builder::new()
        .name("server".into())
        .spawn(move || {
            actix_web::rt::System::new().block_on(async move {
                actix_web::rt::spawn(sweep(Arc::clone(&shared), beside, first));
                let mut server = HttpServer::new(move || app(Arc::clone(&shared)))
                    .workers(workers)
                    .worker_max_blocking_threads(2)
                    .shutdown_timeout(10)
                    .client_request_timeout(head)
                    .client_disconnect_timeout(GOODBYE);
                if !signals {
                    server = server.disable_signals();
                }
                let server = server.listen(listener)?.run();
                // The starter may be gone already; then nobody needs the handle.
                let _ = tell.send(server.handle());
                server.await
            })
        })
        .map_err(|e| StartError::Other(e.to_string()))?;
    let handle = told.recv().map_err(|_| StartError::Other("the server did not start".into()))?;
    Ok(Running { address, site, handle, thread })
}

/// Lets the system end lines whose other end takes nothing: the kit bounds what comes in only. Every accepted line has it from the listener.
fn give_up_unread(listener: &TcpListener, after: Duration) -> std::io::Result<()> {
    let milliseconds = u32::try_from(after.as_millis()).unwrap_or(u32::MAX);
    Ok(rustix::net::sockopt::set_tcp_user_timeout(listener, milliseconds)?)
}

/// The program's service: what [`serve`] runs, and what can be asked in one's own process.
pub fn app(
    site: Arc<Site>,
) -> App<
    impl actix_web::dev::ServiceFactory<
        actix_web::dev::ServiceRequest,
        Config = (),
        Response = actix_web::dev::ServiceResponse,
        Error = actix_web::Error,
        InitError = (),
    >,
> {
    let sessions = SessionMiddleware::builder(SessionStore::new(Arc::clone(&site)), Key::from(&site.keys.cookie))
        .cookie_name(CookieName::Session.of(site.settings.secure).to_owned())
        .cookie_secure(site.settings.secure)
        .cookie_http_only(true)
        .cookie_same_site(SameSite::Lax)
        .cookie_content_security(CookieContentSecurity::Signed)
        .build();
    App::new()
        .app_data(web::Data::new(site))
        .wrap(from_fn(measured))
        .service(web::resource("/static/{file}").to(serve_static))
        .service(web::resource("/sw.js").to(serve_worker))
        .service(web::scope("").wrap(sessions).wrap(from_fn(outside)).configure(|config| routes().configure(config)))
}

/// Seals what an earlier version left open in protected concerns: what [`serve`] does once. How many texts there were.
///
/// # Errors
/// When the database does not answer.
pub async fn seal_left(site: &Arc<Site>) -> crate::error::Result<usize> {
    let mut all = 0;
    // Asked among reads: it looks at every sealed text, and the one writer has people waiting.
    while site.db.read(crate::concerns::is_left).await? {
        all += site.db.keep(crate::concerns::seal_left).await?;
    }
    Ok(all)
}

/// Lets go of the media whose time is over: what [`serve`] does every ten minutes.
///
/// # Errors
/// When the database or the store does not answer.
pub async fn sweep_media(site: &Arc<Site>) -> crate::error::Result<usize> {
    crate::concerns::media::sweep(site).await
}

/// Takes away what is kept too long, once a day. On a thread of its own: it waits for its deeds.
async fn purge(site: &Arc<Site>) {
    let (db, days) = (site.db.clone(), site.settings.sound_days);
    match web::block(move || crate::purge::run(&db, days)).await {
        Ok(Ok(counts)) => tracing::info!(%counts, "purged"),
        Ok(Err(error)) => tracing::error!(%error, "the purge failed"),
        Err(error) => tracing::error!(%error, "the purge was cut short"),
    }
}

/// Records every step of a late answer that has come and was not told: what [`serve`] does every ten minutes.
///
/// # Errors
/// When the database refuses.
pub fn escalate(site: &Site) -> crate::error::Result<usize> {
    crate::concerns::clock::escalate(&site.db)
}

/// The same on a thread of its own: it waits for its deeds.
async fn tell_the_late(site: &Arc<Site>) {
    let shared = Arc::clone(site);
    match web::block(move || escalate(&shared)).await {
        Ok(Ok(n)) => tracing::debug!(n, "late answers told"),
        Ok(Err(error)) => tracing::error!(%error, "late answers could not be told"),
        Err(error) => tracing::error!(%error, "telling of late answers was cut short"),
    }
}

/// Calls to mind the meetings of the next two days, each once (M10): what [`serve`] does every ten minutes.
///
/// # Errors
/// When the database refuses.
pub fn remind(site: &Site) -> crate::error::Result<usize> {
    crate::forums::actions::remind(&site.db)
}

/// The same on a thread of its own: it waits for its deed.
async fn call_to_mind(site: &Arc<Site>) {
    let shared = Arc::clone(site);
    match web::block(move || remind(&shared)).await {
        Ok(Ok(n)) => tracing::debug!(n, "meetings called to mind"),
        Ok(Err(error)) => tracing::error!(%error, "meetings could not be called to mind"),
        Err(error) => tracing::error!(%error, "calling meetings to mind was cut short"),
    }
}

/// Signs what the ledger has grown by, on a thread of its own. A ledger that does not follow from what was signed is told in the
/// log, each time, and not signed.
async fn sign_the_ledger(site: &Arc<Site>, beside: &Beside) {
    let (shared, beside) = (Arc::clone(site), beside.clone());
    match web::block(move || signed::sign(&shared.db, &shared.keys, &beside)).await {
        Ok(Ok(days)) => tracing::debug!(days, "the ledger is signed"),
        Ok(Err(error)) => tracing::error!(%error, "the ledger could not be signed; run sigida audit verify"),
        Err(error) => tracing::error!(%error, "the signing of the ledger was cut short"),
    }
}

/// Forgets what has expired, every ten minutes.
async fn sweep(site: Arc<Site>, beside: Beside, after: Duration) {
    actix_web::rt::time::sleep(after).await;
    let mut every = actix_web::rt::time::interval(Duration::from_secs(600));
    let (mut purged, mut first, mut left) = (None, true, true);
    loop {
        every.tick().await;
        // What an earlier version left: once, and as long as it does not succeed.
        if left {
            match seal_left(&site).await {
                Ok(_) => left = false,
                Err(error) => tracing::error!(%error, "texts of protected concerns lie open"),
            }
        }
        // Ten minutes after the start, not with it: pages reckon a delay by themselves, only its record waits.
        if !std::mem::take(&mut first) {
            tell_the_late(&site).await;
            call_to_mind(&site).await;
        }
        let today = site.clock.now().day();
        if purged != Some(today) {
            purged = Some(today);
            purge(&site).await;
        }
        match crate::concerns::texts::catch_up(&site.db).await {
            Ok(0) => {}
            Ok(n) => tracing::info!(n, "files read for the desk's search"),
            Err(error) => tracing::error!(%error, "files could not be read for the desk's search"),
        }
        let swept = site.db.keep(crate::web::forget_old).await;
        match swept {
            Ok(n) => tracing::debug!(n, "swept"),
            Err(error) => tracing::error!(%error, "the sweep failed"),
        }
        let now = site.clock.now();
        match site.db.read(move |conn| crate::web::present(conn, now)).await {
            Ok(present) => site.vault.sweep(now, &present),
            Err(error) => tracing::error!(%error, "opened keys could not be swept"),
        }
        match sweep_media(&site).await {
            Ok(n) => tracing::debug!(n, "media swept"),
            Err(error) => tracing::error!(%error, "the media sweep failed"),
        }
        sign_the_ledger(&site, &beside).await;
        crate::rights::erased::note(&site).await;
    }
}
