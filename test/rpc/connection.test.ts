import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AuthorityVerbs } from '../../src/app/authority/authority-verbs.ts';
import type { CertificateStoreVerbs } from '../../src/app/certificate-store/certificate-store-verbs.ts';
import type { Verbs } from '../../src/app/verbs.ts';
import { commandError } from '../../src/domain/errors/catalogue.ts';
import { withCommandErrors } from '../../src/rpc/as-command-error.ts';
import { assignmentMethods } from '../../src/rpc/assignment-methods.ts';
import { certificateStoreMethods } from '../../src/rpc/certificate-store-methods.ts';
import { completeMethod } from '../../src/rpc/complete.ts';
import { Connection, type Method } from '../../src/rpc/connection.ts';
import { emulatorMethods } from '../../src/rpc/emulator-methods.ts';
import { importCertificateMethod } from '../../src/rpc/import-certificate.ts';
import { type EngineMethods, lineMethods } from '../../src/rpc/methods.ts';
import { requestCertificateMethod } from '../../src/rpc/request-certificate.ts';
import { sessionVariablesMethod } from '../../src/rpc/session-variables.ts';
import { topologyMethods } from '../../src/rpc/topology-methods.ts';

interface Message {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: Record<string, unknown>;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string; readonly data?: Record<string, unknown> };
}

/** A connection whose lines are collected; `settle` waits until nothing more is written. */
function connect(methods: Readonly<Record<string, Method>>) {
  const messages: Message[] = [];
  const lines: string[] = [];
  const connection = new Connection(methods, (line) => {
    lines.push(line);
    messages.push(JSON.parse(line));
  });
  const send = (message: unknown) => connection.push(Buffer.from(`${JSON.stringify(message)}\n`));
  const settle = async () => {
    for (let rounds = 0; rounds < 5; rounds++) await new Promise((resolve) => setImmediate(resolve));
  };
  return { connection, send, settle, messages, lines };
}

/** Verbs that nothing here should reach. */
const noVerbs = (): EngineMethods => ({
  requestCertificate: requestCertificateMethod({} as Verbs),
  importCertificate: importCertificateMethod({} as Verbs),
  complete: completeMethod(async () => []),
  sessionVariables: sessionVariablesMethod(async () => ({})),
  ...emulatorMethods({} as AuthorityVerbs),
  ...assignmentMethods(() => assert.fail('not reached')),
  ...topologyMethods(() => assert.fail('not reached')),
  ...certificateStoreMethods({} as CertificateStoreVerbs),
});

