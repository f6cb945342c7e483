// The decision form: what to do, by which rule, and why. For a case, and for a member.
import { html, nothing, t } from './hearth.js';
import { ask } from './dialog.js';
import { field, length, room, sendButton, sending, summary } from './form.js';
import { actions } from './risk.js';

const longest = 2000;

/**
 * options: fits() names the actions on offer, name(action) overrides an action's name, text() is the post's text for redact,
 * templates() what a reply may begin with where one is needed, person the name of the member, rules the rules to choose from, note a template above the fields.
 * send({action, rule, reason, text?, until?}) makes the decision; it may throw a Problem.
 */
export function decisionForm(options, send, repaint) {
  const values = { action: '', rule: '', reason: '', text: '', until: '', reply: '' };
  const form = sending(repaint);
  const named = (action) => options.name?.(action) ?? actions[action][0];
  const timed = () => ['mute', 'suspend'].includes(values.action);
  const untilNeeded = () => timed() && (values.until || values.action === 'suspend');

  const writes = () => options.templates?.() && values.action !== 'escalate';

  const check = () => [
    ...(values.action ? [] : [{ field: 'action', detail: t`Choose what to do.` }]),
    ...(values.action === 'redact' && (!values.text.trim() || values.text === options.text()) ? [{ field: 'text',
      detail: t`Change the text: take out what can’t stay.` }] : []),
    ...(untilNeeded() && !(new Date(values.until) > new Date()) ? [{ field: 'until',
      detail: t`Choose a day and time that is still to come.` }] : []),
    ...(values.rule ? [] : [{ field: 'rule', detail: t`Choose the rule that your decision rests on.` }]),
    ...(writes() && !values.reply.trim() ? [{ field: 'reply', detail: t`In a crisis, write to them as well.` }] : []),
    ...(values.reason.trim() ? [] : [{ field: 'reason', detail: t`Give a reason. The author reads it.` }]),
    ...(length(values.reason) > longest ? [{ field: 'reason', detail: t`Please keep the reason under 2,000 characters.` }] : []),
  ];

  const sure = () => ask(t`Ban this member?`,
    t`${options.person} can’t take part any more. They are told why, and can ask for a second look.`, t`Ban them`, t`Go back`);

  async function decide(event) {
    event.preventDefault();
    if (values.action === 'ban' && !check().length && !await sure()) return;
    await form.run(event, check, () => send({
      action: values.action,
      rule: values.rule,
      reason: values.reason.trim(),
      ...(values.action === 'redact' && { text: values.text }),
      ...(writes() && { reply: values.reply.trim() }),
      ...(timed() && values.until && { until: new Date(values.until).toISOString() }),
    }));
  }

  const set = (name) => (event) => {
    values[name] = event.target.value;
    if (values.action === 'redact' && !values.text) values.text = options.text();
    repaint();
  };

  const choice = (name, label, hint, items) => field(name, label, { problem: form.problem, hint,
    control: (a) => html`<select id=${a.id} aria-describedby=${a.about} aria-invalid=${a.invalid} @change=${set(name)}><option
      value="">Choose…</option>
      ${items.map(([value, words]) => html`<option value=${value}
        ?selected=${values[name] === value}>${words}</option>`)}</select>` });

  const writing = (name, label, hint, rows, extra = nothing) => field(name, label, { problem: form.problem, hint, extra,
    control: (a) => html`<textarea id=${a.id} rows=${rows} dir="auto" .value=${values[name]} aria-describedby=${a.about}
      aria-invalid=${a.invalid} @input=${set(name)}></textarea>` });

  const begin = (event) => {
    const chosen = options.templates().find((template) => template.id === event.target.value);
    if (chosen) values.reply = chosen.text;
    repaint();
    document.getElementById('reply').focus();
  };

  // Nobody in a crisis is answered with a form: the server takes no reply that is mostly the template.
  const reply = () => html`<div class="field"><label for="template">Begin the reply with</label><select id="template" @change=${begin}><option
      value="">An empty page</option>${options.templates().map((one) => html`<option value=${one.id}>${one.name}</option>`)}</select></div>
    ${writing('reply', t`Your reply to ${options.person}`,
      t`They read this. Fill in what is in square brackets, and write at least eight words of your own.`, 8, room(values.reply, longest))}`;

  return () => html`<form class="write" novalidate @submit=${decide}><h2 id="decide"
    tabindex="-1">Decide</h2>${summary(form.problem)}
    ${options.note?.() ?? nothing}
    ${choice('action', t`What to do`, values.action ? actions[values.action][1] : undefined,
      options.fits().map((action) => [action, named(action)]))}
    ${values.action === 'redact' ? writing('text', t`The post as it will be shown`,
      t`Take out only what can’t stay. Others see that a moderator edited it.`, 8) : nothing}
    ${timed() ? field('until', t`Until`, { problem: form.problem, hint: values.action === 'mute' ? t`Leave it empty for no end.`
      : undefined,
      control: (a) => html`<input id=${a.id} type="datetime-local" class="short" .value=${values.until}
        aria-describedby=${a.about} aria-invalid=${a.invalid} @input=${set('until')}>` }) : nothing}
    ${choice('rule', t`Rule`, undefined, options.rules.map((rule) => [rule.id, rule.text]))}
    ${writing('reason', t`Reason`, t`The author reads this. Be kind and exact.`, 4, room(values.reason, longest))}
    ${writes() ? reply() : nothing}
    <p>${sendButton(form, t`Save the decision`, t`Saving…`)}</p></form>`;
}
