// One case: what was said, why it waits, who wrote it, and the decision.
import { announce, api, enter, html, nothing, page, paint, query, roleName, t, trouble, when, words } from './hearth.js';
import { actions, age, claimWords, clock, heavy, kindName, named, risk, standingWords } from './risk.js';
import { decisionForm } from './decide.js';
import { field, sendButton, sending, summary } from './form.js';

const id = query('id');
const path = `/api/moderation/cases/${encodeURIComponent(id)}`;

let me = null;
let it = null;
let rules = [];
let templates = [];
let whole = false;
let care = null;
let said = null;
let decided = null;

// The matched words, marked: spans may overlap, so the text is cut at every border.
function marked(text, part) {
  const found = it.findings.map((f, i) => ({ ...f, n: i + 1 })).filter((f) => f.part === part && f.end > f.start);
  const cuts = [...new Set([0, text.length, ...found.flatMap((f) => [f.start, f.end])])].filter((c) => c >= 0
    && c <= text.length).sort((a, b) => a - b);
  return cuts.slice(1).map((end, i) => {
    const piece = text.slice(cuts[i], end);
    const here = found.filter((f) => f.start <= cuts[i] && f.end >= end);
    const closing = here.filter((f) => f.end === end);
    return here.length ? html`<mark>${piece}</mark>${closing.map((f) => html`<sup><a href="#finding-${f.n}"
      aria-label="Finding ${f.n}">${f.n}</a></sup>`)}` : piece;
  });
}

function writing() {
  const { snapshot, post } = it;
  if (!snapshot) return nothing;
  const folded = heavy(it.risk) && !whole;
  return html`<section class="said" aria-labelledby="said"><h2 id="said">What was written</h2>
    ${folded ? html`<p class="snippet" dir="auto">${it.snippet}</p>
      <p><button type="button" class="plain" @click=${showWhole}>Show the whole post</button></p>
      <p class="soft small">This one may be hard to read. You can hand it back without giving a reason.</p>`
    : html`<div id="whole" tabindex="-1">${it.findings.some((f) => f.part === 'title') ? html`<h3
      dir="auto">${marked(snapshot.title, 'title')}</h3>` : nothing}
      <div class="words typed" dir="auto">${marked(snapshot.text, 'text')}</div></div>${enough()}`}
    <p class="meta"><span>As it was ${when(snapshot.takenAt)}</span>
      ${post && it.kind !== 'drill' ? html`<span>Now: ${post.status}</span><a href="${page('/thread.html', { id: post.threadId })}#post-${post.id}">In
        its conversation</a>${post.editedAt && post.status !== 'deleted' ? html`<button type="button" class="quiet" @click=${earlier}>Earlier
        versions</button>` : nothing}` : nothing}
</p>
    ${!folded && post?.text && post.text !== snapshot.text ? html`<h3>${post.status === 'redacted' ? t`As others see it now`
      : t`As its author has changed it since`}</h3>${words(post.text)}` : nothing}</section>`;
}

async function earlier() {
  (await import('./history.js')).showHistory(it.post.threadId, it.post.id);
}

// What somebody reads whole counts towards what is enough for one shift.
async function showWhole() {
  whole = true;
  show();
  document.getElementById('whole')?.focus();
  try { care = await api.put(`${path}/reading`); } catch { return; /* It is no reason to keep the words from anybody. */ }
  if (care.spent) show();
}

const enough = () => (!care?.spent ? nothing : html`<p class="note warm">That’s enough that is hard to read for one shift. Finish this one, or hand it
  back. <a href="/care.html">Looking after yourself</a></p>`);

const findings = () => html`<section aria-labelledby="findings"><h2 id="findings">Why it’s here</h2>
  ${it.findings.length ? html`<ol class="findings">${it.findings.map((f, i) => html`<li id="finding-${i + 1}"
    tabindex="-1">${risk(f.grade)} ${f.reason}
      ${f.end > f.start && (!heavy(it.risk) || whole) ? html`<q dir="auto">${(f.part === 'title' ? it.snapshot.title
        : it.snapshot.text)?.slice(f.start, f.end)}</q>` : nothing}
      <span class="soft small">${f.rule}</span></li>`)}</ol>`
  : html`<p class="soft">${it.checkFailed ? t`A check failed, so a person looks.` : it.reasons.length ? it.reasons.join(' · ')
    : t`The checks found nothing. A person looks all the same.`}</p>`}
  ${it.reports.length ? html`<h3>Reports</h3><ul class="bare reports">${it.reports.map((r) =>
    html`<li><p><b>${reasonName[r.reason] ?? r.reason}</b> <span class="soft small">${r.reference}, ${when(r.at)}</span></p>
    ${r.note ? html`<p dir="auto">${r.note}</p>` : nothing}${r.contact ? html`<p class="soft">They can be reached at
      ${r.contact}</p>` : nothing}</li>`)}</ul>` : nothing}</section>`;

