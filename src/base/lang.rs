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

    /// The first of our languages that an `Accept-Language` header asks for; French when it asks for none.
    pub fn accepted(header: &str) -> Lang {
        header
            .split(',')
            .filter_map(|part| Lang::parse(part.trim().get(..2)?.to_ascii_lowercase().as_str()))
            .next()
            .unwrap_or(Lang::Fr)
    }
}
