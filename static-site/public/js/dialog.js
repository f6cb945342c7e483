// Questions and news that come before the page.
import { foreign, html, render, t } from './hearth.js';

/**
 * Opens a dialog: view() gives the content of a form whose buttons close it. Answers the value of the button, or '' for Escape.
 * It carries a quick exit of its own, as the page's is out of reach behind it.
 */
export function dialog(view, className = '') {
  const box = Object.assign(document.createElement('dialog'), { className });
  box.setAttribute('aria-labelledby', 'dialog-title');
  const show = () => render(html`<a class="exit" href="/api/session/exit">Quick exit</a><form method="dialog">${view()}</form>`,
    box);
  show();
  document.body.append(box);
  box.showModal();
  const closed = new Promise((done) => {
    box.addEventListener('close', () => { box.remove(); done(box.returnValue); });
  });
  return { show, closed };
}

/** Asks before something that can't be undone; answers true for yes. */
export async function ask(title, words, yes, no = t`Keep it`) {
  const answer = await dialog(() => html`<h2 id="dialog-title">${title}</h2><p>${words}</p>
    <p class="row"><button value="yes">${yes}</button><button value="no" class="plain" autofocus>${no}</button></p>`).closed;
  return answer === 'yes';
}

/** Says what went wrong where there is no form to say it in. */
export const tell = (title, words) => dialog(() => html`<h2 id="dialog-title">${title}</h2><p
  lang=${foreign(words)}>${words}</p><p><button value="" class="plain" autofocus>Close</button></p>`).closed;
