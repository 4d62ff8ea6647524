// The npm package ai, as a chat, on the frames of whole runs: FRAMES_URL.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DefaultChatTransport, readUIMessageStream } from 'ai';
import { Chat, State, parts, plain, shown } from './ai-sdk-message.mjs';

const url = process.env.FRAMES_URL;
const cases = await (await fetch(`${url}/cases`)).json();

function chat(name, query, log = []) {
  const state = new State();
  const transport = new DefaultChatTransport({
    api: `${url}/ai-sdk/${name}${query}`,
    prepareReconnectToStreamRequest: () => ({ api: `${url}/ai-sdk/${name}` }),
  });
  const called = () => assert.fail('no tool runs in the client');
  const chat = new Chat({ id: 'chat', state, transport, onToolCall: called, onData: (part) => log.push(part) });
  return { chat, state };
}

function check({ name, events }, state) {
  const last = events.at(-1);
  const message = state.messages.at(-1);
  assert.deepEqual(state.messages.map((each) => each.role), ['user', 'assistant'], name);
  assert.equal(message.id, events[0].run_id, name);
  assert.deepEqual(plain(shown(message)), plain(parts(events)), name);
  if (last.type === 'error') {
    assert.equal(state.status, 'error', name);
    assert.equal(state.error.message, `${last.code}: ${last.error}`, name);
    return;
  }
  assert.equal(state.status, 'ready', `${name}: ${state.error}`);
  if (last.type === 'done') {
    assert.deepEqual(message.metadata.usage, last.usage, name);
    assert.equal(message.metadata.cost_usd, last.cost_usd, name);
  }
  assert.equal(message.metadata.session_id, 'as_4F', name);
}

test('the message of a chat is what the log says', async () => {
  assert.ok(cases.length > 50);
  for (const each of cases) {
    const { chat: sent, state } = chat(each.name, '');
    await sent.sendMessage({ text: 'Now' });
    check(each, state);
  }
});

test('a response that is closed anywhere is resumed without anything lost or doubled', async () => {
  for (const each of cases) {
    const cut = 1 + (each.events.length * 7919) % Math.max(1, each.events.length - 1);
    const notices = [];
    const { chat: resumed, state } = chat(each.name, `?cut=${cut}`, notices);
    await resumed.sendMessage({ text: 'Now' });
    assert.equal(state.status, 'ready', `${each.name} cut at ${cut}: ${state.error}`);
    assert.deepEqual(notices.at(-1).data, { reason: 'deadline', retry_ms: 250 });

    await resumed.resumeStream();
    check(each, state);

    await resumed.resumeStream();
    check(each, state);
  }
});

test('a chat without a run in flight resumes nothing', async () => {
  const state = new State();
  const transport = new DefaultChatTransport({
    prepareReconnectToStreamRequest: () => ({ api: `${url}/nothing` }),
  });
  await new Chat({ id: 'chat', state, transport }).resumeStream();
  assert.equal(state.status, 'ready');
  assert.deepEqual(state.messages, []);
});

test('what only Baton says comes as transient data', async () => {
  const notices = [];
  const { chat: sent } = chat('withdrawn', '', notices);
  await sent.sendMessage({ text: 'Now' });
  assert.deepEqual(notices.map((part) => part.data.type), ['retrying']);
});

test('the reader of streams makes the same message as the chat', async () => {
  for (const each of cases.filter(({ events }) => events.at(-1).type === 'done')) {
    const transport = new DefaultChatTransport({ api: `${url}/ai-sdk/${each.name}` });
    const stream = await transport.sendMessages({ chatId: 'chat', messages: [], trigger: 'submit-message' });
    let message;
    for await (message of readUIMessageStream({ stream, terminateOnError: true }));
    assert.deepEqual(plain(shown(message)), plain(parts(each.events)), each.name);
  }
});
