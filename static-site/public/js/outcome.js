// What came of a report, for whoever has its reference. Nobody has to sign in for it.
import { announce, api, html, nothing, paint, query, t } from './hearth.js';
import { field, refuse, sendButton, sending, summary } from './form.js';
import { told } from './told.js';

let reference = query('reference');
let found = null;
const form = sending(show);
const unknown = t`We can’t find this reference. Look at it again: it has two groups of four signs, as in HR-4K7Q-9XWM. If you asked not to hear what came of it, we can’t tell you here.`;

// People read it out, copy it with spaces, and leave the first letters away.
function tidied() {
  const signs = reference.toUpperCase().replace(/[^A-Z0-9]/g, '').replace(/^HR(?=.{8}$)/, '');
  return `HR-${signs.slice(0, 4)}-${signs.slice(4)}`;
}

const look = (event) => form.run(event, () => {
  found = null;
  return reference.trim() ? [] : [{ field: 'reference', detail: t`Write the reference that you were given.` }];
}, async () => {
  try {
    found = await api.get(`/api/public/reports/${encodeURIComponent(tidied())}`);
    announce(t`Found.`);
  } catch (p) {
    throw p.status === 404 ? refuse([{ field: 'reference', detail: unknown }]) : p;
  }
});

function show() {
  paint(html`<p class="crumb"><a href="/report.html">Tell us what’s wrong</a></p>
    <h1>What came of a report</h1>
    <form class="write" novalidate @submit=${look}>${summary(form.problem)}
      ${field('reference', t`Reference`, { problem: form.problem, hint: t`You were given it when you sent the report, such as HR-4K7Q-9XWM.`,
        control: (a) => html`<input id=${a.id} class="short" autocomplete="off" autocapitalize="characters" spellcheck="false"
          .value=${reference} aria-describedby=${a.about} aria-invalid=${a.invalid}
          @input=${(e) => { reference = e.target.value; }}>` })}
      <p>${sendButton(form, t`Look`, t`Looking…`)}</p></form>
    ${found ? html`<section class="note flow" aria-label="What came of it">${told(found)}</section>` : nothing}`, t`What came of a report`);
}

show();
if (reference) look();
