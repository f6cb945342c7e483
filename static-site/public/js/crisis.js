// Does a text read like somebody in danger now? Then help lines are offered before it is sent. This never stops a post,
// and the screening on the server judges for itself. Better once too often than once too few.
import { api, html, myRegion, nothing, t } from './hearth.js';
import { dialog } from './dialog.js';

const phrases = `
kill myself|killing myself|end my life|ending my life|take my (own )?life|taking my (own )?life|end it all|ending it all
end things tonight
want to die|wanna die|wish i (was|were) dead|wish i (would|could) (just )?(die|not wake up)|rather be dead|ready to die
going to die tonight|better off dead
(don ?t|do not|didn ?t|no longer) (want to|wanna) (live|be alive|wake up|be here|exist)
want to (disappear|not exist|sleep and never wake|stop existing)
suicidal|commit suicide|thinking (of|about) suicide|attempt suicide|suicide note|kms|unalive myself|ctb
(no|any) (reason|point) (to|in) (live|living|going on|carrying on)|nothing (left )?to live for
(can ?t|cannot|can not) (go on|carry on|do this any ?more|keep going|keep myself safe)
better off without me|this is (my )?goodbye|goodbye (everyone|everybody|all)|won ?t be here (tomorrow|much longer)
my last (post|message|night)
(hurt|hurting|harm|harming|cut|cutting|burn|burning|starve|starving) myself|self ?harm(ing|ed)? (again|tonight|today|now)
(want|need|urge|going) to (cut|self ?harm)|(started|been|am|im) (cutting|self ?harming)
took (an|a|too many) (overdose|pills|tablets)|taken (an overdose|too many)|going to overdose|have a plan to (die|end)
not safe (right now|tonight|at home|with myself)|in danger (right )?now|going to jump`;

const pattern = new RegExp(`\\b(?:${phrases.trim().replace(/\n/g, '|')})\\b`);

export function readsLikeCrisis(text) {
  return pattern.test(text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' '));
}

// Said at once, before the region's own lines have come, and without a network.
const lasting = { lines: [[t`UK and Ireland`, '116 123'], [t`US and Canada`, '988'], [t`Australia`, '13 11 14'], [t`New Zealand`,
  '1737']]
  .map(([name, phone]) => ({ name, phone, hours: t`any hour` })) };

const dial = (number) => `tel:${number.replace(/[^\d+]/g, '')}`;

const prompt = (help) => html`<h2 id="dialog-title" tabindex="-1" autofocus>It sounds as if this is a very hard moment</h2>
  <p>You can post this, and a person will read it. That can take a while. If you’d like to talk to somebody right now, these
    people are there to listen:</p>
  <ul class="bare help">${help.lines.slice(0, 4).map((line) => html`<li><b>${line.name}</b>${line.phone ? html`<a
    href=${dial(line.phone)}>${line.phone}</a>` : nothing}
    ${line.text ? html`<span>Text ${line.text}</span>` : nothing}<span class="soft small">${line.hours}</span></li>`)}</ul>
  ${help.emergency ? html`<p>In danger right now? Call <a href=${dial(help.emergency)}>${help.emergency}</a>.</p>` : nothing}
  <p><a href="/help-now.html" target="_blank">More help lines, by country (opens a new tab)</a></p>
  <p class="row"><button value="write" class="plain">Go on writing</button><button value="post" class="plain">Post it
    anyway</button></p>
  <p class="soft small">Your words are kept, whatever you choose.</p>`;

/** Offers the region's help lines; answers true for “Post it anyway”, false for “Go on writing” and Escape. */
export async function offerHelp() {
  let help = lasting;
  const { show, closed } = dialog(() => prompt(help), 'prompt');
  api.get(`/api/public/help${myRegion() ? `?region=${myRegion()}` : ''}`).then((found) => {
    if (found.lines.length) help = found;
    show();
  }, () => {});
  return await closed === 'post';
}
