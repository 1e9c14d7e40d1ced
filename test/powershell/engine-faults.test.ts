import assert from 'node:assert/strict';
import { chmodSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Case, describeCases, throws, writes } from './cases.ts';
import { STAND_IN, temporaryFolder } from './module-process.ts';

const CMDLET = 'Microsoft.Rtc.Management.Deployment.RequestCertificateCmdlet';
const NEW = 'Request-CsCertificate -New -Type Default';

/** What goes wrong during a call, and the one error it becomes. */
const FAULTS: readonly (readonly [string, string, string, RegExp])[] = [
  ['an engine that ends', 'dies', 'EngineEnded', /exit code 7\. Its last words: "out of ideas"\./],
  ['an engine that is killed', 'killed', 'EngineEnded', /exit code 137\./],
  ['an engine that does not speak JSON', 'garbage', 'EngineProtocolError', /Hello, I am not JSON/],
  ['a line without an end', 'tooLong', 'EngineProtocolError', /over 4 MB/],
  ['an error of an unknown type', 'strangeError', 'EngineProtocolError', /System\.Nonsense/],
];

describeCases('A broken engine is one clear error, and the next call starts a new one', [
  ...FAULTS.map(
    ([rule, scenario, id, message]): Case => ({
      rule,
      script: `try { ${NEW} -Template ${scenario} } finally { if ((${NEW}).RequestStatus -ne 'Offline') { 'no new engine' } }`,
      check: (result) => {
        throws({ id: `${id},${CMDLET}`, type: 'System.InvalidOperationException' })(result);
        assert.match(result.error?.message ?? '', message);
        assert.equal(result.error?.details, `Command execution failed: ${result.error?.message}`);
        assert.deepEqual(result.output, []);
      },
    }),
  ),
  {
    rule: 'an engine that was killed between two calls is replaced without a word',
    script: `$engine = [Diagnostics.Process]::GetProcessById((${NEW}).RequestId); $engine.Kill(); $engine.WaitForExit(); (${NEW}).RequestStatus`,
    check: writes('Offline'),
  },
  {
    rule: 'the answer to an earlier call is nobody\u2019s',
    script: `${NEW} -Template stale`,
    check: writes('information: after a stale answer'),
  },
  {
    rule: 'a question that is not understood is answered with "method not found"',
    script: `${NEW} -Template unknown`,
    check: writes('information: error -32601'),
  },
  {
    rule: 'a megabyte on stderr blocks nothing',
    script: `${NEW} -Template floodsErrors; 'done'`,
    check: writes('done'),
  },
]);

describeCases(
  'A silent engine is given up after CSCERT_ENGINE_TIMEOUT seconds',
  [
    {
      rule: 'one that hangs',
      script: `$s = [Diagnostics.Stopwatch]::StartNew(); try { ${NEW} -Template hangs } finally { $s.Elapsed.TotalSeconds -lt 100 }`,
      check: (result) => {
        throws({ id: `EngineTimeout,${CMDLET}`, type: 'System.TimeoutException', category: 'OperationTimeout' })(
          result,
        );
        assert.match(result.error?.message ?? '', /no sign of life for 1 seconds/);
        assert.deepEqual(result.output, ['True']);
      },
    },
  ],
  { env: { CSCERT_ENGINE_TIMEOUT: '1' } },
);

// Each takes longer than the limit in all; what happens between two signs of life is far below it, on a busy machine too.
describeCases(
  'An engine that is not silent is not given up',
  [
    {
      rule: 'one that takes long but shows progress',
      script: `${NEW} -Template slowButAlive`,
      check: writes('information: done slowly'),
    },
    {
      rule: 'one that waits for us',
      script: `${NEW} -Template many | ForEach-Object { [Threading.Thread]::Sleep(2000); $_.RequestId }`,
      check: writes('-1', '-2', '-3', 'information: came to its end'),
    },
  ],
  { env: { CSCERT_ENGINE_TIMEOUT: '5' } },
);

describeCases(
  'An engine that cannot start says why',
  [
    {
      rule: 'a crash at its start shows exit code and last words',
      script: `$env:CSCERT_STANDIN = 'crash'; Request-CsCertificate -List`,
      check: (result) => {
        throws({ id: `EngineEnded,${CMDLET}` })(result);
        assert.match(
          result.error?.message ?? '',
          /exit code 3\. Its last words: "first line \| the reason why it crashed"\./,
        );
      },
    },
    ...[
      ['an engine that refuses our protocol', 'refuse'],
      ['an engine that speaks another protocol', 'otherProtocol'],
      ['an engine that does not say which protocol it speaks', 'noProtocol'],
    ].map(
      ([rule = '', start]): Case => ({
        rule: `${rule} is of another version, which the first exchange finds out`,
        script: `$env:CSCERT_STANDIN = '${start}'; Request-CsCertificate -List`,
        check: throws({
          id: `EngineVersionMismatch,${CMDLET}`,
          type: 'System.InvalidOperationException',
          message:
            'The module and its engine are of different versions. Run npm run build, or install the module again.',
        }),
      }),
    ),
    {
      rule: 'a variable of the engine that changes takes effect at the next call',
      script: `$env:CSCERT_STANDIN = 'unicode'; Request-CsCertificate -List; $env:CSCERT_STANDIN = $null; (Request-CsCertificate -List).RequestStatus`,
      check: writes('information: Zürich 東京 🙂', 'Offline'),
    },
    {
      rule: 'CSCERT_NODE that names nothing',
      script: `$env:CSCERT_NODE = '/nowhere/node'; try { Request-CsCertificate -List } finally { $env:CSCERT_NODE = $null }`,
      check: (result) => {
        throws({ id: `NodeNotFound,${CMDLET}`, type: 'System.InvalidOperationException' })(result);
        assert.match(result.error?.message ?? '', /"\/nowhere\/node"/);
      },
    },
    {
      rule: 'CSCERT_NODE that names something else',
      script: `$env:CSCERT_NODE = $env:CSCERT_ENGINE; try { Request-CsCertificate -List } finally { $env:CSCERT_NODE = $null }`,
      check: throws({ id: `EngineNotStarted,${CMDLET}` }),
    },
    {
      rule: 'no engine',
      script: `$env:CSCERT_ENGINE = '/nowhere/engine.cjs'; Request-CsCertificate -List`,
      check: throws({
        id: `EngineNotFound,${CMDLET}`,
        message:
          'The engine of this module is missing: there is no file "/nowhere/engine.cjs". Run the set-up of the project, or install the module again.',
      }),
    },
  ],
  {},
);

