//! The share of a knowledge check that has to be right.

use serde::{Deserialize, Serialize};

/// A pass mark in per cent, from 1 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct PassMark(u8);

impl Default for PassMark {
    /// 80 per cent, which is usual for training of this kind.
    fn default() -> Self {
        Self(80)
    }
}

impl PassMark {
    /// The pass mark in per cent.
    pub const fn percent(self) -> u8 {
        self.0
    }

    /// Whether this many right answers are enough. The comparison is exact: nothing is rounded.
    pub fn is_met(self, right: usize, total: usize) -> bool {
        total > 0 && right.saturating_mul(100) >= total.saturating_mul(self.0.into())
    }

    /// The fewest right answers that are enough.
    pub fn required(self, total: usize) -> usize {
        (usize::from(self.0) * total).div_ceil(100)
    }
}

impl TryFrom<i64> for PassMark {
    type Error = String;

    fn try_from(percent: i64) -> Result<Self, String> {
        match u8::try_from(percent) {
            Ok(mark @ 1..=100) => Ok(Self(mark)),
            _ => Err(format!("a pass mark is a percentage from 1 to 100, and {percent} is none")),
        }
    }
}

impl From<PassMark> for i64 {
    fn from(mark: PassMark) -> Self {
        Self::from(mark.0)
    }
}

#[cfg(test)]
mod tests {
    //! Tests of the pass mark.

    use super::PassMark;

    #[test]
    fn the_required_number_is_enough_and_one_less_is_not() {
        for percent in 1..=100 {
            let mark = PassMark::try_from(percent).expect("it is a percentage");
            for total in 1..=60 {
                let required = mark.required(total);
                assert!(mark.is_met(required, total), "{required} of {total} at {percent}");
                assert!(
                    required >= 1 && required <= total && !mark.is_met(required - 1, total),
                    "{required} of {total} at {percent}"
                );
            }
        }
        assert_eq!(PassMark::default().required(20), 16);
        assert!(!PassMark::default().is_met(0, 0), "a check without questions is not passed");
    }

    #[test]
    fn a_number_outside_1_to_100_is_refused() {
        for percent in [-1, 0, 101, 256, 336] {
            let refused = PassMark::try_from(percent).expect_err("it is no percentage");
            assert_eq!(refused, format!("a pass mark is a percentage from 1 to 100, and {percent} is none"));
        }
    }
}
