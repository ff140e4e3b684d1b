// A text as lines on the page: colours of the language, who wrote what, carets, and what cannot be
// seen or turns the direction of a line. Only lines that have changed are made anew.

const COLORED_LENGTH = 200_000;

const KEYWORDS = new Set(`abstract and as async await begin bool boolean break case catch char class
  const continue def default defer del do double elif else end enum except export extends false
  False final finally float fn for foreach from fun func function global go goto if impl implements
  import in instanceof int interface is lambda let local long loop match mod module mut namespace
  new nil None nonlocal not null or override package pass private protected pub public raise
  readonly record rescue return select self static string struct super switch then this throw throws
  trait true True try type typeof undefined union unless until use using val var void when where
  while with yield SELECT FROM WHERE INSERT INTO VALUES UPDATE SET DELETE CREATE TABLE JOIN LEFT
  INNER ON GROUP ORDER BY HAVING AND OR NOT NULL LIMIT AS`.split(/\s+/));

const HASH = new Set(['python', 'ruby', 'bash', 'shell', 'perl', 'r', 'elixir', 'yaml', 'toml']);
const DASHES = new Set(['sql', 'lua', 'haskell', 'elm', 'ada']);
const PROSE = new Set(['plaintext', 'plain', 'text', 'markdown', 'md', '']);

const STRINGS = String.raw`"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?`;
const WORDS = String.raw`\b\d[\w.]*|[A-Za-z_]\w*`;
const TOKENS = {
  hash: new RegExp(String.raw`"""[^]*?(?:"""|$)|'''[^]*?(?:'''|$)|#[^\n]*|${STRINGS}|${WORDS}`, 'g'),
  dashes: new RegExp(String.raw`--[^\n]*|${STRINGS}|${WORDS}`, 'g'),
  slashes: new RegExp(
      String.raw`//[^\n]*|/\*[^]*?(?:\*/|$)|${'`'}(?:\\.|[^${'`'}\\])*${'`'}?|${STRINGS}|${WORDS}`, 'g'),
};

// Spaces of no width, marks and overrides of direction, and other controls.
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

function colors(text, language) {
  if (PROSE.has(language) || text.length > COLORED_LENGTH) return [];
  const tokens = TOKENS[HASH.has(language) ? 'hash' : DASHES.has(language) ? 'dashes' : 'slashes'];
  const runs = [];
  for (const { 0: token, index } of text.matchAll(tokens)) {
    const look = lookOf(token);
    if (look) runs.push({ from: index, to: index + token.length, look });
  }
  return runs;
}

function lookOf(token) {
  const first = token[0];
  if (/[A-Za-z_]/.test(first)) return KEYWORDS.has(token) ? 'k' : '';
  if (/\d/.test(first)) return 'n';
  return /["'`]/.test(first) ? 's' : 'c';
}

function authorship(authors, people) {
  const runs = [];
  let at = 0;
  for (const { by, length } of authors) {
    const person = people.get(by);
    if (person) runs.push({ from: at, to: at + length, look: `by person-${person.number}` });
    at += length;
  }
  return runs;
}

function unseen(text) {
  return Array.from(text.matchAll(UNSEEN), ({ 0: character, index }) => ({
    from: index,
    to: index + 1,
    look: 'unseen',
    code: `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  }));
}

// The text as lines of parts. Layers are lists of runs, in order, that do not overlap.
function linesOf(text, layers, carets) {
  const pointers = layers.map(runs => ({ runs, next: 0 }));
  const left = [...carets].sort((a, b) => a.offset - b.offset);
  let from = 0;
  return text.split('\n').map(line => {
    const parts = partsOf(text, from, from + line.length, pointers, left);
    from += line.length + 1;
    return parts;
  });
}

function partsOf(text, from, to, pointers, carets) {
  const parts = [];
  let at = from;
  for (;;) {
    while (carets.length && carets[0].offset <= at) parts.push({ caret: carets.shift() });
    if (at >= to) return parts;
    let end = Math.min(to, carets[0]?.offset ?? to);
    const looks = [];
    let code;
    for (const pointer of pointers) {
      while (pointer.runs[pointer.next]?.to <= at) pointer.next += 1;
      const run = pointer.runs[pointer.next];
      if (!run) continue;
      end = Math.min(end, run.from > at ? run.from : run.to);
      if (run.from <= at) {
        looks.push(run.look);
        code ??= run.code;
      }
    }
    parts.push({ text: text.slice(at, end), look: looks.join(' '), code });
    at = end;
  }
}

// The lines of one element.
class CodeView {
  constructor(element) {
    this.element = element;
    this.keys = [];
  }

  show(lines) {
    const keys = lines.map(key);
    const shared = Math.min(keys.length, this.keys.length);
    let head = 0;
    while (head < shared && keys[head] === this.keys[head]) head += 1;
    let tail = 0;
    while (tail < shared - head && keys.at(-1 - tail) === this.keys.at(-1 - tail)) tail += 1;
    for (let i = this.keys.length - tail - 1; i >= head; i--) this.element.children[i].remove();
    const next = this.element.children[head] ?? null;
    for (const line of lines.slice(head, lines.length - tail)) {
      this.element.insertBefore(lineElement(line), next);
    }
    this.keys = keys;
  }
}

function key(parts) {
  return parts.map(({ caret, text, look }) => caret
      ? `\u0000${caret.person.id}${caret.named}` : `${look}\u0001${text}`).join('\u0002');
}

function lineElement(parts) {
  return element('div', parts.some(part => part.caret?.named) ? 'line current' : 'line', parts.map(
      ({ caret, text, look, code }) => {
        if (caret) return caretElement(caret);
        if (!look) return text;
        const span = element('span', look, [text]);
        if (code) span.dataset.code = code;
        return span;
      }));
}

function caretElement({ person, named }) {
  const caret = element('span', `caret person-${person.number}${named ? ' named' : ''}`, []);
  caret.dataset.name = person.name;
  caret.setAttribute('aria-hidden', 'true');
  return caret;
}

// An element; what is given as a string becomes text, and never anything else.
function element(name, style, children = []) {
  const made = document.createElement(name);
  if (style) made.className = style;
  made.append(...children);
  return made;
}
