//! The two languages of the interface.

use super::named::named;

named! {
    /// A language a page can be in. It is the first segment of every page's address.
    pub enum Lang {
        /// French, the reference.
        Fr = "fr",
        /// Bambara (bamanankan).
        Bm = "bm",
    }
}

impl Lang {
    /// The BCP 47 code, as in `<html lang>` and in addresses.
    pub const fn code(self) -> &'static str {
        self.as_str()
    }

    /// The other language, for the switch.
    pub const fn other(self) -> Lang {
        match self {
            Lang::Fr => Lang::Bm,
            Lang::Bm => Lang::Fr,
        }
    }

    /// What the language calls itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Lang::Fr => "Français",
            Lang::Bm => "Bamanankan",
        }
    }

    /// The one of our languages that an `Accept-Language` header wants most; French when it wants none.
    pub fn accepted(header: &str) -> Lang {
        let weight = |part: &str| {
            let quality = part.split(';').skip(1).find_map(|p| p.trim().strip_prefix("q=")?.parse::<f32>().ok());
            quality.unwrap_or(1.0)
        };
        let ours = header.split(',').take(40).filter_map(|part| {
            let lang = Lang::parse(part.trim().get(..2)?.to_ascii_lowercase().as_str())?;
            Some((lang, weight(part))).filter(|(_, weight)| *weight > 0.0)
        });
        // Of those wanted alike, the first named.
        let best = ours.reduce(|best, other| if other.1 > best.1 { other } else { best });
        best.map_or(Lang::Fr, |(lang, _)| lang)
    }
}
