// What moderators do with a whole conversation: keep it at the top, close it to replies, move it to another group.
import { announce, api, html, nothing } from './hearth.js';
import { dialog, tell } from './dialog.js';
import { formStyles } from './form.js';

const said = { pin: 'It stays at the top of its group now.', unpin: 'It isn’t kept at the top any more.',
  lock: 'It takes no replies now.', unlock: 'It takes replies again.', move: 'It is moved.' };

/** The tools' template, as a function. thread() gives the conversation, changed(thread) takes what became of it. */
export function threadTools(thread, changed) {
  formStyles();

  async function change(action, more = {}) {
    try {
      changed((await api.post(`/api/moderation/threads/${encodeURIComponent(thread().id)}/changes`, { action, ...more })).thread);
      announce(said[action]);
    } catch (p) {
      await tell('That didn’t work', p.errors?.[0]?.detail ?? p.message);
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
    await withReason('move', 'Move this conversation', 'Move it', items.filter((g) => g.id !== thread().groupId));
  }

  const button = (label, work) => html`<button type="button" class="quiet" @click=${work}>${label}</button>`;

  return () => html`<div class="controls" role="group" aria-label="For moderators">
    ${thread().pinned ? button('Don’t keep at the top', () => change('unpin')) : button('Keep at the top', () => change('pin'))}
    ${thread().locked ? button('Open to replies', () => change('unlock'))
    : button('Close to replies', () => withReason('lock', 'Close to new replies', 'Close it'))}
    ${button('Move to another group', () => move().catch((p) => tell('That didn’t work', p.message)))}</div>`;
}
