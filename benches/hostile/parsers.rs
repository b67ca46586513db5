//! The parsers that can be called by themselves, each fed with what it was not made for. (Those within features are reached by the
//! routes: `routes.rs`.)

use std::panic::{AssertUnwindSafe, catch_unwind};

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use image::ImageFormat;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use sigida::base::{ConcernNumber, Day, Id, Lang, Time, TrackingCode, WallCode, fold, gsm, slug};
use sigida::db::DatabaseUrl;
use sigida::ledger::signed;
use sigida::media::{Photo, Sound, Stop};
use sigida::sample::{self, Section};
use sigida::web::{Cursor, PublicUrl};
use sigida::{accounts, areas, backup, keys, urls};

use super::chance::Chance;
use super::makers;
use super::stick::{GET, HOUSE, Stick};

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

/// A text of ours with a few signs damaged, or with something else between two marks of it.
fn bent(chance: &mut Chance, whole: &str) -> String {
    if chance.one_in(2) {
        return chance.damaged(whole);
    }
    let mark = *chance.pick(&[",", ";", "\"", ":", " ", "\n", "|"]);
    let mut parts: Vec<String> = whole.split(mark).map(str::to_owned).collect();
    let at = chance.below(parts.len());
    parts[at] = chance.text();
    parts.join(mark)
}

/// A parser of texts with a shape: fed with whole ones that were bent, and now and then with nothing like them.
fn of_shaped<T>(name: &'static str, whole: Vec<String>, read: impl Fn(&str) -> T + 'static) -> Parser {
    parser(name, 40, move |chance| {
        let one = chance.pick(&whole).clone();
        let text = if chance.one_in(10) { chance.text() } else { bent(chance, &one) };
        drop(read(&text));
    })
}

/// Files of reference data, as an operator brings them.
const FILES: [(Section, &str); 5] = [
    (
        Section::Areas,
        r#"{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"kind":"commune","name":"Commune I","number":1,"lon":-7.94517,"lat":12.67267},
"geometry":{"type":"Polygon","coordinates":[[[-7.92426,12.64207],[-7.92321,12.64196],[-7.9219,12.642]]]}},
{"type":"Feature","properties":{"kind":"quartier","name":"Banconi","commune":"Commune I","alt":["Bankoni"]},"geometry":null}]}"#,
    ),
    (
        Section::Units,
        "slug;name;commune;quartiers;district_desk;desk\nc1;\"Le \"\"grand\"\" poste; Est\";Commune I;Banconi | Sikoroni;non;\n\
         d;Bureau;;;oui;violence-gender|other\n",
    ),
    (
        Section::Units,
        r#"[{"slug":"c1","name":"Poste","commune":"Commune I","quartiers":["Banconi"],"district_desk":false,"desk":[]}]"#,
    ),
    (
        Section::Categories,
        "slug,icon,name_fr,name_bm,hint_fr,audience,conduct,target_hours\n\
         theft,theft,Vol,Sonyali,\"Un \"\"objet\"\",\r\npris\",public,non,72\n",
    ),
    (
        Section::Categories,
        r#"{"categories":[{"slug":"theft","icon":"theft","name_fr":"Vol","audience":"public","conduct":false,"target_hours":72}]}"#,
    ),
];

/// A parser of files of reference data: bent ones, sometimes as what they are not.
fn of_files() -> Parser {
    for (section, file) in FILES {
        assert!(sample::importable(section, file).is_ok_and(|rows| rows > 0), "{section} is no file of ours");
    }
    parser("files of reference data", 40, |chance| {
        let (section, file) = *chance.pick(&FILES);
        let section = if chance.one_in(10) { *chance.pick(Section::ALL) } else { section };
        drop(sample::importable(section, &bent(chance, file)));
    })
}

/// What lies sealed in a backup: an archive of entries, each of a kind.
fn archive(entries: &[(&[u8], tar::EntryType, &[u8])]) -> Vec<u8> {
    let mut archive = tar::Builder::new(Vec::new());
    for (name, kind, bytes) in entries {
        let mut header = tar::Header::new_gnu();
        header.as_old_mut().name.iter_mut().zip(*name).for_each(|(to, from)| *to = *from);
        header.set_entry_type(*kind);
        header.set_size(bytes.len() as u64);
        header.set_mode(0o600);
        header.set_cksum();
        archive.append(&header, *bytes).expect("memory takes all");
    }
    archive.into_inner().expect("memory takes all")
}