const reasonName = { safeguarding: t`Worried about somebody’s safety`, rules: t`Breaks the rules`,
  'personal-data': t`Gives away who somebody is`, spam: t`Advertising or a scam`, other: t`Something else` };

function history() {
  const a = it.authorHistory;
  if (!a) return nothing;
  const state = a.standing?.state ?? a.standing;
  return html`<section aria-labelledby="author"><h2 id="author">The author</h2>
    <dl class="facts"><dt>Name</dt><dd dir="auto">${a.id ? html`<a href=${page('/member.html',
      { id: a.id })}>${a.name}</a>` : t`${a.name}, who wants to stay unknown`}</dd>
      ${a.joinedAt ? html`<dt>Joined</dt><dd>${when(a.joinedAt)}</dd>` : nothing}
      <dt>Published posts</dt><dd>${a.publishedCount}${a.anonymous && a.publishedCount >= 3 ? ' or more' : nothing}</dd><dt>Standing</dt><dd>${standingWords[state] ?? state}${a.standing?.until
        ? html` until ${when(a.standing.until)}` : nothing}</dd></dl>
    ${a.decisions.length ? html`<h3>Earlier decisions</h3><ul class="bare">${a.decisions.map((d) =>
      html`<li>${actions[d.action]?.[0] ?? d.action}: ${d.reason} <span class="soft small">${when(d.at)}</span></li>`)}</ul>`
    : a.anonymous ? unknown() : html`<p class="soft">No earlier decisions.</p>`}
    ${a.notes?.length ? html`<h3>Notes by moderators</h3><ul class="bare">${a.notes.map((n) => html`<li><span dir="auto">${n.text}</span> <span
      class="soft small">${n.by.name}, ${when(n.at)}</span></li>`)}</ul>` : nothing}</section>`;
}

async function askWho() {
  const { unmask } = await import('./unmask.js');
  await unmask(it.id, (author) => {
    Object.assign(it.authorHistory, author);
    show();
  });
}

const unknown = () => html`<p class="soft">Who it is, and what was decided about them before, is shown only if you say why
    you need it. Your reason is kept in the case, and that you asked in the log.</p>
  <p><button type="button" class="plain" @click=${askWho}>Ask who it is</button></p>`;

const context = () => it.context?.length ? html`<section class="around" aria-labelledby="context"><h2 id="context">Before it in
  the conversation</h2>
  <ol class="posts near">${it.context.map((p) => html`<li><article class="post"><header class="by"><h3
    dir="auto">${p.author.name}</h3>
    ${roleName(p.author.role) ? html`<span class="tag">${roleName(p.author.role)}</span>`
      : nothing}<span>${when(p.createdAt)}</span></header>
    ${words(p.text)}</article></li>`)}</ol></section>` : nothing;

const timeline = () => html`<section aria-labelledby="timeline"><h2 id="timeline">What was done</h2>
  ${it.decisions.length ? html`<ul class="bare">${it.decisions.map((d) => html`<li><b>${actions[d.action]?.[0] ?? d.action}</b> by
    ${d.by?.name ?? t`an automatic check`}, ${when(d.at)}: ${d.reason} <span class="soft small">${d.rule}</span>${d.reply
      ? html`<br>To the author: <q dir="auto">${d.reply}</q>` : nothing}</li>`)}</ul>`
      : nothing}
  <ol class="bare timeline">${it.timeline.map((one) => html`<li>${when(one.at, true)} <span>${one.what}${one.by ? html`,
    ${one.by.name ?? one.by}` : nothing}</span></li>`)}</ol></section>`;

// Claiming
async function claim() {
  await attempt(async () => {
    it.claim = (await api.put(`${path}/claim`)).claim;
    announce(t`Yours for ten minutes. Claim it again for longer.`);
  });
  document.getElementById('decide')?.focus();
}

async function release() {
  await attempt(async () => {
    releasing = true;
    await renewing; // Or a renewal that is on its way would take the case again.
    await api.delete(`${path}/claim`);
    location.assign('/moderate.html');
  });
}

