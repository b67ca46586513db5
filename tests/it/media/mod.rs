//! Photos and voice notes, as the people of a concern live them: what is hidden in a file is not kept, what is hostile stops no
//! filing, and nobody sees or hears what is not theirs.

mod hostile;
pub mod makers;
pub mod stores;

use image::{GenericImageView, ImageFormat};
use sigida::media::{PHOTO_BYTES, THUMB_BYTES};

use crate::concerns::{decide, file, follow, number_on};
use crate::support::s3::files;
use crate::support::world::{number, rows, sign_in, words, world};
use crate::support::{Form, House, Page, Person, both};
use makers::{MARK, jpeg, telling_jpeg};

const DAY: i64 = 86_400;

/// The form of a filing, filled but for its files.
pub async fn form(person: &Person, kind: &str, said: &str) -> Form {
    let page = person.visit(&format!("/fr/concerns/new?category={kind}")).await;
    let mut form = page.form("/fr/concerns/new").fill("area", "banconi").fill("words", said);
    if form.fields().contains(&"readers") {
        form = form.fill("readers", "public");
    }
    form
}

/// Files with some files; the page of the code.
pub async fn send(house: &House, kind: &str, said: &str, files: &[(&str, &str, &[u8])]) -> Page {
    let mut form = form(&house.person().await, kind, said).await;
    for (field, name, bytes) in files {
        form = form.attach(field, name, "application/octet-stream", bytes);
    }
    form.press_button("Envoyer").await
}

const SAID: &str = "Trois lampes sont éteintes depuis dimanche.";

/// Addresses of the thumbnails on a page, those of the whole photos, and those of the sounds.
pub fn small(page: &Page) -> Vec<String> {
    page.attributes("main img", "src")
}

pub fn full(page: &Page) -> Vec<String> {
    page.attributes(".photos a", "href")
}

pub fn voices(page: &Page) -> Vec<String> {
    page.attributes("audio", "src")
}

/// True when some bytes begin as those of a JPEG do.
fn is_photo(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xff, 0xd8])
}

/// True when some bytes hold the mark.
fn tells(bytes: &[u8]) -> bool {
    bytes.windows(MARK.len()).any(|part| part == MARK.as_bytes())
}