/// A parser of what lies sealed in a backup: its bytes broken, or whole but for its list, a name or a kind.
fn of_backups() -> Parser {
    let gone = format!("2026-11-24T10:00:00Z concern {}\n", Id::<()>::new(5));
    let held = [("database", "rows"), ("secret", "of forty bytes"), ("erased", gone.as_str())]
        .map(|(n, b)| (n.to_owned(), b.to_owned()));
    let entry = |(name, bytes): &(String, String)| {
        let hash = HEXLOWER.encode(&Sha256::digest(bytes.as_bytes()));
        json!({ "name": name, "bytes": bytes.len(), "sha256": hash })
    };
    let entries: Vec<Value> = held.iter().map(entry).collect();
    let list = json!({
        "format": 1, "program": "0.1.0", "database": "sqlite", "made_at": "2026-11-24T10:00:00Z",
        "ledger": [417, "00ff"], "entries": entries, "lost": [],
    });
    let list = list.to_string();
    let made = move |name: &[u8], kind: tar::EntryType, list: &str| {
        let file = tar::EntryType::Regular;
        let mut all: Vec<(&[u8], tar::EntryType, &[u8])> =
            held.iter().map(|(name, bytes)| (name.as_bytes(), file, bytes.as_bytes())).collect();
        all[1] = (name, kind, all[1].2);
        all.push(("manifest.json".as_bytes(), file, list.as_bytes()));
        archive(&all)
    };
    let whole = made(b"secret", tar::EntryType::Regular, &list);
    assert!(backup::look_through(whole.as_slice()).is_ok(), "it is no backup of ours");
    parser("what lies sealed in backups", 20, move |chance| {
        let file = tar::EntryType::Regular;
        let bytes = match chance.below(6) {
            0 => made(&chance.bytes(100), file, &list),
            1 => made(b"secret", tar::EntryType::new(chance.below(256) as u8), &list),
            2 | 3 => made(b"secret", file, &bent(chance, &list)),
            4 => chance.bytes(2_000),
            _ => chance.broken(&whole),
        };
        drop(backup::look_through(bytes.as_slice()));
    })
}

/// A parser of the lines of signed ends of days: none but ours holds.
fn of_heads() -> Parser {
    let keys = keys::Keys::from_secret(b"hostile");
    let mut ours = signed::Signed { day: Day(20_781), seq: 417, hash: vec![9; 32], mark: Vec::new() };
    ours.mark = keys.prove(ours.statement().as_bytes()).to_vec();
    assert!(ours.holds(&keys));
    of_shaped("ends of the ledger's days", vec![ours.line()], move |line| {
        if let Some(read) = signed::Signed::parse(line) {
            assert_eq!(signed::Signed::parse(&read.line()).as_ref(), Some(&read));
            assert!(read == ours || !read.holds(&keys), "{line}");
        }
    })
}

/// An answer of a browser: its JSON bent, or the bytes of one of its parts broken.
fn answered(chance: &mut Chance, whole: &str) -> String {
    if chance.one_in(3) {
        return bent(chance, whole);
    }
    let mut answer: Value = serde_json::from_str(whole).expect("an answer of ours");
    let part = *chance.pick(&["clientDataJSON", "attestationObject", "authenticatorData", "signature"]);
    let bytes = answer["response"][part].as_str().and_then(|text| BASE64URL_NOPAD.decode(text.as_bytes()).ok());
    if let Some(bytes) = bytes {
        answer["response"][part] = json!(BASE64URL_NOPAD.encode(&chance.broken(&bytes)));
    }
    answer.to_string()
}

/// A parser of what browsers answer for a key: one of the two answers broken, the other whole.
fn of_keys() -> Parser {
    let (house, challenge, mut stick) = (PublicUrl::parse(HOUSE).expect("an address"), [7_u8; 32], Stick::new(1));
    let domain = house.domain();
    let asked = json!({ "rp": { "id": domain }, "rpId": domain, "challenge": BASE64URL_NOPAD.encode(&challenge) });
    let (made, signed) = (stick.make(&asked, HOUSE), stick.sign(&asked, &GET));
    assert_eq!(accounts::key_answers_hold(&house, challenge, &made, &signed).ok(), Some([true, true]));
    parser("answers for keys", 10, move |chance| {
        let (made, signed) = match chance.one_in(2) {
            true => (answered(chance, &made), signed.clone()),
            false => (made.clone(), answered(chance, &signed)),
        };
        drop(accounts::key_answers_hold(&house, challenge, &made, &signed));
    })
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
    let gone = ["concern", "account", "role", "disabled"];
    let gone: String = gone.iter().map(|what| format!("2026-11-24T10:00:00Z {what} {}\n", Id::<()>::new(5))).collect();
    assert_eq!(backup::Erased::parse(&gone).1, None);
    vec![
        of_files(),
        of_backups(),
        of_heads(),
        of_keys(),
        of_shaped("lists of what is gone", vec![gone], |text| {
            let (list, bad) = backup::Erased::parse(text);
            let lines = text.lines().count();
            assert!(list.len() <= lines && bad.is_none_or(|line| line <= lines));
            list.text()
        }),
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
