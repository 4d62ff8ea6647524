// The official MCP client over Streamable HTTP against the local stack: BATON_URL, BATON_KEY.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const endpoint = new URL('/mcp', process.env.BATON_URL);
const room = `mcp-${process.pid}`;
let client;

function transport(key) {
  return new StreamableHTTPClientTransport(endpoint, {
    requestInit: { headers: { Authorization: `Bearer ${key}` } },
  });
}

before(async () => {
  client = new Client({ name: 'baton-tests', version: '1.0.0' });
  await client.connect(transport(process.env.BATON_KEY));
});

after(() => client.close());

test('initialising agrees on what is offered', () => {
  assert.equal(client.getServerVersion().name, 'baton');
  assert.deepEqual(Object.keys(client.getServerCapabilities()), ['tools']);
});

test('the list has schemas and handoff metadata', async () => {
  const { tools } = await client.listTools();
  const connect = tools.find((tool) => tool.name === 'chat-connect');
  assert.equal(connect.inputSchema.type, 'object');
  assert.equal(connect.outputSchema.type, 'object');
  assert.equal(connect._meta.handoffProtocol, 'websocket');
  assert.equal(connect._meta.fallbackCommand, 'chat-poll');
  assert.equal(connect.annotations.readOnlyHint, false);
});

test('a call succeeds, its output checked by the client', async () => {
  await client.listTools();
  const result = await client.callTool({
    name: 'chat-send',
    arguments: { roomId: room, text: 'Hello' },
  });
  assert.equal(result.isError, false);
  assert.equal(result.structuredContent.data.seq, 1);
  assert.deepEqual(JSON.parse(result.content[0].text), result.structuredContent);
});

test('a refusal is an error result with its code', async () => {
  const result = await client.callTool({ name: 'chat-send', arguments: { roomId: room } });
  assert.equal(result.isError, true);
  assert.equal(result.structuredContent.error.code, 'VALIDATION_ERROR');
});

test('an unknown tool is a protocol error', async () => {
  await assert.rejects(
    client.callTool({ name: 'chat-sned', arguments: {} }),
    (error) => error.code === -32602,
  );
});

test('a stranger is turned away', async () => {
  const stranger = new Client({ name: 'baton-tests', version: '1.0.0' });
  await assert.rejects(stranger.connect(transport('not-a-key')));
});
