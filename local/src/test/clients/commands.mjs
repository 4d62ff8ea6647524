// Commands of the stack under test: BATON_URL, BATON_KEY.
import assert from 'node:assert/strict';

/** The headers of a caller. */
export const bearer = { Authorization: `Bearer ${process.env.BATON_KEY}` };

/** The whole result of a command. */
export async function command(name, input) {
  const response = await fetch(`${process.env.BATON_URL}/commands/${name}`, {
    method: 'POST',
    headers: { ...bearer, 'Content-Type': 'application/json' },
    body: JSON.stringify(input),
  });
  return response.json();
}

/** The data of a result that must be a success. */
export async function data(name, input) {
  const result = await command(name, input);
  assert.ok(result.success, `${name}: ${JSON.stringify(result.error)}`);
  return result.data;
}