both! {
    /// R6: what a telephone hides in a photo is gone, the photo stands upright and is small.
    async fn a_photo_loses_what_it_hides_and_stands_upright(house: House) {
        let house = world(house);
        let sent = telling_jpeg(2400, 1600);
        assert!(tells(&sent) && sent.len() > PHOTO_BYTES);
        let filed = send(&house, "light", SAID, &[("photos", "IMG_2031.jpg", &sent)]).await;
        filed.must_be(200).must_have("Une photo est partie avec lui").must_not_have("pas été pris");
        let kept = files(&house.data_dir().join("media"));
        assert_eq!(kept.len(), 2, "a photo and its small copy");
        assert!(kept.iter().all(|(_, bytes)| !is_photo(bytes)), "who keeps them sees no picture");
        let mine = follow(&house, &filed.code()).await;
        let shown = async |address: &str| mine.person().visit(address).await.must_be(200).bytes.clone();
        let (large, tiny) = (shown(&full(&mine)[0]).await, shown(&small(&mine)[0]).await);
        assert!(large.len() <= PHOTO_BYTES && tiny.len() <= THUMB_BYTES, "{} and {}", large.len(), tiny.len());
        for bytes in [&large, &tiny] {
            assert!(!tells(bytes));
            let photo = image::load_from_memory_with_format(bytes, ImageFormat::Jpeg).unwrap();
            assert!(photo.width() < photo.height(), "it lies: {:?}", photo.dimensions());
            let (top, bottom) = (photo.get_pixel(photo.width() / 2, 5), photo.get_pixel(photo.width() / 2, photo.height() - 5));
            assert!(top[0] > 150 && top[2] < 100 && bottom[2] > 150, "red is up: {top:?} {bottom:?}");
            for word in [b"Exif".as_slice(), b"ns.adobe", b"GPS"] {
                assert!(!bytes.windows(word.len()).any(|part| part == word), "{}", String::from_utf8_lossy(word));
            }
        }
        // Every file of the house, the database's own included; on Postgres the rows.
        for (path, bytes) in files(house.data_dir()) {
            assert!(!tells(&bytes), "the mark is in {}", path.display());
        }
        let sql = format!("SELECT COUNT(*) AS value FROM media WHERE format || object || transcript LIKE '%{MARK}%'");
        assert_eq!(number(&house, &sql).await, 0);
        assert_eq!(rows(&house, "media_strays").await, 0);
        assert_eq!(files(&house.data_dir().join("uploads")).len(), 0, "nothing waits any more");
    }

    /// R6, O6: who sees a photo at which moment.
    async fn a_photo_is_seen_by_its_reporter_its_unit_and_once_published_by_everybody(house: House) {
        let house = world(house);
        let (one, two) = (jpeg(900, 600), jpeg(600, 900));
        let filed = send(&house, "light", SAID, &[("photos", "a.jpg", &one), ("photos", "b.jpg", &two)]).await;
        filed.must_be(200).must_have("2 photos sont parties avec lui");
        let (code, concern) = (filed.code(), number_on(&filed));
        let mine = follow(&house, &code).await;
        let (thumbs, photos) = (small(&mine), full(&mine));
        assert_eq!((thumbs.len(), photos.len()), (2, 2));
        let own = mine.person().visit(&photos[0]).await;
        own.must_be(200);
        assert_eq!(own.header("content-type"), "image/jpeg");
        assert_eq!(own.header("cache-control"), "private, no-store");
        assert_eq!(own.header("content-disposition"), "inline; filename=\"photo.jpg\"", "not the name that was sent");
        assert_eq!(own.header("x-content-type-options"), "nosniff");
        assert!(own.header("content-security-policy").contains("sandbox"), "{}", own.header("content-security-policy"));
        let visitor = house.person().await;
        let mut people = Vec::new();
        for (login, before) in [
            ("", 404),
            ("awa", 404),
            ("agent.c1-ouest", 200),
            ("chef.c1-ouest", 200),
            ("agent.c1-est", 404),
            ("moderation.c1", 200),
            ("moderation.c4", 404),
            ("service.mairie", 404),
            ("controle", 404),
            ("admin", 404),
        ] {
            let person = if login.is_empty() { visitor.clone() } else { sign_in(&house, login).await };
            for address in photos.iter().chain(&thumbs) {
                assert_eq!(person.visit(address).await.status, before, "{login} {address}");
            }
            people.push(person);
        }
        // The moderator shows one of the two with the words.
        let moderator = &people[5];
        let page = moderator.visit(&format!("/fr/committee/concerns/{concern}")).await;
        let first = photos[0].rsplit('/').next().unwrap();
        page.form("Publier").fill("shown", first).press().await.must_be(200);
        for person in &people {
            assert_eq!(person.visit(&photos[0]).await.status, 200);
        }
        assert_eq!(visitor.visit(&photos[1]).await.status, 404, "the other one stays hidden");
        let public = visitor.visit(&format!("/fr/concerns/{concern}")).await;
        assert_eq!(full(&public), [photos[0].clone()]);
        let shown = visitor.visit(&photos[0]).await;
        assert_eq!(shown.header("cache-control"), "public, max-age=300");
        // And hides it later.
        let page = moderator.visit(&format!("/fr/committee/concerns/{concern}")).await;
        page.form("/media").clear("shown").press().await.must_be(200);
        assert_eq!(visitor.visit(&photos[0]).await.status, 404);
        assert!(full(&visitor.visit(&format!("/fr/concerns/{concern}")).await).is_empty());
        // What is hidden with the whole concern is gone too.
        let page = moderator.visit(&format!("/fr/committee/concerns/{concern}")).await;
        page.form("/media").fill("shown", first).press().await.must_be(200);
        assert_eq!(visitor.visit(&photos[0]).await.status, 200);
        decide(moderator, &concern, "Retirer du public", "Un visage se voit.").await;
        assert_eq!(visitor.visit(&photos[0]).await.status, 404);
    }

    /// O6: of police conduct nobody but oversight and the reporter sees anything.
    async fn a_photo_and_a_voice_of_police_conduct_are_oversights_alone(house: House) {
        let house = world(house);
        let (photo, voice) = (jpeg(300, 200), makers::opus(3));
        let said = "Un policier demande de l'argent au carrefour.";
        let filed = send(&house, "police-conduct", said, &[("photos", "a.jpg", &photo), ("voice", "v.ogg", &voice)]).await;
        let mine = follow(&house, &filed.must_be(200).code()).await;
        let addresses = [full(&mine), small(&mine), voices(&mine)].concat();
        assert_eq!(addresses.len(), 3);
        for (login, status) in [
            ("chef.c1-ouest", 404),
            ("agent.c1-ouest", 404),
            ("moderation.c1", 404),
            ("service.mairie", 404),
            ("admin", 404),
            ("controle", 200),
        ] {
            let person = sign_in(&house, login).await;
            for address in &addresses {
                assert_eq!(person.visit(address).await.status, status, "{login} {address}");
            }
        }
        for address in &addresses {
            assert_eq!(house.person().await.visit(address).await.status, 404);
            assert_eq!(mine.person().visit(address).await.status, 200);
        }
    }

    /// P6: a service sees the photos while the file stands with it, and never hears the voice.
    async fn a_service_sees_photos_while_it_has_the_file_and_never_hears_a_voice(house: House) {
        let house = world(house);
        let (photo, voice) = (jpeg(300, 200), makers::opus(3));
        let filed = send(&house, "light", SAID, &[("photos", "a.jpg", &photo), ("voice", "v.ogg", &voice)]).await;
        let concern = number_on(filed.must_be(200));
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let page = officer.visit(&format!("/fr/desk/concerns/{concern}")).await;
        let (photos, sounds) = (full(&page), voices(&page));
        assert_eq!((photos.len(), sounds.len()), (1, 1));
        let service = sign_in(&house, "service.mairie").await;
        assert_eq!(service.visit(&photos[0]).await.status, 404);
        let form = page.form("Transmettre").fill("partner", "mairie").fill("errand", "Trois lampes à changer.");
        form.press().await.must_be(200);
        assert_eq!(service.visit(&photos[0]).await.status, 200);
        assert_eq!(service.visit(&sounds[0]).await.status, 404);
        let list = service.visit("/fr/desk/referrals").await;
        let errand = list.click(&SAID[..12]).await;
        assert_eq!((full(&errand).len(), voices(&errand).len()), (1, 0));
        errand.main_form().fill("sentence", "Pas notre lampe.").press_button("Rendre").await.must_be(200);
        assert_eq!(service.visit(&photos[0]).await.status, 404);
    }

    /// C6: a voice instead of words; the unit writes it down; only then, and only that, can be published; then it is let go.
    async fn a_voice_stands_for_words_until_the_unit_writes_it_down(house: House) {
        let house = world(house);
        let voice = makers::opus(5);
        let filed = send(&house, "light", "", &[("voice", "WhatsApp.opus", &voice)]).await;
        filed.must_be(200).must_have("Votre message vocal est parti avec lui");
        let (code, concern) = (filed.code(), number_on(&filed));
        let mine = follow(&house, &code).await;
        mine.must_have("Message vocal. Il n’est pas encore écrit.");
        let sound = voices(&mine).remove(0);
        // A moderator neither hears nor publishes it.
        let moderator = sign_in(&house, "moderation.c1").await;
        assert_eq!(moderator.visit(&sound).await.status, 404);
        let page = moderator.visit(&format!("/fr/committee/concerns/{concern}")).await;
        page.must_have("L’unité doit d’abord l’écrire");
        assert!(page.forms().iter().all(|form| !form.action().ends_with(&concern) || form.value("verdict") != "publish"));
        let slip = page.form("Ne pas publier").tamper("verdict", "publish");
        slip.press().await.must_be(409).must_have("n’est pas encore écrit");
        // The unit hears it, in parts as players ask for it, and writes it down.
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let page = officer.visit(&format!("/fr/desk/concerns/{concern}")).await;
        assert_eq!(voices(&page), std::slice::from_ref(&sound));
        let heard = officer.visit(&sound).await;
        assert_eq!((heard.must_be(200).header("content-type"), heard.header("accept-ranges")), ("audio/ogg", "bytes"));
        assert_eq!(heard.header("content-disposition"), "inline; filename=\"voix.ogg\"");
        assert!(!tells(&heard.bytes));
        let part = officer.request(reqwest::Method::GET, &sound, &[("Range", "bytes=0-3")], None).await;
        assert_eq!((part.status, part.bytes.as_slice()), (206, b"OggS".as_slice()));
        let empty = page.form("/media/").press().await;
        empty.must_be(422);
        let wrote = "La rue derrière le marché est sans lumière.";
        let page = officer.visit(&format!("/fr/desk/concerns/{concern}")).await;
        page.form("/media/").fill("transcript", wrote).press().await.must_be(200).must_have(wrote);
        follow(&house, &code).await.must_have(wrote).must_have("A écrit le message vocal");
        decide(&moderator, &concern, "Publier", "").await.must_be(200);
        let public = house.person().await.visit(&format!("/fr/concerns/{concern}")).await;
        public.must_have(wrote);
        assert!(voices(&public).is_empty());
        assert_eq!(house.person().await.visit(&sound).await.status, 404);
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM ledger WHERE deed = 'media.transcribe'").await, 1);
        // Thirty days later the voice goes, and the words stay.
        house.clock.advance(29 * DAY);
        stores::sweep(&house).await;
        assert_eq!(files(&house.data_dir().join("media")).len(), 1);
        house.clock.advance(DAY + 1);
        stores::sweep(&house).await;
        house.clock.advance(3_601);
        stores::sweep(&house).await;
        assert_eq!(files(&house.data_dir().join("media")).len(), 0);
        let officer = sign_in(&house, "agent.c1-ouest").await;
        assert_eq!(officer.visit(&sound).await.status, 404);
        officer.visit(&format!("/fr/desk/concerns/{concern}")).await.must_have("Le son a été effacé").must_have(wrote);
        assert_eq!(words(&house, "SELECT detail AS value FROM ledger WHERE deed = 'media.expire'").await, ["1"]);
    }

    /// C6: what was written down beside other words is shown only when a moderator says so.
    async fn what_was_said_beside_the_words_is_published_by_itself(house: House) {
        let house = world(house);
        let filed = send(&house, "light", SAID, &[("voice", "v.ogg", &makers::opus(2))]).await;
        let concern = number_on(filed.must_be(200));
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let page = officer.visit(&format!("/fr/desk/concerns/{concern}")).await;
        let wrote = "Et la nuit les filles ont peur.";
        page.form("/media/").fill("transcript", wrote).press().await.must_be(200);
        let moderator = sign_in(&house, "moderation.c1").await;
        decide(&moderator, &concern, "Publier", "").await.must_be(200);
        let public = format!("/fr/concerns/{concern}");
        house.person().await.visit(&public).await.must_have(SAID).must_not_have(wrote);
        let page = moderator.visit(&format!("/fr/committee/concerns/{concern}")).await;
        assert!(voices(&page).is_empty());
        page.form("/media").fill("shown", "on").press().await.must_be(200);
        house.person().await.visit(&public).await.must_have(SAID).must_have(wrote);
    }

    /// C3: the same form twice makes one concern with one photo, and what the second one left is swept.
    async fn a_filing_sent_twice_keeps_its_photo_once(house: House) {
        let house = world(house);
        let photo = jpeg(300, 200);
        let person = house.person().await;
        let page = person.visit("/fr/concerns/new?category=light").await;
        let before = rows(&house, "concerns").await;
        let again = || page.form("/fr/concerns/new").fill("area", "banconi").fill("words", SAID).fill("readers", "public");
        let mut codes = Vec::new();
        for _ in 0..2 {
            codes.push(again().attach("photos", "a.jpg", "image/jpeg", &photo).press_button("Envoyer").await.must_be(200).code());
        }
        assert_eq!(codes[0], codes[1]);
        assert_eq!((rows(&house, "concerns").await, rows(&house, "media").await), (before + 1, 1));
        assert_eq!(files(&house.data_dir().join("media")).len(), 4);
        stores::sweep(&house).await;
        assert_eq!(files(&house.data_dir().join("media")).len(), 4, "an hour of grace");
        house.clock.advance(3_601);
        stores::sweep(&house).await;
        assert_eq!(files(&house.data_dir().join("media")).len(), 2);
        assert_eq!(rows(&house, "media_strays").await, 0);
    }

    /// A form with files is proved like any other, before anything large is read.
    async fn a_form_with_files_is_proved_like_any_other(house: House) {
        let house = world(house);
        let before = rows(&house, "concerns").await;
        let form = form(&house.person().await.with_old_browser(), "light", SAID).await;
        form.attach("photos", "a.jpg", "image/jpeg", &jpeg(90, 60)).without("_token").press_button("Envoyer").await.must_be(403);
        let person = house.person().await;
        let body = Some(("multipart/form-data; boundary=x".to_owned(), b"--x\r\n".to_vec()));
        let other = person.request(reqwest::Method::POST, "/fr/follow", &[("Sec-Fetch-Site", "same-origin")], body).await;
        other.must_be(400);
        assert_eq!(rows(&house, "concerns").await, before);
        // A form that comes back says that it could not hold the files.
        let form = file_form(&house).await.attach("photos", "a.jpg", "image/jpeg", &jpeg(90, 60));
        form.fill("words", "court").press_button("Envoyer").await.must_be(422).must_have("Choisissez-les encore une fois");
        assert_eq!(files(&house.data_dir().join("media")).len(), 0);
        let _ = file(&house, "light", "banconi", SAID, "public").await;
    }
}

