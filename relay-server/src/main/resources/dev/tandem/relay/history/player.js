// The page: what it shows at a place of the log, and how time passes. All that comes from the log
// is put into the page as text.

class Player {
  constructor(log) {
    this.log = log;
    this.story = story(log);
    this.film = new Film(log.events, false);
    this.code = new CodeView(part('code'));
    this.position = log.start ?? 0;
    this.following = true;
    this.skipping = true;
    this.authors = false;
    this.begin();
  }

  // ------------------------------------------------------------------------------ time

  get playing() {
    return this.drawn !== undefined;
  }

  play() {
    if (this.position >= this.log.length) this.position = 0;
    this.drawn = null;
    part('play').textContent = 'Pause';
    requestAnimationFrame(now => this.tick(now));
  }

  pause() {
    this.drawn = undefined;
    part('play').textContent = 'Play';
  }

  tick(now) {
    if (!this.playing) return;
    if (this.drawn !== null) this.pass(Math.min(now - this.drawn, LONGEST_FRAME) * speed());
    this.drawn = now;
    this.show(true);
    if (this.position >= this.log.length) this.pause();
    else requestAnimationFrame(next => this.tick(next));
  }

  pass(time) {
    this.position = Math.min(this.position + time, this.log.length);
    const pause = this.skipping && this.pauseAt(this.position);
    if (pause) {
      this.position = pause.to;
      this.skipped = { from: pause.to, length: pause.to - pause.from };
    }
  }

  pauseAt(position) {
    const index = countUntil(this.log.pauses, position, pause => pause.from) - 1;
    const pause = this.log.pauses[index];
    return pause && position < pause.to ? pause : null;
  }

  goTo(position) {
    this.position = Math.max(0, Math.min(position, this.log.length));
    this.place = undefined;
    this.show(false);
  }

  // To a place within a moment in which several things happened, too.
  goToPlace(place) {
    this.pause();
    this.position = place > 0 ? this.log.events[place - 1].position : 0;
    this.place = place;
    this.show(false);
  }

  step(places, direction) {
    const now = this.shown.place;
    const at = direction > 0 ? countUntil(places, now, place => place)
        : countUntil(places, now - 1, place => place) - 1;
    if (places[at] !== undefined) this.goToPlace(places[at]);
  }

  stepBackOneChange() {
    const index = countUntil(this.log.changes, this.shown.place, place => place) - 1;
    if (index >= 0) this.goToPlace(this.log.changes[index] - 1);
  }

  // --------------------------------------------------------------------------- showing

  show(forward) {
    if (this.playing) this.place = undefined;
    const place = this.place ?? placeAt(this.log, this.position);
    const before = this.shown?.place ?? -1;
    this.shown = { place };
    this.showTime();
    if (place === before && !this.stale) return;
    this.stale = false;
    this.showCode(place);
    this.showRun(place);
    this.showSubmission(place);
    showList(this.chat, countUntil(this.log.chat, place), part('chat'));
    this.showStory(place);
    this.showPeople(place);
    if (forward && this.playing) this.announce(before, place);
  }

  showTime() {
    const share = this.position / this.log.length;
    part('scrubber').value = this.position;
    part('scrubber').setAttribute('aria-valuetext', this.spoken());
    this.head.style.left = `${share * 100}%`;
    part('clock').textContent = this.clock();
    const { skipped } = this;
    const visible = skipped && this.playing && this.position >= skipped.from
        && this.position - skipped.from < SKIPPED_SHOWN * speed();
    part('skipped').textContent = visible ? `skipped ${duration(skipped.length)}` : '';
  }

  clock() {
    const { start, end, length } = this.log;
    if (start === null) return 'Not started';
    if (this.position < start) return 'Before the start';
    if (end !== null && this.position > end) return 'After the end';
    return `${clock(this.position - start)} / ${clock((end ?? length) - start)}`;
  }

  spoken() {
    const { start, end } = this.log;
    return start === null || this.position < start || (end !== null && this.position > end)
        ? this.clock() : duration(Math.floor((this.position - start) / 1_000) * 1_000);
  }

