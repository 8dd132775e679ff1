// A page that the browser has translated.

/**
 * Does to a page what a browser's translator does: `font` elements, with a text of their own, take the place of each text, of
 * which an app knows nothing. The words stay as they are, so that a test can look for them. A translator comes again for what an
 * app puts onto the page after that.
 */
export const translate = (page) => page.evaluate(() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const untouched = 'script, style, option, textarea, font';
  const found = [];
  while (texts.nextNode()) found.push(texts.currentNode);
  for (const text of found.filter((text) => text.data.trim() && !text.parentElement.matches(untouched))) {
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    text.replaceWith(outer);
    outer.append(inner);
    inner.textContent = text.data;
  }
});
