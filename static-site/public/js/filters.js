// What somebody would rather not meet: labels, conversations and people. It belongs to the account; the device has a copy.
import { api, html, kept } from './hearth.js';

const shelf = 'hearth.filters';

export function filters() {
  try { return { labels: {}, muted: {}, hidden: {}, ...JSON.parse(kept.get(shelf) ?? '{}') }; } catch { return { labels: {}, muted: {}, hidden: {} }; }
}

/** Changes them, for every device. Throws a Problem when that can't be kept; then nothing is changed. */
export async function change(work) {
  const now = filters();
  work(now);
  await api.patch('/api/me/preferences', now);
  const any = [now.labels, now.muted, now.hidden].some((part) => Object.keys(part).length);
  if (any) kept.set(shelf, JSON.stringify(now)); else kept.drop(shelf);
}

/** What a feed's address says of it: a feed can't fold away, so that all filtered labels are left out. */
export function without() {
  const labels = Object.keys(filters().labels);
  return labels.length ? `?without=${labels.map(encodeURIComponent).join(',')}` : '';
}

/** The conversations that are to be listed: row(thread) draws one; a collapsed one opens when somebody wants it. */
export function listed(threads, row) {
  const { labels, muted, hidden } = filters();
  return threads
    .filter((one) => !(one.id in hidden) && !(one.author.id in muted) && !one.labels.some((label) => labels[label] === 'hide'))
    .map((one) => {
      const met = one.labels.filter((label) => labels[label] === 'collapse');
      return met.length ? html`<li><details><summary>A conversation about ${met.join(', ')}</summary><ul class="threads">${row(one)}</ul></details></li>`
        : row(one);
    });
}

/** A post by somebody who is muted opens when it is wanted. */
export const veiled = (post, view) => (post.author.id in filters().muted
  ? html`<details><summary>A post by somebody you muted</summary>${view}</details>` : view);
