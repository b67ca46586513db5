//! The words of what a desk or oversight alone reads (R9, O6): sealed to those readers and to whoever holds the code, lost to a
//! thief, and read again by everybody who should.

use crate::checkback::{answered, reply};
use crate::concerns::{Filed, decide, file, follow, number_on};
use crate::media::stores::sweep;
use crate::media::{full, makers, send, small, voices};
use crate::rescue::{lose_all_passwords, make, papers, put_together};
use crate::rights;
use crate::slips::printed;
use crate::support::dump::{Loot, found, loot};
use crate::support::world::{harm, number, password, sign_in, words, world};
use crate::support::{House, Page, Person, both};
use sigida::base::Id;

/// What a thief with the disk, the database and the settings would find of this.
#[track_caller]
fn nowhere(loot: &[Loot], planted: &[&str]) {
    assert!(loot.len() > 30, "the tables were read: {}", loot.len());
    for word in planted {
        assert_eq!(found(loot, word), Vec::<String>::new(), "{word}");
    }
}

/// The rows alone: what was written over, a file may keep until the place is used again.
async fn rows_of(house: &House) -> Vec<Loot> {
    loot(house).await.into_iter().filter(|one| one.place.starts_with("table ")).collect()
}

/// Does what a panel of a file offers.
async fn act(person: &Person, filed: &Filed, button: &str, field: &str, words: &str) -> Page {
    let page = person.visit(&filed.at_desk()).await;
    let after = page.must_be(200).form(button).fill(field, words).press().await;
    after.must_be(200);
    after
}

/// The reporter writes.
async fn write(house: &House, filed: &Filed, words: &str) {
    let person = house.person().await;
    let page = person.visit("/fr/follow").await;
    let page = page.form("/fr/follow").fill("code", &filed.code).press().await;
    let page = if page.path == "/fr/follow" { page.click("voir mon signalement").await } else { page };
    page.form("/fr/follow/concern/message").fill("body", words).press().await.must_be(200);
}

/// Files with a photo, a voice or both.
pub async fn file_with(house: &House, kind: &str, words: &str, files: &[(&str, &str, &[u8])]) -> Filed {
    let page = send(house, kind, words, files).await;
    Filed { code: page.must_be(200).code(), number: number_on(&page) }
}

/// Addresses of all photos and voices on a page.
pub fn shown(page: &Page) -> Vec<String> {
    [full(page), small(page), voices(page)].concat()
}

/// Their bytes; nothing of those that are not there for this person.
pub async fn bytes_of(person: &Person, addresses: &[String]) -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    for address in addresses {
        let page = person.visit(address).await;
        assert!(matches!(page.status, 200 | 404), "{address}: {}", page.status);
        if page.status == 200 {
            all.push(page.bytes.clone());
        }
    }
    all
}

/// Which of some files a thief holds: by a piece out of the middle of each.
fn stolen(loot: &[Loot], files: &[Vec<u8>]) -> usize {
    let piece = |file: &Vec<u8>| file[file.len() / 2..][..24].to_vec();
    files.iter().map(piece).filter(|p| loot.iter().any(|one| one.bytes.windows(p.len()).any(|part| part == p))).count()
}

async fn latest_errand(house: &House) -> String {
    let id = Id::<()>::new(number(house, "SELECT MAX(id) AS value FROM referrals").await);
    format!("/fr/desk/referrals/{id}")
}

