// Drills: a made-up crisis, to find out how long it takes until somebody is there. For the lead.
import { announce, api, enter, html, many, nothing, page, paint, t, trouble, when } from './hearth.js';
import { ask } from './dialog.js';

let drills = [];
let said = null;

const going = () => drills.some((d) => !d.case || d.case.state === 'open');

async function start() {
  if (!await ask(t`Start a drill?`, t`Whoever is on duty is told of a crisis, as if it were real. When they open it they see that it is practice and that nobody is in danger.`,
    t`Start it`, t`Not now`)) return;
  said = null;
  try { await api.post('/api/moderation/drills'); announce(t`The drill has begun.`); } catch (p) { said = p.message; }
  await load();
  show();
}

function length(from, to) {
  const seconds = Math.max(0, Math.round((new Date(to) - new Date(from)) / 1000));
  return seconds < 120 ? many(seconds, '{n} second', '{n} seconds') : seconds < 7200 ? many(Math.round(seconds / 60), '{n} minute', '{n} minutes')
    : many(Math.round(seconds / 3600), '{n} hour', '{n} hours');
}

const step = (label, d, at, clock) => html`<dt>${label}</dt><dd class=${clock?.breached ? 'late' : ''}>${at ? html`after ${length(d.startedAt, at)}` : t`not yet`}${clock
  ? html`, ${clock.breached ? t`later than its target` : at ? t`in time` : html`due ${when(clock.dueAt, true)}`}` : nothing}</dd>`;

function result(d) {
  const c = d.case;
  return html`<li><article aria-labelledby="drill-${d.id}"><h3 id="drill-${d.id}">${when(d.startedAt, true)}</h3>
    <p class="soft">Started by ${d.startedBy}. ${!c ? t`The checks have not read it yet.` : c.state === 'open' ? html`It’s going on. <a
      href=${page('/case.html', { id: d.id })}>Its case</a>` : t`It’s over.`}</p>
    ${c ? html`${c.risk === 'crisis' ? nothing : html`<p class="note warm">The checks read it as ${c.risk} and not as a crisis. Tell whoever looks after your system.</p>`}
    <dl class="facts">${step(t`Checked`, d, c.checkedAt)}${step(t`Somebody told`, d, c.toldAt)}${c.clocks.leadTold ? step(t`Lead told`, d, c.clocks.leadTold.at, c.clocks.leadTold) : nothing}
      ${step(t`Seen`, d, c.clocks.seen.at, c.clocks.seen)}${step(t`Acted on`, d, c.clocks.acted.at, c.clocks.acted)}</dl>` : nothing}</article></li>`;
}

function show() {
  paint(html`<div class="head"><div><h1>Drills</h1><p>Real crises are rare. A drill shows whether somebody would be there.</p></div></div>
    <div class="flow"><p>A made-up person writes that they are in danger. It takes the way that a real post takes: checks, case, alerts, queue. Whoever opens it is told at
      once that it is practice, and decides it all the same. It’s in no group, count or export.</p>
    <p>Say beforehand that there will be drills, and not when.</p>
    ${said ? html`<p class="note" role="alert">${said}</p>` : nothing}
    <p class="row"><button type="button" class=${going() ? 'plain' : ''} @click=${going() ? () => load().then(show).catch(trouble) : () => start().catch(trouble)}>${going()
      ? t`Look again` : t`Start a drill`}</button></p></div>
    <section aria-labelledby="went"><h2 id="went">How they went</h2>
      ${drills.length ? html`<ol class="mine">${drills.map(result)}</ol>` : html`<p class="soft">There has been none yet.</p>`}</section>`, t`Drills`);
}

async function load() {
  drills = (await api.get('/api/moderation/drills')).items;
}

try {
  await enter('staff');
  await load();
  show();
} catch (p) {
  trouble(p);
}
