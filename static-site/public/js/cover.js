// Tells members, while nobody is on duty, that everything waits and until about when.
import { api, html, locale, render } from './hearth.js';

const hour = new Intl.DateTimeFormat(locale, { weekday: 'long', hour: '2-digit', minute: '2-digit' });

try {
  const cover = await api.get('/api/public/cover');
  if (cover.holding) {
    const place = document.createElement('div');
    render(html`<p class="note cover" role="status"><b>No moderator is here at the moment.</b> What you write is kept, and others see it once somebody has looked${cover.expectedBy
      ? html`: probably by <time datetime=${cover.expectedBy}>${hour.format(new Date(cover.expectedBy))}</time>` : ''}.
      If you can’t wait, <a href="/help-now.html">help now</a> has people who listen at any hour.</p>`, place);
    document.getElementById('main').before(place);
  }
} catch { /* A banner is not worth a trouble. */ }
