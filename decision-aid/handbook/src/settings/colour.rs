//! Colours, and whether text in them can be read.

use std::fmt;

/// The least contrast between text and what it stands on: WCAG's enhanced contrast.
pub const LEAST_CONTRAST: f64 = 7.0;

/// A colour, as parts of red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour([u8; 3]);

/// Which of the two sets of colours a page is shown in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Scheme {
    /// What the text of a page stands on: `--paper` in `theme/css/variables.css`.
    pub const fn paper(self) -> Colour {
        match self {
            Self::Light => Colour([0xfb, 0xfa, 0xf6]),
            Self::Dark => Colour([0x14, 0x19, 0x1a]),
        }
    }

    /// The palest text of a page: `--muted` in `theme/css/variables.css`.
    pub const fn muted(self) -> Colour {
        match self {
            Self::Light => Colour([0x4b, 0x48, 0x41]),
            Self::Dark => Colour([0xbd, 0xb9, 0xae]),
        }
    }
}

impl Colour {
    /// White.
    pub const WHITE: Self = Self([0xff; 3]);

    /// Reads `#0b4c52`; nothing where it is written in any other way.
    pub fn parse(text: &str) -> Option<Self> {
        let figures = text.strip_prefix('#').filter(|figures| figures.len() == 6 && figures.is_ascii())?;
        let part = |at: usize| u8::from_str_radix(figures.get(at..at + 2)?, 16).ok();
        figures.bytes().all(|byte| byte.is_ascii_hexdigit()).then_some(())?;
        Some(Self([part(0)?, part(2)?, part(4)?]))
    }

    /// How much of `other` is in this colour, from 0 to 1.
    pub fn mixed(self, other: Self, share: f64) -> Self {
        let mut mixed = self.0;
        for (own, other) in mixed.iter_mut().zip(other.0) {
            // A share from 0 to 1 of two bytes is a byte.
            *own = (f64::from(*own) * (1.0 - share) + f64::from(other) * share).round() as u8;
        }
        Self(mixed)
    }

    /// The contrast of this colour with another, from 1 to 21, as WCAG 2 defines it.
    pub fn contrast(self, other: Self) -> f64 {
        let (own, other) = (self.luminance(), other.luminance());
        (own.max(other) + 0.05) / (own.min(other) + 0.05)
    }

    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::{Colour, Scheme};

    #[test]
    fn a_colour_is_written_in_one_way() {
        for (text, expected) in [
            ("#0b4c52", Some("#0b4c52")),
            ("#0B4C52", Some("#0b4c52")),
            ("0b4c52", None),
            ("#0b4", None),
            ("#0b4c5g", None),
            ("#+b4c52", None),
            ("#0b4c5é", None),
            ("teal", None),
        ] {
            assert_eq!(Colour::parse(text).map(|colour| colour.to_string()).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        // As WCAG's own examples and the checkers of its authors give it.
        for (one, other, expected) in
            [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#595959", "#ffffff", 7.0)]
        {
            let contrast = Colour::parse(one).unwrap().contrast(Colour::parse(other).unwrap());
            assert!((contrast - expected).abs() < 0.01, "{one} on {other}: {contrast}");
        }
    }

    #[test]
    fn paper_and_palest_text_are_those_of_the_stylesheet() {
        let style = include_str!("../../../../theme/css/variables.css");
        for (name, of) in [("--paper: ", Scheme::paper as fn(Scheme) -> Colour), ("--muted: ", Scheme::muted)]
        {
            let set: Vec<&str> = style.lines().filter_map(|line| line.trim().strip_prefix(name)).collect();
            assert_eq!(set[..2], [Scheme::Light, Scheme::Dark].map(|scheme| format!("{};", of(scheme))));
        }
    }
}
