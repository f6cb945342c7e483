// How a case's risk, clock and claim are put into words; colour is never alone.
import { html, nothing, span, when } from './hearth.js';

const words = { crisis: 'Crisis', red: 'Red', amber: 'Amber', green: 'Green' };
const meaning = { crisis: 'somebody may be in danger now', red: 'serious', amber: 'needs a look', green: 'nothing found' };

export const risk = (grade) => html`<span class="risk ${grade}"><span class="sign"
  aria-hidden="true"></span>${words[grade] ?? grade}<span class="sr">, ${meaning[grade] ?? ''}</span></span>`;

export const heavy = (grade) => grade === 'crisis' || grade === 'red';

export function clock(item) {
  const past = (Date.now() - new Date(item.dueAt)) / 60_000;
  if (item.state === 'closed') return html`<span>Closed</span>`;
  if (item.state === 'follow-up') return html`<span class=${item.followUp.breached ? 'late' : ''}>Ask after them ${item.followUp.breached ? 'was due' : 'by'} ${when(item.followUp.dueAt, true)}</span>`;
  if (item.breached || past > 0) return html`<span class="late">Past its target by ${span(Math.max(past, 1))}</span>`;
  return html`<span>Target: ${when(item.dueAt)}</span>`;
}

export const age = (iso) => html`<span>Waiting for ${span((Date.now() - new Date(iso)) / 60_000)}</span>`;

export function claimWords(claim) {
  if (!claim) return 'Unclaimed';
  return claim.mine ? html`Yours until ${when(claim.until)}` : html`With ${claim.by.name} until ${when(claim.until)}`;
}

export const standingWords = { active: 'In good standing', muted: 'Muted', suspended: 'Suspended', banned: 'Banned' };

export const kindName = { post: 'Post', member: 'Member', complaint: 'Complaint', drill: 'Practice' };
export const actions = {
  approve: ['Approve', 'Others can see it.'],
  redact: ['Edit and publish', 'Take out what can’t stay, and publish the rest.'],
  hide: ['Hide', 'Out of sight for now, while you find out more.'],
  remove: ['Remove', 'It breaks the rules and stays away.'],
  restore: ['Put back', 'Undo an earlier decision; others see it again.'],
  warn: ['Warn the author', 'A note on their account. The post stays as it is.'],
  mute: ['Mute the author', 'They can read, but not post, until a time you choose.'],
  suspend: ['Suspend the author', 'They can’t use Hearth until a time you choose.'],
  ban: ['Ban the author', 'They can’t use Hearth any more.'],
  escalate: ['Pass to the safeguarding lead', 'The lead is told at once. The post stays held.'],
  close: ['Close without action', 'Nothing needs doing.'],
};
