// What every page needs: the one way to the API, who is here, the quick exit, and plain words for times and troubles.
import { html as markup, nothing, render } from '../vendor/lit-html/lit-html.js';

export { nothing, render };

const neutral = { title: 'Weather', url: 'https://www.bbc.co.uk/weather' };

// Storage that may be refused by the browser; then pages work without a memory.
function shelf(name) {
  const at = (work) => { try { return work(window[name]); } catch { return null; } };
  return {
    get: (key) => at((s) => s.getItem(key)),
    set: (key, value) => at((s) => s.setItem(key, value)),
    drop: (key) => at((s) => s.removeItem(key)),
    clear: () => at((s) => s.clear()),
    names: () => at((s) => Object.keys(s)) ?? [],
  };
}
export const kept = shelf('localStorage');
export const tab = shelf('sessionStorage');

// The words. They are English, and are looked up only for somebody who chose another language on this device.
const tongues = { en: 'English', de: 'Deutsch' };
export const tongue = tongues[kept.get('hearth.tongue')] ? kept.get('hearth.tongue') : 'en';
export const locale = tongue === 'en' ? 'en-GB' : tongue;
export let html = markup;
/** A sentence, as a template without markup. */
export let t = (parts, ...values) => parts.reduce((all, part, i) => all + values[i - 1] + part);
/** A sentence with a number, {n}, for one and for others. */
export let many = (n, one, other) => (n === 1 ? one : other).replace('{n}', n.toLocaleString(locale));
let told = (sentence) => sentence;
/** The language of a sentence that is not in the page's, for its lang attribute. */
export let foreign = () => nothing;

// The API. Every refusal arrives as a Problem: a kind to decide by, and a sentence to show.
export class Problem extends Error {
  constructor(kind, sentence, { status = 0, errors = [], wait = 0 } = {}) {
    super(sentence);
    Object.assign(this, { kind, status, errors, wait });
  }

  get signedOut() { return this.status === 401; }
  // True when it is certain that nothing was stored, so that another try is a new one.
  get refused() { return this.status >= 400 && this.status < 500; }
}

async function call(method, path, body, { key, keepalive } = {}) {
  const headers = { Accept: 'application/json' };
  if (method !== 'GET') headers['X-Hearth'] = '1';
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (key) headers['Idempotency-Key'] = key;
  let answer;
  try {
    answer = await fetch(path, { method, headers, keepalive, body: body === undefined ? undefined : JSON.stringify(body) });
  } catch {
    throw new Problem('offline', t`We can’t reach Hearth at the moment. You may be offline.`);
  }
  if (!answer.ok) throw await problem(answer);
  return answer.status === 204 ? null : answer.json();
}

async function problem(answer) {
  const said = await answer.json().catch(() => ({}));
  const wait = Number(answer.headers.get('Retry-After')) || 0;
  const kind = said.type ? said.type.split('/').pop() : 'unavailable';
  let sentence = said.detail ? told(said.detail, kind) : t`Something went wrong on our side. Please try again in a few minutes.`;
  if (answer.status === 429) sentence = t`That was a lot in a short time. Please try again ${soon(wait)}.`;
  return new Problem(kind, sentence, { status: answer.status, errors: said.errors?.map((e) => ({ ...e, detail: told(e.detail) })), wait });
}

export const api = {
  get: (path) => call('GET', path),
  post: (path, body, key) => call('POST', path, body, { key }),
  put: (path, body) => call('PUT', path, body),
  patch: (path, body) => call('PATCH', path, body),
  delete: (path, options) => call('DELETE', path, undefined, options),
};

// Who is here. The tab remembers whether somebody was signed in, so that a page can ask for its content at once.
export const wasHere = () => tab.get('hearth.here');

