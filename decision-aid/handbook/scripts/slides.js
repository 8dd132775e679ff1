// Shows the slides of a practice case one at a time, by button or by keyboard. The address names the slide, so that a reload shows
// it again; whatever other place it names is shown on the plain page. Without this script all slides stand below one another.
(() => {
  'use strict';
  const main = document.querySelector('main');
  const controls = document.querySelector('.slide-controls');
  const [previous, next, leave] = ['previous', 'next', 'leave'].map((name) => controls.querySelector(`[data-slide="${name}"]`));
  const status = controls.querySelector('[role="status"]');
  let shown = null;

  const caseOf = (slide) => slide.closest('.slide-case');
  const siblings = () => [...caseOf(shown).querySelectorAll('.slide')];

  /** The slide that the address names, or the first of the case that it names. */
  const named = () => {
    const found = document.getElementById(location.hash.slice(1));
    if (found?.matches('.slide-case')) return found.querySelector('.slide');
    return found?.closest('.slide') ?? null;
  };

  const focus = (heading) => {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    scrollTo(0, 0);
  };

  const show = (slide) => {
    const left = shown;
    shown = slide;
    main.classList.toggle('shows-slides', Boolean(slide));
    controls.hidden = !slide;
    for (const part of document.querySelectorAll('.slide-case, .slide')) part.classList.toggle('is-shown', part.contains(slide));
    if (!slide) {
      if (left) document.querySelector(`.slides-list a[href="#${caseOf(left).id}"]`).focus();
      return;
    }
    const all = siblings();
    const at = all.indexOf(slide);
    previous.disabled = at === 0;
    next.disabled = at === all.length - 1;
    status.textContent = `Slide ${at + 1} of ${all.length}`;
    // Whoever comes to a case hears its name, and then what each slide is.
    focus(at === 0 ? caseOf(slide).querySelector('h2') : slide.querySelector('h3'));
  };

  const move = (slide) => {
    if (!slide || slide === shown) return;
    // A case is one step of the history: the browser's own way back leaves it.
    history.replaceState(history.state, '', `#${slide.id}`);
    show(slide);
  };

  /** The slide that a key leads to; nothing for a key that the browser keeps. */
  const ledTo = ({ key, shiftKey, target }) => {
    const all = siblings();
    const at = all.indexOf(shown);
    const [back, on] = [all[at - 1] ?? shown, all[at + 1] ?? shown];
    // A long slide is scrolled to its end first.
    const isAtEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 1;
    const ways = { ArrowRight: on, PageDown: on, ArrowLeft: back, PageUp: back, Home: all[0], End: all.at(-1) };
    if (key === 'ArrowDown' && isAtEnd) return on;
    if (key === 'ArrowUp' && scrollY === 0) return back;
    if (key === ' ' && !target.closest('a, button')) return shiftKey ? back : on;
    return ways[key];
  };

  previous.addEventListener('click', () => move(siblings()[siblings().indexOf(shown) - 1]));
  next.addEventListener('click', () => move(siblings()[siblings().indexOf(shown) + 1]));
  document.addEventListener('keydown', (event) => {
    if (!shown || event.ctrlKey || event.metaKey || event.altKey) return;
    const slide = ledTo(event);
    if (event.key === 'Escape') leave.click();
    else if (slide) move(slide);
    else return;
    event.preventDefault();
  });
  // Who scrolls down the list in front of a group gives no answer away.
  main.classList.add('has-slides');
  addEventListener('hashchange', () => show(named()));
  if (named()) show(named());
})();
