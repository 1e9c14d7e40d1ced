import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { JsonFolderDeploymentSource } from '../../src/adapters/deployment/json-folder/json-folder-deployment-source.ts';
import { CommandError } from '../../src/domain/errors/command-error.ts';

const root = mkdtempSync(join(tmpdir(), 'deployment-'));
after(() => rmSync(root, { recursive: true, force: true }));
let folders = 0;

function folderWith(content: string | Buffer | undefined): string {
  const folder = join(root, `d${folders++}`);
  mkdirSync(folder);
  if (content !== undefined) writeFileSync(join(folder, 'deployment.json'), content);
  return folder;
}

const environment = async (name: string) => ({ CA_SECRET: 'hidden', EMPTY: '' })[name];
const load = (content: string | Buffer | undefined) =>
  new JsonFolderDeploymentSource(folderWith(content)).load(environment);

const minimal = { topology: 'topology.xml', certificateAuthorities: [{ config: 'ca.contoso.com\\My CA' }] };

function refusal(code: string, ...parts: readonly string[]) {
  return (error: unknown) => {
    assert.ok(error instanceof CommandError, String(error));
    assert.equal(error.code, code);
    for (const part of parts) assert.ok(error.message.includes(part), error.message);
    return true;
  };
}

/** Mistakes in one CA; each pointer is below it. */
const authorityMistakes: readonly (readonly [title: string, properties: object, ...parts: string[]])[] = [
  [
    'what cannot be changed of WebServer',
    {
      templates: [
        { name: 'webserver', validityDays: 1, minimumKeySize: 1024, enhancedKeyUsages: ['serverAuthentication'] },
      ],
    },
    '/templates/0/validityDays cannot be changed',
    '/templates/0/minimumKeySize cannot be changed',
    '/templates/0/enhancedKeyUsages cannot be changed',
  ],
  ['an unknown disposition', { requestDisposition: 'hold' }, '/requestDisposition must be one of issue, pending'],
  [
    'two outcomes of one request',
    { behaviour: { approve: { afterPolls: 1 }, deny: {} } },
    '/behaviour/deny cannot stand beside "approve"',
  ],
  ['an approval at no time', { behaviour: { approve: {} } }, '/behaviour/approve needs the property "afterPolls" or'],
  [
    'a decision at two times',
    { behaviour: { revoke: { afterPolls: 1, afterSeconds: 1 } } },
    '/behaviour/revoke/afterSeconds cannot stand beside "afterPolls"',
  ],
  ['a code that is no failure', { behaviour: { deny: { hresult: '0x00000005' } } }, '/behaviour/deny/hresult'],
  [
    'a code without a text',
    { behaviour: { deny: { hresult: '0x8009abcd' } } },
    '/behaviour/deny/hresult has no text that is known here',
  ],
  ['a negative count', { behaviour: { unreachable: { polls: -1 } } }, '/behaviour/unreachable/polls'],
  [
    'a mistake in the script of a template',
    { templates: [{ name: 'x', behaviour: { aprove: {} } }] },
    '/templates/0/behaviour/aprove is not a property',
  ],
];

/** What is written, and what the CA is told. */
const behaviours: readonly (readonly [title: string, written: object, read: object])[] = [
  ['approval after polls', { approve: { afterPolls: 2 } }, { decision: { kind: 'approve', when: { afterPolls: 2 } } }],
  [
    "denial at once: an administrator's, without more",
    { deny: {} },
    {
      decision: {
        kind: 'deny',
        when: undefined,
        hresult: 0x80094014,
        message:
          'Denied by Policy Module 0x80094014, The request was denied by a certificate manager or CA administrator.',
      },
    },
  ],
  [
    'denial with the text of its code',
    { deny: { hresult: '0x80094811', afterSeconds: 0.5 } },
    {
      decision: {
        kind: 'deny',
        when: { afterSeconds: 0.5 },
        hresult: 0x80094811,
        message:
          'Denied by Policy Module 0x80094811, The public key does not meet the minimum size required by the specified certificate template.',
      },
    },
  ],
  [
    'denial in words of its own',
    { deny: { hresult: '0x8009ABCD', message: 'No.' } },
    { decision: { kind: 'deny', when: undefined, hresult: 0x8009abcd, message: 'No.' } },
  ],
  [
    'revocation',
    { revoke: { afterPolls: 0, reason: 'keyCompromise' } },
    { decision: { kind: 'revoke', when: { afterPolls: 0 }, reason: 'keyCompromise' } },
  ],
  ['a CA that never answers', { unreachable: true }, { unreachable: 'always' }],
  [
    'a CA that is unreachable at first, slow, and refuses credentials',
    { unreachable: { submissions: 2 }, delayMilliseconds: 100, refuseCredentials: true },
    { unreachable: { submissions: 2, polls: 0 }, delayMilliseconds: 100, refuseCredentials: true },
  ],
  ['a CA that is not unreachable', { unreachable: false }, {}],
];

