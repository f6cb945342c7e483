// Choosing the name that others see.
import { api, html, nothing, paint, query, session, signInPath, t, tab, trouble } from './hearth.js';
import { field, length, sendButton, sending, summary } from './form.js';

const back = /^\/(?![/\\])/.test(query('return')) ? query('return') : '/';
let name = '';
const form = sending(show);

function check() {
  if (!name.trim()) return [{ field: 'name', detail: t`Choose a name. Anything that isn’t your own will do.` }];
  if (name.includes('@')) return [{ field: 'name',
    detail: t`This looks like an e-mail address. Choose a name that doesn’t lead to you.` }];
  return length(name.trim()) > 24 ? [{ field: 'name', detail: t`Choose a shorter name: at most 24 characters.` }] : [];
}

const join = (event) => form.run(event, check, async () => {
  const me = await api.put('/api/me', { name: name.trim() });
  tab.set('hearth.here', me.role ?? 'member');
  location.replace(back);
});

function show() {
  paint(html`<h1>Choose your name</h1>
    <p>This is the only thing about you that other members see. It needn’t be anything like your real name. Many people pick a
      plant, a place or something they like.</p>
    <form class="write" novalidate @submit=${join}>${summary(form.problem)}
      ${field('name', t`Name in Hearth`, { problem: form.problem,
        hint: t`No e-mail address, phone number or full name. You can’t be found by it, and that is the point.`,
        control: (a) => html`<input id=${a.id} name="name" class="short" autocomplete="off" autocapitalize="words"
          spellcheck="false" dir="auto" .value=${name}
          aria-describedby=${a.about} aria-invalid=${a.invalid} @input=${(e) => { name = e.target.value; }}>` })}
      ${expect()}
      <p>${sendButton(form, t`Join`, t`Joining…`)}</p></form>`, t`Choose your name`);
}

const expect = () => html`<div class="note"><h2>What to expect</h2><ul>
  <li>Your first posts wait for a moderator. We tell you how long that mostly takes.</li>
  <li>Every post is checked. If one is held or taken down, you’re told why, and you can ask for a second look.</li>
  <li>Hearth isn’t an emergency service. <a href="/help-now.html">Help now</a> has people who answer at any hour.</li>
  <li>By joining you agree to keep to <a href="/rules.html">the rules</a>. They are short.</li></ul></div>`;

const who = await session;
if (who.trouble) trouble(who.trouble);
else if (who.member) location.replace(back);
else if (who.signedIn) show();
else {
  document.getElementById('failed').hidden = query('sign-in') !== 'again';
  document.getElementById('begin').href = signInPath('member', `/join.html?return=${encodeURIComponent(back)}`);
}
