//! Hostile and unlucky uploads: each is answered with a sentence, or made harmless, and the concern is filed all the same.

use image::ImageFormat;
use reqwest::Method;

use super::makers::{self, MARK};
use super::{SAID, files, form, full, send, tells, voices};
use crate::concerns::follow;
use crate::support::world::{rows, world};
use crate::support::{House, both};

/// What becomes of a file.
enum Fate {
    /// It is kept, made safe.
    Kept,
    /// It is not, and this is said.
    Said(&'static str),
}
use Fate::{Kept, Said};

const NO_PICTURE: Fate = Said("Ce n’est pas une photo que nous savons lire");
const NO_SOUND: Fate = Said("Ce n’est pas un enregistrement que nous savons lire");
const TOO_LARGE: Fate = Said("Cette image est trop grande");
const CUT: Fate = Said("Ce fichier n’est pas entier");
const TOO_LONG: Fate = Said("Il dure plus longtemps");
const HEAVY: Fate = Said("Ce fichier est trop lourd");

fn pictures() -> Vec<(&'static str, &'static str, Vec<u8>, Fate)> {
    let whole = makers::telling_jpeg(400, 300);
    let png = makers::encoded(400, 300, ImageFormat::Png);
    let webp = makers::encoded(200, 150, ImageFormat::WebP);
    let html = format!("<html><script>alert('{MARK}')</script>").into_bytes();
    let svg = format!("<svg xmlns='http://www.w3.org/2000/svg'><script>{MARK}</script></svg>").into_bytes();
    let gif = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;".to_vec();
    let mut zip = b"PK\x03\x04\x14\0\0\0\0\0".to_vec();
    zip.extend(MARK.as_bytes());
    zip.extend(b"PK\x05\x06");
    let heavy = [whole.clone(), vec![0; 16 * 1024 * 1024]].concat();
    vec![
        ("JPEG with EXIF, GPS, XMP", "a.jpg", whole.clone(), Kept),
        ("PNG", "a.png", png.clone(), Kept),
        ("WebP", "a.webp", webp.clone(), Kept),
        ("PNG called .txt", "a.txt", png.clone(), Kept),
        ("JPEG and ZIP in one", "a.jpg", [whole.clone(), zip].concat(), Kept),
        ("JPEG and HTML in one", "a.jpg", [whole.clone(), html.clone()].concat(), Kept),
        ("PNG bomb, 50 000 × 50 000", "a.png", makers::png_bomb(50_000), TOO_LARGE),
        ("JPEG bomb, 65 500 × 65 500", "a.jpg", makers::jpeg_bomb(65_500), TOO_LARGE),
        ("PNG of 8 000 × 8 000 by its head", "a.png", makers::png_bomb(8_000), TOO_LARGE),
        ("JPEG cut in half", "a.jpg", whole[..whole.len() / 2].to_vec(), CUT),
        ("JPEG without its last byte", "a.jpg", makers::jpeg(64, 64).split_last().unwrap().1.to_vec(), CUT),
        ("PNG cut in half", "a.png", png[..png.len() / 2].to_vec(), CUT),
        ("WebP cut in half", "a.webp", webp[..webp.len() / 2].to_vec(), CUT),
        ("JPEG head alone", "a.jpg", whole[..3].to_vec(), CUT),
        ("HTML called .jpg", "a.jpg", html, NO_PICTURE),
        ("GIF", "a.gif", gif, NO_PICTURE),
        ("SVG with a script", "a.svg", svg, NO_PICTURE),
        ("EXE called .jpg", "a.jpg", b"MZ\x90\0\x03\0\0\0".to_vec(), NO_PICTURE),
        ("a name that is a path", "../../etc/passwd<b>", b"root:x:0".to_vec(), NO_PICTURE),
        ("17 MB", "a.jpg", heavy, HEAVY),
    ]
}

fn sounds() -> Vec<(&'static str, Vec<u8>, Fate)> {
    let opus = makers::opus(5);
    vec![
        ("Opus in Ogg", opus.clone(), Kept),
        ("Vorbis in Ogg", makers::vorbis(5), Kept),
        ("Opus in WebM, recorded live", makers::webm(5), Kept),
        ("AAC in MP4", makers::m4a(5), Kept),
        ("AMR in 3GP", makers::threegp(5), Kept),
        ("AMR", makers::amr(5), Kept),
        ("MP3 with tags", makers::mp3(5), Kept),
        ("AAC (ADTS)", makers::adts(5), Kept),
        ("WAV", makers::wav(5), Kept),
        ("Opus and HTML in one", [opus.clone(), format!("<script>{MARK}").into_bytes()].concat(), Kept),
        ("Opus, 61 s", makers::opus(61), TOO_LONG),
        ("Vorbis, 61 s", makers::vorbis(61), TOO_LONG),
        ("WebM, 61 s", makers::webm(61), TOO_LONG),
        ("MP4, 61 s", makers::m4a(61), TOO_LONG),
        ("3GP, 61 s", makers::threegp(61), TOO_LONG),
        ("AMR, 61 s", makers::amr(61), TOO_LONG),
        ("MP3, 61 s", makers::mp3(61), TOO_LONG),
        ("ADTS, 61 s", makers::adts(61), TOO_LONG),
        ("WAV, 61 s", makers::wav(61), TOO_LONG),
        ("MP4 cut in half", makers::m4a(5).split_at(400).0.to_vec(), CUT),
        ("WAV cut in half", makers::wav(5).split_at(20_000).0.to_vec(), CUT),
        ("WebM cut", makers::webm(5).split_at(2_000).0.to_vec(), CUT),
        ("MP4 whose table says 4 milliards", greedy(), TOO_LONG),
        ("a photo", makers::jpeg(60, 40), NO_SOUND),
        ("HTML", b"<html><audio src=x>".to_vec(), NO_SOUND),
        ("Ogg's first letters alone", b"OggS".to_vec(), CUT),
        ("WebM's first letters alone", vec![0x1a, 0x45, 0xdf, 0xa3], NO_SOUND),
        ("13 MB", [opus, vec![0; 13 * 1024 * 1024]].concat(), HEAVY),
    ]
}

/// An MP4 that asks for as much memory as it can.
fn greedy() -> Vec<u8> {
    let mut bytes = makers::m4a(1);
    let at = bytes.windows(4).position(|word| word == b"stsz").unwrap();
    bytes[at + 12..at + 16].copy_from_slice(&u32::MAX.to_be_bytes());
    bytes
}

both! {
    /// R6: a table of what was tried and what it got, printed for whoever asks (`--nocapture`).
    async fn whatever_is_sent_with_a_filing_the_concern_is_filed(house: House) {
        let house = world(house);
        let before = rows(&house, "concerns").await;
        let mut table = Vec::new();
        let tried = pictures().into_iter().map(|(what, name, bytes, fate)| (what, "photos", name, bytes, fate));
        let tried = tried.chain(sounds().into_iter().map(|(what, bytes, fate)| (what, "voice", "v", bytes, fate)));
        for (what, field, name, bytes, fate) in tried {
            let size = bytes.len();
            let page = send(&house, "light", SAID, &[(field, name, &bytes)]).await;
            let line = format!("{what} ({size} bytes): {}", page.described());
            assert_eq!(page.status, 200, "{line}");
            let mine = follow(&house, &page.code()).await;
            let kept = full(&mine).len() + mine.select(".voice").len();
            let got = match fate {
                Kept => {
                    assert!(kept == 1 && !page.has("pas été pris"), "{line}");
                    let address = full(&mine).into_iter().chain(voices(&mine)).next();
                    let length = match address {
                        Some(address) => mine.person().visit(&address).await.must_be(200).bytes.len(),
                        None => 0,
                    };
                    format!("kept, made anew ({length} bytes)")
                }
                Said(sentence) => {
                    assert!(kept == 0 && page.has("Votre signalement est parti quand même") && page.has(sentence), "{line}");
                    format!("« {sentence} », filed")
                }
            };
            table.push(format!("| {field} | {what} | {size} | {got} |"));
        }
        assert_eq!(rows(&house, "concerns").await, before + table.len() as i64);
        for (path, bytes) in files(house.data_dir()) {
            assert!(!tells(&bytes), "the mark is in {}", path.display());
        }
        println!("| field | sent | bytes | got |\n|---|---|---|---|\n{}", table.join("\n"));
    }

    /// More files than fit: the first ones are kept.
    async fn of_five_photos_four_are_kept_and_of_two_voices_one(house: House) {
        let house = world(house);
        let photo = makers::jpeg(300, 200);
        let (one, two) = (makers::opus(2), makers::amr(2));
        let mut sent: Vec<(&str, &str, &[u8])> = ["1.jpg", "2.jpg", "3.jpg", "4.jpg", "5.jpg"].map(|name| ("photos", name, photo.as_slice())).into();
        sent.extend([("voice", "1.ogg", one.as_slice()), ("voice", "2.amr", two.as_slice())]);
        let page = send(&house, "light", SAID, &sent).await;
        page.must_be(200).must_have("4 photos sont parties").must_have("5.jpg").must_have("2.amr").must_not_have("4.jpg");
        page.must_have("C’est trop de fichiers");
        let mine = follow(&house, &page.code()).await;
        assert_eq!((full(&mine).len(), voices(&mine).len()), (4, 1));
    }

    /// Without words, a voice that cannot be taken leaves nothing to file: it is said at its field.
    async fn a_filing_of_nothing_but_a_refused_voice_comes_back(house: House) {
        let house = world(house);
        let before = rows(&house, "concerns").await;
        let page = send(&house, "light", "", &[("voice", "v.ogg", &makers::opus(61))]).await;
        page.must_be(422).must_have("Il dure plus longtemps").must_have("Écrivez ce qui se passe");
        assert_eq!(page.form("/fr/concerns/new").value("area"), "banconi");
        let page = send(&house, "light", "", &[]).await;
        page.must_be(422).must_have("Dites ce qui se passe");
        assert_eq!(rows(&house, "concerns").await, before);
    }

    /// A body beyond all measure is answered, and keeps nothing; without files the old measure holds.
    async fn a_body_beyond_all_measure_is_answered_with_a_sentence(house: House) {
        let house = world(house);
        let before = rows(&house, "concerns").await;
        let person = house.person().await;
        let token = form(&person, "light", SAID).await.value("_token");
        let part = |head: &str, content: &[u8]| [b"--x\r\nContent-Disposition: form-data; ".as_slice(), head.as_bytes(), b"\r\n\r\n", content, b"\r\n"].concat();
        let mut parts = Vec::new();
        parts.extend(part("name=\"_token\"", token.as_bytes()));
        parts.extend(part("name=\"words\"", &vec![b'a'; 70_000]));
        parts.extend(b"--x--\r\n");
        let kind = "multipart/form-data; boundary=x".to_owned();
        let long = person.request(Method::POST, "/fr/concerns/new", &[("Sec-Fetch-Site", "same-origin")], Some((kind, parts))).await;
        long.must_be(413);
        assert_eq!(rows(&house, "concerns").await, before);
        assert_eq!(files(&house.data_dir().join("uploads")).len(), 0);
    }
}
