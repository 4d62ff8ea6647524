// The npm package ws on the socket that chat-connect hands over: BATON_URL, BATON_KEY.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import WebSocket from 'ws';
import { command } from './commands.mjs';
import { opened } from './live.mjs';

const room = `ws-${process.pid}`;

async function refusal(address) {
  const socket = new WebSocket(address);
  socket.on('error', () => {}); // terminating before the upgrade is reported as one
  const [, response] = await once(socket, 'unexpected-response');
  socket.terminate();
  return response.statusCode;
}

for (const way of ['query', 'frame']) {
  test(`a handoff is opened by ${way}, talked over, and used up`, async () => {
    const handoff = await command('chat-connect', { roomId: room, nickname: 'Ada' });
    const live = await opened(handoff, way);
    live.send({ type: 'auth_headers', headers: { authorization: 'x' } });
    live.send({ action: 'chat-send', text: `by ${way}`, clientMessageId: way, ref: 'r1' });
    const ack = await live.next((frame) => frame.type === 'ack' || frame.type === 'error', 'ack');
    assert.equal(ack.type, 'ack');
    assert.equal(ack.ref, 'r1');
    const poll = await command('chat-poll', { roomId: room, latest: true, limit: 1 });
    assert.equal(poll.data.messages[0].text, `by ${way}`);
    const again = `${handoff.data.endpoint}&token=${handoff.data.credentials.token}`;
    assert.ok([401, 403].includes(await refusal(again)));
    live.socket.close();
  });
}

test('everybody in the room gets a message, the sender too', async () => {
  const ada = await opened(await command('chat-connect', { roomId: room, nickname: 'Ada' }), 'query');
  const bob = await opened(await command('chat-connect', { roomId: room, nickname: 'Bob' }), 'frame');
  ada.send({ type: 'message', text: 'To all' });
  for (const live of [ada, bob]) {
    const message = await live.next((frame) => frame.type === 'message' && frame.text === 'To all', 'message');
    assert.ok(message.seq > 0);
    live.socket.close();
  }
});

test('a cut connection resumes with what it missed', async () => {
  const handoff = await command('chat-connect', { roomId: room, nickname: 'Eve' });
  const live = await opened(handoff, 'query');
  const known = await command('chat-send', { roomId: room, text: 'Seen' });
  await live.next((frame) => frame.type === 'message' && frame.seq === known.data.seq, 'message');
  live.socket.terminate();
  const missed = await command('chat-send', { roomId: room, text: 'Missed' });
  const fresh = await command('chat-reconnect', {
    sessionId: handoff.data.credentials.sessionId,
    lastMessageId: known.data.id,
  });
  assert.equal(fresh.data.metadata.catchUp.missed, 1);
  const back = await opened(fresh, 'frame');
  const history = await back.ofType('history');
  assert.deepEqual(history.messages.map((message) => message.id), [missed.data.id]);
  back.socket.close();
});

test('the end is announced and final', async () => {
  const handoff = await command('chat-connect', { roomId: room });
  const live = await opened(handoff, 'query');
  const ended = once(live.socket, 'close');
  const sessionId = handoff.data.credentials.sessionId;
  assert.equal((await command('chat-disconnect', { sessionId })).data.state, 'closed');
  const closed = await live.ofType('closed');
  assert.equal(closed.code, 4005);
  assert.equal(closed.reconnect, false);
  await ended;
  assert.equal((await command('chat-reconnect', { sessionId })).error.code, 'SESSION_CLOSED');
  assert.equal(await refusal(handoff.data.endpoint), 410);
});
