// Run in a browser: every sentence that the pages and modules in files ({path: text}) say, in the order in which they stand there.
// A sentence is its own key; one with a number is {one, other} under the latter. Also finds sentences that nobody could translate.
async (files) => {
  const { key, keys } = await import('/js/language.js');
  const words = {};
  const plain = [];
  const add = (one) => { words[one] ??= one; };

  function page(text) {
    const bare = text.replace(/<noscript>[^]*?<\/noscript>/g, '').replace(/<!--[^]*?-->/g, '');
    add(/<title>(.*?)<\/title>/.exec(bare)[1]);
    for (const part of ['a class="skip"', 'header', 'main', 'footer']) {
      const tag = part.split(' ')[0];
      const found = new RegExp(`<${part}[^>]*>([^]*?)</${tag}>`).exec(bare);
      if (found) keys([found[1]]).forEach(add);
    }
  }

  const unquoted = (text) => text.replace(/\\(.)/g, '$1');
  // A sentence that stands in quotes can't be translated. Names in code have no spaces and begin small.
  const reads = (text) => /^[A-Z][a-z’]+( [a-z’]|[.…?!]|$)/.test(text) || (/[a-z’]+ [a-z’]+ [a-z’]/.test(text) && !/[|=<>#[\]]/.test(text));

  function module(path, source) {
    const open = [{ depth: 0 }];
    const calls = [];
    let before = '';
    let i = 0;
    const skip = (to) => { i = to < 0 ? source.length : to; };

    function string(quote) {
      let end = i + 1;
      while (source[end] !== quote) end += source[end] === '\\' ? 2 : 1;
      const text = unquoted(source.slice(i + 1, end));
      const call = calls.at(-1);
      if (call && call.depth === open.at(-1).depth && call.level === open.length) call.texts.push(text);
      else if (reads(text)) plain.push(`${path}: ${text}`);
      i = end + 1;
    }

    function pattern() {
      let listed = false;
      for (i++; source[i] !== '/' || listed; i++) {
        if (source[i] === '\\') i++;
        else if (source[i] === '[') listed = true;
        else if (source[i] === ']') listed = false;
      }
      i++;
    }

    function close() {
      const template = open.pop();
      template.parts.push(unquoted(source.slice(template.from, i)));
      if (template.tag === 'html') keys(template.parts).forEach(add);
      else if (template.tag === 't') add(key(template.parts));
      else if (reads(key(template.parts))) plain.push(`${path}: ${key(template.parts)}`);
      i++;
    }

    while (i < source.length) {
      const now = open.at(-1);
      const sign = source[i];
      if (now.parts) {
        if (sign === '\\') i += 2;
        else if (sign === '`') { close(); before = '`'; }
        else if (sign === '$' && source[i + 1] === '{') {
          now.parts.push(unquoted(source.slice(now.from, i)));
          open.push({ depth: 0 });
          i += 2;
          before = '(';
        } else i++;
        continue;
      }
      if (source.startsWith('//', i)) { skip(source.indexOf('\n', i)); continue; }
      if (source.startsWith('/*', i)) { skip(source.indexOf('*/', i) + 2); continue; }
      if (sign === "'" || sign === '"') { string(sign); before = "'"; continue; }
      if (sign === '`') {
        open.push({ parts: [], from: i + 1, tag: /(?:^|[^\w$.])(html|t)$/.exec(source.slice(Math.max(0, i - 8), i))?.[1] ?? '' });
        i++;
        continue;
      }
      if (sign === '/' && '(,=:[!&|?{};+*%~^<>'.includes(before || ';')) { pattern(); before = '/'; continue; }
      if (/[^\w$.]many\($/.test(source.slice(Math.max(0, i - 6), i))) calls.push({ level: open.length, depth: now.depth, texts: [], round: 1 });
      const call = calls.at(-1);
      if (call?.level === open.length) {
        if (sign === '(') call.round++;
        if (sign === ')' && --call.round === 0) {
          calls.pop();
          if (call.texts.length === 2) words[call.texts[1]] = { one: call.texts[0], other: call.texts[1] };
        }
      }
      if (sign === '{') now.depth++;
      if (sign === '}') {
        if (now.depth === 0 && open.length > 1) { open.pop(); open.at(-1).from = i + 1; i++; continue; }
        now.depth--;
      }
      if (!/\s/.test(sign)) before = sign;
      i++;
    }
  }

  for (const [path, text] of Object.entries(files)) {
    if (path.endsWith('.html')) page(text);
    else module(path, text);
  }
  return { words, plain };
}
