//! Where links may lead, and where pictures may come from.

use super::refused::Refused;

/// What leads to an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// Somebody who follows it.
    Link,
    /// The page, which shows what is there.
    Picture,
}

/// The schemes that a link may have.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// What is wrong with an address.
pub(super) fn refused(address: &str, used: Use) -> Option<Refused> {
    let address = as_browsers_read(address);
    let scheme = scheme(&address);
    match used {
        Use::Link if scheme.as_ref().is_none_or(|scheme| SCHEMES.contains(&scheme.as_str())) => None,
        Use::Link => {
            let scheme = scheme.unwrap_or_default();
            Some(Refused::new(
                format!("a link cannot lead to an address that begins with `{scheme}:`"),
                "write `https:`, `http:`, `mailto:`, `tel:`, or the way to another page",
            ))
        }
        Use::Picture if scheme.is_none() && !address.starts_with(['/', '\\']) => None,
        Use::Picture => Some(Refused::new(
            "a picture cannot come from another place than the handbook",
            "put its file beside the pages, and write the way to it",
        )),
    }
}

/// An address without what browsers leave out of it: line breaks and tabs anywhere, and blanks and control characters at
/// its start.
fn as_browsers_read(address: &str) -> String {
    let blank = |c: char| c <= ' ';
    address.trim_start_matches(blank).chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect()
}

/// The scheme of an address, in small letters.
fn scheme(address: &str) -> Option<String> {
    let (scheme, _) = address.split_once(':')?;
    let mut letters = scheme.chars();
    let opens = letters.next().is_some_and(|c| c.is_ascii_alphabetic());
    let well_formed = letters.all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    (opens && well_formed).then(|| scheme.to_ascii_lowercase())
}
