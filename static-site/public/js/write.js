// Writing a post: the draft that is never lost, the key that keeps it from being sent twice, and the help lines before it goes.
import { announce, api, html, kept, myRegion, nothing, Problem } from './hearth.js';
import { ask, field, formStyles, length, room, sendButton, sending, summary } from './form.js';
import { readsLikeCrisis } from './crisis-words.js';

export const limits = { title: 120, text: 10_000 };
const newKey = () => crypto.randomUUID?.() ?? Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('');

export const draftsOnThisDevice = () => Object.keys(localStorage).filter((name) => name.startsWith('hearth.draft.'));

/** A draft kept in the browser under a name, with the key under which it is sent. */
export function draft(name) {
  const place = `hearth.draft.${name}`;
  let now = { title: '', text: '', key: newKey() };
  try { now = { ...now, ...JSON.parse(kept.get(place) ?? '{}') }; } catch { /* unreadable: start afresh */ }
  const keep = () => (now.title || now.text ? kept.set(place, JSON.stringify(now)) : kept.drop(place));
  return {
    get title() { return now.title; },
    get text() { return now.text; },
    get key() { return now.key; },
    get empty() { return !now.title && !now.text; },
    change(part) { Object.assign(now, part); keep(); },
    renewKey() { now.key = newKey(); keep(); },
    clear() { now = { title: '', text: '', key: newKey() }; kept.drop(place); },
  };
}

function checkTitle(title) {
  if (!title.trim()) return [{ field: 'title', detail: 'Give your conversation a title, so that others can find it.' }];
  return length(title) > limits.title ? [{ field: 'title', detail: `Make the title shorter: at most ${limits.title} characters.` }] : [];
}

function checkText(text) {
  if (!text.trim()) return [{ field: 'text', detail: 'Write something first. A line is enough.' }];
  return length(text) > limits.text ? [{ field: 'text', detail: 'This is longer than one post can be (10,000 characters). Please split it in two.' }] : [];
}

/**
 * The form for a post. send({title, text}, key) creates it; sent(created) follows.
 * options: titled (asks for a title), label (of the text), hint, button.
 */
export function writer(name, options, send, sent, repaint) {
  const written = draft(name);
  const form = sending(repaint);
  const ready = formStyles();
  let restored = !written.empty;
  let offered = false;
  let help = null;

  async function submit(event) {
    event.preventDefault();
    const bad = [...(options.titled ? checkTitle(written.title) : []), ...checkText(written.text)];
    if (!bad.length && !offered && readsLikeCrisis(`${written.title}\n${written.text}`)) { offerHelp(event.currentTarget); return; }
    await form.run(event, () => bad, async () => {
      const values = options.titled ? { title: written.title.trim(), text: written.text } : { text: written.text };
      let made;
      try { made = await send(values, written.key); } catch (p) {
        if (p instanceof Problem && p.refused && p.kind !== 'key-reused') written.renewKey();
        throw p;
      }
      written.clear();
      restored = offered = false;
      await sent(made);
    });
  }

  async function offerHelp(at) {
    offered = true;
    help = help ?? {};
    repaint();
    at.querySelector('dialog').showModal();
    try { help = await api.get(`/api/public/help${myRegion() ? `?region=${myRegion()}` : ''}`); } catch { help = { lines: [] }; }
    repaint();
  }

  const goOn = (event) => { event.currentTarget.closest('dialog').close(); offered = false; };
  const postAnyway = (event) => {
    const at = event.currentTarget.closest('form');
    event.currentTarget.closest('dialog').close();
    at.requestSubmit();
  };

  const prompt = () => html`<dialog class="prompt" aria-labelledby="prompt-title" @cancel=${() => { offered = false; }}>
    <h2 id="prompt-title" tabindex="-1" autofocus>It sounds as if this is a very hard moment</h2>
    <p>You can post this, and a person will read it. That can take a while. If you’d like to talk to somebody right now, these people are there to listen:</p>
    ${help?.lines === undefined ? html`<p class="soft">Finding the lines for where you are…</p>`
    : help.lines.length ? html`<ul class="bare help">${help.lines.slice(0, 4).map((line) => html`<li><b>${line.name}</b>
        ${line.phone ? html`<a href="tel:${line.phone.replace(/[^\d+]/g, '')}">${line.phone}</a>` : nothing}
        ${line.text ? html`<span>${line.text}</span>` : nothing}<span class="soft small">${line.hours}</span></li>`)}</ul>
        ${help.emergency ? html`<p>In danger right now? Call <a href="tel:${help.emergency}">${help.emergency}</a>.</p>` : nothing}`
    : html`<ul class="bare help"><li><b>UK and Ireland</b> <a href="tel:116123">116 123</a></li><li><b>US and Canada</b> <a href="tel:988">988</a></li>
        <li><b>Australia</b> <a href="tel:131114">13 11 14</a></li><li><b>New Zealand</b> <a href="tel:1737">1737</a></li></ul>`}
    <p><a href="/help-now.html" target="_blank">More help lines, by country (opens a new tab)</a></p>
    <p class="row"><button type="button" class="plain" @click=${goOn}>Go on writing</button>
      <button type="button" class="plain" @click=${postAnyway}>Post it anyway</button></p>
    <p class="soft small">Your words are kept, whatever you choose.</p></dialog>`;

  const change = (event) => {
    written.change({ [event.target.name]: event.target.value });
    restored = false;
    repaint();
  };

  const clear = async () => {
    if (!await ask('Clear this draft?', 'What you wrote here can’t be brought back.', 'Clear it')) return;
    written.clear();
    restored = false;
    repaint();
    announce('Draft cleared');
  };

  const keyReused = () => form.problem?.kind !== 'key-reused' ? nothing : html`<div class="note"><p>An earlier version of this did reach us.
    You’ll find it in the conversation or on <a href="/account.html">your account page</a>, where you can edit it.</p>
    <p class="row"><button type="button" class="plain" @click=${() => { written.renewKey(); form.problem = null; repaint(); }}>Post these words as well</button>
    <button type="button" class="plain" @click=${() => { written.clear(); form.problem = null; repaint(); }}>Clear this draft</button></p></div>`;

  return {
    ready,
    get busy() { return form.busy; },
    view: () => html`<form class="write" novalidate @submit=${submit}>
      ${form.problem?.kind === 'key-reused' ? keyReused() : summary(form.problem)}
      ${restored ? html`<p class="soft small" role="status">Your draft was kept on this device.</p>` : nothing}
      ${options.titled ? field('title', 'Title', { problem: form.problem, hint: 'A few words that say what it’s about.', extra: room(written.title, limits.title),
        control: (a) => html`<input id=${a.id} name="title" autocomplete="off" dir="auto" .value=${written.title} aria-describedby=${a.about} aria-invalid=${a.invalid} @input=${change}>` }) : nothing}
      ${field('text', options.label, { problem: form.problem, hint: options.hint, extra: room(written.text, limits.text),
        control: (a) => html`<textarea id=${a.id} name="text" rows=${options.rows ?? 8} dir="auto" .value=${written.text} aria-describedby=${a.about} aria-invalid=${a.invalid} @input=${change}></textarea>` })}
      <div class="row">${sendButton(form, options.button)}
        ${written.empty ? nothing : html`<button type="button" class="quiet" @click=${clear}>Clear draft</button>`}</div>
      ${prompt()}</form>`,
  };
}
