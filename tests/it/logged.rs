//! What the log tells the operator of who has a desk, and of nobody else (ASVS 5.0, 16.3.1 to 16.3.3).

use crate::concerns::file;
use crate::support::program::Program;
use crate::support::world::{enter, number, password, world};
use crate::support::{House, Person, both};
use sigida::base::Id;

async fn account(house: &House, login: &str) -> String {
    Id::<()>::new(number(house, &format!("SELECT id AS value FROM accounts WHERE login = '{login}'")).await).to_string()
}

fn lines<'a>(log: &'a str, word: &str) -> Vec<&'a str> {
    log.lines().filter(|line| line.contains(word)).collect()
}

both! {
    /// Refusals at a desk's door and passwords at the entrance are told by the account's id and function; of a resident, of a login
    /// that is nobody's and of what was typed there is nothing.
    async fn the_log_names_who_has_a_desk_and_nobody_else(house: House) {
        let house = world(house);
        let (officer, resident) = (account(&house, "agent.c1-ouest").await, account(&house, "awa").await);
        let foreign = file(&house, "noise", "kalabanbougou", "La scierie tourne la nuit.", "private").await;
        let program = Program::beside(&house, &[("SIGIDA_TRIES_PER_MINUTE", "100")]);
        let somebody = || Person::new(program.base());
        for login in ["agent.c1-ouest", "awa", "personne.ici"] {
            enter(&somebody(), login, "pas le bon mot").await.must_be(422);
        }
        let at_desk = somebody();
        enter(&at_desk, "agent.c1-ouest", &password("agent.c1-ouest")).await.must_be(200);
        at_desk.visit("/fr/admin").await.must_be(403);
        at_desk.visit(&foreign.at_desk()).await.must_be(404);
        at_desk.visit("/fr/concerns/BKO-2026-99999").await.must_be(404);
        let at_home = somebody();
        enter(&at_home, "awa", &password("awa")).await.must_be(200);
        at_home.visit("/fr/admin").await.must_be(403);
        for _ in 0..12 {
            enter(&somebody(), "chef.c1-ouest", "pas le bon mot").await;
        }
        let chief = account(&house, "chef.c1-ouest").await;
        let forged = somebody().post("/fr/login", &[("login", "awa"), ("password", "pas le bon mot")]).await;
        assert_eq!(forged.status, 403);
        program.ask_to_stop();
        let log = program.ended();

        let refused = lines(&log, "refused");
        assert_eq!(refused.len(), 2, "{refused:#?}");
        assert!(refused.iter().all(|line| line.contains(&officer) && line.contains("officer")), "{refused:#?}");
        assert!(refused[0].contains("/{l}/admin") && refused[1].contains("/{l}/desk/concerns/{number}"), "{refused:#?}");
        let met = |who: &str, how: &str| lines(&log, "signing in").into_iter().filter(|l| l.contains(who) && l.contains(how)).count();
        assert_eq!((met(&officer, "wrong"), met(&officer, "right")), (1, 1), "{log}");
        let (wrong, slowed) = (met(&chief, "wrong"), met(&chief, "slowed"));
        assert!(wrong >= 10 && slowed >= 1 && wrong + slowed == 12, "{wrong} and {slowed}: {log}");
        assert_eq!(lines(&log, "no page of ours").len(), 1);
        for secret in [resident.as_str(), "agent.c1", "personne.ici", "awa", "pas le bon", "127.0.0.1:", foreign.number.as_str()] {
            let told = lines(&log, secret);
            assert!(told.is_empty(), "« {secret} » is in the log: {told:#?}");
        }
    }
}
