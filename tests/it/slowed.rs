//! Machines that read everything, take every place or try every door code are slowed; people are not (ASVS 5.0, 2.4.1).

use std::io::Write;
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use crate::forums::{announced, door_code, public, registered};
use crate::support::world::{sign_in, world};
use crate::support::{House, both};

both! {
    /// Searches, feeds and files are counted together by address; a page that everybody reads is not, nor who has a desk.
    async fn searches_feeds_and_files_are_slowed_and_pages_are_not(house: House) {
        let strict = House::open_with(house.kind(), |config| {
            (config.web.forms_per_minute, config.web.reads_per_minute) = (1_000, 3);
        });
        let strict = world(strict.await);
        let person = strict.person().await;
        for n in 0..3 {
            person.visit(&format!("/fr/concerns?q=lampe{n}")).await.must_be(200);
        }
        let page = person.visit("/fr/concerns?q=lampe9").await;
        page.must_be(429).must_have("Attendez un peu");
        assert!(!page.header("retry-after").is_empty());
        for file in ["/data/ledger.csv", "/feeds/areas/banconi.atom", "/calendars/areas/banconi.ics"] {
            person.clone().without_checks().visit(file).await.must_be(429);
        }
        for read in ["/fr", "/fr/danger", "/fr/concerns", "/fr/areas/banconi", "/fr/login?next=%2Faccount"] {
            person.visit(read).await.must_be(200);
        }
        let officer = sign_in(&strict, "agent.c1-ouest").await;
        for n in 0..5 {
            officer.visit(&format!("/fr/concerns?q=lampe{n}")).await.must_be(200);
        }
    }
}

both! {
    /// A yard behind one address keeps its places; a machine does not keep them all.
    async fn nobody_takes_every_place_at_a_meeting(house: House) {
        let strict = world(House::open_with(house.kind(), |config| config.web.forms_per_minute = 1_000).await);
        let run = announced(&sign_in(&strict, "moderation.c1").await, "Une chaise PLACEDIX", "2026-12-05T16:00", "200").await;
        let meeting = public(&run);
        for _ in 0..30 {
            registered(&strict, &meeting, "").await;
        }
        let page = strict.person().await.visit(&format!("{meeting}/registration")).await;
        page.main_form().press().await.must_be(429);
        // Who has an account holds one place, whatever others behind the address do.
        let page = sign_in(&strict, "awa").await.visit(&format!("{meeting}/registration")).await;
        page.main_form().press().await.must_be(200);
    }
}

both! {
    /// Door codes that open nothing are counted, right ones are not.
    async fn guessing_door_codes_is_slowed_and_a_right_one_is_not(house: House) {
        let strict = world(House::open_with(house.kind(), |config| config.web.tries_per_minute = 2).await);
        let run = announced(&sign_in(&strict, "moderation.c1").await, "Une chaise PLACEONZE", "2026-12-05T16:00", "9").await;
        let meeting = public(&run);
        let code = door_code(&registered(&strict, &meeting, "").await);
        let wrong = if code == "000000" { "000001" } else { "000000" };
        let place = async |code: &str| {
            let page = strict.person().await.visit(&format!("{meeting}/place")).await;
            page.main_form().fill("code", code).press().await
        };
        for _ in 0..5 {
            place(&code).await.must_be(200).must_have("PLACEONZE");
        }
        for _ in 0..2 {
            place(wrong).await.must_be(422);
        }
        place(wrong).await.must_be(429);
        place(&code).await.must_be(429);
    }
}

/// True while the system holds the server's end of a line.
fn is_held(server: SocketAddr, client: SocketAddr) -> bool {
    let (here, there) = (format!(":{:04X}", server.port()), format!(":{:04X}", client.port()));
    let table = std::fs::read_to_string("/proc/net/tcp").expect("the system's table of lines");
    table.lines().any(|line| {
        let mut ends = line.split_whitespace().skip(1);
        ends.next().is_some_and(|end| end.ends_with(&here)) && ends.next().is_some_and(|end| end.ends_with(&there))
    })
}

both! {
    /// Who asks for much and takes nothing of it loses the line, as whoever sends half a form does.
    async fn a_line_that_asks_and_never_reads_is_given_up(house: House) {
        let impatient = House::open_with(house.kind(), |config| config.web.unread = Duration::from_secs(2));
        let impatient = world(impatient.await);
        let server = impatient.address();
        let mut line = TcpStream::connect(server).expect("a line");
        let client = line.local_addr().expect("its own end");
        // More than the buffers of both ends hold.
        let asks = format!("GET /fr/concerns HTTP/1.1\r\nHost: {server}\r\n\r\n").repeat(2_000);
        line.write_all(asks.as_bytes()).expect("asked");
        assert!(is_held(server, client));
        let mut turns = 0;
        while is_held(server, client) {
            turns += 1;
            assert!(turns < 80, "the line is held after twenty seconds");
            tokio::time::sleep(Duration::from_millis(250)).await;
        }
        impatient.person().await.visit("/fr/concerns").await.must_be(200);
    }
}
