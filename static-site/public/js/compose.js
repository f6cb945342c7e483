// Starting a thread.
import { api, enter, html, nothing, page, paint, query, t, trouble } from './hearth.js';
import { writer } from './write.js';

const groupId = query('group');
let group = null;
let standing = null;
let anonymous = false;
let official = false;
let staff = false;
const labels = new Set();

const toggle = (label) => (e) => (e.target.checked ? labels.add(label) : labels.delete(label));

const extra = () => html`${group?.labels.length ? html`<fieldset class="field"><legend>What is it about? (Only if it helps others)</legend>
    <p class="hint">Some people would rather not meet these at a bad moment. A label lets them choose.</p>
    <div class="choices">${group.labels.map((label) => html`<label><input type="checkbox" @change=${toggle(label)}
      .checked=${labels.has(label)}><span>${label}</span></label>`)}</div></fieldset>` : nothing}
  <div class="choices"><label><input type="checkbox" .checked=${anonymous} @change=${(e) => { anonymous = e.target.checked; }}>
    <span>Post without my name<span class="hint">Others see “A member”. A moderator can find out who you are only with a reason, and
    that is written down.</span></span></label>${staff ? html`<label><input type="checkbox" .checked=${official}
      @change=${(e) => { official = e.target.checked; }}><span>Speak for Hearth<span class="hint">Others see “Hearth” instead of your name.
      The log says that it was you.</span></span></label>` : nothing}</div>`;

const desk = writer(`thread.${groupId}`,
  { titled: true, extra, label: t`What would you like to say?`, button: t`Post it`, rows: 10,
    hint: t`Plain words are fine. Leave out names, addresses and phone numbers, yours and other people’s.` },
  (values, key) => api.post(`/api/groups/${encodeURIComponent(groupId)}/threads`,
    { ...values, ...(labels.size && { labels: [...labels] }), ...(anonymous && { anonymous }), ...(official && { official }) }, key),
  ({ thread }) => { location.replace(page('/thread.html', { id: thread.id })); }, show);

function show() {
  paint(html`<p class="crumb"><a href=${page('/group.html', { id: groupId })}>Back to ${group?.name ?? t`the group`}</a></p>
    <h1>Start a conversation</h1>
    <p class="soft">${group ? html`In ${group.name}. ` : nothing}Every post is checked before others see it. A newcomer’s first
      posts wait for a moderator.</p>
    ${standing ? html`<p class="note warm">${standing}</p>` : nothing}
    ${desk.view()}
    <p class="soft small"><a href="/rules.html">The rules in plain words</a></p>`, t`Start a conversation`);
}

try {
  const me = await enter();
  staff = me.role !== 'member';
  const state = me.standing?.state ?? me.standing;
  if (state && state !== 'active') standing = t`You can’t post at the moment. Your account page says why, and until when.`;
  await desk.ready;
  show();
  group = (await api.get('/api/groups')).items.find((g) => g.id === groupId) ?? null;
  if (group) show();
} catch (p) {
  if (!group && p.kind !== 'offline') trouble(p);
}