async function attempt(work) {
  said = null;
  try { await work(); } catch (p) {
    said = p.message;
    releasing = false;
    if (p.status === 409) await load();
  }
  show();
}

const claimPart = () => {
  if (it.claim?.mine) return html`<p class="row"><span>Yours until ${when(it.claim.until)}</span>
    <button type="button" class="quiet" @click=${claim}>Ten more minutes</button><button type="button" class="quiet"
      @click=${release}>Hand it back</button></p>`;
  if (it.claim) return html`<div class="note"><p>${it.claim.by.name} is working on this until ${when(it.claim.until)}. After that
    it’s free again.</p>
    <p class="row"><button type="button" class="plain" @click=${() => attempt(load)}>Look again</button><a
      href="/moderate.html">Take another case</a></p></div>`;
  if (it.state !== 'open') return html`<p>This case is closed. You can take it up again to change what was
    decided.</p><p><button type="button" class="plain" @click=${claim}>Take it up again</button></p>`;
  return html`<p>Claim the case to decide it. Nobody else can while it’s yours, for ten minutes at a time.</p><p><button
    type="button" @click=${claim}>Claim this case</button></p>`;
};

// Deciding
const onPost = {
  pending: ['redact', 'hide', 'remove'], held: ['approve', 'redact', 'hide', 'remove'], escalated: ['approve', 'redact', 'hide',
    'remove'],
  published: ['close', 'redact', 'hide', 'remove'], redacted: ['close', 'restore', 'redact', 'hide', 'remove'], hidden: ['close',
    'restore'], removed: ['close', 'restore'], deleted: ['close'],
};
const fits = () => [...(it.post ? onPost[it.post.status] ?? ['close'] : it.kind === 'member' ? ['close', 'restore'] : ['close']),
  'escalate', ...(it.authorHistory && !it.authorHistory.role ? ['warn', 'mute', 'suspend', 'ban'] : [])];
const actionName = (name) => (name === 'close' && it.appeal ? t`Keep the decision` : name === 'restore' && it.kind === 'member'
  ? t`Lift the sanction` : undefined);

async function decide(decision) {
  try {
    const answer = await api.post(`${path}/decisions`, { ...decision, ...(it.post && { version: it.post.version }) });
    decided = answer.decision;
    await load();
    announce(t`Your decision is saved.`);
  } catch (p) {
    if (p.status === 409) {
      await load();
      p.message = p.kind === 'not-claimed'
        ? t`Your claim has run out, so this wasn’t saved. Claim the case again; what you wrote is still here.`
        : t`${p.message} The page now shows the case as it is. What you wrote is still here.`;
      if (!it.claim?.mine) said = p.message; // The form is out of sight until the case is theirs again; what was written comes back with it.
    }
    throw p;
  }
}

let asked = { note: '' };
const asking = sending(() => show());
const followUp = (event) => asking.run(event, () => (asked.note.trim() ? [] : [{ field: 'note', detail: t`Say what you did and what came of it.` }]), async () => {
  await api.post(`${path}/follow-up`, { note: asked.note.trim() });
  asked = { note: '' };
  await load();
  announce(t`The follow-up is recorded.`);
});

// A crisis line alone is seldom enough: somebody asks after the person, and says so here.
const owed = () => {
  const due = it.followUp;
  if (!due) return nothing;
  if (due.doneAt) return html`<section aria-labelledby="asked"><h2 id="asked">Followed up</h2><p>${due.by}, ${when(due.doneAt, true)}: <span dir="auto">${due.note}</span></p></section>`;
  return html`<section aria-labelledby="ask"><h2 id="ask">Ask after them</h2>
    ${due.breached ? html`<p class="late">Somebody should have asked how they are by ${when(due.dueAt, true)}.</p>`
    : html`<p>Somebody asks how they are by ${when(due.dueAt, true)}.</p>`}
    <form class="write" novalidate @submit=${followUp}>${summary(asking.problem)}
      ${field('note', t`What you did, and what came of it`, { problem: asking.problem, hint: t`Only moderators read this.`,
        control: (a) => html`<textarea id=${a.id} rows="3" dir="auto" .value=${asked.note} aria-describedby=${a.about} aria-invalid=${a.invalid}
          @input=${(e) => { asked.note = e.target.value; }}></textarea>` })}
      <p>${sendButton(asking, t`Record the follow-up`, t`Saving…`)}</p></form></section>`;
};

