//! The same store on a folder and on a real S3 server, alone and under the whole program.

use sigida::base::Entropy;
use sigida::config::Config;
use sigida::error::Error;
use sigida::media::{Name, Place, Store};

use super::{SAID, files, full, is_photo, makers, rows, send, tells, words, world};
use crate::concerns::follow;
use crate::support::s3::S3Server;
use crate::support::{House, Kind, aside};

/// Sweeps the house as the program does every ten minutes.
pub async fn sweep(house: &House) {
    sigida::app::sweep_media(&house.site()).await.unwrap();
}

/// What every store must do.
async fn keeps_gives_back_and_removes(place: &Place) {
    let store = Store::open(place).unwrap();
    let entropy = Entropy::system();
    let (one, two) = (Name::draw(&entropy), Name::draw(&entropy));
    assert!(matches!(store.get(&one).await, Err(Error::NotFound)));
    let bytes: Vec<u8> = (0..200_000_u32).map(|n| (n % 251) as u8).collect();
    store.put(&one, bytes.clone()).await.unwrap();
    store.put(&two, b"small".to_vec()).await.unwrap();
    assert_eq!(store.get(&one).await.unwrap(), bytes);
    store.put(&two, b"written over".to_vec()).await.unwrap();
    assert_eq!(store.get(&two).await.unwrap().as_ref(), b"written over");
    store.delete(&one).await.unwrap();
    assert!(matches!(store.get(&one).await, Err(Error::NotFound)));
    store.delete(&one).await.unwrap();
    assert_eq!(store.get(&two).await.unwrap().as_ref(), b"written over", "its neighbour stays");
    // Sixteen at once.
    let names: Vec<Name> = (0..16).map(|_| Name::draw(&entropy)).collect();
    let puts = names.iter().map(|name| store.put(name, name.as_str().as_bytes().to_vec()));
    for put in futures_util::future::join_all(puts).await {
        put.unwrap();
    }
    for name in &names {
        assert_eq!(store.get(name).await.unwrap(), name.as_str());
    }
    aside(|| store.probe_now()).unwrap();
}

fn run(test: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap().block_on(test);
}

#[test]
fn a_folder_keeps_gives_back_and_removes() {
    let folder = tempfile::tempdir().unwrap();
    run(async { keeps_gives_back_and_removes(&Place::Folder(folder.path().join("media"))).await });
    assert!(!folder.path().join("media").exists() || !files(folder.path()).is_empty());
}

#[test]
fn an_s3_server_keeps_gives_back_and_removes() {
    let server = S3Server::start();
    run(async { keeps_gives_back_and_removes(&Place::S3(server.settings())).await });
    assert!(!files(&server.bucket()).is_empty(), "the objects are the server's");
}

#[test]
fn an_s3_server_refuses_a_wrong_secret_and_the_answer_does_not_hold_it() {
    let server = S3Server::start();
    let settings = server.settings_with("a wrong secret");
    assert!(!format!("{:?}", Place::S3(settings.clone())).contains("wrong"));
    let store = Store::open(&Place::S3(settings)).unwrap();
    let said = store.probe_now().unwrap_err();
    assert!(!said.contains("wrong secret"), "{said}");
    assert!(files(&server.bucket()).is_empty());
}

#[test]
fn a_folder_that_cannot_be_written_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("media");
    std::fs::write(&file, b"a file where a folder should be").unwrap();
    let Err(said) = Store::open(&Place::Folder(file)) else { panic!("it opened") };
    assert!(said.starts_with("SIGIDA_DATA"), "{said}");
}

/// The whole program on an S3 store: a photo is kept there, shown from there and swept there.
fn the_program_on_s3(kind: Kind) {
    let server = S3Server::start();
    let settings = server.settings();
    let bucket = server.bucket();
    run(async move {
        let place = Place::S3(settings);
        let house = House::open_with(kind, move |config: &mut Config| config.media = place.clone()).await;
        let house = world(house);
        let filed = send(&house, "light", SAID, &[("photos", "a.jpg", &makers::telling_jpeg(800, 600))]).await;
        filed.must_be(200).must_have("Une photo est partie avec lui");
        assert!(files(&bucket).iter().all(|(_, bytes)| !tells(bytes) && !is_photo(bytes)), "the store sees no picture");
        assert!(files(&house.data_dir().join("media")).is_empty());
        let mine = follow(&house, &filed.code()).await;
        let photo = mine.person().visit(&full(&mine)[0]).await;
        assert!(is_photo(&photo.bytes));
        let names = words(&house, "SELECT object AS value FROM media UNION SELECT thumb FROM media").await;
        let at = |name: &str| {
            files(&bucket).iter().any(|(path, _)| path.ends_with(format!("{}/{}", &name[..2], &name[2..])))
        };
        assert!(names.len() == 2 && names.iter().all(|name| at(name)), "{names:?}");
        assert_eq!(rows(&house, "media").await, 1);
    });
}

#[test]
fn the_program_keeps_photos_on_s3_sqlite() {
    the_program_on_s3(Kind::Sqlite);
}

#[test]
fn the_program_keeps_photos_on_s3_postgres() {
    the_program_on_s3(Kind::Postgres);
}

#[test]
fn a_store_that_is_away_stops_no_filing() {
    run(async {
        let house = House::open_with(Kind::Sqlite, |config: &mut Config| {
            let mut settings = S3Server::start().settings();
            // Nobody listens there any more.
            settings.endpoint = "http://127.0.0.1:9".into();
            config.media = Place::S3(settings);
        });
        let house = world(house.await);
        let page = send(&house, "light", SAID, &[("photos", "a.jpg", &makers::jpeg(300, 200))]).await;
        page.must_be(200).must_have("Votre signalement est parti quand même").must_have("n’a pas pu le garder");
    });
}
