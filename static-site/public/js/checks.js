// How careful the checks of each group are. A lead or an admin tries a change on the newest posts before it counts.
import { announce, api, enter, html, many, nothing, paint, t, trouble, when } from './hearth.js';
import { field, sendButton, sending, summary } from './form.js';
import { risk } from './risk.js';

const thresholds = [
  ['concerning', t`Somebody may be at risk`, 90],
  ['imminent', t`Somebody may be in danger now`, 90],
  ['spam', t`Spam`, 99],
  ['abuse', t`Abuse`, 99],
];

let all = null;
let group = null;
let values = {};
let foreseen = null;

function open(id) {
  group = all.items.find((one) => one.id === id) ?? all.items[0];
  values = { heldWords: group.heldWords.join('\n'), allowedWords: group.allowedWords.join('\n'), reason: '' };
  for (const [name] of thresholds) values[name] = group[name] ? String(group[name]) : '';
  foreseen = null;
}

const words = (text) => text.split('\n').map((word) => word.trim()).filter(Boolean);

function draft() {
  const wanted = { heldWords: words(values.heldWords), allowedWords: words(values.allowedWords) };
  for (const [name] of thresholds) if (values[name]) wanted[name] = Number(values[name]);
  return wanted;
}

const numbers = () => thresholds.filter(([name, , most]) => values[name]
  && !(Number.isInteger(Number(values[name])) && values[name] >= 1 && Number(values[name]) <= most))
  .map(([name, , most]) => ({ field: name, detail: t`Choose a whole number from 1 to ${most}, or leave it empty for the standard.` }));

const form = sending(() => show());
const path = () => `/api/moderation/checks/${encodeURIComponent(group.id)}`;

const tryOut = (event) => form.run(event, numbers, async () => {
  announce(t`Looking through the newest posts…`);
  foreseen = await api.post(`${path()}/preview`, draft());
  show();
  document.getElementById('foreseen').focus();
});

const save = (event) => form.run(event, () => [...numbers(),
  ...(values.reason.trim() ? [] : [{ field: 'reason', detail: t`Say why. Whoever looks at these checks later will want to know.` }])],
async () => {
  await api.put(path(), { ...draft(), reason: values.reason, revision: group.revision });
  const { id } = group;
  all = await api.get('/api/moderation/checks');
  open(id);
  announce(t`Saved. Posts written from a minute on are checked this way.`);
});

const change = (name) => (event) => { values[name] = event.target.value; foreseen = null; };

const threshold = ([name, label, most]) => field(name, label, { problem: form.problem, hint: t`Standard: ${all.standard[name]}. A lower number holds more.`,
  control: (a) => html`<input id=${a.id} type="number" class="short" min="1" max=${most} inputmode="numeric" .value=${values[name]}
    placeholder=${all.standard[name]} aria-describedby=${a.about} aria-invalid=${a.invalid} @input=${change(name)}>` });

const list = (name, label, hint) => field(name, label, { problem: form.problem, hint,
  control: (a) => html`<textarea id=${a.id} rows="4" dir="auto" .value=${values[name]} aria-describedby=${a.about}
    aria-invalid=${a.invalid} @input=${change(name)}></textarea>` });

function told() {
  const f = foreseen;
  if (!f.posts) return html`<p>There are no posts of the last ${f.days} days here that you may read, so there is nothing to try it on.</p>`;
  const hidden = f.changed - f.items.length;
  return html`<p>Of ${many(f.posts, '{n} post', '{n} posts')} in the last ${f.days} days${f.more ? t` (the newest ones)` : ''}:
      <b>${f.held} more would be held</b>, and <b>${f.released} that the checks hold now would go out</b>. ${f.changed ? nothing : t`Nothing else would change.`}</p>
    <ul class="cases">${f.items.map((item) => html`<li><div class="case">
      <p>${risk(item.now)} <span aria-hidden="true">→</span><span class="sr">would be</span> ${risk(item.then)}</p>
      <p class="meta">${item.author}, ${when(item.createdAt)} · <a href="/thread.html?id=${item.threadId}#${item.postId}">Open the thread</a></p>
      <p class="snippet typed" dir="auto">${item.excerpt}</p>
      ${item.reasons.map((reason) => html`<p class="meta">${reason}</p>`)}</div></li>`)}</ul>
    ${hidden > 0 ? html`<p class="soft">${many(hidden, '{n} more post is not shown here.', '{n} more posts are not shown here.')}</p>` : nothing}`;
}

const groups = () => html`<nav class="tabs" aria-label="Groups">${all.items.map((one) => html`<a href="?group=${one.id}"
  aria-current=${one.id === group.id ? 'page' : nothing}>${one.name}</a>`)}</nav>`;

function show() {
  if (!group) {
    paint(html`<h1>Checks</h1><p>There is no group yet. Groups are made when the forum is set up.</p>`, t`Checks`);
    return;
  }
  paint(html`<div class="wide"><div class="head"><div><h1>Checks</h1>
    <p>Every post is checked before others see it. Here you choose how careful the checks of a group are. What they hold waits for a person;
      careful checks keep people safer and give moderators more to read.</p></div></div>
    ${groups()}
    <form class="write" novalidate @submit=${save}>${summary(form.problem)}
      <h2>${group.name}</h2>
      ${group.reason ? html`<p class="note">Last changed because: <span dir="auto">${group.reason}</span></p>` : nothing}
      ${thresholds.map(threshold)}
      ${list('heldWords', t`Words this group holds as well`, t`One word or phrase a line. A post with one of them waits, however it is spelt.`)}
      ${list('allowedWords', t`Words the checks overlook here`, t`One a line, such as your own phone number. This never counts when somebody may be at risk.`)}
      <p><button type="button" class="plain" aria-disabled=${form.busy ? 'true' : nothing} @click=${tryOut}>See what would change</button></p>
      ${foreseen ? html`<section aria-labelledby="foreseen"><h3 id="foreseen" tabindex="-1">What would change</h3><div class="flow">${told()}</div></section>` : nothing}
      ${field('reason', t`Why`, { problem: form.problem, hint: t`One sentence, naming nobody. It stays with the group, for whoever looks at its checks later.`,
        control: (a) => html`<input id=${a.id} type="text" maxlength="500" dir="auto" .value=${values.reason} aria-describedby=${a.about}
          aria-invalid=${a.invalid} @input=${(event) => { values.reason = event.target.value; }}>` })}
      <p>${sendButton(form, t`Save`, t`Saving…`)}</p></form></div>`, t`Checks`);
}

try {
  await enter('staff');
  all = await api.get('/api/moderation/checks');
  if (all.items.length) open(new URLSearchParams(location.search).get('group'));
  show();
} catch (p) {
  trouble(p);
}
