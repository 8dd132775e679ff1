//! What the report says: tables, each with a chart beside it that shows the same, then lessons and departures.

use super::chart::chart;
use casebook::{CountRow, Report, ReportTable};
use ui::changing;
use yew::{Html, html};

/// What stands in the place of a count that is not published.
const SUPPRESSED: &str =
    "[c] stands for a number from 1 to 4, or for one that would give such a number away.";

/// What a report says.
pub(super) fn tables(report: &Report) -> Html {
    let period = |period: &casebook::Period| {
        [&casework::in_words(&period.from), " to ", &casework::in_words(&period.until)].concat()
    };
    let periods =
        ["For ", &period(&report.period), ", beside ", &period(&report.before), " before it."].concat();
    let about = [periods].into_iter().chain(report.basis.iter().cloned()).collect::<Vec<_>>().join(" ");
    html! { <>
        <p key="about">{ changing(&about) }</p>
        if report.is_published { <p key="suppressed">{ SUPPRESSED }</p> }
        <div class="report-tables" key="tables">{ for report.tables.iter().map(table) }</div>
        if report.texts().next().is_some() {
            <div class="report-texts" key="texts">
                { for report.texts().map(|(id, title, said)| texts(id, title, said)) }
            </div>
        }
    </> }
}

fn table(table: &ReportTable) -> Html {
    let heading = format!("report-{}", table.id);
    html! {
        <div class="report-table" key={table.id.as_str()}>
            <h3 id={heading.clone()}>{ changing(&table.title) }</h3>
            <p class="report-note">{ changing(&table.note) }</p>
            <div class="table-wrapper" role="group" tabindex="0" aria-labelledby={heading}>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{ "What" }</th>
                            <th scope="col" class="align-right">{ "This period" }</th>
                            <th scope="col" class="align-right">{ "The one before" }</th>
                        </tr>
                    </thead>
                    <tbody>{ for table.rows.iter().enumerate().map(row) }</tbody>
                    if let Some(total) = &table.total { <tfoot key="total">{ row((0, total)) }</tfoot> }
                </table>
            </div>
            { chart(table) }
        </div>
    }
}

fn row((index, row): (usize, &CountRow)) -> Html {
    html! {
        <tr key={format!("{index} {}", row.label)}>
            <th scope="row">{ changing(&row.label) }</th>
            <td class="align-right">{ changing(&row.now.to_string()) }</td>
            <td class="align-right">{ changing(&row.before.to_string()) }</td>
        </tr>
    }
}

/// What officers wrote down in the period.
fn texts(id: &str, title: &'static str, texts: &[String]) -> Html {
    let text = |(index, text): (usize, &String)| html! { <li key={index}>{ changing(text) }</li> };
    html! {
        <div key={title}>
            <h3 id={format!("report-{id}")}>{ title }</h3>
            if texts.is_empty() {
                <p key="none">{ "None was written down in this period." }</p>
            } else {
                <ul class="report-words" key="some">{ for texts.iter().enumerate().map(text) }</ul>
            }
        </div>
    }
}
