// The page of one conversation: ?key=dev.
import { AgentSession } from './agent-stream.js';
import { Commands } from './live.js';

const asked = new URLSearchParams(location.search);
const session = new AgentSession(new Commands('', asked.get('key') ?? 'dev'));
const show = (id) => document.getElementById(id);
const TOOLS = ['chat-poll', 'chat-send', 'survey-*'];
const STATES = { idle: 'your turn', running: 'working …', lost: 'connection lost, coming back …' };
const parts = new Map();

function line(text, kind, key) {
  const item = document.createElement('li');
  item.className = kind;
  item.textContent = text;
  show('lines').append(item);
  if (key !== undefined) {
    parts.set(key, item);
  }
  return item;
}

function part(key, kind) {
  return parts.get(key) ?? line('', kind, key);
}

function question(event) {
  const item = line(event.prompt ?? `Call ${event.name}?`, 'control');
  for (const [word, approved] of [['Allow', true], ['Refuse', false]]) {
    const button = document.createElement('button');
    button.textContent = word;
    button.onclick = () => session.approve(event.approval_id, approved);
    item.append(' ', button);
  }
  parts.set(event.approval_id, item);
}

const SHOWN = {
  thinking: (event) => { part(`${event.message_id}:${event.index}`, 'control').textContent += event.text; },
  token: (event) => { part(`${event.message_id}:${event.index}`, 'app').textContent += event.text; },
  tool_call_delta: (event) => {
    const item = part(event.tool_call_id, 'partner');
    item.textContent = item.textContent === '' ? `${event.name} ` : item.textContent + event.partial;
  },
  tool_call: (event) => { part(event.tool_call_id, 'partner').textContent = `${event.name} ${JSON.stringify(event.args)}`; },
  tool_result: (event) => {
    part(event.tool_call_id, 'partner').textContent += event.is_error ? ` → ${event.result.message}` : ` → ${JSON.stringify(event.result)}`;
  },
  approval_required: question,
  approval_resolved: (event) => { parts.get(event.approval_id)?.replaceChildren(event.approved ? 'Allowed.' : 'Refused.'); },
  retrying: (event) => line(`The model is asked again in ${event.wait_ms} ms (${event.code}).`, 'control'),
  withdrawn: (event) => {
    for (const [key, item] of parts) {
      if (key.startsWith(event.message_id) || item.dataset.seq >= event.from_seq) {
        item.remove();
        parts.delete(key);
      }
    }
  },
  error: (event) => line(event.error, 'control'),
  cancelled: () => line('Stopped.', 'control'),
};

session.addEventListener('event', ({ detail }) => {
  const before = new Set(parts.keys());
  SHOWN[detail.type]?.(detail);
  parts.forEach((item, key) => before.has(key) || (item.dataset.seq = detail.seq));
  show('log').textContent += `${detail.seq} ${detail.type}\n`;
  show('log').scrollTop = show('log').scrollHeight;
  show('lines').scrollTop = show('lines').scrollHeight;
});

session.addEventListener('state', ({ detail }) => {
  show('state').textContent = STATES[detail.name] ?? detail.why ?? detail.name;
  show('state').dataset.state = detail.name;
});

function say(text) {
  return session.sessionId === null
    ? session.start(text, { tools: TOOLS, approvals: show('asks').checked ? 'mutations' : 'destructive' })
    : session.send(text);
}

show('write').onsubmit = (event) => {
  event.preventDefault();
  const text = show('text').value;
  if (text.trim() === '') {
    return;
  }
  line(text, 'participant');
  say(text).catch((error) => line(error.message, 'control'));
  show('text').value = '';
};
show('cancel').onclick = () => session.cancel().catch((error) => line(error.message, 'control'));
