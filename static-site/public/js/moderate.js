// The queue: what waits for a person, most urgent first.
import { announce, api, enter, html, nothing, page, paint, query, trouble } from './hearth.js';
import { age, claimWords, clock, heavy, kindName, risk } from './risk.js';

const state = ['follow-up', 'closed'].includes(query('state')) ? query('state') : 'open';
const cursor = query('cursor');
let cases = { items: [] };
let said = null;
const titles = { open: 'Open cases', 'follow-up': 'Follow-ups', closed: 'Closed cases' };
const empty = { open: 'Nothing is waiting', 'follow-up': 'Nobody is waiting for a follow-up', closed: 'No closed cases yet' };

const link = (c) => page('/case.html', { id: c.id });

function row(c) {
  return html`<li><article class="case" aria-labelledby="case-${c.id}">
    <p class="top">${risk(c.risk)}${c.state === 'open' ? age(c.openedAt) : nothing}${clock(c)}${c.appeal ? html`<span
      class="tag">Appeal</span>` : nothing}</p>
    <h2 id="case-${c.id}" dir="auto"><a href=${link(c)}>${c.title || `${kindName[c.kind]}${c.author ? ` by ${c.author.name}`
      : ''}`}</a></h2>
    ${heavy(c.risk) ? html`<p class="soft small">${c.reasons.length ? c.reasons.join(' · ') : 'Open the case to read it.'}</p>`
    : html`<p class="snippet" dir="auto">${c.snippet}</p>${c.reasons.length ? html`<p
      class="soft small">${c.reasons.join(' · ')}</p>` : nothing}`}
    <p class="meta">${c.groupName ? html`<span>${c.groupName}</span>` : nothing}${c.author ? html`<span>${c.author.name}</span>`
      : nothing}
      ${c.reportCount ? html`<span>${c.reportCount === 1 ? '1 report' : `${c.reportCount} reports`}</span>` : nothing}
      ${c.state === 'open' ? html`<span class=${c.claim?.mine ? 'strong' : ''}>${claimWords(c.claim)}</span>`
        : nothing}</p></article></li>`;
}

function show() {
  const tabLink = (which, label) => html`<a href=${page('/moderate.html', { state: which })} aria-current=${state === which
    ? 'page' : nothing}>${label}</a>`;
  paint(html`<div class="wide"><div class="head"><div><h1>Moderation</h1><p>Most urgent first, then the longest wait.</p></div>
      <button type="button" class="quiet" @click=${keys}>Keyboard shortcuts</button></div>
    <nav class="tabs" aria-label="Cases">${tabLink('open', 'Open')}${tabLink('follow-up', 'Follow-ups')}${tabLink('closed', 'Closed')}</nav>
    ${said ? html`<p class="note" role="alert">${said}</p>` : nothing}
    ${cases.items.length ? html`<ol class="cases" aria-label="${titles[state]}">${cases.items.map(row)}</ol>`
    : html`<div class="empty"><h2>${empty[state]}</h2>
        ${state === 'open' ? html`<p>Everything has been looked at. Thank you. Have a rest.</p>` : nothing}</div>`}
    ${cursor || cases.nextCursor ? html`<nav class="turn" aria-label="More cases">${cursor ? html`<a href=${page('/moderate.html',
      { state })}>Most urgent</a>` : nothing}
      ${cases.nextCursor ? html`<a href=${page('/moderate.html', { state, cursor: cases.nextCursor })}>Further cases</a>`
        : nothing}</nav>` : nothing}</div>`, 'Moderation');
}

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
  if (!c) { announce('Go to a case first, with j and k.'); return; }
  said = null;
  try {
    c.claim = (await api.put(`/api/moderation/cases/${encodeURIComponent(c.id)}/claim`)).claim;
    announce('Yours for ten minutes.');
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

const load = () => api.get(`/api/moderation/cases?${new URLSearchParams({ state, ...(cursor && { cursor }) })}`);

try {
  await enter('staff');
  cases = await load();
  show();
} catch (p) {
  trouble(p);
}
