// The npm package eventsource on streams that break off.
import assert from 'node:assert/strict';
import { EventSource } from 'eventsource';

const TERMINAL = new Set(['done', 'error', 'cancelled']);
const TYPES = ['run_started', 'turn_started', 'thinking', 'token', 'tool_call_delta', 'tool_call', 'approval_required',
  'approval_resolved', 'tool_result', 'turn_finished', 'retrying', 'withdrawn', 'run_resumed', 'done', 'error', 'cancelled'];

/** A fetch whose first responses break off, each after its number of bytes: every other one as if it had ended well. */
export function cutting(positions, headers = {}) {
  const left = [...positions];
  return async (address, init) => {
    const response = await fetch(address, { ...init, headers: { ...init.headers, ...headers } });
    const position = left.shift();
    return position === undefined || response.status !== 200 ? response : cut(response, position, left.length % 2 === 0);
  };
}

function cut(response, position, cleanly) {
  const reader = response.body.getReader();
  let room = position;
  async function pull(controller) {
    if (room === 0) {
      await reader.cancel();
      return cleanly ? controller.close() : controller.error(new TypeError('cut'));
    }
    const { done, value } = await reader.read();
    if (done) {
      return controller.close();
    }
    const piece = value.subarray(0, room);
    room -= piece.length;
    controller.enqueue(piece);
  }
  return new Response(new ReadableStream({ pull }, { highWaterMark: 0 }), { headers: response.headers });
}

/** The events that a viewer hears until the last of its run; fails when it is told to stop before. */
export function watched(address, fetch) {
  return new Promise((resolve, reject) => {
    const events = [];
    const source = new EventSource(address, { fetch });
    for (const type of TYPES) {
      source.addEventListener(type, ({ data, lastEventId }) => {
        if (data === undefined) {
          return;
        }
        const event = JSON.parse(data);
        assert.equal(event.type, type);
        events.push({ id: lastEventId, event });
        if (TERMINAL.has(type)) {
          source.close();
          resolve(events);
        }
      });
    }
    source.addEventListener('error', ({ code, data }) => {
      if (data === undefined && source.readyState === EventSource.CLOSED) {
        reject(new Error(`${code} after ${events.length} events of ${address}`));
      }
    });
  });
}

/** The code with which a viewer that never closes is told to stop. */
export function stopped(address, fetch) {
  return new Promise((resolve) => {
    const source = new EventSource(address, { fetch });
    source.addEventListener('error', ({ code }) => {
      if (source.readyState === EventSource.CLOSED) {
        resolve(code);
      }
    });
  });
}
