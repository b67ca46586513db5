//! A concern that a reader flags (D5): it waits in the same row as messages, and whoever moderates its place decides.

use crate::concerns::{decide, file};
use crate::moderation::form_of;
use crate::support::both;
use crate::support::world::{number, sign_in, world};

both! {
    /// Signed in, once; the moderators of its place read why, take it in hand and leave it; nobody learns who it was.
    async fn a_concern_is_flagged_once_and_left_by_the_moderators_of_its_place(house: House) {
        let house = world(house);
        let filed = file(&house, "noise", "banconi", "Le garage ZEBRE tape toute la nuit.", "public").await;
        decide(&sign_in(&house, "moderation.c1").await, &filed.number, "Publier", "").await;
        let (public, desk) = (format!("/fr/concerns/{}", filed.number), format!("/fr/committee/concerns/{}", filed.number));
        let flag = format!("{public}/flag");
        let visitor = house.person().await;
        let page = visitor.visit(&public).await;
        assert!(page.links().iter().any(|l| l.href == flag), "nothing leads to flagging");
        assert!(page.click("Alerter le comité").await.path.starts_with("/fr/login"));
        let moussa = sign_in(&house, "moussa").await;
        let page = moussa.visit(&flag).await;
        page.must_have("ZEBRE").check_html();
        form_of(&page, "ground").fill("note", "Je ne sais pas").press().await.must_be(422).must_have("Je ne sais pas");
        form_of(&page, "ground").fill("ground", "accusation").fill("note", "Il a fermé QUAGGA").press().await.must_be(200);
        moussa.visit(&flag).await.must_have("déjà alerté").must_not_have("Envoyer l’alerte");
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM flags WHERE target_kind = 'concern'").await, 1);
        for login in ["moderation.c4", "agent.c1-ouest"] {
            sign_in(&house, login).await.visit(&public).await.must_not_have("QUAGGA");
        }
        sign_in(&house, "moderation.c4").await.visit("/fr/committee/queue").await.must_not_have("ZEBRE");
        let moderator = sign_in(&house, "moderation.c1").await;
        let row = moderator.visit("/fr/committee/queue?kind=flag").await;
        row.must_have("ZEBRE").must_have("Accuse quelqu’un sans preuve");
        assert!(row.links().iter().any(|l| l.href == desk), "{}", row.described());
        let page = moderator.visit(&desk).await;
        page.must_have("QUAGGA").must_not_have("Moussa").must_have("Personne n’a encore regardé").check_html();
        form_of(&page, "staff_note").fill("staff_note", "Je demande au garage").press().await.must_have("Je demande au garage");
        moderator.visit("/fr/committee/queue?kind=flag").await.must_have("En cours");
        moderator.visit(&desk).await.form("Laisser le texte").press_button("Laisser le texte").await.must_be(200);
        moderator.visit("/fr/committee/queue?kind=flag").await.must_not_have("ZEBRE");
        visitor.visit(&public).await.must_have("ZEBRE");
        let log = visitor.visit("/fr/moderation").await;
        log.must_have("Alerte rejetée").must_not_have("ZEBRE").must_not_have("QUAGGA").must_not_have("garage");
        sign_in(&house, "chef.c1-ouest").await.visit(&desk).await.must_be(403);
    }
}

both! {
    /// Hiding what was flagged upholds the flag: nothing waits any more, and the log says both.
    async fn hiding_a_flagged_concern_upholds_the_flag(house: House) {
        let house = world(house);
        let filed = file(&house, "noise", "banconi", "La forge ZEBRE tape toute la nuit.", "public").await;
        let moderator = sign_in(&house, "moderation.c1").await;
        decide(&moderator, &filed.number, "Publier", "").await;
        let page = sign_in(&house, "awa").await.visit(&format!("/fr/concerns/{}/flag", filed.number)).await;
        form_of(&page, "ground").fill("ground", "private").press().await.must_be(200);
        moderator.visit("/fr/committee/queue?kind=flag").await.must_have("ZEBRE");
        decide(&moderator, &filed.number, "Retirer du public", "Cela montre un voisin.").await;
        moderator.visit("/fr/committee/queue?kind=flag").await.must_not_have("ZEBRE");
        house.person().await.visit("/fr/moderation").await.must_have("Alerte retenue").must_not_have("ZEBRE");
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM flags WHERE state = 'upheld' AND target_kind = 'concern'").await, 1);
        sign_in(&house, "moussa").await.visit(&format!("/fr/concerns/{}/flag", filed.number)).await.must_be(404);
    }
}
