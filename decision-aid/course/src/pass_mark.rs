//! The share of a knowledge check that has to be right.

use serde::{Deserialize, Serialize};

/// A pass mark in per cent, from 1 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct PassMark(u8);

impl Default for PassMark {
    /// What is usual for training of this kind.
    fn default() -> Self {
        Self(80)
    }
}

impl PassMark {
    /// In per cent.
    pub const fn per_cent(self) -> u8 {
        self.0
    }

    /// Whether so many right answers are enough, exactly: nothing is rounded.
    pub fn is_met(self, right: usize, of: usize) -> bool {
        of > 0 && right.saturating_mul(100) >= of.saturating_mul(self.0.into())
    }

    /// The fewest right answers that are enough.
    pub fn least(self, of: usize) -> usize {
        (usize::from(self.0) * of).div_ceil(100)
    }
}

impl TryFrom<i64> for PassMark {
    type Error = String;

    fn try_from(per_cent: i64) -> Result<Self, String> {
        match u8::try_from(per_cent) {
            Ok(mark @ 1..=100) => Ok(Self(mark)),
            _ => Err(format!("a pass mark is a percentage from 1 to 100, and {per_cent} is none")),
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
    use super::PassMark;

    #[test]
    fn the_least_that_is_enough_is_enough_and_one_less_is_not() {
        for per_cent in 1..=100 {
            let mark = PassMark::try_from(per_cent).expect("it is a percentage");
            for of in 1..=60 {
                let least = mark.least(of);
                assert!(mark.is_met(least, of), "{least} of {of} at {per_cent}");
                assert!(
                    least >= 1 && least <= of && !mark.is_met(least - 1, of),
                    "{least} of {of} at {per_cent}"
                );
            }
        }
        assert_eq!(PassMark::default().least(20), 16);
        assert!(!PassMark::default().is_met(0, 0), "nothing asked is nothing passed");
    }

    #[test]
    fn what_is_no_percentage_is_no_mark() {
        for per_cent in [-1, 0, 101, 256, 336] {
            let refused = PassMark::try_from(per_cent).expect_err("it is none");
            assert_eq!(refused, format!("a pass mark is a percentage from 1 to 100, and {per_cent} is none"));
        }
    }
}
