//! R13: after people have filed, followed, asked and answered by every way there is, nothing of their network, their telephone or
//! their names stands in the database, its log, the data folder or the program's log. A way that comes later is added here.

use crate::concerns::published;
use crate::media::makers::{MARK, opus, telling_jpeg};
use crate::slips::printed;
use crate::support::dump::{Loot, found, loot};
use crate::support::program::Program;
use crate::support::world::{enter, password, world};
use crate::support::{Person, both};

/// The client's marks, as no other test has them.
const ADDRESS: &str = "203.0.113.77";
const BROWSER: &str = "Marqueur/9.9 (Telephone de Kadiatou)";
const NAME: &str = "Kadiatou Marquage";
const PHONE: &str = "+223 66 77 88 99";

/// Somebody behind the proxy, with marks.
fn marked(program: &Program) -> Person {
    Person::new(program.base())
        .with_header("User-Agent", BROWSER)
        .with_header("X-Forwarded-For", ADDRESS)
        .with_header("Forwarded", &format!("for={ADDRESS}"))
        .with_header("X-Real-IP", ADDRESS)
}

/// What the files are called on the telephone that sends them.
const FILE: &str = "Kadiatou-Marquage-2031";

/// Files, from a person's own browser, with a photo and a voice that tell of their maker; gives the code back.
async fn file(person: &Person, kind: &str, words: &str, named: bool, mine: bool) -> String {
    let page = person.visit(&format!("/fr/concerns/new?category={kind}")).await;
    let mut form = page.must_be(200).form("/fr/concerns/new").fill("area", "banconi").fill("words", words);
    if form.fields().contains(&"readers") {
        form = form.fill("readers", "private");
    }
    if named {
        form = form.fill("person_name", NAME).fill("person_phone", PHONE);
    }
    if mine {
        form = form.fill("mine", "on");
    }
    let form = form.attach("photos", &format!("{FILE}.jpg"), "image/jpeg", &telling_jpeg(900, 600));
    let form = form.attach("voice", &format!("{FILE}.ogg"), "audio/ogg", &opus(2));
    let filed = form.press_button("Envoyer").await;
    filed.must_be(200).must_have("Une photo est partie avec lui").code()
}

/// Files with a printed slip, as its holder.
async fn file_with_slip(person: &Person, code: &str) {
    let page = person.visit("/fr/concerns/new?category=waste").await;
    let form = page.form("/fr/concerns/new").fill("area", "banconi").fill("words", "Le bruit recommence au puits.");
    form.fill("readers", "private").fill("slip", code).press_button("Envoyer").await.must_be(200);
}

/// Files for somebody else, as a relay or at a desk, with a slip or without; the code where one is shown.
async fn file_for_another(person: &Person, path: &str, slip: &str) -> Option<String> {
    let form = person.visit(path).await.must_be(200).form(path).fill("category", "waste").fill("area", "banconi");
    let form = form.fill("words", "Le bruit recommence chez ma voisine.").fill("lang", "bm").fill("consent", "yes");
    let handed = form.fill("slip", slip).press().await;
    handed.must_be(200);
    slip.is_empty().then(|| handed.code())
}

/// Follows, writes, asks for erasure: everything a code opens.
async fn use_code(person: &Person, code: &str) {
    let page = person.visit("/fr/follow").await.form("/fr/follow").fill("code", code).press().await;
    // On its first return the code is offered once more; then the reader goes on.
    let page = if page.path == "/fr/follow" { page.click("voir mon signalement").await } else { page };
    let after =
        page.must_be(200).form("/fr/follow/concern/messages").fill("body", "C’est encore là ce soir.").press().await;
    after.must_be(200);
    let page = person.visit("/fr/follow/concern/data").await;
    let form = page.must_be(200).form("Demander l’effacement").fill("why_erasure", "Je préfère.");
    form.press().await.must_be(200);
    // A mistyped code, a code of nobody, leaving fast.
    for wrong in ["1234", "0000 0000 0000 0000"] {
        person.visit("/fr/follow").await.form("/fr/follow").fill("code", wrong).press().await;
    }
    person.clone().without_following().visit("/fr/leave").await;
}

