//! The parsers that can be called by themselves, each fed with what it was not made for. (Those within features are reached by the
//! routes: `routes.rs`.)

use std::panic::{AssertUnwindSafe, catch_unwind};

use image::ImageFormat;
use sigida::base::{ConcernNumber, Day, Id, Lang, Time, TrackingCode, WallCode, fold, gsm, slug};
use sigida::db::DatabaseUrl;
use sigida::media::{Photo, Sound, Stop};
use sigida::web::Cursor;
use sigida::{accounts, areas, backup, keys, urls};

use super::chance::Chance;
use super::makers;

/// A parser: what it reads, how often it is fed beside the others, and how.
struct Parser {
    name: &'static str,
    weight: usize,
    feed: Box<dyn Fn(&mut Chance)>,
}

/// What a parser was fed, and how often it panicked.
#[derive(Debug, Clone)]
pub struct Fed {
    pub name: &'static str,
    pub inputs: u64,
    pub panics: u64,
}

fn parser(name: &'static str, weight: usize, feed: impl Fn(&mut Chance) + 'static) -> Parser {
    Parser { name, weight, feed: Box::new(feed) }
}

/// A parser of text.
fn of_text<T>(name: &'static str, read: impl Fn(&str) -> T + 'static) -> Parser {
    parser(name, 40, move |chance| drop(read(&chance.text())))
}

/// A parser of bytes, fed with whole things that were broken, and now and then with nothing like them.
fn of_bytes<T>(name: &'static str, weight: usize, whole: Vec<Vec<u8>>, read: impl Fn(&[u8]) -> T + 'static) -> Parser {
    parser(name, weight, move |chance| {
        let bytes = if chance.one_in(10) { chance.bytes(2_000) } else { broken(chance, &whole) };
        drop(read(&bytes));
    })
}

fn broken(chance: &mut Chance, whole: &[Vec<u8>]) -> Vec<u8> {
    let one = chance.pick(whole).clone();
    chance.broken(&one)
}

/// A code with any digits, so that many pass the check digit.
fn near_code(chance: &mut Chance) -> String {
    let mut code: String = (0..16).map(|_| char::from(b'0' + chance.below(10) as u8)).collect();
    if chance.one_in(3) {
        code = chance.damaged(&code);
    }
    code
}

fn all() -> Vec<Parser> {
    let pictures = vec![
        makers::telling_jpeg(48, 32),
        makers::encoded(24, 16, ImageFormat::Png),
        makers::encoded(24, 16, ImageFormat::WebP),
        makers::jpeg(33, 17),
    ];
    let sounds = vec![
        makers::opus(1),
        makers::vorbis(1),
        makers::webm(1),
        makers::m4a(1),
        makers::threegp(1),
        makers::amr(1),
        makers::mp3(1),
        makers::adts(1),
        makers::wav(1),
    ];
    let keys = keys::Keys::from_secret(b"hostile");
    vec![
        parser("tracking codes", 40, |chance| {
            let code = near_code(chance);
            if let Ok(code) = TrackingCode::parse(&code) {
                assert_eq!(TrackingCode::parse(&code.groups().join(" ")).map(|c| c.digits()), Ok(code.digits()));
            }
        }),
        of_text("tracking codes, any text", TrackingCode::parse),
        of_text("codes of walls", WallCode::parse),
        of_text("numbers of concerns", |text| (text.parse::<ConcernNumber>().is_ok(), ConcernNumber::read(text))),
        of_text("ids", |text| {
            if let Ok(id) = text.parse::<Id<()>>() {
                assert_eq!(id.to_string().parse::<Id<()>>().map(|i| i.raw()).ok(), Some(id.raw()));
            }
        }),
        of_text("cursors", |text| Cursor::parse(text).map(|cursor| cursor.to_string())),
        of_text("days", |text| {
            Day::parse(text).map(|day| (day.date().to_string(), day.monday(), day.start().rfc3339()))
        }),
        of_text("times", |text| {
            let read = [Time::parse(text), Time::parse_local(text)];
            for t in read.into_iter().flatten() {
                std::hint::black_box((t.civil().to_string(), t.local(), t.day().plus(30)));
            }
        }),
        of_text("logins", accounts::fold_login),
        of_text("languages a browser asks for", |text| (Lang::accepted(text), Lang::parse(text))),
        of_text("folded text", |text| {
            let folded = fold(text);
            assert_eq!(fold(&folded), folded);
            slug(text)
        }),
        parser("text messages", 20, |chance| {
            let (text, most) = (chance.text(), chance.below(300));
            drop((gsm::segments(&text), gsm::plain(&text), gsm::cut(&text, most)));
        }),
        of_text("where one goes on", |text| {
            let to = urls::next(Lang::Fr, text);
            assert!(to == "/fr" || to.starts_with("/fr/"), "{to}");
        }),
        of_text("slots of reply templates", |text| {
            drop(areas::Slot::check(text));
            areas::Slot::fill(text, |_| Some("x".to_owned()))
        }),
        of_text("options of questions", |text| areas::lines(text).count()),
        of_text("addresses of databases", DatabaseUrl::parse),
        of_text("recipients of backups", backup::recipient),
        parser("sealed answers", 10, move |chance| {
            let (token, sealed) = (chance.bytes(60), chance.bytes(120));
            assert!(keys.unseal(&token, &sealed).is_err() && keys.open_kept(&token, &sealed).is_err());
        }),
        of_bytes("photos", 6, pictures, |bytes| Photo::make(bytes, &Stop::default())),
        of_bytes("sounds", 20, sounds, |bytes| Sound::make(bytes, 60)),
    ]
}

/// Feeds them all, so many inputs together.
pub fn feed(chance: &mut Chance, rounds: u64) -> Vec<Fed> {
    let parsers = all();
    let turns: Vec<usize> = parsers.iter().enumerate().flat_map(|(at, p)| std::iter::repeat_n(at, p.weight)).collect();
    let mut fed: Vec<Fed> = parsers.iter().map(|p| Fed { name: p.name, inputs: 0, panics: 0 }).collect();
    for _ in 0..rounds {
        let at = *chance.pick(&turns);
        fed[at].inputs += 1;
        if catch_unwind(AssertUnwindSafe(|| (parsers[at].feed)(chance))).is_err() {
            fed[at].panics += 1;
        }
    }
    fed
}
