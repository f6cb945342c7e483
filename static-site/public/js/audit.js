// The record of every decision, and the proof that nobody has changed it.
import { announce, api, enter, html, nothing, page, paint, query, trouble, when } from './hearth.js';
import { field } from './form.js';

const thisMonth = new Date().toISOString().slice(0, 7);
const filter = { from: query('from') || `${thisMonth}-01`, to: query('to') || new Date().toISOString().slice(0, 10), actor: query('actor'), action: query('action') };
const cursor = query('cursor');
let entries = { items: [] };
let staff = [];
let proof = null;

// The log's own words, as people say them.
const actions = {
  approve: 'Approved', redact: 'Edited and published', hide: 'Hidden', remove: 'Removed', restore: 'Put back', warn: 'Warned', mute: 'Muted', suspend: 'Suspended',
  ban: 'Banned', escalate: 'Passed to the lead', close: 'Closed', held: 'Held', escalated: 'Escalated by a check', 'followed-up': 'Followed up',
  unmasked: 'Asked who somebody is', 'read-restricted': 'Read in a closed group', 'pack-made': 'Case pack made', 'rota-added': 'Shift added',
  'rota-removed': 'Shift taken out', 'rota-in-use': 'Rota in use', 'rota-set-aside': 'Rota set aside', 'care-set': 'Care settings changed',
  'drill-started': 'Drill started', 'drill-checked': 'Drill checked', 'drill-decided': 'Drill decided', erased: 'Erased',
  'checks-previewed': 'Tried other checks', 'checks-changed': 'Checks changed', noted: 'Note on a member', 'note-removed': 'Note taken out',
  'posted-as-organisation': 'Spoke for the organisation', greeter: 'Greeter appointed', 'greeter-ended': 'Greeter stood down',
  'resource-added': 'Resource added', 'resource-changed': 'Resource changed', 'resource-removed': 'Resource taken out',
  'pin-thread': 'Conversation kept at the top', 'unpin-thread': 'Conversation no longer at the top', 'lock-thread': 'Conversation closed',
  'unlock-thread': 'Conversation opened again', 'move-thread': 'Conversation moved',
  'invitation-made': 'Invitation made', 'invitation-used': 'Came in by an invitation', 'invitation-withdrawn': 'Invitation taken back',
  'extension-asked': 'Asked to stay for longer', 'extension-granted': 'Longer stay granted', 'extension-refused': 'Longer stay refused',
};
const parts = { screening: 'The checks', sweep: 'The sweep', 'night-rule': 'The night rule' };
const who = (id) => staff.find((m) => m.id === id)?.name ?? parts[id];
const given = () => Object.fromEntries(Object.entries(filter).filter(([, value]) => value));

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
    fingerprint of the one before. ${proof.witnessed ? html`How far it had come was last noted outside of it ${when(proof.witnessed.at, true)}, and it agrees.` : nothing}
    The last fingerprint is <code>${proof.headHash}</code>`;
  return html`<b>The record is broken</b> at ${proof.brokenAt?.month}, number ${proof.brokenAt?.sequence}. ${proof.brokenAt?.what} Tell
    whoever looks after your system, and change nothing until they have looked.`;
}

const person = (id) => (who(id) ? html`<span title=${id}>${who(id)}</span>` : html`<code>${id}</code>`);
const row = (e) => html`<tr><td>${when(e.at, true)}</td><td>${person(e.actor)}</td>
  <td title=${e.action}>${actions[e.action] ?? e.action}</td><td>${person(e.target)}</td><td>${e.rule ?? ''}</td>
  <td><code title=${e.hash}>${e.hash.slice(0, 12)}…</code></td></tr>`;

const day = (name, label) => field(name, label, { control: (a) => html`<input id=${a.id} name=${name} type="date" .value=${filter[name]} required>` });
const choice = (name, label, items) => field(name, label, { control: (a) => html`<select id=${a.id} name=${name}><option value="">All</option>${items.map(([value, words]) =>
  html`<option value=${value} ?selected=${filter[name] === value}>${words}</option>`)}</select>` });

function show() {
  const people = [...staff.map((m) => [m.id, m.name]), ...Object.entries(parts)];
  if (filter.actor && !people.some(([id]) => id === filter.actor)) people.push([filter.actor, filter.actor]);
  paint(html`<div class="wide"><div class="head"><div><h1>Audit</h1><p>Who decided what, when, and by which rule. It holds no
    words of members.</p></div>
      <div class="row"><button type="button" @click=${verify}>Check the record</button><a class="button plain"
        href="/api/moderation/audit.csv?${new URLSearchParams(given())}" download>Download as CSV</a></div></div>
    <p class="note" id="proof" ?hidden=${!proof}>${proof ? proofWords() : nothing}</p>
    <form class="row months" action="/audit.html">${day('from', 'From')}${day('to', 'To')}${choice('actor', 'Who', people)}
      ${choice('action', 'What', Object.entries(actions))}<button class="plain">Show</button></form>
    ${entries.items.length ? html`<div class="scroll" role="region" aria-label="Entries" tabindex="0"><table><thead><tr><th
      scope="col">When</th><th scope="col">Who</th><th scope="col">What</th><th scope="col">About</th><th scope="col">Rule</th><th
        scope="col">Fingerprint</th></tr></thead>
      <tbody>${entries.items.map(row)}</tbody></table></div>`
    : html`<p class="empty">${entries.nextCursor ? 'Nothing so far; there is more to look through.' : 'Nothing of this kind was written down in that time.'}</p>`}
    ${cursor || entries.nextCursor ? html`<nav class="turn" aria-label="More entries">${cursor ? html`<a
      href=${page('/audit.html', filter)}>First entries</a>` : nothing}
      ${entries.nextCursor ? html`<a href=${page('/audit.html', { ...filter, cursor: entries.nextCursor })}>Further entries</a>`
        : nothing}</nav>` : nothing}</div>`, 'Audit');
}

try {
  await enter('staff');
  const names = api.get('/api/moderation/rota').then((rota) => { staff = rota.moderators; }).catch(() => {});
  [entries] = await Promise.all([api.get(`/api/moderation/audit?${new URLSearchParams({ ...given(), ...(cursor && { cursor }) })}`), names]);
  show();
} catch (p) {
  trouble(p);
}