both! {
    /// The search of R13, over every channel that exists.
    async fn nothing_of_a_client_is_kept_by_any_channel(house: House) {
        let house = world(house);
        let settings = [
            ("SIGIDA_TRUSTED_PROXIES", "127.0.0.1"),
            ("SIGIDA_LOG", "debug"),
            ("SIGIDA_TRIES_PER_MINUTE", "0"),
            ("SIGIDA_FORMS_PER_MINUTE", "0"),
        ];
        let program = Program::beside(&house, &settings);
        let mut codes = Vec::new();
        // Without an account: open, sealed and conduct kinds, with a name and without.
        for (kind, named) in [("noise", false), ("noise", true), ("violence-gender", true), ("police-conduct", true)] {
            let person = marked(&program);
            let code = file(&person, kind, "Le bruit recommence chaque nuit.", named, false).await;
            use_code(&person, &code).await;
            codes.push(code);
        }
        // With an account, tied and not tied.
        for mine in [true, false] {
            let person = marked(&program);
            enter(&person, "awa", &password("awa")).await.must_be(200);
            let code = file(&person, "noise", "Le bruit recommence le matin.", true, mine).await;
            use_code(&person, &code).await;
            codes.push(code);
        }
        // With printed slips: the holder's own, handed to a relay by its digits, and to a desk by its serial.
        let admin = marked(&program);
        enter(&admin, "admin", &password("admin")).await.must_be(200);
        let (_, slips) = printed(&admin, "1").await;
        file_with_slip(&marked(&program), &slips[0].1).await;
        for (who, path, slip) in [("relais.banconi", "/fr/relay", &slips[1].1), ("agent.c1-ouest", "/fr/desk/new", &slips[2].0)] {
            let person = marked(&program);
            enter(&person, who, &password(who)).await.must_be(200);
            file_for_another(&person, path, slip).await;
            codes.extend(file_for_another(&person, path, "").await);
        }
        codes.extend(slips.into_iter().map(|(_, code)| code));
        for code in &codes[codes.len() - 8..][..3] {
            use_code(&marked(&program), code).await;
        }
        // « Moi aussi » from the public page.
        let told = published(&house, "light", "banconi", "Trois lampes sont éteintes depuis dimanche.").await;
        let person = marked(&program);
        let page = person.visit(&told.public()).await.must_be(200).click("Moi aussi").await;
        codes.push(page.form("/support").press().await.must_be(200).code());
        // Everything that fails: a form that lacks its words, an address that is none, a password that is wrong.
        let person = marked(&program);
        let page = person.visit("/fr/concerns/new?category=noise").await;
        page.form("/fr/concerns/new").fill("person_name", NAME).press_button("Envoyer").await.must_be(422);
        person.visit("/fr/nulle-part").await.must_be(404);
        enter(&person, "awa", "pas le bon mot").await.must_be(422);

        let mut held: Vec<Loot> = loot(&house).await;
        program.ask_to_stop();
        let log = program.ended();
        assert!(log.contains("/{l}/concerns/new"), "the log was captured: {log}");
        held.push(Loot { place: "log".into(), bytes: log.into_bytes() });
        // After the program has closed its files, once more: what the write-ahead log held may now be in the database.
        held.extend(loot(&house).await);
        assert!(!found(&held, "Le bruit recommence").is_empty(), "the search finds what is there");

        let mut wanted = vec![
            ("address", ADDRESS.to_owned()),
            ("user agent", "Marqueur/9.9".to_owned()),
            ("telephone's name", "Kadiatou)".to_owned()),
            ("name", NAME.to_owned()),
            ("given name", "Kadiatou".to_owned()),
            ("phone", PHONE.to_owned()),
            ("phone, bare", "66778899".to_owned()),
            ("what the photo hides", MARK.to_owned()),
            ("name of the files", FILE.to_owned()),
        ];
        for code in &codes {
            let digits: Vec<char> = code.chars().collect();
            let groups: Vec<String> = digits.chunks(4).map(|four| four.iter().collect()).collect();
            wanted.extend([("code", code.clone()), ("code, in groups", groups.join(" ")), ("code, with dashes", groups.join("-"))]);
        }
        let bytes: usize = held.iter().map(|l| l.bytes.len()).sum();
        println!("{} places, {bytes} bytes searched", held.len());
        let mut hits = Vec::new();
        for (what, text) in &wanted {
            let at = found(&held, text);
            println!("{what}: {} hits", at.len());
            hits.extend(at.into_iter().map(|place| format!("{what} in {place}")));
        }
        assert_eq!(hits, Vec::<String>::new());
    }
}
