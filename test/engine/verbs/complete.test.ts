import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CompletionDeps, type CompletionQuestion, complete } from '../../../src/app/complete.ts';
import type { Deps } from '../../../src/app/deps.ts';
import type { CertificateAuthorityConfiguration } from '../../../src/domain/deployment/deployment.ts';

const unreadable = async (): Promise<never> => {
  throw new Error('nothing to read here');
};

function authority(config: string, ...templates: string[]): CertificateAuthorityConfiguration {
  return { config, backend: 'embedded', templates: templates.map((name) => ({ name })) };
}

/** Everything but the CAs is out of reach. */
function depsWith(...certificateAuthorities: CertificateAuthorityConfiguration[]): CompletionDeps {
  return {
    deployments: {
      load: async (environment) => {
        assert.notEqual(
          (await environment('CA_PASSWORD')) ?? '',
          '',
          'a deployment does not load without its passwords',
        );
        const deployment: Partial<Awaited<ReturnType<Deps['deployments']['load']>>> = { certificateAuthorities };
        return deployment as Awaited<ReturnType<Deps['deployments']['load']>>;
      },
    },
    openTopology: () => ({ load: unreadable }),
    names: { ownFqdn: unreadable, toAscii: (name) => name },
    computer: undefined,
    stateExists: () => true,
    openState: () => assert.fail('nothing to open here'),
  };
}

const TWO = depsWith(authority('ca.x\\One', 'WebServer', 'a'), authority('ca.y\\Two', 'WEBSERVER', 'b'));

const ANSWERS: readonly (readonly [rule: string, question: CompletionQuestion, values: readonly string[]])[] = [
  ['CAs in the order of the deployment', { parameter: 'CA', word: '' }, ['ca.x\\One', 'ca.y\\Two']],
  ['only what begins with the word, in any case', { parameter: 'CA', word: 'CA.Y' }, ['ca.y\\Two']],
  ['templates of all CAs, each once', { parameter: 'Template', word: '' }, ['WebServer', 'a', 'b']],
  ['templates of the chosen CA, in any case', { parameter: 'Template', word: '', ca: 'CA.Y\\TWO' }, ['WEBSERVER', 'b']],
  ['no template of an unknown CA', { parameter: 'Template', word: '', ca: 'other' }, []],
  ['nothing, and no error, where the topology cannot be read', { parameter: 'ComputerFqdn', word: '' }, []],
  ['nor an identity', { parameter: 'Identity', command: 'Get-CsPool', word: '' }, []],
  ['nor a thumbprint, whose store it would name', { parameter: 'Thumbprint', word: '' }, []],
];

describe('completion offers', () => {
  for (const [rule, question, values] of ANSWERS) {
    it(rule, async () => assert.deepEqual(await complete(TWO, question), values));
  }

  it('nothing that would not be shown as it is', async () => {
    const deps = depsWith(authority('ca\\a\u202eb'), authority('ca\\a\nb'), authority('ca\\fine'));
    assert.deepEqual(await complete(deps, { parameter: 'CA', word: '' }), ['ca\\fine']);
  });

  it('at most 100 values', async () => {
    const many = Array.from({ length: 250 }, (_, i) => authority(`ca\\${i}`));
    assert.equal((await complete(depsWith(...many), { parameter: 'CA', word: '' })).length, 100);
  });

  it('nothing where the deployment has a mistake', async () => {
    const deps: CompletionDeps = { ...TWO, deployments: { load: unreadable } };
    assert.deepEqual(await complete(deps, { parameter: 'CA', word: '' }), []);
  });
});
