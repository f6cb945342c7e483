// The welcome, and the groups that the person may read.
import { html, nothing, page, Problem, read, render, session, t, wasHere } from './hearth.js';

const list = document.getElementById('groups');

const kinds = { members: t`For members`, restricted: t`By invitation` };

function door(group) {
  return html`<li><article class="door">
    <h3><a href=${page('/group.html', { id: group.id })}>${group.name}</a></h3>
    <p>${group.description}</p>
    ${kinds[group.visibility] ? html`<p class="small">${kinds[group.visibility]}</p>` : nothing}
  </article></li>`;
}

// Members come for the groups: the welcome makes room for them.
function greet(name) {
  document.querySelector('.welcome').classList.add('home');
  document.getElementById('greeting').textContent = name ? t`Good to see you, ${name}` : t`Good to see you`;
  for (const part of document.querySelectorAll('.only-visitors')) part.hidden = true;
}

if (wasHere()) greet();
session.then(({ member }) => member && greet(member.name));

let first = true;
function show(content) {
  if (first) list.replaceChildren();
  first = false;
  render(content, list);
}

try {
  await read('/api/public/groups', '/api/groups', ({ items }) => show(items.length
    ? html`<ul class="doors">${items.map(door)}</ul>`
    : html`<p class="empty">There are no groups yet. The first one is on its way.</p>`));
} catch (p) {
  if (!(p instanceof Problem)) throw p;
  show(html`<div class="note" role="alert"><p>${p.message}</p>
    <p><button type="button" class="plain" @click=${() => location.reload()}>Try again</button></p></div>`);
}

