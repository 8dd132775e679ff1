// What the page written by hand runs: one stage at a time, and no question that the answers leave out.
const form = document.querySelector('form');
const back = document.getElementById('back');
const questions = [...form.querySelectorAll('fieldset')];
const stages = [...form.querySelectorAll('section')];
let current = 0;

const answersTo = (id) => new FormData(form).getAll(id);

function isAsked({ dataset: { leftOutIf = '[]' } }) {
  return JSON.parse(leftOutIf).every(({ of, value, sameStage }) => {
    const given = answersTo(of);
    return !given.includes(value) && !(sameStage && given.length === 0);
  });
}

/** A question that is not asked is disabled, so that it has no answer either. Each depends on questions before it only. */
function showWhatIsAsked() {
  for (const question of questions) question.hidden = question.disabled = !isAsked(question);
}

const hasQuestions = (stage) => stage.querySelector('fieldset:enabled') !== null;

function show(shown) {
  for (const section of [...stages, document.getElementById('end')]) section.hidden = section !== shown;
  form.hidden = !stages.includes(shown);
  back.hidden = shown === stages.find(hasQuestions);
  scrollTo(0, 0);
  shown.querySelector('h1').focus();
}

form.addEventListener('change', ({ target }) => {
  // “None of these” and “Not sure” stand alone.
  for (const box of form.querySelectorAll(`[name="${target.name}"]:checked`)) {
    if (box !== target && ('alone' in target.dataset || 'alone' in box.dataset)) box.checked = false;
  }
  document.getElementById(`${target.name}-error`).hidden = true;
  showWhatIsAsked();
});

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const asked = [...stages[current].querySelectorAll('fieldset:enabled')];
  const open = asked.filter(({ id }) => answersTo(id).length === 0);
  for (const { id } of open) document.getElementById(`${id}-error`).hidden = false;
  if (open.length > 0) return open[0].querySelector('input').focus();
  current = stages.findIndex((stage, index) => index > current && hasQuestions(stage));
  show(stages[current] ?? document.getElementById('end'));
});

back.addEventListener('click', () => {
  current = stages.findLastIndex((stage, index) => index < current && hasQuestions(stage));
  show(stages[current]);
});

showWhatIsAsked();
// Pressed before this script had run, it would have sent the form away.
form.querySelector('button:disabled').disabled = false;
