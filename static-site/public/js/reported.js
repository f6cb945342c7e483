// What somebody reported, and what came of it. It waits for its reader: nothing is pushed at them.
import { api, html, kept, nothing } from './hearth.js';
import { told } from './told.js';

const seen = 'hearth.told';

/** The section's template, as a function. */
export async function reportedPart() {
  const { items } = await api.get('/api/me/reports');
  const before = kept.get(seen) ?? '';
  const last = items.map((report) => report.decidedAt ?? '').sort().at(-1);
  if (last > before) kept.set(seen, last);
  return () => (items.length ? html`<ul class="mine">${items.map((report) => html`<li>${report.decidedAt > before ? html`<p class="first">New</p>`
    : nothing}${told(report)}</li>`)}</ul>` : html`<p class="soft">You haven’t reported anything.</p>`);
}
