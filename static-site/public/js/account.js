// What is yours: your posts and what became of them, decisions and appeals, your data, the way out.
import { announce, api, enter, html, kept, nothing, page, paint, query, standing, t, tab, trouble, when,
  words } from './hearth.js';
import { ask, tell } from './dialog.js';
import { field, length, room, sendButton, sending, summary } from './form.js';
import { draftsOnThisDevice } from './write.js';

const cursor = query('cursor');
let me = null;
let more = null; // what is rarely wanted, loaded after the rest
let posts = { items: [] };
let appealing = null; // { decisionId, note, form }

const done = {
  approve: t`Published by a moderator`, redact: t`Changed by a moderator, and others can see it`, hide: t`Hidden by a moderator`,
    remove: t`Removed by a moderator`,
  restore: t`Put back by a moderator`, warn: t`A warning from a moderator`, mute: t`You can’t post for a while`,
    suspend: t`Your account is paused`, ban: t`Your account is closed`,
  escalate: t`Passed on to the safeguarding lead`, close: t`Looked at by a moderator`,
};
const appealWords = { open: t`You asked for a second look. Another moderator will decide.`,
  replaced: t`A second moderator looked and made a stricter decision. It takes the place of the first.`,
  upheld: t`A second moderator looked and kept the decision.`, overturned: t`A second moderator looked and changed the decision.` };
const ruleNames = {
  'be-kind': t`Be kind`, 'no-methods': t`No details of how people harm themselves`, 'no-personal-data': t`Protect who you are`,
    'no-selling': t`No selling`,
  'no-medical-instruction': t`Your own story, not medical advice`, 'on-topic': t`Stay with what the group is for`,
    safeguarding: t`Keep people safe`,
};
const stateWords = { published: t`Others can see it`, redacted: t`Others can see it`, hidden: t`Hidden from others`,
  removed: t`Removed` };

function decision(d) {
  return html`<div class="note"><h4>${done[d.action] ?? t`Decided by a moderator`}</h4>
    <p>${d.reason}</p>
    <p class="soft small">Rule: <a href="/rules.html#${d.rule}">${ruleNames[d.rule] ?? d.rule}</a>. Decided ${when(d.at)}.
      ${d.automatic ? t`An automatic check was part of this.` : ''}</p>
    ${d.reply ? html`<div class="note warm"><h5>A moderator writes to you</h5>${words(d.reply)}</div>` : nothing}
    ${d.appeal ? html`<p>${appealWords[d.appeal.state]}</p>` : nothing}${d.appealable && appealing?.decisionId !== d.id ? html`<p><button type="button" class="plain" @click=${() => begin(d.id)}>Ask
      for a second look</button></p>` : nothing}
    ${appealing?.decisionId === d.id ? appealForm() : nothing}</div>`;
}

function begin(decisionId) {
  appealing = { decisionId, note: '', form: sending(show) };
  show();
  document.getElementById('note').focus();
}

const appealForm = () => html`<form class="write" novalidate @submit=${appeal}>${summary(appealing.form.problem)}
  ${field('note', t`What should the second moderator know? (You can leave this empty)`, { problem: appealing.form.problem,
    hint: t`Somebody who didn’t make this decision will look.`, extra: room(appealing.note, 2000),
    control: (a) => html`<textarea id=${a.id} rows="4" dir="auto" .value=${appealing.note} aria-describedby=${a.about}
      aria-invalid=${a.invalid}
      @input=${(e) => { appealing.note = e.target.value; show(); }}></textarea>` })}
  <div class="row">${sendButton(appealing.form, t`Ask for a second look`)}<button type="button" class="plain"
    @click=${() => { appealing = null; show(); }}>Not now</button></div></form>`;

async function appeal(event) {
  const { decisionId, form } = appealing;
  await form.run(event, () => (length(appealing.note) > 2000 ? [{ field: 'note',
    detail: t`Please keep it under 2,000 characters.` }] : []), async () => {
    const answer = await api.post('/api/appeals', { decisionId, note: appealing.note.trim() }, `appeal-${decisionId}`);
    const told = [me.decision, ...posts.items.map((p) => p.decision)].filter((d) => d?.id === decisionId);
    for (const d of told) d.appeal = { state: answer.state, at: new Date().toISOString() };
    appealing = null;
    announce(t`Sent. Another moderator will look at it.`);
  });
}

function mine(post) {
  return html`<li><h3 dir="auto"><a href="${page('/thread.html',
    { id: post.threadId })}#post-${post.id}">${post.betweenTwo ? t`A conversation between two` : post.threadTitle}</a></h3>
    <p class="meta">${post.betweenTwo ? nothing : html`<span>${post.groupName}</span>`}<span>${when(post.createdAt)}</span>${stateWords[post.status]
      ? html`<span>${post.betweenTwo && /published|redacted/.test(post.status) ? t`Only the two of you see it` : stateWords[post.status]}</span>`
      : nothing}</p>
    <p class="clip" dir="auto">${post.text}</p>
    ${stateWords[post.status] ? nothing : html`<p class="note warm">${standing(post)}</p>`}
    ${post.threadNote ? html`<p class="note">${post.threadNote.action === 'lock' ? t`A moderator closed this conversation to new replies.`
      : t`A moderator moved this conversation to another group.`} <span dir="auto">${post.threadNote.reason}</span></p>` : nothing}
    ${post.decision ? decision(post.decision) : nothing}</li>`;
}

