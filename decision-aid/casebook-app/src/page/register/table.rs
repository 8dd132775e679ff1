//! The table of the register, and what narrows it down.

use super::{Message, Order, ROWS_AT_A_TIME, RegisterPage};
use casebook::{Column, Register, RegisterRow};
use ui::{Button, Field, FieldKind, Status, changing};
use yew::events::MouseEvent;
use yew::{Context, Html, html};

/// The columns, in order.
const COLUMNS: [(Column, &str); 7] = [
    (Column::Reference, "Case"),
    (Column::Due, "What is due"),
    (Column::What, "What is in force"),
    (Column::Since, "Since"),
    (Column::Until, "Until"),
    (Column::Review, "Review due"),
    (Column::Told, "Who is told"),
];

impl RegisterPage {
    pub(super) fn filter(&self, ctx: &Context<Self>) -> Html {
        let on_input = ctx.link().callback(Message::Filter);
        html! {
            <div class="casebook-filter">
                <Field kind={FieldKind::Text} id="register-filter" label="Show only rows with these words"
                    value={self.filter.clone()} {on_input} />
            </div>
        }
    }

    /// How many rows are shown, and how many of them are overdue.
    pub(super) fn count(&self, register: &Register) -> Html {
        let (all, shown) = (register.rows.len(), self.rows());
        let overdue = self.shown.iter().flat_map(|shown| &shown.rows).filter(|row| row.is_overdue).count();
        let overdue = if overdue == 1 { "1 is overdue".to_owned() } else { format!("{overdue} are overdue") };
        let words = match all {
            1 => format!("{shown} of 1 row; {overdue}."),
            _ => format!("{shown} of {all} rows; {overdue}."),
        };
        html! { <Status class="casebook-count" {words} /> }
    }

    pub(super) fn table(&self, ctx: &Context<Self>) -> Html {
        let rows = self.shown.iter().flat_map(|shown| &shown.rows).take(self.drawn);
        html! { <>
            <div class="table-wrapper" role="group" tabindex="0" aria-labelledby="register-heading">
                <table class="register">
                    <caption class="visually-hidden">{ changing(&self.caption()) }</caption>
                    <thead><tr>{ for COLUMNS.iter().map(|(by, label)| self.column(ctx, *by, label)) }</tr></thead>
                    <tbody>{ for rows.enumerate().map(|(index, row)| self::row(index, row)) }</tbody>
                </table>
            </div>
            { self.more(ctx) }
        </> }
    }

    /// What the table is, and in which order.
    fn caption(&self) -> String {
        let order = match self.order {
            None => "what is overdue first".to_owned(),
            Some(Order { by, is_descending }) => {
                let column = COLUMNS.iter().find(|(column, _)| *column == by).map_or("", |(_, label)| label);
                let way = if is_descending { "from last to first" } else { "from first to last" };
                format!("by “{column}”, {way}")
            }
        };
        format!("The register, {order}")
    }

    /// The head of a column, which sorts by it.
    fn column(&self, ctx: &Context<Self>, by: Column, label: &'static str) -> Html {
        let sorted = self.order.filter(|order| order.by == by);
        let sorted = sorted.map(|order| if order.is_descending { "descending" } else { "ascending" });
        let onclick = ctx.link().callback(move |_: MouseEvent| Message::Sort(by));
        html! {
            <th scope="col" aria-sort={sorted}>
                <button type="button" class="sort-button" {onclick}>{ label }</button>
            </th>
        }
    }

    /// A button for more rows, where there are more.
    fn more(&self, ctx: &Context<Self>) -> Html {
        let left = self.rows().saturating_sub(self.drawn);
        let on_click = ctx.link().callback(|()| Message::More);
        html! {
            <div class="actions casebook-more">
                if left > 0 {
                    <Button {on_click} key="more">{ format!("Show {} more of {left}", left.min(ROWS_AT_A_TIME)) }</Button>
                }
            </div>
        }
    }
}

fn row(index: usize, row: &RegisterRow) -> Html {
    let day = |day: &str| if day.is_empty() { "Not given".to_owned() } else { casework::in_words(day) };
    let told = if row.told.is_empty() { "Nobody named".to_owned() } else { row.told.join(", ") };
    let case = if row.reference.is_empty() { &row.file } else { &row.reference };
    let due = if row.due.is_empty() { "Nothing".to_owned() } else { row.due.join(" ") };
    html! {
        <tr class={row.is_overdue.then_some("is-overdue")} key={format!("{} {index}", row.file)}>
            <th scope="row" class="file-name">{ changing(case) }</th>
            <td>
                if row.is_overdue { <strong class="overdue" key="overdue">{ "Overdue. " }</strong> }
                <span key="due">{ changing(&due) }</span>
            </td>
            <td>{ changing(&row.what.join(" ")) }</td>
            <td>{ changing(&day(&row.since)) }</td>
            <td>{ changing(&day(&row.until)) }</td>
            <td>{ changing(&day(&row.review_on)) }</td>
            <td>{ changing(&told) }</td>
        </tr>
    }
}
