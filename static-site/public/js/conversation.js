// In a conversation between two: with whom one is, who can read it, and the way out.
import { announce, api, html, nothing, page, t, when } from './hearth.js';
import { ask, tell } from './dialog.js';

/** What a conversation's page has beside its posts. */
export async function conversation(threadId, repaint) {
  const { items } = await api.get('/api/me/conversations');
  const mine = items.find((one) => one.threadId === threadId);
  const name = mine?.with.name ?? t`A former member`;

  async function close() {
    if (!await ask(t`Close this conversation?`, t`It closes for both of you. ${name} can’t ask you again; you could ask them. You can both read and report it for 30 more
      days. Nobody is told why.`, t`Close it`, t`Keep it open`)) return;
    try {
      const now = await api.put(`/api/me/conversations/${encodeURIComponent(mine.with.id)}`, { step: 'close' });
      Object.assign(mine, now);
      announce(t`Closed.`);
      repaint();
      document.getElementById('reply')?.scrollIntoView();
    } catch (p) { await tell(t`That didn’t work`, p.message); }
  }

  return {
    head: (thread) => html`<p class="crumb"><a href="/conversations.html">Your conversations</a></p>
      <h1>With <span dir="auto">${mine?.with.id ? html`<a href=${page('/member.html', { id: mine.with.id })}>${name}</a>` : name}</span></h1>
      <div class="note"><p>Only the two of you see this. Every message is checked like any post, and a moderator reads one that the checks hold, or that one of you
        reports, with up to three messages before it. Nobody else reads here.</p></div>
      ${mine?.state === 'open' && !thread.locked ? html`<p class="controls"><button type="button" class="quiet" @click=${close}>Close this conversation</button></p>` : nothing}`,
    over: (thread) => (thread.locked || mine?.state === 'closed' ? html`<p class="note" id="reply">${mine?.readableUntil
      ? html`This conversation is closed. You can read and report it until ${when(mine.readableUntil, true)}. What you wrote can still be deleted.`
      : t`This conversation is closed. You can still read it for a while.`}</p>` : null),
  };
}
