// One thread: its posts, oldest first, and what the reader may do with them.
import { filters, html, nothing, page, paint, query, read, roleName, signInPath, standing, trouble, wasHere, when,
  words } from './hearth.js';

const id = query('id');
const cursor = query('cursor');
const at = cursor ? `?cursor=${encodeURIComponent(cursor)}` : '';

let state = null; // { thread, items, nextCursor }
let who = null;
let me = null;
let reply = null; // the reply form, which only members load
let company = null; // reactions and the like, loaded where there is something to show or do
let change = null; // the form for the post being edited
let tools = null; // for moderators: pin, close, move
let talk = null; // in a conversation between two: with whom, who can read it, and the way out

const waitsOrShows = ['pending', 'held', 'escalated', 'published', 'redacted'];

function post(post) {
  const { mine } = post;
  const note = mine ? standing(post) : '';
  const changing = change?.post.id === post.id;
  return html`<li>${company?.newFrom === post.id ? html`<p class="first small">New since you were here</p>` : nothing}<article class="post" id="post-${post.id}" aria-labelledby="by-${post.id}" tabindex="-1">
    <header class="by"><h2 id="by-${post.id}" dir="auto">${me && post.author.id ? html`<a href=${page('/member.html',
      { id: post.author.id })}>${post.author.name}</a>` : post.author.name}</h2>
      ${roleName(post.author.role) ? html`<span class="tag">${roleName(post.author.role)}</span>` : nothing}${mine
        ? html`<span>You</span>` : nothing}
      <a href="#post-${post.id}">${when(post.createdAt)}</a>
      ${post.redacted ? html`<span>Edited by a moderator</span>` : post.editedAt ? html`<span>Edited</span>` : nothing}</header>
    ${company?.quoted(post) ?? nothing}
    ${changing ? change.view() : filters ? filters.veiled(post, words(post.text)) : words(post.text)}
    ${note ? html`<p class="note warm state">${note}</p>` : nothing}
    ${post.reply ? html`<div class="note warm"><h3>A moderator writes to you</h3>${words(post.reply)}</div>` : nothing}
    ${changing ? nothing : mine ? ownControls(post)
    : html`<div class="controls">${company?.controls(post) ?? nothing}${tools && post.editedAt ? earlier(post) : nothing}
      <a class="quiet" href=${page('/report.html', { thread: id, post: post.id })}>Report<span
      class="sr"> this post by ${post.author.name}</span></a></div>`}
  </article></li>`;
}

const earlier = (post) => html`<button type="button" class="quiet" @click=${async () => (await import('./history.js'))
  .showHistory(id, post.id)}>Earlier versions</button>`;

const ownControls = (post) => html`<div class="controls">${company?.controls(post) ?? nothing}
  ${waitsOrShows.includes(post.status) && !state.thread.locked ? html`<button type="button" class="quiet"
    @click=${() => edit(post)}>Edit<span class="sr"> your post</span></button>` : nothing}
  ${post.editedAt ? earlier(post) : nothing}${post.status === 'deleted' ? nothing : html`<button type="button" class="quiet" @click=${() => remove(post)}>Delete<span
    class="sr"> your post</span></button>`}</div>`;

const focusPost = (post) => document.getElementById(`post-${post.id}`)?.focus();

function replace(post) {
  const place = state.items.findIndex((p) => p.id === post.id);
  if (place >= 0) state.items[place] = post;
  if (post.status === 'published') company?.out();
  show();
}

async function edit(post) {
  const { changing } = await import('./own-post.js');
  change = await changing(post, (fresh) => { change = null; replace(fresh); focusPost(fresh); }, replace, show);
  show();
  document.getElementById('change').focus();
}

async function remove(post) {
  const { removed } = await import('./own-post.js');
  if (!await removed(post)) return;
  state.items = state.items.filter((p) => p.id !== post.id);
  show();
  const heading = document.querySelector('h1');
  heading.tabIndex = -1;
  heading.focus();
}

function show() {
  const { thread, items, nextCursor } = state;
  paint(html`
    ${talk ? talk.head(thread) : html`<p class="crumb"><a href=${page('/group.html', { id: thread.groupId })}>Back to the group</a></p>
    <h1 dir="auto">${thread.title}</h1>`}
    ${thread.labels?.length ? html`<p class="meta">${thread.labels.map((label) => html`<span class="tag">${label}</span>`)}</p>`
      : nothing}
    ${thread.note?.action === 'move' ? html`<p class="note">A moderator moved this conversation here: <span
      dir="auto">${thread.note.reason}</span></p>` : nothing}
    ${talk ? nothing : company?.head() ?? nothing}${tools?.() ?? nothing}
    ${items.length ? html`<ol class="posts" aria-label="Posts">${items.map(post)}</ol>`
    : html`<p class="empty">There is nothing more in this conversation yet.</p>`}
    ${cursor || nextCursor ? html`<nav class="turn" aria-label="More of this conversation">
      ${cursor ? html`<a href=${page('/thread.html', { id })}>Start of the conversation</a>` : nothing}
      ${nextCursor ? html`<a href=${page('/thread.html', { id, cursor: nextCursor })} rel="next">Later posts</a>`
        : nothing}</nav>` : nothing}
    <section class="reply"
      aria-labelledby=${reply || thread.locked || (who && !me) ? 'reply' : nothing}>${replyPart(thread)}</section>`, thread.title);
}

function replyPart(thread) {
  if (talk?.over(thread)) return talk.over(thread);
  if (thread.locked) return html`<p class="note" id="reply">A moderator has closed this conversation to new replies. You can still
    read it. ${thread.note?.action === 'lock' ? html`<span dir="auto">${thread.note.reason}</span>` : nothing}</p>`;
  if (reply) return reply();
  if (!who || me) return html`<span id="reply"></span>`;
  return who.needsName
    ? html`<p class="note" id="reply"><a href=${page('/join.html', { return: location.pathname + location.search })}>Choose your
      name</a>, and you can reply.</p>`
    : html`<p class="note" id="reply"><a href=${signInPath()}>Join or sign in</a> to reply. You choose the name that others
      see.</p>`;
}

try {
  if (wasHere()) import('./reply.js').catch(() => {});
  await read(`/api/public/threads/${encodeURIComponent(id)}${at}`, `/api/threads/${encodeURIComponent(id)}${at}`, (answer,
    person) => {
    state = answer;
    who = person;
    me = who?.member ?? null;
    show();
  });
  if (me && state.thread.groupId.startsWith('talk-')) {
    talk = await (await import('./conversation.js')).conversation(id, show);
    show();
  }
  if (me && !state.thread.locked) {
    const { replyForm, watch } = await import('./reply.js');
    for (const fresh of state.items) if (fresh.mine && fresh.status === 'pending') watch(fresh, replace);
    reply = await replyForm(id, (made) => { state.items.push(made); show(); focusPost(made); }, replace, show, () => company);
    show();
  }
  if (me || state.items.some((p) => p.quotes || Object.keys(p.reactions ?? {}).length)) {
    const toReply = () => document.getElementById('text')?.focus();
    company = await (await import('./together.js')).together(id, me, () => state, show, toReply);
    show();
  }
  if (me && !talk && /moderator|lead/.test(me.role)) {
    tools = (await import('./thread-tools.js')).threadTools(() => state.thread, (thread) => { state.thread = thread; show(); });
    show();
  }
  const target = location.hash.startsWith('#post-') ? location.hash.slice(1) : company?.newFrom && `post-${company.newFrom}`;
  if (target) document.getElementById(target)?.scrollIntoView();
  company?.seen();
} catch (p) {
  trouble(p);
}
