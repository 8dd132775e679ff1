// Cases for journeys: the answers that are asked for and no others, and what is written down.

export const none = 'none-of-these';

/** Nobody is at risk, and the checks are met. */
const ground = {
  criminal: 'no', 'people-at-risk': 'no', 'immediate-risk': 'no', 'vulnerable-at-risk': 'no',
  'our-service': 'yes', 'restriction-in-force': 'no', 'short-term-in-force': 'no', 'new-issue': 'no', 'other-route': none,
  investigated: 'yes', 'preferred-contact': 'yes', 'deadlines-given': 'yes', 'new-information': 'no',
};

/** The customer writes far too often. */
const conduct = {
  behaviour: ['excessive-demands'], contacts: ['too-frequent'], hinders: 'yes', 'only-criticism': 'no',
  'only-challenge': 'no', 'thoroughly-dealt': 'no', 'threatens-staff': 'no', 'possible-disability': 'no', where: ['email'],
};

/** Cases with the outcome that the policy gives. */
export const cases = {
  mayDecide: {
    outcome: 'may-decide',
    answers: {
      ...ground, ...conduct, regular: 'yes', 'contact-review': 'found-unreasonable', 'written-notice': 'yes', modified: 'no',
      'named-officer': 'yes', 'assessment-done': 'yes', factors: 'yes', health: 'yes',
    },
  },
  writeFirst: {
    outcome: 'write-first',
    answers: { ...ground, ...conduct, regular: 'yes', 'contact-review': 'not-done', health: 'yes' },
  },
  notReady: {
    outcome: 'not-ready',
    answers: { ...ground, investigated: 'no', departed: 'no' },
  },
  actOnRisk: {
    outcome: 'act-on-risk',
    answers: {
      ...ground, ...conduct, 'people-at-risk': 'yes', 'immediate-risk': 'yes', behaviour: ['inappropriate-acts'],
      'threatens-staff': 'yes', 'named-officer': 'no', health: 'no', 'contact-review': 'not-done',
    },
  },
};

/** A case as an earlier build kept it in the tab: its answers, and the texts that were written in it. */
export const kept = ({ answers, texts = {} }) => ({
  answers: Object.fromEntries(Object.entries(answers).map(([id, value]) => [id, value === none ? [] : value])),
  texts,
});

/** What every case is called, and whom the customer can turn to. */
const named = {
  'record/case-reference': 'CH-2026-0107',
  'record/matter': 'the road works in your street',
  'record/completed-by': 'Team manager, highways',
  'record/contact-point-who': 'Highways office, 01234 567890',
};

/** Sheets of facts: each is walked from the first screen to its letter. `takes` names the options that are taken. */
export const sheets = {
  /** A customer writes every day, was warned, and did not change. */
  heavyMail: {
    answers: cases.mayDecide.answers,
    takes: ['limit-contacts'],
    letter: 'Decision letter',
    texts: {
      ...named,
      'evidence/behaviour/excessive-demands': 'On 3 March you asked for a daily report in writing.',
      'evidence/contacts/too-frequent': 'Between 3 and 28 March you wrote 84 emails, up to 9 in a day.',
      'record/communication-efforts': 'Offered a call each week on 5 March.',
      'record/warning-date': '2026-04-02',
      'record/warning-asked': 'To write at most twice a week.',
      'record/assessor': 'Service manager, highways',
      'record/customer-account': 'The customer says that nobody answers.',
      'record/health-considered': 'Asked on 2 April; nothing is known.',
      'record/accessible-route': ['none-known'],
      'detail/limit-contacts/period': 'week',
      'detail/limit-contacts/messages': '2',
      'decision-reason/why': 'Two emails a week are enough to follow the repair.',
      'decision-reason/milder': 'A call each week was tried, and the emails went on.',
      'record/ends-on': '2027-03-31',
      'letter-field/decision-letter/effect': 'Three officers could not answer other customers on those days.',
    },
  },
  /** Somebody threatens staff at the counter, now. Only what the notice needs is answered. */
  threat: {
    answers: { criminal: 'yes', 'people-at-risk': 'yes', 'immediate-risk': 'yes', 'vulnerable-at-risk': 'no' },
    takes: ['short-term-access'],
    letter: 'On-the-spot notice',
    texts: {
      ...named,
      'detail/short-term-access/building': 'Civic Centre, High Street',
      'decision-reason/why': 'Staff at the front desk were threatened an hour ago.',
      'decision-reason/milder': 'He was asked to leave, and came back.',
      'letter-field/on-the-spot-notice/behaviour': 'On 27 November at 10:40 you raised a chair at a member of staff.',
      'letter-field/on-the-spot-notice/risk': 'This put staff at the front desk at immediate risk.',
      'letter-field/on-the-spot-notice/category': 'behaviour',
      'record/ends-on': '2026-12-11',
      'record/review-date': '2026-12-09',
      'record/assessor': 'Service manager, customer services',
    },
  },
  /** A block in the phone system that nobody properly decided ends. */
  undecidedLimit: {
    answers: {
      ...ground, 'restriction-in-force': 'yes', 'extreme-threat': 'no', 'decision-complete': 'no',
      behaviour: none, contacts: none, 'thoroughly-dealt': 'no', 'threatens-staff': 'no', 'possible-disability': 'no',
      where: ['phone'], 'named-officer': 'no', 'assessment-done': 'no', factors: 'no', health: 'no',
      review: 'none', 'grounds-to-continue': 'no',
    },
    takes: ['lift'],
    letter: 'Apology letter',
    texts: {
      ...named,
      'record/limit-since': 'some time in May 2026',
      'record/limit-set-by': 'A team manager, as a block in the phone system.',
      'record/limit-missed': 'Your calls of 3 and 9 June were not answered.',
      'record/communication-efforts': 'Rang the customer on 27 November.',
      'record/accessible-route': ['none-known'],
      'record/ended-on': '2026-12-10',
      'record/told-again': 'The contact centre',
      'record/removed': 'The block in the phone system, on 27 November',
    },
  },
};

/** The case of a sheet with all of it written down, as it is kept once it was walked through. */
const written = ({ answers, takes, texts }) => ({
  answers,
  texts: {
    ...Object.fromEntries(Object.entries(texts).map(([key, words]) => [key, [words].flat().join('\n')])),
    ...Object.fromEntries(takes.map((id) => [`taken/${id}`, 'yes'])),
  },
});

/** Heavy mail with everything decided and written down, of which the other options that would fit were not taken. */
export const decided = written(sheets.heavyMail);
Object.assign(decided.texts, {
  'taken/named-staff': 'no', 'taken/one-medium': 'no', 'record/decided-on': '2026-12-01', 'letter-field/decision-letter/date': '2026-12-01',
});
