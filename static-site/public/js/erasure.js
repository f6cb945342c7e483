// Being erased: what goes, what stays for a while and why, and the week in which it can be taken back.
import { announce, api, html, nothing, t, when } from './hearth.js';
import { ask } from './dialog.js';
import { sendButton, sending, summary } from './form.js';

/** The section's template, as a function. */
export async function erasurePart(repaint) {
  let state = await api.get('/api/me/erasure');
  let asking = false;
  let choice = '';
  const form = sending(repaint);
  const focus = (id) => document.getElementById(id)?.focus();

  function turn(on) {
    asking = on;
    form.problem = null;
    repaint();
    focus(on ? `posts-${choice || 'remove'}` : 'erasing');
  }

  // An input with the id remove would stand in the way of its form's own remove().
  const choices = [
    ['remove', t`Take my posts with me`, t`The words and titles of all your posts go. Other people’s replies stay.`],
    ['keep-unnamed', t`Leave my posts, without my name`,
      t`They will say “A former member”. If a post says who you are, delete it first. What you wrote in private conversations goes either way.`],
  ];

  const send = (event) => form.run(event, () => (choice ? [] : [{ field: 'posts-remove',
    detail: t`Choose what becomes of your posts.` }]), async () => {
    state = await api.put('/api/me/erasure', { posts: choice });
    turn(false);
    announce(t`We have noted it. You can take it back until then.`);
  });

  async function cancel() {
    if (!await ask(t`Stay?`, t`Your account and your posts stay as they are.`, t`Stay`, t`Leave it as it is`)) return;
    try {
      await api.delete('/api/me/erasure');
      state = { ...state, state: 'none' };
      announce(t`Good. Nothing will be erased.`);
    } catch (p) { form.problem = p; }
    repaint();
    focus(form.problem ? 'summary' : 'erasing');
  }

  const kept = () => html`<h3>What stays for a while</h3>
    <ul>${state.kept.map((k) => html`<li><p>${k.what}${k.until ? html`, until ${when(k.until)}` : nothing}. <span
      class="soft">${k.why}</span></p></li>`)}</ul>`;

  const waiting = () => html`<div class="note warm flow"><p><strong>Your account will be erased ${when(state.dueAt,
    true)}.</strong>
      ${state.posts === 'remove' ? t`Your posts go with it.` : t`Your posts stay, without your name.`} Until then you can change
        your mind.</p>
      ${summary(form.problem)}
      <p class="row"><button type="button" @click=${cancel}>Stay</button>
      <button type="button" class="plain" @click=${() => { choice = state.posts; turn(true); }}>Change what becomes
        of my posts</button></p></div>${kept()}`;

  const question = () => html`<form class="write" novalidate @submit=${send}>${summary(form.problem)}
    <fieldset class="field"><legend>What should become of your posts?</legend>
      <div class="choices">${choices.map(([id, name, about]) => html`<label><input type="radio" name="posts" id="posts-${id}" value=${id}
        .checked=${choice === id}
        @change=${() => { choice = id; repaint(); }}><span>${name}<span
          class="hint">${about}</span></span></label>`)}</div></fieldset>
    <p>Posts that others could not see yet go either way. We wait ${state.coolingOffDays} days, in case you change your mind; you
      can read and write as before until then.</p>
    ${kept()}
    <div class="row">${sendButton(form, t`Erase my account`, t`Saving…`)}<button type="button" class="plain"
      @click=${() => turn(false)}>Not now</button></div></form>`;

  return () => (asking ? question() : state.state === 'waiting' ? waiting() : html`<p>You can have your account erased. Your name
    becomes free, and you choose what becomes of your posts.</p>
    <p><button type="button" class="plain" @click=${() => turn(true)}>Erase my account…</button></p>`);
}
