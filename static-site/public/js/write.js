// Writing a post: the draft that is never lost, the key that keeps it from being sent twice, and the help lines before it goes.
import { announce, html, kept, nothing, Problem, t } from './hearth.js';
import { field, formStyles, length, room, sendButton, sending, summary } from './form.js';

export const limits = { title: 120, text: 10_000 };
const shelf = 'hearth.draft.';
const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('');

/** A draft kept in the browser under a name, with the key under which it is sent. */
export function draft(name) {
  let now = { title: '', text: '', key: newKey() };
  try { now = { ...now, ...JSON.parse(kept.get(shelf + name) ?? '{}') }; } catch { /* unreadable: start afresh */ }
  const keep = () => (now.title || now.text ? kept.set(shelf + name, JSON.stringify(now)) : kept.drop(shelf + name));
  return {
    name,
    get title() { return now.title; },
    get text() { return now.text; },
    get key() { return now.key; },
    get empty() { return !now.title && !now.text; },
    change(part) { Object.assign(now, part); keep(); },
    renewKey() { now.key = newKey(); keep(); },
    clear() { now = { title: '', text: '', key: newKey() }; keep(); },
  };
}

export const draftsOnThisDevice = () => kept.names().filter((name) => name.startsWith(shelf)).map((name) =>
  draft(name.slice(shelf.length)));

function checkTitle(title) {
  if (!title.trim()) return [{ field: 'title', detail: t`Give your conversation a title, so that others can find it.` }];
  return length(title) > limits.title ? [{ field: 'title',
    detail: t`Make the title shorter: at most ${limits.title} characters.` }] : [];
}

function checkText(text) {
  if (!text.trim()) return [{ field: 'text', detail: t`Write something first. A line is enough.` }];
  return length(text) > limits.text ? [{ field: 'text',
    detail: t`This is longer than one post can be (10,000 characters). Please split it in two.` }] : [];
}

/**
 * The form for a post. options: titled (asks for a title), label (of the text), hint, rows, button, before and extra (what stands before
 * and after its fields, as functions).
 * send({title, text}, key) creates it; sent(created) follows.
 */
export function writer(name, options, send, sent, repaint) {
  const written = draft(name);
  const form = sending(repaint);
  let restored = !written.empty;
  let crisis = null; // loaded with the first letter
  let offered = false;

  const check = () => [...(options.titled ? checkTitle(written.title) : []), ...checkText(written.text)];

  async function submit(event) {
    event.preventDefault();
    if (form.busy) return;
    if (!check().length && !offered) {
      crisis ??= import('./crisis.js');
      const found = await crisis.catch(() => null); // without a network the post isn't sent either
      if (found?.readsLikeCrisis(`${written.title}\n${written.text}`)) {
        if (!await found.offerHelp()) { document.getElementById('text')?.focus(); return; }
        offered = true;
      }
    }
    await form.run(event, check, post);
  }

  async function post() {
    const values = options.titled ? { title: written.title.trim(), text: written.text } : { text: written.text };
    let made;
    try { made = await send(values, written.key); } catch (p) {
      if (p instanceof Problem && p.refused && p.kind !== 'key-reused') written.renewKey();
      throw p;
    }
    written.clear();
    restored = offered = false;
    await sent(made);
  }

  const change = (event) => {
    written.change({ [event.target.name]: event.target.value });
    restored = false;
    crisis ??= import('./crisis.js').catch(() => { crisis = null; });
    repaint();
  };

  const clear = async () => {
    const { ask } = await import('./dialog.js');
    if (!await ask(t`Clear this draft?`, t`What you wrote here can’t be brought back.`, t`Clear it`)) return;
    written.clear();
    restored = false;
    repaint();
    announce(t`Draft cleared`);
  };

  const settle = (work) => () => { work(); form.problem = null; repaint(); };
  const alreadyThere = () => html`<div class="summary" id="summary" role="alert" tabindex="-1"><h2>An earlier version of this did
    reach us</h2>
    <p>You’ll find it in the conversation or on <a href="/account.html">your account page</a>, where you can edit it.</p>
    <p class="row"><button type="button" class="plain" @click=${settle(written.renewKey)}>Keep these words, to post them as
      well</button>
    <button type="button" class="plain" @click=${settle(written.clear)}>Clear this draft</button></p></div>`;

  const title = () => field('title', t`Title`, { problem: form.problem, hint: t`A few words that say what it’s about.`,
    extra: room(written.title, limits.title),
    control: (a) => html`<input id=${a.id} name="title" autocomplete="off" dir="auto" .value=${written.title}
      aria-describedby=${a.about} aria-invalid=${a.invalid} @input=${change}>` });

  const text = () => field('text', options.label, { problem: form.problem, hint: options.hint, extra: room(written.text,
    limits.text),
    control: (a) => html`<textarea id=${a.id} name="text" rows=${options.rows} dir="auto" .value=${written.text}
      aria-describedby=${a.about} aria-invalid=${a.invalid} @input=${change}></textarea>` });

  return {
    ready: formStyles(),
    view: () => html`<form class="write" novalidate @submit=${submit}>
      ${form.problem?.kind === 'key-reused' ? alreadyThere() : summary(form.problem)}
      ${restored ? html`<p class="soft small" role="status">Your draft was kept on this device.</p>` : nothing}
      ${options.before?.() ?? nothing}${options.titled ? title() : nothing}${text()}${options.extra?.() ?? nothing}
      <div class="row">${sendButton(form, options.button)}${written.empty ? nothing : html`<button type="button" class="quiet"
        @click=${clear}>Clear draft</button>`}</div></form>`,
  };
}
