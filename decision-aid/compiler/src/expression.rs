//! Reads conditions: `criminal or (persistent and not modified)`.
//!
//! The grammar, loosest first; `and` and `or` side by side need parentheses, so that nobody has to know which
//! binds tighter:
//!
//! ```text
//! condition = operand ["implies" operand]
//! operand   = term ("and" term)* | term ("or" term)*
//! term      = "not" term | "(" condition ")" | name ["." name] | name "(" name ")"
//! ```
//!
//! A condition has at most [`MOST_NAMES`] names and is at most [`MOST_DEPTH`] deep.

use crate::invisible;
use std::ops::Range;

/// The most names in one condition. The longest of the handbook has 20, and nobody reads a sentence of 1,000; the diagrams
/// of that many are made in a moment.
pub(crate) const MOST_NAMES: usize = 1_000;

/// How deep parentheses and `not` may stand in each other. Nobody reads more than a few; whatever walks through a
/// condition does so step by step down, and 50 steps fit on any stack.
pub(crate) const MOST_DEPTH: usize = 50;

/// A condition as written: names are not looked up yet. Every part knows its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Expression {
    /// `question`, `finding` or `condition`.
    Name(Name),
    /// `question.choice`.
    Choice(Name, Name),
    /// `any(question)`, `outcome(id)` and the like.
    Call(Name, Name),
    /// `not …`
    Not(Box<Expression>),
    /// `… and …`
    All(Vec<Expression>),
    /// `… or …`
    Any(Vec<Expression>),
    /// `… implies …`
    Implies(Box<Expression>, Box<Expression>),
}

/// A name and its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name {
    pub(crate) text: String,
    pub(crate) span: Range<usize>,
}

/// Why a condition cannot be read, where, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SyntaxError {
    pub(crate) message: String,
    pub(crate) span: Range<usize>,
    pub(crate) help: &'static str,
}

