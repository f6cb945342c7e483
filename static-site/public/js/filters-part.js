// On the account page: what somebody would rather not meet, and how to meet it again.
import { announce, api, html, nothing, t } from './hearth.js';
import { tell } from './dialog.js';
import { change, filters } from './filters.js';

const ways = [['', t`Show`], ['collapse', t`Fold away until I open it`], ['hide', t`Leave out of lists`]];

/** The section's template, as a function. */
export async function filtersPart(repaint) {
  const [{ items }, { filters: named }] = await Promise.all([api.get('/api/groups'), api.get('/api/me/preferences')]);
  const labels = [...new Set(items.flatMap((group) => group.labels))].sort();

  async function save(work, said) {
    try {
      await change(work);
      announce(said);
    } catch (p) { await tell(t`That wasn’t kept`, p.message); }
    repaint();
  }

  const choose = (label) => ({ target }) => save((now) => {
    if (target.value) now.labels[label] = target.value; else delete now.labels[label];
  }, t`Saved.`);

  const again = (part, id) => () => save((now) => { delete now[part][id]; }, t`You will see it again.`);

  // The names are looked up: they are kept nowhere, so that nobody who leaves stays here.
  const list = (part, title, gone) => {
    const found = Object.keys(filters()[part]).map((id) => [id, named[part][id] || gone]);
    return found.length ? html`<h3>${title}</h3><ul class="mine">${found.map(([id, name]) => html`<li><p dir="auto">${name}
      <button type="button" class="quiet" @click=${again(part, id)}>Show again<span class="sr">: ${name}</span></button></p></li>`)}</ul>` : nothing;
  };

  const label = (name, i) => html`<div class="field"><label for="label-${i}">${name}</label><select id="label-${i}" @change=${choose(name)}>
    ${ways.map(([value, words]) => html`<option value=${value} ?selected=${(filters().labels[name] ?? '') === value}>${words}</option>`)}</select></div>`;

  return () => html`<p class="soft">Nobody else sees what you choose here. It holds on every device on which you sign in.</p>
    ${labels.length ? html`<h3>Labels</h3><div class="pairs">${labels.map(label)}</div>` : nothing}
    ${list('hidden', t`Conversations you hid`, t`A conversation that is not there any more`)}${
  list('muted', t`People you muted`, t`A former member`)}`;
}
