// Walks a case from a sheet of facts as an officer would, and counts what that takes: screens, clicks and fields.
import { answer, goOn, heading, option, screenOf, take, text } from './officer.js';

/** What the screen asks for: questions without an answer, and fields with nothing in them. Of what is folded, nothing. */
const asked = (page) => page.locator('.screen').evaluate((screen) => {
  const isOptional = (element) => element.querySelector('.field-optional') !== null;
  const isOpen = (fieldset) => fieldset.checkVisibility() && !fieldset.querySelector(':scope > .answers input:checked');
  const inputs = [...screen.querySelectorAll('.field > .input:not([type=file])')].filter((input) => input.checkVisibility() && input.value === '');
  const boxes = [...screen.querySelectorAll('fieldset')].filter((fieldset) => !fieldset.matches('.rows > *') && isOpen(fieldset));
  return {
    questions: [...screen.querySelectorAll('.rows > fieldset')].filter(isOpen).map((row) => row.dataset.question),
    fields: [...inputs.map((input) => ({ id: input.id, isOptional: isOptional(input.parentElement), kind: input.localName })),
      ...boxes.map((fieldset) => ({ id: fieldset.id, isOptional: isOptional(fieldset), kind: 'boxes' }))],
  };
});

/** An officer with a sheet of facts. What the sheet does not have fails the walk, so that nothing is filled in unseen. */
export class Tally {
  screens = [];
  clicks = 0;
  /** The required fields that were empty when they came on screen, and the others that were filled in. */
  required = [];
  optional = [];

  constructor(page, sheet) {
    this.page = page;
    this.sheet = sheet;
  }

  /** Does what the screen asks for. */
  async fillIn() {
    this.screens.push(await screenOf(this.page));
    await this.takeOptions();
    for (let open = await this.left(); open; open = await this.left()) await open();
  }

  /** What is to be done next on the screen; nothing where the sheet has no more for it. */
  async left() {
    const { questions: [question], fields } = await asked(this.page);
    if (question) return () => this.tick(question);
    const due = fields.find(({ id, isOptional }) => !isOptional || id in this.sheet.texts);
    return due && (() => this.write(due));
  }

  async tick(question) {
    const { [question]: given } = this.sheet.answers;
    if (!given) throw new Error(`the sheet has no answer for “${question}”`);
    await answer(this.page, question, given);
    this.clicks += [given].flat().length;
  }

  async write({ id, isOptional, kind }) {
    const { [id]: words } = this.sheet.texts;
    if (!words) throw new Error(`the sheet has nothing for “${id}” on the screen “${await heading(this.page).innerText()}”`);
    if (this.optional.concat(this.required).includes(id)) throw new Error(`“${id}” does not keep what is written`);
    (isOptional ? this.optional : this.required).push(id);
    if (kind === 'boxes') await answer(this.page, id, words);
    else if (kind === 'select') await text(this.page, id).selectOption(words);
    else await text(this.page, id).fill(words);
    if (kind !== 'input' && kind !== 'textarea') this.clicks += [words].flat().length;
  }

  async takeOptions() {
    for (const id of this.sheet.takes) {
      if (await option(this.page, id).count() === 0) continue;
      await take(this.page, id).check();
      this.clicks += 1;
    }
  }

  /** Presses the main button, or another that leads to a screen. */
  async goOn(name) {
    this.clicks += 1;
    await (name ? goOn(this.page, this.page.getByRole('button', { name })) : goOn(this.page));
  }

  /** Walks to the letter and fills in what it lacks. `look` is called on each screen, once it is filled in. */
  async walkToLetter(look = async () => {}) {
    await this.fillIn();
    await look();
    while (!this.screens.at(-1).startsWith('letter')) {
      await this.goOn();
      await this.fillIn();
      await look();
    }
  }

  /** What it took, in words. */
  says() {
    return `${this.screens.length} screens, ${this.clicks} clicks, ${this.required.length} required fields, ${this.optional.length} optional ones`;
  }
}

