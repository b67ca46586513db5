//! Calendars as other programs read them: iCalendar (RFC 5545) and Atom (RFC 4287). Pure text out of plain values.

use std::fmt::Write;

use crate::base::{DAY, HOUR, Time};

/// A meeting, as calendars know it.
#[derive(Debug, Clone)]
pub struct Event {
    /// Its id, which never changes.
    pub uid: String,
    /// How often it was changed.
    pub sequence: i64,
    /// When it was changed last.
    pub changed_at: Time,
    /// When it begins.
    pub starts_at: Time,
    /// Its title.
    pub title: String,
    /// Where.
    pub place: String,
    /// More of it.
    pub words: String,
    /// True when it was called off.
    pub cancelled: bool,
    /// Its page, from the root.
    pub url: String,
}

/// How long a meeting is said to last: calendars want an end.
const LENGTH: i64 = 2 * HOUR;

/// A text value: backslash, semicolon, comma and line ends are escaped (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// A content line, folded after 75 octets at most, never inside a letter (RFC 5545, 3.1).
fn line(out: &mut String, text: &str) {
    let mut width = 0;
    for c in text.chars() {
        if width + c.len_utf8() > 75 {
            out.push_str("\r\n ");
            // The space that opens the next line counts.
            width = 1;
        }
        out.push(c);
        width += c.len_utf8();
    }
    out.push_str("\r\n");
}

fn stamp(at: Time) -> String {
    at.civil().strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// A calendar of meetings. Bamako keeps UTC all year, so every instant is given in it.
pub fn ics(name: &str, events: &[Event]) -> String {
    let mut out = String::with_capacity(300 + 400 * events.len());
    for fixed in
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Sigida//Sigida//FR", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    {
        line(&mut out, fixed);
    }
    line(&mut out, &format!("X-WR-CALNAME:{}", escaped(name)));
    for event in events {
        line(&mut out, "BEGIN:VEVENT");
        line(&mut out, &format!("UID:{}@sigida", event.uid));
        line(&mut out, &format!("SEQUENCE:{}", event.sequence));
        line(&mut out, &format!("DTSTAMP:{}", stamp(event.changed_at)));
        line(&mut out, &format!("LAST-MODIFIED:{}", stamp(event.changed_at)));
        line(&mut out, &format!("DTSTART:{}", stamp(event.starts_at)));
        line(&mut out, &format!("DTEND:{}", stamp(event.starts_at.plus(LENGTH))));
        line(&mut out, &format!("SUMMARY:{}", escaped(&event.title)));
        line(&mut out, &format!("LOCATION:{}", escaped(&event.place)));
        line(&mut out, &format!("DESCRIPTION:{}", escaped(&event.words)));
        line(&mut out, if event.cancelled { "STATUS:CANCELLED" } else { "STATUS:CONFIRMED" });
        if !event.cancelled {
            // The phone's own reminder (RFC 5545, 3.6.6), as early as ours.
            for part in ["BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT48H"] {
                line(&mut out, part);
            }
            line(&mut out, &format!("DESCRIPTION:{}", escaped(&event.title)));
            line(&mut out, "END:VALARM");
        }
        line(&mut out, "END:VEVENT");
    }
    line(&mut out, "END:VCALENDAR");
    out
}

fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if c.is_control() && c != '\n' => {}
            c => out.push(c),
        }
    }
    out
}

/// A feed of meetings: `id` names it for ever, `own` is its address and `page` the one people read.
pub fn atom(id: &str, name: &str, own: &str, page: &str, lang: &str, events: &[Event]) -> String {
    // A feed without entries still says when it was changed: the beginning of time is always true.
    let updated = events.iter().map(|e| e.changed_at).max().unwrap_or(Time(DAY));
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    let mut put = |text: std::fmt::Arguments<'_>| {
        // Writing to memory does not fail.
        let _ = out.write_fmt(text);
    };
    put(format_args!(
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{lang}\">\n<id>urn:sigida:committee:{}</id>\n",
        xml(id)
    ));
    put(format_args!(
        "<title>{}</title>\n<updated>{}</updated>\n<author><name>Sigida</name></author>\n",
        xml(name),
        updated.rfc3339()
    ));
    put(format_args!("<link rel=\"self\" href=\"{}\"/>\n<link rel=\"alternate\" href=\"{}\"/>\n", xml(own), xml(page)));
    for event in events {
        put(format_args!(
            "<entry>\n<id>urn:sigida:meeting:{}</id>\n<title>{}</title>\n",
            xml(&event.uid),
            xml(&event.title)
        ));
        put(format_args!("<updated>{}</updated>\n<link href=\"{}\"/>\n", event.changed_at.rfc3339(), xml(&event.url)));
        put(format_args!("<summary>{}</summary>\n</entry>\n", xml(&format!("{} – {}", event.words, event.place))));
    }
    put(format_args!("</feed>\n"));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_folded_between_letters_and_a_text_is_escaped() {
        let mut out = String::new();
        let text = format!("SUMMARY:{}", "ɲɔ".repeat(60));
        line(&mut out, &text);
        assert!(out.split("\r\n").all(|l| l.len() <= 75), "{out}");
        assert_eq!(out.replace("\r\n ", "").trim_end(), text);
        assert_eq!(escaped("a;b,c\\d\ne"), "a\\;b\\,c\\\\d\\ne");
    }
}