both! {
    /// A complaint about police and everything said in it afterwards: found by its readers, by no thief.
    async fn a_stolen_disk_reveals_no_word_of_a_complaint_about_police(house: House) {
        let house = world(house);
        let page = house.person().await.visit("/fr/concerns/new?category=police-conduct").await;
        let form = page.form("/fr/concerns/new").fill("area", "banconi").fill("landmark", "Derrière Zalaplace");
        let filed = form.fill("words", "Le sergent Zalamots demande de l’argent.").press_button("Envoyer").await;
        filed.must_be(200);
        let filed = Filed { code: filed.code(), number: number_on(&filed) };
        let overseer = sign_in(&house, "controle").await;
        act(&overseer, &filed, "Répondre", "answer", "Nous cherchons Zalareponse.").await;
        act(&overseer, &filed, "Garder la note", "note", "Voir le chef Zalanote.").await;
        write(&house, &filed, "Il est revenu, Zalasuite.").await;
        let loot = loot(&house).await;
        nowhere(&loot, &["Zalaplace", "Zalamots", "Zalareponse", "Zalanote", "Zalasuite", "sergent"]);
        let page = overseer.visit(&filed.at_desk()).await;
        page.must_have("Zalaplace").must_have("Zalamots").must_have("Zalareponse").must_have("Zalanote").must_have("Zalasuite");
        let page = follow(&house, &filed.code).await;
        page.must_have("Zalaplace").must_have("Zalamots").must_have("Zalareponse").must_have("Zalasuite").must_not_have("Zalanote");
        // Lists open nothing.
        overseer.visit("/fr/oversight").await.must_have(&filed.number).must_have("Texte scellé").must_not_have("Zalamots");
    }
}

both! {
    /// The same of what a special desk reads, with the service it asks.
    async fn a_stolen_disk_reveals_no_word_of_what_a_desk_and_its_service_read(house: House) {
        let house = world(house);
        let files: &[(&str, &str, &[u8])] = &[("photos", "a.jpg", &makers::jpeg(900, 600))];
        let filed = file_with(&house, "violence-gender", "Une femme crie la nuit, Zalamots.", files).await;
        let desk = sign_in(&house, "agent.protection").await;
        let page = desk.visit(&filed.at_desk()).await;
        let form = page.must_have("Zalamots").form("Transmettre").fill("partner", "services-sociaux");
        form.fill("errand", "Trouver un lit, Zalademande.").press().await.must_be(200);
        let errand = latest_errand(&house).await;
        let service = sign_in(&house, "service.services-sociaux").await;
        let page = service.visit(&errand).await;
        page.must_have("Zalamots").must_have("Zalademande");
        assert_eq!((shown(&page).len(), bytes_of(&service, &shown(&page)).await.len()), (2, 2));
        page.form(&errand).fill("sentence", "Un lit l’attend, Zalalit.").press_button("Nous le prenons").await.must_be(200);
        nowhere(&loot(&house).await, &["Zalamots", "Zalademande", "Zalalit"]);
        service.visit(&errand).await.must_have("Zalalit");
        desk.visit(&filed.at_desk()).await.must_have("Zalalit").must_have("Zalademande");
        follow(&house, &filed.code).await.must_have("Zalamots").must_have("Zalalit");
        // It is found by its number and its place, and by no word of it.
        let inbox = async |query: &str| desk.visit(&format!("/fr/desk?tab=all&q={query}")).await;
        inbox(&filed.number).await.must_have(&filed.number);
        inbox("Zalamots").await.must_not_have(&filed.number);
    }
}

both! {
    /// Keys live in memory only. After a restart the desk types its password, the reporter the code; until then nothing is shown, and
    /// what is written meanwhile is sealed as well.
    async fn after_a_restart_a_password_and_a_code_open_the_words_again(house: House) {
        let house = world(house);
        let filed = file(&house, "police-conduct", "banconi", "Un agent frappe, Zalamots.", "").await;
        let (overseer, reporter) = (sign_in(&house, "controle").await, house.person().await);
        let page = reporter.visit("/fr/follow").await;
        page.form("/fr/follow").fill("code", &filed.code).press().await.must_be(200);
        reporter.visit("/fr/follow/concern").await.must_have("Zalamots");
        house.restart().await;
        let shut = overseer.visit(&filed.at_desk()).await;
        shut.must_be(200).must_not_have("Zalamots").must_have("Texte scellé");
        act(&overseer, &filed, "Répondre", "answer", "Nous venons, Zalareponse.").await;
        let page = overseer.visit(&filed.at_desk()).await.click("Ouvrir ma clé").await;
        page.form("/fr/account/key").fill("password", "pas celui-là").press().await.must_be(422);
        let page = page.form("/fr/account/key").fill("password", &password("controle")).press().await;
        assert_eq!(page.path, filed.at_desk(), "back where the reader was");
        page.must_have("Zalamots").must_have("Zalareponse");
        let page = reporter.visit("/fr/follow/concern").await;
        page.must_be(200).must_not_have("Zalamots").must_not_have("Zalareponse");
        let page = page.click("Taper mon code").await;
        page.form("/fr/follow").fill("code", &filed.code).press().await.must_have("Zalamots").must_have("Zalareponse");
    }
}

