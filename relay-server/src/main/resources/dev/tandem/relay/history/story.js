// What happened, in neutral words, and the lanes of the time line.

const ONE_GO = 3_000;

function nameOf(log, id) {
  return log.people.get(id)?.name ?? 'Tandem';
}

// 41 ms, 3.2 s, 2 min 5 s, 1 h 3 min; a number and its unit stay on one line.
function duration(ms) {
  const spoken = (...parts) => parts.filter(part => part).join(' ');
  const of = (number, unit) => number ? `${number}\u00a0${unit}` : '';
  if (ms < 1_000) return `${Math.round(ms)}\u00a0ms`;
  if (ms < 10_000 && ms % 1_000) return of((ms / 1_000).toFixed(1), 's');
  const seconds = Math.round(ms / 1_000);
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? spoken(of(minutes, 'min'), of(seconds % 60, 's'))
      : spoken(of(Math.floor(minutes / 60), 'h'), of(minutes % 60, 'min'));
}

function count(number, one) {
  return `${number.toLocaleString('en')} ${one}${number === 1 ? '' : 's'}`;
}

// Which characters one edit inserts, where that is worth a word: an undo brings back what was there.
function bigInsert({ operation, undoOf }) {
  const length = operation.reduce(
      (sum, part) => typeof part === 'string' ? sum + part.length : sum, 0);
  return length >= BIG_INSERT && !undoOf ? length : 0;
}

const LIMITS = {
  time_limit: 'time limit',
  cpu_limit: 'processor limit',
  memory_limit: 'memory limit',
  output_limit: 'output limit',
};

// How a run ended, as the window of the interview has it.
function verdict({ finished, tests, results }) {
  if (!finished) return { tone: 'neutral', words: 'not over', sentence: '' };
  const { error, signal, exitCode } = finished;
  if (error) {
    if (error.code in LIMITS) {
      return { tone: 'warn', words: LIMITS[error.code], sentence: error.message };
    }
    if (error.code === 'stopped') return { tone: 'neutral', words: 'stopped', sentence: '' };
    return error.code === 'compile_failed'
        ? { tone: 'bad', words: 'does not compile', sentence: '' }
        : { tone: 'bad', words: 'could not run', sentence: error.message };
  }
  if (tests != null) {
    const passed = results.filter(result => result.passed).length;
    return { tone: passed === tests ? 'ok' : 'bad', words: `${passed}/${tests} passed`, sentence: '' };
  }
  if (signal) return { tone: 'bad', words: signal, sentence: '' };
  return { tone: exitCode === 0 ? 'ok' : 'bad', words: `exit ${exitCode}`, sentence: '' };
}

const ENDINGS = {
  interviewer_left: 'The interview ended: no interviewer was there any more.',
  room_empty: 'The interview ended: nobody was there any more.',
  expired: 'The interview ended: it was never started.',
};

function story(log) {
  const told = new Teller(log);
  return log.events.flatMap((event, index) => {
    const words = told.words(event, index);
    return words
        ? [{ place: index + 1, position: event.position, by: event.by, subject: event.by, ...words }]
        : [];
  });
}

class Teller {
  constructor(log) {
    this.log = log;
    this.back = new Map();
  }

  words(event, index) {
    const { payload, by } = event;
    const document = this.log.documents.get(payload.doc);
    const run = this.log.runsById.get(payload.runId);
    switch (event.type) {
      case 'peer_joined':
        if (payload.resumed) this.back.set(by ?? payload.participantId, event.at);
        return about(payload.participantId, payload.resumed ? 'came back' : 'joined');
      case 'peer_left':
        return about(payload.participantId, this.leaving(payload, index));
      case 'session_started':
        return by ? about(by, 'started the interview') : about(null, 'The interview started.');
      case 'session_ended':
        return payload.reason in ENDINGS ? about(null, ENDINGS[payload.reason])
            : by ? about(by, 'ended the interview') : about(null, 'The interview ended.');
      case 'session_updated':
        return payload.title ? about(by, 'changed the title') : null;
      case 'document_opened':
        return index > 1 ? about(by, `opened ${payload.name}`) : null;
      case 'document_closed':
        return about(by, `closed ${document}`);
      case 'language_changed':
        return about(by, `set the language of ${document} to ${payload.language}`);
      case 'permissions_changed':
        return about(payload.participantId, permissions(payload));
      case 'tests_changed':
        return about(by, `set ${count(payload.tests.length, 'test')} for ${document}`);
      case 'code_submitted':
        return about(by, `handed in ${document}`);
      case 'run_started':
        return about(by, payload.tests == null ? `ran ${document}`
            : `ran ${count(payload.tests, 'test')} of ${document}`);
      case 'run_stopped':
        return about(by, `stopped run ${run?.number}`);
      case 'run_finished':
        return run && about(null, `Run ${run.number}: ${verdict(run).words}`);
      case 'fact_noted':
        return about(by, factWords(payload));
      case 'code_update':
        return this.insert(event);
    }
    return null;
  }

