import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Verbs } from '../../src/app/verbs.ts';
import { asciiJson } from '../../src/rpc/ascii-json.ts';
import { Connection } from '../../src/rpc/connection.ts';
import { LineReader } from '../../src/rpc/line-reader.ts';
import { requestCertificateMethod } from '../../src/rpc/request-certificate.ts';

describe('messages on the line', () => {
  it('any text survives as ASCII', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const line = asciiJson({ text });
        assert.match(line, /^[\x20-\x7e]*$/);
        assert.equal(JSON.parse(line).text, text);
      }),
    ));

  it('lines come out as they were written, however the bytes are cut', () =>
    fc.assert(
      fc.property(
        fc.array(fc.json(), { minLength: 1, maxLength: 5 }),
        fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        (messages, cuts) => {
          const lines: string[] = [];
          const reader = new LineReader(
            (line) => lines.push(line),
            () => assert.fail('no line is too long'),
          );
          const bytes = Buffer.from(messages.map((message) => `${message}\n`).join(''));
          for (let at = 0, cut = 0; at < bytes.length; cut += 1) {
            const length = cuts[cut % cuts.length] ?? 1;
            reader.push(bytes.subarray(at, at + length));
            at += length;
          }
          assert.deepEqual(lines, messages);
        },
      ),
    ));

  it('whatever a line says, it is answered once or not at all, and the next call is served', async () => {
    /** A call that the schema accepts never gets as far as these. */
    const verbs = new Proxy({} as Verbs, { get: () => async () => undefined });
    const anything = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .record({
          jsonrpc: fc.constantFrom('2.0', '1.0'),
          id: fc.oneof(fc.integer(), fc.string(), fc.constant(null)),
          method: fc.constantFrom('requestCertificate', 'ping', 'nonsense'),
          params: fc.object(),
        })
        .map((message) => JSON.stringify(message)),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (line) => {
        const answers: {
          readonly id?: unknown;
          readonly result?: unknown;
          readonly error?: { readonly code: number };
        }[] = [];
        const methods = { ping: async () => 'pong', requestCertificate: requestCertificateMethod(verbs) };
        const connection = new Connection(methods, (answer) => answers.push(JSON.parse(answer)));
        connection.push(Buffer.from(`${line.replaceAll('\n', ' ')}\n`));
        connection.push(Buffer.from('{"jsonrpc":"2.0","id":"last","method":"ping","params":{}}\n'));
        for (let turns = 0; turns < 5; turns++) await new Promise((resolve) => setImmediate(resolve));
        assert.equal(answers.filter(({ id, result }) => id === 'last' && result === 'pong').length >= 1, true);
        assert.ok(answers.length <= 2);
      }),
    );
  });
});