describe('a deployment folder', () => {
  it('needs a topology and its CAs, the rest has defaults', async () => {
    const deployment = await load(JSON.stringify(minimal));
    assert.equal(deployment.product, 'Lync Server 2013');
    assert.equal(deployment.topologyPath, join(deployment.folder, 'topology.xml'));
    assert.deepEqual(deployment.simpleUrls, { from: 'topology' });
    assert.equal(deployment.centralManagementStoreReachable, true);
    assert.deepEqual(deployment.certificateAuthorities, [
      { config: 'ca.contoso.com\\My CA', backend: 'embedded', templates: [{ name: 'WebServer' }] },
    ]);
  });

  it('takes UTF-16 with a byte order mark, as PowerShell redirection writes it', async () => {
    const deployment = await load(Buffer.from(`\ufeff${JSON.stringify(minimal)}`, 'utf16le'));
    assert.equal(deployment.certificateAuthorities.length, 1);
  });

  it('takes the password of accounts from the environment', async () => {
    const accounts = ['CONTOSO\\ken', { name: 'ada@contoso.com' }];
    const ca = { config: 'ca\\x', accounts, passwordFromEnvironment: 'CA_SECRET' };
    const deployment = await load(JSON.stringify({ ...minimal, certificateAuthorities: [ca] }));
    assert.deepEqual(deployment.certificateAuthorities[0]?.accounts, [
      { name: 'CONTOSO\\ken', password: 'hidden' },
      { name: 'ada@contoso.com', password: 'hidden' },
    ]);
  });

  it('says which variable of a password is not set', async () => {
    const ca = { config: 'ca\\x', accounts: ['a\\b'], passwordFromEnvironment: 'EMPTY' };
    await assert.rejects(
      load(JSON.stringify({ ...minimal, certificateAuthorities: [ca] })),
      refusal('DeploymentPasswordMissing', 'EMPTY', 'ca\\x'),
    );
  });

  it('without deployment.json prints a minimal one', async () => {
    await assert.rejects(load(undefined), refusal('DeploymentNotFound', '"topology"', '"certificateAuthorities"'));
  });

  const mistakes: readonly (readonly [title: string, change: object, ...parts: string[]])[] = [
    ['an unknown property', { toplogy: 1 }, '/toplogy is not a property'],
    [
      'a password in the file',
      { certificateAuthorities: [{ config: 'a\\b', password: 'x' }] },
      '/certificateAuthorities/0/password is refused',
    ],
    [
      'a CA that is no configuration string',
      { certificateAuthorities: [{ config: 'ca.contoso.com' }] },
      '/certificateAuthorities/0/config',
    ],
    ['an unknown product', { product: 'Exchange' }, '/product must be one of', 'Lync Server 2013'],
    [
      'a simple URL without a host',
      { simpleUrls: [{ component: 'Meet', activeUrl: 'meet' }] },
      '/simpleUrls/0/activeUrl',
    ],
    [
      'the same CA twice',
      { certificateAuthorities: [{ config: 'a\\b' }, { config: 'A\\B' }] },
      '/certificateAuthorities/1/config',
    ],
    [
      'the same template twice',
      { certificateAuthorities: [{ config: 'a\\b', templates: [{ name: 'x' }, { name: 'X' }] }] },
      '/certificateAuthorities/0/templates/1/name',
    ],
    ['several mistakes at once', { product: 'Exchange', nonsense: 1 }, '/product', '/nonsense'],
    ['a name with a slash, as a JSON pointer', { 'a/b~c': 1 }, '/a~1b~0c'],
  ];
  for (const [title, change, ...parts] of mistakes) {
    it(`reports ${title} with its JSON pointer`, () =>
      assert.rejects(load(JSON.stringify({ ...minimal, ...change })), refusal('DeploymentInvalid', ...parts)));
  }

  for (const [title, properties, ...parts] of authorityMistakes) {
    it(`reports ${title} with its JSON pointer`, () => {
      const certificateAuthorities = [{ config: 'ca\\x', ...properties }];
      const pointed = parts.map((part) => `/certificateAuthorities/0${part}`);
      return assert.rejects(
        load(JSON.stringify({ ...minimal, certificateAuthorities })),
        refusal('DeploymentInvalid', ...pointed),
      );
    });
  }

  for (const [title, behaviour, expected] of behaviours) {
    it(`reads ${title}`, async () => {
      const certificateAuthorities = [{ config: 'ca\\x', behaviour, templates: [{ name: 'WebServer', behaviour }] }];
      const [ca] = (await load(JSON.stringify({ ...minimal, certificateAuthorities }))).certificateAuthorities;
      assert.deepEqual(ca?.behaviour, expected);
      assert.deepEqual(ca?.templates, [{ name: 'WebServer', behaviour: expected }]);
    });
  }

  it('reports a property that stands twice, which JSON.parse would not', () =>
    assert.rejects(
      load(
        '{ "topology": "a", "certificateAuthorities": [{ "config": "a\\\\b" }, { "config": "c\\\\d", "config": "e\\\\f" }] }',
      ),
      refusal('DeploymentInvalid', '/certificateAuthorities/1/config stands there more than once'),
    ));

  it('reports of two forms of a value only the one that was meant, in words', () =>
    assert.rejects(
      load(JSON.stringify({ ...minimal, simpleUrls: [{ component: 'Meet', activeUrl: 'x' }] })),
      (error) => {
        refusal('DeploymentInvalid', '/simpleUrls/0/activeUrl must be an http or https address')(error);
        assert.ok(error instanceof Error && !error.message.includes('must be string'), String(error));
        return true;
      },
    ));

  it('says line and column of what is not JSON, and quotes 40 characters at most', async () => {
    const text = `{\n  "topology": ${'x'.repeat(500)}\n}`;
    await assert.rejects(load(text), (error) => {
      refusal('DeploymentNotJson', 'line 2, column 15')(error);
      assert.ok(error instanceof Error && !error.message.includes('x'.repeat(41)));
      return true;
    });
  });

  it('refuses more than 1 MB', () =>
    assert.rejects(load(Buffer.alloc(1024 * 1024 + 1, ' ')), refusal('DeploymentFileRefused', '1 MB')));

  it('refuses more than 32 levels', () =>
    assert.rejects(load('['.repeat(33) + ']'.repeat(33)), refusal('DeploymentFileRefused', '32 levels')));

  it('does not count brackets inside strings', () =>
    assert.rejects(load(JSON.stringify('['.repeat(100))), refusal('DeploymentInvalid')));

  it('does not wait for a FIFO', { skip: process.platform === 'win32' }, async () => {
    const folder = folderWith(undefined);
    execFileSync('mkfifo', [join(folder, 'deployment.json')]);
    await assert.rejects(
      new JsonFolderDeploymentSource(folder).load(environment),
      refusal('DeploymentFileRefused', 'not a regular file'),
    );
  });

  it('shows control characters of a path escaped', async () => {
    const folder = join(root, 'odd\u001b[31m');
    await assert.rejects(new JsonFolderDeploymentSource(folder).load(environment), (error) => {
      assert.ok(error instanceof Error && !error.message.includes('\u001b'));
      return true;
    });
  });
});
