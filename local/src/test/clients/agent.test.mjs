// Runs of agents, live, with the npm packages eventsource, ws, ai and @ag-ui/client: BATON_URL, BATON_KEY.
import assert from 'node:assert/strict';
import { before, beforeEach, test } from 'node:test';
import { HttpAgent } from '@ag-ui/client';
import { DefaultChatTransport } from 'ai';
import { expected, shown as shownMessages } from './ag-ui-messages.mjs';
import { Chat, State, parts, plain, shown as shownParts } from './ai-sdk-message.mjs';
import { bearer, command, data } from './commands.mjs';
import { cutting, stopped, watched } from './event-source.mjs';
import { Follower, opened } from './live.mjs';

const TERMINAL = new Set(['done', 'error', 'cancelled']);
const STEP = 67;
const AT_ONCE = 4;
const room = `agent-${process.pid}`;
const READ = `/call chat-poll {"roomId":"${room}"}`;
const WRITE = `/call chat-send {"roomId":"${room}","text":"Hello, 日本"}`;
let warnings = [];
console.warn = (...words) => warnings.push(words.join(' '));
console.error = console.warn;

// The server of streams calls these and waits ten seconds, which a first start of a process may take.
before(() => Promise.all(['agent-status', 'agent-send', 'agent-approve'].map((name) => command(name, {}))));

beforeEach(() => {
  warnings = [];
});

/** The whole log of a session whose runs have ended. */
async function log(sessionId) {
  const events = [];
  for (;;) {
    const page = await data('agent-poll', { sessionId, after: events.length, limit: 500, waitMs: 5_000 });
    events.push(...page.events);
    if (page.terminal && !page.hasMore) {
      return events;
    }
  }
}

/** The logs of a session's runs. */
async function runs(sessionId) {
  const all = await log(sessionId);
  return [...new Set(all.map((event) => event.run_id))].map((run) => all.filter((event) => event.run_id === run));
}

/** The handoff with a ticket in the address, as a page that sends no headers has it. */
function ticketed({ endpoint, credentials }) {
  return `${endpoint}&ticket=${credentials.token}`;
}

function streamOf({ endpoint, credentials }, protocol) {
  const { origin, pathname } = new URL(endpoint);
  return `${origin}${pathname}?protocol=${protocol}&session_id=${credentials.sessionId}`;
}

function assertHeard(heard, events, label) {
  assert.deepEqual(heard.map(({ event }) => event), events, label);
  assert.deepEqual(heard.map(({ id }) => id), events.map(({ seq }) => String(seq)), label);
}

test('a stream that breaks off again and again while its run goes on loses and doubles nothing', async () => {
  const handoff = await data('agent-start', { prompt: `/think Let me see.\n/slow 25\n/say 120\n${READ}`, tools: ['chat-*'] });

  const heard = await watched(ticketed(handoff), cutting([20, 700, 1_501, 333, 2_048]));

  assertHeard(heard, await log(handoff.credentials.sessionId));
});

test('a stream that breaks off anywhere goes on where it was', async () => {
  const handoff = await data('agent-start', { prompt: `/think Hm.\n/say 6\n${READ}`, tools: ['chat-*'] });
  const events = await log(handoff.credentials.sessionId);
  const whole = await (await fetch(handoff.endpoint, { headers: bearer })).arrayBuffer();
  const positions = Array.from({ length: Math.ceil(whole.byteLength / STEP) }, (_, number) => 1 + number * STEP);

  // All at once would wait longer for the key's check than the server does where functions are few and slow.
  const left = positions.entries();
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (const [number, position] of left) {
      const again = number % 2 === 0 ? [position] : [position, 150];
      assertHeard(await watched(handoff.endpoint, cutting(again, bearer)), events, `cut at ${again}`);
    }
  }));
});

test('who does not close a stream at the end of its run is told to stop', async () => {
  const handoff = await data('agent-start', { prompt: '/say 3' });

  assert.equal(await stopped(ticketed(handoff)), 204);
});

