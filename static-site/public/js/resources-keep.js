// For leads and admins: adding to the library, changing it, and saying that somebody has looked again.
import { api, html, nothing, t } from './hearth.js';
import { field, formStyles, sendButton, sending, summary } from './form.js';
import { ask, tell } from './dialog.js';

/** The form and what it does. done(changed, gone) follows each change. */
export async function keeping(regions, done, repaint) {
  await formStyles();
  const form = sending(repaint);
  let now = null;

  const input = (name, label, hint, control) => field(name, label, { hint, problem: form.problem, control });
  const set = (name) => (e) => { now[name] = e.target.value; };

  const save = (event) => form.run(event, () => (now.reviewBy ? [] : [{ field: 'reviewBy', detail: t`Say by when somebody should look at it again.` }]), async () => {
    const { id, version, url, reviewBy, title, text, region } = now;
    const sent = { title, text, region, reviewBy: `${reviewBy}T00:00:00Z`, ...(url && { url }), ...(id && { version }) };
    const path = '/api/moderation/resources';
    const changed = id ? await api.put(`${path}/${encodeURIComponent(id)}`, sent) : await api.post(path, sent);
    keeper.at = null;
    done(changed);
  });

  const keeper = {
    at: null, // '' while something is added, an id while it is changed
    edit(one) {
      now = one ? { ...one, url: one.url ?? '', reviewBy: one.reviewBy.slice(0, 10) } : { title: '', text: '', url: '', region: 'ZZ', reviewBy: '' };
      keeper.at = one?.id ?? '';
      form.problem = null;
      repaint();
      document.getElementById('title').focus();
    },
    async remove(one) {
      if (!await ask(t`Take this out?`, one.title, t`Take it out`)) return;
      try {
        await api.delete(`/api/moderation/resources/${encodeURIComponent(one.id)}`);
        done(null, one.id);
      } catch (p) { await tell(t`That didn’t work`, p.message); }
    },
    view: () => html`<form class="write" novalidate @submit=${save}>${summary(form.problem)}
      ${input('title', t`Title`, nothing, (a) => html`<input id=${a.id} dir="auto" .value=${now.title} aria-describedby=${a.about}
        aria-invalid=${a.invalid} @input=${set('title')}>`)}
      ${input('text', t`What it is, and for whom`, nothing, (a) => html`<textarea id=${a.id} rows="3" dir="auto" .value=${now.text}
        aria-describedby=${a.about} aria-invalid=${a.invalid} @input=${set('text')}></textarea>`)}
      ${input('url', t`Address (you can leave this empty)`, t`It begins with https://`, (a) => html`<input id=${a.id} type="url" .value=${now.url}
        aria-describedby=${a.about} aria-invalid=${a.invalid} @input=${set('url')}>`)}
      ${input('region', t`For whom`, nothing, (a) => html`<select id=${a.id} class="short" aria-describedby=${a.about} aria-invalid=${a.invalid}
        @change=${set('region')}>${regions.map((one) => html`<option value=${one.code} ?selected=${one.code === now.region}>${one.name}</option>`)}</select>`)}
      ${input('reviewBy', t`Look at it again by`, nothing, (a) => html`<input id=${a.id} class="short" type="date" .value=${now.reviewBy}
        aria-describedby=${a.about} aria-invalid=${a.invalid} @input=${set('reviewBy')}>`)}
      <div class="row">${sendButton(form, t`Save`, t`Saving…`)}<button type="button" class="plain" @click=${() => { keeper.at = null; repaint(); }}>Not
        now</button></div></form>`,
  };
  return keeper;
}
