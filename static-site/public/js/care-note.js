// What somebody sees above the queue when they have read enough for one shift.
import { html, many, nothing, t, when } from './hearth.js';

export const careNote = ({ care, leftToOthers }) => html`<p class="note warm">${care.restUntil
  ? html`<b>You’re having a rest until ${when(care.restUntil)}.</b> ${care.others ? t`Somebody else looks after the queue.`
    : t`Nobody else is here, so a crisis can still be claimed. The lead has been told.`}`
  : care.others ? html`<b>You have read enough that is hard to read.</b> ${leftToOthers ? many(leftToOthers,
    'One hard case on this page is left to somebody else.', '{n} hard cases on this page are left to somebody else.') : nothing}
    The lighter ones are yours.`
  : html`<b>You have read enough that is hard to read,</b> and nobody else is here. The lead has been told, and asked to find somebody.`}
  <a href="/care.html">Looking after yourself</a></p>`;
