// What runs in the page that is measured, before its own scripts. It answers as a person does who waits for nothing: it ticks
// a box as soon as the box is on screen, and presses Continue as soon as it can. All times are read in the page.

/** Playwright hands this function to the page as text, so everything it uses is inside. */
export function answerAll({ selectors, answers }) {
  const PATIENCE = 60_000;

  /** Resolves when the next frame has been painted: the first task after it. */
  const painted = () => new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(null);
    });
  });

  /** Looks after every frame until there is something, and gives it with the time of the frame. */
  const seen = async (look, what) => {
    const until = performance.now() + PATIENCE;
    for (;;) {
      const at = await painted();
      const found = look();
      if (found) return { found, at };
      if (at > until) throw new Error(`${what} did not come within ${PATIENCE / 1000} seconds; on screen: “${heading()}”`);
    }
  };

  const shown = (selector) => [...document.querySelectorAll(selector)]
    .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }));
  const heading = () => shown(selectors.heading).map((element) => element.textContent).join(' ');

  /** The boxes of a question. What one sees of a box may be its label alone. */
  const boxesOf = (question) => [...question.querySelectorAll('input[type=radio], input[type=checkbox]')]
    .filter((box) => (box.labels[0] ?? box).checkVisibility({ visibilityProperty: true }));

  /** The questions on screen, by id. */
  const questions = () => new Map(shown(selectors.question)
    .filter((question) => boxesOf(question).length)
    .map((question) => [question.getAttribute(selectors.id), question]));

  /** The box that answers a question in this case. */
  const boxFor = (id, question) => {
    const boxes = boxesOf(question);
    if (answers[id] === 'first') return boxes[0];
    const named = (name) => boxes.find((box) => box.value === name || box.labels[0]?.textContent.trim() === name);
    return answers[id] === 'yes' ? named('yes') : named('no') ?? named('None of these') ?? named('not-sure');
  };

  /** Whether a press on the box would reach it. Outside of the window it would come into view first. */
  const reachable = (box) => {
    const seenOf = box.labels[0] ?? box;
    const { x, y, width, height } = seenOf.getBoundingClientRect();
    if (!width || !height) return false;
    const hit = document.elementFromPoint(x + width / 2, y + height / 2);
    return !hit || seenOf.contains(hit);
  };

  const continueButton = () => shown('button, input[type=button], input[type=submit]')
    .find((button) => (button.value || button.textContent).trim() === 'Continue' && !button.disabled);

  /** Writes something into each empty field beside Continue, as a stage may ask for a date or for what happened. */
  const fill = () => {
    const fields = [...continueButton().form?.querySelectorAll('textarea, input[type=text], input[type=date]') ?? []]
      .filter((field) => field.value === '' && field.checkVisibility({ visibilityProperty: true }));
    for (const field of fields) {
      field.value = field.type === 'date' ? new Date().toISOString().slice(0, 10) : 'As noted';
      for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
    }
    return fields.length;
  };

  const asked = new Map();

  /** Ticks the boxes of whatever is on screen and not answered yet; how many were ticked. */
  const tick = () => {
    const boxes = [...questions()].map(([id, question]) => {
      asked.set(id, question.textContent);
      const box = boxFor(id, question);
      if (!box) throw new Error(`no box answers “${id}” in this case`);
      return box;
    }).filter((box) => !box.checked);
    boxes.forEach((box) => box.click());
    return boxes.length;
  };

  /** Ticks until nothing is left to tick: an answer may bring another question. */
  const answerStage = () => seen(() => continueButton() && tick() + fill() === 0, 'a stage with everything answered');

  /** Whether another stage is on screen than the one with these questions. */
  const isAfter = (before) => {
    const now = [...questions().keys()];
    return now.length > 0 && !now.some((id) => before.questions.includes(id));
  };
  const isEnd = (before) => questions().size === 0 && heading() !== '' && heading() !== before.heading;

  /** Presses Continue, and gives the time from the press until what follows is painted. */
  const goOn = async (follows, what) => {
    const before = { questions: [...questions().keys()], heading: heading() };
    const pressed = performance.now();
    continueButton().click();
    const { at } = await seen(() => follows(before), what);
    return { at, took: at - pressed };
  };

  /** The first question on screen that takes a tick and keeps it: when it was painted. */
  const firstQuestion = async () => {
    for (;;) {
      const { found: [id, box], at } = await seen(() => {
        const [first] = questions();
        const box = first && boxFor(...first);
        return box && reachable(box) && [first[0], box];
      }, 'the first question');
      box.click();
      await painted();
      const question = questions().get(id);
      if (question && boxFor(id, question)?.checked) return at;
    }
  };

  const start = async () => {
    const first = await firstQuestion();
    await answerStage();
    const { at: second } = await goOn(isAfter, 'the stage after the first Continue');
    return { first, second };
  };

  /** The stages after the first two moments, to the end: how long each Continue took. */
  const walk = async () => {
    const next = [];
    while (questions().size > 0) {
      await answerStage();
      // What the ticks caused is drawn before the press.
      await painted();
      const { took } = await goOn((before) => isAfter(before) || isEnd(before), `what follows “${heading()}”`);
      next.push(took);
    }
    return { next, asked: [...asked] };
  };

  globalThis.versus = { start: start(), walk };
  // It is waited for as soon as the page is there; until then a failure must not count as unhandled.
  globalThis.versus.start.catch(() => {});
}
