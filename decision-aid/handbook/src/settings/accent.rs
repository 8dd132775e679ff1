//! `accent` and `accent-dark`: the council's own colour for links and buttons.

use super::colour::{Colour, LEAST_CONTRAST, Scheme};
use super::invalid::InvalidValue;
use serde::de::{Deserialize, Deserializer, Error};

/// The colour of links and buttons, which text on the page can be read in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accent(Colour);

impl Accent {
    /// Reads the accent of the pages in one scheme.
    ///
    /// # Errors
    /// Text that is no colour, or a colour with too little contrast with the page.
    pub fn parse(text: &str, scheme: Scheme) -> Result<Self, InvalidValue> {
        let colour = Colour::parse(text).ok_or_else(|| InvalidValue::Colour(text.to_owned()))?;
        let contrast = colour.contrast(scheme.paper());
        if contrast >= LEAST_CONTRAST {
            Ok(Self(colour))
        } else {
            Err(InvalidValue::Contrast { colour: text.to_owned(), scheme, contrast })
        }
    }

    /// The colour.
    pub const fn colour(self) -> Colour {
        self.0
    }
}

/// Reads `accent`, for serde.
pub(super) fn light<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Accent>, D::Error> {
    in_scheme(deserializer, Scheme::Light)
}

/// Reads `accent-dark`, for serde.
pub(super) fn dark<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Accent>, D::Error> {
    in_scheme(deserializer, Scheme::Dark)
}

fn in_scheme<'de, D: Deserializer<'de>>(deserializer: D, scheme: Scheme) -> Result<Option<Accent>, D::Error> {
    Accent::parse(&String::deserialize(deserializer)?, scheme).map(Some).map_err(D::Error::custom)
}

#[cfg(test)]
mod tests {
    use super::{Accent, Scheme};

    #[test]
    fn an_accent_can_be_read() {
        for (text, scheme, refused) in [
            ("#0b4c52", Scheme::Light, None),
            ("#93d1ca", Scheme::Dark, None),
            ("#93d1ca", Scheme::Light, Some("choose a darker colour")),
            ("#0b4c52", Scheme::Dark, Some("choose a lighter colour")),
            ("#595959", Scheme::Light, Some("a contrast of 6.7:1 with the light page")),
            ("green", Scheme::Light, Some("`green` is not a colour")),
        ] {
            match (Accent::parse(text, scheme), refused) {
                (Ok(_), None) => {}
                (Err(wrong), Some(part)) => assert!(wrong.to_string().contains(part), "{wrong}"),
                (found, _) => panic!("{text}: {found:?}"),
            }
        }
    }
}
