// What a post was before its author changed it: for them and for moderators.
import { api, html, t, when, words } from './hearth.js';
import { dialog, tell } from './dialog.js';

/** Shows the earlier versions of a post, newest first. */
export async function showHistory(threadId, postId) {
  try {
    const { items } = await api.get(`/api/threads/${encodeURIComponent(threadId)}/posts/${encodeURIComponent(postId)}/history`);
    await dialog(() => html`<h2 id="dialog-title">Earlier versions</h2>
      ${items.length ? html`<p class="soft">Only the author and moderators see these.</p><ol class="bare flow">${items.reverse().map((v) =>
        html`<li><h3>Written ${when(v.at, true)}${v.redacted ? t`, as a moderator left it` : ''}</h3>${words(v.text)}</li>`)}</ol>`
      : html`<p>There is none: it is as it was first written.</p>`}
      <p><button value="" class="plain" autofocus>Close</button></p>`, 'tall').closed;
  } catch (p) {
    await tell(t`That didn’t work`, p.message);
  }
}