/// Reads a condition.
pub(crate) fn parse(text: &str) -> Result<Expression, SyntaxError> {
    let tokens = tokens(text)?;
    refuse_long(&tokens)?;
    let mut parser = Parser { tokens, next: 0, end: text.len(), depth: 0 };
    let expression = parser.condition()?;
    match parser.peek() {
        None => Ok(expression),
        Some(token) => Err(parser.trailing(&token.clone())),
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Token {
    text: String,
    span: Range<usize>,
}

const KEYWORDS: [&str; 4] = ["and", "or", "not", "implies"];

impl Token {
    fn is_name(&self) -> bool {
        self.text.starts_with(|c: char| c.is_ascii_lowercase()) && !KEYWORDS.contains(&self.text.as_str())
    }
}

/// Cuts a condition into names, keywords and punctuation.
fn tokens(text: &str) -> Result<Vec<Token>, SyntaxError> {
    let mut tokens: Vec<Token> = Vec::new();
    for (start, c) in text.char_indices() {
        let span = start..start + c.len_utf8();
        let in_word = c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        match tokens.last_mut() {
            Some(last) if in_word && last.span.end == start && !"().".contains(&last.text) => {
                last.text.push(c);
                last.span.end = span.end;
            }
            _ if in_word || "().".contains(c) => tokens.push(Token { text: c.to_string(), span }),
            _ if c.is_whitespace() => {}
            _ => {
                let (message, help) = match invisible::name_of(c) {
                    Some(what) => (
                        format!("a condition cannot contain {what}"),
                        "nobody sees it: delete it, and type the word again",
                    ),
                    None => (
                        format!("a condition cannot contain `{c}`"),
                        "write it with ids in small letters, `and`, `or`, `not`, `implies` and parentheses",
                    ),
                };
                return Err(SyntaxError { message, span, help });
            }
        }
    }
    Ok(tokens)
}

/// Refuses a condition with too many names, at the first that is too many.
fn refuse_long(tokens: &[Token]) -> Result<(), SyntaxError> {
    let Some(token) = tokens.iter().filter(|token| token.is_name()).nth(MOST_NAMES) else { return Ok(()) };
    Err(SyntaxError {
        message: format!("it has more than {MOST_NAMES} names"),
        span: token.span.clone(),
        help: SPLIT,
    })
}

/// What to do with a condition that is too long or too deep.
const SPLIT: &str = "give a part of it a name of its own in a `condition` block, and say that name here";

struct Parser {
    tokens: Vec<Token>,
    next: usize,
    end: usize,
    /// How many parentheses and `not` are open.
    depth: usize,
}

impl Parser {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.next)
    }

    /// Takes the next token if it is `text`.
    fn take(&mut self, text: &str) -> bool {
        let found = self.peek().is_some_and(|token| token.text == text);
        self.next += usize::from(found);
        found
    }

    fn condition(&mut self) -> Result<Expression, SyntaxError> {
        let left = self.operand()?;
        if self.take("implies") {
            let right = self.operand()?;
            return Ok(Expression::Implies(Box::new(left), Box::new(right)));
        }
        Ok(left)
    }

    fn operand(&mut self) -> Result<Expression, SyntaxError> {
        let first = self.term()?;
        let Some(joint) = self.peek().map(|token| token.text.clone()).filter(|t| t == "and" || t == "or")
        else {
            return Ok(first);
        };
        let mut parts = vec![first];
        while self.take(&joint) {
            parts.push(self.term()?);
        }
        if let Some(other) = self.peek().filter(|token| token.text == "and" || token.text == "or") {
            let message = "`and` and `or` stand side by side".to_owned();
            let help = "put parentheses around what belongs together";
            return Err(SyntaxError { message, span: other.span.clone(), help });
        }
        Ok(if joint == "and" { Expression::All(parts) } else { Expression::Any(parts) })
    }

    /// Reads what a parenthesis or a `not` opens, one step further down.
    fn deeper(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<Expression, SyntaxError>,
    ) -> Result<Expression, SyntaxError> {
        if self.depth == MOST_DEPTH {
            let message = format!("parentheses and `not` stand more than {MOST_DEPTH} deep in each other");
            let opening = self.tokens.get(self.next.saturating_sub(1));
            let span = opening.map_or(self.end..self.end, |token| token.span.clone());
            return Err(SyntaxError { message, span, help: SPLIT });
        }
        self.depth += 1;
        let inner = read(self);
        self.depth -= 1;
        inner
    }

    fn term(&mut self) -> Result<Expression, SyntaxError> {
        if self.take("not") {
            return self.deeper(|parser| Ok(Expression::Not(Box::new(parser.term()?))));
        }
        if self.take("(") {
            let inner = self.deeper(Self::condition)?;
            return if self.take(")") { Ok(inner) } else { Err(self.expected("`)`")) };
        }
        let name = self.name()?;
        if self.take(".") {
            return Ok(Expression::Choice(name, self.name()?));
        }
        if self.take("(") {
            let argument = self.name()?;
            let call = Expression::Call(name, argument);
            return if self.take(")") { Ok(call) } else { Err(self.expected("`)`")) };
        }
        Ok(Expression::Name(name))
    }

    fn name(&mut self) -> Result<Name, SyntaxError> {
        let Some(token) = self.peek().filter(|token| token.is_name()).cloned() else {
            return Err(self.expected("an id"));
        };
        self.next += 1;
        Ok(Name { text: token.text, span: token.span })
    }

    fn expected(&self, what: &str) -> SyntaxError {
        let (found, span) = match self.peek() {
            Some(token) => (format!("`{}`", token.text), token.span.clone()),
            None => ("the end".to_owned(), self.end..self.end),
        };
        let message = format!("expected {what}, found {found}");
        SyntaxError {
            message,
            span,
            help: "a condition reads like `criminal or (persistent and not modified)`",
        }
    }

    fn trailing(&self, token: &Token) -> SyntaxError {
        let message = format!("`{}` does not belong here", token.text);
        let help = "join conditions with `and` or `or`, and close every parenthesis once";
        SyntaxError { message, span: token.span.clone(), help }
    }
}

#[cfg(test)]
mod tests;
