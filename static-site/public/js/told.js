// What somebody is told who reported something: what came of it, and nothing about anybody else.
import { html, t, when } from './hearth.js';

const about = { post: t`a post`, member: t`a member`, complaint: t`something that was wrong` };

const result = {
  waiting: t`A person will look at it, or is looking now.`,
  acted: t`A moderator looked and did something about it. What exactly stays between them and the person concerned.`,
  left: t`A moderator looked and left things as they are.`,
  untold: t`You asked not to hear what came of it.`,
};

/** One report in words. */
export const told = (report) => html`<p><b>${report.reference}</b></p>
  <p>${result[report.result]}</p>
  <p class="meta"><span>About ${about[report.about] ?? t`something`}</span><span>Sent ${when(report.reportedAt)}</span>${report.decidedAt
    ? html`<span>Looked at ${when(report.decidedAt)}</span>` : ''}</p>`;
