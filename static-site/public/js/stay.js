// How long an invitation lets somebody stay, in a sentence.
import { html, many, t, when } from './hearth.js';

export const stayWords = (stay) => (stay.until ? html`You can stay until ${when(stay.until, true)}. You can ask to stay for longer.`
  : stay.days ? many(stay.days, 'You can stay for one day from the day you come in. You can ask to stay for longer.',
    'You can stay for {n} days from the day you come in. You can ask to stay for longer.')
    : t`You can stay for as long as you like.`);

/** A day out of a date field, to its very end where one is. */
export const endOf = (day) => new Date(`${day}T23:59:59`).toISOString();

export const dayIn = (days) => {
  const at = new Date(Date.now() + days * 864e5);
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`;
};
