//! The report: how often the policy was used in a period, compared with the one before it, and what was learned.

mod chart;
mod tables;

use super::{PageProps, made_up};
use crate::browser::after_drawing;
use crate::intake::{Intake, IntakeMessage};
use crate::take_along::{TakeAlong, buttons, download, download_document, file_name};
use casebook::{Period, Report};
use std::rc::Rc;
use ui::{Field, FieldKind, browser, changing};
use yew::events::Event;
use yew::{AttrValue, Component, Context, Html, html};

/// The page of the report.
pub(crate) struct ReportPage {
    intake: Intake,
    /// What stands in the fields for the period.
    from: String,
    until: String,
    /// The report of the files and the period, as it is shown; none before files were chosen.
    report: Option<Report>,
    /// Whether it is shown as it may be published.
    is_published: bool,
    said: AttrValue,
}

pub(crate) enum Message {
    Intake(IntakeMessage),
    /// Makes the report of the files and the period.
    Make,
    From(String),
    Until(String),
    /// Whether the report is for publication.
    Publish(bool),
    TakeAlong(TakeAlong),
    Said(AttrValue),
}

impl Component for ReportPage {
    type Message = Message;
    type Properties = PageProps;

    fn create(ctx: &Context<Self>) -> Self {
        let today = browser::today();
        let Period { from, until } = year_to(&today);
        let intake = Intake::new(Rc::clone(&ctx.props().content), today);
        Self { intake, from, until, report: None, is_published: false, said: AttrValue::default() }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Intake(message) => {
                if self.intake.update(message, &ctx.link().callback(Message::Intake)) {
                    // Of thousands of files it takes a while: what was said of them is drawn before.
                    after_drawing(ctx.link().callback(|()| Message::Make));
                }
            }
            Message::Make => self.make(ctx),
            Message::From(day) => {
                self.from = day;
                self.make(ctx);
            }
            Message::Until(day) => {
                self.until = day;
                self.make(ctx);
            }
            Message::Publish(is_published) => {
                self.is_published = is_published;
                self.make(ctx);
            }
            Message::TakeAlong(what) => self.take_along(ctx, what),
            Message::Said(said) => self.said = said,
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        html! { <>
            { self.intake.view(&ctx.link().callback(Message::Intake)) }
            if let Some(report) = &self.report {
                <section class="casebook-result" aria-labelledby="report-heading" key="report">
                    { self.result(ctx, report) }
                </section>
            }
        </> }
    }
}

impl ReportPage {
    /// The period in the fields, where both are days and in order.
    fn period(&self) -> Option<Period> {
        Some(Period { from: self.from.clone(), until: self.until.clone() }).filter(Period::is_sound)
    }

    /// Makes the report anew; while the period is none, the one before stays.
    fn make(&mut self, ctx: &Context<Self>) {
        self.said = AttrValue::default();
        let Some((casebook, period)) = self.intake.casebook.as_ref().zip(self.period()) else { return };
        let report = casebook.report(&ctx.props().content, &period, &self.intake.today);
        self.report = Some(if self.is_published { report.published() } else { report });
    }

    fn take_along(&mut self, ctx: &Context<Self>, what: TakeAlong) {
        let Some(report) = &self.report else { return };
        let today = &self.intake.today;
        let kind = if self.is_published { "report-for-publication" } else { "report" };
        let name = |extension| file_name(kind, today, extension);
        self.said = match what {
            TakeAlong::Csv => download(&name("csv"), "text/csv", &report.csv()),
            TakeAlong::Word => {
                let said = ctx.link().callback(Message::Said);
                download_document(report.document(today), name("docx"), said)
            }
            TakeAlong::Calendar | TakeAlong::Print => {
                browser::print();
                AttrValue::default()
            }
        };
    }

    fn result(&self, ctx: &Context<Self>, report: &Report) -> Html {
        let taken = [TakeAlong::Csv, TakeAlong::Word, TakeAlong::Print];
        let title = if self.is_published { "The report, for publication" } else { "The report, in full" };
        html! { <>
            { made_up(report.is_made_up) }
            <h2 id="report-heading">{ changing(title) }</h2>
            { self.settings(ctx) }
            { tables::tables(report) }
            { buttons(&taken, &self.said, &ctx.link().callback(Message::TakeAlong)) }
        </> }
    }

    /// The period, and whom the report is for.
    fn settings(&self, ctx: &Context<Self>) -> Html {
        let error = self.period().is_none().then_some("Give two days that exist, the first one first.");
        let error = error.map(AttrValue::from);
        let onchange = ctx.link().callback(|event: Event| Message::Publish(browser::is_checked(&event)));
        html! {
            <div class="casebook-settings">
                <div class="casebook-period">
                    <Field kind={FieldKind::Date} id="report-from" label="From" value={self.from.clone()}
                        on_input={ctx.link().callback(Message::From)} {error} />
                    <Field kind={FieldKind::Date} id="report-until" label="Until" value={self.until.clone()}
                        on_input={ctx.link().callback(Message::Until)} />
                </div>
                <label class="answer" for="for-publication">
                    <input type="checkbox" role="switch" id="for-publication" checked={self.is_published} {onchange} />
                    <span class="answer-label">{ "For publication" }</span>
                    <span class="answer-note">{ "Counts from 1 to 4 are left out, and whatever would give one away. So are the words of single cases." }</span>
                </label>
            </div>
        }
    }
}

/// The year that ends today.
fn year_to(today: &str) -> Period {
    // The day after the same day of last year: a year of 12 months counts no day twice.
    let from = casework::parse(today).and_then(|day| day.replace_year(day.year() - 1).ok()?.next_day());
    let from = from.map_or_else(|| today.to_owned(), |day| day.to_string());
    Period { from, until: today.to_owned() }
}
