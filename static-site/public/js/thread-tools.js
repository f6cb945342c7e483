// What moderators do with a whole conversation: keep it at the top, close it to replies, move it to another group.
import { announce, api, html, nothing, t } from './hearth.js';
import { dialog, tell } from './dialog.js';
import { formStyles } from './form.js';

const said = { pin: t`It stays at the top of its group now.`, unpin: t`It isn’t kept at the top any more.`,
  lock: t`It takes no replies now.`, unlock: t`It takes replies again.`, move: t`It is moved.` };

/** The tools' template, as a function. thread() gives the conversation, changed(thread) takes what became of it. */
export function threadTools(thread, changed) {
  formStyles();

  async function change(action, more = {}) {
    try {
      changed((await api.post(`/api/moderation/threads/${encodeURIComponent(thread().id)}/changes`, { action, ...more })).thread);
      announce(said[action]);
    } catch (p) {
      await tell(t`That didn’t work`, p.errors?.[0]?.detail ?? p.message);
    }
  }

  async function withReason(action, title, button, groups) {
    let reason = '';
    let groupId = '';
    const answer = await dialog(() => html`<h2 id="dialog-title">${title}</h2>
      ${groups ? html`<div class="field"><label for="to-group">To which group?</label><select id="to-group" required
        @change=${(e) => { groupId = e.target.value; }}><option value="">Choose…</option>${groups.map((g) => html`<option
          value=${g.id}>${g.name}</option>`)}</select><p class="hint">Only to where nobody reads it for whom it wasn’t written.</p></div>` : nothing}
      <div class="field"><label for="thread-reason">Why?</label><p class="hint" id="thread-reason-hint">Everybody who reads the conversation
        reads this.</p><textarea id="thread-reason" rows="3" dir="auto" required maxlength="2000" aria-describedby="thread-reason-hint"
        @input=${(e) => { reason = e.target.value; }}></textarea></div>
      <p class="row"><button value="yes">${button}</button><button value="" class="plain" formnovalidate>Leave it</button></p>`).closed;
    if (answer === 'yes') await change(action, { reason: reason.trim(), ...(groups && { groupId }) });
  }

  async function move() {
    const { items } = await api.get('/api/groups');
    await withReason('move', t`Move this conversation`, t`Move it`, items.filter((g) => g.id !== thread().groupId));
  }

  const button = (label, work) => html`<button type="button" class="quiet" @click=${work}>${label}</button>`;

  return () => html`<div class="controls" role="group" aria-label="For moderators">
    ${thread().pinned ? button(t`Don’t keep at the top`, () => change('unpin')) : button(t`Keep at the top`, () => change('pin'))}
    ${thread().locked ? button(t`Open to replies`, () => change('unlock'))
    : button(t`Close to replies`, () => withReason('lock', t`Close to new replies`, t`Close it`))}
    ${button(t`Move to another group`, () => move().catch((p) => tell(t`That didn’t work`, p.message)))}</div>`;
}
