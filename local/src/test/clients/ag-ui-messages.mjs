// What an agent of the npm package @ag-ui/client has, and what a log makes of the same.

/** The messages that a conversation and a log make, by nobody else's reading of them. */
function messages({ history, events }) {
  const made = [];
  const firstText = new Map();
  const find = (id, message) => {
    if (!made.some((each) => each.id === id)) made.push({ id, ...message });
    return made.find((each) => each.id === id);
  };
  const called = (id) => made.findIndex((each) => each.tools?.some((tool) => tool.id === id));
  for (const { number, role, run_id: run, content } of history) {
    content.forEach((block, index) => {
      if (block.type === 'thinking') made.push({ id: `${run}:${number}:${index}`, role: 'reasoning', text: block.thinking });
      else made.push({ id: `${run}:${number}`, role, text: block.text });
    });
  }
  for (const event of events) {
    const owner = event.message_id;
    switch (event.type) {
      case 'thinking':
        find(`${owner}:${event.index}`, { role: 'reasoning', owner, text: '' }).text += event.text;
        break;
      case 'token': {
        if (!firstText.has(owner)) firstText.set(owner, event.index);
        const id = firstText.get(owner) === event.index ? owner : `${owner}:${event.index}`;
        const message = find(id, { role: 'assistant', owner });
        message.text = (message.text ?? '') + event.text;
        break;
      }
      case 'tool_call_delta':
      case 'tool_call': {
        const message = find(owner, { role: 'assistant', owner });
        message.tools ??= [];
        let tool = message.tools.find(({ id }) => id === event.tool_call_id);
        if (!tool) message.tools.push((tool = { id: event.tool_call_id, name: event.name, args: '' }));
        if (event.type === 'tool_call_delta') tool.args += event.partial;
        else if (tool.args === '') tool.args = event.args;
        break;
      }
      case 'tool_result': {
        let place = called(event.tool_call_id) + 1;
        while (made[place]?.role === 'tool') place++;
        const message = { id: `${event.tool_call_id}:result`, role: 'tool', owner: made[place - 1].owner };
        made.splice(place, 0, { ...message, call: event.tool_call_id, text: event.result });
        break;
      }
      case 'withdrawn':
        for (const message of made.filter((each) => each.owner === owner)) {
          if (message.role === 'reasoning') message.text = '';
          else made.splice(made.indexOf(message), 1);
        }
    }
  }
  return made.map(({ owner, ...message }) => message);
}

/** The messages of the client, in the same words. */
export function shown(agent) {
  return agent.messages.map((message) => {
    const made = { id: message.id, role: message.role };
    if (message.content) made.text = message.role === 'tool' ? JSON.parse(message.content) : message.content;
    if (message.role === 'reasoning') made.text = message.content;
    if (message.role === 'tool') made.call = message.toolCallId;
    if (message.toolCalls) {
      made.tools = message.toolCalls.map((call) => ({ id: call.id, name: call.function.name, args: parsed(call.function.arguments) }));
    }
    return made;
  });
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The messages that a conversation and a log make, with arguments as values. */
export function expected(each) {
  return messages(each).map((message) =>
    message.tools
      ? { ...message, tools: message.tools.map((tool) => ({ ...tool, args: typeof tool.args === 'string' ? parsed(tool.args) : tool.args })) }
      : message,
  );
}