async function whoIsHere() {
  if (kept.get('hearth.leaving')) {
    try {
      await api.delete('/api/session');
      kept.drop('hearth.leaving');
    } catch { /* still offline: tried again on the next page */ }
  }
  try {
    const who = await api.get('/api/session');
    if (who.member) await remember(who); else tab.drop('hearth.here');
    return who;
  } catch (trouble) {
    return { signedIn: false, trouble };
  }
}

// What somebody would rather not meet comes with the session; the device remembers it for the next page.
export let filters = null;
let sieve = sift();
async function sift() { filters = kept.get('hearth.filters') ? await import('./filters.js').catch(() => null) : null; }

function remember(who) {
  tab.set('hearth.here', who.member.role);
  const before = kept.get('hearth.filters');
  if (who.filters) kept.set('hearth.filters', JSON.stringify(who.filters)); else kept.drop('hearth.filters');
  if (!before !== !who.filters) sieve = sift();
  return sieve;
}

export const session = whoIsHere();

/** The signed-in member; sends everybody else to where they become one, and back here. */
export async function enter(as = 'member') {
  const who = await session;
  if (who.trouble) throw who.trouble;
  if (who.member) return who.member;
  location.replace(who.signedIn ? page('/join.html', { return: location.pathname + location.search }) : signInPath(as));
  return new Promise(() => {});
}

// Reads what a visitor may see, or what a member may, as fits the person; shows the first answer at once.
export async function read(openPath, memberPath, show) {
  const guess = !!wasHere();
  const first = api.get(guess ? memberPath : openPath);
  let whole = false; // the session may have answered before
  Promise.all([first, sieve]).then(([value]) => guess || whole || show(value), () => {});
  const who = await session;
  const right = who.trouble ? guess : !!who.member;
  const answer = await (right === guess ? first : api.get(right ? memberPath : openPath));
  whole = true;
  show(answer, who);
}

export function signInPath(as = /moderator|lead|admin/.test(wasHere()) ? 'staff' : 'member',
  back = location.pathname + location.search) {
  return `/api/session/start?as=${as}&return=${encodeURIComponent(back)}`;
}

// The quick exit: blank, forget, end the session, leave. It works offline, and without a script as a plain link.
function leave() {
  document.title = neutral.title;
  document.body.replaceChildren();
  kept.clear();
  tab.clear();
  kept.set('hearth.leaving', '1'); // until the session is known to have ended: the next page tries again
  api.delete('/api/session', { keepalive: true }).then(() => kept.drop('hearth.leaving'), () => {});
  location.replace(neutral.url);
}

let shifts = [];
let shiftAlone = false;
addEventListener('keydown', (e) => {
  shiftAlone = e.key === 'Shift' && !e.repeat;
  if (e.key !== 'Shift') shifts = [];
});
addEventListener('keyup', (e) => {
  if (e.key !== 'Shift' || !shiftAlone) return;
  shifts = [...shifts.filter((at) => e.timeStamp - at < 2000), e.timeStamp];
  if (shifts.length > 2) leave();
});
document.addEventListener('click', (e) => {
  if (e.target.closest?.('.exit')) { e.preventDefault(); leave(); }
});
// Going back to a page that was left signed in must not show it again.
addEventListener('pageshow', (e) => {
  if (e.persisted && document.documentElement.dataset.signedIn && !wasHere()) location.reload();
});

if (tongue !== 'en') {
  try {
    const [language, words] = await Promise.all([import('./language.js'), api.get(`/words/${tongue}.json`)]);
    const spoken = language.speak(tongue, words, markup);
    ({ html, t, many, told } = spoken);
    foreign = (sentence) => spoken.foreign(sentence) ?? nothing;
    spoken.page(render);
  } catch { /* English, then */ }
}

// The shell
const rail = document.querySelector('.rail ul');
const at = (path) => location.pathname.replace(/index\.html$/, '') === path;

