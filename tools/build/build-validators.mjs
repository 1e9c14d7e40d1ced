import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { writeWhole } from '../setup/files.mjs';

/**
 * A message ends at its first mistake; of a file that a person wrote every mistake is told. What the entry point checks
 * is apart from the params of the verbs, which are only checked once the engine proper is loaded.
 */
const SCHEMA_FOLDERS = [
  { folder: 'src/rpc/schemas', name: 'rpc-validators', allErrors: false },
  { folder: 'src/rpc/method-schemas', name: 'method-validators', allErrors: false },
  { folder: 'psmodule/Lync/schemas', name: 'lync-validators', allErrors: true },
];
const OPTIONS = { strict: true, strictRequired: false, allowUnionTypes: true, code: { source: true, esm: true } };

/**
 * Compiles each folder of JSON Schemas into one module of `src/generated`. A schema whose `$id` ends in `wire-message` becomes its export
 * `validateWireMessage`.
 * @param {string} root
 */
export function buildValidators(root) {
  const target = join(root, 'src', 'generated');
  mkdirSync(target, { recursive: true });
  for (const { folder, name, allErrors } of SCHEMA_FOLDERS) {
    const schemas = readSchemas(join(root, folder));
    if (schemas.length === 0) {
      for (const ending of ['.js', '.d.ts']) rmSync(join(target, name + ending), { force: true });
    } else {
      writeWhole(join(target, `${name}.js`), generateModule(schemas, allErrors));
      writeWhole(join(target, `${name}.d.ts`), generateTypes(schemas));
    }
  }
}

/**
 * @typedef {{ $id: string, $schema?: string }} Schema
 * @param {string} folder
 * @returns {Schema[]}
 */
function readSchemas(folder) {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.schema.json'));
  return names.sort().map((name) => {
    const schema = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    if (typeof schema.$id !== 'string') throw new Error(`${join(folder, name)} has no $id`);
    return schema;
  });
}

/**
 * @param {Schema[]} schemas
 * @param {boolean} allErrors
 */
function generateModule(schemas, allErrors = false) {
  const isLater = schemas.some(({ $schema }) => $schema?.includes('2020-12'));
  const ajv = new (isLater ? Ajv2020 : Ajv)({ ...OPTIONS, allErrors, schemas });
  const exports = Object.fromEntries(schemas.map(({ $id }) => [exportName($id), $id]));
  return `// @ts-nocheck Generated from JSON Schemas.\n${withImports(standalone.default(ajv, exports))}\n`;
}

/** @param {Schema[]} schemas */
function generateTypes(schemas) {
  const declarations = schemas.map(({ $id }) => `export const ${exportName($id)}: Validator;`);
  return `import type { ErrorObject } from 'ajv';

export interface Validator {
  (data: unknown): boolean;
  errors?: ErrorObject[] | null;
}

${declarations.join('\n')}
`;
}

/** @param {string} id */
function exportName(id) {
  const words = (id.replace(/#$/, '').split('/').at(-1) ?? '')
    .replace(/(\.schema)?(\.json)?$/, '')
    .split(/[^A-Za-z0-9]+/);
  return `validate${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}`;
}

/**
 * The generated code asks for ajv's small run-time files by `require`, even as an ES module.
 * @param {string} code
 */
function withImports(code) {
  const imports = /** @type {Map<string, string>} */ (new Map());
  const body = code.replace(/require\("([^"]+)"\)/g, (_, /** @type {string} */ path) => {
    const name = imports.get(path) ?? `runtime${imports.size}`;
    imports.set(path, name);
    return name;
  });
  const lines = [...imports].map(([path, name]) => `import ${name} from '${path}.js';`);
  return [...lines, body].join('\n');
}
