// The queue: what waits for a person, most urgent first.
import { announce, api, enter, html, many, nothing, page, paint, query, t, trouble } from './hearth.js';
import { age, claimWords, clock, heavy, named, risk } from './risk.js';

const state = ['follow-up', 'closed'].includes(query('state')) ? query('state') : 'open';
let cursor = query('cursor');
const filter = Object.fromEntries(['risk', 'kind', 'claim', 'group'].map((name) => [name, query(name)]));
let groups = [];
let cases = { items: [] };
let said = null;
let note = null;
const titles = { open: t`Open cases`, 'follow-up': t`Follow-ups`, closed: t`Closed cases` };
const empty = { open: t`Nothing is waiting`, 'follow-up': t`Nobody is waiting for a follow-up`, closed: t`No closed cases yet` };

const link = (c) => page('/case.html', { id: c.id });

function row(c) {
  return html`<li><article class="case" aria-labelledby="case-${c.id}">
    <p class="top">${risk(c.risk)}${c.state === 'open' ? age(c.openedAt) : nothing}${clock(c)}${c.appeal ? html`<span
      class="tag">Appeal</span>` : nothing}</p>
    <h2 id="case-${c.id}" dir="auto"><a href=${link(c)}>${c.title || named(c)}</a></h2>${c.withLead ? html`<p class="soft small">With the safeguarding lead</p>` : nothing}
    ${heavy(c.risk) ? html`<p class="soft small">${c.reasons.length ? c.reasons.join(' · ') : t`Open the case to read it.`}</p>`
    : html`<p class="snippet" dir="auto">${c.snippet}</p>${c.reasons.length ? html`<p
      class="soft small">${c.reasons.join(' · ')}</p>` : nothing}`}
    <p class="meta">${c.groupName ? html`<span>${c.groupName}</span>` : nothing}${c.author ? html`<span>${c.author.name}</span>`
      : nothing}
      ${c.reportCount ? html`<span>${many(c.reportCount, '1 report', '{n} reports')}</span>` : nothing}
      ${c.state === 'open' ? html`<span class=${c.claim?.mine ? 'strong' : ''}>${claimWords(c.claim)}</span>`
        : nothing}</p></article></li>`;
}

function show() {
  const tabLink = (which, label) => html`<a href=${page('/moderate.html', { state: which })} aria-current=${state === which
    ? 'page' : nothing}>${label}</a>`;
  paint(html`<div class="wide"><div class="head"><div><h1>Moderation</h1><p>Most urgent first, then the longest wait.</p></div>
      <button type="button" class="quiet" @click=${keys}>Keyboard shortcuts</button></div>
    <nav class="tabs" aria-label="Cases">${tabLink('open', t`Open`)}${tabLink('follow-up', t`Follow-ups`)}${tabLink('closed', t`Closed`)}</nav>
    ${state === 'open' && cases.counts ? counted(cases.counts) : nothing}${filters()}
    ${said ? html`<p class="note" role="alert">${said}</p>` : nothing}${note && cases.care ? note(cases) : nothing}
    ${cases.items.length ? html`<ol class="cases" aria-label="${titles[state]}">${cases.items.map(row)}</ol>`
    : filtered() ? html`<div class="empty"><h2>${cases.nextCursor ? t`None here yet` : t`Nothing fits`}</h2><p>${cases.nextCursor
      ? t`None of the cases looked through so far fits. There are more to look through below.`
      : t`No case fits what you chose.`}</p><p><button type="button" class="plain" @click=${clear}>Show all</button></p></div>`
    : html`<div class="empty"><h2>${cases.leftToOthers ? t`Nothing lighter is waiting` : empty[state]}</h2>
        ${state === 'open' && !cases.leftToOthers ? html`<p>Everything has been looked at. Thank you. Have a rest.</p>` : nothing}</div>`}
    ${cursor || cases.nextCursor ? html`<nav class="turn" aria-label="More cases">${cursor ? html`<a href=${page('/moderate.html',
      { state, ...filter })}>Most urgent</a>` : nothing}
      ${cases.nextCursor ? html`<a href=${page('/moderate.html', { state, ...filter, cursor: cases.nextCursor })}>Further cases</a>`
        : nothing}</nav>` : nothing}
    <p class="aside"><a href="/care.html">Looking after yourself</a></p></div>`, t`Moderation`);
}

