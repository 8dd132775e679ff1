// Stands in the head of the aid's page, before its first stage: a press on Continue counts from the moment at which that is on
// screen. What it leads to is in start.js.
document.addEventListener('submit', (event) => {
  const aid = event.target.closest('#decision-aid');
  if (!aid) return;
  event.preventDefault();
  aid.dataset.pressed = '';
});
