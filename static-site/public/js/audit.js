// The record of every decision, and the proof that nobody has changed it.
import { announce, api, enter, html, locale, nothing, page, paint, query, t, trouble, when } from './hearth.js';
import { field } from './form.js';

const thisMonth = new Date().toISOString().slice(0, 7);
const filter = { from: query('from') || `${thisMonth}-01`, to: query('to') || new Date().toISOString().slice(0, 10), actor: query('actor'), action: query('action') };
const cursor = query('cursor');
let entries = { items: [] };
let staff = [];
let proof = null;

// The log's own words, as people say them.
const actions = {
  approve: t`Approved`, redact: t`Edited and published`, hide: t`Hidden`, remove: t`Removed`, restore: t`Put back`, warn: t`Warned`, mute: t`Muted`, suspend: t`Suspended`,
  ban: t`Banned`, escalate: t`Passed to the lead`, close: t`Closed`, held: t`Held`, escalated: t`Escalated by a check`, 'followed-up': t`Followed up`,
  unmasked: t`Asked who somebody is`, 'read-restricted': t`Read in a closed group`, 'pack-made': t`Case pack made`, 'rota-added': t`Shift added`,
  'rota-removed': t`Shift taken out`, 'rota-in-use': t`Rota in use`, 'rota-set-aside': t`Rota set aside`, 'care-set': t`Care settings changed`,
  'drill-started': t`Drill started`, 'drill-checked': t`Drill checked`, 'drill-decided': t`Drill decided`, erased: t`Erased`,
  'checks-previewed': t`Tried other checks`, 'checks-changed': t`Checks changed`, noted: t`Note on a member`, 'note-removed': t`Note taken out`,
  'posted-as-organisation': t`Spoke for the organisation`, greeter: t`Greeter appointed`, 'greeter-ended': t`Greeter stood down`,
  'resource-added': t`Resource added`, 'resource-changed': t`Resource changed`, 'resource-removed': t`Resource taken out`,
  'pin-thread': t`Conversation kept at the top`, 'unpin-thread': t`Conversation no longer at the top`, 'lock-thread': t`Conversation closed`,
  'unlock-thread': t`Conversation opened again`, 'move-thread': t`Conversation moved`,
  'invitation-made': t`Invitation made`, 'invitation-used': t`Came in by an invitation`, 'invitation-withdrawn': t`Invitation taken back`,
  'conversations-on': t`Private conversations turned on`, 'conversations-off': t`Private conversations turned off`,
  'extension-asked': t`Asked to stay for longer`, 'extension-granted': t`Longer stay granted`, 'extension-refused': t`Longer stay refused`,
};
const parts = { screening: t`The checks`, sweep: t`The sweep`, 'night-rule': t`The night rule` };
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
  if (proof.busy) return t`Checking every entry…`;
  if (proof.failed) return t`The check didn’t finish. ${proof.failed}`;
  if (proof.intact) return html`The record is whole: ${proof.entries.toLocaleString(locale)} entries, each carrying the
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
    <form class="row months" action="/audit.html">${day('from', t`From`)}${day('to', t`To`)}${choice('actor', t`Who`, people)}
      ${choice('action', t`What`, Object.entries(actions))}<button class="plain">Show</button></form>
    ${entries.items.length ? html`<div class="scroll" role="region" aria-label="Entries" tabindex="0"><table><thead><tr><th
      scope="col">When</th><th scope="col">Who</th><th scope="col">What</th><th scope="col">About</th><th scope="col">Rule</th><th
        scope="col">Fingerprint</th></tr></thead>
      <tbody>${entries.items.map(row)}</tbody></table></div>`
    : html`<p class="empty">${entries.nextCursor ? t`Nothing so far; there is more to look through.` : t`Nothing of this kind was written down in that time.`}</p>`}
    ${cursor || entries.nextCursor ? html`<nav class="turn" aria-label="More entries">${cursor ? html`<a
      href=${page('/audit.html', filter)}>First entries</a>` : nothing}
      ${entries.nextCursor ? html`<a href=${page('/audit.html', { ...filter, cursor: entries.nextCursor })}>Further entries</a>`
        : nothing}</nav>` : nothing}</div>`, t`Audit`);
}

try {
  await enter('staff');
  const names = api.get('/api/moderation/rota').then((rota) => { staff = rota.moderators; }).catch(() => {});
  [entries] = await Promise.all([api.get(`/api/moderation/audit?${new URLSearchParams({ ...given(), ...(cursor && { cursor }) })}`), names]);
  show();
} catch (p) {
  trouble(p);
}
