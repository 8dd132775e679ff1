//! Writes a compiled policy out as pages: a page for the clauses of each page, and a block for everything else.

use policy::{
    AnswerKind, Basis, Choice, Clause, Condition, Field, FieldChoice, FieldKind, Outcome, Paperwork, Policy,
    PolicyOption, Prefill, Question, RecordItem, Ref, Source,
};
use policy_compiler::Page;
use toml::{Table, Value};

/// The pages of a policy, with as much of the paperwork as its options name: the fields of the record.
pub(super) fn written(policy: &Policy, paperwork: &Paperwork) -> Vec<Page> {
    let writer = Writer(policy);
    let mut pages: Vec<Page> = Vec::new();
    for clause in &policy.clauses {
        if pages.last().is_none_or(|page| page.url != clause.page) {
            pages.push(Page { file: clause.page.clone(), url: clause.page.clone(), ..Page::default() });
        }
        let page = pages.last_mut().expect("there is one");
        page.text.push_str(&label(clause));
    }
    let blocks = writer.blocks(paperwork);
    pages.push(Page { file: "rules.md".into(), url: "rules.html".into(), text: blocks, ..Page::default() });
    pages
}

/// A clause: its label, and its text with nothing in it that Markdown reads.
fn label(clause: &Clause) -> String {
    let escaped = |c: char| if c.is_ascii_punctuation() { format!("\\{c}") } else { c.to_string() };
    let text: String = clause.text.chars().map(escaped).collect();
    format!("c[{}] {} {}\n{text}\n\n", clause.id, clause.force.word(), clause.codes.join(" "))
}

/// A block's TOML, line by line.
#[derive(Default)]
struct Lines(Table);

impl Lines {
    fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.0.insert(key.to_owned(), value.into());
        self
    }

    fn maybe(self, key: &str, value: Option<impl Into<Value>>) -> Self {
        match value {
            Some(value) => self.with(key, value),
            None => self,
        }
    }

    fn tables(self, key: &str, tables: impl Iterator<Item = Lines>) -> Self {
        let tables: Vec<Value> = tables.map(|lines| Value::Table(lines.0)).collect();
        if tables.is_empty() { self } else { self.with(key, tables) }
    }

    fn block(self, kind: &str) -> String {
        format!("```{kind}\n{}```\n\n", toml::to_string(&self.0).expect("it can be written"))
    }
}

/// Writes conditions, and the ids of what is referred to.
struct Writer<'p>(&'p Policy);

