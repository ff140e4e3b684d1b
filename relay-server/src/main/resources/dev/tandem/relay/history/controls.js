// What the page is made of once, and what people do with it.

Player.prototype.begin = function () {
  this.describe();
  this.fillSide();
  this.drawLanes();
  this.listen();
  this.listenToTime();
  this.listenToKeys();
  part('app').hidden = false;
  this.show(false);
};

Player.prototype.describe = function () {
  const { log } = this;
  const title = log.title || 'Interview';
  document.title = `${title} – replay`;
  part('title').textContent = title;
  const started = log.events.find(event => event.type === 'session_started') ?? log.events[0];
  part('facts').textContent = [
    started ? FACTS.format(started.at) : '',
    log.start === null ? 'never started' : duration((log.end ?? log.length) - log.start),
    ...log.start !== null && log.end === null ? ['not ended yet'] : [],
    ...log.session.tags ?? [],
  ].filter(fact => fact).join(' · ');
  part('scrubber').max = log.length;
};

Player.prototype.fillSide = function () {
  const { log } = this;
  this.chat = log.chat.map(({ by, text, position }) => element('div', 'message', [
    personElement(log, by), element('time', 'figures', [this.timeOf(position)]),
    element('div', 'text', [text]),
  ]));
  part('chat').append(element('p', 'empty muted', [log.chat.length
      ? 'Nothing was said yet.' : 'Nothing was said in this interview.']));
  part('story').append(element('ol', '', this.story.map(happening => {
    const button = element('button', '', [
      element('time', 'figures', [this.timeOf(happening.position)]),
      element('span', '', happening.subject
          ? [personElement(log, happening.subject), ` ${happening.text}`] : [happening.text]),
    ]);
    button.type = 'button';
    button.addEventListener('click', () => this.goToPlace(happening.place));
    return element('li', '', [button]);
  })));
  this.happenings = [...part('story').querySelectorAll('button')];
  this.people = [...log.people.values()].map(person => {
    const state = element('span', 'muted');
    const item = element('li', `person-${person.number}`, [
      element('span', '', [personElement(log, person.id), ` ${person.role}`]), state]);
    return { person, item, state };
  });
  part('people').append(element('ul', '', this.people.map(({ item }) => item)));
  part('feedbackTab').hidden = !log.feedback.length;
  part('feedback').append(...log.feedback.map(({ name, text, updatedAt }) => element('div', 'message', [
    element('span', 'person', [name ?? 'An interviewer']),
    element('time', 'figures', [FACTS.format(updatedAt)]),
    element('div', 'text', [text]),
  ])));
};

function personElement(log, id) {
  const person = log.people.get(id);
  return element('span', `person person-${person?.number ?? 10}`, [nameOf(log, id)]);
}

Player.prototype.timeOf = function (position) {
  const { start, end } = this.log;
  if (start === null || position < start) return 'before';
  return end !== null && position > end ? 'after' : clock(position - start);
};

Player.prototype.drawLanes = function () {
  const { log } = this;
  const share = position => `${position / log.length * 100}%`;
  const bar = (kind, from, to, title, person) => {
    const made = element('i', person ? `${kind} person-${person.number}` : kind);
    made.style.left = share(from);
    if (to !== undefined) made.style.width = share(to - from);
    if (title) made.title = title;
    return made;
  };
  part('lanes').append(...lanesOf(log, this.story).map(({ name, person, bars }) =>
      element('div', 'lane', [
        element('span', '', [name]),
        element('div', 'track', [
          ...keptOf(log).map(({ from, to }) => bar('kept', from, to)),
          ...bars.map(({ kind, from, to, title, person: own }) =>
              bar(kind, from, to, title, own ?? person)),
        ]),
      ])));
  this.head = element('i');
  const head = element('div', '', [this.head]);
  head.id = 'head';
  part('lanes').append(head);
};

// What is left of the line when its pauses are cut out.
function keptOf(log) {
  const edges = [0, ...log.pauses.flatMap(({ from, to }) => [from, to]), log.length];
  return Array.from({ length: edges.length / 2 },
      (_, index) => ({ from: edges[2 * index], to: edges[2 * index + 1] }));
}

Player.prototype.listen = function () {
  listenToTabs(part('documents'), key => {
    this.document = key;
    this.follow(false);
  });
  const panels = (tabs, chosen) => {
    listenToTabs(tabs, chosen);
    chosen(tabs.children[0].id);
  };
  panels(part('resultTabs'), key => {
    this.resultTab = key;
    showPanel(part('resultTabs'), key);
    this.refresh();
  });
  panels(part('sideTabs'), key => {
    showPanel(part('sideTabs'), key);
    this.refresh();
  });
  part('follow').addEventListener('click', () => this.follow(!this.following));
  part('authors').addEventListener('click', () => this.showAuthors(!this.authors));
  part('help').addEventListener('click', () => part('keys').showModal());
};

