// The npm package ws on a socket that a command handed over.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import WebSocket from 'ws';

/** An open socket with its frames in the order in which they came. */
export class Live {
  constructor(address) {
    this.socket = new WebSocket(address);
    this.frames = [];
    this.waiting = [];
    this.socket.on('message', (text) => {
      this.frames.push(JSON.parse(text));
      this.waiting.splice(0).forEach((look) => look());
    });
  }

  async next(matches, label) {
    for (;;) {
      const found = this.frames.findIndex(matches);
      if (found >= 0) {
        return this.frames.splice(0, found + 1).at(-1);
      }
      await new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`no ${label} among ${JSON.stringify(this.frames)}`)), 15_000);
        this.waiting.push(() => {
          clearTimeout(late);
          resolve();
        });
      });
    }
  }

  ofType(type) {
    return this.next((frame) => frame.type === type, type);
  }

  send(frame) {
    this.socket.send(JSON.stringify(frame));
  }
}

/** Opens a handoff by query or by frame, and waits for the welcome. */
export async function opened(handoff, way) {
  const { endpoint, credentials } = handoff.data;
  const live = new Live(way === 'query' ? `${endpoint}&token=${credentials.token}` : endpoint);
  await once(live.socket, 'open');
  if (way === 'frame') {
    live.send({ type: 'auth', token: credentials.token });
  }
  const welcome = await live.ofType('welcome');
  assert.equal(welcome.sessionId, credentials.sessionId);
  return live;
}

/** The events of an agent on a socket, each once, by the rule of the wire. */
export class Follower {
  events = [];
  #ended = () => {};

  constructor(live) {
    live.socket.on('message', (text) => {
      const frame = JSON.parse(text);
      if (frame.type === 'events') {
        frame.events.forEach((event) => this.#take(live, event));
      } else if (frame.type === 'resubscribe') {
        live.send({ action: 'agent-subscribe', after: frame.after });
      }
    });
  }

  #take(live, event) {
    const last = this.events.at(-1)?.seq ?? 0;
    if (event.seq === last + 1) {
      this.events.push(event);
      this.#ended();
    } else if (event.seq > last) {
      live.send({ action: 'agent-subscribe', after: last });
    }
  }

  /** Until so many events satisfy the condition. */
  until(matches, many = 1) {
    const enough = () => this.events.filter(matches).length >= many;
    return new Promise((resolve) => {
      this.#ended = () => enough() && resolve();
      this.#ended();
    });
  }
}
