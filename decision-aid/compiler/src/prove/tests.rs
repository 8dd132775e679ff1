//! How counts and shares of the sets of answers are written.

use super::Count;

#[test]
fn a_count_is_written_with_a_comma_between_each_three_digits() {
    for (digits, written) in [("7", "7"), ("999", "999"), ("1000", "1,000"), ("1234567", "1,234,567")] {
        assert_eq!(Count(digits.to_owned()).to_string(), written);
    }
}

#[test]
fn a_share_is_never_rounded_to_nothing_or_to_all() {
    let all = Count("1000000".to_owned());
    let shares =
        [("1", "less than 0.1 %"), ("31200", "3.1 %"), ("999999", "more than 99.9 %"), ("1000000", "all")];
    for (part, words) in shares {
        assert_eq!(Count(part.to_owned()).share_of(&all), words);
    }
}
