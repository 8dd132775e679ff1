//! The paragraphs of the policy, and how the rest of the model cites them.

use crate::Ref;
use serde::{Deserialize, Serialize};

/// One labelled paragraph of the policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clause {
    /// The stable id, for example `notification.write`.
    pub id: String,
    /// The paragraph number on the page, for example `11.3`.
    pub number: String,
    /// How strongly the clause binds, and whom.
    pub force: Force,
    /// The provisions of the source that the clause restates.
    pub codes: Vec<String>,
    /// The page, from the root of the site, for example `policy/prior-notification.html`.
    pub page: String,
    /// The paragraph as plain text.
    pub text: String,
}

/// How strongly a clause binds, and whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Force {
    /// The Council must.
    Must,
    /// The Council should.
    Should,
    /// The Council, or somebody else, may.
    May,
    /// Something that does not count as unreasonable.
    Not,
    /// An aim of the policy.
    Aim,
    /// What the Council expects of customers.
    Expects,
    /// What a word means, or what the policy covers.
    Definition,
}

impl Force {
    /// Every force with the word that stands for it in a label and on the page.
    pub const WORDS: [(Self, &str); 7] = [
        (Self::Must, "must"),
        (Self::Should, "should"),
        (Self::May, "may"),
        (Self::Not, "not"),
        (Self::Aim, "aim"),
        (Self::Expects, "expects"),
        (Self::Definition, "definition"),
    ];

    /// The word for this force.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(force, _)| *force == self).map_or("", |(_, word)| word)
    }
}

/// Why something is shown: on whose authority.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// The Council's policy says it.
    #[default]
    Policy,
    /// The law says it.
    Law,
    /// Good practice, or this handbook's own judgement.
    Guidance,
}

/// Where a line comes from: its clauses, and on whose authority it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The clauses it carries out; the compiler sees to it that there is at least one.
    pub clauses: Vec<Ref<Clause>>,
    /// On whose authority.
    pub basis: Basis,
    /// The statute, where the basis is law.
    pub statute: Option<String>,
}

impl Source {
    /// On whose authority, as words that clauses follow: `Policy, ` or `Law: the Equality Act 2010; see `.
    pub fn authority(&self) -> String {
        match (self.basis, &self.statute) {
            (Basis::Policy, _) => "Policy, ".to_owned(),
            (Basis::Law, Some(statute)) => ["Law: ", statute, "; see "].concat(),
            (Basis::Law, None) => "Law; see ".to_owned(),
            (Basis::Guidance, _) => "Guidance; see ".to_owned(),
        }
    }

    /// The same as words that the numbers of clauses follow: `Policy, paragraph `.
    pub fn before_numbers(&self) -> String {
        [&self.authority(), "paragraph "].concat()
    }
}
