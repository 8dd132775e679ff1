//! Which texts are read as which value, and how values are shown.

use super::{InvalidValue, PhoneNumber, TextRelayNumber, VideoRelay, Words};

/// Which of the texts are read as a value.
fn read<T: TryFrom<String, Error = InvalidValue>>(texts: &[&'static str]) -> Vec<&'static str> {
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
fn sign_language_is_a_page_or_words() {
    let relay = |text: &str| VideoRelay::try_from(text.to_owned());
    assert!(matches!(relay("https://example.org/bsl"), Ok(VideoRelay::Page(_))));
    assert!(matches!(relay("Ask us for an interpreter"), Ok(VideoRelay::Words(_))));
    let bad = ["", "bsl", "www.example.org", "see https://example.org", "a \"b\""];
    assert_eq!(read::<VideoRelay>(&bad), [""; 0]);
}

#[test]
fn what_is_dialled_has_no_blanks() {
    let number = PhoneNumber::try_from("+44 1632 960000".to_owned()).expect("a number");
    assert_eq!(
        (number.to_string().as_str(), number.dialled().as_str()),
        ("+44 1632 960000", "+441632960000")
    );
}
