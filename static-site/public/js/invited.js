// An invitation: what it is for, and the way in. Its secret stands behind the # of the address, where no server sees it, and stays in this
// tab while somebody signs in.
import { api, html, paint, session, signInPath, t, tab, trouble, when } from './hearth.js';
import { sending, sendButton, summary } from './form.js';
import { stayWords } from './stay.js';

const shelf = 'hearth.invitation';
const link = location.hash.slice(1) || tab.get(shelf) || '';
let who = {};
let offer = null;
const form = sending(show);

// Out of the address bar, so that it is neither read over a shoulder nor kept in the history. Where the tab keeps nothing, it stays.
if (location.hash) {
  tab.set(shelf, link);
  if (tab.get(shelf) === link) history.replaceState(null, '', location.pathname);
}

function nothingHere() {
  tab.drop(shelf);
  paint(html`<div class="empty"><h1>This link doesn’t open anything now</h1>
    <p>It may have been meant for a certain time or a certain number of people, or somebody took it back. We can’t say which, and we
      don’t say what it was for.</p>
    <p>If you expected to be let in, ask whoever gave it to you for a new one. Only the people who run this community can make one.</p>
    <p class="row centre"><a class="button plain" href="/">All groups</a></p></div>`, t`An invitation`);
}

const accept = (event) => form.run(event, () => [], async () => {
  try {
    const { group } = await api.post('/api/me/access', { link });
    tab.drop(shelf);
    location.replace(`/group.html?id=${encodeURIComponent(group.id)}`);
  } catch (p) {
    if (p.status !== 404) throw p;
    offer = null;
    nothingHere();
  }
});

function show() {
  if (!offer) return;
  const back = '/invited.html';
  paint(html`<h1>You are invited to <span dir="auto">${offer.group.name}</span></h1>
    <p dir="auto">${offer.group.description}</p>
    <p>This group is for people who were invited. Nobody else can see it, or that it is there.</p>
    <p>${stayWords(offer.stay)} This link works until ${when(offer.expiresAt, true)}, or until it has been used as often as it was made for.</p>
    ${who.member ? html`<form class="write" @submit=${accept}>${summary(form.problem)}
        <p>You come in as <strong dir="auto">${who.member.name}</strong>.</p>
        <div class="row">${sendButton(form, t`Come in`, t`Opening the door…`)}<a class="button plain" href="/">Not now</a></div></form>`
    : html`<p>${who.signedIn ? t`First choose the name that others see.` : t`First join or sign in. You come back here.`}</p>
        <p><a class="button" href=${who.signedIn ? `/join.html?return=${encodeURIComponent(back)}` : signInPath('member', back)}>${who.signedIn
          ? t`Choose your name` : t`Join or sign in`}</a></p>`}`, t`An invitation`);
}

try {
  if (!link) nothingHere();
  else {
    [offer, who] = await Promise.all([api.post('/api/public/invitations', { link }), session]);
    if (who.trouble) throw who.trouble;
    show();
  }
} catch (p) {
  if (p.status === 404 || p.status === 422) nothingHere();
  else trouble(p);
}