const ENVIRONMENT = `(${NEW} -Template environment).NextStep`;

function environmentOf(output: readonly string[]): { argv: string[]; env: Record<string, string> } {
  return JSON.parse(output[0] ?? '');
}

describeCases(
  'The engine gets an allow-list of the environment',
  [
    {
      rule: 'its own variables, the locale, the time zone, the folders of the user',
      script: ENVIRONMENT,
      check: ({ output }) => {
        const { env, argv } = environmentOf(output);
        // So that an engine stays small: not the caller's.
        if (process.platform !== 'win32') {
          assert.partialDeepStrictEqual(env, { MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '131072' });
        }
        assert.partialDeepStrictEqual(env, { CSCERT_DEPLOYMENT: '/d', LC_TIME: 'C', TZ: 'Europe/Zurich', XDG_X: '1' });
        assert.deepEqual(argv, ['rpc']);
      },
    },
    {
      rule: 'nothing that changes how Node.js runs, nothing else of the caller\u2019s',
      script: ENVIRONMENT,
      check: ({ output }) => {
        const names = Object.keys(environmentOf(output).env);
        const known =
          /^(PATH|HOME|USER|LOGNAME|LANG|TZ|TMPDIR|TEMP|TMP|USERPROFILE|MALLOC_(ARENA_MAX|TRIM_THRESHOLD_)|(LC|XDG|CSCERT)_.*)$/;
        assert.deepEqual(
          names.filter((name) => !known.test(name)),
          [],
        );
      },
    },
  ],
  {
    env: {
      CSCERT_DEPLOYMENT: '/d',
      LC_TIME: 'C',
      TZ: 'Europe/Zurich',
      XDG_X: '1',
      NODE_OPTIONS: '--no-such-option',
      AWS_SECRET: 'x',
    },
  },
);

/** A copy of the module in a folder with a blank and a quote, whose engine is the stand-in. */
function copiedModule(node: string | undefined): string {
  const modules = join(temporaryFolder(), 'mo"du les');
  cpSync(join(import.meta.dirname, '..', '..', 'psmodule', 'Lync'), join(modules, 'Lync'), {
    recursive: true,
    filter: (path) => !path.endsWith('engine'),
  });
  const engine = join(modules, 'Lync', 'engine');
  mkdirSync(engine);
  cpSync(STAND_IN, join(engine, 'stand-in.mjs'));
  writeFileSync(join(engine, 'main.cjs'), "import('./stand-in.mjs');\n");
  if (node !== undefined) writeFileSync(join(engine, 'node.json'), JSON.stringify({ path: node }));
  return modules;
}

/** A folder with a program `node`, to be found on PATH. */
function folderWithNode(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'node'), `#!/bin/sh\nexec "${process.execPath}" "$@"\n`);
  chmodSync(join(folder, 'node'), 0o755);
  return folder;
}

const WITHOUT_NAMES = { CSCERT_ENGINE: undefined, CSCERT_NODE: undefined, CSCERT_STANDIN: undefined };

describeCases(
  'The engine lies beside the module, and set-up notes which Node.js runs it',
  [
    {
      rule: 'in a folder of any name',
      script: 'Import-Module Lync; (Request-CsCertificate -List).RequestStatus',
      check: writes('Offline'),
    },
  ],
  { env: { ...WITHOUT_NAMES, PATH: '/nowhere', PSModulePath: copiedModule(process.execPath) } },
);

describeCases(
  'Without a note, or with one that is out of date, Node.js is found on PATH',
  [
    {
      rule: 'relative entries are passed over',
      script: '(Request-CsCertificate -List).RequestStatus',
      check: writes('Offline'),
    },
  ],
  { env: { ...WITHOUT_NAMES, PATH: `.:${folderWithNode()}`, PSModulePath: copiedModule('/nowhere/node') } },
);

describeCases(
  'Without any Node.js',
  [
    {
      rule: 'one sentence says what to install',
      script: 'Request-CsCertificate -List',
      check: throws({
        id: `NodeNotFound,${CMDLET}`,
        message: 'Node.js was not found. Put node 24.15 or later on PATH, or set CSCERT_NODE to its path.',
      }),
    },
  ],
  { env: { ...WITHOUT_NAMES, PATH: '/nowhere', PSModulePath: copiedModule(undefined) } },
);
