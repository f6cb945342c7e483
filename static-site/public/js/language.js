// The pages in another language than English. English readers never load this: the words in pages and templates are English, and are
// the keys of the catalogues in /words. Only what we wrote is looked up; what people wrote are a template's values, and pass untouched.

const value = /\uE000(\d+)\uE001/g; // where a template has a value
const token = /<!--[^]*?-->|<\/?([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>|[^<]+|</gi;
const within = /^(a|abbr|b|bdi|cite|code|em|i|kbd|mark|s|small|span|strong|sub|sup|time|u)$/i; // what stands inside a sentence
const spoken = /(\s(?:aria-label|title|placeholder|alt)=)("[^"]*"|'[^']*')/gi; // attributes that are read by people
const rightToLeft = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/;
const named = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00A0', '#39': "'" };

const decoded = (text) => text.replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name) => named[name]);
const encoded = (text) => text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);
const tidy = (text) => text.replace(/\s+/g, ' ').trim();
const hasWords = (text) => /\p{L}/u.test(text.replace(value, ''));

function* tokens(text) {
  for (const [all, tag, rest] of text.matchAll(token)) {
    if (!tag) yield { kind: all.startsWith('<!') ? 'block' : 'text', all };
    else if (!within.test(tag)) yield { kind: 'block', all };
    else yield { kind: all[1] === '/' ? 'close' : 'open', all, tag, rest };
  }
}

// An element that is opened in one sentence and closed in another bounds both.
function paired(list) {
  const open = [];
  for (const one of list) {
    if (one.kind === 'open') open.push(one);
    else if (one.kind === 'block') open.splice(0).forEach((left) => { left.kind = 'block'; });
    else if (one.kind === 'close') {
      const start = open.pop();
      if (start?.tag === one.tag) Object.assign(start, { end: one });
      else { one.kind = 'block'; if (start) open.push(start); }
    }
  }
  for (const left of open) left.kind = 'block';
  return list;
}

/** Hands each sentence of a piece of markup to said(key, places) and puts what it gives in its place. */
function eachSentence(markup, said) {
  let out = '';
  let sentence = [];

  function finish(parts) {
    let depth = 0;
    const outside = parts.filter((one) => (one.kind === 'open' ? depth++ : one.kind === 'close' ? --depth : depth) === 0 && one.kind === 'text');
    if (!parts.length) return '';
    if (!outside.some((one) => hasWords(one.all))) return parts.some((one) => one.kind === 'open') ? inner(parts) : parts.map(written).join('');
    return whole(parts);
  }

  // Nothing but elements: each is a sentence of its own.
  function inner(parts) {
    let made = '';
    for (let i = 0; i < parts.length; i++) {
      const one = parts[i];
      if (one.kind !== 'open') { made += one.all; continue; }
      const end = parts.indexOf(one.end);
      made += written(one) + finish(parts.slice(i + 1, end)) + one.end.all;
      i = end;
    }
    return made;
  }

  function whole(parts) {
    const values = [];
    const elements = [];
    const key = parts.map((one) => {
      if (one.kind === 'text') return decoded(one.all).replace(value, (all) => `{${values.push(all) - 1}}`);
      if (one.kind === 'open') { one.n = elements.push(one) - 1; one.end.n = one.n; }
      return one.kind === 'open' ? `<${one.n}>` : `</${one.n}>`;
    }).join('');
    const [, before, after] = /^(\s*)[^]*?(\s*)$/.exec(key);
    const place = (_, slash, n, v) => (v !== undefined ? values[v] ?? '' : elements[n] ? slash ? elements[n].end.all : written(elements[n]) : '');
    const answer = said(tidy(key));
    return answer === undefined ? parts.map(written).join('')
      : before + encoded(answer).replace(/&lt;(\/?)(\d+)&gt;|\{(\d+)\}/g, place) + after;
  }

  // A tag with the attributes that people read.
  function written(one) {
    if (one.kind === 'text' || one.kind === 'close' || !one.all.includes('=')) return one.all;
    return one.all.replace(spoken, (all, name, quoted) => {
      const text = quoted.slice(1, -1);
      if (!hasWords(text)) return all;
      const values = [];
      const answer = said(tidy(decoded(text).replace(value, (found) => `{${values.push(found) - 1}}`)));
      return answer === undefined ? all : `${name}"${encoded(answer).replace(/\{(\d+)\}/g, (_, v) => values[v] ?? '')}"`;
    });
  }

  for (const one of paired([...tokens(markup)])) {
    if (one.kind !== 'block') { sentence.push(one); continue; }
    out += finish(sentence) + written(one);
    sentence = [];
  }
  return out + finish(sentence);
}

