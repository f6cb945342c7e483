// Looking after those who look after others: how much they have read, a rest, a talk. For the lead: who would like to talk.
import { announce, api, enter, html, many, nothing, paint, t, trouble, when } from './hearth.js';
import { field, sendButton, sending, summary } from './form.js';
import { ask } from './dialog.js';

let it = null;
let values = {};
const form = sending(() => show());

const today = () => {
  if (it.restUntil) return html`<p class="note warm"><b>You’re having a rest until ${when(it.restUntil)}.</b> You have read a lot that is hard to read.
    Go outside, eat something, call somebody you like. The queue is looked after.</p>`;
  if (it.spent) return html`<p class="note warm"><b>That’s enough for this shift.</b> ${it.others
    ? t`The lighter cases are still yours. What is hard to read goes to somebody else now.`
    : t`Nobody else is here at the moment, so a crisis still comes to you. The lead has been told, and asked to find somebody.`}</p>`;
  return it.opened ? html`<p>${many(it.opened, 'You have read one hard text in this shift.', 'You have read {n} hard texts in this shift.')} After ${it.budget} you
    have a rest, and others take over. That isn’t a target, and nobody else sees your number.</p>`
    : html`<p>You have read nothing in this shift that is hard to read. After ${it.budget} such texts you have a rest, and others take over.</p>`;
};

async function wish() {
  await api.post('/api/moderation/debriefs');
  await load();
  announce(t`The lead is told that you would like to talk.`);
  show();
}

const talk = () => html`<section class="flow" aria-labelledby="talk"><h2 id="talk">If something stays with you</h2>
  <p>It does, with most of us. Talking helps, sooner rather than later. You need not say why, and it says nothing about how well you do this.</p>
  ${it.debriefAsked ? html`<p class="note" tabindex="-1" id="asked">The lead knows that you would like to talk, and will come to you.</p>`
    : html`<p><button type="button" class="plain" @click=${() => wish().catch(trouble)}>Ask the lead for a talk</button></p>`}
  <p class="soft">For you too: <a href="/help-now.html">help now</a> has people who listen at any hour.</p></section>`;

async function talked(one) {
  if (!await ask(t`Have you talked with ${one.name}?`, t`They are then no longer listed here.`, t`Yes, we have talked`, t`Not yet`)) return;
  await api.delete(`/api/moderation/debriefs/${encodeURIComponent(one.id)}`);
  await load();
  show();
}

const save = (event) => form.run(event, () => [], async () => {
  await api.put('/api/moderation/care', { budget: Number(values.budget), restMinutes: Number(values.restMinutes) });
  await load();
  announce(t`Saved.`);
});

const number = (name, label, hint) => field(name, label, { problem: form.problem, hint,
  control: (a) => html`<input id=${a.id} type="number" min="0" class="short" .value=${String(values[name])} aria-describedby=${a.about}
    aria-invalid=${a.invalid} @input=${(e) => { values[name] = e.target.value; }}>` });

const leading = () => (!it.settings ? nothing : html`<section aria-labelledby="waiting"><h2 id="waiting">Who would like to talk</h2>
  ${it.waiting.length ? html`<ul class="bare talks">${it.waiting.map((one) => html`<li><b>${one.name}</b> <span class="soft">since ${when(one.askedAt, true)}</span>
    <button type="button" class="quiet" @click=${() => talked(one).catch(trouble)}>We have talked<span class="sr">, ${one.name}</span></button></li>`)}</ul>`
  : html`<p class="soft">Nobody is waiting.</p>`}</section>
  <section aria-labelledby="enough"><h2 id="enough">How much is enough</h2>
  <form class="write" novalidate @submit=${save}>${summary(form.problem)}
    ${number('budget', t`Hard texts in a shift`, t`Red and crisis cases that somebody opens whole. Fewer is kinder, if you have people enough.`)}
    ${number('restMinutes', t`Minutes of rest after that`, t`A crisis still reaches them if nobody else is there.`)}
    <p>${sendButton(form, t`Save`, t`Saving…`)}</p></form></section>`);

function show() {
  paint(html`<h1>Looking after yourself</h1>${today()}${talk()}${leading()}`, t`Looking after yourself`);
}

async function load() {
  it = await api.get('/api/moderation/care');
  values = { ...it.settings };
}

try {
  await enter('staff');
  await load();
  show();
} catch (p) {
  trouble(p);
}
