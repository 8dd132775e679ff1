// The case that both are walked through: a customer writes far too often, was warned, and did not change. It comes to every
// stage but the one about a restriction that stands already. A question that is not named here is answered with no, or with
// "None of these".

/** Of these questions: `yes`, or the `first` of the choices. */
export const HEAVY_MAIL = {
  'our-service': 'yes', investigated: 'yes', 'preferred-contact': 'yes', 'deadlines-given': 'yes',
  behaviour: 'first', contacts: 'first', hinders: 'yes', regular: 'yes', where: 'first',
  'contact-review': 'first', 'written-notice': 'yes',
  'named-officer': 'yes', 'assessment-done': 'yes', factors: 'yes', health: 'yes',
};
