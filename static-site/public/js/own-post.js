// Changing and deleting a post of one's own.
import { announce, api, html, standing, t } from './hearth.js';
import { ask, tell } from './dialog.js';
import { field, formStyles, length, room, sendButton, sending, summary } from './form.js';
import { postPath, watch } from './reply.js';
import { limits } from './write.js';

const check = (text) => (!text.trim() ? [{ field: 'change', detail: t`Write something, or delete the post instead.` }]
  : length(text) > limits.text ? [{ field: 'change', detail: t`This is longer than one post can be (10,000 characters).` }] : []);

/**
 * The form that changes a post, as { post, view }. done(post) ends it, with the new post or the old one;
 * changed(post) brings later news.
 */
export async function changing(post, done, changed, repaint) {
  await formStyles();
  const form = sending(repaint);
  const self = { post, view };
  let { text } = post;

  const save = (event) => form.run(event, () => check(text), async () => {
    try {
      const fresh = await api.put(postPath(self.post.threadId, self.post.id), { text, version: self.post.version });
      done(fresh);
      announce(t`Saved. ${standing(fresh)}`);
      if (fresh.status === 'pending') watch(fresh, changed);
    } catch (p) {
      if (p.kind === 'changed') {
        self.post = await api.get(postPath(self.post.threadId, self.post.id));
        p.message = t`This post was changed meanwhile, perhaps in another window. Your words are still below: save again to use them.`;
      }
      for (const e of p.errors ?? []) if (e.field === 'text') e.field = 'change';
      throw p;
    }
  });

  function view() {
    return html`<form class="write" novalidate @submit=${save}>${summary(form.problem)}
      ${field('change', t`Your post`, { problem: form.problem,
        hint: t`A changed post is checked again. Until then others see it as it was.`, extra: room(text, limits.text),
        control: (a) => html`<textarea id=${a.id} rows="8" dir="auto" .value=${text} aria-describedby=${a.about}
          aria-invalid=${a.invalid}
          @input=${(e) => { ({ value: text } = e.target); repaint(); }}></textarea>` })}
      <div class="row">${sendButton(form, t`Save changes`, t`Saving…`)}<button type="button" class="plain"
        @click=${() => done(self.post)}>Cancel</button></div></form>`;
  }

  return self;
}

/** Asks, then deletes; true when the post is gone. */
export async function removed(post) {
  const sure = await ask(t`Delete this post?`,
    t`Others won’t see it any more. If it was reported, the moderators keep a copy for their case.`, t`Delete it`);
  if (!sure) return false;
  try {
    await api.delete(postPath(post.threadId, post.id));
  } catch (p) {
    await tell(t`That didn’t work`, p.message);
    return false;
  }
  announce(t`Your post is deleted.`);
  return true;
}