both! {
    /// Photos and voices are sealed with the words: a thief holds neither, a reader without their key sees that there are some.
    async fn photos_and_voices_of_a_protected_concern_open_with_its_words(house: House) {
        let house = world(house);
        let (photo, voice) = (makers::jpeg(900, 600), makers::opus(3));
        let said = "Un policier demande de l’argent, Zalamots.";
        let filed = file_with(&house, "police-conduct", said, &[("photos", "a.jpg", &photo), ("voice", "v.ogg", &voice)]).await;
        let overseer = sign_in(&house, "controle").await;
        let addresses = shown(&overseer.visit(&filed.at_desk()).await);
        let files = bytes_of(&overseer, &addresses).await;
        assert_eq!((addresses.len(), files.len()), (3, 3));
        assert_eq!(stolen(&loot(&house).await, &files), 0);
        assert_eq!(stolen(&[Loot { place: "seen".into(), bytes: files.concat() }], &files), 3, "it would be found");
        let keys = words(&house, "SELECT file_key AS value FROM media").await;
        assert!(keys.len() == 2 && keys.iter().all(|key| key.starts_with("\u{1}sealed ")), "{keys:?}");
        let reporter = house.person().await;
        let page = reporter.visit("/fr/follow").await;
        page.form("/fr/follow").fill("code", &filed.code).press().await.must_be(200);
        house.restart().await;
        for (person, page) in [(&overseer, filed.at_desk()), (&reporter, "/fr/follow/concern".to_owned())] {
            let page = person.visit(&page).await;
            page.must_be(200).must_have("Photo 1 · sous scellé").must_have("3 s · sous scellé");
            assert!(shown(&page).is_empty() && bytes_of(person, &addresses).await.is_empty());
        }
        let page = overseer.visit(&filed.at_desk()).await.click("Ouvrir ma clé").await;
        page.form("/fr/account/key").fill("password", &password("controle")).press().await.must_be(200);
        assert_eq!(bytes_of(&overseer, &addresses).await, files);
        let page = reporter.visit("/fr/follow/concern").await.click("Taper mon code").await;
        let page = page.form("/fr/follow").fill("code", &filed.code).press().await;
        assert_eq!((shown(&page).len(), bytes_of(&reporter, &addresses).await), (3, files));
    }
}

both! {
    /// What was kept before files had keys lies as it is, until the house sweeps. Its address stays.
    async fn a_photo_kept_in_the_clear_is_locked_when_the_house_sweeps(house: House) {
        let house = world(house);
        let said = "Un policier demande de l’argent, Zalamots.";
        let filed = file_with(&house, "police-conduct", said, &[("photos", "a.jpg", &makers::jpeg(900, 600))]).await;
        let overseer = sign_in(&house, "controle").await;
        let addresses = shown(&overseer.visit(&filed.at_desk()).await);
        let photos = bytes_of(&overseer, &addresses).await;
        for (column, bytes) in [("object", &photos[0]), ("thumb", &photos[1])] {
            let name = words(&house, &format!("SELECT {column} AS value FROM media")).await.remove(0);
            std::fs::write(house.data_dir().join("media").join(&name[..2]).join(&name[2..]), bytes).unwrap();
        }
        harm(&house, "UPDATE media SET file_key = ''").await;
        assert_eq!(bytes_of(&overseer, &addresses).await, photos);
        assert_eq!(stolen(&loot(&house).await, &photos), 2);
        assert!(crate::custody::check(&house).1.contains("photos and voice notes lie open"));
        sweep(&house).await;
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM media WHERE file_key = ''").await, 0);
        assert!(!crate::custody::check(&house).1.contains("photos and voice notes lie open"));
        assert_eq!(bytes_of(&overseer, &addresses).await, photos);
        house.clock.advance(2 * 3_600);
        sweep(&house).await;
        assert_eq!(stolen(&loot(&house).await, &photos), 0);
        let mine = follow(&house, &filed.code).await;
        assert_eq!(bytes_of(mine.person(), &addresses).await, photos);
    }
}

