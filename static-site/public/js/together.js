// What readers are to one another in a conversation: reactions, answers to a post, following, and where somebody left off.
import { announce, api, html, nothing, page, query, t } from './hearth.js';
import { tell } from './dialog.js';

const kinds = [['helpful', t`Helpful`], ['heard', t`I feel heard`], ['me-too', t`Me too`]];
const excerpt = (text) => (text.length > 160 ? `${[...text].slice(0, 150).join('')}…` : text);

/**
 * The parts for one thread. state() gives the thread's posts; answer() leads to the reply form.
 * With marks of a member's own only for members: me is null for others.
 */
export async function together(threadId, me, state, repaint, answer) {
  const marks = me ? await api.get(`/api/threads/${encodeURIComponent(threadId)}/marks`).catch(() => null) : null;
  const places = me && await import('./places.js');
  const readTo = [marks?.readTo, places?.placeIn(me.id, threadId)?.readTo].filter(Boolean).sort().at(-1);
  let quoting = null;
  let anonymous = false;
  let official = false;

  const gave = (post, kind) => marks?.reactions[post.id]?.includes(kind);

  async function react(post, kind) {
    const path = `/api/threads/${encodeURIComponent(threadId)}/posts/${encodeURIComponent(post.id)}/reactions/${kind}`;
    try {
      const had = gave(post, kind);
      const fresh = had ? await api.delete(path) : await api.put(path);
      const mine = marks.reactions[post.id] ?? [];
      marks.reactions[post.id] = had ? mine.filter((k) => k !== kind) : [...mine, kind];
      post.reactions = fresh.reactions;
      announce(had ? t`Taken back.` : t`They will see that somebody is with them.`);
    } catch (p) {
      await tell(t`That didn’t work`, p.message);
    }
    repaint();
  }

  const count = (post, kind) => (post.reactions?.[kind] ? html` <span class="tally">${post.reactions[kind]}</span>` : nothing);

  const button = (post, [kind, name]) => html`<button type="button" class="quiet" aria-pressed=${gave(post, kind) ? 'true' : 'false'}
    @click=${() => react(post, kind)}>${name}${count(post, kind)}<span class="sr"> for ${post.author.name}’s post</span></button>`;

  const tally = (post) => kinds.filter(([kind]) => post.reactions?.[kind])
    .map(([kind, name]) => html`<span class="soft small">${name}${count(post, kind)}</span>`);

  function follow() {
    const path = `/api/threads/${encodeURIComponent(threadId)}/following`;
    const work = marks.following ? api.delete(path) : api.put(path);
    work.then(() => {
      marks.following = !marks.following;
      announce(marks.following ? t`You follow this conversation. Your account page shows what is new.` : t`You don’t follow it any more.`);
      repaint();
    }, (p) => tell(t`That didn’t work`, p.message));
  }

  async function hide() {
    const { change } = await import('./filters.js');
    try {
      await change((now) => { now.hidden[threadId] = ''; });
      announce(t`Hidden from your lists. Your account page brings it back.`);
    } catch (p) { await tell(t`That wasn’t kept`, p.message); }
  }

  // Everything on this page was read before, and more follows.
  const further = () => readTo && state().nextCursor && state().items.at(-1)?.id <= readTo;

  return {
    /** The first post that is new for the reader, if they were here before. */
    newFrom: readTo ? state().items.find((p) => p.id > readTo && !p.mine)?.id : null,

    quoted(post) {
      if (!post.quotes) return nothing;
      const found = state().items.find((p) => p.id === post.quotes);
      return html`<blockquote class="quote small">${found
        ? html`<a href="#post-${found.id}">${found.author.name}</a> <span dir="auto">${excerpt(found.text)}</span>`
        : html`<a href=${`${page('/thread.html', { id: threadId })}#post-${post.quotes}`}>In answer to an earlier post</a>`}</blockquote>`;
    },

    controls: (post) => (me && marks && !post.mine ? html`${kinds.map((kind) => button(post, kind))}
      ${state().thread.locked ? nothing : html`<button type="button" class="quiet"
        @click=${() => { quoting = post; repaint(); answer(); }}>Answer<span class="sr"> ${post.author.name}’s post</span></button>`}`
      : tally(post)),

    head: () => (marks ? html`<p class="controls"><button type="button" class="quiet" aria-pressed=${marks.following ? 'true' : 'false'}
      @click=${follow}>${marks.following ? t`Following` : t`Follow this conversation`}</button>
      <button type="button" class="quiet" @click=${hide}>Hide from my lists</button></p>${further() ? html`<p><a
      href=${page('/thread.html', { id: threadId, cursor: state().nextCursor })}>You have read these. On to where you left off</a></p>` : nothing}` : nothing),

    /** The post that a reply answers. */
    answering: () => (quoting ? html`<p class="quote small">In answer to ${quoting.author.name}: <span dir="auto">${excerpt(quoting.text)}</span>
        <button type="button" class="quiet" @click=${() => { quoting = null; repaint(); }}>Don’t answer one post</button></p>` : nothing),

    /** What goes with a reply: whether it has a name. */
    options: () => (state().thread.groupId.startsWith('talk-') ? nothing : html`<div class="choices"><label><input type="checkbox" .checked=${anonymous} @change=${(e) => { anonymous = e.target.checked; }}>
        <span>Post without my name<span class="hint">Others see “A member”. A moderator can find out who you are only with a reason, and
        that is written down.</span></span></label>${!me || me.role === 'member' ? nothing : html`<label><input type="checkbox"
        .checked=${official} @change=${(e) => { official = e.target.checked; }}><span>Speak for Hearth<span class="hint">Others see “Hearth”
        instead of your name. The log says that it was you.</span></span></label>`}</div>`),
    values: () => ({ ...(quoting && { quotes: quoting.id }), ...(anonymous && { anonymous: true }), ...(official && { official: true }) }),
    sent() { quoting = null; anonymous = official = false; },
    /** Remembers how far the reader came, unless that is known already. */
    seen() {
      const { thread, items } = state();
      const last = items.filter((p) => p.status === 'published').at(-1)?.id;
      if (me && last && (!readTo || readTo < last)) places.keepPlace(me.id, thread, last, query('cursor'));
    },
    /** A post of the reader's own that is out now is not new to them, if nobody else wrote meanwhile. */
    async out() {
      const now = state().nextCursor ? null : await api.get(`/api/threads/${encodeURIComponent(threadId)}`).catch(() => null);
      if (!now || now.thread.replyCount > state().thread.replyCount + 1) return;
      Object.assign(state().thread, { replyCount: now.thread.replyCount, lastActivityAt: now.thread.lastActivityAt });
      this.seen();
    },
  };
}
