//! Which texts are read as which value, and how values are shown.

use super::{
    Address, ContactAddress, InvalidDetail, PhoneNumber, TextRelayNumber, VideoRelay, WebAddress, Words,
};

/// Which of the texts are read as a value.
fn read<T: TryFrom<String, Error = InvalidDetail>>(texts: &[&'static str]) -> Vec<&'static str> {
    texts.iter().copied().filter(|text| T::try_from((*text).to_owned()).is_ok()).collect()
}

#[test]
fn a_phone_number_is_figures_and_single_blanks() {
    let good = ["999", "116 123", "01632 960000", "+44 1632 960000"];
    assert_eq!(read::<PhoneNumber>(&good), good);
    let bad = [
        "",
        " ",
        "99",
        "01632  960000",
        " 01632",
        "01632 ",
        "01632-960000",
        "01632 96000o",
        "+",
        "+ 44",
        "44+1632",
        "(01632) 960000",
        "1234567890123456",
        "٠١٦٣٢ ٩٦٠",
        "ring us",
    ];
    assert_eq!(read::<PhoneNumber>(&bad), [""; 0]);
}

#[test]
fn a_number_for_text_relay_has_the_prefix_and_a_number() {
    let good = ["18001 01632 960000", "1800101632960000"];
    assert_eq!(read::<TextRelayNumber>(&good), good);
    let bad = ["01632 960000", "18001", "18001 ", "18001  01632 960000", "18002 01632 960000", "18001 x"];
    assert_eq!(read::<TextRelayNumber>(&bad), [""; 0]);
}

#[test]
fn words_stand_on_one_line_and_end_no_text() {
    let good = ["1 Example Street", "O’Brien & Sons <b>", "*"];
    assert_eq!(read::<Words>(&good), good);
    assert_eq!(read::<Words>(&["", "  ", "a\nb", "a\tb", "a \"b\"", "a\\"]), [""; 0]);
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
fn sign_language_is_a_page_or_words() {
    let relay = |text: &str| VideoRelay::try_from(text.to_owned());
    assert!(matches!(relay("https://example.org/bsl"), Ok(VideoRelay::Page(_))));
    assert!(matches!(relay("Ask us for an interpreter"), Ok(VideoRelay::Words(_))));
    let bad = ["", "bsl", "www.example.org", "see https://example.org", "a \"b\""];
    assert_eq!(read::<VideoRelay>(&bad), [""; 0]);
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

#[test]
fn what_is_dialled_has_no_blanks() {
    let number = PhoneNumber::try_from("+44 1632 960000".to_owned()).expect("a number");
    assert_eq!(
        (number.to_string().as_str(), number.dialled().as_str()),
        ("+44 1632 960000", "+441632960000")
    );
}
