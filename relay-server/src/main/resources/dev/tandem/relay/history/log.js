// The log of an interview, as it lies in the page, and what can be read from it once and for all.
// A place is the number of events that have happened there. A position is a time on the line that
// is drawn and played: milliseconds since the first event, in which the waiting before the start
// and after the end is cut short.

const WAITING_SHOWN = 5_000;
const PAUSE = 5_000;
const PAUSE_KEPT = 1_000;
const BIG_INSERT = 50;
const JUST_BACK = 10_000;
const GONE = { left: 'left', lost: 'lost the connection', removed: 'was sent out' };

async function unpack(base64) {
  const bytes = Uint8Array.from(atob(base64), character => character.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Response(unpacked).text();
}

function readLog(text) {
  const [header, ...events] = text.split('\n').filter(line => line).map(line => JSON.parse(line));
  const log = {
    session: header.session,
    feedback: header.feedback ?? [],
    events,
    start: null,
    end: null,
    pauses: [],
    people: new Map(),
    documents: new Map(),
    chat: [],
    runs: [],
    runsById: new Map(),
    tests: new Map(),
    submissions: [],
    edits: [],
    changes: [],
  };
  time(log);
  events.forEach((event, index) => note(log, event, index + 1));
  log.length = Math.max(1, events.length ? events.at(-1).position : 0);
  return log;
}

function time(log) {
  let active = false;
  let before = null;
  for (const event of log.events) {
    const passed = before === null ? 0 : event.at - before.at;
    event.position = before === null ? 0
        : before.position + (active ? passed : Math.min(passed, WAITING_SHOWN));
    if (active && passed > PAUSE) {
      log.pauses.push(
          { from: before.position + PAUSE_KEPT, to: event.position - PAUSE_KEPT });
    }
    if (event.type === 'session_started') {
      active = true;
      log.start = event.position;
    } else if (event.type === 'session_ended') {
      active = false;
      log.end = event.position;
    }
    before = event;
  }
}

function note(log, event, place) {
  const { payload, by, position } = event;
  const what = { place, position, by };
  const run = log.runsById.get(payload.runId);
  switch (event.type) {
    case 'session_created':
    case 'session_updated':
      log.title = payload.title ?? log.title;
      break;
    case 'peer_joined':
      come(log, payload);
      log.people.get(payload.participantId).presence.push({ place, words: 'is there' });
      break;
    case 'peer_left':
      log.people.get(payload.participantId)?.presence.push({ place, words: GONE[payload.reason] });
      break;
    case 'document_opened':
      log.documents.set(payload.doc, payload.name);
      break;
    case 'code_update':
      log.edits.push({ ...what, payload });
      log.changes.push(place);
      break;
    case 'chat_message':
      log.chat.push({ ...what, text: payload.text });
      break;
    case 'code_submitted':
      log.submissions.push({ ...what, ...payload, number: log.submissions.length + 1 });
      break;
    case 'run_started':
      log.runs.push(begun(log, what, payload));
      log.runsById.set(payload.runId, log.runs.at(-1));
      break;
    case 'code_output':
      run?.pieces.push({ ...what, kind: payload.stream, text: payload.text });
      break;
    case 'run_input':
      run?.pieces.push({ ...what, kind: 'stdin', text: payload.text });
      break;
    case 'test_finished':
      run?.results.push({ ...what, ...payload });
      break;
    case 'run_finished':
      if (run) run.finished = { ...what, ...payload };
      break;
    case 'tests_changed':
      log.tests.set(payload.doc, payload.tests);
      break;
  }
}

function come(log, { participantId: id, name, role, color }) {
  if (!log.people.has(id)) {
    log.people.set(id, { id, name, role, number: personNumber(color), presence: [] });
  }
}

function begun(log, what, { runId: id, doc, language, stdin, tests }) {
  const pieces = stdin ? [{ ...what, kind: 'stdin', text: stdin }] : [];
  return {
    ...what, id, doc, language, tests, pieces,
    cases: log.tests.get(doc) ?? [],
    results: [],
    finished: null,
    number: log.runs.length + 1,
  };
}

// The ten colours of people; the style sheet has each for light and dark grounds.
const COLORS = ['#8250df', '#b65700', '#08799c', '#bf3989', '#4d7c0f', '#4a5fd0', '#0f7b6c',
  '#8a6100', '#a3445d', '#5f6b7a'];

function personNumber(color) {
  return Math.max(0, COLORS.indexOf(String(color).toLowerCase())) + 1;
}

// How many of these, which are in order, are not after a place.
function countUntil(items, place, placeOf = item => item.place) {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (placeOf(items[middle]) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function placeAt(log, position) {
  return countUntil(log.events, position, event => event.position);
}
