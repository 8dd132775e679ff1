//! What of a policy nobody reads before a case has a result.
//!
//! It reaches the browser only once somebody works with the aid, so that the first question has to wait for less: some 12 KB of
//! brotli, measured in `tests/tests/it/aid_size.rs`.

use crate::{Content, Field, Paperwork, Policy, Step};
use serde::{Deserialize, Serialize};

/// What follows the first question.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Deferred {
    /// What is written down under the policy.
    pub paperwork: Paperwork,
    /// What each finding says.
    pub findings: Vec<String>,
    /// The next steps of each outcome.
    pub steps: Vec<Vec<Step>>,
    /// What each option says.
    pub options: Vec<OptionTexts>,
}

/// What an option says, and asks to be settled.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OptionTexts {
    /// See [`does`](crate::PolicyOption::does).
    pub does: String,
    /// See [`tells`](crate::PolicyOption::tells).
    pub tells: Vec<String>,
    /// See [`details`](crate::PolicyOption::details).
    pub details: Vec<Field>,
    /// See [`because`](crate::Rule::because), of each of its rules.
    pub because: Vec<String>,
}

impl Content {
    /// What the first question needs, and the rest.
    pub fn split(self) -> (Policy, Deferred) {
        let Self { mut policy, paperwork } = self;
        let mut deferred = Deferred { paperwork, ..Deferred::default() };
        deferred.findings =
            policy.findings.iter_mut().map(|finding| std::mem::take(&mut finding.says)).collect();
        for outcome in &mut policy.outcomes {
            deferred.steps.push(std::mem::take(&mut outcome.steps));
        }
        for option in &mut policy.options {
            deferred.options.push(OptionTexts {
                does: std::mem::take(&mut option.does),
                tells: std::mem::take(&mut option.tells),
                details: std::mem::take(&mut option.details),
                because: option.rules.iter_mut().map(|rule| std::mem::take(&mut rule.because)).collect(),
            });
        }
        (policy, deferred)
    }
}

impl Deferred {
    /// The whole again, of the policy that it was split from.
    pub fn join(self, mut policy: Policy) -> Content {
        for (finding, says) in policy.findings.iter_mut().zip(self.findings) {
            finding.says = says;
        }
        for (outcome, steps) in policy.outcomes.iter_mut().zip(self.steps) {
            outcome.steps = steps;
        }
        for (option, texts) in policy.options.iter_mut().zip(self.options) {
            (option.does, option.tells, option.details) = (texts.does, texts.tells, texts.details);
            for (rule, because) in option.rules.iter_mut().zip(texts.because) {
                rule.because = because;
            }
        }
        Content { policy, paperwork: self.paperwork }
    }
}

#[cfg(test)]
mod tests {
    use super::Deferred;
    use crate::small_policy::small_policy;
    use crate::{Content, Paperwork, Policy};

    #[test]
    fn what_is_split_comes_together_again_by_way_of_bytes() {
        let mut policy = small_policy();
        policy.findings[0].says = "says".to_owned();
        for (number, option) in policy.options.iter_mut().enumerate() {
            option.does = format!("does {number}");
            option.tells = vec![format!("tells {number}")];
            option.rules[0].because = format!("because {number}");
        }
        let whole = Content { policy, paperwork: Paperwork::default() };
        let (first, deferred) = whole.clone().split();
        assert!(first.options.iter().all(|option| option.does.is_empty() && option.tells.is_empty()));
        assert!(first.options.iter().flat_map(|option| &option.rules).all(|rule| rule.because.is_empty()));
        let bytes =
            |first: &Policy, deferred: &Deferred| Some((first.to_bytes().ok()?, deferred.to_bytes().ok()?));
        let (first, deferred) = bytes(&first, &deferred).expect("both can be written");
        let (first, deferred) = (Policy::from_bytes(&first), Deferred::from_bytes(&deferred));
        assert_eq!(deferred.expect("it is read").join(first.expect("it is read")), whole);
    }
}