function drafts() {
  const found = draftsOnThisDevice().filter((d) => /^(thread|reply)\./.test(d.name));
  if (!found.length) return nothing;
  const place = (d) => (d.name.startsWith('thread.') ? page('/compose.html', { group: d.name.slice(7) }) : page('/thread.html',
    { id: d.name.slice(6) }));
  return html`<section aria-labelledby="drafts"><h2 id="drafts">Drafts on this device</h2>
    <ul class="mine">${found.map((d) => html`<li><p class="clip" dir="auto">${d.title || d.text}</p><p><a
      href="${place(d)}#reply">Go on writing</a></p></li>`)}</ul></section>`;
}

const stateOf = () => ({
  muted: t`You can read, but not post`, suspended: t`Your account is paused`, banned: t`Your account is closed`,
})[me.standing?.state];

async function download() {
  const everything = new Blob([JSON.stringify(await api.get('/api/me/export'), null, 2)], { type: 'application/json' });
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(everything),
    download: 'my-hearth-data.json' });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  announce(t`Your data is saved in your downloads.`);
}

async function signOut() {
  if (draftsOnThisDevice().length && !await ask(t`Sign out?`,
    t`You have a draft on this device. Signing out clears it, so that nobody else finds it here.`, t`Sign out`, t`Stay`)) return;
  const { forgetPlaces, sendPlaces } = await import('./places.js');
  await sendPlaces(me.id).catch(() => {});
  try { await api.delete('/api/session'); } catch (p) {
    await tell(t`You’re still signed in`, p.message);
    return;
  }
  forgetPlaces();
  draftsOnThisDevice().forEach((d) => d.clear());
  kept.drop('hearth.filters');
  kept.drop('hearth.told');
  tab.clear();
  location.replace('/');
}

let renaming = null; // { name, form }
const rename = (event) => renaming.form.run(event, () => (renaming.name.trim() ? [] : [{ field: 'name',
  detail: t`Choose a name.` }]), async () => {
  me = { ...me, ...await api.put('/api/me', { name: renaming.name.trim() }) };
  renaming = null;
  announce(t`You are now ${me.name}.`);
});

function startRenaming() {
  renaming = { name: me.name, form: sending(show) };
  show();
  document.getElementById('name').focus();
}

// The parts below come after the page, so that its own way to an address with a # has passed by then.
function goTo(id) {
  const part = document.getElementById(id);
  part?.scrollIntoView();
  part?.focus({ preventScroll: true });
}

function show() {
  paint(html`<h1>Your account</h1>
    ${stateOf() ? html`<div class="note warm"><p>${stateOf()}${me.standing.until ? html` until ${when(me.standing.until)}`
      : nothing}. You can ask for a second look at the decision.</p></div>` : nothing}
    <dl class="facts"><dt>Name in Hearth</dt><dd dir="auto">${me.name}</dd><dt>Joined</dt><dd>${when(me.joinedAt)}</dd></dl>
    ${renaming ? html`<form class="write" novalidate @submit=${rename}>${summary(renaming.form.problem)}
      ${field('name', t`New name`, { problem: renaming.form.problem,
        hint: t`Posts that you have already written keep the name they carry.`,
        control: (a) => html`<input id=${a.id} class="short" autocomplete="off" dir="auto" .value=${renaming.name}
          aria-describedby=${a.about} aria-invalid=${a.invalid} @input=${(e) => { renaming.name = e.target.value; }}>` })}
      <div class="row">${sendButton(renaming.form, t`Change name`, t`Changing…`)}<button type="button" class="plain"
        @click=${() => { renaming = null; show(); }}>Cancel</button></div></form>`
    : html`<p class="controls"><button type="button" class="quiet" @click=${startRenaming}>Change name</button>
        <button type="button" class="quiet" @click=${() => download().catch((p) => tell(t`That didn’t work`, p.message))}>Download
          my data</button>
        <button type="button" class="quiet" @click=${signOut}>Sign out</button></p>`}
    ${more ? html`<nav class="parts" aria-label="On this page"><ul>${more.parts.map(({ id, title }) => html`<li><a href="#${id}"
      @click=${(e) => { e.preventDefault(); goTo(id); }}>${title}</a></li>`)}</ul></nav>` : nothing}
    ${me.decision ? decision(me.decision) : nothing}
    ${me.newcomer ? html`<p class="note">Your first posts wait for a moderator. That helps to keep everybody safe, and it stops
      after a few.</p>` : nothing}
    ${drafts()}
    <section aria-labelledby="posts"><h2 id="posts">Your posts</h2>
      ${posts.items.length ? html`<ol class="mine">${posts.items.map(mine)}</ol>`
      : html`<p class="soft">${cursor ? t`There are no older posts.`
        : t`You haven’t posted yet. Reading is taking part, too.`}</p>`}
      ${cursor || posts.nextCursor ? html`<nav class="turn" aria-label="More of your posts">${cursor ? html`<a
        href="/account.html">Newest posts</a>` : nothing}
        ${posts.nextCursor ? html`<a href=${page('/account.html', { cursor: posts.nextCursor })}>Older posts</a>`
          : nothing}</nav>` : nothing}</section>
    ${more?.view() ?? nothing}`, t`Your account`);
}

try {
  await enter();
  const at = cursor ? `?cursor=${encodeURIComponent(cursor)}` : '';
  [me, posts] = await Promise.all([api.get('/api/me'), api.get(`/api/me/posts${at}`)]);
  show();
  more = await (await import('./account-more.js')).more(me, show);
  show();
  if (location.hash) goTo(location.hash.slice(1));
} catch (p) {
  trouble(p);
}
