// Asking who wrote an anonymous post: only with a reason, which is kept.
import { api, html, t } from './hearth.js';
import { dialog, tell } from './dialog.js';

/** Asks for the reason, then tells who it is: told({ id, name }). */
export async function unmask(caseId, told) {
  let reason = '';
  const answer = await dialog(() => html`<h2 id="dialog-title">Why do you need to know who this is?</h2>
    <p>Somebody wanted to stay unknown. Your reason is kept in the case and in the log.</p>
    <div class="field"><label for="unmask-reason">Your reason</label><textarea id="unmask-reason" rows="3"
      dir="auto" required @input=${(e) => { reason = e.target.value; }}></textarea></div>
    <p class="row"><button value="yes">Show who it is</button><button value=""
      class="plain" formnovalidate>Leave it</button></p>`).closed;
  if (answer !== 'yes' || !reason.trim()) return;
  try {
    told((await api.post(`/api/moderation/cases/${encodeURIComponent(caseId)}/unmasking`, { reason })).author);
  } catch (p) {
    await tell(t`That didn’t work`, p.message);
  }
}
