// What helps, kept by the people who run the community, with the day by which somebody looks at each thing again.
import { announce, api, html, many, myRegion, nothing, paint, session, t, trouble, when } from './hearth.js';

let items = [];
let regions = [];
let keeper = null; // the form for leads and admins, which nobody else loads

const regionName = (code) => regions.find((one) => one.code === code)?.name ?? code;
const near = (one) => (one.region === myRegion() ? 0 : one.region === 'ZZ' ? 1 : 2);

function entry(one) {
  if (keeper?.at === one.id) return html`<li>${keeper.view()}</li>`;
  return html`<li><h2 dir="auto">${one.url?.startsWith('https://') ? html`<a href=${one.url} rel="noopener noreferrer">${one.title}</a>` : one.title}</h2>
    <p dir="auto">${one.text}</p>
    <p class="meta">${one.region === 'ZZ' ? nothing : html`<span>${regionName(one.region)}</span>`}
      ${one.overdue ? html`<span class="first">Not checked since it should have been, ${when(one.reviewBy)}: it may be out of date</span>`
        : html`<span>We look at it again by ${when(one.reviewBy)}</span>`}</p>
    ${keeper ? html`<p class="controls"><button type="button" class="quiet" @click=${() => keeper.edit(one)}>Change<span
      class="sr"> ${one.title}</span></button><button type="button" class="quiet" @click=${() => keeper.remove(one)}>Take out<span
      class="sr"> ${one.title}</span></button></p>` : nothing}</li>`;
}

function show() {
  const sorted = [...items].sort((a, b) => (keeper ? b.overdue - a.overdue : 0) || near(a) - near(b));
  const late = items.filter((one) => one.overdue).length;
  paint(html`<h1>Resources</h1>
    <p>What has helped others: places to read, to call, to go. If you can’t wait, <a href="/help-now.html">help now</a> has people who
      listen at any hour.</p>
    ${keeper && late ? html`<p class="note warm" role="status">${many(late,
      'One of these is past the day by which somebody should have looked. It stands first.',
      '{n} of these are past the day by which somebody should have looked. They stand first.')}</p>` : nothing}
    ${keeper ? keeper.at === '' ? keeper.view() : html`<p><button type="button" @click=${() => keeper.edit(null)}>Add something</button></p>` : nothing}
    ${items.length ? html`<ul class="threads" aria-label="Resources">${sorted.map(entry)}</ul>`
    : html`<div class="empty"><h2>Nothing here yet</h2><p>The people who run this community can put things here that help.</p></div>`}`, t`Resources`);
}

async function load() {
  ({ items } = await api.get('/api/public/resources'));
}

try {
  const help = api.get('/api/public/help').then((found) => { regions = found.regions; }, () => {});
  await Promise.all([load(), help]);
  show();
  const { member } = await session;
  if (['lead', 'admin'].includes(member?.role)) {
    const { keeping } = await import('./resources-keep.js');
    keeper = await keeping(regions, (changed, gone) => {
      items = [...items.filter((one) => one.id !== (changed?.id ?? gone)), ...(changed ? [changed] : [])];
      announce(changed ? t`Saved. Others see it within a minute.` : t`Taken out.`);
      show();
    }, show);
    show();
  }
} catch (p) {
  trouble(p);
}