impl Writer<'_> {
    fn blocks(&self, paperwork: &Paperwork) -> String {
        let policy = self.0;
        let mut text = String::new();
        let mut add = |kind: &str, lines: Lines| text.push_str(&lines.block(kind));
        policy.group_refs().for_each(|group| add("group", self.group(group)));
        policy.questions.iter().for_each(|question| add("question", self.question(question)));
        for named in &policy.conditions {
            let lines = Lines::default().with("id", &*named.id).with("name", &*named.name);
            add("condition", lines.maybe("when", self.when(&named.when)));
        }
        for finding in &policy.findings {
            let lines = concluded(&finding.id, &finding.name, &finding.says);
            add("finding", self.sourced(lines, &finding.source).maybe("when", self.when(&finding.when)));
        }
        for duty in &policy.duties {
            let lines = concluded(&duty.id, &duty.name, &duty.says).with("urgent", duty.urgent);
            add("duty", self.sourced(lines, &duty.source).maybe("when", self.when(&duty.when)));
        }
        for contradiction in &policy.contradictions {
            let lines = Lines::default().with("id", &*contradiction.id).with("says", &*contradiction.says);
            let lines = lines.maybe("when", self.when(&contradiction.when));
            add("contradiction", self.sourced(lines, &contradiction.source));
        }
        policy.outcomes.iter().for_each(|outcome| add("outcome", self.outcome(outcome)));
        policy.options.iter().for_each(|option| add("option", self.option(option)));
        for section in &paperwork.sections {
            let lines = Lines::default().with("id", &*section.id).with("title", &*section.title);
            let lines = lines.tables("fields", section.fields.iter().map(|field| self.field(field)));
            add("record", self.sourced(lines, &section.source));
        }
        text
    }

    fn group(&self, group: Ref<policy::Group>) -> Lines {
        let on = |screen: u8| -> Vec<&str> {
            let asked = self.0.questions.iter();
            asked.filter(|of| of.group == group && of.screen == screen).map(|of| &*of.id).collect()
        };
        let written = &self.0[group];
        let lines = Lines::default().with("id", &*written.id).with("name", &*written.name);
        let lines = lines.with("title", &*written.title).with("always", written.always);
        lines.with("questions", on(0)).with("second-screen", on(1))
    }

    fn question(&self, question: &Question) -> Lines {
        let kind = match question.answers {
            AnswerKind::YesNo => "yes-no",
            AnswerKind::AnyOf(_) => "any-of",
            AnswerKind::OneOf(_) => "one-of",
        };
        let choice = |choice: &Choice| {
            let lines = Lines::default().with("id", &*choice.id).with("label", &*choice.label);
            lines.with("record-only", choice.record_only).with("cites", self.clauses(&choice.clauses))
        };
        let lines = Lines::default().with("id", &*question.id).with("ask", &*question.ask);
        let lines = lines.with("short", &*question.short).with("answers", kind).with("fixed", question.fixed);
        let lines = lines.maybe("hint", question.hint.as_deref());
        let lines = lines.maybe("otherwise", question.otherwise.as_deref());
        let lines = lines.maybe("settled-by", question.settled_by.as_deref());
        let lines = lines.maybe("needs", question.needs.map(|yes| if yes { "yes" } else { "no" }));
        self.sourced(lines, &question.source).tables("choices", question.answers.choices().iter().map(choice))
    }

    fn outcome(&self, outcome: &Outcome) -> Lines {
        let record = outcome.record.iter().map(|item| match item {
            RecordItem::Question(question) => &*self.0[*question].id,
            RecordItem::Finding(finding) => &*self.0[*finding].id,
        });
        let step = |step: &policy::Step| {
            let lines = Lines::default().with("do", &*step.action).with("who", &*step.who);
            self.sourced(lines, &step.source)
        };
        let lines = concluded(&outcome.id, &outcome.name, &outcome.says);
        let lines = lines.with("weigh", self.options(&outcome.weigh));
        let lines = lines.with("decide-one", self.options(&outcome.decide_one));
        let lines = lines.with("record", record.collect::<Vec<_>>()).maybe("when", self.when(&outcome.when));
        self.sourced(lines, &outcome.source).tables("steps", outcome.steps.iter().map(step))
    }

    fn option(&self, option: &PolicyOption) -> Lines {
        let rule = |rule: &policy::Rule| {
            let lines = Lines::default().with("status", rule.status.word()).with("because", &*rule.because);
            let lines = lines.maybe("when", self.when(&rule.when));
            let lines = lines.maybe("in", rule.only_in.as_ref().map(|only| self.outcomes(only)));
            self.sourced(lines, &rule.source)
        };
        let conflict = |conflict: &policy::Conflict| {
            let with = conflict.with.iter().map(|with| match &with.detail {
                Some(detail) => format!("{}.{detail}", self.0[with.option].id),
                None => self.0[with.option].id.clone(),
            });
            let lines = Lines::default().with("detail", &*conflict.detail);
            lines.with("choices", conflict.choices.clone()).with("with", with.collect::<Vec<_>>())
        };
        let evidence: Vec<&str> = option.evidence.iter().map(|question| &*self.0[*question].id).collect();
        let lines = Lines::default().with("id", &*option.id).with("name", &*option.name);
        let lines = lines.with("does", &*option.does).with("restricts", option.restricts);
        let lines = lines.with("in", self.outcomes(&option.offered_in)).with("evidence", evidence);
        let lines = lines.with("instead-of", self.options(&option.instead_of));
        let lines = lines.maybe("tells", Some(option.tells.join("\n")).filter(|tells| !tells.is_empty()));
        self.sourced(lines, &option.source)
            .tables("conflicts", option.conflicts.iter().map(conflict))
            .tables("details", option.details.iter().map(|field| self.field(field)))
            .tables("rules", option.rules.iter().map(rule))
    }

    fn field(&self, field: &Field) -> Lines {
        let kind = match field.kind {
            FieldKind::Text => "text",
            FieldKind::Lines => "lines",
            FieldKind::Date => "date",
            FieldKind::Number => "number",
            FieldKind::Choice(_) => "choice",
            FieldKind::Choices(_) => "choices",
        };
        let with = field.with.as_ref().map(|with| match &with.choice {
            Some(choice) => format!("{}.{choice}", with.field),
            None => with.field.clone(),
        });
        let usual = field.usual.as_ref().map(|usual| {
            let lines = Lines::default().with("after", &*usual.after).with("months", i64::from(usual.months));
            lines.maybe("otherwise", usual.otherwise.as_deref()).0
        });
        let keeps = field.keeps.as_ref().map(|keeps| {
            let lines = Lines::default().with("field", &*keeps.field).with("warning", &*keeps.warning);
            lines.with("cuts-off", keeps.cuts_off.clone()).with("cites", self.clauses(&keeps.clauses)).0
        });
        let from: Vec<String> = field.from.iter().map(|from| self.prefill(from)).collect();
        let lines = Lines::default().with("id", &*field.id).with("label", &*field.label).with("kind", kind);
        let lines = lines.with("optional", field.optional).with("ends", field.ends).maybe("with", with);
        let lines = lines.maybe("hint", field.hint.as_deref()).maybe("default", field.default.as_deref());
        let lines = lines.maybe("calendar", field.calendar.as_deref()).maybe("usual", usual);
        let lines = lines.maybe("not-before", field.not_before.as_deref()).maybe("keeps", keeps);
        let lines = lines.maybe("not-after", field.not_after.as_deref());
        let lines = lines.maybe("from", Some(from.join(" or ")).filter(|from| !from.is_empty()));
        lines.tables("choices", field.kind.choices().iter().map(|choice| self.field_choice(choice)))
    }

    fn field_choice(&self, choice: &FieldChoice) -> Lines {
        let lines = Lines::default().with("id", &*choice.id).with("label", &*choice.label);
        let lines = lines.with("alone", choice.alone).with("cuts-off", choice.cuts_off.clone());
        let lines = lines.maybe("instead", choice.instead.as_deref());
        lines.maybe("when", choice.when.as_ref().and_then(|when| self.when(when)))
    }

    fn prefill(&self, from: &Prefill) -> String {
        let evidence = |question: &Ref<Question>| format!("evidence.{}", self.0[*question].id);
        match from {
            Prefill::Record(field) => format!("record.{field}"),
            Prefill::Evidence(of) => of.iter().map(evidence).collect::<Vec<_>>().join(" and "),
            Prefill::Actions => "actions".to_owned(),
        }
    }

    /// Where something comes from, in full: nothing is left to the clause above or the block around it.
    fn sourced(&self, lines: Lines, source: &Source) -> Lines {
        let basis = match source.basis {
            Basis::Policy => "policy",
            Basis::Law => "law",
            Basis::Guidance => "guidance",
        };
        let lines = lines.with("cites", self.clauses(&source.clauses)).with("basis", basis);
        lines.maybe("source", source.statute.as_deref())
    }

    fn clauses(&self, clauses: &[Ref<Clause>]) -> Vec<&str> {
        clauses.iter().map(|clause| &*self.0[*clause].id).collect()
    }

    fn options(&self, options: &[Ref<PolicyOption>]) -> Vec<&str> {
        options.iter().map(|option| &*self.0[*option].id).collect()
    }

    fn outcomes(&self, outcomes: &[Ref<Outcome>]) -> Vec<&str> {
        outcomes.iter().map(|outcome| &*self.0[*outcome].id).collect()
    }

    /// A condition as it is written; nothing where it always holds.
    fn when(&self, condition: &Condition) -> Option<String> {
        (*condition != Condition::Always).then(|| self.condition(condition))
    }

    fn condition(&self, condition: &Condition) -> String {
        let joined = |word: &str, parts: &[Condition]| {
            parts.iter().map(|part| self.term(part)).collect::<Vec<_>>().join(word)
        };
        match condition {
            Condition::Not(inner) => format!("not {}", self.term(inner)),
            Condition::All(parts) => joined(" and ", parts),
            Condition::Any(parts) => joined(" or ", parts),
            // The rest is named as it is written.
            short => short.name(self.0),
        }
    }

    fn term(&self, condition: &Condition) -> String {
        let bare = self.condition(condition);
        match condition {
            Condition::All(_) | Condition::Any(_) => format!("({bare})"),
            _ => bare,
        }
    }
}

fn concluded(id: &str, name: &str, says: &str) -> Lines {
    Lines::default().with("id", id).with("name", name).with("says", says)
}
