// A member, as other members see them: little, on purpose.
import { api, html, nothing, page, paint, query, roleName, session, trouble } from './hearth.js';

const id = query('id');
try {
  const [member, who] = await Promise.all([api.get(`/api/members/${encodeURIComponent(id)}`), session]);
  const [year, month] = member.joined.split('-').map(Number);
  const joined = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric' }).format(new Date(year, month - 1));
  paint(html`<h1 dir="auto">${member.name}</h1>
    <p class="meta">${roleName(member.role) ? html`<span class="tag">${roleName(member.role)}</span>` : nothing}<span>Joined in ${joined}</span></p>
    <div class="controls">${who.member?.id === member.id ? html`<a class="quiet" href="/account.html">This is you. Your account</a>`
    : html`<a class="quiet" href=${page('/report.html', { member: id })}>Report this member</a>`}</div>`, member.name);
} catch (p) {
  trouble(p);
}
