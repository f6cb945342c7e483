// A member, as other members see them: little, on purpose. Moderators see what they need to decide, and can.
import { announce, api, enter, html, locale, nothing, page, paint, query, roleName, t, trouble, when, words } from './hearth.js';

const id = query('id');
let member = null;
let me = null;
let known = null; // what moderators know of the member
let sanction = null;
let greeter = null;
let talk = null; // asking for a conversation between two, where there are any
let decided = false;

const staff = () => ['moderator', 'lead'].includes(me.role);

async function load() {
  known = await api.get(`/api/moderation/members/${encodeURIComponent(id)}`);
}

const recent = (post) => html`<li><article class="post"><header class="by"><span>${post.status}</span>
  <a href="${page('/thread.html', { id: post.threadId })}#post-${post.id}">${when(post.createdAt)}</a></header>
  ${words(post.text)}</article></li>`;

async function moderatorsPart() {
  const [{ decisionForm }, { actions, standingWords }, { items: rules }] = await Promise.all([import('./decide.js'),
    import('./risk.js'), api.get('/api/moderation/rules'), load()]);
  const decision = decisionForm({
    fits: () => [...(known.standing.state === 'active' ? [] : ['restore']), 'warn', 'mute', 'suspend', 'ban'],
    name: (action) => (action === 'restore' ? t`Lift the sanction` : undefined),
    text: () => '',
    person: member.name,
    rules,
  }, async (values) => {
    await api.post(`/api/moderation/members/${encodeURIComponent(id)}/sanctions`, values);
    await load();
    decided = true;
    announce(t`Your decision is saved. The member is told.`);
  }, show);
  const { memberNotes } = await import('./member-notes.js');
  const notes = memberNotes(id, me, () => known.notes ?? [], (kept) => { known.notes = kept; }, show);
  sanction = () => html`
    <section aria-labelledby="known"><h2 id="known">For moderators</h2>
      <dl class="facts"><dt>Joined</dt><dd>${when(known.joinedAt)}</dd><dt>Published posts</dt><dd>${known.publishedCount}</dd>
        <dt>Standing</dt><dd>${standingWords[known.standing.state]}${known.standing.until ? html` until
          ${when(known.standing.until, true)}` : nothing}</dd></dl></section>
    <section aria-labelledby="earlier"><h2 id="earlier">Decisions</h2>
      ${known.decisions.length ? html`<ul>${known.decisions.map((d) =>
        html`<li>${actions[d.action]?.[0] ?? d.action}, ${when(d.at)}: ${d.reason}
        <a class="small" href=${page('/case.html', { id: d.caseId })}>Case</a></li>`)}</ul>` : html`<p class="soft">None so
          far.</p>`}</section>
    ${known.role ? nothing : decided ? html`<p class="note warm">Your decision is saved. The member is told.</p>` : decision()}
    ${notes()}
    <section aria-labelledby="recent"><h2 id="recent">Recent posts</h2>
      ${known.posts.length ? html`<ol class="posts near">${known.posts.map(recent)}</ol>` : html`<p class="soft">None.</p>`}</section>`;
}

async function mute() {
  const { change } = await import('./filters.js');
  try {
    await change((now) => { now.muted[id] = ''; });
    announce(t`You won’t meet ${member.name}’s posts unless you open them. Your account page brings them back.`);
  } catch (p) { await (await import('./dialog.js')).tell(t`That wasn’t kept`, p.message); }
}

function show() {
  const [year, month] = member.joined.split('-').map(Number);
  const joined = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' }).format(new Date(year, month - 1));
  paint(html`<h1 dir="auto">${member.name}</h1>
    <p class="meta">${roleName(member.role) ? html`<span class="tag">${roleName(member.role)}</span>` : nothing}<span>Joined in
      ${joined}</span></p>
    <div class="controls">${me.id === member.id ? html`<a class="quiet" href="/account.html">This is you. Your account</a>`
    : html`<a class="quiet" href=${page('/report.html', { member: id })}>Report this member</a>
      <button type="button" class="quiet" @click=${mute}>Mute</button>${talk?.() ?? nothing}`}${greeter?.() ?? nothing}</div>
    ${sanction?.() ?? nothing}`, member.name);
}

// Leads and admins appoint those who offered to greet.
async function greeting() {
  const { items } = await api.get('/api/moderation/greeters');
  let greets = items.some((one) => one.id === id);
  const turn = async () => {
    try {
      const path = `/api/moderation/greeters/${encodeURIComponent(id)}`;
      await (greets ? api.delete(path) : api.put(path));
      greets = !greets;
      announce(greets ? t`${member.name} sees who waits for a first reply.` : t`${member.name} doesn’t greet any more.`);
    } catch (p) { await (await import('./dialog.js')).tell(t`That didn’t work`, p.message); }
    show();
  };
  greeter = () => html`<button type="button" class="quiet" aria-pressed=${greets ? 'true' : 'false'} @click=${turn}>Greeter</button>`;
}

try {
  me = await enter();
  member = await api.get(`/api/members/${encodeURIComponent(id)}`);
  show();
  if (me.id !== member.id && member.takesConversations) {
    talk = await (await import('./conversation-ask.js')).asking(member, show);
    show();
  }
  if (['lead', 'admin'].includes(me.role)) {
    await greeting();
    show();
  }
  if (staff() && me.id !== member.id) {
    await moderatorsPart();
    show();
  }
} catch (p) {
  trouble(p);
}
