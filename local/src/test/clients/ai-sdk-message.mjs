// What a chat of the npm package ai has, and what a log makes of the same.
import assert from 'node:assert/strict';
import { AbstractChat } from 'ai';

/** The state of a chat without any framework around it. */
export class State {
  status = 'ready';
  error = undefined;
  messages = [];
  pushMessage = (message) => this.messages.push(message);
  popMessage = () => this.messages.pop();
  replaceMessage = (index, message) => (this.messages[index] = message);
  snapshot = (thing) => structuredClone(thing);
}

/** A chat. */
export class Chat extends AbstractChat {}

/** The parts of the message that a log makes, by nobody else's reading of it. */
export function parts(events) {
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
export function shown(message) {
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

/** The same without what JSON does not have. */
export function plain(value) {
  return JSON.parse(JSON.stringify(value));
}
