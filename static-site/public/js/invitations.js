// Invitations to groups that are by invitation, and who asks to stay for longer. For leads and admins.
import { announce, api, enter, html, many, nothing, page, paint, t, trouble, when, words } from './hearth.js';
import { ask, tell } from './dialog.js';
import { field, sendButton, sending, summary } from './form.js';
import { answering } from './access-answer.js';
import { dayIn, endOf } from './stay.js';

let found = null;
let made = null; // the link that was just made, which is shown once
const values = { groupId: '', expires: dayIn(14), uses: '1', stay: 'good', until: '', days: '90' };
const form = sending(show);
const path = '/api/moderation/invitations';

const states = { open: t`Open`, 'used-up': t`Used up`, expired: t`Over`, withdrawn: t`Taken back` };
const groupName = (id) => found.groups.find((group) => group.id === id)?.name ?? id;
const set = (name) => (e) => { values[name] = e.target.value; show(); };

const check = () => [
  ...(values.groupId ? [] : [{ field: 'groupId', detail: t`Choose a group.` }]),
  ...(values.expires ? [] : [{ field: 'expires', detail: t`Choose the last day on which the link works.` }]),
  ...(/^\d+$/.test(values.uses) ? [] : [{ field: 'uses', detail: t`Say how many people may use it, as a number.` }]),
  ...(values.stay !== 'until' || values.until ? [] : [{ field: 'until', detail: t`Choose the day on which access ends.` }]),
  ...(values.stay !== 'days' || /^\d+$/.test(values.days) ? [] : [{ field: 'days', detail: t`Say how many days, as a number.` }]),
];
const here = { expiresAt: 'expires', stayUntil: 'until', stayDays: 'days' };

const send = (event) => form.run(event, check, async () => {
  try {
    made = await api.post(path, { groupId: values.groupId, expiresAt: endOf(values.expires), uses: Number(values.uses),
      ...(values.stay === 'until' && { stayUntil: endOf(values.until) }), ...(values.stay === 'days' && { stayDays: Number(values.days) }) });
  } catch (p) {
    for (const e of p.errors ?? []) e.field = here[e.field] ?? e.field;
    throw p;
  }
  await load();
  show();
  document.getElementById('link').focus();
  announce(t`The link is made. Copy it now: it is shown this once.`);
});

async function copy() {
  try {
    await navigator.clipboard.writeText(made.link);
    announce(t`Copied.`);
  } catch { document.getElementById('link').select(); }
}

async function withdraw(one) {
  if (!await ask(t`Take this invitation back?`, t`The link opens nothing any more. Whoever came in by it stays.`, t`Take it back`)) return;
  try {
    await api.delete(`/api/moderation/invitations/${encodeURIComponent(one.id)}`);
    if (made?.id === one.id) made = null;
    await load();
    announce(t`Taken back.`);
  } catch (p) { await tell(t`That didn’t work`, p.message); }
  show();
}

const input = (name, label, type, hint) => field(name, label, { hint, problem: form.problem, control: (a) => html`<input id=${a.id} type=${type} class="short"
  .value=${values[name]} aria-describedby=${a.about} aria-invalid=${a.invalid} @input=${(e) => { values[name] = e.target.value; }}>` });

const choice = (value, label) => html`<label><input type="radio" name="stay" value=${value} .checked=${values.stay === value} @change=${set('stay')}><span>${label}</span></label>`;

