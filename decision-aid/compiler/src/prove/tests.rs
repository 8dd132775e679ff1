use super::Count;

#[test]
fn a_count_is_written_with_a_comma_between_each_three_digits() {
    for (digits, written) in [("7", "7"), ("999", "999"), ("1000", "1,000"), ("1234567", "1,234,567")] {
        assert_eq!(Count(digits.to_owned()).to_string(), written);
    }
}
