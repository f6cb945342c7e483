// Forms that forgive: labels, hints, a summary that takes the focus, and no second send while the first is on its way.
import { foreign, html, many, nothing, Problem, signInPath, t } from './hearth.js';

// Forms have their own style sheet, so that those who only read never load it.
export function formStyles() {
  if (document.querySelector('link[href$="forms.css"]')) return Promise.resolve();
  return new Promise((done) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/css/forms.css', onload: done,
      onerror: done });
    document.head.append(link);
  });
}

/** One field. control(attributes) builds the input with the given id, description and validity. */
export function field(name, label, { hint, problem, control, extra = nothing }) {
  const said = problem?.errors.find((e) => e.field === name)?.detail;
  const about = [hint && `${name}-hint`, said && `${name}-error`].filter(Boolean).join(' ') || nothing;
  return html`<div class="field ${said ? 'wrong' : ''}">
    <label for=${name}>${label}</label>
    ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : nothing}
    ${said ? html`<p class="error" id="${name}-error" lang=${foreign(said)}>${said}</p>` : nothing}
    ${control({ id: name, about, invalid: said ? 'true' : nothing })}${extra}</div>`;
}

/** What went wrong with a form, and where; takes the focus when it appears. */
export function summary(problem) {
  if (!problem) return nothing;
  const listed = problem.errors.length > 0;
  return html`<div class="summary" id="summary" role="alert" tabindex="-1">
    <h2>${listed ? t`Please look at this again` : problem.kind === 'offline' ? t`Not sent: no connection` : problem.signedOut
      ? t`Your session has ended` : t`That didn’t work`}</h2>
    ${listed ? html`<ul>${problem.errors.map((e) => html`<li>${document.getElementById(e.field) || e.field
      ? html`<a href="#${e.field}" lang=${foreign(e.detail)} @click=${toField}>${e.detail}</a>` : e.detail}</li>`)}</ul>`
    : problem.signedOut ? html`<p>What you wrote is kept on this device. Sign in again, and you come back to it here.</p>
        <p><a class="button" href=${signInPath()}>Sign in again</a></p>`
    : problem.kind === 'offline' ? html`<p>You may be offline. What you wrote is kept here. Try again when you’re connected; it
      will not be sent twice.</p>`
    : html`<p lang=${foreign(problem.message)}>${problem.message}</p>`}</div>`;
}

function toField(event) {
  const target = document.getElementById(event.currentTarget.hash.slice(1));
  if (!target) return;
  event.preventDefault();
  target.focus();
  target.scrollIntoView({ block: 'center' });
}

export const refuse = (errors) => new Problem('invalid', t`Please look at this again.`, { status: 422, errors });

/** Sends one form: run(event, check, work) refuses what check finds, then waits for work; repaint follows each change. */
export function sending(repaint) {
  return {
    busy: false,
    problem: null,
    async run(event, check, work) {
      event?.preventDefault();
      if (this.busy) return;
      const errors = check();
      this.problem = errors.length ? refuse(errors) : null;
      if (!this.problem) {
        this.busy = true;
        repaint();
        try { await work(); } catch (p) {
          if (!(p instanceof Problem)) { console.error(p); }
          this.problem = p instanceof Problem ? p : new Problem('unavailable',
            t`Something went wrong on this page. Please try again.`);
        }
        this.busy = false;
      }
      repaint();
      if (this.problem) document.getElementById('summary')?.focus();
    },
  };
}

export const sendButton = (form, label, busyLabel = t`Sending…`) =>
  html`<button type="submit" aria-disabled=${form.busy ? 'true' : nothing}>${form.busy ? busyLabel : label}</button>`;

export const length = (text) => [...text].length;

/** Says how much room is left, once there is little. */
export function room(text, most) {
  const left = most - length(text);
  if (left > most / 10) return html`<p class="count" role="status"></p>`;
  return html`<p class="count" role="status">${left >= 0 ? many(left, 'Room for {n} more character', 'Room for {n} more characters')
    : many(-left, '{n} character too many', '{n} characters too many')}</p>`;
}