const making = () => html`<form class="write" novalidate @submit=${send}>${summary(form.problem)}
  ${field('groupId', t`Group`, { problem: form.problem, control: (a) => html`<select id=${a.id} class="short" aria-describedby=${a.about} aria-invalid=${a.invalid}
    @change=${set('groupId')}><option value="">Choose…</option>${found.groups.map((group) => html`<option value=${group.id}
    ?selected=${values.groupId === group.id}>${group.name}</option>`)}</select>` })}
  ${input('expires', t`The last day on which the link works`, 'date', t`Within the next 90 days.`)}
  ${input('uses', t`How many people may use it`, 'number', t`Whoever has the link can come in. For one person, 1 is best.`)}
  <fieldset class="field"><legend>How long may they stay?</legend><div class="choices">${choice('good', t`As long as they like`)}${choice('days',
    t`A number of days from the day they come in`)}${choice('until', t`Until a day`)}</div></fieldset>
  ${values.stay === 'days' ? input('days', t`Days`, 'number') : values.stay === 'until' ? input('until', t`The last day`, 'date') : nothing}
  <p>${sendButton(form, t`Make the link`, t`Making…`)}</p></form>`;

const theLink = () => html`<div class="note warm flow" role="status"><p><strong>Here is the link to ${groupName(made.groupId)}.</strong> Copy it now. It is shown
    this once, and nobody can look it up later. Give it only to those whom it is for.</p>
  <p><label for="link">Link</label><input id="link" readonly .value=${made.link} @focus=${(e) => e.target.select()}></p>
  <p class="row"><button type="button" @click=${copy}>Copy</button><button type="button" class="plain" @click=${() => { made = null; show(); }}>Done</button></p></div>`;

const stay = (one) => (one.stay.until ? html`until ${when(one.stay.until)}` : one.stay.days ? many(one.stay.days, 'for {n} day', 'for {n} days') : t`no end`);

const row = (one) => html`<tr><td dir="auto">${groupName(one.groupId)}</td><td>${states[one.state]}</td><td>${one.used} of ${one.uses}</td><td>${when(one.expiresAt)}</td>
  <td>${stay(one)}</td><td>${one.state === 'open' ? html`<button type="button" class="quiet" @click=${() => withdraw(one)}>Take back<span class="sr">
  the invitation to ${groupName(one.groupId)} that works until ${when(one.expiresAt)}</span></button>` : nothing}</td></tr>`;

const head = [t`Group`, t`State`, t`Used`, t`Works until`, t`Stay`];

const requests = answering(() => load().then(show), show);

const wish = (one) => html`<li><h3><a href=${page('/member.html', { id: one.member.id })} dir="auto">${one.member.name}</a> would like to stay in <span
    dir="auto">${one.group.name}</span></h3>
  <p class="meta"><span>Asked ${when(one.askedAt)}</span>${one.accessUntil ? html`<span>${new Date(one.accessUntil) > new Date()
      ? html`Access ends ${when(one.accessUntil, true)}` : html`Access ended ${when(one.accessUntil, true)}`}</span>` : nothing}</p>
  ${words(one.note)}${requests.view(one)}</li>`;

function show() {
  paint(html`<div class="wide"><h1>Invitations</h1>
    <section aria-labelledby="wishes" class="flow"><h2 id="wishes">Who asks to stay for longer</h2>
      ${found.requests.length ? html`<ol class="mine">${found.requests.map(wish)}</ol>` : html`<p class="soft">Nobody, at the moment.</p>`}</section>
    <section aria-labelledby="make" class="flow"><h2 id="make">Make an invitation</h2>
      ${made ? theLink() : nothing}
      ${found.groups.length ? making() : html`<p class="soft">No group here is by invitation. Whoever runs Hearth sets groups up.</p>`}</section>
    <section aria-labelledby="all" class="flow"><h2 id="all">Made of late</h2>
      ${found.items.length ? html`<div class="scroll" role="region" aria-label="Invitations" tabindex="0"><table><thead><tr>${head.map((name) => html`<th
        scope="col">${name}</th>`)}<th scope="col"><span class="sr">Change</span></th></tr></thead><tbody>${found.items.map(row)}</tbody></table></div>`
      : html`<p class="soft">None in the last month.</p>`}</section></div>`, t`Invitations`);
}

async function load() {
  found = await api.get('/api/moderation/invitations');
}

try {
  await enter('staff');
  await load();
  show();
} catch (p) {
  trouble(p);
}