async fn file_form(house: &House) -> Form {
    form(&house.person().await, "light", SAID).await
}

/// Addresses' last parts of photos and voices, for the table of access.
pub struct Things {
    /// Of a public concern and shown; waiting; of police conduct; sealed and with the service of justice.
    pub photos: [String; 4],
    /// Of a concern of the unit; of police conduct; sealed and with the service of justice.
    pub voices: [String; 3],
}

/// A sound as an administrator records it.
pub fn recording() -> Vec<u8> {
    makers::opus(2)
}

/// Files what the table of access asks for.
pub async fn things(house: &House) -> Things {
    let (photo, voice) = (jpeg(90, 60), makers::opus(2));
    let last = |addresses: Vec<String>| addresses[0].rsplit('/').next().unwrap().to_owned();
    let (mut photos, mut voices_of) = (Vec::new(), Vec::new());
    let officer = sign_in(house, "agent.protection").await;
    let moderator = sign_in(house, "moderation.c1").await;
    for kind in ["noise", "light", "police-conduct", "violence-gender"] {
        let said = "Cela dure depuis dimanche soir.";
        let filed = send(house, kind, said, &[("photos", "a.jpg", &photo), ("voice", "v.ogg", &voice)]).await;
        let concern = number_on(filed.must_be(200));
        let mine = follow(house, &filed.code()).await;
        photos.push(last(full(&mine)));
        voices_of.push(last(voices(&mine)));
        if kind == "noise" {
            let page = moderator.visit(&format!("/fr/committee/concerns/{concern}")).await;
            page.form("Publier").fill("shown", &photos[0]).press().await.must_be(200);
        }
        if kind == "violence-gender" {
            let page = officer.visit(&format!("/fr/desk/concerns/{concern}")).await;
            let form = page.form("Transmettre").fill("partner", "justice").fill("errand", "Un abri pour la nuit.");
            form.press().await.must_be(200);
        }
    }
    let [_, waiting, conduct, sealed] = <[String; 4]>::try_from(voices_of).unwrap();
    Things { photos: photos.try_into().unwrap(), voices: [waiting, conduct, sealed] }
}