both! {
    /// Somebody whose key is new, because an administrator gave them a password, reads once a colleague was here.
    async fn a_reader_with_a_new_key_reads_once_a_colleague_was_here(house: House) {
        let house = world(house);
        let filed = file(&house, "violence-gender", "banconi", "Une femme crie, Zalamots.", "").await;
        harm(&house, "UPDATE keyrings SET retired_at = 1 WHERE account_id = (SELECT id FROM accounts WHERE login = 'agent.protection')").await;
        let officer = sign_in(&house, "agent.protection").await;
        officer.visit(&filed.at_desk()).await.must_be(200).must_not_have("Zalamots").must_have("n’ouvre pas encore ce dossier");
        sign_in(&house, "chef.protection").await.visit("/fr/desk").await.must_be(200);
        officer.visit(&filed.at_desk()).await.must_have("Zalamots").must_not_have("n’ouvre pas encore");
    }
}

both! {
    /// A desk that is named later reads what was filed before; whoever read it there opens it no more, not even with the disk.
    async fn a_desk_named_later_is_given_the_words_and_the_one_before_loses_them(house: House) {
        let house = world(house);
        let filed = file(&house, "trafficking", "banconi", "Des filles partent, Zalamots.", "").await;
        let chief = sign_in(&house, "chef.district").await;
        chief.visit(&filed.at_desk()).await.must_have("Zalamots");
        let opens = async |login: &str| {
            let sql = format!(
                "SELECT COUNT(*) AS value FROM envelopes e JOIN keyrings k ON k.id = e.keyring_id JOIN accounts a ON a.id = k.account_id \
                 JOIN word_seals s ON s.sealed_id = e.sealed_id WHERE a.login = '{login}' AND s.concern_id = (SELECT MAX(id) FROM concerns)"
            );
            number(&house, &sql).await
        };
        assert_eq!((opens("chef.district").await, opens("agent.protection").await), (1, 0));
        let desk = number(&house, "SELECT id AS value FROM units WHERE slug = 'bureau-protection'").await;
        let address = format!("/fr/admin/units/{}", Id::<()>::new(desk));
        let admin = sign_in(&house, "admin").await;
        let form = admin.visit(&address).await.form(&address);
        form.fill("desk", "Traite des personnes").press().await.must_be(200);
        // Whoever read it signs in again, in the course of the day.
        sign_in(&house, "chef.district").await.visit("/fr/desk").await.must_be(200);
        let officer = sign_in(&house, "agent.protection").await;
        officer.visit(&filed.at_desk()).await.must_have("Zalamots");
        assert_eq!((opens("chef.district").await, opens("agent.protection").await), (0, 1));
        follow(&house, &filed.code).await.must_have("Zalamots");
    }
}

