// What a member may do in a thread: reply, edit, delete, and watch a waiting post.
import { announce, api, html, nothing, standing } from './hearth.js';
import { ask, field, formStyles, length, room, sendButton, sending, summary } from './form.js';
import { limits, writer } from './write.js';

const path = (threadId, postId) => `/api/threads/${encodeURIComponent(threadId)}/posts/${encodeURIComponent(postId)}`;

export async function memberTools(state, me, show) {
  const { thread } = state;
  let change = null; // the post being edited: { post, text, form }

  const replace = (fresh) => {
    const at = state.items.findIndex((p) => p.id === fresh.id);
    if (at >= 0) state.items[at] = fresh;
    show();
  };

  const focusPost = (post) => document.getElementById(`post-${post.id}`)?.focus();

  const reply = writer(`reply.${thread.id}`, { label: 'Your reply', button: 'Post reply', rows: 6 },
    (values, key) => api.post(`/api/threads/${encodeURIComponent(thread.id)}/posts`, values, key),
    (made) => {
      state.items.push(made);
      show();
      focusPost(made);
      announce(`Sent. ${standing(made)}`);
      watch(made);
    }, show);

  // A new post is mostly checked within seconds: look a few times, then leave it to the next visit.
  async function watch(post) {
    for (const seconds of [1, 2, 3, 5, 10, 20]) {
      await new Promise((done) => setTimeout(done, seconds * 1000));
      let fresh;
      try { fresh = await api.get(path(thread.id, post.id)); } catch { return; }
      if (fresh.status === 'pending') continue;
      if (change?.post.id !== fresh.id) replace(fresh);
      announce(fresh.status === 'published' ? 'Your post is up. Others can see it now.' : standing(fresh));
      return;
    }
  }

  async function save(event) {
    const { post, form } = change;
    await form.run(event, () => (!change.text.trim() ? [{ field: 'change', detail: 'Write something, or delete the post instead.' }]
      : length(change.text) > limits.text ? [{ field: 'change', detail: 'This is longer than one post can be (10,000 characters).' }] : []), async () => {
      try {
        const fresh = await api.put(path(thread.id, post.id), { text: change.text, version: post.version });
        change = null;
        replace(fresh);
        focusPost(fresh);
        announce(`Saved. ${standing(fresh)}`);
        if (fresh.status === 'pending') watch(fresh);
      } catch (p) {
        if (p.kind === 'changed') {
          change.post = await api.get(path(thread.id, post.id));
          p.message = 'This post was changed meanwhile, perhaps in another window. Your words are still below: save again to use them.';
        }
        p.errors?.forEach((e) => { if (e.field === 'text') e.field = 'change'; });
        throw p;
      }
    });
  }

  const close = () => {
    const { post } = change;
    change = null;
    show();
    focusPost(post);
  };

  await formStyles();

  return {
    reply: () => html`<h2 id="reply">Reply</h2>${reply.view()}`,

    editing: (post) => change?.post.id === post.id && html`<form class="write" novalidate @submit=${save}>
      ${summary(change.form.problem)}
      ${field('change', 'Your post', { problem: change.form.problem, hint: 'A changed post is checked again. Until then others see it as it was.', extra: room(change.text, limits.text),
        control: (a) => html`<textarea id=${a.id} rows="8" dir="auto" .value=${change.text} aria-describedby=${a.about} aria-invalid=${a.invalid}
          @input=${(e) => { change.text = e.target.value; show(); }}></textarea>` })}
      <div class="row">${sendButton(change.form, 'Save changes', 'Saving…')}<button type="button" class="plain" @click=${close}>Cancel</button></div></form>`,

    edit(post) {
      change = { post, text: post.text, form: sending(show) };
      show();
      document.getElementById('change').focus();
    },

    async remove(post) {
      if (!await ask('Delete this post?', 'Others won’t see it any more. A report that was already made about it stays with the moderators.', 'Delete it')) return;
      try {
        await api.delete(path(thread.id, post.id));
        state.items = state.items.filter((p) => p.id !== post.id);
        show();
        document.querySelector('h1').tabIndex = -1;
        document.querySelector('h1').focus();
        announce('Your post is deleted.');
      } catch (p) {
        await ask('That didn’t work', p.message, 'All right', 'Close');
      }
    },
  };
}
