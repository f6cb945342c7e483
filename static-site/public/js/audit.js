// The record of every decision, and the proof that nobody has changed it.
import { announce, api, enter, html, nothing, page, paint, query, trouble, when } from './hearth.js';
import { field } from './form.js';

const thisMonth = new Date().toISOString().slice(0, 7);
const from = query('from') || thisMonth;
const to = query('to') || thisMonth;
const cursor = query('cursor');
let entries = { items: [] };
let proof = null;

async function verify() {
  proof = { busy: true };
  show();
  try {
    proof = await api.get('/api/moderation/audit/verification');
  } catch (p) {
    proof = { failed: p.message };
  }
  show();
  announce(document.getElementById('proof').textContent);
}

function proofWords() {
  if (proof.busy) return 'Checking every entry…';
  if (proof.failed) return `The check didn’t finish. ${proof.failed}`;
  if (proof.intact) return html`The record is whole: ${proof.entries.toLocaleString('en-GB')} entries, each carrying the
    fingerprint of the one before. The last fingerprint is <code>${proof.headHash}</code>`;
  return html`<b>The record is broken.</b> It no longer fits at ${proof.brokenAt?.month} number ${proof.brokenAt?.sequence}. Tell
    whoever looks after your system, and change nothing until they have looked.`;
}

const name = (who) => who?.name ?? who?.id ?? who ?? '';
const row = (e) => html`<tr><td>${when(e.at, true)}</td><td><code>${name(e.actor)}</code></td>
  <td>${e.action}</td><td><code>${name(e.target)}</code></td><td>${e.rule ?? ''}</td>
  <td><code title=${e.hash}>${e.hash.slice(0, 12)}…</code></td></tr>`;

function show() {
  paint(html`<div class="wide"><div class="head"><div><h1>Audit</h1><p>Who decided what, when, and by which rule. It holds no
    words of members.</p></div>
      <div class="row"><button type="button" @click=${verify}>Check the record</button><a class="button plain"
        href="/api/moderation/audit.csv?${new URLSearchParams({ from, to })}" download>Download as CSV</a></div></div>
    <p class="note" id="proof" ?hidden=${!proof}>${proof ? proofWords() : nothing}</p>
    <form class="row months" action="/audit.html">
      ${field('from', 'From month', { control: (a) => html`<input id=${a.id} name="from" type="month" pattern="\\d{4}-\\d{2}"
        .value=${from} required>` })}
      ${field('to', 'To month', { control: (a) => html`<input id=${a.id} name="to" type="month" pattern="\\d{4}-\\d{2}"
        .value=${to} required>` })}
      <button class="plain">Show</button></form>
    ${entries.items.length ? html`<div class="scroll" role="region" aria-label="Entries" tabindex="0"><table><thead><tr><th
      scope="col">When</th><th scope="col">Who</th><th scope="col">What</th><th scope="col">About</th><th scope="col">Rule</th><th
        scope="col">Fingerprint</th></tr></thead>
      <tbody>${entries.items.map(row)}</tbody></table></div>`
    : html`<p class="empty">Nothing was decided in these months.</p>`}
    ${cursor || entries.nextCursor ? html`<nav class="turn" aria-label="More entries">${cursor ? html`<a
      href=${page('/audit.html', { from, to })}>First entries</a>` : nothing}
      ${entries.nextCursor ? html`<a href=${page('/audit.html', { from, to, cursor: entries.nextCursor })}>Further entries</a>`
        : nothing}</nav>` : nothing}</div>`, 'Audit');
}

try {
  await enter('staff');
  entries = await api.get(`/api/moderation/audit?${new URLSearchParams({ from, to, ...(cursor && { cursor }) })}`);
  show();
} catch (p) {
  trouble(p);
}
