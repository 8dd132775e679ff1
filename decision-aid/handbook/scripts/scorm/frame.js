// The frame that shows the pages of the course.

/** Opens a link to another site in a new tab, because the content security policy allows only this site in the frame. */
function openOtherSitesInNewTab({ target }) {
  const link = target.closest?.('a[href]');
  if (!link || link.origin === location.origin) return;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
}

// The load event of a frame does not bubble, but it can be captured. The frame is not in the document yet when this runs.
document.addEventListener('load', ({ target }) => {
  const page = attempt(() => target.contentWindow?.document);
  if (!page) return;
  page.addEventListener('click', openOtherSitesInNewTab, true);
  // A page that the learner leaves must not be told of changes any more.
  page.defaultView.addEventListener('pagehide', () => listeners.clear());
}, true);
