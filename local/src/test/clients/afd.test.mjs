// The published AFD client against the local stack: BATON_URL, BATON_KEY.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createClient } from '@lushly-dev/afd-client';

const url = process.env.BATON_URL;
const room = `afd-${process.pid}`;
let client;

before(async () => {
  client = createClient({
    url: `${url}/message`,
    transport: 'http',
    headers: { Authorization: `Bearer ${process.env.BATON_KEY}` },
  });
  await client.connect();
});

after(() => client.disconnect());

async function chunks(command, input) {
  const all = [];
  for await (const chunk of client.stream(command, input)) {
    all.push(chunk);
  }
  return all;
}

test('connecting tells who serves', () => {
  assert.equal(client.getStatus().serverInfo.name, 'baton');
});

test('the list names every command with its handoff and fallback', async () => {
  const tools = await client.listTools();
  const connect = tools.find((tool) => tool.name === 'chat-connect');
  assert.equal(connect._meta.handoffProtocol, 'websocket');
  assert.equal(connect._meta.fallbackCommand, 'chat-poll');
  assert.ok(tools.some((tool) => tool.name === 'afd-batch'));
  assert.ok(!tools.some((tool) => tool.name === 'afd.batch'));
});

test('a call succeeds with its data', async () => {
  const sent = await client.call('chat-send', { roomId: room, text: 'Hello' });
  assert.equal(sent.success, true);
  assert.equal(sent.data.seq, 1);
  assert.equal(sent.data.text, 'Hello');
});

test('a handoff comes with hints and without a secret in them', async () => {
  const result = await client.call('chat-connect', { roomId: room });
  assert.equal(result.data.protocol, 'websocket');
  assert.equal(result._agentHints.fallbackCommand, 'chat-poll');
  assert.ok(!JSON.stringify(result._agentHints).includes(result.data.credentials.token));
});

test('a refused call keeps its code', async () => {
  const refused = await client.call('chat-status', { sessionId: 'ses_0000000000000000000000' });
  assert.equal(refused.success, false);
  assert.equal(refused.error.code, 'SESSION_NOT_FOUND');
  assert.equal(refused.error.retryable, false);
});

test('an unknown command keeps its code', async () => {
  const refused = await client.call('chat-sned', {});
  assert.equal(refused.error.code, 'COMMAND_NOT_FOUND');
  assert.match(refused.error.suggestion, /chat-send/);
});

test('a batch carries successes and refusals side by side', async () => {
  const batch = await client.batch([
    { name: 'chat-send', input: { roomId: room, text: 'In a batch' } },
    { name: 'chat-send', input: { roomId: room, txt: 'x' } },
  ]);
  assert.equal(batch.success, true);
  assert.deepEqual(batch.summary, { total: 2, successCount: 1, failureCount: 1, skippedCount: 0 });
  assert.equal(batch.results[0].result.data.text, 'In a batch');
  assert.equal(batch.results[1].result.error.code, 'VALIDATION_ERROR');
});

test('an empty batch is refused with its code', async () => {
  const batch = await client.batch([]);
  assert.equal(batch.success, false);
  assert.equal(batch.error.code, 'INVALID_BATCH_REQUEST');
});

test('a stream ends with one complete chunk', async () => {
  const all = await chunks('chat-poll', { roomId: room });
  assert.deepEqual(all.map((chunk) => chunk.type), ['data', 'complete']);
  assert.equal(all[0].data.messages[0].text, 'Hello');
});

test('a refused stream keeps its code', async () => {
  const all = await chunks('chat-poll', { roomId: room, since: 'nonsense' });
  assert.equal(all.length, 1);
  assert.equal(all[0].type, 'error');
  assert.equal(all[0].error.code, 'INVALID_CURSOR');
  assert.equal(all[0].recoverable, false);
});