both! {
    /// Where nobody could open it, it lies open; it is sealed with the first reader's key, and the code opens it then.
    async fn what_lay_open_for_want_of_a_key_is_sealed_with_the_first_one(house: House) {
        let house = world(house);
        let before = sign_in(&house, "agent.protection").await;
        harm(&house, "UPDATE keyrings SET retired_at = 1").await;
        let filed = file(&house, "violence-gender", "banconi", "Une femme crie, Zalamots.", "").await;
        assert!(!found(&rows_of(&house).await, "Zalamots").is_empty(), "nobody could open it");
        // Its file is read, and recorded; the lists, which are not, show no word even so.
        before.visit("/fr/desk").await.must_have(&filed.number).must_not_have("Zalamots");
        before.visit("/fr/desk?tab=all").await.must_have(&filed.number).must_not_have("Zalamots");
        before.visit(&filed.at_desk()).await.must_have("Zalamots");
        let officer = sign_in(&house, "agent.protection").await;
        officer.visit(&filed.at_desk()).await.must_have("Zalamots");
        nowhere(&rows_of(&house).await, &["Zalamots"]);
        follow(&house, &filed.code).await.must_have("Zalamots");
    }
}

both! {
    /// What becomes sealed is sealed in that very deed, whatever was said in it before; the reporter's code opens it.
    async fn what_becomes_sealed_is_sealed_with_all_that_was_said_in_it(house: House) {
        let house = world(house);
        let filed = file_with(&house, "noise", "Des cris la nuit, Zalamots.", &[("photos", "a.jpg", &makers::jpeg(900, 600))]).await;
        decide(&sign_in(&house, "moderation.c1").await, &filed.number, "Publier", "").await.must_be(200);
        let keys = async || words(&house, "SELECT file_key AS value FROM media").await;
        assert!(keys().await.iter().all(|key| key.len() == 64), "{:?}", keys().await);
        let officer = sign_in(&house, "agent.c1-ouest").await;
        act(&officer, &filed, "Garder la note", "note", "Parler au voisin Zalanote.").await;
        assert!(!found(&rows_of(&house).await, "Zalanote").is_empty());
        let page = officer.visit(&filed.at_desk()).await;
        page.form("Changer la catégorie").fill("category", "violence-gender").press().await.must_be(200);
        nowhere(&rows_of(&house).await, &["Zalamots", "Zalanote"]);
        assert!(keys().await.iter().all(|key| key.starts_with("\u{1}sealed ")), "{:?}", keys().await);
        sign_in(&house, "agent.protection").await.visit(&filed.at_desk()).await.must_have("Zalamots").must_have("Zalanote");
        follow(&house, &filed.code).await.must_have("Zalamots");
        // From a desk to oversight: the desk gives what opens it, in that deed, and keeps nothing.
        let desk = sign_in(&house, "agent.protection").await;
        let page = desk.visit(&filed.at_desk()).await;
        page.form("Changer la catégorie").fill("category", "police-conduct").press().await.must_be(200);
        desk.visit(&filed.at_desk()).await.must_be(404);
        sign_in(&house, "controle").await.visit(&filed.at_desk()).await.must_have("Zalamots").must_have("Zalanote");
    }
}

both! {
    /// A folded slip: the relay knows its serial alone, and its code opens what the relay wrote.
    async fn the_code_of_a_folded_slip_opens_what_was_filed_with_its_serial(house: House) {
        let house = world(house);
        let (_, slips) = printed(&sign_in(&house, "admin").await, "1").await;
        let relay = sign_in(&house, "relais.banconi").await;
        let page = relay.visit("/fr/relay").await;
        let form = page.form("/fr/relay").fill("area", "banconi").fill("words", "Elle a peur de rentrer, Zalamots.");
        let form = form.fill("category", "violence-gender").fill("lang", "bm").fill("consent", "yes");
        let warned = form.fill("slip", &slips[2].0).press().await;
        let handed = warned.must_be(200).form("/fr/relay").press().await;
        handed.must_be(200).must_have("ouvre maintenant ce dossier");
        nowhere(&loot(&house).await, &["Zalamots"]);
        follow(&house, &slips[2].1).await.must_have("Zalamots");
        // No order of rows tells with which slip of the sheet it was filed.
        let pairs = number(&house, "SELECT COUNT(*) AS value FROM code_pairs p JOIN concern_keys k ON k.code_hash = p.code_hash WHERE k.concern_id = (SELECT MAX(id) FROM concerns)").await;
        assert_eq!(pairs, 1);
    }
}

