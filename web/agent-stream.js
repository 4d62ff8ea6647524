// A browser's side of an agent handoff: opens the event stream that a command handed over, survives cuts, and gives
// every event of a run exactly once and in order. Source: docs/wire.md, "The agent stream".

const TYPES = ['run_started', 'turn_started', 'thinking', 'token', 'tool_call_delta', 'tool_call', 'approval_required',
  'approval_resolved', 'tool_result', 'turn_finished', 'retrying', 'withdrawn', 'run_resumed', 'done', 'agent_error', 'cancelled'];
const TERMINAL = new Set(['done', 'error', 'cancelled']);
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

/**
 * One conversation with an agent. Events: `event` (detail: one event of the log, each once), `state` (detail:
 * idle | running | lost | ended, and why).
 */
export class AgentSession extends EventTarget {
  #commands;
  #source = null;
  #sessionId = null;
  #runId = null;
  #lastSeq = 0;
  #pause = FIRST_PAUSE;

  constructor(commands) {
    super();
    this.#commands = commands;
  }

  get sessionId() {
    return this.#sessionId;
  }

  /** Starts a session, and its first run with the prompt. */
  async start(prompt, options = {}) {
    const handoff = await this.#commands.data('agent-start', { prompt, ...options });
    this.#sessionId = handoff.credentials.sessionId;
    this.#runId = handoff.metadata.runId;
    this.#open(handoff);
  }

  /** Says the next thing. The run must have ended. */
  async send(message) {
    const run = await this.#commands.data('agent-send', { sessionId: this.#sessionId, message });
    this.#runId = run.runId;
    this.#open(run.stream);
  }

  cancel() {
    return this.#commands.data('agent-cancel', { sessionId: this.#sessionId, runId: this.#runId });
  }

  approve(approvalId, approved) {
    return this.#commands.data('agent-approve', { sessionId: this.#sessionId, approvalId, approved });
  }

  end() {
    this.#close('ended');
    return this.#commands.call('agent-end', { sessionId: this.#sessionId });
  }

  #open({ endpoint, credentials }) {
    this.#source?.close();
    const address = new URL(endpoint, location.href);
    address.searchParams.set('ticket', credentials.token);
    const source = new EventSource(address);
    this.#source = source;
    TYPES.forEach((type) => source.addEventListener(type, ({ data }) => this.#take(JSON.parse(data))));
    // Each cut is an error without data; EventSource comes back by itself, unless the answer was no stream.
    source.onerror = ({ data }) => {
      if (data === undefined && source === this.#source && source.readyState === EventSource.CLOSED) {
        this.#lost();
      }
    };
    this.#tell('state', { name: 'running' });
  }

  #take(event) {
    if (event.seq <= this.#lastSeq) {
      return;
    }
    this.#lastSeq = event.seq;
    this.#pause = FIRST_PAUSE;
    this.#tell('event', event);
    if (TERMINAL.has(event.type)) {
      this.#close('idle');
    }
  }

  #close(name) {
    this.#source?.close();
    this.#source = null;
    this.#tell('state', { name });
  }

  /** The platform may refuse a stream when it is full: ask how things are, and come back later. */
  async #lost() {
    this.#tell('state', { name: 'lost' });
    const pause = this.#pause;
    this.#pause = Math.min(pause * 2, LONGEST_PAUSE);
    await new Promise((resolve) => { setTimeout(resolve, pause * (0.5 + Math.random() / 2)); });
    try {
      const result = await this.#commands.call('agent-reconnect', { sessionId: this.#sessionId, lastSeq: this.#lastSeq });
      if (result.success) {
        this.#open(result.data);
        return;
      }
      if (!result.error.retryable) {
        this.#tell('state', { name: 'ended', why: result.error.message });
        return;
      }
    } catch {
      // The network is still away.
    }
    await this.#lost();
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