  showCode(place) {
    const { documents, carets, document, writer } = this.film.at(place);
    if (this.following || !documents.has(this.document)) this.document = document;
    if (!documents.has(this.document)) this.document = 'main';
    this.showDocuments(documents);
    const shown = documents.get(this.document);
    if (!shown) return;
    part('revision').textContent = `revision ${shown.revision.toLocaleString('en')}`;
    part('code').classList.toggle('prose', PROSE.has(shown.language));
    const layers = [colors(shown.text, shown.language), unseen(shown.text)];
    if (shown.authors) layers.push(authorship(shown.authors, this.log.people));
    this.code.show(linesOf(shown.text, layers, this.caretsIn(carets, writer)));
    if (this.following) {
      part('code').querySelector('.named')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  }

  caretsIn(carets, writer) {
    return [...carets]
        .filter(([id, caret]) => caret.doc === this.document && this.log.people.has(id))
        .map(([id, { offset }]) =>
            ({ offset, person: this.log.people.get(id), named: id === writer }));
  }

  showDocuments(documents) {
    const names = [...documents].map(([id, { name }]) => `${id}\n${name}`).join('\n');
    if (names !== this.documentNames) {
      this.documentNames = names;
      part('documents').replaceChildren(...[...documents].map(([id, { name }]) => {
        const tab = element('button', '', [name]);
        tab.type = 'button';
        tab.setAttribute('role', 'tab');
        tab.setAttribute('aria-controls', 'code');
        tab.dataset.key = id;
        return tab;
      }));
    }
    select(part('documents'), this.document);
    part('code').setAttribute('aria-label', `${documents.get(this.document)?.name ?? ''}, text`);
  }

  showRun(place) {
    const run = this.log.runs[countUntil(this.log.runs, place) - 1];
    const { pieces, results, finished, ended } = runAt(run, place);
    if (this.resultTab === 'outputTab') {
      const word = run && (ended ?? { tone: 'neutral', words: 'running' });
      part('verdict').className = word ? `pill ${word.tone}` : 'pill';
      part('verdict').textContent = word ? word.words : '';
      part('which').textContent = run
          ? `run ${run.number} of ${this.log.runs.length}, ${nameOf(this.log, run.by)}` : '';
    }
    const key = run && `${run.number} ${pieces.length} ${results.length} ${Boolean(finished)}`;
    if (key === this.runShown) return;
    this.runShown = key;
    part('output').replaceChildren(...run
        ? runParts(run, pieces, results, ended)
        : [element('p', 'muted', [this.log.runs.length
            ? 'Nothing was run yet.' : 'Nothing was run in this interview.'])]);
    part('output').scrollTop = part('output').scrollHeight;
  }

  showSubmission(place) {
    const { submissions } = this.log;
    const submission = submissions[countUntil(submissions, place) - 1];
    if (this.resultTab === 'handedInTab') {
      part('verdict').className = 'pill';
      part('verdict').textContent = '';
      part('which').textContent = submission
          ? `${submission.number} of ${submissions.length}, ${nameOf(this.log, submission.by)}` : '';
    }
    if (submission === this.submissionShown && part('handedIn').firstChild) return;
    this.submissionShown = submission;
    part('handedIn').replaceChildren(...submission
        ? [element('p', 'muted', [`${this.log.documents.get(submission.doc)}, revision ${submission.revision}`]),
          element('pre', '', [submission.text])]
        : [element('p', 'muted', [submissions.length
            ? 'Nothing was handed in yet.' : 'Nothing was handed in in this interview.'])]);
  }

  showStory(place) {
    const last = countUntil(this.story, place) - 1;
    this.happening?.removeAttribute('aria-current');
    this.happening = this.happenings[last];
    this.happening?.setAttribute('aria-current', 'step');
    if (!part('story').contains(document.activeElement)) {
      this.happening?.scrollIntoView({ block: 'nearest' });
    }
  }

  showPeople(place) {
    for (const { person, item, state } of this.people) {
      const presence = presenceAt(person, place);
      item.hidden = !presence;
      state.textContent = presence ?? '';
    }
  }

  announce(before, place) {
    const said = this.log.chat.slice(countUntil(this.log.chat, before), countUntil(this.log.chat, place))
        .map(({ by, text }) => `${nameOf(this.log, by)}: ${text}`);
    const ended = this.log.runs
        .filter(({ finished }) => finished && finished.place > before && finished.place <= place)
        .map(run => `Run ${run.number}: ${verdict(run).words}`);
    const news = [...said, ...ended].at(-1);
    if (news) part('news').textContent = news;
  }
}

const LONGEST_FRAME = 250;
const SKIPPED_SHOWN = 2_000;
const FACTS = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });

