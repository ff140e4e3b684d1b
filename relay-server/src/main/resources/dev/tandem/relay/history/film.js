// The texts at any place of the log. A text is never changed, so a frame can be kept for little:
// one in every so many is, and no place is further than that from one.

const STRIDE = 500;

class Film {
  constructor(events, withAuthors) {
    this.events = events;
    this.withAuthors = withAuthors;
    this.frames = [{ documents: new Map(), carets: new Map(), document: 'main', writer: null }];
    this.go(0);
  }

  // The documents and carets at a place. They hold until the next call.
  at(place) {
    const frame = Math.floor(place / STRIDE);
    if (place < this.place || frame > Math.floor(this.place / STRIDE)) {
      this.go(Math.min(frame, this.frames.length - 1));
    }
    while (this.place < place) this.step();
    return this.state;
  }

  go(frame) {
    this.state = copy(this.frames[frame]);
    this.place = frame * STRIDE;
  }

  step() {
    this.evolve(this.events[this.place]);
    this.place += 1;
    if (this.place === this.frames.length * STRIDE) this.frames.push(copy(this.state));
  }

  evolve({ type, by, payload }) {
    const { documents, carets } = this.state;
    switch (type) {
      case 'document_opened':
        documents.set(payload.doc, {
          name: payload.name,
          language: payload.language,
          text: payload.text,
          revision: 0,
          authors: this.withAuthors ? [{ length: payload.text.length, by: null }] : null,
        });
        break;
      case 'document_closed':
        documents.delete(payload.doc);
        for (const [person, caret] of carets) if (caret.doc === payload.doc) carets.delete(person);
        break;
      case 'language_changed':
        documents.set(payload.doc,
            { ...documents.get(payload.doc), language: payload.language });
        break;
      case 'peer_left':
        carets.delete(payload.participantId);
        break;
      case 'code_update':
        this.edit(by, payload);
        break;
    }
  }

  edit(by, { doc, revision, operation }) {
    const { documents, carets } = this.state;
    const before = documents.get(doc);
    documents.set(doc, {
      ...before,
      revision,
      text: applied(before.text, operation),
      authors: before.authors && appliedToAuthors(before.authors, operation, by),
    });
    for (const [person, caret] of carets) {
      if (caret.doc === doc) {
        carets.set(person, { doc, offset: moved(caret.offset, operation) });
      }
    }
    const offset = caretAfter(operation);
    if (offset !== null) {
      carets.set(by, { doc, offset });
      this.state.document = doc;
      this.state.writer = by;
    }
  }
}

function copy(state) {
  return { ...state, documents: new Map(state.documents), carets: new Map(state.carets) };
}

// An operation is a list over the whole text: keep so many, insert a text, delete so many (< 0).
function applied(text, operation) {
  let at = 0;
  let result = '';
  for (const part of operation) {
    if (typeof part === 'string') {
      result += part;
    } else {
      if (part > 0) result += text.slice(at, at + part);
      at += Math.abs(part);
    }
  }
  return result;
}

function appliedToAuthors(runs, operation, by) {
  const result = [];
  let index = 0;
  let used = 0;
  const add = (author, length) => {
    const last = result.at(-1);
    if (last && last.by === author) result[result.length - 1] = { by: author, length: last.length + length };
    else if (length > 0) result.push({ by: author, length });
  };
  for (const part of operation) {
    if (typeof part === 'string') {
      add(by, part.length);
      continue;
    }
    for (let left = Math.abs(part); left > 0 && index < runs.length;) {
      const length = Math.min(left, runs[index].length - used);
      if (part > 0) add(runs[index].by, length);
      left -= length;
      used += length;
      if (used === runs[index].length) {
        index += 1;
        used = 0;
      }
    }
  }
  return result;
}

// Where a caret goes: what others insert at its place comes to stand on its right.
function moved(offset, operation) {
  let at = 0;
  let result = offset;
  for (const part of operation) {
    if (typeof part === 'string') {
      if (at < offset) result += part.length;
    } else if (part > 0) {
      at += part;
    } else {
      result -= Math.max(0, Math.min(offset, at - part) - at);
      at -= part;
    }
    if (at >= offset) break;
  }
  return result;
}

// Behind the last that was changed; null for nothing.
function caretAfter(operation) {
  let at = 0;
  let result = null;
  for (const part of operation) {
    if (typeof part === 'string') at += part.length;
    else if (part > 0) at += part;
    if (typeof part === 'string' || part < 0) result = at;
  }
  return result;
}
