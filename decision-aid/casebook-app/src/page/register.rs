//! The register: what is in force and what is due, a row for each case, what is overdue first.

mod table;

use super::{PageProps, made_up};
use crate::browser::after_drawing;
use crate::intake::{Intake, IntakeMessage};
use crate::take_along::{TakeAlong, buttons, download, download_document, file_name};
use casebook::{Column, Register};
use std::rc::Rc;
use ui::browser;
use yew::{AttrValue, Component, Context, Html, html};

/// How many rows are drawn at a time: as many as take the browser less than a twentieth of a second.
const ROWS_AT_A_TIME: usize = 100;

/// The page of the register.
pub(crate) struct RegisterPage {
    intake: Intake,
    /// The register of the files and the day; none before files were chosen.
    register: Option<Rc<Register>>,
    /// What of it is shown: as it is sorted and filtered.
    shown: Option<Rc<Register>>,
    /// How it is sorted; none where what is overdue comes first.
    order: Option<Order>,
    filter: String,
    /// How many rows are drawn.
    drawn: usize,
    /// Whether the page is printed as soon as every row is drawn.
    prints: bool,
    said: AttrValue,
}

/// A column that the register is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Order {
    pub(super) by: Column,
    pub(super) is_descending: bool,
}

pub(crate) enum Message {
    Intake(IntakeMessage),
    /// Makes the register of the files and the day.
    Make,
    /// Sorts by a column; by the one that it is sorted by, the other way round.
    Sort(Column),
    Filter(String),
    /// Draws more rows.
    More,
    TakeAlong(TakeAlong),
    Said(AttrValue),
}

impl Component for RegisterPage {
    type Message = Message;
    type Properties = PageProps;

    fn create(ctx: &Context<Self>) -> Self {
        Self {
            intake: Intake::new(Rc::clone(&ctx.props().content), browser::today()),
            register: None,
            shown: None,
            order: None,
            filter: String::new(),
            drawn: ROWS_AT_A_TIME,
            prints: false,
            said: AttrValue::default(),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Intake(message) => self.update_intake(ctx, message),
            Message::Make => self.make(ctx),
            Message::Sort(by) => {
                let turned = self.order.is_some_and(|order| order.by == by && !order.is_descending);
                self.order = Some(Order { by, is_descending: turned });
                self.arrange();
            }
            Message::Filter(words) => {
                self.filter = words;
                self.arrange();
            }
            Message::More => self.drawn += ROWS_AT_A_TIME,
            Message::TakeAlong(what) => self.take_along(ctx, what),
            Message::Said(said) => self.said = said,
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        html! { <>
            { self.intake.view(&ctx.link().callback(Message::Intake)) }
            if let Some(register) = &self.register {
                <section class="casebook-result" aria-labelledby="register-heading" key="register">
                    { self.result(ctx, register) }
                </section>
            }
        </> }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        if !self.prints {
            return;
        }
        if self.drawn < self.rows() {
            after_drawing(ctx.link().callback(|()| Message::More));
        } else {
            self.prints = false;
            browser::print();
        }
    }
}

impl RegisterPage {
    fn update_intake(&mut self, ctx: &Context<Self>, message: IntakeMessage) {
        let is_anew = self.intake.update(message, &ctx.link().callback(Message::Intake));
        if is_anew {
            // Of thousands of files it takes a while: what was said of them is drawn before.
            after_drawing(ctx.link().callback(|()| Message::Make));
        }
    }

    fn make(&mut self, ctx: &Context<Self>) {
        let Some(casebook) = &self.intake.casebook else { return };
        self.register = Some(Rc::new(casebook.register(&ctx.props().content, &self.intake.today)));
        self.arrange();
    }

    /// Sorts and filters what is shown.
    fn arrange(&mut self) {
        let Some(register) = &self.register else { return };
        let filtered = match self.filter.trim() {
            "" => Rc::clone(register),
            words => Rc::new(register.filtered(words)),
        };
        self.shown = Some(match self.order {
            Some(Order { by, is_descending }) => Rc::new(filtered.sorted_by(by, !is_descending)),
            None => filtered,
        });
        self.drawn = ROWS_AT_A_TIME;
        self.said = AttrValue::default();
    }

    /// How many rows are shown, drawn or not.
    fn rows(&self) -> usize {
        self.shown.as_ref().map_or(0, |shown| shown.rows.len())
    }

    fn take_along(&mut self, ctx: &Context<Self>, what: TakeAlong) {
        let Some(register) = &self.shown else { return };
        let today = &self.intake.today;
        let name = |extension| file_name("register", today, extension);
        self.said = match what {
            TakeAlong::Csv => download(&name("csv"), "text/csv", &register.csv()),
            TakeAlong::Word => {
                let said = ctx.link().callback(Message::Said);
                download_document(register.document(today), name("docx"), said)
            }
            TakeAlong::Calendar => match register.calendar(today) {
                Some(dates) => download(&file_name("review-dates", today, "ics"), "text/calendar", &dates),
                None => "There is no review date in it.".into(),
            },
            TakeAlong::Print => {
                self.prints = true;
                AttrValue::default()
            }
        };
    }

    fn result(&self, ctx: &Context<Self>, register: &Register) -> Html {
        let mut taken = vec![TakeAlong::Csv, TakeAlong::Word, TakeAlong::Calendar, TakeAlong::Print];
        // Among the days of a real calendar, those of made-up cases would pass for real.
        taken.retain(|what| !register.is_made_up || *what != TakeAlong::Calendar);
        let day = ["On ", &casework::in_words(&self.intake.today)].concat();
        html! { <>
            { made_up(register.is_made_up) }
            <h2 id="register-heading">{ "In force and due" }</h2>
            <p>{ ui::changing(&day) }</p>
            if register.rows.is_empty() {
                <p key="none">{ "Nothing is in force in these files, and nothing is due." }</p>
            } else {
                <div key="rows">
                    { self.filter(ctx) }
                    { self.count(register) }
                    { self.table(ctx) }
                </div>
            }
            { buttons(&taken, &self.said, &ctx.link().callback(Message::TakeAlong)) }
        </> }
    }
}