function places(role, needsName, greets) {
  if (needsName) return [['/join.html', t`Choose your name`]];
  if (!role) return [[signInPath(), t`Sign in`]];
  return [['/account.html', t`Your account`], ...(greets ? [['/greet.html', t`First replies`]] : []), ...(['moderator', 'lead'].includes(role) ? [['/moderate.html', t`Moderation`]] : []),
    ...(['moderator', 'lead', 'admin'].includes(role) ? [['/rota.html', t`Rota`]] : []),
    ...(['lead', 'admin'].includes(role) ? [['/invitations.html', t`Invitations`], ['/checks.html', t`Checks`], ['/audit.html', t`Audit`]] : [])];
}

function showPlaces(found) {
  for (const old of rail.querySelectorAll('.you')) old.remove();
  const items = document.createDocumentFragment();
  render(found.map(([path, name]) => html`<li class="you"><a href=${path}>${name}</a></li>`), items);
  rail.append(items);
  for (const link of rail.querySelectorAll('a')) if (at(link.pathname)) link.setAttribute('aria-current', 'page');
}

async function furnish() {
  for (const line of document.querySelectorAll('.foot [data-regions]')) {
    if (line.dataset.regions.split(' ').includes(myRegion())) line.parentElement.prepend(line);
  }
  showPlaces(places(wasHere()));
  const choice = document.createDocumentFragment();
  render(html`<ul class="links" aria-label="Language">${Object.entries(tongues).map(([code, name]) => html`<li><button type="button" class="quiet"
    lang=${code} aria-pressed=${code === tongue} @click=${() => { kept.set('hearth.tongue', code); location.reload(); }}>${name}</button></li>`)}</ul>`, choice);
  document.querySelector('.foot').lastElementChild.append(choice);
  const who = await session;
  if (who.trouble) return;
  showPlaces(places(who.member?.role, who.needsName, who.greeter));
  if (who.member) {
    document.documentElement.dataset.signedIn = 'yes';
    import('./cover.js');
  }
}
furnish();

export function myRegion() {
  const chosen = kept.get('hearth.region');
  return chosen || (navigator.languages ?? []).map((l) => l.match(/-([A-Z]{2})$/)?.[1]).find(Boolean) || '';
}

// Puts a page's content where its first words were.
const main = document.getElementById('main');
let painted = false;
export function paint(content, title) {
  if (!painted) main.replaceChildren();
  painted = true;
  const held = [];
  for (let e = document.activeElement; main.contains(e); e = e.parentElement) held.push(e);
  render(content, main);
  if (held[0] && !held[0].isConnected) refocus(held.find((e) => e.isConnected));
  if (title) document.title = `${title} · Hearth`;
}

// What had the focus is gone: it goes to what stood around it, not back to the top of the page.
function refocus(place) {
  if (place !== main) place.tabIndex = -1;
  place.focus({ preventScroll: true });
}

export function announce(sentence) {
  let voice = document.getElementById('voice');
  if (!voice) {
    voice = Object.assign(document.createElement('p'), { id: 'voice', className: 'sr', role: 'status' });
    document.body.append(voice);
  }
  voice.textContent = '';
  setTimeout(() => { voice.textContent = sentence; }, 50);
}

// A page that can't be shown says why, and what to do next.
export function trouble(p, again = () => location.reload()) {
  if (!(p instanceof Problem)) console.error(p);
  const barred = ['suspended', 'banned'].includes(p.kind);
  const title = p.kind === 'offline' ? t`No connection` : p.status === 404 ? t`We can’t find that here`
    : p.signedOut ? t`Please sign in` : barred ? t`Your account is paused or closed` : p.status === 403
      ? t`This room isn’t open to you` : t`That didn’t work`;
  const words = p.status === 404 ? t`It may have been taken down, or it may be for members only.`
    : p.signedOut ? t`Your session has ended, or you haven’t signed in yet.`
    : p instanceof Problem ? p.message : t`Something went wrong on our side.`;
  paint(html`<div class="empty" role="alert"><h1>${title}</h1><p lang=${foreign(words)}>${words}</p>
    <p class="row centre">${[403, 404].includes(p.status) ? nothing : html`<button type="button" @click=${again}>Try
      again</button>`}
      ${p.signedOut || (p.status === 404 && !wasHere()) ? html`<a class="button" href=${signInPath()}>Sign in</a>` : nothing}
      ${barred ? html`<a class="button" href="/account.html">Your account</a>` : nothing}
      <a class="button plain" href="/">All groups</a></p></div>`, title);
}

