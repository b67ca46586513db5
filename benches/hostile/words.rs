//! Addresses, queries and bodies, whole and broken.

use sigida::base::Id;

use super::chance::Chance;

/// What pages ask of their address.
const ASKED: [&str; 26] = [
    "next",
    "done",
    "after",
    "before",
    "lang",
    "q",
    "area",
    "category",
    "state",
    "month",
    "period",
    "unit",
    "committee",
    "from",
    "since",
    "reply",
    "quote",
    "day",
    "week",
    "days",
    "tab",
    "page",
    "role",
    "kind",
    "hash",
    "answer",
];

/// Words that name things of the sample.
const SLUGS: [&str; 10] = [
    "banconi",
    "sotuba",
    "commune-i",
    "commune-1-ouest",
    "ccs-commune-1",
    "mairie",
    "noise",
    "light",
    "police-conduct",
    "honesty",
];

/// Pairs as a browser writes them.
pub fn encoded(pairs: &[(&str, &str)]) -> String {
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

/// What could stand in an address in place of a part in braces.
fn thing(chance: &mut Chance, name: &str) -> String {
    match name {
        "l" => (*chance.pick(&["fr", "bm"])).to_owned(),
        "number" => format!("BKO-2026-{:05}", chance.below(60)),
        "month" => format!("2026-{:02}", 1 + chance.below(12)),
        "version" | "sheet" => "1".into(),
        "slug" | "prompt" => (*chance.pick(&SLUGS)).to_owned(),
        _ => Id::<()>::new(1 + chance.below(60) as i64).to_string(),
    }
}

/// Any bytes, as a part of an address can hold them.
fn percent(text: &str) -> String {
    let keep = |b: u8| b.is_ascii_alphanumeric() || b"-._~".contains(&b);
    text.bytes().map(|b| if keep(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

/// An address of a pattern: with what there is, or with what cannot be.
pub fn address(chance: &mut Chance, pattern: &str, honest: bool) -> String {
    let part = |part: &str| {
        let Some((before, rest)) = part.split_once('{') else { return part.to_owned() };
        let (name, after) = rest.split_once('}').unwrap_or((rest, ""));
        let wild = !honest && name != "l" && chance.one_in(2);
        let stands =
            if wild { percent(&chance.text().chars().take(200).collect::<String>()) } else { thing(chance, name) };
        format!("{before}{stands}{after}")
    };
    pattern.split('/').map(part).collect::<Vec<_>>().join("/")
}

/// A query with a few of the names that pages ask for.
pub fn query(chance: &mut Chance) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    for _ in 0..chance.below(4) {
        let name = (*chance.pick(&ASKED)).to_owned();
        let value = if chance.one_in(4) { (*chance.pick(&SLUGS)).to_owned() } else { chance.text() };
        query.append_pair(&name, &value.chars().take(400).collect::<String>());
    }
    query.finish()
}

/// The fields of a form, some of them damaged, dropped, doubled, or replaced by what no page would send.
pub fn bent(chance: &mut Chance, pairs: &[(String, String)], token: &str) -> Vec<(String, String)> {
    let mut sent = vec![("_token".to_owned(), token.to_owned())];
    for (name, value) in pairs {
        match chance.below(10) {
            0..5 => sent.push((name.clone(), value.clone())),
            5..7 => sent.push((name.clone(), chance.text())),
            7 => sent.push((name.clone(), chance.damaged(value))),
            8 => sent.extend([(name.clone(), value.clone()), (name.clone(), chance.text())]),
            _ => {}
        }
    }
    sent
}

/// The same as `multipart/form-data`, with a file now and then, well made or not.
pub fn multipart(chance: &mut Chance, pairs: &[(String, String)], file: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in pairs {
        body.extend(format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").into_bytes());
    }
    if chance.one_in(2) {
        let (field, name) = (*chance.pick(&["photos", "voice", "sound", "photo", "x"]), percent(&chance.text()));
        let head = format!("--x\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\r\n");
        body.extend([head.as_bytes(), &chance.broken(file), b"\r\n"].concat());
    }
    body.extend(b"--x--\r\n");
    if chance.one_in(3) { chance.broken(&body) } else { body }
}

/// What a patrol's phone delivers, with nonsense in it.
pub fn batch(chance: &mut Chance) -> String {
    let mark: String = (0..32).map(|_| char::from(b"0123456789abcdef"[chance.below(16)])).collect();
    let number = |chance: &mut Chance| match chance.below(4) {
        0 => {
            (*chance.pick(&["9223372036854775807", "-9223372036854775808", "1e400", "null", "1.5", "\"x\""])).to_owned()
        }
        _ => (1_795_428_000 + chance.below(3_600) as i64).to_string(),
    };
    let word = |chance: &mut Chance| serde_json::to_string(&chance.text()).unwrap_or_default();
    let (clock, started, arrived, left) = (number(chance), number(chance), number(chance), number(chance));
    let (objective, place, said, met) = (word(chance), word(chance), word(chance), chance.below(3_000));
    let whole = format!(
        "{{\"clock\":{clock},\"unit\":\"commune-1-ouest\",\"patrol\":{{\"mark\":\"{mark}\",\"version\":1,\"said\":{{\"mode\":\"foot\",\"headcount\":3,\
         \"objective\":{objective},\"started\":{started}}}}},\"stops\":[{{\"mark\":\"{mark}\",\"version\":1,\"said\":{{\"area\":\"banconi\",\
         \"place\":{place},\"arrived\":{arrived},\"left\":{left},\"met\":{{\"residents\":{met}}},\"observation\":{said},\"concerns\":[{place}]}}}}]}}"
    );
    if chance.one_in(3) { chance.damaged(&whole) } else { whole }
}