function part(id) {
  return document.getElementById(id);
}

function speed() {
  return Number(part('speed').value);
}

// 14:22, 1:02:03
function clock(ms) {
  const seconds = Math.floor(ms / 1_000);
  const two = number => String(number).padStart(2, '0');
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

function runAt(run, place) {
  if (!run) return { pieces: [], results: [] };
  const results = run.results.slice(0, countUntil(run.results, place));
  const finished = run.finished && run.finished.place <= place ? run.finished : null;
  return {
    pieces: run.pieces.slice(0, countUntil(run.pieces, place)),
    results,
    finished,
    ended: finished && verdict({ ...run, results, finished }),
  };
}

function runParts(run, pieces, results, ended) {
  const made = [];
  if (ended?.sentence) made.push(element('p', '', [ended.sentence]));
  if (results.length) made.push(element('ul', 'tests', results.map(result => testItem(run, result))));
  if (pieces.length) {
    made.push(element('pre', '', pieces.map(({ kind, text }) => element('span', kind, [text]))));
  } else if (run.tests == null) {
    made.push(element('p', 'muted', [ended ? 'nothing was printed' : 'nothing was printed yet']));
  }
  if (ended && run.tests == null) made.push(element('p', 'muted', [measures(run.finished)]));
  return made;
}

function measures({ timeMs, memoryBytes, truncated }) {
  return [duration(timeMs), ...memoryBytes ? [`≈${Math.max(1, Math.round(memoryBytes / 1e6))} MB`] : [],
    ...truncated ? ['more was printed than is kept'] : []].join(' · ');
}

function testItem(run, { index, name, hidden, passed, output, errors, error }) {
  const { stdin, expected } = run.cases[index] ?? {};
  const parts = [['Input', stdin], ['Expected', expected], ['Printed', output], ['Errors', errors],
    ['Ended', error?.message]].filter(([, text]) => text);
  const item = element('li', '', [
    element('span', `pill ${passed ? 'ok' : 'bad'}`, [passed ? 'passed' : 'failed']),
    name + (hidden ? ' (hidden)' : ''),
  ]);
  if (parts.length) {
    item.append(element('details', '', [element('summary', '', ['Input and output']),
      ...parts.flatMap(([label, text]) => [element('div', 'muted', [label]), element('pre', '', [text])])]));
  }
  return item;
}

function presenceAt({ presence }, place) {
  return presence[countUntil(presence, place) - 1]?.words;
}

// Shows the first of these elements, so many, and the last of them in sight.
function showList(elements, number, parent) {
  const empty = parent.querySelector('.empty');
  if (empty) empty.hidden = number > 0;
  const offset = empty ? 1 : 0;
  const there = parent.children.length - offset;
  for (let i = there; i > number; i--) parent.lastElementChild.remove();
  if (there < number) {
    parent.append(...elements.slice(there, number));
    parent.scrollTop = parent.scrollHeight;
  }
}

function select(tabs, key) {
  for (const tab of tabs.children) {
    const selected = (tab.dataset.key ?? tab.id) === key;
    tab.setAttribute('aria-selected', selected);
    tab.tabIndex = selected ? 0 : -1;
  }
}