// Words for times
const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' });
const dayAndYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' });

export function when(iso, exactly = false) {
  const at = new Date(iso);
  const now = new Date();
  const days = Math.round((new Date(now).setHours(0, 0, 0, 0) - new Date(at).setHours(0, 0, 0, 0)) / 864e5);
  const words = days === 0 ? t`today at ${clock.format(at)}` : days === 1 ? t`yesterday at ${clock.format(at)}`
    : (at.getFullYear() === now.getFullYear() ? day : dayAndYear).format(at) + (exactly ? `, ${clock.format(at)}` : '');
  return html`<time datetime=${iso} title=${`${dayAndYear.format(at)}, ${clock.format(at)}`}>${words}</time>`;
}

export function span(minutes) {
  if (minutes < 60) return many(Math.max(1, Math.round(minutes)), '{n} minute', '{n} minutes');
  if (minutes < 48 * 60) return many(Math.round(minutes / 60), '{n} hour', '{n} hours');
  return many(Math.round(minutes / 1440), '{n} day', '{n} days');
}

function soon(seconds) {
  if (!seconds) return t`in a few minutes`;
  if (seconds < 90) return many(seconds, 'in {n} second', 'in {n} seconds');
  return t`after ${clock.format(new Date(Date.now() + seconds * 1000))}, in about ${span(seconds / 60)}`;
}

// A person's words: text nodes only, paragraphs as typed, web addresses as links.
export function words(text) {
  return html`<div class="words" dir="auto" lang=${tongue === 'en' ? nothing : ''}>${text.split(/\n(?:[ \t]*\n)+/).map((p) => html`<p
    dir="auto">${linked(p)}</p>`)}</div>`;
}

function linked(text) {
  const parts = [];
  let from = 0;
  for (const found of text.matchAll(/https?:\/\/[^\s<>"]+/gi)) {
    const address = found[0].replace(/[.,;:!?'"”’\]}]+$/, '').replace(/^([^(]*)\)+$/, '$1');
    const href = safely(address);
    if (!href) continue;
    parts.push(text.slice(from, found.index), html`<a href=${href} rel="nofollow ugc noopener noreferrer">${address}</a>`);
    from = found.index + address.length;
  }
  return [...parts, text.slice(from)];
}

function safely(address) {
  try { return new URL(address).href; } catch { return null; }
}

// What the author of a post is told about it
export function standing(post) {
  const unseen = post.editedAt ? t`Until then others don’t see your change.` : t`Until then only you can see it.`;
  const wait = post.expectedWaitMinutes;
  switch (post.status) {
    case 'pending': return t`This is being checked, which mostly takes a few seconds. ${unseen}`;
    case 'held': case 'escalated':
      return t`Waiting for a moderator.` + (wait > 0 ? ` ${t`Usually within ${span(wait)}.`}` : wait === 0
        ? ` ${t`It’s taking longer than it should; we haven’t forgotten it.`}` : '') + ` ${unseen}`;
    case 'hidden': return t`A moderator has hidden this from others. Your account page says why.`;
    case 'removed': return t`A moderator has removed this. Your account page says why.`;
    case 'deleted': return t`You deleted this.`;
    default: return '';
  }
}

export const roleName = (role) => ({ moderator: t`Moderator`, lead: t`Safeguarding lead`, admin: t`Hearth team` })[role];
export const query = (name) => new URLSearchParams(location.search).get(name) ?? '';
export const page = (path, fields) => `${path}?${new URLSearchParams(Object.entries(fields).filter(([, v]) => v))}`;
