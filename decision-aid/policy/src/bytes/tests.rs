//! What was written is read, and nothing else is.

use crate::small_policy::small_policy;
use crate::{Deferred, Policy, Step};

#[test]
fn what_was_written_is_read() {
    let policy = small_policy();
    let written = policy.to_bytes().expect("a policy can be written");
    assert_eq!(Policy::from_bytes(&written), Ok(policy));
    let step = Step { action: "act".to_owned(), who: "who".to_owned(), source: Default::default() };
    let deferred = Deferred { steps: vec![vec![step], vec![]], ..Deferred::default() };
    let written = deferred.to_bytes().expect("it can be written");
    assert_eq!(Deferred::from_bytes(&written), Ok(deferred));
}

#[test]
fn what_is_cut_off_or_goes_on_is_refused() {
    let mut written = small_policy().to_bytes().expect("a policy can be written");
    for length in 0..written.len() {
        assert!(Policy::from_bytes(&written[..length]).is_err(), "{length} bytes");
    }
    written.push(0);
    assert!(Policy::from_bytes(&written).is_err());
}

#[test]
fn any_bytes_are_read_or_refused() {
    let written = small_policy().to_bytes().expect("a policy can be written");
    for index in 0..written.len() {
        let mut changed = written.clone();
        changed[index] = changed[index].wrapping_add(0x81);
        // It may say something else; it may not fail otherwise.
        let _ = Policy::from_bytes(&changed);
    }
}
