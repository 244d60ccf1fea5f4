/**
 * The script of the page of background work, served from our own origin because the page may run nothing else. The access
 * token lives in its memory alone and is gone with the page; whatever is shown is put there as text, never as markup.
 */
export const OPERATIONS_SCRIPT = `
const texts = JSON.parse(document.body.dataset.texts);
const said = document.querySelector('[role=status]');
const main = document.querySelector('main');
const form = document.querySelector('form');
let token;

const element = (name, content, more = {}) => {
  const made = Object.assign(document.createElement(name), more);
  made.append(...[content].flat().filter((part) => part !== undefined && part !== null).map((part) => (part instanceof Node ? part : String(part))));
  return made;
};
const button = (label, act) => element('button', label, { type: 'button', onclick: () => attempt(act) });
// What is wider than the page is moved sideways in a place of its own, which the keyboard reaches too.
const table = (heads, rows) => element('div', element('table', [
  element('thead', element('tr', heads.map((head) => element('th', head, { scope: 'col' })))),
  element('tbody', rows.map((cells) => element('tr', cells.map((cell) => element('td', cell))))),
]), { className: 'wide', tabIndex: 0 });
const listed = (heads, rows) => (rows.length > 0 ? table(heads, rows) : element('p', texts.none));
const time = (instant) => (instant ? new Date(instant).toLocaleString(document.documentElement.lang) : '–');

async function ask(method, path, body) {
  const answer = await fetch(path, {
    method,
    headers: { ...(token && { authorization: 'Bearer ' + token }), ...(body && { 'content-type': 'application/json' }) },
    body: body && JSON.stringify(body),
  });
  const told = answer.status === 204 ? undefined : await answer.json();
  if (!answer.ok) throw new Error(answer.status === 403 ? texts.refused : told.detail);
  return told;
}

async function attempt(act) {
  said.textContent = '';
  try {
    await act();
  } catch (error) {
    said.textContent = error instanceof TypeError ? texts.offline : error.message;
  }
}

/** A list that goes on with a button as long as there is more. */
function pages(path, heads, rowOf) {
  const place = element('div', []);
  const rows = [];
  const show = async (cursor) => {
    const page = await ask('GET', path + (cursor ? (path.includes('?') ? '&' : '?') + 'cursor=' + encodeURIComponent(cursor) : ''));
    rows.push(...page.items.map(rowOf));
    place.replaceChildren(listed(heads, rows), ...(page.nextCursor ? [button(texts.more, () => show(page.nextCursor))] : []));
  };
  attempt(() => show());
  return place;
}

function deadLetters(service) {
  const path = '/api/admin/operations/services/' + service + '/dead-letters';
  const settle = async (id, step, body) => {
    await ask('PUT', path + '/' + encodeURIComponent(id) + '/' + step, body);
    await showServices();
    said.textContent = texts.done;
  };
  const look = async (id, place) => place.replaceChildren((await ask('GET', path + '/' + encodeURIComponent(id))).body);
  return pages(path, [texts.died, texts.topic, texts.tries, texts.reason, ''], (letter) => {
    const body = element('pre', []);
    const drop = () => {
      const reason = prompt(texts.whyDrop);
      return reason ? settle(letter.id, 'drop', { reason }) : undefined;
    };
    const acts = [button(texts.look, () => look(letter.id, body)), button(texts.replay, () => settle(letter.id, 'replay')), button(texts.drop, drop)];
    return [time(letter.diedAt), letter.topic, letter.tries, letter.reason, [...acts, body]];
  });
}

function details(work) {
  const jobs = work.jobs.map((job) => [job.name, job.cadence, time(job.startedAt), job.tookMs === null ? '–' : job.tookMs + ' ms', time(job.nextAt), job.fault ? time(job.failedAt) + ' ' + job.fault : '–']);
  const topics = (work.outbox ? work.outbox.topics : []).map((topic) => [topic.topic, topic.waiting, time(topic.oldestAt)]);
  return element('details', [
    element('summary', work.service + ': ' + work.state),
    element('h3', texts.outbox), listed([texts.topic, texts.waiting, texts.oldest], topics),
    element('h3', texts.jobs), listed([texts.job, texts.cadence, texts.last, texts.took, texts.next, texts.fault], jobs),
    element('h3', texts.deadLetters), ...(work.deadLetters ? [deadLetters(work.service)] : [element('p', texts.none)]),
  ], { open: work.deadLetters > 0 || work.state !== 'ready' });
}

async function showServices() {
  const { items: services } = await ask('GET', '/api/admin/operations/services');
  const rows = services.map((work) => [work.service, work.state, work.release, work.outbox && work.outbox.waiting, work.outbox && time(work.outbox.oldestAt), work.deadLetters, work.idempotencyKeys]);
  const lists = [
    [texts.deliveries, () => pages('/api/admin/deliveries?status=dead', [texts.at, texts.who, texts.topic, texts.tries, texts.reason, ''], (one) => [
      time(one.settledAt), one.userId, one.template, one.tries, one.reason,
      one.replayable ? button(texts.replay, async () => { await ask('PUT', '/api/admin/deliveries/' + one.id + '/replay'); said.textContent = texts.done; }) : '',
    ])],
    [texts.reminders, () => pages('/api/admin/reminders?state=planned', [texts.next, texts.who, texts.subject], (one) => [time(one.dueAt), one.userId, one.listingTitle])],
    [texts.audit, () => pages('/api/admin/operations/audit', [texts.at, texts.service, texts.action, texts.who, texts.subject, texts.times, texts.reason], (one) => [
      time(one.at), one.service, one.action, [one.role, ' ', one.actorId || one.network], one.subject, one.times, one.reason,
    ])],
  ];
  main.replaceChildren(
    button(texts.refresh, showServices),
    element('h2', texts.services),
    table([texts.service, texts.state, texts.release, texts.outbox, texts.oldest, texts.deadLetters, texts.commands], rows),
    ...services.map(details),
    ...lists.map(([title, open]) => later(title, open)),
  );
}

/** Is asked for only once somebody opens it: what is shown of people stands in the audit log. */
function later(title, open) {
  const place = element('details', [element('summary', title)]);
  place.addEventListener('toggle', () => place.append(open()), { once: true });
  return place;
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  attempt(async () => {
    const signedIn = await ask('POST', '/api/auth/login', Object.fromEntries(new FormData(form)));
    token = signedIn.accessToken;
    await showServices();
    form.remove();
  });
});
`;
