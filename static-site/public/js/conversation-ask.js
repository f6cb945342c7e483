// On a member's page: asking for a conversation between two.
import { announce, api, html, nothing, page, t } from './hearth.js';
import { ask, tell } from './dialog.js';

/** The button, or what stands in its place, as a function. */
export async function asking(member, repaint) {
  const all = await api.get('/api/me/conversations');
  let mine = all.items.find((one) => one.with.id === member.id);

  async function send() {
    if (mine?.state !== 'asks' && !await ask(t`Ask ${member.name} for a private conversation?`,
      t`They see that you asked, and nothing else. If it’s a yes, it opens under “Private conversations”. If you hear nothing, take it as “not now”.`, t`Ask`, t`Not now`)) return;
    try {
      mine = { ...await api.put(`/api/me/conversations/${encodeURIComponent(member.id)}`, { step: 'ask' }), with: member };
      announce(mine.state === 'open' ? t`You can talk now.` : t`Asked. If it’s a yes, you find it under “Private conversations”.`);
      if (mine.state === 'open') await api.get('/api/me/conversations');
    } catch (p) { await tell(t`Not now`, p.message); }
    repaint();
  }

  return () => {
    if (mine?.state === 'open') return html`<a class="quiet" href=${page('/thread.html', { id: mine.threadId })}>Your conversation</a>`;
    if (mine?.state === 'asked') return html`<span class="soft">You asked for a conversation</span>`;
    if (!all.on || !all.taking || (!member.takesConversations && mine?.state !== 'asks')) return nothing;
    if (all.newcomer && mine?.state !== 'asks') return html`<span class="soft">You can ask for a private conversation once a few of your posts are out</span>`;
    return html`<button type="button" class="quiet" @click=${send}>${mine?.state === 'asks' ? t`Agree to a private conversation` : t`Ask for a private conversation`}</button>`;
  };
}
