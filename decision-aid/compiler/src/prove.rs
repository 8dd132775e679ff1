//! Proves what has to hold for every set of answers: the properties that stand in the pages, and the laws that
//! every policy must keep.
//!
//! `claims` turns a property into the diagram of the answers that break it; `laws` are the ones built in. Where a
//! property fails, the proof is a witness: the smallest answers that break it.

mod claims;
mod laws;

use crate::diagram::soundness;
use crate::diagram::space::Space;
use crate::{Compiled, Diagnostic, Item, Place, Witness};
use policy::{Condition, Policy, PolicyOption, Question, Ref, Source};
use std::fmt;

/// Something that has to hold for every set of answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Property {
    /// The stable id.
    pub id: String,
    /// The property in a sentence.
    pub says: String,
    /// What is claimed.
    pub claim: Claim,
    /// Where its id stands.
    pub place: Place,
    /// Where it comes from.
    pub source: Source,
}

/// What a property claims.
#[derive(Debug, Clone, PartialEq)]
pub enum Claim {
    /// The condition holds.
    Always(Condition),
    /// No answer to these questions ever changes the outcome or the status of an option.
    NoEffect(Vec<Ref<Question>>),
    /// Answering one of these questions yes instead of no never makes one of the options warranted.
    NeverMore {
        /// The questions.
        turning: Vec<Ref<Question>>,
        /// The options.
        options: Vec<Ref<PolicyOption>>,
    },
}

/// What came of one thing to prove.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// The id of the property or law.
    pub id: String,
    /// The property in a sentence.
    pub says: String,
    /// Whether it holds.
    pub verdict: Verdict,
}

/// Whether a property holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It holds for every set of answers.
    Proved,
    /// It does not.
    Broken {
        /// What is wrong, where the property alone does not say it.
        message: Option<String>,
        /// The part of the policy that breaks it, where it is one.
        item: Option<Item>,
        /// Answers that break it. Two, where it is the step from the one to the other that does.
        witnesses: Vec<Witness>,
    },
}

impl Proof {
    /// Whether the property holds.
    pub fn holds(&self) -> bool {
        self.verdict == Verdict::Proved
    }
}

/// A whole number in decimal, with a comma between each three digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count(String);

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, digit) in self.0.chars().enumerate() {
            if index > 0 && (self.0.len() - index).is_multiple_of(3) {
                f.write_str(",")?;
            }
            write!(f, "{digit}")?;
        }
        Ok(())
    }
}

impl Count {
    /// What part of another number this is, in words for people: `3.1 %`.
    pub fn share_of(&self, all: &Self) -> String {
        let number = |count: &Self| count.0.parse::<f64>().unwrap_or_default();
        let percent = 100.0 * number(self) / number(all);
        if self == all {
            "all".to_owned()
        } else if percent < 0.1 {
            "less than 0.1 %".to_owned()
        } else if percent > 99.9 {
            "more than 99.9 %".to_owned()
        } else {
            format!("{percent:.1} %")
        }
    }

    /// What part of all sets of answers this number is, in words that people can picture: `about one in six sets of answers`.
    pub fn in_words(&self, all: &Self) -> String {
        let number = |count: &Self| count.0.parse::<f64>().unwrap_or_default();
        match number(self) / number(all) {
            _ if self == all => "every set of answers".to_owned(),
            share if share > 0.95 => "nearly every set of answers".to_owned(),
            share if share > 0.45 => format!("about {} sets of answers", most(share)),
            share if share < 1e-6 => "fewer than one in a million sets of answers".to_owned(),
            share => format!("about one in {} sets of answers", rounded(share.recip())),
        }
    }

    /// Counts complete sets of answers.
    pub(crate) fn of(sets: &biodivine_lib_bdd::Bdd) -> Self {
        Self(sets.exact_cardinality().to_string())
    }
}

/// A share of nearly a half or more, as the simple fraction that is nearest.
fn most(share: f64) -> &'static str {
    match share {
        ..0.58 => "one in two",
        ..0.71 => "two in three",
        ..0.83 => "three in four",
        _ => "nine in ten",
    }
}

/// A number in words up to ten, and above that with one digit that is not nothing.
fn rounded(number: f64) -> String {
    const WORDS: [&str; 9] = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let unit = 10_f64.powf(number.log10().floor());
    let digits = Count(format!("{:.0}", ((number / unit).round() * unit).max(2.0)));
    let word = WORDS.iter().zip(2..).find(|(_, known)| digits.0 == i32::to_string(known));
    word.map_or_else(|| digits.to_string(), |(word, _)| (*word).to_owned())
}

/// Everything proved of a policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proofs {
    /// How many complete sets of answers there are.
    pub sets: Count,
    /// The laws that every policy must keep, then the properties in page order.
    pub proofs: Vec<Proof>,
}

impl Proofs {
    /// Whether everything holds.
    pub fn hold(&self) -> bool {
        self.proofs.iter().all(Proof::holds)
    }
}

/// The conditions are too entangled for their diagrams to stay within their bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooEntangled;

impl fmt::Display for TooEntangled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the conditions are too entangled: a decision diagram outgrows its bound")
    }
}

impl std::error::Error for TooEntangled {}

/// Proves the laws and the properties, or finds the smallest answers that break them.
///
/// # Errors
/// A diagram outgrows its bound.
pub fn prove(policy: &Policy, properties: &[Property]) -> Result<Proofs, TooEntangled> {
    let mut space = Space::new(policy);
    // The sets of answers that are complete, each counted once.
    let sets = Count::of(&space.proper_codes());
    let unsound = soundness::check(&mut space).map_err(|_| TooEntangled)?;
    let mut proofs = laws::prove(&mut space, &unsound).map_err(|_| TooEntangled)?;
    for property in properties {
        let verdict = claims::verdict(&mut space, &property.claim).map_err(|_| TooEntangled)?;
        proofs.push(Proof { id: property.id.clone(), says: property.says.clone(), verdict });
    }
    Ok(Proofs { sets, proofs })
}

/// Which of some conditions hold for every set of answers, in their order.
///
/// # Errors
/// A diagram outgrows its bound.
pub fn always(policy: &Policy, conditions: &[Condition]) -> Result<Vec<bool>, TooEntangled> {
    let mut space = Space::new(policy);
    let holds = |condition: &Condition| space.condition(condition).map(|diagram| diagram.is_true());
    conditions.iter().map(holds).collect::<Result<_, _>>().map_err(|_| TooEntangled)
}

/// What is wrong where a property or a law does not hold, at its place.
pub fn diagnostics(compiled: &Compiled, proofs: &Proofs) -> Vec<Diagnostic> {
    let broken = |proof: &Proof| {
        let Verdict::Broken { message, item, witnesses } = &proof.verdict else { return None };
        let property = compiled.properties.iter().find(|property| property.id == proof.id);
        let place = property.map(|property| property.place.clone());
        let place = place.or_else(|| compiled.place_of((*item)?)).unwrap_or(Place::new(0, 0..0));
        let message =
            message.clone().unwrap_or_else(|| format!("the rules break the property `{}`", proof.id));
        let lines: Vec<String> = witnesses.iter().map(Witness::to_string).collect();
        let example = format!("for example with {}", lines.join(" and then "));
        let help = if lines.is_empty() { proof.says.clone() } else { example };
        Some(Diagnostic::new(place, message).help(help))
    };
    proofs.proofs.iter().filter_map(broken).collect()
}

#[cfg(test)]
mod tests;
