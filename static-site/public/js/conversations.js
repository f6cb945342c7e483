// Conversations between two: who would like one, who has one, and what holds there. Leads and admins turn them on for everybody.
import { announce, api, enter, html, nothing, page, paint, t, trouble, when } from './hearth.js';
import { ask, tell } from './dialog.js';

let me = null;
let all = null;
const runs = () => ['lead', 'admin'].includes(me.role);

async function step(one, name, said) {
  try {
    const now = await api.put(`/api/me/conversations/${encodeURIComponent(one.with.id)}`, { step: name });
    if (now.state === 'open' && name === 'agree') {
      // The gateway remembers for a moment what one could open before; asking anew brings the key along.
      await api.get('/api/me/conversations');
      location.assign(page('/thread.html', { id: now.threadId }));
      return;
    }
    all = await api.get('/api/me/conversations');
    announce(said);
    show();
    document.querySelector('h1').focus();
  } catch (p) { await tell(t`That didn’t work`, p.message); }
}

async function allow(on) {
  if (!on && !await ask(t`Turn private conversations off?`, t`Nobody can ask or write any more. What was said can still be read, reported and closed.`, t`Turn them off`)) return;
  try {
    ({ on: all.on } = await api.put('/api/moderation/conversations', { on }));
    announce(on ? t`Turned on. Each member decides for themselves.` : t`Turned off.`);
  } catch (p) { await tell(t`That didn’t work`, p.message); }
  show();
}

const person = (one) => (one.with.id ? html`<a href=${page('/member.html', { id: one.with.id })} dir="auto">${one.with.name}</a>` : html`<span dir="auto">${one.with.name}</span>`);

const entry = {
  asks: (one) => html`<p>${person(one)} would like to talk with you, ${when(one.since)}.</p>
    <p class="row"><button type="button" @click=${() => step(one, 'agree')}>Agree<span class="sr"> to talk with ${one.with.name}</span></button>
      <button type="button" class="plain" @click=${() => step(one, 'decline', t`Not now, then. Nobody is told.`)}>Not now<span class="sr">, ${one.with.name}</span></button></p>
    <p class="soft small">They aren’t told if you say “not now”, or nothing. <a href=${page('/report.html', { member: one.with.id })}>Report ${one.with.name}</a></p>`,
  open: (one) => html`<p><a href=${page('/thread.html', { id: one.threadId })}>With <span dir="auto">${one.with.name}</span></a></p>
    <p class="meta"><span>Since ${when(one.since)}</span></p>`,
  asked: (one) => html`<p>You asked ${person(one)}, ${when(one.since)}. If it’s a yes, it opens here. If you hear nothing, take it as “not now”.</p>`,
  closed: (one) => html`<p><a href=${page('/thread.html', { id: one.threadId })}>With <span dir="auto">${one.with.name}</span></a></p>
    <p class="meta"><span>Closed. You can read and report it until ${when(one.readableUntil)}</span></p>`,
};

const rules = () => html`<section aria-labelledby="rules" class="flow"><h2 id="rules">What holds here</h2><ul>
  <li>You can only write to somebody who has agreed. Asking takes no words; it’s on each member’s page.</li>
  <li>Only the two of you see what you write. Every message is checked like any post. A moderator reads one that the checks hold, or that one of you reports, with up
    to three messages before it.</li>
  <li>Either of you can close it, at any time and without a reason. The other can’t ask again.</li>
  <li>Nobody has to. The same person can be asked twice, a month apart, and three people a day.</li>
  <li>People who are new here can be asked, and can ask once a few of their posts are out.</li></ul></section>`;

const setting = () => html`<section aria-labelledby="everybody" class="flow"><h2 id="everybody">For the whole community</h2>
  <p>${all.on ? t`Private conversations are on. Each member decides whether to be asked.` : t`Private conversations are off. Nobody sees that there could be any.`}</p>
  <p>Moderators read only what is reported or held. Think about whether you have people to look after what is said where nobody else listens.</p>
  <p><button type="button" class="plain" @click=${() => allow(!all.on)}>${all.on ? t`Turn them off` : t`Turn them on`}</button></p></section>`;

function show() {
  paint(html`<h1 tabindex="-1">Private conversations</h1>
    ${all.on || all.items.length ? html`${all.on ? nothing : html`<p class="note warm">Private conversations are off here just now. You can read what was said, and close it.</p>`}
      ${!all.on || all.taking ? nothing : html`<p class="note">You have them turned off for yourself, so nobody can ask you. <a href="/account.html#conversations">Your account
        page</a> turns them on.</p>`}
      ${all.on && all.taking && all.newcomer ? html`<p class="note">You are new here: others can ask you, and you can ask once a few of your posts are out.</p>` : nothing}
      ${all.items.length ? html`<ul class="mine">${all.items.map((one) => html`<li>${entry[one.state](one)}</li>`)}</ul>`
      : html`<div class="empty"><h2>None yet</h2><p>A member’s page has a button to ask, if they would like to be asked.</p></div>`}${rules()}`
    : html`<p>This community has no private conversations. What is said here is said in groups.</p>`}
    ${runs() ? setting() : nothing}`, t`Private conversations`);
}

try {
  me = await enter();
  all = await api.get('/api/me/conversations');
  show();
} catch (p) {
  trouble(p);
}