// For somebody outside: the police, a regulator, another organisation. It holds everything, so it is the lead's to make.
const packPart = () => (me?.role !== 'lead' ? nothing : html`<section class="flow" aria-labelledby="pack"><h2 id="pack">For somebody outside</h2>
  <p>A signed copy of this case, with a page to print. It holds what people wrote here in confidence. That you made it is in the audit log.</p>
  <p><a class="button plain" href="${path}/pack" download>Make a case pack</a></p></section>`);

const clockRow = (label, c) => html`<dt>${label}</dt><dd class=${c.breached ? 'late' : ''}>${c.at ? when(c.at, true) : t`not yet`}, ${c.breached ? html`was due ${when(c.dueAt, true)}` : html`due ${when(c.dueAt, true)}`}</dd>`;
const clocks = () => html`<section aria-labelledby="clocks"><h2 id="clocks">Clocks</h2><dl class="facts">
  ${clockRow(t`Seen`, it.clocks.seen)}${clockRow(t`Acted on`, it.clocks.acted)}${it.clocks.leadTold ? clockRow(t`Lead told`, it.clocks.leadTold) : nothing}</dl></section>`;

const decision = decisionForm({
  fits,
  name: actionName,
  text: () => it.post?.text ?? '',
  get person() { return it.authorHistory?.name ?? t`They`; },
  get rules() { return rules; },
  templates: () => (it.replyNeeded ? templates : null),
  note: () => (it.appeal ? html`<div class="note"><p>The author asks for a second look at a decision. Keep it, or decide anew.</p>
    ${it.appealed?.note ? html`<p dir="auto"><q>${it.appealed.note}</q></p>` : nothing}</div>` : nothing),
}, async (values) => {
  await decide(values);
  show();
  document.getElementById('decided')?.focus();
}, show);

function show() {
  paint(html`<div class="wide">
    <p class="crumb"><a href="/moderate.html">Back to the queue</a></p>
    <p class="top">${risk(it.risk)}${it.state === 'open' ? age(it.openedAt) : nothing}${clock(it)}${it.appeal ? html`<span
      class="tag">Appeal</span>` : nothing}${it.groupName ? html`<span>${it.groupName}</span>` : nothing}</p>
    <h1 dir="auto">${it.title || named(it)}</h1>
    ${said ? html`<p class="note warm" role="alert">${said}</p>` : nothing}
    ${it.kind === 'drill' ? html`<p class="note warm practice"><b>This is practice.</b> Nobody wrote it and nobody is in danger: call nobody. Decide it as you would if
      it were real, so that the lead sees how long it takes.</p>` : nothing}
    <div class="desk"><div class="main">${writing()}${findings()}</div>
      <div class="side">
        ${decided ? html`<div class="note warm"><h2 id="decided" tabindex="-1">Decided:
          ${actions[decided.action]?.[0] ?? decided.action}</h2><p>${it.kind === 'drill' ? t`Thank you. The lead sees how it went.` : t`The author is told, with your reason.`}</p>
          <p><a class="button" href="/moderate.html">Next case</a></p></div>` : html`<div class="claim">${claimPart()}</div>`}
        ${it.claim?.mine && !decided ? decision() : nothing}
        ${owed()}${clocks()}${history()}${timeline()}${packPart()}</div>
      ${context()}</div></div>`, it.title || kindName[it.kind]);
}

async function load() {
  it = await api.get(path);
}

// Whoever is at work here keeps the case: the claim is renewed while somebody types, points or scrolls, in its last four minutes.
let renewing = null;
let releasing = false;
function stillHere() {
  const left = it?.claim?.mine ? new Date(it.claim.until) - Date.now() : 0;
  if (renewing || releasing || decided || left <= 0 || left > 240_000) return;
  renewing = renew();
}
async function renew() {
  try { it.claim = (await api.put(`${path}/claim`)).claim; } catch { /* The next decision says why. */ }
  renewing = null;
}
addEventListener('keydown', stillHere);
addEventListener('pointerdown', stillHere);
addEventListener('scroll', stillHere, { passive: true });

try {
  me = await enter('staff');
  [it, { items: rules }] = await Promise.all([api.get(path), api.get('/api/moderation/rules')]);
  if (it.replyNeeded) ({ items: templates } = await api.get('/api/moderation/templates'));
  show();
} catch (p) {
  trouble(p);
}
