// Starting a thread.
import { api, enter, html, nothing, page, paint, query, trouble } from './hearth.js';
import { writer } from './write.js';

const groupId = query('group');
let group = null;
let standing = null;

const desk = writer(`thread.${groupId}`,
  { titled: true, label: 'What would you like to say?', button: 'Post it', rows: 10,
    hint: 'Plain words are fine. Leave out names, addresses and phone numbers, yours and other people’s.' },
  (values, key) => api.post(`/api/groups/${encodeURIComponent(groupId)}/threads`, values, key),
  ({ thread }) => { location.replace(page('/thread.html', { id: thread.id })); }, show);

function show() {
  paint(html`<p class="crumb"><a href=${page('/group.html', { id: groupId })}>Back to ${group?.name ?? 'the group'}</a></p>
    <h1>Start a conversation</h1>
    <p class="soft">${group ? html`In ${group.name}. ` : nothing}Every post is checked before others see it. A newcomer’s first
      posts wait for a moderator.</p>
    ${standing ? html`<p class="note warm">${standing}</p>` : nothing}
    ${desk.view()}
    <p class="soft small"><a href="/rules.html">The rules in plain words</a></p>`, 'Start a conversation');
}

try {
  const me = await enter();
  const state = me.standing?.state ?? me.standing;
  if (state && state !== 'active') standing = 'You can’t post at the moment. Your account page says why, and until when.';
  await desk.ready;
  show();
  group = (await api.get('/api/groups')).items.find((g) => g.id === groupId) ?? null;
  if (group) show();
} catch (p) {
  if (!group && p.kind !== 'offline') trouble(p);
}
