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

#[test]
fn a_share_in_words_is_one_that_people_can_picture() {
    let all = Count("120000000".to_owned());
    let table = [
        ("120000000", "every set of answers"),
        ("119999999", "nearly every set of answers"),
        ("108000000", "about nine in ten sets of answers"),
        ("90000000", "about three in four sets of answers"),
        ("79000000", "about two in three sets of answers"),
        ("60000000", "about one in two sets of answers"),
        ("50000000", "about one in two sets of answers"),
        ("40000000", "about one in three sets of answers"),
        ("20000000", "about one in six sets of answers"),
        ("12000000", "about one in ten sets of answers"),
        ("10500000", "about one in ten sets of answers"),
        ("7000000", "about one in 20 sets of answers"),
        ("410000", "about one in 300 sets of answers"),
        ("15000", "about one in 8,000 sets of answers"),
        ("120", "about one in 1,000,000 sets of answers"),
        ("119", "fewer than one in a million sets of answers"),
    ];
    for (part, words) in table {
        assert_eq!(Count(part.to_owned()).in_words(&all), words, "{part}");
    }
}