both! {
    /// R3, C6: an administrator gives a kind its sound; whoever chooses a kind hears it; the list says what is missing.
    async fn a_kind_has_a_recorded_sound_in_each_language(house: House) {
        let house = world(house);
        let admin = sign_in(&house, "admin").await;
        let list = admin.visit("/fr/admin/categories").await;
        list.must_have("fr : manque, bm : manque");
        assert!(voices(&house.person().await.visit("/fr/concerns/new").await).is_empty(), "no recording is invented");
        let page = list.click("Bruit").await;
        page.form("Son : Français").press().await.must_be(422).must_have("Choisissez un fichier de son");
        let refused = page.form("Son : Français").attach("sound", "s.jpg", "audio/ogg", &jpeg(60, 40)).press().await;
        refused.must_be(422).must_have("Ce n’est pas un enregistrement que nous savons lire");
        let heavy = page.form("Son : Français").attach("sound", "s.wav", "audio/wav", &makers::wav(6)).press().await;
        heavy.must_be(422).must_have("Ce son pèse plus de 40 ko");
        assert_eq!(rows(&house, "media_strays").await, 0, "nothing was kept of it");
        page.form("Son : Français").attach("sound", "s.mp3", "audio/mpeg", &makers::mp3(2)).press().await.must_be(200);
        let kinds = house.person().await.visit("/fr/concerns/new").await;
        let [sound] = <[String; 1]>::try_from(voices(&kinds)).unwrap();
        assert_eq!(kinds.attributes("audio", "preload"), ["none"]);
        let heard = house.person().await.visit(&sound).await;
        assert_eq!(heard.must_be(200).header("content-type"), "audio/mpeg");
        assert!(heard.bytes.len() <= 40_000 && !tells(&heard.bytes));
        assert!(voices(&house.person().await.visit("/bm/concerns/new").await).is_empty(), "the other language has none");
        admin.visit("/fr/admin/categories").await.must_have("fr, bm : manque");
        // Another recording has another address; the first one is swept.
        let page = admin.visit("/fr/admin/categories").await.click("Bruit").await;
        page.form("Son : Français").attach("sound", "s.ogg", "audio/ogg", &recording()).press().await.must_be(200);
        assert_eq!(house.person().await.visit(&sound).await.status, 404);
        house.clock.advance(3_601);
        stores::sweep(&house).await;
        assert_eq!(files(&house.data_dir().join("media")).len(), 1);
        let page = sign_in(&house, "admin").await.visit("/fr/admin/categories").await.click("Bruit").await;
        page.form("Son : Français").press_button("Enlever ce son").await.must_be(200);
        assert!(voices(&house.person().await.visit("/fr/concerns/new").await).is_empty());
    }
}

