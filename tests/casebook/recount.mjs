// Counts case files once more, written from what the report says that it counts and not from its code.
//
// node recount.mjs FOLDER FROM UNTIL TODAY, days as in 2026-08-31. Prints counts as JSON: of the period, and of the one before it.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const [folder, from, until, today] = process.argv.slice(2);
const dayOf = (entry) => entry.texts["record/decided-on"]?.trim() || entry["made-on"];
const daysBetween = (one, other) => Math.round((Date.parse(other) - Date.parse(one)) / 86_400_000);
const took = (entry, option) => {
  const said = entry.texts[`taken/${option}`] ?? "";
  return said === "yes" || (said !== "no" && entry.options[option] === "required");
};

const nothing = () => ({
  outcomes: {}, grounds: {}, behaviour: {}, options: {}, warnings: { enough: 0, notEnough: 0, open: 0 },
  onTheSpot: { week: 0, month: 0, later: 0, ended: 0, open: 0 }, limits: { set: 0, withoutEnd: 0 },
  due: { held: 0, late: 0, notNeeded: 0, notHeld: 0, toCome: 0 },
  reviews: { lift: 0, modify: 0, continue: 0, other: 0 }, asked: {}, adjustments: 0, departures: 0, lessons: 0,
});
const add = (table, key) => { table[key] = (table[key] ?? 0) + 1; };

const cases = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")).entries);

// The period before: of as many months where this one begins and ends with a month, else of as many days.
function before() {
  const shifted = (day, days) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
  const last = shifted(from, -1);
  const months = (day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  const next = shifted(until, 1);
  if (!from.endsWith("-01") || !next.endsWith("-01")) return { first: shifted(last, -daysBetween(from, until)), last };
  const month = 2 * months(from) - months(next) - 1;
  return { first: `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`, last };
}

function countsOf({ first, last }) {
  const counts = nothing();
  const inPeriod = (day) => first <= day && day <= last;
  for (const entries of cases) entries.forEach((entry, index) => count(counts, inPeriod, entry, entries.slice(index + 1)));
  return counts;
}

function count(counts, inPeriod, entry, later) {
  dueReview(counts, inPeriod, entry, later);
  if (!inPeriod(dayOf(entry)) || ["incident", "correction"].includes(entry.kind)) return;
  add(counts.outcomes, entry.outcome);
  if (entry.texts["record/adjustments"]?.trim()) counts.adjustments += 1;
  if (entry.texts["record/departure-reason"]?.trim()) counts.departures += 1;
  if (entry.texts["record/lesson"]?.trim()) counts.lessons += 1;
  if (entry.limits) counts.limits.set += 1;
  if (entry.limits?.["ends-on"] === "") counts.limits.withoutEnd += 1;
  if (entry.kind === "warning") counts.warnings[afterWarning(later)] += 1;
  if (entry.kind === "on-the-spot-notice") counts.onTheSpot[assessment(entry, later)] += 1;
  if (entry.kind === "review") review(counts, entry);
  if (["decision", "on-the-spot-notice", "warning", "change"].includes(entry.kind)) {
    for (const finding of entry.findings) add(counts.grounds, finding);
    const ticked = entry.answers.behaviour;
    if (Array.isArray(ticked)) ticked.forEach((behaviour) => add(counts.behaviour, behaviour));
    const options = new Set([...Object.keys(entry.options), ...Object.keys(entry.texts).map((key) => key.replace(/^taken\//, ""))]);
    for (const option of options) if (took(entry, option)) add(counts.options, option);
  }
}

function afterWarning(later) {
  const next = later.find((entry) => !["incident", "correction"].includes(entry.kind));
  if (!next) return "open";
  return next.kind === "warning" || next.limits ? "notEnough" : "enough";
}

function assessment(notice, later) {
  const start = dayOf(notice);
  const assessed = (entry) => {
    const day = entry.texts["record/assessed-on"]?.trim();
    return day && day >= start ? day : undefined;
  };
  const next = later.find((entry) => ["decision", "review", "change", "end"].includes(entry.kind));
  let day = assessed(notice);
  if (!day) {
    if (!next) return "open";
    day = assessed(next);
    if (!day && next.kind === "end") return "ended";
    day ??= dayOf(next);
  }
  const days = daysBetween(start, day);
  return days <= 7 ? "week" : days <= 28 ? "month" : "later";
}

function dueReview(counts, inPeriod, entry, later) {
  const due = entry.limits?.["review-on"];
  if (!due || !inPeriod(due)) return;
  const next = later.find((then) => ["review", "end"].includes(then.kind) || (then.limits
    && (then.kind === "decision" || (entry.kind === "on-the-spot-notice" && ["on-the-spot-notice", "change"].includes(then.kind)))));
  const inTime = next && dayOf(next) <= due;
  if (next?.kind === "review") counts.due[inTime ? "held" : "late"] += 1;
  else if (next) counts.due[inTime ? "notNeeded" : "notHeld"] += 1;
  else counts.due[today <= due ? "toCome" : "notHeld"] += 1;
}

function review(counts, entry) {
  const taken = ["lift", "modify", "continue"].filter((option) => took(entry, option));
  counts.reviews[taken.length === 1 ? taken[0] : "other"] += 1;
  add(counts.asked, typeof entry.answers.review === "string" ? entry.answers.review : "");
}

// How many restrictions are in force at the end of a case.
function inForce(entries) {
  let decided = 0;
  let onTheSpot = 0;
  for (const { kind, limits } of entries) {
    if (kind === "on-the-spot-notice" && limits) onTheSpot = 1;
    else if (kind === "end" || (kind === "review" && !limits)) decided = onTheSpot = 0;
    else if (["decision", "review"].includes(kind) && limits) [decided, onTheSpot] = [1, 0];
    // A further step adds to what was decided before.
    else if (kind === "change" && limits) [decided, onTheSpot] = [decided + 1, 0];
  }
  return decided + onTheSpot;
}

const inForceNow = cases.reduce((sum, entries) => sum + inForce(entries), 0);
const periods = { now: countsOf({ first: from, last: until }), before: countsOf(before()) };
console.log(JSON.stringify({ cases: cases.length, inForce: inForceNow, ...periods }, null, 2));
