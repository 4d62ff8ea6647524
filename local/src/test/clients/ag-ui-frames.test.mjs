// The npm package @ag-ui/client on the frames of whole runs: FRAMES_URL.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { HttpAgent } from '@ag-ui/client';
import { expected, shown } from './ag-ui-messages.mjs';

const url = process.env.FRAMES_URL;
const cases = await (await fetch(`${url}/cases`)).json();
let warnings = [];
console.warn = (...words) => warnings.push(words.join(' '));
console.error = console.warn;

beforeEach(() => {
  warnings = [];
});

function agentOf(each) {
  const agent = new HttpAgent({ url: `${url}/ag-ui/${each.name}`, threadId: 'as_4F' });
  agent.setMessages([{ id: 'local', role: 'user', content: 'Now' }]);
  return agent;
}

async function run(agent, query, parameters = {}) {
  const seen = [];
  agent.url = agent.url.split('?')[0] + query;
  const { result } = await agent.runAgent(parameters, { onEvent: ({ event }) => void seen.push(event) });
  assert.deepEqual(warnings, [], agent.url);
  return { result, seen };
}

function check(each, agent, { result, seen }) {
  const last = each.events.at(-1);
  const end = seen.at(-1);
  assert.deepEqual(shown(agent), expected(each), each.name);
  if (last.type === 'error') {
    assert.deepEqual([end.type, end.code, end.message], ['RUN_ERROR', last.code, last.error], each.name);
    return;
  }
  assert.equal(end.type, 'RUN_FINISHED', each.name);
  assert.deepEqual(
    result,
    last.type === 'done' ? { stop_reason: last.stop_reason } : { cancelled: true, reason: last.reason },
    each.name,
  );
}

/** Runs until no question is open, and answers each. */
async function answering(agent) {
  let outcome = await run(agent, '');
  while (agent.pendingInterrupts.length > 0) {
    const resume = agent.pendingInterrupts.map(({ id }) => ({
      interruptId: id,
      status: 'resolved',
      payload: { approved: true },
    }));
    outcome = await run(agent, '', { resume });
  }
  return outcome;
}

test('the messages of an agent are what the log says, over all its questions', async () => {
  assert.ok(cases.length > 50);
  for (const each of cases) {
    const agent = agentOf(each);
    check(each, agent, await answering(agent));
  }
});

test('questions that are asked together are answered together', async () => {
  const agent = agentOf({ name: 'refused' });
  await run(agent, '');
  assert.deepEqual(
    agent.pendingInterrupts.map(({ id, reason, message, toolCallId }) => ({ id, reason, message, toolCallId })),
    [
      { id: 'apr_1', reason: 'tool_approval', message: 'Delete form f1?', toolCallId: 'toolu_1' },
      { id: 'apr_2', reason: 'tool_approval', message: undefined, toolCallId: 'toolu_2' },
    ],
  );
});

test('a response that is closed anywhere is replayed without anything lost or doubled', async () => {
  for (const each of cases) {
    const cut = 1 + (each.events.length * 7919) % Math.max(1, each.events.length - 1);
    const agent = agentOf(each);
    await run(agent, `?cut=${cut}`);
    agent.pendingInterrupts = [];
    for (let times = 0; times < 2; times++) {
      const outcome = await run(agent, '?whole');
      const inOrder = (all) => all.toSorted((one, other) => one.id.localeCompare(other.id));
      assert.deepEqual(inOrder(shown(agent)), inOrder(expected(each)), `${each.name} cut at ${cut}`);
      assert.equal(outcome.seen.filter(({ type }) => type === 'RUN_STARTED').length, 1);
    }
  }
});

test('a notice before the end says when to come back', async () => {
  const agent = agentOf({ name: 'text' });
  const { seen } = await run(agent, '?cut=3');
  assert.deepEqual(seen.at(-1).value, { reason: 'deadline', retry_ms: 250 });
});
