// Groups to which somebody's access ends: when, how to ask for more time, and what was answered. On the account page, and in the group.
import { announce, api, html, nothing, page, t, when, words } from './hearth.js';
import { field, formStyles, length, room, sendButton, sending, summary } from './form.js';
import { draft } from './write.js';

const most = 2000;

function answer(request) {
  if (!request) return nothing;
  if (!request.answer) return html`<p class="soft">You asked to stay for longer, ${when(request.askedAt)}. Nobody has answered yet. You find the answer here.</p>`;
  return html`<div class="note ${request.answer.granted ? '' : 'warm'}"><p><strong>${request.answer.granted
    ? request.answer.until ? html`You can stay until ${when(request.answer.until, true)}.` : t`You can stay for as long as you like.`
    : t`You asked to stay for longer. The answer is no, this time.`}</strong></p>${words(request.answer.reason)}</div>`;
}

/** The list, as a function, or null where there is nothing to say; with only, of that group alone. What somebody began to write is open. */
export async function accessPart(repaint, only) {
  await formStyles();
  let { items } = await api.get('/api/me/access');
  const form = sending(repaint);
  let open = null;
  let note = null;

  function begin(groupId) {
    open = groupId;
    note = draft(`extension.${groupId}`);
    form.problem = null;
    repaint();
    document.getElementById('more-note').focus();
  }

  const check = () => (note.text.trim() ? length(note.text) > most ? [{ field: 'more-note', detail: t`Please keep it under 2,000 characters.` }] : []
    : [{ field: 'more-note', detail: t`Say in a sentence or two why you would like to stay.` }]);

  const send = (event) => form.run(event, check, async () => {
    try {
      await api.post(`/api/me/access/${encodeURIComponent(open)}/requests`, { note: note.text });
    } catch (p) {
      for (const e of p.errors ?? []) if (e.field === 'note') e.field = 'more-note';
      throw p;
    }
    note.clear();
    open = null;
    ({ items } = await api.get('/api/me/access'));
    announce(t`Sent. The people who run this community answer, and you find the answer here.`);
  });

  const asking = () => html`<form class="write" novalidate @submit=${send}>${summary(form.problem)}
    ${field('more-note', t`Why would you like to stay?`, { hint: t`Only the people who run this community read this.`, problem: form.problem, extra: room(note.text, most),
      control: (a) => html`<textarea id=${a.id} rows="4" dir="auto" .value=${note.text} aria-describedby=${a.about} aria-invalid=${a.invalid}
        @input=${(e) => { note.change({ text: e.target.value }); repaint(); }}></textarea>` })}
    <div class="row">${sendButton(form, t`Ask`)}<button type="button" class="plain" @click=${() => { open = null; repaint(); }}>Not now</button></div></form>`;

  const one = (access) => html`${only ? nothing : html`<p><strong dir="auto">${access.ended ? access.group.name : html`<a
      href=${page('/group.html', { id: access.group.id })}>${access.group.name}</a>`}</strong></p>`}
    <p>${!access.until ? t`Your access does not end.`
    : access.ended ? html`Your access ended ${when(access.until, true)}. What you wrote there is still yours, below.`
      : html`Your access to this group ends ${when(access.until, true)}.`}</p>
    ${answer(access.request)}
    ${open === access.group.id ? asking() : access.mayAsk ? html`<p><button type="button" class="plain" @click=${() => begin(access.group.id)}>Ask to stay for
      longer<span class="sr"> in ${access.group.name}</span></button></p>` : nothing}`;

  const shown = () => items.filter((access) => !only || access.group.id === only);
  if (!shown().length) return null;
  const begun = shown().find((access) => access.mayAsk && !draft(`extension.${access.group.id}`).empty);
  if (begun) [open, note] = [begun.group.id, draft(`extension.${begun.group.id}`)];
  return () => (shown().length ? only ? html`<div class="note flow">${shown().map(one)}</div>` : html`<ul class="mine">${shown().map((access) => html`<li>${one(access)}</li>`)}</ul>` : nothing);
}
