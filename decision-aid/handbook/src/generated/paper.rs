//! The form as a page to print.

use super::form::{Ask, Form, FormLine, Stage};
use super::wording::{boxes, counted, entry, rule, steps};
use crate::content::{Item, Line, Names, Part, condition, letter};
use policy::{Condition, Outcome, Policy, PolicyOption, Question, Ref};

/// The form of a policy as a page.
pub fn paper(policy: &Policy) -> Vec<Part> {
    let form = Form::of(policy);
    let sheet = Sheet { form: &form };
    let names = ["Case reference, never a name", "Date", "Officer"].map(str::to_owned).to_vec();
    let mut parts = vec![Part::Blanks(names), how()];
    for (number, stage) in form.stages.iter().enumerate() {
        parts.extend(sheet.stage(number, stage));
    }
    parts.extend(sheet.outcomes());
    parts.extend(sheet.options());
    parts.push(Part::heading(2, "What is still open"));
    parts.push(Part::paragraph(
        "Write down each open box that a line above waits for, and who can settle it.",
    ));
    parts.push(Part::Blanks(vec!["Open".to_owned(), "Who can settle it, and by when".to_owned()]));
    vec![Part::Group { class: "checklist", id: None, parts }]
}

fn how() -> Part {
    let lines = [
        "Work from top to bottom. Tick one box for each question, or each that applies where several may.",
        "“Not sure” and an empty box are both open. Open is never yes, and never no.",
        "A small letter in a line below names the box with that letter.",
        "After each group, work out the lines in order. “Holds” needs every part that it asks for. “Does not hold” needs the opposite.",
        "If an open box could still decide a line, leave the line open too. Then ask the person who can settle it.",
        "Do at once whatever says “Do this at once”. The rest of the form can wait.",
        "Stop at the first outcome that holds. You may go on, and no later line takes it back.",
    ];
    Part::list(lines.into_iter().map(|line| Line::of(line).into()).collect())
}

/// The boxes of a question, its choices with the letters that the lines name them by.
fn lettered(question: &Question) -> Vec<String> {
    let choices = question.answers.choices().len();
    let named = |(index, label): (usize, String)| match index < choices {
        true => format!("{}. {label}", letter(index)),
        false => label,
    };
    boxes(question).into_iter().enumerate().map(named).collect()
}

struct Sheet<'a, 'p> {
    form: &'a Form<'p>,
}

impl Sheet<'_, '_> {
    fn stage(&self, number: usize, stage: &Stage) -> Vec<Part> {
        let policy = self.form.policy;
        let title = policy.groups.get(number).map_or("", |group| &group.title);
        let mut parts = vec![Part::heading(2, format!("{}. {title}", number + 1))];
        parts.push(Part::list(stage.asks.iter().map(|ask| self.ask(ask)).collect()));
        if !stage.lines.is_empty() {
            parts.push(Part::heading(3, "Work out"));
            parts.push(Part::list(stage.lines.iter().map(|line| self.line(*line)).collect()));
        }
        parts
    }

    fn ask(&self, ask: &Ask) -> Item {
        let question = &self.form.policy[ask.question];
        let number = format!("Q{}", ask.question.index() + 1);
        let mut below = Vec::new();
        if let Some(line) = self.leave_out(ask) {
            below.push(Part::Paragraph(line));
        }
        below.push(Part::Boxes(lettered(question)));
        if let (Some(needs), Some(otherwise)) = (question.needs, &question.otherwise) {
            let lead = format!("If the answer is not {}: ", if needs { "yes" } else { "no" });
            below.push(Part::paragraph(format!("{lead}{otherwise}")));
        }
        if let Some(by) = &question.settled_by {
            below.push(Part::paragraph(format!("Who can settle it: {by}")));
        }
        let line = Line::bold(number).text(format!(" {}", question.ask)).source(&question.source);
        Item { below, ..line.into() }
    }

    /// The earlier answers that make the question idle.
    fn leave_out(&self, ask: &Ask) -> Option<Line> {
        let policy = self.form.policy;
        let answer = |(by, selection): &(Ref<Question>, policy::Selection)| {
            let asked = &policy[*by];
            let words = asked.in_words(&asked.answer(*selection)).to_lowercase();
            Line::of(format!("Q{} is “{words}”", by.index() + 1))
        };
        let answers = Line::joined(ask.leave_out.iter().map(answer), " or ");
        (!answers.0.is_empty()).then(|| Line::of("Leave it out if ").then(answers).text("."))
    }

