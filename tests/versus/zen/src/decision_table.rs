//! A policy's outcomes as a decision of zen-engine, made from the compiled policy: what the outcomes read is computed first, as
//! expressions, and then a table has a row for each way to each outcome. It is the form that its editor would show.

use anyhow::{Result, bail};
use policy::{AnswerKind, Condition, Policy, Question, Ref};
use serde_json::{Map, Value, from_value, json};
use std::collections::BTreeMap;
use zen_engine::Decision;
use zen_engine::model::GraphContent;

/// What a row of the table asks of some columns.
type Row = BTreeMap<String, bool>;

/// The table, and the expressions that it reads.
pub(crate) struct DecisionTable<'a> {
    policy: &'a Policy,
    /// Names and expressions. Each comes after those that it reads.
    expressions: Vec<(String, String)>,
    /// What each row asks, and the outcome that it gives.
    rows: Vec<(Row, &'a str)>,
}

/// A name that an expression can have in it.
pub(crate) fn name(kind: &str, id: &str) -> String {
    format!("{kind}_{}", id.replace('-', "_"))
}

impl<'a> DecisionTable<'a> {
    /// The table of a policy.
    pub(crate) fn of(policy: &'a Policy) -> Result<Self> {
        let mut table = Self { policy, expressions: Vec::new(), rows: Vec::new() };
        for outcome in &policy.outcomes {
            let rows = table.rows(&outcome.when, true)?;
            table.rows.extend(rows.into_iter().map(|row| (row, outcome.id.as_str())));
        }
        Ok(table)
    }

    /// How large the table is.
    pub(crate) fn size(&self) -> String {
        let [rows, columns] = [self.rows.len(), self.columns().len()];
        format!("{rows} rows and {columns} columns, which {} expressions fill", self.expressions.len())
    }

    /// The rows under which a condition holds, or does not hold.
    fn rows(&mut self, condition: &Condition, holds: bool) -> Result<Vec<Row>> {
        match (condition, holds) {
            (Condition::Not(inner), _) => self.rows(inner, !holds),
            (Condition::Always, true) => Ok(vec![Row::new()]),
            (Condition::Always, false) => Ok(Vec::new()),
            (Condition::All(parts), true) | (Condition::Any(parts), false) => {
                parts.iter().try_fold(vec![Row::new()], |rows, part| {
                    let more = self.rows(part, holds)?;
                    Ok(rows.iter().flat_map(|row| more.iter().filter_map(|other| both(row, other))).collect())
                })
            }
            (Condition::Any(parts), true) | (Condition::All(parts), false) => {
                let rows: Result<Vec<_>> = parts.iter().map(|part| self.rows(part, holds)).collect();
                Ok(rows?.concat())
            }
            (single, _) => Ok(vec![Row::from([(self.column(single)?, holds)])]),
        }
    }

    /// The name of an expression that says whether a single condition holds.
    fn column(&mut self, condition: &Condition) -> Result<String> {
        let text = self.text(condition)?;
        if let Some(name) = text.strip_prefix("$.") {
            return Ok(name.to_owned());
        }
        let column = name("a", &condition.name(self.policy).replace(['.', '(', ')'], "_"));
        self.define(column.clone(), text);
        Ok(column)
    }

    fn define(&mut self, name: String, text: String) {
        if !self.expressions.iter().any(|(known, _)| *known == name) {
            self.expressions.push((name, text));
        }
    }

    /// A condition as an expression. What has a name in the policy is an expression of its own, and read by its name.
    fn text(&mut self, condition: &Condition) -> Result<String> {
        let policy = self.policy;
        Ok(match condition {
            Condition::Always => "true".to_owned(),
            Condition::Answer { question, choice } => self.answer(*question, usize::from(*choice)),
            Condition::AnyChoice(question) => format!("len({}) > 0", name("q", &policy[*question].id)),
            Condition::Finding(finding) => {
                self.named(name("f", &policy[*finding].id), &policy[*finding].when)?
            }
            Condition::Named(named) => self.named(name("c", &policy[*named].id), &policy[*named].when)?,
            Condition::Not(inner) => format!("(not {})", self.text(inner)?),
            Condition::All(parts) => self.joined(parts, " and ")?,
            Condition::Any(parts) => self.joined(parts, " or ")?,
            other => bail!("no decision table reads {}", other.name(policy)),
        })
    }

