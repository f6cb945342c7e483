// How a case's risk, clock and claim are put into words; colour is never alone.
import { html, nothing, span, t, when } from './hearth.js';

const words = { crisis: t`Crisis`, red: t`Red`, amber: t`Amber`, green: t`Green` };
const meaning = { crisis: t`somebody may be in danger now`, red: t`serious`, amber: t`needs a look`, green: t`nothing found` };

export const risk = (grade) => html`<span class="risk ${grade}"><span class="sign"
  aria-hidden="true"></span>${words[grade] ?? grade}<span class="sr">, ${meaning[grade] ?? ''}</span></span>`;

export const heavy = (grade) => grade === 'crisis' || grade === 'red';

export function clock(item) {
  const past = (Date.now() - new Date(item.dueAt)) / 60_000;
  if (item.state === 'closed') return html`<span>Closed</span>`;
  if (item.state === 'follow-up') return item.followUp.breached ? html`<span class="late">Ask after them was due ${when(item.followUp.dueAt, true)}</span>`
    : html`<span>Ask after them by ${when(item.followUp.dueAt, true)}</span>`;
  if (item.breached || past > 0) return html`<span class="late">Past its target by ${span(Math.max(past, 1))}</span>`;
  return html`<span>Target: ${when(item.dueAt)}</span>`;
}

export const age = (iso) => html`<span>Waiting for ${span((Date.now() - new Date(iso)) / 60_000)}</span>`;

export function claimWords(claim) {
  if (!claim) return t`Unclaimed`;
  return claim.mine ? html`Yours until ${when(claim.until)}` : html`With ${claim.by.name} until ${when(claim.until)}`;
}

export const standingWords = { active: t`In good standing`, muted: t`Muted`, suspended: t`Suspended`, banned: t`Banned` };

/** What to call a case whose post has no title. */
export const named = ({ kind, author }) => (author ? t`${kindName[kind]} by ${author.name}` : kindName[kind]);

export const kindName = { post: t`Post`, member: t`Member`, complaint: t`Complaint`, drill: t`Practice` };
export const actions = {
  approve: [t`Approve`, t`Others can see it.`],
  redact: [t`Edit and publish`, t`Take out what can’t stay, and publish the rest.`],
  hide: [t`Hide`, t`Out of sight for now, while you find out more.`],
  remove: [t`Remove`, t`It breaks the rules and stays away.`],
  restore: [t`Put back`, t`Undo an earlier decision; others see it again.`],
  warn: [t`Warn the author`, t`A note on their account. The post stays as it is.`],
  mute: [t`Mute the author`, t`They can read, but not post, until a time you choose.`],
  suspend: [t`Suspend the author`, t`They can’t use Hearth until a time you choose.`],
  ban: [t`Ban the author`, t`They can’t use Hearth any more.`],
  escalate: [t`Pass to the safeguarding lead`, t`The lead is told at once. The post stays held.`],
  close: [t`Close without action`, t`Nothing needs doing.`],
};
