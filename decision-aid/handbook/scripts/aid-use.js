// The switch of a policy page: shows how the aid uses each clause. Off when somebody comes; what they choose holds for the visit.
{
  const toggle = document.querySelector('.aid-use-switch');
  const uses = document.querySelectorAll('.aid-use');
  if (toggle) {
    const field = toggle.querySelector('input');
    // Storage can be refused: then the choice holds for the page.
    const kept = (set) => {
      try {
        return set === undefined ? sessionStorage.getItem('aid-use') === 'shown' : sessionStorage.setItem('aid-use', set);
      } catch {
        return false;
      }
    };
    const show = (shown) => {
      field.checked = shown;
      document.documentElement.classList.toggle('shows-aid-use', shown);
      for (const use of uses) use.open = shown;
    };
    // A link can lead to what is folded away, which is then shown.
    const showTarget = () => {
      const target = document.querySelector(':target');
      const use = target?.closest('.aid-use');
      if (!use) return;
      use.open = true;
      target.scrollIntoView();
    };
    show(kept());
    toggle.hidden = false;
    field.addEventListener('change', () => {
      show(field.checked);
      kept(field.checked ? 'shown' : 'hidden');
    });
    addEventListener('hashchange', showTarget);
    showTarget();
  }
}