both! {
    /// Two of three papers bring the words back to the overseers, and to nobody who does not read them.
    async fn papers_bring_the_words_back_to_those_who_read_them(house: House) {
        let house = world(house);
        let conduct = file(&house, "police-conduct", "banconi", "Un agent frappe, Zalamots.", "").await;
        let desk = file(&house, "violence-gender", "banconi", "Une femme crie, Zaladesk.", "").await;
        make(&house).await.must_be(200);
        let papers = papers(&house).await;
        // Who reads at the desk seals what was there to the new papers, with the first page.
        sign_in(&house, "agent.protection").await.visit("/fr/desk").await.must_be(200);
        lose_all_passwords(&house).await;
        let overseer = sign_in(&house, "controle").await;
        overseer.visit(&conduct.at_desk()).await.must_be(200).must_not_have("Zalamots");
        put_together(&overseer, &papers[0], &papers[2]).await.must_be(200);
        overseer.visit(&conduct.at_desk()).await.must_have("Zalamots");
        // Nobody at the desk had a key: overseers keep it for them, and read nothing.
        let officer = sign_in(&house, "agent.protection").await;
        officer.visit(&desk.at_desk()).await.must_be(200).must_not_have("Zaladesk");
        overseer.visit(&desk.at_desk()).await.must_be(404);
        sign_in(&house, "controle").await.visit("/fr/oversight").await.must_be(200);
        officer.visit(&desk.at_desk()).await.must_have("Zaladesk");
    }
}

both! {
    /// What is told of a threat, of a concern of any kind: oversight's and the reporter's, and no thief's.
    async fn a_stolen_disk_reveals_no_word_of_a_threat(house: House) {
        let house = world(house);
        let filed = answered(&house).await;
        house.clock.advance(7 * 86_400);
        reply(&house, &filed, "yes", "Il attend devant ma porte, Zalamenace.").await.must_be(200);
        let last = number(&house, "SELECT MAX(id) AS value FROM checkbacks WHERE answer = 'yes'").await;
        let threat = format!("/fr/oversight/threats/{}", Id::<()>::new(last));
        let overseer = sign_in(&house, "controle").await;
        let page = overseer.visit(&threat).await;
        page.must_have("Zalamenace").form("Envoyer").fill("reply", "Changez de chemin, Zalaconseil.").press().await.must_be(200);
        nowhere(&loot(&house).await, &["Zalamenace", "Zalaconseil"]);
        follow(&house, &filed.code).await.must_have("Zalamenace").must_have("Zalaconseil");
        // The unit that works on the concern has no key to it.
        let units = number(&house, "SELECT COUNT(*) AS value FROM envelopes e JOIN keyrings k ON k.id = e.keyring_id JOIN memberships m ON m.account_id = k.account_id JOIN word_seals s ON s.sealed_id = e.sealed_id WHERE s.part = 'threats' AND m.role <> 'overseer'").await;
        assert_eq!(units, 0);
        house.restart().await;
        let page = overseer.visit(&threat).await;
        page.must_not_have("Zalamenace").must_have("Texte scellé").click("Ouvrir ma clé").await.must_be(200);
    }
}

both! {
    /// The reporter's own data are read with the code, and told to be sealed to whoever comes without it.
    async fn the_reporter_reads_their_own_data_with_the_code(house: House) {
        let house = world(house);
        let filed = file(&house, "police-conduct", "banconi", "Un agent frappe, Zalamots.", "").await;
        let reporter = house.person().await;
        let page = reporter.visit("/fr/follow").await;
        page.form("/fr/follow").fill("code", &filed.code).press().await.must_be(200);
        reporter.visit("/fr/follow/concern/data").await.must_be(200).must_have("Zalamots");
        house.restart().await;
        reporter.visit("/fr/follow/concern/data").await.must_be(200).must_not_have("Zalamots").must_have("Texte scellé");
    }
}

