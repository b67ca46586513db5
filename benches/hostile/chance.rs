//! What no honest hand would send, drawn by chance: the same again under the same seed.

/// A stream of numbers (xorshift64*).
pub struct Chance(u64);

/// Texts at the edges of what parsers of ours look for.
const ATOMS: [&str; 97] = [
    "",
    " ",
    "0",
    "-0",
    "-1",
    "1",
    "007",
    "+1",
    "1e9",
    "0x10",
    "1.5",
    "1,5",
    "NaN",
    "inf",
    "2147483647",
    "2147483648",
    "-2147483649",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "18446744073709551616",
    "99999999999999999999999999",
    "2026-11-23",
    "2026-02-30",
    "2026-13-01",
    "0000-00-00",
    "0000-01-01",
    "9999-12-31",
    "10000-01-01",
    "-0001-01-01",
    "-9999-01-01",
    "2026-11-23T10:00",
    "2026-11-23T24:00",
    "2026-11-23T25:61",
    "9999-12-31T23:59",
    "-9999-01-01T00:00",
    "2026-11-23T10:00:00Z",
    "2026-11",
    "2026-00",
    "2026-13",
    "9999-12",
    "0000-01",
    "-9999-01",
    "2026-W53",
    "T",
    "Z",
    "-",
    "--",
    ":",
    "/",
    "//",
    ".",
    "..",
    "1234567890123456",
    "0000000000000000",
    "1234 5678 9012 3456",
    "BKO-2026-00001",
    "BKO-9999-99999999999",
    "BKO--1-1",
    "BKO-2026-",
    "bko 2026 1",
    "0000000000000",
    "zzzzzzzzzzzzz",
    "7zzzzzzzzzzzz",
    "fr",
    "bm",
    "FR",
    "fr-ML;q=9",
    "bm;q=0.0001,*;q=x",
    "bytes=0-",
    "bytes=-9223372036854775808",
    "bytes=18446744073709551615-",
    "\"",
    "'",
    "<script>",
    "-->",
    "]]>",
    "{}",
    "[[[[[[[[",
    "{\"a\":",
    "null",
    "true",
    "\\u0000",
    "%00",
    "%",
    "%zz",
    "../../etc/passwd",
    "' OR 1=1 --",
    "\" NEAR(a b) *",
    "a* OR ^b",
    "\u{0}",
    "\u{1}\u{7f}\u{85}",
    "\u{feff}\u{202e}\u{200d}",
    "٢٠٢٦-١١",
    "２０２６",
    "e\u{301}\u{301}\u{301}",
    "👩‍👩‍👧‍👦 ɛ ɔ ɲ ŋ",
];

impl Chance {
    /// A stream.
    pub fn new(seed: u64) -> Chance {
        Chance(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).max(1))
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    /// A number below this one.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() >> 11) as usize % end.max(1)
    }

    /// True once in so many times.
    pub fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// One of several.
    pub fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    /// Up to so many bytes of any kind.
    pub fn bytes(&mut self, most: usize) -> Vec<u8> {
        (0..self.below(most + 1)).map(|_| self.next() as u8).collect()
    }

    /// A text: an edge, two of them, one of them damaged, signs of all kinds, digits, or much of something.
    pub fn text(&mut self) -> String {
        match self.below(12) {
            0..4 => (*self.pick(&ATOMS)).to_owned(),
            4..6 => format!("{}{}", self.pick(&ATOMS).to_owned(), self.pick(&ATOMS)),
            6..8 => {
                let atom = (*self.pick(&ATOMS)).to_owned();
                self.damaged(&atom)
            }
            8 => (0..self.below(40)).filter_map(|_| char::from_u32(self.next() as u32 % 0x3_0000)).collect(),
            9 => (0..self.below(30)).map(|_| char::from(b'0' + (self.next() % 10) as u8)).collect(),
            10 => String::from_utf8_lossy(&self.bytes(60)).into_owned(),
            _ => {
                let times = if self.one_in(40) { 3_000 } else { 40 };
                self.pick(&ATOMS).repeat(self.below(times))
            }
        }
    }

    /// A text with a few of its signs changed, doubled or gone.
    pub fn damaged(&mut self, text: &str) -> String {
        let mut signs: Vec<char> = text.chars().collect();
        for _ in 0..=self.below(3) {
            let at = self.below(signs.len() + 1);
            match self.below(4) {
                0 if at < signs.len() => drop(signs.remove(at)),
                1 => signs.insert(at, char::from_u32(self.next() as u32 % 0x400).unwrap_or('x')),
                2 if at < signs.len() => signs[at] = char::from((self.next() % 128) as u8),
                _ => signs.truncate(at),
            }
        }
        signs.into_iter().collect()
    }

    /// Bytes with a few of them changed, cut or doubled.
    pub fn broken(&mut self, whole: &[u8]) -> Vec<u8> {
        let mut bytes = whole.to_vec();
        for _ in 0..=self.below(6) {
            let at = self.below(bytes.len() + 1);
            match self.below(6) {
                0 => bytes.truncate(at),
                1 => bytes.splice(at..at, whole.iter().copied().take(self.next() as usize % 64)).for_each(drop),
                2 => {
                    let end = (at + self.below(16)).min(bytes.len());
                    bytes.drain(at..end).for_each(drop);
                }
                3 => {
                    let wild = *self.pick(&[[0_u8; 4], [0xff; 4], [0x7f, 0xff, 0xff, 0xff], [0x80, 0, 0, 0]]);
                    bytes.iter_mut().skip(at).zip(wild).for_each(|(byte, new)| *byte = new);
                }
                _ if at < bytes.len() => bytes[at] ^= 1 << (self.next() % 8),
                _ => {}
            }
        }
        bytes
    }
}
