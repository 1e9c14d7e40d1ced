import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { certificateVerbsOver } from '../../../src/app/certificate-verbs.ts';
import { verbsOver } from '../../../src/app/verbs.ts';
import { CommandError } from '../../../src/domain/errors/command-error.ts';
import { CA, hostPath, type VerbBench, verbBench } from './verb-bench.ts';

const noEnvironment = async () => undefined;

describe('whose requests they are', () => {
  const computers: readonly (readonly [title: string, localComputer: string])[] = [
    ['a single label of a machine of the topology', 'atl-cs-001'],
    ['an administrator’s own machine, which the topology does not have', 'admin-pc.litwareinc.com'],
  ];
  for (const [title, localComputer] of computers) {
    it(`what -ComputerFqdn made is listed, cleared and found again: ${title}`, async () => {
      using bench = verbBench({ localComputer });
      const verbs = verbsOver(bench.deps);
      const ComputerFqdn = 'atl-cs-001.litwareinc.com';
      const request = { Type: ['Default'], ComputerFqdn, KeyAlg: 'ECDH_P256' } as const;
      await verbs.newRequest({ ...request, CA }, bench.context, bench.host);
      await verbs.newRequest({ ...request, Output: hostPath(join(bench.folder, 'x.req')) }, bench.context, bench.host);
      bench.objects.length = 0;
      await verbs.listRequests({}, bench.context, bench.host);
      const [open] = bench.objects;
      assert.ok(open?.kind === 'CertificateRequest' && bench.objects.length === 1);
      const certificates = await certificateVerbsOver(bench.deps).list(noEnvironment);
      assert.deepEqual(certificates.map(({ store }) => store).sort(), ['My', 'Root']);
      await verbs.clearRequests({ RequestId: open.requestId }, bench.context, bench.host);
      bench.objects.length = 0;
      await verbs.listRequests({}, bench.context, bench.host);
      assert.deepEqual(bench.objects, []);
    });
  }
});

describe('what is shown', () => {
  it('has control and bidirectional characters escaped, in every stream', async () => {
    using bench = verbBench();
    const parameters = { Type: ['Default'], CA, KeyAlg: 'ECDH_P256', OU: 'a\u202eb', Template: 'x\u202ey' } as const;
    const verbs = verbsOver(bench.deps);
    await assert.rejects(verbs.newRequest(parameters, { ...bench.context, whatIf: true }, bench.host));
    assert.ok(bench.shown.some((text) => text.includes('a\\u{202e}b')));
    assert.deepEqual(
      bench.shown.filter((text) => text.includes('\u202e')),
      [],
    );
  });
});

describe('what a topology cannot mean', () => {
  it('a simple URL of a site that is not there is left out with a warning', async () => {
    using bench = verbBench({
      simpleUrls: [{ component: 'Meet', activeUrl: 'https://meet.litwareinc.com', scope: 'site:Redmnd' }],
    });
    const parameters = { Type: ['WebServicesInternal'], CA };
    await verbsOver(bench.deps).newRequest(parameters, { ...bench.context, whatIf: true }, bench.host);
    assert.ok(bench.shown.some((text) => /^warning: .*site:Redmnd.*no such site/.test(text)));
  });

  it('a name that cannot be requested is an error that says where it comes from', async () => {
    using bench = verbBench({
      simpleUrls: [{ component: 'Meet', domain: 'litwareinc.com', activeUrl: 'https://me_et.litwareinc.com' }],
    });
    await assert.rejects(
      verbsOver(bench.deps).newRequest({ Type: ['WebServicesInternal'], CA }, bench.context, bench.host),
      (error) => error instanceof CommandError && /me_et\.litwareinc\.com.*Meet simple URL/.test(error.message),
    );
  });
});

describe('the log of a request that failed early', () => {
  const logIn = (bench: VerbBench) => {
    const name = readdirSync(bench.folder).find((file) => file.endsWith('.xml'));
    return name === undefined ? undefined : readFileSync(join(bench.folder, name), 'utf8');
  };

  it('has the connection, the failed action with its stack trace, and the error', async () => {
    using bench = verbBench();
    await assert.rejects(verbsOver(bench.deps).newRequest({ Type: ['Internal'], CA }, bench.context, bench.host));
    const log = logIn(bench) ?? '';
    const order = ['Title="Connection"', '<Action', '<Exception', '<StackTrace', '<Complete', '<Error'];
    const places = order.map((text) => log.indexOf(text));
    assert.ok(!places.includes(-1), log);
    assert.deepEqual(
      places,
      [...places].sort((left, right) => left - right),
    );
  });

  it('is only written for a mistyped parameter where -Report names a place', async () => {
    using bench = verbBench();
    const parameters = { Type: ['Default'], CA, Country: 'USA' };
    const verbs = verbsOver(bench.deps);
    await assert.rejects(verbs.newRequest(parameters, bench.context, bench.host));
    assert.equal(logIn(bench), undefined);
    const report = join(bench.folder, 'r.html');
    await assert.rejects(verbs.newRequest({ ...parameters, Report: hostPath(report) }, bench.context, bench.host));
    assert.ok(existsSync(report));
    assert.match(logIn(bench) ?? '', /InvalidOperation|ArgumentException/);
  });

  it('is not written to a -Report whose name has a line break', async () => {
    using bench = verbBench();
    const before = readdirSync(bench.folder);
    const Report = hostPath(join(bench.folder, 'two\nlines.html'));
    await assert.rejects(
      verbsOver(bench.deps).newRequest({ Type: ['Default'], CA, Report }, bench.context, bench.host),
      (error) => error instanceof CommandError && error.code === 'ParameterNotOneLine',
    );
    assert.deepEqual(readdirSync(bench.folder), before);
  });
});

describe('where files may not go', () => {
  const refused: readonly (readonly [title: string, path: (bench: VerbBench) => string])[] = [
    ['beside the drives', (bench) => join(bench.folder, 'home', 'drives', 'x.req')],
    ['the module under its later name', () => join(import.meta.dirname, '../../../psmodule/SkypeForBusiness/x.req')],
  ];
  for (const [title, path] of refused) {
    it(`${title} is refused`, async () => {
      using bench = verbBench();
      const Output = hostPath(path(bench));
      await assert.rejects(
        verbsOver(bench.deps).newRequest({ Type: ['Default'], Output }, bench.context, bench.host),
        (error) => error instanceof CommandError && error.code === 'OutputPathRefused',
      );
      assert.ok(!existsSync(Output.path));
    });
  }
});
