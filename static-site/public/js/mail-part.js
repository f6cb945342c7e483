// What somebody wants to be told of by mail. Off until they say so; a mail says that something is there, never what.
import { announce, api, html, t } from './hearth.js';
import { sendButton, sending, summary } from './form.js';

const kinds = [
  ['replies', 'mailReplies', t`Somebody answered me, or wrote in a conversation that I follow`, t`One note until you have been there again.`],
  ['decisions', 'mailDecisions', t`A moderator decided on something I sent`, ''],
  ['digest', 'mailDigest', t`Once a week, if there was anything new`, ''],
];

/** The section's template, as a function. */
export async function mailPart(repaint, me, chosen) {
  const { mail } = chosen;
  const wanted = { ...mail };
  const form = sending(repaint);

  const save = (event) => form.run(event, () => [], async () => {
    Object.assign(mail, (await api.patch('/api/me/preferences', Object.fromEntries(kinds.map(([kind, field]) => [field, wanted[kind]])))).mail);
    announce(kinds.some(([kind]) => mail[kind]) ? t`Saved. Every note has a link that ends them.` : t`Saved. We send you nothing.`);
  });

  const kind = ([id, , name, hint]) => html`<label><input type="checkbox" id="mail-${id}" .checked=${wanted[id]}
    @change=${(e) => { wanted[id] = e.target.checked; }}><span>${name}${hint ? html`<span class="hint">${hint}</span>` : ''}</span></label>`;

  return () => (mail.possible || kinds.some(([id]) => mail[id]) ? html`<form class="write" @submit=${save}>${summary(form.problem)}
    <fieldset class="field"><legend>Send me a note by e-mail when</legend>
      <p class="hint">To the address with which you sign in. The note’s subject is “A note for you”. It says that something is there, never
        what, in which group or from whom. We send nothing while you take a break.</p>
      <div class="choices">${kinds.map(kind)}</div></fieldset>
    <p>${sendButton(form, t`Save`, t`Saving…`)}</p></form>`
    : html`<p class="soft">This community doesn’t send notes by e-mail. “What you follow” on this page shows what is new.</p>`);
}
