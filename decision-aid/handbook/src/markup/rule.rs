//! Findings, conditions, outcomes, duties and options beside the clauses they carry out.

use super::Setting;
use maud::{Markup, html};
use policy::{Contradiction, Duty, Finding, NamedCondition, Outcome, PolicyOption, RecordItem, Rule};
use policy_compiler::{Compiled, Insert, Item, Page, PageItems};
use std::collections::HashMap;

impl Setting<'_> {
    pub(super) fn finding(&self, finding: &Finding) -> Markup {
        self.rule(
            "finding",
            &finding.id,
            "Finding",
            &finding.name,
            &html! {
                p { (finding.says) }
                div class="condition" { p { "It holds when:" } ul { li { (self.condition(&finding.when)) } } }
                p { (self.source(&finding.source)) }
            },
        )
    }

    pub(super) fn named_condition(&self, condition: &NamedCondition) -> Markup {
        self.rule("condition", &condition.id, "Condition", &condition.name, &html! {
            div class="condition" { p { "It holds when:" } ul { li { (self.condition(&condition.when)) } } }
        })
    }

    pub(super) fn duty(&self, duty: &Duty) -> Markup {
        self.rule(
            "duty",
            &duty.id,
            "Shown at once",
            &duty.name,
            &html! {
                p { (duty.says) }
                div class="condition" { p { "It is shown when:" } ul { li { (self.condition(&duty.when)) } } }
                p { (self.source(&duty.source)) }
            },
        )
    }

    pub(super) fn contradiction(&self, contradiction: &Contradiction) -> Markup {
        self.rule("contradiction", &contradiction.id, "Do not go together", &contradiction.says, &html! {
            p { "The decision aid says so beside each of these questions:" }
            ul { @for question in &contradiction.questions { li { (self.named(*question)) } } }
            div class="condition" { p { "It says so when:" } ul { li { (self.condition(&contradiction.when)) } } }
            p { (self.source(&contradiction.source)) }
        })
    }

    pub(super) fn outcome(&self, outcome: &Outcome) -> Markup {
        self.rule("outcome", &outcome.id, "Outcome", &outcome.name, &html! {
            p { (outcome.says) }
            div class="condition" { p { "It is the outcome when:" } ul { li { (self.condition(&outcome.when)) } } }
            @if !outcome.steps.is_empty() {
                p { "What to do next:" }
                ol { @for step in &outcome.steps {
                    li { (step.action) " " span class="who" { (step.who) } " " (self.source(&step.source)) }
                } }
            }
            @if !outcome.weigh.is_empty() {
                p { "Options to weigh:" }
                ul { @for option in &outcome.weigh {
                    li { (self.option_link(*option)) }
                } }
            }
            p { "Its record holds:" }
            ul { @for item in &outcome.record { li { (self.record_item(*item)) } } }
            p { (self.source(&outcome.source)) }
        })
    }

    fn record_item(&self, item: RecordItem) -> Markup {
        match item {
            RecordItem::Question(question) => self.named(question),
            RecordItem::Finding(finding) => {
                self.link_to("finding", &self.policy[finding].id, &self.policy[finding].name)
            }
        }
    }

    pub(super) fn option(&self, option: &PolicyOption) -> Markup {
        self.rule(
            "option",
            &option.id,
            "Option",
            &option.name,
            &html! {
                p { (option.does) }
                p { "Where it is offered:" }
                ul { @for outcome in &option.offered_in {
                    li { (self.link_to("outcome", &self.policy[*outcome].id, &self.policy[*outcome].name)) }
                } }
                @if !option.instead_of.is_empty() {
                    p { "Taken instead of:" }
                    ul { @for other in &option.instead_of {
                        li { (self.link_to("option", &self.policy[*other].id, &self.policy[*other].name)) }
                    } }
                }
                p { "How its status is decided: the first line that holds." }
                ol { @for rule in &option.rules { li { (self.option_rule(rule)) } } }
                p { (self.source(&option.source)) }
            },
        )
    }

    fn option_rule(&self, rule: &Rule) -> Markup {
        html! {
            strong { (rule.status.name()) } ". " (rule.because)
            @if let Some(only_in) = &rule.only_in {
                " Only in "
                @for (number, outcome) in only_in.iter().enumerate() {
                    @if number > 0 { " or " }
                    q { (self.policy[*outcome].name) }
                }
                "."
            }
            @if rule.when != policy::Condition::Always {
                div class="condition" { ul { li { (self.condition(&rule.when)) } } }
            }
        }
    }

    /// The frame of a rule: a quiet line that opens.
    fn rule(&self, kind: &str, id: &str, called: &str, name: &str, body: &Markup) -> Markup {
        html! {
            details class="rule" id={ (kind) "-" (id) } {
                summary { span class="rule-kind" { (called) } " " (name) }
                div class="rule-body" { (body) }
            }
        }
    }

    /// The address of the page that a rule's block stands on, from this page.
    pub(super) fn page_of(&self, kind: &'static str, id: &str) -> String {
        let url = self.site.blocks.get(&(kind, id)).copied().unwrap_or_default();
        format!("{}{url}", self.root)
    }
}

