//! How the aid uses the clauses of a policy page: the policy is what the page is for, so that its rules are folded away, and what
//! carries out a clause is a link. A switch at the top of the page shows both (`scripts/aid-use.js`).

use super::Setting;
use maud::{Markup, html};
use policy::{Clause, Ref};
use policy_compiler::{Insert, Item, PageItems};

/// Which blocks of a page begin a fold, and which end one.
pub(super) struct Folds {
    begin: Vec<usize>,
    end: Vec<usize>,
}

/// The folds of a page: the rules that follow each other stand in one. Other pages than those of the policy have none.
pub(super) fn folds(items: &PageItems, text: &str) -> Folds {
    let blocks = &items.blocks;
    let is_folded =
        |at: usize| !items.labels.is_empty() && blocks.get(at).is_some_and(|block| is_rule(block.item));
    let is_next = |at: usize| {
        let between = text.get(blocks[at].span.end..blocks[at + 1].span.start);
        is_folded(at + 1) && between.is_some_and(|between| between.trim().is_empty())
    };
    let folded = || (0..blocks.len()).filter(|at| is_folded(*at));
    Folds {
        begin: folded().filter(|at| *at == 0 || !is_folded(at - 1) || !is_next(at - 1)).collect(),
        end: folded().filter(|at| at + 1 == blocks.len() || !is_next(*at)).collect(),
    }
}

/// Whether a block says what the aid makes of a clause, so that nobody misses it who reads the policy.
const fn is_rule(item: Item) -> bool {
    matches!(
        item,
        Item::Question(_)
            | Item::Group(_)
            | Item::Condition(_)
            | Item::Finding(_)
            | Item::Outcome(_)
            | Item::Duty(_)
            | Item::Contradiction(_)
            | Item::Option(_)
            | Item::Property(_)
    )
}

impl Folds {
    /// The HTML of a block, with the start or the end of its fold.
    pub(super) fn around(&self, block: usize, html: &str) -> String {
        let begin = if self.begin.contains(&block) {
            "<details class=\"aid-use\"><summary>How the aid uses this</summary>\n"
        } else {
            ""
        };
        let end = if self.end.contains(&block) { "\n</details>" } else { "" };
        format!("{begin}{html}{end}\n")
    }
}

impl Setting<'_> {
    /// A link from a clause to what carries it out, where a page lists that.
    pub(super) fn what_carries_out(&self, clause: Ref<Clause>) -> Markup {
        let is_list = |items: &&PageItems| {
            items.blocks.iter().any(|block| block.item == Item::Insert(Insert::Coverage))
        };
        let compiled = self.site.compiled;
        let page = compiled.pages.iter().zip(self.site.pages).find(|(items, _)| is_list(items));
        let clause = &self.policy[clause];
        html! {
            @if let Some((_, page)) = page {
                " "
                a class="used-by" href={ (self.root) (page.url) "#clause-" (clause.id) } {
                    "What carries this out" span class="visually-hidden" { ": paragraph " (clause.number) }
                }
            }
        }
    }
}
