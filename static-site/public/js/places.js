// How far this browser has read, kept on the device and sent to the server many threads at once: a write for every conversation
// that is opened would cost more than all the posts.
import { api, kept } from './hearth.js';

const shelf = 'hearth.read';
const atOnce = 25; // threads that are gathered before they are sent
const longest = 7 * 24 * 60 * 60 * 1000; // and how long the first of them waits at the most, for whoever reads little

/** What waits: whose it is, since when, and how far they read, by thread. */
function waiting(memberId) {
  try {
    const all = JSON.parse(kept.get(shelf));
    if (all.member === memberId) return all;
  } catch { /* none, or unreadable: start afresh */ }
  return { member: memberId, since: Date.now(), read: {} };
}

/** How far a member has read a thread, as far as this browser knows: {readTo, lastActivityAt}, or nothing. */
export const placeIn = (memberId, threadId) => waiting(memberId).read[threadId];

/** Sends what waits. What is not taken waits on. */
export async function sendPlaces(memberId) {
  const { read } = waiting(memberId);
  if (!Object.keys(read).length) return;
  await api.put('/api/me/read', { read });
  kept.drop(shelf);
}

/** Remembers that a member has read a thread up to its last post that is there. */
export function keepPlace(memberId, thread, readTo) {
  const all = waiting(memberId);
  all.read[thread.id] = { readTo, lastActivityAt: thread.lastActivityAt };
  kept.set(shelf, JSON.stringify(all));
  if (Object.keys(all.read).length >= atOnce || Date.now() - all.since > longest) sendPlaces(memberId).catch(() => {});
}

export const forgetPlaces = () => kept.drop(shelf);
