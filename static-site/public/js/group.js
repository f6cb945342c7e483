// One group: its threads, newest talk first.
import { filters, html, many, nothing, page, paint, query, read, signInPath, t, trouble, when } from './hearth.js';

const id = query('id');
const cursor = query('cursor');
let place = () => null; // how far a member has read a thread on this device
const at = cursor ? `?cursor=${encodeURIComponent(cursor)}` : '';

function row(thread) {
  const replies = thread.replyCount;
  const read = place(thread.id);
  return html`<li><h2><a href=${page('/thread.html', { id: thread.id, cursor: read?.cursor })} dir="auto">${thread.title}</a></h2>
    <p class="meta"><span>${thread.author.name}</span>
      <span class=${replies ? nothing : 'first'}>${replies === 0 ? t`No reply yet` : many(replies, '1 reply', '{n} replies')}</span>
      <span>${when(thread.lastActivityAt)}</span>
      ${read && read.lastActivityAt < thread.lastActivityAt ? html`<span class="first">Something new</span>` : nothing}${thread.pinned ? html`<span>Pinned</span>` : nothing}${thread.locked ? html`<span>Closed to replies</span>` : nothing}
      ${thread.labels?.map((label) => html`<span class="tag">${label}</span>`)}</p></li>`;
}

// In a group by invitation: until when the reader can stay, if not for good.
let stay = null;
async function asLongAs(found, who) {
  stay = () => nothing;
  const { accessPart } = await import('./access-part.js');
  stay = await accessPart(() => show(found, who), id) ?? stay;
  show(found, who);
}

// What a member has read, and what is new in it since.
let known = null;
async function leftOff(found, who) {
  const { placeIn } = await import('./places.js');
  place = (threadId) => placeIn(who.member.id, threadId);
  show(found, who);
}

function show(found, who) {
  const { group, items, nextCursor } = found;
  if (!known && who?.member) known = leftOff(found, who);
  if (!stay && who?.member && group.visibility === 'restricted') asLongAs(found, who).catch(() => {});
  const start = page('/compose.html', { group: id });
  paint(html`
    <p class="crumb"><a href="/">All groups</a></p>
    <div class="head"><div><h1>${group.name}</h1><p>${group.description}</p></div>
      ${who?.member ? html`<a class="button" href=${start}>Start a conversation</a>` : nothing}
      ${who && !who.signedIn ? html`<a class="button plain" href=${signInPath()}>Join in</a>` : nothing}</div>
    ${stay?.() ?? nothing}
    ${items.length ? html`<ol class="threads" aria-label="Conversations">${filters ? filters.listed(items, row) : items.map(row)}</ol>` : html`<div class="empty">
      <h2>${cursor ? t`That’s all there is` : t`Nobody has spoken here yet`}</h2>
      <p>${cursor ? t`You have reached the end of this group.`
        : t`Yours could be the first conversation. Somebody else may be waiting for one too.`}</p></div>`}
    ${cursor || nextCursor ? html`<nav class="turn" aria-label="More conversations">
      ${cursor ? html`<a href=${page('/group.html', { id })}>Newest conversations</a>` : nothing}
      ${nextCursor ? html`<a href=${page('/group.html', { id, cursor: nextCursor })} rel="next">Older conversations</a>`
        : nothing}</nav>` : nothing}
    ${group.visibility === 'public' ? html`<p class="soft small"><a href=${`/api/public/groups/${encodeURIComponent(id)}/feed.xml${filters?.without() ?? ''}`}
      type="application/rss+xml">Follow this group in a feed reader (RSS)</a></p>` : nothing}`,
  group.name);
}

try {
  await read(`/api/public/groups/${encodeURIComponent(id)}/threads${at}`, `/api/groups/${encodeURIComponent(id)}/threads${at}`,
    show);
} catch (p) {
  trouble(p);
}