  leaving({ participantId, reason }, index) {
    if (reason === 'left') return 'left';
    if (reason === 'removed') return 'was sent out of the room';
    const { events } = this.log;
    const back = events.find((event, later) => later > index && event.type === 'peer_joined'
        && event.payload.participantId === participantId);
    return back ? `lost the connection, ${duration(back.at - events[index].at)}`
        : 'lost the connection';
  }

  // What was written without a connection comes all at once, and is not what it would be else.
  insert({ by, at, payload }) {
    const length = bigInsert(payload);
    if (!length) return null;
    return at - this.back.get(by) < JUST_BACK
        ? about(by, `sent ${count(length, 'character')} after the connection was back`)
        : about(by, `inserted ${count(length, 'character')} at once`);
  }
}

// What a candidate's window told about itself.
function factWords({ kind, length, durationMs }) {
  if (kind === 'pasted_from_outside') return `pasted ${count(length, 'character')} from outside the window`;
  if (kind === 'window_away') return `was away from the window, ${duration(Math.round(durationMs / 1_000) * 1_000)}`;
  return 'had something noted';
}

function about(subject, text) {
  return { subject, text };
}

function permissions({ canEdit, canRun }) {
  if (canEdit && canRun) return 'may edit and run';
  if (canEdit) return 'may edit, not run';
  return canRun ? 'may run, not edit' : 'may neither edit nor run';
}

// Bars on lanes: { from, to, kind, title }, where a moment has no `to`.
function lanesOf(log, happenings) {
  const lanes = [...log.people.values()]
      .filter(person => person.role !== 'spectator')
      .map(person => ({
        person,
        name: person.name,
        bars: [...absences(log, person), ...facts(log, person), ...typing(log, person), ...inserts(log, happenings, person)],
      }));
  const runs = log.runs.map(run => ({
    from: run.position,
    kind: verdict(run).tone,
    title: `Run ${run.number}, ${nameOf(log, run.by)}: ${verdict(run).words}`,
  }));
  const handedIn = log.submissions.map(submission => ({
    from: submission.position,
    kind: 'submission',
    title: `${nameOf(log, submission.by)} handed in ${log.documents.get(submission.doc)}`,
  }));
  const chat = log.chat.map(message => ({
    from: message.position,
    kind: 'chat',
    person: log.people.get(message.by),
    title: `${nameOf(log, message.by)} said something`,
  }));
  return [...lanes, { name: 'Runs, handed in', bars: [...runs, ...handedIn] },
    { name: 'Chat', bars: chat }];
}

function typing(log, person) {
  const bars = [];
  for (const { by, position } of log.edits) {
    if (by !== person.id) continue;
    const last = bars.at(-1);
    if (last && position - last.to < ONE_GO) last.to = position;
    else bars.push({ from: position, to: position, kind: 'typing', title: `${person.name} writes` });
  }
  return bars;
}

function facts(log, person) {
  return log.events
      .filter(({ type, by }) => type === 'fact_noted' && by === person.id)
      .map(({ position, payload }) => ({
        from: Math.max(0, position - (payload.durationMs ?? 0)),
        to: payload.kind === 'window_away' ? position : undefined,
        kind: payload.kind === 'window_away' ? 'elsewhere' : 'insert',
        title: `${person.name} ${factWords(payload)}`,
      }));
}

function inserts(log, happenings, person) {
  return happenings
      .filter(({ place, by }) => by === person.id && isBigInsert(log.events[place - 1]))
      .map(({ position, text }) => ({ from: position, kind: 'insert', title: `${person.name} ${text}` }));
}

function isBigInsert(event) {
  return event.type === 'code_update' && bigInsert(event.payload) > 0;
}

function absences(log, person) {
  const bars = [];
  let away = { from: 0, kind: 'away', title: `${person.name} is not there` };
  for (const { type, payload, position } of log.events) {
    if (payload.participantId !== person.id) continue;
    if (type === 'peer_left') {
      const lost = payload.reason === 'lost';
      away = { from: position, kind: lost ? 'lost' : 'away',
        title: lost ? `${person.name} lost the connection` : `${person.name} is not there` };
    } else if (type === 'peer_joined' && away) {
      bars.push({ ...away, to: position });
      away = null;
    }
  }
  return away ? [...bars, { ...away, to: log.length }] : bars;
}