both! {
    /// R16, C6: whoever does not read hears who will read them, in their language, once a person has recorded it.
    async fn a_sentence_has_a_recorded_sound_in_each_language(house: House) {
        let house = world(house);
        let (admin, visitor) = (sign_in(&house, "admin").await, house.person().await);
        let filing = "/fr/concerns/new?category=noise";
        assert!(voices(&visitor.visit(filing).await).is_empty(), "no recording is invented");
        let page = admin.visit("/fr/admin").await.click("Phrases à écouter").await;
        page.must_have("Qui prend votre téléphone").must_have("manque");
        let heavy = page.form("Ce que nous savons de vous – Français").attach("sound", "s.wav", "audio/wav", &makers::wav(20));
        heavy.press().await.must_be(422).must_have("pèse plus de 120 ko");
        for (name, address) in [
            ("Un danger maintenant ?", "/fr/concerns/new"),
            ("Ce que nous savons de vous", filing),
            ("Suivre mon signalement", "/fr/follow"),
        ] {
            let page = admin.visit("/fr/admin/sounds").await;
            let form = page.form(&format!("{name} – Français")).attach("sound", "s.ogg", "audio/ogg", &recording());
            form.press().await.must_be(200);
            let page = visitor.visit(address).await;
            let [sound] = <[String; 1]>::try_from(voices(&page)).unwrap();
            assert_eq!(page.attributes("audio", "preload"), ["none"]);
            assert_eq!(visitor.visit(&sound).await.must_be(200).header("content-type"), "audio/ogg");
            assert!(voices(&visitor.visit(&address.replace("/fr/", "/bm/")).await).is_empty(), "the other language has none");
        }
        let page = admin.visit("/fr/admin/sounds").await;
        page.form("Ce que nous savons de vous – Français").press_button("Enlever ce son").await.must_be(200);
        assert!(voices(&visitor.visit(filing).await).is_empty());
    }
}