// What a problem is called where its own sentence is not in the catalogue.
const kinds = {
  'not-signed-in': 'Your session has ended, or you haven’t signed in yet.', 'session-expired': 'Your session has ended, or you haven’t signed in yet.',
  'not-found': 'It may have been taken down, or it may be for members only.', 'wrong-role': 'This room isn’t open to you',
  unavailable: 'Something went wrong on our side. Please try again in a few minutes.',
};

const marked = (strings) => strings.reduce((all, part, i) => `${all}\uE000${i - 1}\uE001${part}`);

/** The keys of all that a template or page says to people; strings are a template's constant parts. */
export function keys(strings) {
  const found = [];
  eachSentence(marked(strings), (key) => { found.push(key); });
  return found;
}

/** The key of a sentence without markup. */
export const key = (strings) => tidy(strings.reduce((all, part, i) => `${all}{${i - 1}}${part}`));

/** Speaks a language: gives the tag for templates, that for sentences, plural forms, and what the server's sentences are in it. */
export function speak(tongue, words, html) {
  Object.assign(document.documentElement, { lang: tongue, dir: rightToLeft.test(tongue) ? 'rtl' : 'ltr' });
  const forms = new Intl.PluralRules(tongue);
  const known = new WeakMap();
  const left = new Set();
  const look = (sought) => { const found = words[sought]; return typeof found === 'string' ? found : undefined; };

  function translated(strings) {
    if (!known.has(strings)) {
      const parts = eachSentence(marked(strings), look).split(value);
      const texts = parts.filter((_, i) => i % 2 === 0);
      known.set(strings, { strings: Object.assign(texts, { raw: texts }), order: parts.filter((_, i) => i % 2) });
    }
    return known.get(strings);
  }

  const tag = (strings, ...values) => {
    const there = translated(strings);
    return html(there.strings, ...there.order.map((i) => values[i]));
  };

  return {
    html: tag,
    t(strings, ...values) {
      const found = look(key(strings));
      return found === undefined ? strings.reduce((all, part, i) => all + values[i - 1] + part) : found.replace(/\{(\d+)\}/g, (_, i) => values[i]);
    },
    many: (n, one, other) => (words[other]?.[forms.select(n)] ?? words[other]?.other ?? (n === 1 ? one : other)).replace('{n}', n.toLocaleString(tongue)),
    /** A sentence of the server's: by itself, or by the kind of the problem; else as it came, and foreign() says so. */
    told(sentence, kind) {
      const found = look(sentence) ?? look(kinds[kind]);
      if (found === undefined) left.add(sentence);
      return found ?? sentence;
    },
    foreign: (sentence) => (left.has(sentence) ? 'en' : undefined),
    /** Puts the words of a page, as it came, into the language; give it lit's render. */
    // Markup is read here, and nowhere else: hearth.js calls it before any script has painted, so that it can only be what we serve.
    page(render) {
      document.title = look(document.title) ?? document.title;
      for (const left of document.querySelectorAll('noscript')) left.remove();
      for (const part of document.querySelectorAll('.skip, header, main, footer')) {
        const made = document.createDocumentFragment();
        render(html(translated([part.innerHTML]).strings), made);
        part.replaceChildren(made);
      }
    },
  };
}
