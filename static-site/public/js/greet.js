// Those whom nobody has answered for a while, for people who have offered to.
import { api, enter, html, page, paint, t, trouble, when } from './hearth.js';

const row = (thread) => html`<li><h2><a href=${page('/thread.html', { id: thread.id })} dir="auto">${thread.title}</a></h2>
  <p class="meta"><span>${thread.author.name}</span><span>Since ${when(thread.createdAt)}</span>
    ${thread.labels.map((label) => html`<span class="tag">${label}</span>`)}</p></li>`;

try {
  await enter();
  const { items } = await api.get('/api/greeting');
  paint(html`<h1>Waiting for a first reply</h1>
    <p>Nobody has answered these for four hours or more. A line is enough: that somebody has read it. Whatever gets a reply leaves this list.</p>
    ${items.length ? html`<ol class="threads" aria-label="Conversations without a reply">${items.map(row)}</ol>`
    : html`<div class="empty"><h2>Everybody has been answered</h2><p>There is nothing to do here. Thank you for looking.</p></div>`}`, t`First replies`);
} catch (p) {
  trouble(p);
}
