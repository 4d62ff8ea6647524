// The npm package ai, as a chat, on the frames of whole runs: FRAMES_URL.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AbstractChat, DefaultChatTransport, readUIMessageStream } from 'ai';

const url = process.env.FRAMES_URL;
const cases = await (await fetch(`${url}/cases`)).json();

/** The state of a chat without any framework around it. */
class State {
  status = 'ready';
  error = undefined;
  messages = [];
  pushMessage = (message) => this.messages.push(message);
  popMessage = () => this.messages.pop();
  replaceMessage = (index, message) => (this.messages[index] = message);
  snapshot = (thing) => structuredClone(thing);
}

class Chat extends AbstractChat {}

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

/** The parts of the message that a log makes, by nobody else's reading of it. */
function parts(events) {
  const made = [];
  const tools = new Map();
  let block = '';
  for (const event of events) {
    const kind = { thinking: 'reasoning', token: 'text' }[event.type];
    if (kind) {
      const next = `${kind} ${event.message_id} ${event.index}`;
      if (next !== block) made.push({ type: kind, text: '' });
      block = next;
      made.at(-1).text += event.text;
      continue;
    }
    if (!['retrying', 'run_resumed', 'approval_resolved'].includes(event.type)) block = '';
    const tool = tools.get(event.tool_call_id);
    switch (event.type) {
      case 'turn_started':
        made.push({ type: 'step-start' });
        break;
      case 'withdrawn':
        made.splice(made.findLastIndex((part) => part.type === 'step-start') + 1);
        tools.clear();
        break;
      case 'tool_call_delta':
        if (tool) tool.raw += event.partial;
        else {
          const part = { type: 'dynamic-tool', id: event.tool_call_id, name: event.name, raw: event.partial };
          part.state = 'input-streaming';
          tools.set(part.id, part);
          made.push(part);
        }
        break;
      case 'tool_call':
        if (tool) Object.assign(tool, { state: 'input-available', input: event.args });
        else {
          const part = { type: 'dynamic-tool', id: event.tool_call_id, name: event.name, input: event.args };
          part.state = 'input-available';
          tools.set(part.id, part);
          made.push(part);
        }
        break;
      case 'approval_required':
        tool.state = 'approval-requested';
        break;
      case 'approval_resolved':
        tool.refused = !event.approved;
        break;
      case 'tool_result':
        if (tool.refused) tool.state = 'output-denied';
        else if (!event.is_error) Object.assign(tool, { state: 'output-available', output: event.result });
        else Object.assign(tool, { state: 'output-error', error: `${event.code}: ${event.result.message}` });
        break;
      case 'turn_finished':
      case 'done':
      case 'error':
      case 'cancelled':
        for (const cut of tools.values()) {
          if (cut.state === 'input-streaming') {
            Object.assign(cut, { state: 'output-error', input: cut.raw, error: 'The arguments of this call were cut off.' });
          }
        }
    }
  }
  return made.map(({ raw, refused, ...part }) => part);
}

/** The parts of a message of the client, in the same words. */
function shown(message) {
  return message.parts.map((part) => {
    if (part.type === 'text' || part.type === 'reasoning') {
      assert.equal(part.state, 'done');
      return { type: part.type, text: part.text };
    }
    if (part.type === 'step-start') return { type: part.type };
    assert.equal(part.type, 'dynamic-tool');
    assert.equal(part.providerExecuted, true);
    const tool = { type: part.type, id: part.toolCallId, name: part.toolName, state: part.state, input: part.input };
    if (part.state === 'output-available') tool.output = part.output;
    if (part.state === 'output-error') tool.error = part.errorText;
    return tool;
  });
}

function plain(value) {
  return JSON.parse(JSON.stringify(value));
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