// What to see. The address carries it, so that it is still so after a case was decided.
const choices = {
  risk: [t`Risk`, [['', t`Any`], ['crisis', t`Crisis`], ['red', t`Red`], ['amber', t`Amber`], ['green', t`Green`]]],
  kind: [t`About`, [['', t`Anything`], ['post', t`A post`], ['member', t`A member`], ['complaint', t`A complaint`]]],
  claim: [t`Claimed`, [['', t`By anybody or nobody`], ['mine', t`By me`], ['none', t`By nobody`]]],
};
const filtered = () => Object.values(filter).some(Boolean);

const choose = (name, label, options) => html`<div><label for="filter-${name}">${label}</label><select id="filter-${name}"
  @change=${(e) => narrow({ [name]: e.target.value })}>${options.map(([value, words]) => html`<option value=${value}
    ?selected=${filter[name] === value}>${words}</option>`)}</select></div>`;

const filters = () => html`<div class="filters" role="group" aria-label="Which cases">${Object.entries(choices).map(([name, [label, options]]) =>
  choose(name, label, options))}${groups.length ? choose('group', t`Group`, [['', t`Any`], ...groups.map((g) => [g.id, g.name])]) : nothing}</div>`;

async function narrow(change) {
  Object.assign(filter, change);
  cursor = '';
  history.replaceState(null, '', page('/moderate.html', { state, ...filter }));
  const asked = { ...filter };
  const outdated = () => Object.keys(filter).some((key) => filter[key] !== asked[key]); // Somebody chose again meanwhile.
  try {
    const found = await load();
    if (outdated()) return;
    cases = found;
    const n = cases.items.length;
    announce(n === 0 ? t`No case fits.` : cases.nextCursor ? many(n, '{n} case or more', '{n} cases or more') : many(n, '1 case', '{n} cases'));
    said = null;
  } catch (p) {
    if (outdated()) return;
    said = p.message;
  }
  show();
}
const clear = () => narrow({ risk: '', kind: '', claim: '', group: '' });

const counted = (c) => html`<p class="counts">${['crisis', 'red', 'amber', 'green'].map((r) => html`<span>${risk(r)}
  <b>${c[r]}</b></span>`)}<span>Follow-ups <b>${c.followUps}</b></span><span class="soft small">Counted every minute</span></p>`;

// Keyboard: j and k move, Enter opens (it is a link), c claims, ? lists.
const links = () => [...document.querySelectorAll('.case h2 a')];

function move(step) {
  const all = links();
  const at = all.findIndex((a) => a.closest('.case').contains(document.activeElement));
  all[Math.min(all.length - 1, Math.max(0, at < 0 ? 0 : at + step))]?.focus();
}

async function claim() {
  const at = links().findIndex((a) => a.closest('.case').contains(document.activeElement));
  const c = cases.items[at];
  if (!c) { announce(t`Go to a case first, with j and k.`); return; }
  said = null;
  try {
    c.claim = (await api.put(`/api/moderation/cases/${encodeURIComponent(c.id)}/claim`)).claim;
    announce(t`Yours for ten minutes.`);
  } catch (p) {
    said = p.message;
    cases = await load().catch(() => cases);
  }
  show();
}

function keys() {
  const box = document.getElementById('keys');
  box.showModal();
}

addEventListener('keydown', (e) => {
  if (e.ctrlKey || e.metaKey || e.altKey || e.target.closest('input, textarea, select, dialog')) return;
  const work = { j: () => move(1), k: () => move(-1), c: claim, '?': keys }[e.key];
  if (work) { e.preventDefault(); work(); }
});

const load = async () => {
  const found = await api.get(`/api/moderation/cases?${new URLSearchParams(Object.entries({ state, cursor, ...filter }).filter(([, v]) => v))}`);
  if (found.care) ({ careNote: note } = await import('./care-note.js'));
  return found;
};

try {
  await enter('staff');
  cases = await load();
  show();
  groups = (await api.get('/api/groups').catch(() => groups)).items ?? groups;
  if (groups.length) show();
} catch (p) {
  trouble(p);
}