test('a socket begins runs, cancels one, and hears what the log has', async () => {
  const handoff = await data('agent-start', { transport: 'websocket' });
  const live = await opened({ data: handoff }, 'frame');
  const follower = new Follower(live);
  const replied = (id) => live.next((frame) => frame.type === 'reply' && frame.request_id === id, id);
  const ended = (event) => TERMINAL.has(event.type);

  live.send({ action: 'agent-prompt', message: '/say 30', request_id: 'p1' });
  assert.equal((await replied('p1')).ok, true);
  await follower.until(ended);
  live.send({ action: 'agent-prompt', message: '/slow 30\n/say 2000', request_id: 'p2' });
  const second = (await replied('p2')).data.run_id;
  await follower.until((event) => event.type === 'token' && event.run_id === second);
  live.send({ action: 'agent-cancel', run_id: second, request_id: 'c' });
  assert.equal((await replied('c')).data.accepted, true);
  await follower.until(ended, 2);

  assert.equal(follower.events.at(-1).type, 'cancelled');
  assert.deepEqual(follower.events, await log(handoff.credentials.sessionId));
  live.socket.close();
});

/** A chat on a session, whose person allows everything. */
function chatOn(handoff, approved) {
  const { sessionId } = handoff.credentials;
  const state = new State();
  const put = state.replaceMessage;
  const answered = new Set();
  state.replaceMessage = (index, message) => {
    for (const { state: at, approval } of message.parts) {
      if (at === 'approval-requested' && !answered.has(approval.id)) {
        answered.add(approval.id);
        data('agent-approve', { sessionId, approvalId: approval.id, approved });
      }
    }
    put(index, message);
  };
  const transport = new DefaultChatTransport({ api: streamOf(handoff, 'ai-sdk'), headers: bearer });
  const onToolCall = () => assert.fail('no tool runs in the client');
  return { state, chat: new Chat({ id: sessionId, state, transport, onToolCall }) };
}

test('a chat of the AI SDK has after every turn what the log says', async () => {
  const handoff = await data('agent-start', { tools: ['chat-*'], approvals: 'mutations' });
  const { chat, state } = chatOn(handoff, true);
  for (const prompt of [`/think Hm.\n/say 12\n${READ}`, '/say 20', `/say 3\n${WRITE}`]) {
    await chat.sendMessage({ text: prompt });
    assert.equal(state.status, 'ready', String(state.error));

    const last = (await runs(handoff.credentials.sessionId)).at(-1);
    assert.equal(last.at(-1).type, 'done');
    assert.equal(state.messages.at(-1).id, last[0].run_id);
    assert.deepEqual(plain(shownParts(state.messages.at(-1))), plain(parts(last)));
    assert.deepEqual(state.messages.at(-1).metadata.usage, last.at(-1).usage);
  }
  assert.deepEqual(state.messages.map(({ role }) => role), ['user', 'assistant', 'user', 'assistant', 'user', 'assistant']);
});

/** The conversation that prompts and the logs of their runs make; ids of earlier runs are the history's own. */
function conversation(prompts, logs) {
  return logs.flatMap((events, turn) => [{ role: 'user', text: prompts[turn] }, ...expected({ history: [], events })].map(said));
}

function said({ id, ...message }) {
  return message;
}

test('an agent of AG-UI has after every turn what the log says, and goes on when it was asked', async () => {
  const handoff = await data('agent-start', { tools: ['chat-*'], approvals: 'mutations' });
  const { sessionId } = handoff.credentials;
  const agent = new HttpAgent({ url: streamOf(handoff, 'ag-ui'), threadId: sessionId, headers: bearer });
  const prompts = [];
  for (const prompt of [`/say 12\n${READ}`, '/say 20', `/say 3\n${WRITE}`]) {
    prompts.push(prompt);
    agent.addMessage({ id: `p${prompts.length}`, role: 'user', content: prompt });
    let { result } = await agent.runAgent();
    while (agent.pendingInterrupts.length > 0) {
      const resume = agent.pendingInterrupts.map(({ id }) => ({ interruptId: id, status: 'resolved', payload: { approved: true } }));
      ({ result } = await agent.runAgent({ resume }));
    }

    const logs = await runs(sessionId);
    assert.deepEqual(result, { stop_reason: logs.at(-1).at(-1).stop_reason });
    assert.deepEqual(shownMessages(agent).map(said), conversation(prompts, logs));
    assert.deepEqual(warnings, []);
  }
  const [question] = (await log(sessionId)).filter(({ type }) => type === 'approval_resolved');
  assert.equal(question.by, 'owner');
});
