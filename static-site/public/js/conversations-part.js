// On the account page: whether others may ask for a conversation between two, and the way to those one has.
import { announce, api, html, nothing, t } from './hearth.js';
import { tell } from './dialog.js';

/** The section's template, as a function; null in a community without them. */
export async function conversationsPart(repaint, me, chosen) {
  const all = await api.get('/api/me/conversations');
  if (!all.on && !all.items.length && !chosen.conversations) return null;
  let wanted = chosen.conversations;

  async function turn({ target }) {
    wanted = target.checked;
    try {
      ({ conversations: wanted } = await api.patch('/api/me/preferences', { conversations: wanted }));
      announce(wanted ? t`Saved. Others can ask you.` : t`Saved. Nobody can ask you. Conversations that you have go on until one of you closes them.`);
    } catch (p) {
      wanted = !wanted;
      await tell(t`That wasn’t kept`, p.message);
    }
    repaint();
  }

  const asks = all.items.filter((one) => one.state === 'asks').length;
  return () => html`<div class="choices"><label><input type="checkbox" id="take-conversations" .checked=${wanted} @change=${turn}><span>Others may ask me for a private
    conversation<span class="hint">Nobody can write to you before you agree. Only the two of you see it; a moderator reads what is reported, or held by the
    checks.</span></span></label></div>
    ${asks ? html`<p class="note">Somebody would like to talk with you</p>` : nothing}<p><a href="/conversations.html">Your conversations</a></p>`;
}
