// A browser's side of a protocol handoff: opens the WebSocket that a command handed over, resumes it after a
// drop, and gives every message exactly once and in order. Source: docs/wire.md, "Sockets".

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 10_000;

/** Calls commands over HTTPS; answers the whole result, refusals included. */
export class Commands {
  constructor(base, key) {
    this.base = base;
    this.key = key;
  }

  async call(name, input) {
    const response = await fetch(`${this.base}/commands/${name}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${this.key}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(input),
    });
    return response.json();
  }

  async data(name, input) {
    const result = await this.call(name, input);
    if (!result.success) {
      throw Object.assign(new Error(result.error.message), result.error);
    }
    return result.data;
  }
}

/**
 * One person in one chat room. Events: `message` (detail: a message), `presence` (detail: all participants),
 * `typing`, `state` (detail: connecting | open | lost | ended, and why), `error`.
 */
export class ChatSession extends EventTarget {
  #commands;
  #roomId;
  #socket = null;
  #sessionId = null;
  #participantId = null;
  #participants = new Map();
  #unacknowledged = new Map();
  #lastId;
  #lastSeq = 0;
  #ended = false;
  #pings = null;
  #catchingUp = null;

  constructor(commands, roomId) {
    super();
    this.#commands = commands;
    this.#roomId = roomId;
  }

  /** The public id of this person in the room; null before the first welcome. */
  get participantId() {
    return this.#participantId;
  }

  async connect(nickname) {
    const handoff = await this.#commands.data('chat-connect', { roomId: this.#roomId, nickname });
    this.#sessionId = handoff.credentials.sessionId;
    this.#lastId = handoff.metadata.catchUp?.lastMessageId;
    this.#lastSeq = handoff.metadata.catchUp?.lastSeq ?? 0;
    this.#open(handoff);
  }

  /** Kept until it is acknowledged; sent again under the same id after a drop, and stored once. */
  send(text) {
    const frame = { action: 'chat-send', text, clientMessageId: crypto.randomUUID() };
    this.#unacknowledged.set(frame.clientMessageId, frame);
    this.#put({ ...frame, ref: frame.clientMessageId });
  }

  typing() {
    this.#put({ action: 'chat-typing' });
  }

  async leave() {
    this.#ended = true;
    await this.#commands.call('chat-disconnect', { sessionId: this.#sessionId });
  }

  #put(frame) {
    if (this.#socket?.readyState === WebSocket.OPEN) {
      this.#socket.send(JSON.stringify(frame));
    }
  }

  #open({ endpoint, credentials }) {
    this.#tell('state', { name: 'connecting' });
    const socket = new WebSocket(endpoint);
    this.#socket = socket;
    socket.onopen = () => socket.send(JSON.stringify({ type: 'auth', token: credentials.token }));
    socket.onmessage = ({ data }) => this.#take(JSON.parse(data));
    socket.onclose = () => this.#closed(socket);
  }

  #take(frame) {
    switch (frame.type) {
      case 'welcome': return this.#welcomed(frame);
      case 'message': return this.#messages([frame]);
      case 'history': return this.#messages(frame.messages, frame.hasMore);
      case 'presence': return this.#present(frame);
      case 'token_refresh': return this.#moveTo(frame);
      case 'closed': return this.#end(frame);
      case 'ack': return this.#unacknowledged.delete(frame.ref);
      case 'error': return this.#refused(frame);
      default: return this.#tell(frame.type, frame);
    }
  }

  #welcomed(frame) {
    this.#participantId = frame.participantId;
    this.#participants = new Map(frame.participants.map((person) => [person.id, person]));
    clearInterval(this.#pings);
    this.#pings = setInterval(() => this.#put({ type: 'ping', lastMessageId: this.#lastId }), frame.heartbeatMs);
    this.#tell('state', { name: 'open' });
    this.#tell('presence', [...this.#participants.values()]);
    this.#unacknowledged.forEach((waiting, id) => this.#put({ ...waiting, ref: id }));
  }

  #refused(frame) {
    if (!frame.retryable) {
      this.#unacknowledged.delete(frame.ref);
    }
    this.#tell('error', frame);
  }

  #messages(messages, more = false) {
    const fresh = messages.filter((message) => message.seq > this.#lastSeq).sort((a, b) => a.seq - b.seq);
    for (const message of fresh) {
      if (message.seq !== this.#lastSeq + 1) {
        return this.#catchUp();
      }
      this.#lastSeq = message.seq;
      this.#lastId = message.id;
      this.#tell('message', message);
    }
    return more ? this.#catchUp() : undefined;
  }

  /** Asks for what lies between the last message and now, once at a time. */
  #catchUp() {
    this.#catchingUp ??= this.#commands
      .data('chat-poll', { roomId: this.#roomId, limit: 100, ...(this.#lastId && { since: this.#lastId }) })
      .then((page) => {
        this.#catchingUp = null;
        this.#messages(page.messages, page.hasMore);
      })
      .catch((error) => {
        this.#catchingUp = null;
        this.#tell('error', error);
      });
  }

  #present({ event, participant, participants }) {
    if (event === 'list') {
      this.#participants = new Map(participants.map((person) => [person.id, person]));
    } else if (event === 'left') {
      this.#participants.delete(participant.id);
    } else {
      this.#participants.set(participant.id, { ...participant, state: event === 'away' ? 'away' : 'online' });
    }
    this.#tell('presence', [...this.#participants.values()]);
  }

  /** A second socket with a fresh token, before the first one reaches its two hours. */
  #moveTo({ endpoint, token }) {
    const older = this.#socket;
    older.onclose = null;
    this.#open({ endpoint, credentials: { token } });
  }

  #end(frame) {
    this.#ended = !frame.reconnect;
    if (this.#ended) {
      this.#tell('state', { name: 'ended', why: frame.message });
    }
  }

  async #closed(socket) {
    clearInterval(this.#pings);
    if (socket !== this.#socket || this.#ended) {
      return;
    }
    this.#tell('state', { name: 'lost' });
    await this.#reconnect(FIRST_PAUSE);
  }

  async #reconnect(pause) {
    await new Promise((resolve) => { setTimeout(resolve, pause * (0.5 + Math.random() / 2)); });
    if (this.#ended) {
      return;
    }
    try {
      const input = { sessionId: this.#sessionId, ...(this.#lastId && { lastMessageId: this.#lastId }) };
      const result = await this.#commands.call('chat-reconnect', input);
      if (result.success) {
        this.#open(result.data);
        return;
      }
      if (!result.error.retryable) {
        this.#ended = true;
        this.#tell('state', { name: 'ended', why: result.error.message });
        return;
      }
    } catch {
      // The network is still away.
    }
    await this.#reconnect(Math.min(pause * 2, LONGEST_PAUSE));
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
