// Has the browser keep the handbook for when there is no network, and says when a newer build has taken over. Pages that
// are open stay as they are until their reader asks: a case may be under way in one.
const workers = navigator.serviceWorker;
// A page from a folder has no server to be kept from, and who saves data has not asked for a whole handbook.
if (workers && root.protocol.startsWith('http') && !navigator.connection?.saveData) {
  const add = (parent, name, content) => {
    const element = document.createElement(name);
    element.append(content);
    parent.append(element);
    return element;
  };
  // Screen readers speak what comes into a region that is already there. Where the window is too low for it to stay at
  // its foot, it stands above the page.
  const region = document.createElement('div');
  document.querySelector('header').after(region);
  region.className = 'update';
  region.setAttribute('role', 'status');
  const say = () => {
    const inAid = document.getElementById('decision-aid');
    const advice = inAid ? ' If a case is open here, save it first.' : '';
    region.replaceChildren();
    add(region, 'p', `The handbook has been updated since you opened this page.${advice}`);
    add(region, 'button', 'Show the updated handbook').addEventListener('click', () => location.reload());
    add(region, 'button', 'Not now').addEventListener('click', () => region.replaceChildren());
  };
  // The first worker replaces none.
  let { controller } = workers;
  workers.addEventListener('controllerchange', () => {
    if (controller) say();
    ({ controller } = workers);
  });
  // A browser may refuse, and is then one that needs the network.
  addEventListener('load', () => workers.register(ownScript(new URL('sw.js', root))).catch(() => {}));
}