both! {
    /// A correction is sealed from the asking to the granting: the administrator, who grants it, reads neither text nor reason.
    async fn a_correction_of_a_complaint_about_police_is_read_by_its_readers_alone(house: House) {
        let house = world(house);
        let filed = file(&house, "police-conduct", "banconi", "Le sergent Zalamots demande de l’argent.", "").await;
        let new = "Le sergent Zalacorrige demande de l’argent.";
        let fields = [("correction", new), ("why_correction", "Ce n’est pas lui, Zalaraison.")];
        let request = rights::ask(&house, &filed, "Demander la correction", &fields).await;
        // Of an account nothing is sealed.
        rights::asked(&house, "awa").await;
        nowhere(&loot(&house).await, &["Zalamots", "Zalacorrige", "Zalaraison"]);
        let (code, said) = crate::custody::check(&house);
        assert!(code == Some(0) && said.contains("none can be read"), "{said}");
        let page = follow(&house, &filed.code).await.click("Tout ce que vous avez sur moi").await;
        page.must_have(&request).must_have("Zalaraison").must_have("Zalacorrige").must_have("jamais ce que vous écrivez");
        let admin = sign_in(&house, "admin").await;
        let page = admin.visit("/fr/admin/rights").await.click(&request).await;
        page.must_have("Corriger").must_have(&filed.number).must_have("Texte scellé");
        page.must_not_have("Zalamots").must_not_have("Zalacorrige").must_not_have("Zalaraison");
        rights::answer(&admin, &request, "Accepter").await.must_be(200);
        nowhere(&loot(&house).await, &["Zalamots", "Zalacorrige", "Zalaraison"]);
        let overseer = sign_in(&house, "controle").await;
        overseer.visit(&filed.at_desk()).await.must_have("Zalacorrige").must_not_have("Zalamots");
        follow(&house, &filed.code).await.must_have("Zalacorrige").must_not_have("Zalamots");
        let page = follow(&house, &filed.code).await.click("Tout ce que vous avez sur moi").await;
        page.must_have("Zalaraison").must_have("Zalacorrige").must_not_have("Zalamots").must_have("Voici notre réponse écrite.");
        let (code, said) = crate::custody::check(&house);
        assert!(code == Some(0) && said.contains("none can be read"), "{said}");
        harm(&house, "UPDATE rights_requests SET correction = 'Le sergent Diallo' WHERE concern_id IS NOT NULL").await;
        let (code, said) = crate::custody::check(&house);
        assert!(code != Some(0) && said.contains("request about data") && !said.contains("Diallo"), "{said}");
        // What an earlier version left open is sealed with the start, and no other text is touched.
        assert_eq!(sigida::app::seal_left(&house.site()).await.unwrap(), 1);
        assert_eq!(sigida::app::seal_left(&house.site()).await.unwrap(), 0);
        assert!(found(&rows_of(&house).await, "Diallo").is_empty());
        assert_eq!(crate::custody::check(&house).0, Some(0));
        follow(&house, &filed.code).await.must_have("Zalacorrige");
    }
}

both! {
    /// Whoever comes without the code sees that something was asked, and not what; what they ask meanwhile is sealed too.
    async fn after_a_restart_what_was_asked_is_read_with_the_code_again(house: House) {
        let house = world(house);
        let filed = file(&house, "police-conduct", "banconi", "Le sergent Zalamots demande de l’argent.", "").await;
        let fields = [("correction", "Le sergent Zalacorrige."), ("why_correction", "Ce n’est pas lui, Zalaraison.")];
        rights::ask(&house, &filed, "Demander la correction", &fields).await;
        let reporter = follow(&house, &filed.code).await;
        let reporter = reporter.person();
        house.restart().await;
        let page = reporter.visit("/fr/follow/concern/data").await;
        page.must_be(200).must_have("Texte scellé").must_not_have("Zalaraison").must_not_have("Zalacorrige");
        let form = page.form("Demander l’effacement").fill("why_erasure", "Qu’il n’en reste rien, Zalaeffacer.");
        form.press().await.must_be(200).must_not_have("Zalaeffacer");
        nowhere(&loot(&house).await, &["Zalaraison", "Zalacorrige", "Zalaeffacer"]);
        let page = follow(&house, &filed.code).await.click("Tout ce que vous avez sur moi").await;
        page.must_have("Zalaraison").must_have("Zalacorrige").must_have("Zalaeffacer");
    }
}

