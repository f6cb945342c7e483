// Taking a break: for how long, until when, and back again whenever somebody likes.
import { announce, api, html, t, when } from './hearth.js';
import { field, sendButton, sending, summary } from './form.js';

const lengths = [[3, t`3 days`], [7, t`A week`], [14, t`Two weeks`], [30, t`A month`], [90, t`Three months`]];

/** The section's template, as a function. */
export async function restingPart(repaint, me, chosen) {
  let days = 7;
  const form = sending(repaint);

  const send = (breakDays, said) => (event) => form.run(event, () => [], async () => {
    Object.assign(chosen, { breakUntil: undefined }, await api.patch('/api/me/preferences', { breakDays }));
    announce(said);
  });

  const resting = () => html`<form class="write note warm" @submit=${send(0, t`Welcome back.`)}>${summary(form.problem)}
    <p><strong>You’re taking a break until ${when(chosen.breakUntil, true)}.</strong> Nothing is sent to you. Nobody has been told,
      and everything of yours stays as it is. You can read and write all the same, if you like.</p>
    <p>${sendButton(form, t`End my break`, t`Saving…`)}</p></form>`;

  const question = () => html`<form class="write" @submit=${(event) => send(days, t`Your break has begun. Take care.`)(event)}>
    ${summary(form.problem)}
    <p>While you rest, nothing is sent to you. Nobody is told, nothing of yours is lost, and you can come back early.</p>
    ${field('breakDays', t`For how long?`, { problem: form.problem, control: (a) => html`<select id=${a.id} class="short"
      aria-describedby=${a.about} aria-invalid=${a.invalid} @change=${(e) => { days = Number(e.target.value); }}>${lengths.map(([n, name]) =>
        html`<option value=${n} ?selected=${n === days}>${name}</option>`)}</select>` })}
    <p>${sendButton(form, t`Take a break`, t`Saving…`)}</p></form>`;

  return () => (chosen.breakUntil ? resting() : question());
}