describe('the line between PowerShell and the engine', () => {
  it('answers hello without loading the engine proper', async () => {
    const { send, settle, messages } = connect(lineMethods('1.2.3', noVerbs));
    send({ jsonrpc: '2.0', id: 1, method: 'hello', params: { protocol: 1 } });
    await settle();
    assert.equal(messages.length, 1);
    assert.deepEqual(messages[0]?.result, {
      engine: 'request-cscertificate',
      version: '1.2.3',
      protocol: 1,
      node: process.version,
    });
  });

  it('says which protocol it speaks to whoever speaks another', async () => {
    const { send, settle, messages } = connect(lineMethods('1.2.3', noVerbs));
    send({ jsonrpc: '2.0', id: 1, method: 'hello', params: { protocol: 2 } });
    await settle();
    assert.equal(messages[0]?.error?.message, 'This engine speaks protocol 1, not protocol 2.');
  });

  it('writes callbacks in order, and before the result', async () => {
    const { send, settle, messages } = connect({
      talk: async (_, host) => {
        host.verbose('one');
        host.warning('two');
        host.hostLine('three');
        return null;
      },
    });
    send({ jsonrpc: '2.0', id: 7, method: 'talk', params: {} });
    await settle();
    assert.deepEqual(
      messages.map(({ method, id }) => method ?? id),
      ['host/verbose', 'host/warning', 'host/information', 7],
    );
  });

  it('waits for the answer to a question', async () => {
    const { send, settle, messages } = connect({
      ask: async (_, host) => host.shouldProcess({ description: 'd', query: 'q', caption: 'c' }),
    });
    send({ jsonrpc: '2.0', id: 1, method: 'ask', params: {} });
    await settle();
    const question = messages[0];
    assert.equal(question?.method, 'host/shouldProcess');
    send({ jsonrpc: '2.0', id: question?.id, result: { proceed: true } });
    await settle();
    assert.equal(messages[1]?.result, true);
  });

  it('is ASCII on the wire, whatever is said', async () => {
    const { send, settle, lines } = connect({ talk: async (_, host) => host.verbose('Zürich \u{1f512}\u2028') });
    send({ jsonrpc: '2.0', id: 1, method: 'talk', params: {} });
    await settle();
    assert.match(lines.join(''), /^[\x20-\x7e]+$/);
    assert.equal(JSON.parse(lines[0] ?? '').params.text, 'Zürich \u{1f512}\u2028');
  });

  it('carries an error of the catalogue with its type, id and category', async () => {
    const { send, settle, messages } = connect({
      fail: async () => {
        throw commandError('InvalidKeySize', { keySize: 3 }, { target: '3' });
      },
    });
    send({ jsonrpc: '2.0', id: 1, method: 'fail', params: {} });
    await settle();
    assert.equal(messages[0]?.error?.code, -32000);
    assert.equal(messages[0]?.error?.data?.['exceptionType'], 'System.ArgumentException');
    assert.equal(messages[0]?.error?.data?.['code'], 'InvalidKeySize');
    assert.equal(messages[0]?.error?.data?.['target'], '3');
  });

  it('turns any other thrown value into one clear error', async () => {
    const { send, settle, messages } = connect({
      fail: withCommandErrors(async () => {
        throw new Error('disk \u0007 gone');
      }),
    });
    send({ jsonrpc: '2.0', id: 1, method: 'fail', params: {} });
    await settle();
    assert.equal(messages[0]?.error?.data?.['code'], 'InternalError');
    assert.match(messages[0]?.error?.message ?? '', /disk \\u\{7\} gone/);
  });

  const refused: readonly (readonly [title: string, line: string, code: number])[] = [
    ['what is not JSON', '{', -32700],
    ['an array', '[]', -32600],
    ['a message of another version', '{"jsonrpc":"1.0","id":1,"method":"hello"}', -32600],
    ['properties nobody knows', '{"jsonrpc":"2.0","id":1,"method":"hello","extra":1}', -32600],
    ['an unknown method', '{"jsonrpc":"2.0","id":1,"method":"nope"}', -32601],
    ['params that do not fit', '{"jsonrpc":"2.0","id":1,"method":"hello","params":{"protocol":"x"}}', -32602],
    ['a protocol it does not speak', '{"jsonrpc":"2.0","id":1,"method":"hello","params":{"protocol":2}}', -32602],
    [
      'a question for a parameter without completion',
      '{"jsonrpc":"2.0","id":1,"method":"complete","params":{"parameter":"City","word":""}}',
      -32602,
    ],
    [
      '-New without a type',
      '{"jsonrpc":"2.0","id":1,"method":"requestCertificate","params":{"parameterSet":"ByNew","parameters":{"New":true},"context":{"command":"c","location":"/","culture":"","interactive":false,"whatIf":false,"verbose":false,"user":"u","computer":"c","processId":1,"temporaryFolder":"/tmp"}}}',
      -32602,
    ],
  ];
  for (const [title, line, code] of refused) {
    it(`refuses ${title}`, async () => {
      const { connection, settle, messages } = connect(lineMethods('1', noVerbs));
      connection.push(Buffer.from(`${line}\n`));
      await settle();
      assert.equal(messages[0]?.error?.code, code);
    });
  }

  it('stays in step after a line that is too long', async () => {
    const { connection, send, settle, messages } = connect(lineMethods('1', noVerbs));
    connection.push(Buffer.alloc(5 * 1024 * 1024, 'x'));
    connection.push(Buffer.from('\n'));
    send({ jsonrpc: '2.0', id: 2, method: 'hello', params: { protocol: 1 } });
    await settle();
    assert.equal(messages[0]?.error?.code, -32600);
    assert.equal(messages[1]?.id, 2);
  });

  it('takes a byte order mark, CRLF and lines cut at any byte', async () => {
    const { connection, settle, messages } = connect(lineMethods('1', noVerbs));
    const line = '\ufeff{"jsonrpc":"2.0","id":"ü","method":"hello","params":{"protocol":1}}\r\n';
    for (const byte of Buffer.from(line)) connection.push(Buffer.of(byte));
    await settle();
    assert.equal(messages[0]?.id, 'ü');
  });
});
