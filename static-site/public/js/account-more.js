// The rest of the account page: what is rarely wanted, each part from a module of its own.
import { api, html, t } from './hearth.js';

const parts = [
  ['reported', t`What you reported`, () => import('./reported.js').then((m) => m.reportedPart)],
  ['following', t`What you follow`, () => import('./following.js').then((m) => m.followingPart)],
  ['access', t`Groups by invitation`, () => import('./access-part.js').then((m) => (repaint) => m.accessPart(repaint))],
  ['conversations', t`Private conversations`, () => import('./conversations-part.js').then((m) => m.conversationsPart)],
  ['filters', t`What you would rather not meet`, () => import('./filters-part.js').then((m) => m.filtersPart)],
  ['mail', t`Notes by e-mail`, () => import('./mail-part.js').then((m) => m.mailPart)],
  ['resting', t`Taking a break`, () => import('./resting.js').then((m) => m.restingPart)],
  ['erasing', t`Being forgotten`, () => import('./erasure.js').then((m) => m.erasurePart)],
];

/** The sections, as { parts: their ids and titles, view }. One that can't be loaded is left out and does not take the others with it. */
export async function more(me, repaint) {
  const chosen = await api.get('/api/me/preferences');
  const loaded = await Promise.all(parts.map(async ([id, title, load]) => {
    try {
      const view = await (await load())(repaint, me, chosen);
      return view && { id, title, view };
    } catch { return null; }
  }));
  const made = loaded.filter(Boolean);
  return { parts: made, view: () => made.map((part) => html`<section aria-labelledby=${part.id} class="flow"><h2
    id=${part.id} tabindex="-1">${part.title}</h2>${part.view()}</section>`) };
}
