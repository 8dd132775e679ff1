//! The council's own colours, and what stands at the foot of printed pages: a stylesheet made from `book.toml`.
//!
//! A tint is thinned until the accent has 7:1 on it. The same file sets the foot of printed pages, because only it knows the title and
//! the edition.

use crate::digest::digest;
use crate::settings::Settings;
use crate::settings::accent::Accent;
use crate::settings::colour::{Colour, LEAST_CONTRAST, Scheme};
use crate::site::rewrite::Handler;
use anyhow::{Context, Result};
use lol_html::element;
use lol_html::html_content::ContentType;
use std::fs;
use std::path::Path;

/// The least share of the paper in a tint: a tint any stronger would compete with the text on it.
const PALEST: f64 = 0.9;

/// Writes the stylesheet and gives its name from the root of the site.
///
/// # Errors
/// The file cannot be written.
pub(crate) fn write(site: &Path, title: &str, settings: &Settings) -> Result<String> {
    let style = style(title, settings);
    let hash = digest(&style, 4);
    let name = format!("css/own-{hash}.css");
    let file = site.join(&name);
    fs::write(&file, style).with_context(|| format!("cannot write {}", file.display()))?;
    Ok(name)
}

fn style(title: &str, settings: &Settings) -> String {
    let mut style = String::new();
    for (accent, scheme) in [(settings.accent, Scheme::Light), (settings.accent_dark, Scheme::Dark)] {
        style.extend(accent.map(|accent| accents(accent, scheme)));
    }
    let edition =
        if settings.version.is_empty() { String::new() } else { format!(", edition {}", settings.version) };
    let foot = as_css_string(&format!("{title}{edition}"));
    style.push_str(&format!("@page{{@bottom-left{{content:{foot}}}}}"));
    style
}

/// The colours that follow from an accent.
fn accents(accent: Accent, scheme: Scheme) -> String {
    let accent = accent.colour();
    let paper = scheme.paper();
    let on_accent = match scheme {
        Scheme::Light => Colour::WHITE,
        Scheme::Dark => paper,
    };
    let set =
        format!(":root{{--accent:{accent};--accent-tint:{};--on-accent:{on_accent}}}", tint(accent, scheme));
    let media = match scheme {
        Scheme::Light => "screen and (prefers-color-scheme:light)",
        Scheme::Dark => "screen and (prefers-color-scheme:dark)",
    };
    format!("@media {media}{{{set}}}\n")
}

/// The accent thinned on the paper until the accent and the palest text can be read on it.
fn tint(accent: Colour, scheme: Scheme) -> Colour {
    let paper = scheme.paper();
    let steps = (0_u8..=10).map(|step| PALEST + (1.0 - PALEST) * f64::from(step) / 10.0);
    steps
        .map(|share| accent.mixed(paper, share))
        .find(|tint| [accent, scheme.muted()].iter().all(|text| text.contrast(*tint) >= LEAST_CONTRAST))
        .unwrap_or(paper)
}

/// A text as CSS writes one: whatever is not a letter, a figure or a blank by its code.
fn as_css_string(text: &str) -> String {
    let mut string = String::from("\"");
    for character in text.chars() {
        if character.is_alphanumeric() || matches!(character, ' ' | '-' | ',' | '.') {
            string.push(character);
        } else {
            string.push_str(&format!("\\{:x} ", u32::from(character)));
        }
    }
    string.push('"');
    string
}

/// What links the stylesheet to a page, after all others.
pub(crate) fn link<'h>(name: &'h str, root: &'h str) -> Handler<'h> {
    element!("head", move |head| {
        head.append(&format!("<link rel=\"stylesheet\" href=\"{root}{name}\">\n"), ContentType::Html);
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::{as_css_string, style, tint};
    use crate::settings::Settings;
    use crate::settings::colour::{Colour, LEAST_CONTRAST, Scheme};

    fn settings(text: &str) -> Settings {
        toml::from_str(text).unwrap()
    }

    #[test]
    fn an_accent_is_set_where_it_can_be_read() {
        let style = style("Book", &settings("accent = '#4a2a6a'\naccent-dark = '#d5bff0'"));
        assert!(style.contains("(prefers-color-scheme:light){:root{--accent:#4a2a6a"), "{style}");
        assert!(style.contains("(prefers-color-scheme:dark){:root{--accent:#d5bff0"), "{style}");
    }

    #[test]
    fn text_can_be_read_on_the_tint() {
        for (accent, scheme) in [
            ("#0b4c52", Scheme::Light),
            ("#565656", Scheme::Light),
            ("#000000", Scheme::Light),
            ("#a3a3a3", Scheme::Dark),
            ("#ffffff", Scheme::Dark),
        ] {
            let accent = Colour::parse(accent).unwrap();
            for text in [accent, scheme.muted()] {
                assert!(text.contrast(scheme.paper()) >= LEAST_CONTRAST, "{text} on the paper");
                assert!(
                    text.contrast(tint(accent, scheme)) >= LEAST_CONTRAST,
                    "{text} on the tint of {accent}"
                );
            }
        }
    }

    #[test]
    fn no_title_ends_its_string() {
        assert_eq!(as_css_string("A\"}\\\n<b>é"), r#""A\22 \7d \5c \a \3c b\3e é""#);
    }
}
