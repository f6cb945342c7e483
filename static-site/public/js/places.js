// How far this browser has read, kept on the device and sent to the server many threads at once: a write for every conversation
// that is opened would cost more than all the posts.
import { api, kept } from './hearth.js';

const shelf = 'hearth.read';
const atOnce = 25; // threads that are gathered before they are sent
const longest = 7 * 24 * 60 * 60 * 1000; // and how long the first of them waits at the most, for whoever reads little
const remembered = 100; // threads that the device still knows when the server knows them too

/** What is known of somebody's reading: whose it is, what waits to be sent and since when, and what was sent, by thread. */
function places(memberId) {
  try {
    const all = JSON.parse(kept.get(shelf));
    if (all.member === memberId) return { sent: {}, ...all };
  } catch { /* none, or unreadable: start afresh */ }
  return { member: memberId, since: Date.now(), read: {}, sent: {} };
}

/** How far a member has read a thread, as far as this browser knows: {readTo, lastActivityAt, cursor}, or nothing. */
export function placeIn(memberId, threadId) {
  const { read, sent } = places(memberId);
  return read[threadId] ?? sent[threadId];
}

/** Sends what waits. What is not taken waits on. */
export async function sendPlaces(memberId) {
  const all = places(memberId);
  const read = Object.fromEntries(Object.entries(all.read).map(([id, { readTo, lastActivityAt }]) => [id, { readTo, lastActivityAt }]));
  if (!Object.keys(read).length) return;
  await api.put('/api/me/read', { read });
  const sent = Object.entries({ ...all.sent, ...all.read }).sort(([, a], [, b]) => (a.lastActivityAt < b.lastActivityAt ? 1 : -1)).slice(0, remembered);
  kept.set(shelf, JSON.stringify({ member: memberId, since: Date.now(), read: {}, sent: Object.fromEntries(sent) }));
}

/** Remembers that a member has read a thread up to its last post that is there, on the page of that cursor. */
export function keepPlace(memberId, thread, readTo, cursor) {
  const all = places(memberId);
  if (!Object.keys(all.read).length) all.since = Date.now();
  all.read[thread.id] = { readTo, lastActivityAt: thread.lastActivityAt, ...(cursor && { cursor }) };
  kept.set(shelf, JSON.stringify(all));
  if (Object.keys(all.read).length >= atOnce || Date.now() - all.since > longest) sendPlaces(memberId).catch(() => {});
}

export const forgetPlaces = () => kept.drop(shelf);
