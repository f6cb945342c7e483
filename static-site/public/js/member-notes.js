// What moderators wrote down about a member, for one another.
import { announce, api, html, nothing, t, when } from './hearth.js';
import { ask, tell } from './dialog.js';
import { field, length, room, sendButton, sending, summary } from './form.js';

/** The section's template, as a function. notes() gives them, newest first; changed(notes) takes what became of them. */
export function memberNotes(memberId, me, notes, changed, repaint) {
  const path = `/api/moderation/members/${encodeURIComponent(memberId)}/notes`;
  const form = sending(repaint);
  let text = '';

  const check = () => (!text.trim() ? [{ field: 'member-note', detail: t`Write something first.` }]
    : length(text) > 2000 ? [{ field: 'member-note', detail: t`Please keep it under 2,000 characters.` }] : []);

  const add = (event) => form.run(event, check, async () => {
    const note = await api.post(path, { text: text.trim() });
    text = '';
    changed([note, ...notes()]);
    announce(t`The note is kept.`);
  });

  async function remove(note) {
    if (!await ask(t`Take this note out?`, t`The other moderators won’t see it any more. That it was there stays in the log.`, t`Take it out`)) return;
    try {
      await api.delete(`${path}/${encodeURIComponent(note.id)}`);
      changed(notes().filter((n) => n.id !== note.id));
      announce(t`The note is gone.`);
    } catch (p) {
      await tell(t`That didn’t work`, p.message);
    }
  }

  const may = (note) => note.by.id === me.id || me.role === 'lead';

  return () => html`<section aria-labelledby="notes"><h2 id="notes">Notes by moderators</h2>
    ${notes().length ? html`<ul class="bare">${notes().map((note) => html`<li><p dir="auto">${note.text}</p>
      <p class="meta"><span>${note.by.name}</span><span>${when(note.at)}</span>${may(note) ? html`<button type="button" class="quiet"
        @click=${() => remove(note)}>Take out<span class="sr"> this note</span></button>` : nothing}</p></li>`)}</ul>`
    : html`<p class="soft">None so far.</p>`}
    <form class="write" novalidate @submit=${add}>${summary(form.problem)}
      ${field('member-note', t`A note for other moderators`, { problem: form.problem, extra: room(text, 2000),
        hint: t`The member doesn’t see it here. Write only what you could say to them: they have a right to ask for it.`,
        control: (a) => html`<textarea id=${a.id} rows="3" dir="auto" .value=${text} aria-describedby=${a.about} aria-invalid=${a.invalid}
          @input=${(e) => { text = e.target.value; repaint(); }}></textarea>` })}
      <p>${sendButton(form, t`Keep the note`, t`Saving…`)}</p></form></section>`;
}
