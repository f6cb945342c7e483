// The reply to a thread, and a watch over a post until it is checked.
import { announce, api, html, standing, t } from './hearth.js';
import { writer } from './write.js';

export const postPath = (threadId, postId) => `/api/threads/${encodeURIComponent(threadId)}/posts/${encodeURIComponent(postId)}`;

/** The reply form's template, as a function. created(post) follows a reply, changed(post) each news about it;
 * company() gives what else goes with one, once that is loaded. */
export async function replyForm(threadId, created, changed, repaint, company) {
  const form = writer(`reply.${threadId}`, { label: t`Your reply`, button: t`Post reply`, rows: 6,
    before: () => company()?.answering(), extra: () => company()?.options() },
    (values, key) => api.post(`/api/threads/${encodeURIComponent(threadId)}/posts`, { ...values, ...company()?.values() }, key),
    (post) => {
      company()?.sent();
      created(post);
      announce(t`Sent. ${standing(post)}`);
      watch(post, changed);
    }, repaint);
  await form.ready;
  return () => html`<h2 id="reply">Reply</h2>${form.view()}`;
}

/** A new post is mostly checked within seconds: looks a few times, then leaves it to the next visit. */
export async function watch(post, changed) {
  for (const seconds of [1, 2, 3, 5, 10, 20]) {
    await new Promise((done) => { setTimeout(done, seconds * 1000); });
    let fresh;
    try { fresh = await api.get(postPath(post.threadId, post.id)); } catch { return; }
    if (fresh.status === 'pending') continue;
    changed(fresh);
    announce(fresh.status === 'published' ? t`Your post is up. Others can see it now.` : standing(fresh));
    return;
  }
}
