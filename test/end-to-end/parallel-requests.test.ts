import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { makePlace } from './harness/place.ts';
import { runCscert, runPowerShell } from './harness/programs.ts';

const CA = String.raw`atl-ca-001.litwareinc.com\myca`;

describe('several requests at once', () => {
  const place = makePlace();
  after(() => place[Symbol.dispose]());

  test('ForEach-Object -Parallel: each gets its own certificate, and the store holds them all', async () => {
    const { stdout, stderr, exitCode } = await runPowerShell(place, [
      '-Command',
      `$all = 1..8 | ForEach-Object -Parallel { Request-CsCertificate -New -Type Default -CA '${CA}' -FriendlyName "Number $_" } -ThrottleLimit 4 6>$null
       "count $(@($all).Count) unique $(@($all.Thumbprint | Sort-Object -Unique).Count) serials $(@($all.SerialNumber | Sort-Object -Unique).Count)"
       @($all | Where-Object { $_ -is [Microsoft.Rtc.Management.Deployment.CertificateReference] }).Count`,
    ]);
    assert.equal(exitCode, 0, stderr);
    assert.deepEqual(stdout.trim().split(/\r?\n/), ['count 8 unique 8 serials 8', '8']);
    const listed: { FriendlyName: string; Store: string; Issuer: string }[] = JSON.parse(
      (await runCscert(place, ['certificate', 'list'])).stdout,
    );
    const mine = listed.filter(({ Store }) => Store === 'My');
    assert.deepEqual(
      mine.map(({ FriendlyName }) => FriendlyName).sort(),
      [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `Number ${n}`),
    );
    assert.equal(listed.filter(({ Store }) => Store === 'Root').length, 1);
  });

  test('two PowerShells and cscert at once on one store', async () => {
    const line = `1..3 | ForEach-Object { $null = Request-CsCertificate -New -Type Default -Output "$PID-$_.req" }`;
    const runs = await Promise.all([
      runPowerShell(place, ['-Command', line]),
      runPowerShell(place, ['-Command', line]),
      runCscert(place, ['-New', '-Type', 'Default', '-Output', 'by-cscert.req']),
    ]);
    assert.deepEqual(
      runs.map(({ exitCode, stderr }) => [exitCode, stderr]),
      [0, 0, 0].map((code) => [code, '']),
    );
    const listed: { RequestId: number }[] = [JSON.parse((await runCscert(place, ['-List'])).stdout)].flat();
    assert.equal(new Set(listed.map(({ RequestId }) => RequestId)).size, 7);
  });
});
