import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { buildValidators } from '../../tools/build/build-validators.mjs';
import { REPOSITORY } from '../../tools/setup/repository.mjs';

const SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'https://example.invalid/schemas/wire-message',
  type: 'object',
  properties: { text: { type: 'string', maxLength: 3 }, id: { type: ['string', 'integer'] } },
  required: ['text'],
  additionalProperties: false,
};

describe('validators from JSON Schemas', () => {
  let root = '';
  const write = (schema: object) =>
    writeFileSync(join(root, 'src', 'rpc', 'schemas', 'wire-message.schema.json'), JSON.stringify(schema));

  beforeEach(() => {
    // Inside the repository, so that the generated module finds ajv's run-time files.
    mkdirSync(join(REPOSITORY, '.setup'), { recursive: true });
    root = mkdtempSync(join(REPOSITORY, '.setup', 'validators-'));
    writeFileSync(join(root, 'package.json'), '{"type":"module"}');
    mkdirSync(join(root, 'src', 'rpc', 'schemas'), { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true }));

  test('one module a folder, one function a schema, named by its $id', async () => {
    write(SCHEMA);
    buildValidators(root);
    const { validateWireMessage } = await import(
      pathToFileURL(join(root, 'src', 'generated', 'rpc-validators.js')).href
    );
    assert.equal(validateWireMessage({ text: 'abc', id: 1 }), true);
    assert.equal(validateWireMessage({ text: '🔑🔑🔑' }), true);
    assert.equal(validateWireMessage({ text: 'abcd' }), false);
    assert.equal(validateWireMessage.errors[0].instancePath, '/text');
    const types = readFileSync(join(root, 'src', 'generated', 'rpc-validators.d.ts'), 'utf8');
    assert.match(types, /export const validateWireMessage: Validator;/);
  });

  test('no schemas, no module', () => {
    write(SCHEMA);
    buildValidators(root);
    rmSync(join(root, 'src', 'rpc', 'schemas', 'wire-message.schema.json'));
    buildValidators(root);
    assert.deepEqual(readdirSync(join(root, 'src', 'generated')), []);
  });

  test('a schema without a name or with an unknown word is refused', () => {
    write({ type: 'object' });
    assert.throws(() => buildValidators(root), /has no \$id/);
    write({ ...SCHEMA, maximumLength: 3 });
    assert.throws(() => buildValidators(root), /maximumLength/);
  });
});
