//! Which texts are addresses, and how those are shown.

use super::{Address, ContactAddress, InvalidValue, WebAddress};

/// Which of the texts are read as an address.
fn read<T: TryFrom<String, Error = InvalidValue>>(texts: &[&'static str]) -> Vec<&'static str> {
    texts.iter().copied().filter(|text| T::try_from((*text).to_owned()).is_ok()).collect()
}

#[test]
fn an_address_is_whole() {
    let good = ["https://www.example.org", "http://example.org/a?b=c#d"];
    assert_eq!(read::<WebAddress>(&good), good);
    let bad = [
        "",
        "www.example.org",
        "https://",
        "https://example",
        "ftp://example.org",
        "javascript:alert(1)",
        "https://example.org/a b",
        "https://example.org/#a>b",
        "https://example.org/#a\\",
        "mailto:a@example.org",
    ];
    assert_eq!(read::<WebAddress>(&bad), [""; 0]);
    assert_eq!(read::<ContactAddress>(&["mailto:a.b@example.org", "https://example.org"]).len(), 2);
    let bad = [
        "a@example.org",
        "mailto:",
        "mailto:a",
        "mailto:a@b",
        "mailto:a b@c.org",
        "mailto:@c.org",
        "mailto:a@c.",
        "mailto:a@c.org?b",
    ];
    assert_eq!(read::<ContactAddress>(&bad), [""; 0]);
}

#[test]
fn an_address_is_shown_without_its_scheme() {
    for (address, shown, target) in [
        (Address::Page("https://example.org/"), "example.org", "https://example.org/"),
        (Address::Page("http://example.org/a"), "example.org/a", "http://example.org/a"),
        (Address::Email("a@example.org"), "a@example.org", "mailto:a@example.org"),
    ] {
        assert_eq!((address.shown().as_str(), address.target().as_str()), (shown, target));
    }
}
