// One thread: its posts, oldest first, and what the reader may do with them.
import { html, nothing, page, paint, query, read, roleName, signInPath, standing, trouble, when, words } from './hearth.js';

const id = query('id');
const cursor = query('cursor');
const at = cursor ? `?cursor=${encodeURIComponent(cursor)}` : '';

let state = null; // { thread, items, nextCursor }
let me = null;
let tools = null; // what only members load: reply form, edit, delete

function post(post) {
  const mine = me && post.author.id === me.id;
  const change = mine && tools?.editing(post);
  const note = mine ? standing(post) : '';
  return html`<li><article class="post" id="post-${post.id}" aria-labelledby="by-${post.id}" tabindex="-1">
    <header class="by"><h2 id="by-${post.id}" dir="auto">${me ? html`<a href=${page('/member.html', { id: post.author.id })}>${post.author.name}</a>` : post.author.name}</h2>
      ${roleName(post.author.role) ? html`<span class="tag">${roleName(post.author.role)}</span>` : nothing}${mine ? html`<span>You</span>` : nothing}
      <a href="#post-${post.id}">${when(post.createdAt)}</a>
      ${post.redacted ? html`<span>Edited by a moderator</span>` : post.editedAt ? html`<span>Edited</span>` : nothing}</header>
    ${change || words(post.text)}
    ${note ? html`<p class="note warm state">${note}</p>` : nothing}
    ${change ? nothing : html`<div class="controls">
      ${mine && tools && !state.thread.locked && !['removed', 'hidden', 'deleted'].includes(post.status) ? html`
        <button type="button" class="quiet" @click=${() => tools.edit(post)}>Edit<span class="sr"> your post</span></button>` : nothing}
      ${mine && tools && post.status !== 'deleted' ? html`
        <button type="button" class="quiet" @click=${() => tools.remove(post)}>Delete<span class="sr"> your post</span></button>` : nothing}
      ${mine ? nothing : html`<a class="quiet" href=${page('/report.html', { thread: id, post: post.id })}>Report<span class="sr"> this post by ${post.author.name}</span></a>`}
    </div>`}</article></li>`;
}

function show() {
  const { thread, items, nextCursor } = state;
  paint(html`
    <p class="crumb"><a href=${page('/group.html', { id: thread.groupId })}>Back to the group</a></p>
    <h1 dir="auto">${thread.title}</h1>
    ${thread.labels?.length ? html`<p class="meta">${thread.labels.map((label) => html`<span class="tag">${label}</span>`)}</p>` : nothing}
    ${items.length ? html`<ol class="posts" aria-label="Posts">${items.map(post)}</ol>`
    : html`<p class="empty">There is nothing more in this conversation yet.</p>`}
    ${cursor || nextCursor ? html`<nav class="turn" aria-label="More of this conversation">
      ${cursor ? html`<a href=${page('/thread.html', { id })}>Start of the conversation</a>` : nothing}
      ${nextCursor ? html`<a href=${page('/thread.html', { id, cursor: nextCursor })} rel="next">Later posts</a>` : nothing}</nav>` : nothing}
    <section class="reply" aria-labelledby="reply">${replyPart(thread)}</section>`, thread.title);
}

function replyPart(thread) {
  if (thread.locked) return html`<p class="note" id="reply">This conversation is closed to new replies.</p>`;
  if (tools) return tools.reply();
  if (me || !known) return html`<span id="reply"></span>`;
  return needsName
    ? html`<p class="note" id="reply"><a href=${page('/join.html', { return: location.pathname + location.search })}>Choose your name</a>, and you can reply.</p>`
    : html`<p class="note" id="reply"><a href=${signInPath()}>Join or sign in</a> to reply. You choose the name that others see.</p>`;
}

let known = false;
let needsName = false;

try {
  await read(`/api/public/threads/${encodeURIComponent(id)}${at}`, `/api/threads/${encodeURIComponent(id)}${at}`, (answer, who) => {
    state = answer;
    known = !!who;
    me = who?.member ?? null;
    needsName = !!who?.needsName;
    show();
  });
  if (location.hash.startsWith('#post-')) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  if (me && !state.thread.locked) {
    const { memberTools } = await import('./thread-tools.js');
    tools = await memberTools(state, me, show);
    show();
  }
} catch (p) {
  trouble(p);
}