Player.prototype.refresh = function () {
  this.stale = true;
  if (this.shown) this.show(false);
};

Player.prototype.follow = function (on) {
  this.following = on;
  part('follow').setAttribute('aria-pressed', on);
  this.refresh();
};

Player.prototype.showAuthors = function (on) {
  this.authors = on;
  this.film = new Film(this.log.events, on);
  part('authors').setAttribute('aria-pressed', on);
  this.refresh();
};

Player.prototype.skip = function (on) {
  this.skipping = on;
  part('skip').setAttribute('aria-pressed', on);
  part('lanes').classList.toggle('whole', !on);
};

Player.prototype.toggle = function () {
  if (this.playing) this.pause();
  else this.play();
};

Player.prototype.listenToTime = function () {
  const { log } = this;
  const onClick = (id, action) => part(id).addEventListener('click', action);
  onClick('play', () => this.toggle());
  onClick('skip', () => this.skip(!this.skipping));
  part('scrubber').addEventListener('input', ({ target: { value, step } }) =>
      this.goTo(log.length - value < step ? log.length : Number(value)));
  for (const [what, places] of Object.entries(this.stops())) {
    onClick(`previous${what}`, () => this.stepTo(what, -1));
    onClick(`next${what}`, () => this.stepTo(what, 1));
    part(`previous${what}`).disabled = part(`next${what}`).disabled = places.length === 0;
  }
  const lanes = part('lanes');
  const seek = event => {
    const track = lanes.querySelector('.track').getBoundingClientRect();
    if (event.clientX >= track.left) this.goTo((event.clientX - track.left) / track.width * log.length);
  };
  lanes.addEventListener('pointerdown', event => {
    lanes.setPointerCapture(event.pointerId);
    seek(event);
  });
  lanes.addEventListener('pointermove', event => {
    if (lanes.hasPointerCapture(event.pointerId)) seek(event);
  });
};

Player.prototype.stops = function () {
  const { changes, runs, submissions } = this.log;
  return {
    Change: changes,
    Run: runs.map(({ place, finished }) => finished?.place ?? place),
    Submission: submissions.map(({ place }) => place),
  };
};

Player.prototype.stepTo = function (what, direction) {
  if (what === 'Change' && direction < 0) this.stepBackOneChange();
  else this.step(this.stops()[what], direction);
};

const KEYS = {
  ' ': player => player.toggle(),
  ArrowLeft: (player, shift) => shift ? player.goTo(player.position - 10_000) : player.stepTo('Change', -1),
  ArrowRight: (player, shift) => shift ? player.goTo(player.position + 10_000) : player.stepTo('Change', 1),
  Home: player => player.goTo(0),
  End: player => player.goTo(player.log.length),
  r: (player, shift) => player.stepTo('Run', shift ? -1 : 1),
  s: (player, shift) => player.stepTo('Submission', shift ? -1 : 1),
  '-': () => changeSpeed(-1),
  '+': () => changeSpeed(1),
  '=': () => changeSpeed(1),
  p: player => player.skip(!player.skipping),
  a: player => player.showAuthors(!player.authors),
  '?': () => part('keys').showModal(),
};

function changeSpeed(by) {
  const { options, selectedIndex } = part('speed');
  part('speed').selectedIndex = Math.max(0, Math.min(selectedIndex + by, options.length - 1));
}

// Controls keep the keys that are theirs: arrows move the slider and go from tab to tab.
Player.prototype.listenToKeys = function () {
  document.addEventListener('keydown', event => {
    const { key, target } = event;
    const action = KEYS[key] ?? KEYS[key.toLowerCase()];
    const single = key.length === 1 && key !== ' ';
    if (!action || event.ctrlKey || event.altKey || event.metaKey || part('keys').open
        || (single && !part('keysOn').checked)
        || target.matches('input, select, [role="tab"]')
        || (key === ' ' && target.matches('button, summary'))
        || (/^(Home|End)$/.test(key) && target.matches('.code, .panel'))) {
      return;
    }
    event.preventDefault();
    action(this, event.shiftKey);
  });
};

function listenToTabs(tabs, chosen) {
  tabs.addEventListener('click', event => {
    const tab = event.target.closest('[role="tab"]');
    if (tab) chosen(tab.dataset.key ?? tab.id);
  });
  tabs.addEventListener('keydown', event => {
    const all = [...tabs.children];
    const at = all.indexOf(event.target);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    const tab = all[(to + all.length) % all.length];
    chosen(tab.dataset.key ?? tab.id);
    tab.focus();
  });
}

function showPanel(tabs, key) {
  select(tabs, key);
  for (const tab of tabs.children) part(tab.getAttribute('aria-controls')).hidden = tab.id !== key;
}

let player;

unpack(part('log').textContent)
    .then(text => {
      player = new Player(readLog(text));
    })
    .catch(() => {
      part('problem').textContent = 'This file is damaged, or the browser is too old for it.';
      part('problem').hidden = false;
    });
