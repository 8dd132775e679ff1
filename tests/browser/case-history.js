// Case files with entries that were made, as `casework` writes them: for pages that read many.

/** An entry that was made on a day. */
const entry = (kind, day, more) => ({
  kind, 'policy-version': 'edition', 'saved-on': day, outcome: 'may-decide', options: {}, answers: {}, texts: {}, 'made-on': day, findings: [], limits: null, ...more,
});

/** Limits that were set on a day, for about a year. */
const limits = (day, { says, review, told }) => ({
  says: [says], 'starts-on': day, 'ends-on': '2027-02-28', 'review-on': review, told,
});

/** A decision that sets limits, in the case with this reference. */
export const decision = (reference, day, limit, texts = {}) => entry('decision', day, {
  texts: { 'record/case-reference': reference, 'record/decided-on': day, 'taken/limit-contacts': 'yes', ...texts }, limits: limits(day, limit),
});

/** A warning, in the case with this reference. */
export const warning = (reference, day) => entry('warning', day, {
  outcome: 'write-first', texts: { 'record/case-reference': reference, 'record/warning-date': day },
});

/** A case file to choose. */
export const caseFile = (name, id, entries) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify({
    format: 'customer-handling-case', 'format-version': 2, 'case-id': id, 'calendar-sequence': 0, entries,
  }, null, 2)),
});
