//! A chart of a table: two bars a row, told apart by their pattern and by words.
//!
//! The table beside it says all that it shows, so it is hidden from those who do not see it.

use casebook::{Count, CountRow, ReportTable};
use yew::{Html, html};

/// The width of the picture, in units of its own. The longest bar leaves room for its words.
const WIDTH: u32 = 360;
const LONGEST_BAR: u32 = 230;

/// The height of a bar, of a row with both bars below its name, and of the name.
const BAR: u32 = 14;
const ROW: u32 = 62;
const NAME: u32 = 18;

/// The most letters of a name that fit.
const LETTERS: usize = 46;

/// The chart of a table; none where nothing was counted.
pub(super) fn chart(table: &ReportTable) -> Html {
    let most = table.rows.iter().flat_map(|row| [&row.now, &row.before]).map(number).max().unwrap_or(0);
    if most == 0 {
        return Html::default();
    }
    let rows: Vec<&CountRow> = table.rows.iter().filter(|row| !is_nothing(row)).collect();
    let height = ROW * u32::try_from(rows.len()).unwrap_or(0);
    let hatch = format!("hatch-{}", table.id);
    let rows = rows.into_iter().zip(0..).map(|(row, index)| self::row(row, index * ROW, most, &hatch));
    html! {
        <svg class="report-chart" viewBox={format!("0 0 {WIDTH} {height}")} aria-hidden="true" key="chart">
            <pattern id={hatch.clone()} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect class="chart-ground" width="6" height="6" />
                <rect class="chart-stripe" width="2" height="6" />
            </pattern>
            { for rows }
        </svg>
    }
}

fn row(row: &CountRow, top: u32, most: u32, hatch: &str) -> Html {
    html! {
        <g key={format!("{top} {}", row.label)}>
            { text(0, top + NAME - 4, short(&row.label), "chart-name") }
            { bar(&row.now, top + NAME, most, "this period", None) }
            { bar(&row.before, top + NAME + BAR + 4, most, "before", Some(format!("url(#{hatch})"))) }
        </g>
    }
}

/// A bar with its number and its period. What is left out has no length.
fn bar(count: &Count, top: u32, most: u32, period: &str, fill: Option<String>) -> Html {
    let length = number(count) * LONGEST_BAR / most;
    let words = format!("{count}, {period}");
    html! { <>
        <rect class="chart-bar" x="0" y={top.to_string()} width={length.max(1).to_string()} height={BAR.to_string()} {fill} />
        { text(length + 6, top + BAR - 2, words, "chart-number") }
    </> }
}

fn text(left: u32, base: u32, words: String, class: &'static str) -> Html {
    html! { <text {class} x={left.to_string()} y={base.to_string()} key={words.clone()}>{ words }</text> }
}

fn number(count: &Count) -> u32 {
    match count {
        Count::Number(number) => *number,
        Count::Suppressed => 0,
    }
}

/// Whether a row counts nothing in either period: it has no bars then.
fn is_nothing(row: &CountRow) -> bool {
    [row.now, row.before].iter().all(|count| *count == Count::Number(0))
}

/// A name that fits.
fn short(name: &str) -> String {
    if name.chars().count() <= LETTERS {
        return name.to_owned();
    }
    name.chars().take(LETTERS - 1).chain(['…']).collect()
}
