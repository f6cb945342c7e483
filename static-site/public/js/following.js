// The conversations that somebody follows, those with something new first.
import { api, html, page, when } from './hearth.js';
import { placeIn } from './places.js';

/** The section's template, as a function. */
export async function followingPart(repaint, me) {
  const { items } = await api.get('/api/me/following');
  // What was read on this device since it last told the server is not new either.
  const unread = (thread) => thread.unread && !(placeIn(me.id, thread.id)?.lastActivityAt >= thread.lastActivityAt);
  const row = (thread) => html`<li><p dir="auto"><a href=${page('/thread.html', { id: thread.id, cursor: placeIn(me.id, thread.id)?.cursor })}>${thread.title}</a></p>
    <p class="meta">${unread(thread) ? html`<span class="first">Something new</span>` : html`<span>Nothing new</span>`}
      <span>${when(thread.lastActivityAt)}</span></p></li>`;
  return () => (items.length ? html`<ul class="mine">${items.map(row)}</ul>`
    : html`<p class="soft">You don’t follow a conversation yet. Each one has a button for it at its top.</p>`);
}
