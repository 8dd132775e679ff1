// Leads on from the place of something that has moved. Without a script, its link does.
const follow = () => {
  const clauses = [...document.querySelectorAll('.moved')];
  const clause = clauses.find(({ id }) => location.hash === `#${id}`);
  const page = document.querySelector('[data-moved-page]');
  if (clause) location.replace(clause.querySelector('a').href);
  else if (page) location.replace(page.href + location.hash);
};
addEventListener('hashchange', follow);
follow();
