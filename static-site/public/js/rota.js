// Who is on duty, now and in the days to come. Leads and admins plan it.
import { announce, api, enter, html, locale, nothing, paint, t, trouble, when } from './hearth.js';
import { ask } from './dialog.js';
import { field, sendButton, sending, summary } from './form.js';

let me = null;
let rota = null;
const values = { moderatorId: '', start: '', end: '', weeks: '1' };

const plans = () => ['lead', 'admin'].includes(me.role);
const names = (people) => new Intl.ListFormat(locale).format(people.map((p) => p.name));
const hour = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });
const at = (iso) => html`<time datetime=${iso}>${hour.format(new Date(iso))}</time>`;

function cover() {
  const c = rota.cover;
  const next = c.nextShift ? html` The next shift begins ${at(c.nextShift)}.` : t` No further shift is planned.`;
  switch (c.state) {
    case 'staffed': return html`<p class="note"><b>On duty now: ${names(c.onDuty)}.</b></p>`;
    case 'nobody-on-duty': return html`<p class="note warm"><b>Nobody is on duty.</b> Every new post waits, and members are told so.${next}</p>`;
    case 'nobody-active': return html`<p class="note warm"><b>${names(c.onDuty)} is on duty and hasn’t been active for ${rota.windowMinutes} minutes.</b> Every new post waits until somebody opens the queue.</p>`;
    default: return html`<p class="note">${rota.inUse ? t`The rota counts from its first shift on. Until then posts go out as their checks say.`
      : t`The rota is set aside. Posts go out as their checks say, whoever is there.`}</p>`;
  }
}

const form = sending(() => show());
const check = () => [
  ...(values.moderatorId ? [] : [{ field: 'moderatorId', detail: t`Choose whose shift it is.` }]),
  ...(values.start ? [] : [{ field: 'start', detail: t`Say when the shift begins.` }]),
  ...(values.end && values.end > values.start ? [] : [{ field: 'end', detail: t`Choose an end after the beginning.` }]),
];

const add = (event) => form.run(event, check, async () => {
  await api.post('/api/moderation/rota/shifts', {
    moderatorId: values.moderatorId, start: new Date(values.start).toISOString(), end: new Date(values.end).toISOString(), weeks: Number(values.weeks),
  });
  Object.assign(values, { start: '', end: '', weeks: '1' });
  await load();
  announce(t`The shift is in the rota.`);
});

async function remove(shift) {
  if (!await ask(t`Take out this shift?`, t`${shift.moderator.name}, ${hour.format(new Date(shift.start))}. If nobody else is on duty then, posts wait.`, t`Take it out`, t`Keep it`)) return;
  await api.delete(`/api/moderation/rota/shifts/${encodeURIComponent(shift.id)}`);
  await load();
  announce(t`The shift is taken out.`);
  show();
}

async function set(inUse, windowMinutes) {
  rota = await api.put('/api/moderation/rota', { inUse, windowMinutes });
  announce(t`Saved.`);
  show();
}

const input = (name, label, type, hint) => field(name, label, { problem: form.problem, hint,
  control: (a) => html`<input id=${a.id} type=${type} class="short" .value=${values[name]} aria-describedby=${a.about} aria-invalid=${a.invalid} @input=${(e) => { values[name] = e.target.value; }}>` });

const planning = () => html`<section aria-labelledby="plan"><h2 id="plan">Add a shift</h2>
  <form class="write" novalidate @submit=${add}>${summary(form.problem)}
    ${field('moderatorId', t`Who`, { problem: form.problem, hint: t`Somebody is listed here once they have opened the queue.`,
      control: (a) => html`<select id=${a.id} class="short" aria-describedby=${a.about} aria-invalid=${a.invalid} @change=${(e) => { values.moderatorId = e.target.value; }}>
        <option value="">Choose…</option>${rota.moderators.map((m) => html`<option value=${m.id} ?selected=${values.moderatorId === m.id}>${m.name}</option>`)}</select>` })}
    ${input('start', t`Begins`, 'datetime-local')}${input('end', t`Ends`, 'datetime-local')}
    ${input('weeks', t`The same for how many weeks`, 'number', t`1 for once. It keeps its hour in UTC when the clocks change.`)}
    <p>${sendButton(form, t`Add the shift`, t`Adding…`)}</p></form></section>
  <section aria-labelledby="how" class="flow"><h2 id="how">How it counts</h2>
    <p>Somebody on duty who does nothing for ${rota.windowMinutes} minutes counts as not there.</p>
    <p class="row"><label for="window">Minutes</label><input id="window" type="number" class="short" min="15" max="240" step="15" .value=${String(rota.windowMinutes)}>
      <button type="button" class="plain" @click=${() => set(rota.inUse, Number(document.getElementById('window').value)).catch(trouble)}>Change</button></p>
    <p><button type="button" class="plain" @click=${() => set(!rota.inUse, rota.windowMinutes).catch(trouble)}>${rota.inUse ? t`Set the rota aside` : t`Use the rota`}</button></p></section>`;

function show() {
  paint(html`<div class="wide"><div class="head"><div><h1>Rota</h1><p>Who looks after the queue, and when. Times are yours.</p></div>
      ${me.role === 'admin' ? nothing : html`<p class="row">${me.role === 'lead' ? html`<a class="button plain" href="/drill.html">Drills</a>` : nothing}<a
        class="button plain" href="/handover.html">Hand-over</a></p>`}</div>
    ${cover()}
    <section aria-labelledby="shifts"><h2 id="shifts">Shifts to come</h2>
      ${rota.shifts.length ? html`<div class="scroll" role="region" aria-label="Shifts" tabindex="0"><table><thead><tr><th scope="col">Who</th><th scope="col">From</th><th scope="col">To</th>${plans() ? html`<th scope="col"><span class="sr">Change</span></th>` : nothing}</tr></thead>
        <tbody>${rota.shifts.map((s) => html`<tr><td class=${s.mine ? 'strong' : ''}>${s.moderator.name}${s.mine ? t` (you)` : ''}</td><td>${at(s.start)}</td><td>${at(s.end)}</td>
          ${plans() ? html`<td><button type="button" class="quiet" @click=${() => remove(s).catch(trouble)} aria-label="Take out ${s.moderator.name}, ${hour.format(new Date(s.start))}">Take out</button></td>` : nothing}</tr>`)}</tbody></table></div>`
      : html`<p class="soft">No shift is planned.</p>`}</section>
    ${plans() ? planning() : nothing}</div>`, t`Rota`);
}

async function load() {
  rota = await api.get('/api/moderation/rota');
}

try {
  me = await enter('staff');
  await load();
  show();
} catch (p) {
  trouble(p);
}