/// The page of every block that rules link to, by its kind and id.
pub type BlockPages<'a> = HashMap<(&'static str, &'a str), &'a str>;

/// Finds the page of every block that rules link to.
pub fn block_pages<'a>(compiled: &'a Compiled, pages: &'a [Page]) -> BlockPages<'a> {
    let (policy, training) = (&compiled.policy, &compiled.training);
    let name = |item: &Item| match *item {
        Item::Question(question) => Some(("question", policy[question].id.as_str())),
        Item::Condition(condition) => Some(("condition", policy[condition].id.as_str())),
        Item::Finding(finding) => Some(("finding", policy[finding].id.as_str())),
        Item::Outcome(outcome) => Some(("outcome", policy[outcome].id.as_str())),
        Item::Duty(duty) => Some(("duty", policy[duty].id.as_str())),
        Item::Option(option) => Some(("option", policy[option].id.as_str())),
        Item::Scenario(number) => Some(("scenario", compiled.scenarios[number].id.as_str())),
        Item::Letter(number) => Some(("letter", compiled.paperwork.letters[number].id.as_str())),
        Item::Property(number) => Some(("property", compiled.properties[number].id.as_str())),
        Item::Group(group) => Some(("group", policy[group].id.as_str())),
        Item::LearningOutcome(outcome) => {
            Some(("learning-outcome", training.outcomes[outcome.index()].id.as_str()))
        }
        Item::CourseSection(section) => {
            Some(("course-section", training.sections[section.index()].id.as_str()))
        }
        _ => None,
    };
    let on_page = |(items, page): (&'a PageItems, &'a Page)| {
        items
            .blocks
            .iter()
            .filter_map(|block| Some((name(&block.item)?, page.url.as_str())))
            .collect::<Vec<_>>()
    };
    let placed = compiled.pages.iter().zip(pages).flat_map(on_page);
    let (clauses, cases) = (&policy.clauses, &compiled.scenarios);
    let clauses = clauses.iter().map(|clause| ("clause", clause.id.as_str()));
    let sheets = cases.iter().filter(|case| case.practice.is_some()).map(|case| ("sheet", case.id.as_str()));
    let slides = cases.iter().filter(|case| case.practice.is_some()).map(|case| ("slides", case.id.as_str()));
    let clauses = listed(compiled, pages, Insert::Coverage, clauses);
    let sheets = listed(compiled, pages, Insert::CasesWithNotes, sheets);
    placed
        .chain(clauses)
        .chain(sheets)
        .chain(listed(compiled, pages, Insert::CasesAsSlides, slides))
        .collect()
}

/// What the handbook lists itself, such as every clause with what carries it out, on the page where it does.
fn listed<'a>(
    compiled: &Compiled,
    pages: &'a [Page],
    by: Insert,
    names: impl Iterator<Item = (&'static str, &'a str)>,
) -> impl Iterator<Item = ((&'static str, &'a str), &'a str)> {
    let lists = |items: &PageItems| items.blocks.iter().any(|block| block.item == Item::Insert(by));
    let page = compiled.pages.iter().zip(pages).find(|(items, _)| lists(items));
    let url = page.map(|(_, page)| page.url.as_str());
    names.filter_map(move |name| Some((name, url?)))
}
