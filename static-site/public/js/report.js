// Telling the moderators: about a post, a member, or anything else. Nobody has to sign in for it.
import { api, html, nothing, page, paint, query, session, t, trouble } from './hearth.js';
import { field, length, room, sendButton, sending, summary } from './form.js';

const threadId = query('thread');
const postId = query('post');
const memberId = query('member');
const about = postId ? 'post' : memberId ? 'member' : 'complaint';

const reasons = [
  ['safeguarding', t`I’m worried about somebody’s safety`, t`They may be in danger, or a danger to others.`],
  ['rules', t`It breaks the rules`, t`Unkind, hurtful, or describes how to come to harm.`],
  ['personal-data', t`It gives away who somebody is`, t`A name, a place, a number.`],
  ['spam', t`It’s advertising or a scam`, ''],
  ['other', t`Something else`, ''],
];

const key = crypto.randomUUID?.();
let who = {};
let reason = '';
let note = '';
let contact = '';
let tellMe = true;
const form = sending(show);

const check = () => [
  ...(reason ? [] : [{ field: 'reason', detail: t`Choose what it’s about. “Something else” is fine.` }]),
  ...(about === 'complaint' && !note.trim() ? [{ field: 'note', detail: t`Tell us what happened, in a sentence or two.` }] : []),
  ...(length(note) > 2000 ? [{ field: 'note', detail: t`Please keep it under 2,000 characters.` }] : []),
];

const asMember = (said) => (about === 'post'
  ? api.post(`/api/threads/${encodeURIComponent(threadId)}/posts/${encodeURIComponent(postId)}/reports`, said, key)
  : api.post(`/api/members/${encodeURIComponent(memberId)}/reports`, said, key));

function asAnybody(said) {
  const named = Object.entries({ threadId, postId, memberId, contact: contact.trim() }).filter(([, value]) => value);
  return api.post('/api/public/reports', { ...said, ...Object.fromEntries(named) }, key);
}

const send = (event) => form.run(event, check, async () => {
  const said = { reason, note: note.trim(), tellMe };
  thank((await (who.member && about !== 'complaint' ? asMember(said) : asAnybody(said))).reference);
});

let sent = false;
function thank(reference) {
  sent = true;
  paint(html`<div class="done flow"><h1 tabindex="-1" id="sent">Thank you. A person will look at this.</h1>
    <p>Your reference is</p><p class="reference">${reference}</p>
    <p>${!tellMe ? t`You asked not to hear what came of it.` : who.member && about !== 'complaint'
      ? html`<a href="/account.html#reported">Your account page</a> says what comes of it.`
      : html`Keep it: with it you can see <a href="/outcome.html">what came of your report</a>.`}
      Whoever wrote the post isn’t told who reported it.</p>
    ${reason === 'safeguarding' ? html`<p class="note warm">If somebody is in danger right now, please don’t wait for us. <a
      href="/help-now.html">Emergency numbers and help lines</a></p>` : nothing}
    <p>${threadId ? html`<a href="${page('/thread.html', { id: threadId })}#post-${postId}">Back to the conversation</a>`
      : html`<a href="/">Back to all groups</a>`}</p></div>`, t`Thank you`);
  document.getElementById('sent').focus();
}

function show() {
  if (sent) return;
  paint(html`${threadId ? html`<p class="crumb"><a href="${page('/thread.html', { id: threadId })}#post-${postId}">Back to the
    conversation</a></p>` : nothing}
    <h1>${{ post: t`Report a post`, member: t`Report a member`, complaint: t`Tell us what’s wrong` }[about]}</h1>
    <p class="soft">${about === 'complaint' ? t`About a post, a member, a decision, or how Hearth is run. You needn’t be a member.`
      : t`Only moderators see this. The person you report isn’t told who you are.`}</p>
    <form class="write" novalidate @submit=${send}>${summary(form.problem)}
      <fieldset class="field ${form.problem?.errors.some((e) => e.field === 'reason') ? 'wrong' : ''}"
        aria-describedby=${form.problem?.errors.some((e) => e.field === 'reason') ? 'reason-error' : nothing}>
        <legend>What is it about?</legend>
        ${form.problem?.errors.filter((e) => e.field === 'reason').map((e) => html`<p class="error"
          id="reason-error">${e.detail}</p>`)}
        <div class="choices">${reasons.map(([value, label, hint], i) => html`<label><input type="radio" name="reason"
          id=${i ? nothing : 'reason'} value=${value}
          .checked=${reason === value} @change=${() => { reason = value; }}><span>${label}${hint ? html`<span
            class="hint">${hint}</span>` : nothing}</span></label>`)}</div></fieldset>
      ${field('note', about === 'complaint' ? t`What happened?` : t`Anything we should know? (You can leave this empty)`,
        { problem: form.problem, extra: room(note, 2000),
        control: (a) => html`<textarea id=${a.id} rows="5" dir="auto" .value=${note} aria-describedby=${a.about}
          aria-invalid=${a.invalid}
          @input=${(e) => { note = e.target.value; show(); }}></textarea>` })}
      ${who.member ? nothing : field('contact', t`How can we reach you? (You can leave this empty)`, { problem: form.problem,
        hint: t`Only if you’d like an answer. Only moderators see it.`,
        control: (a) => html`<input id=${a.id} autocomplete="email" .value=${contact} aria-describedby=${a.about}
          aria-invalid=${a.invalid} @input=${(e) => { contact = e.target.value; }}>` })}
      <div class="choices"><label><input type="checkbox" .checked=${tellMe} @change=${(e) => { tellMe = e.target.checked; }}><span>Let
        me see what comes of it</span></label></div>
      <p>${sendButton(form, t`Send to the moderators`)}</p></form>
    <p class="soft small">You have reported something before? <a href="/outcome.html">See what came of it</a></p>`, t`Report`);
}

who = await session;
show();
