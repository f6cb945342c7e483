// Answering somebody who asks to stay in a group for longer: yes until a day or for good, or no; with a reason that they read.
import { announce, api, html, nothing, t } from './hearth.js';
import { field, length, room, sendButton, sending, summary } from './form.js';
import { dayIn, endOf } from './stay.js';

/** view(request) gives the button, or the form once it is pressed. done() follows an answer. */
export function answering(done, repaint) {
  let open = null;
  let values = {};
  const form = sending(repaint);
  const key = (one) => `${one.member.id}/${one.group.id}`;
  const set = (name) => (e) => { values[name] = e.target.value; repaint(); };

  const check = () => [
    ...(values.choice ? [] : [{ field: 'choice', detail: t`Choose an answer.` }]),
    ...(values.choice !== 'until' || values.until ? [] : [{ field: 'until-day', detail: t`Choose the new last day.` }]),
    ...(values.reason.trim() ? [] : [{ field: 'reason', detail: t`Say why, in a sentence. The member reads it.` }]),
    ...(length(values.reason) > 2000 ? [{ field: 'reason', detail: t`Please keep it under 2,000 characters.` }] : []),
  ];

  const send = (one) => (event) => form.run(event, check, async () => {
    try {
      await api.put(`/api/moderation/access-requests/${encodeURIComponent(one.member.id)}/${encodeURIComponent(one.group.id)}`, {
        answer: values.choice === 'refuse' ? 'refuse' : 'grant', reason: values.reason, revision: one.revision,
        ...(values.choice === 'until' && { until: endOf(values.until) }) });
    } catch (p) {
      for (const e of p.errors ?? []) if (e.field === 'until') e.field = 'until-day';
      throw p;
    }
    open = null;
    await done();
    announce(t`Answered. The member reads it on their account page.`);
    document.getElementById('wishes')?.scrollIntoView();
  });

  function begin(one) {
    open = key(one);
    values = { choice: '', until: dayIn(90), reason: '' };
    form.problem = null;
    repaint();
    document.getElementById('choice').focus();
  }

  const choices = [['until', t`Yes, until a day`], ['good', t`Yes, for as long as they like`], ['refuse', t`No`]];
  const wrong = () => form.problem?.errors.find((e) => e.field === 'choice');

  const view = (one) => (open !== key(one) ? html`<p><button type="button" class="plain" @click=${() => begin(one)}>Answer<span class="sr">
      ${one.member.name}</span></button></p>` : html`<form class="write" novalidate @submit=${send(one)}>${summary(form.problem)}
    <fieldset class="field ${wrong() ? 'wrong' : ''}" aria-describedby=${wrong() ? 'choice-error' : nothing}><legend>May they stay for longer?</legend>
      ${wrong() ? html`<p class="error" id="choice-error">${wrong().detail}</p>` : nothing}
      <div class="choices">${choices.map(([value, label], i) => html`<label><input type="radio" name="choice" id=${i ? nothing : 'choice'} value=${value}
        .checked=${values.choice === value} @change=${set('choice')}><span>${label}</span></label>`)}</div></fieldset>
    ${values.choice === 'until' ? field('until-day', t`The last day`, { problem: form.problem, control: (a) => html`<input id=${a.id} type="date" class="short"
      .value=${values.until} aria-describedby=${a.about} aria-invalid=${a.invalid} @input=${set('until')}>` }) : nothing}
    ${field('reason', t`Why`, { hint: t`The member reads this.`, problem: form.problem, extra: room(values.reason, 2000), control: (a) => html`<textarea id=${a.id} rows="3"
      dir="auto" .value=${values.reason} aria-describedby=${a.about} aria-invalid=${a.invalid} @input=${set('reason')}></textarea>` })}
    <div class="row">${sendButton(form, t`Answer`)}<button type="button" class="plain" @click=${() => { open = null; repaint(); }}>Not now</button></div></form>`);

  return { view };
}