    fn line(&self, line: FormLine) -> Item {
        let policy = self.form.policy;
        match line {
            FormLine::Condition(of) => self.finding(
                &self.form.number(&Condition::Named(of)),
                &policy[of].name,
                &policy[of].when,
                None,
            ),
            FormLine::Finding(of) => {
                let finding = &policy[of];
                let number = self.form.number(&Condition::Finding(of));
                self.finding(&number, &finding.name, &finding.when, Some(&finding.says))
            }
            FormLine::Duty(of) => {
                let duty = &policy[of];
                let lead = Line::bold("Do this at once:").text(format!(" {}. {}", duty.name, duty.says));
                let boxes = Part::Boxes(vec!["It applies".to_owned(), "It does not apply".to_owned()]);
                let when = self.when("It applies if", &duty.when);
                Item { below: vec![boxes, Part::list(vec![when])], ..lead.source(&duty.source).into() }
            }
            FormLine::Outcome(of) => {
                let outcome = &policy[of];
                let lead = Line::bold("Outcome:").text(format!(" {}.", outcome.name)).source(&outcome.source);
                let boxes =
                    Part::Boxes(vec!["It is the outcome: stop here".to_owned(), "It is not".to_owned()]);
                let when = self.when("It is the outcome if", &outcome.when);
                Item { below: vec![boxes, Part::list(vec![when])], ..lead.into() }
            }
        }
    }

    fn finding(&self, number: &str, name: &str, when: &Condition, says: Option<&String>) -> Item {
        let line = Line::bold(number).text(format!(" {name}"));
        let line = says.into_iter().fold(line, |line, says| line.text(format!(": {says}")));
        let boxes = Part::Boxes(vec!["Holds".to_owned(), "Does not hold".to_owned()]);
        Item { below: vec![boxes, Part::list(vec![self.when("It holds if", when)])], ..line.into() }
    }

    /// A condition by the numbers of the form.
    fn when(&self, lead: &str, of: &Condition) -> Item {
        let number = |part: &Condition| self.form.number(part);
        let Item { line, below, .. } = condition(self.form.policy, Names::Numbered(&number), of);
        Item { below, ..entry(lead, line) }
    }

    fn outcomes(&self) -> Vec<Part> {
        let policy = self.form.policy;
        let count = counted(policy.outcomes.len(), "outcome");
        let says = format!("Exactly one of the {count} above holds. Do what stands under it here.");
        let mut parts = vec![Part::heading(2, "What the outcome asks for"), Part::paragraph(says)];
        for outcome in &policy.outcomes {
            parts.push(Part::heading(3, outcome.name.clone()));
            parts.push(Part::paragraph(outcome.says.clone()));
            if !outcome.steps.is_empty() {
                parts.push(steps(outcome));
            }
            parts.extend(self.weigh(outcome));
        }
        parts
    }

    fn weigh(&self, outcome: &Outcome) -> Option<Part> {
        let policy = self.form.policy;
        let names = outcome.weigh.iter().map(|option| Line::of(policy[*option].name.clone()));
        let names = Line::joined(names, "; ");
        (!names.0.is_empty())
            .then(|| Part::Paragraph(Line::of("Weigh these options: ").then(names).text(".")))
    }

    fn options(&self) -> Vec<Part> {
        if self.form.policy.options.is_empty() {
            return Vec::new();
        }
        let says = "For each option that the outcome offers, read the lines from the top. The first that holds gives the status. If a line above it is open, the status is open too.";
        let mut parts = vec![Part::heading(2, "The options"), Part::paragraph(says)];
        parts.extend(self.form.policy.options.iter().flat_map(|option| self.option(option)));
        parts
    }

    fn option(&self, option: &PolicyOption) -> Vec<Part> {
        let policy = self.form.policy;
        let offered =
            option.offered_in.iter().map(|outcome| Line::default().quoted(policy[*outcome].name.clone()));
        let offered = match option.offered_in.len() == policy.outcomes.len() {
            true => Line::of("Offered in every outcome."),
            false => Line::of("Offered in ").then(Line::joined(offered, ", ")).text(" only."),
        };
        let rules = option.rules.iter().map(|of| {
            let line = rule(policy, of).source(&of.source);
            let when = (of.when != Condition::Always).then(|| self.when("It holds if", &of.when));
            Item { below: vec![Part::list(when.into_iter().collect())], ..line.into() }
        });
        let status = vec!["Status".to_owned()];
        vec![
            Part::heading(3, option.name.clone()),
            Part::Paragraph(Line::of(format!("{} ", option.does)).then(offered)),
            Part::steps(rules.collect()),
            Part::Blanks(status),
        ]
    }
}