    fn answer(&self, question: Ref<Question>, choice: usize) -> String {
        let question = &self.policy[question];
        let asked = name("q", &question.id);
        match &question.answers {
            AnswerKind::YesNo => asked,
            AnswerKind::AnyOf(choices) => format!("('{}' in {asked})", choices[choice].id),
            AnswerKind::OneOf(choices) => format!("({asked} == '{}')", choices[choice].id),
        }
    }

    fn named(&mut self, name: String, when: &Condition) -> Result<String> {
        let text = self.text(when)?;
        let read = format!("$.{name}");
        self.define(name, text);
        Ok(read)
    }

    fn joined(&mut self, parts: &[Condition], glue: &str) -> Result<String> {
        let texts: Result<Vec<_>> = parts.iter().map(|part| self.text(part)).collect();
        Ok(format!("({})", texts?.join(glue)))
    }

    /// The columns, in the order of their expressions.
    fn columns(&self) -> Vec<&str> {
        let is_read = |name: &str| self.rows.iter().any(|(row, _)| row.contains_key(name));
        self.expressions.iter().map(|(name, _)| name.as_str()).filter(|name| is_read(name)).collect()
    }

    /// The decision, compiled.
    pub(crate) fn decision(&self) -> Result<Decision> {
        let content: GraphContent = from_value(self.graph())?;
        let mut decision = Decision::from(content);
        decision.validate()?;
        decision.compile();
        Ok(decision)
    }

    /// The decision in the format of zen-engine.
    fn graph(&self) -> Value {
        let node = |id: &str, kind: &str, content: Value| json!({ "id": id, "name": id, "type": kind, "content": content });
        let edge = |from: &str, to: &str| json!({ "id": format!("{from}-{to}"), "sourceId": from, "targetId": to, "type": "edge" });
        let expressions: Vec<Value> = self
            .expressions
            .iter()
            .map(|(name, text)| json!({ "id": name, "key": name, "value": text }))
            .collect();
        let columns: Vec<Value> =
            self.columns().iter().map(|name| json!({ "id": name, "name": name, "field": name })).collect();
        let rules: Vec<Value> = self.rows.iter().map(|(row, outcome)| rule(row, outcome)).collect();
        let outputs = json!([{ "id": "outcome", "name": "outcome", "field": "outcome" }]);
        json!({
            "nodes": [
                node("request", "inputNode", json!({})),
                node("findings", "expressionNode", json!({ "expressions": expressions })),
                node("table", "decisionTableNode", json!({ "hitPolicy": "first", "inputs": columns, "outputs": outputs, "rules": rules })),
                node("response", "outputNode", json!({})),
            ],
            "edges": [edge("request", "findings"), edge("findings", "table"), edge("table", "response")],
        })
    }
}

/// What asks for both rows; none where they contradict each other.
fn both(row: &Row, other: &Row) -> Option<Row> {
    let agree = other.iter().all(|(name, value)| row.get(name).is_none_or(|known| known == value));
    agree.then(|| row.iter().chain(other).map(|(name, value)| (name.clone(), *value)).collect())
}

/// A row in the format of zen-engine.
fn rule(row: &Row, outcome: &str) -> Value {
    let cells = row.iter().map(|(name, value)| (name.clone(), json!(value.to_string())));
    let ends = [("_id".to_owned(), json!(outcome)), ("outcome".to_owned(), json!(format!("'{outcome}'")))];
    Value::Object(cells.chain(ends).collect::<Map<_, _>>())
}