both! {
    /// What was asked, and said in an appeal, before is sealed in the deed that protects the concern; granted afterwards, the new
    /// words are the desk's and the reporter's.
    async fn what_was_asked_before_a_concern_became_protected_is_sealed_with_it(house: House) {
        let house = world(house);
        let filed = file(&house, "noise", "banconi", "Des cris la nuit, Zalamots.", "public").await;
        let moderator = sign_in(&house, "moderation.c1").await;
        decide(&moderator, &filed.number, "Ne pas publier", "Cela montre un voisin.").await.must_be(200);
        let page = follow(&house, &filed.code).await;
        page.form("/follow/concern/appeal").fill("appeal", "C’est une maison vide, Zalarecours.").press().await.must_be(200);
        let fields = [("correction", "Des coups la nuit, Zalacorrige."), ("why_correction", "J’ai mal écrit, Zalaraison.")];
        let request = rights::ask(&house, &filed, "Demander la correction", &fields).await;
        let said = ["Zalamots", "Zalarecours", "Zalacorrige", "Zalaraison"];
        let rows = rows_of(&house).await;
        assert!(said.iter().all(|word| !found(&rows, word).is_empty()), "it lies open where the unit reads it");
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let page = officer.visit(&filed.at_desk()).await;
        page.form("Changer la catégorie").fill("category", "violence-gender").press().await.must_be(200);
        nowhere(&rows_of(&house).await, &said);
        rights::answer(&sign_in(&house, "admin").await, &request, "Accepter").await.must_be(200);
        nowhere(&rows_of(&house).await, &said);
        let desk = sign_in(&house, "agent.protection").await;
        desk.visit(&filed.at_desk()).await.must_have("Zalacorrige").must_not_have("Zalamots");
        // It is found by its number, and by no word of it, the new ones neither.
        let inbox = async |query: &str| desk.visit(&format!("/fr/desk?tab=all&q={query}")).await;
        inbox(&filed.number).await.must_have(&filed.number);
        inbox("Zalacorrige").await.must_not_have(&filed.number);
        follow(&house, &filed.code).await.must_have("Zalacorrige").must_not_have("Zalamots");
        let (code, said) = crate::custody::check(&house);
        assert!(code == Some(0) && said.contains("none can be read"), "{said}");
    }
}

both! {
    /// `sigida check` sees without any key that a text of a sealed concern can be read.
    async fn the_check_finds_a_sealed_concern_whose_words_can_be_read(house: House) {
        let house = world(house);
        file(&house, "police-conduct", "banconi", "Un agent frappe, Zalamots.", "").await;
        let (code, said) = crate::custody::check(&house);
        assert!(code == Some(0) && said.contains("none can be read"), "{said}");
        let last = "(SELECT MAX(concern_id) FROM word_seals WHERE part = 'file')";
        for broken in [
            format!("UPDATE concerns SET landmark = 'Derrière le puits' WHERE id = {last}"),
            format!("UPDATE concern_events SET body = 'Il dit' WHERE concern_id = {last}"),
            format!("UPDATE desk_texts SET folded = folded || ' agent' WHERE concern_id = {last}"),
        ] {
            let house = &house;
            let before = number(house, &format!("SELECT COUNT(*) AS value FROM desk_texts WHERE concern_id = {last}")).await;
            assert_eq!(before, 1);
            harm(house, &broken).await;
            let (code, said) = crate::custody::check(house);
            assert!(code != Some(0) && !said.contains("Derrière"), "{broken}: {said}");
            harm(house, &format!("UPDATE concerns SET landmark = '' WHERE id = {last}")).await;
            harm(house, &format!("UPDATE concern_events SET body = '' WHERE concern_id = {last}")).await;
        }
    }
}
