// What happened while nobody was there, for whoever comes on duty.
import { api, enter, html, many, nothing, page, paint, query, t, trouble, when } from './hearth.js';
import { claimWords, clock, named, risk } from './risk.js';

let it = null;

const row = (c) => html`<li><article class="case" aria-labelledby="case-${c.id}">
  <p class="top">${risk(c.risk)}${clock(c)}${c.appeal ? html`<span class="tag">Appeal</span>` : nothing}</p>
  <h3 id="case-${c.id}" dir="auto"><a href=${page('/case.html', { id: c.id })}>${c.title || named(c)}</a></h3>
  <p class="soft small">${c.reasons.join(' · ')}</p>
  <p class="meta">${c.groupName ? html`<span>${c.groupName}</span>` : nothing}<span>Came ${when(c.openedAt, true)}</span>
    ${c.reportCount ? html`<span>${many(c.reportCount, '1 report', '{n} reports')}</span>` : nothing}
    ${c.state === 'open' ? html`<span>${claimWords(c.claim)}</span>` : nothing}</p></article></li>`;

const gap = () => (!it.gap ? t`There has been no gap in the rota of late, so this is the last twelve hours.`
  : it.gap.until ? html`Nobody was there from ${when(it.gap.since, true)} to ${when(it.gap.until, true)}.` : html`Nobody has been there since ${when(it.gap.since, true)}.`);

function show() {
  const hidden = it.waiting.filter((c) => c.reasons.some((r) => r.startsWith('Hidden until a person looks'))).length;
  paint(html`<div class="wide"><h1>Hand-over</h1><p>Everything since ${when(it.since, true)}. ${gap()}</p>
    ${hidden ? html`<p class="note">${many(hidden, 'One post was hidden because three members reported it. A person decides now.',
      '{n} posts were hidden because three members reported them. A person decides now.')}</p>` : nothing}
    ${it.more ? html`<p class="note">There is more than fits here. The <a href="/moderate.html">queue</a> has all of it.</p>` : nothing}
    <section aria-labelledby="waiting"><h2 id="waiting">Waiting (${it.waiting.length})</h2>
      ${it.waiting.length ? html`<ol class="cases">${it.waiting.map(row)}</ol>` : html`<p class="soft">Nothing waits. A quiet night.</p>`}</section>
    <section aria-labelledby="done"><h2 id="done">Decided already (${it.done.length})</h2>
      ${it.done.length ? html`<ol class="cases">${it.done.map(row)}</ol>` : html`<p class="soft">Nothing.</p>`}</section></div>`, t`Hand-over`);
}

try {
  await enter('staff');
  it = await api.get(`/api/moderation/handover${query('since') ? `?since=${encodeURIComponent(query('since'))}` : ''}`);
  show();
} catch (p) {
  trouble(p);
}
