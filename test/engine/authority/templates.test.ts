import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TemplateConfiguration } from '../../../src/domain/deployment/deployment.ts';
import type { RequestPlan } from '../../../src/domain/request/request-plan.ts';
import type { Verdict } from '../../../src/domain/request/verdict.ts';
import { runOn } from '../certificate/judges.ts';
import { authorities, CONFIG, request, SUBMISSION } from './rehearsal.ts';

const SERVER: TemplateConfiguration = { name: 'WebServer' };
const BOTH: TemplateConfiguration = {
  name: 'jcila',
  enhancedKeyUsages: ['serverAuthentication', 'clientAuthentication'],
};

async function submit(
  templates: readonly TemplateConfiguration[],
  template: string,
  plan: Partial<RequestPlan> = {},
): Promise<Verdict> {
  const authority = authorities([{ templates }]).find(CONFIG);
  assert.ok(authority);
  const small = { keyAlgorithm: 'ECDH_P256', template, ...plan } as const;
  return authority.submit(await request(small), { ...SUBMISSION, template });
}

async function issue(...args: Parameters<typeof submit>): Promise<{ text: string; warnings: readonly string[] }> {
  const verdict = await submit(...args);
  assert.equal(verdict.kind, 'issued');
  const files = { 'c.der': verdict.kind === 'issued' ? verdict.certificate : '' };
  const text = runOn(files, 'openssl', ['x509', '-inform', 'DER', '-in', 'c.der', '-noout', '-text']);
  return { text: text.replace(/\s+/g, ' '), warnings: verdict.kind === 'issued' ? verdict.warnings : [] };
}

describe('a template decides what is denied, in the words of AD CS', () => {
  const denied: readonly (readonly [
    rule: string,
    templates: readonly TemplateConfiguration[],
    template: string,
    plan: Partial<RequestPlan>,
    hresult: number,
    text: string,
  ])[] = [
    [
      'a template that the CA does not publish',
      [SERVER],
      'jcila',
      {},
      0x80094800,
      'The request was for a certificate template that is not supported by the Active Directory Certificate Services policy: jcila.',
    ],
    [
      'any template of a CA that publishes none',
      [],
      'WebServer',
      {},
      0x80094800,
      'The request was for a certificate template that is not supported by the Active Directory Certificate Services policy: WebServer.',
    ],
    [
      'a display name instead of the name',
      [SERVER],
      'Web Server',
      {},
      0x80094800,
      'The request was for a certificate template that is not supported by the Active Directory Certificate Services policy: Web Server.',
    ],
    [
      'a request that names another template than its submission',
      [SERVER, BOTH],
      'WebServer',
      { template: 'jcila' },
      0x80094802,
      'The request contains conflicting template information.',
    ],
    [
      'a template that nobody may enrol for',
      [{ ...SERVER, enrollDenied: true }],
      'WebServer',
      {},
      0x80094012,
      'The permissions on the certificate template do not allow the current user to enroll for this type of certificate.',
    ],
    [
      'an RSA key of 1024 bits for WebServer',
      [SERVER],
      'WebServer',
      { keyAlgorithm: 'RSA', keySize: 1024 },
      0x80094811,
      'The public key does not meet the minimum size required by the specified certificate template.',
    ],
    [
      'an RSA key of 2048 bits for a template that wants 4096',
      [{ ...BOTH, minimumKeySize: 4096 }],
      'jcila',
      { keyAlgorithm: 'RSA', keySize: 2048 },
      0x80094811,
      'The public key does not meet the minimum size required by the specified certificate template.',
    ],
  ];
  for (const [rule, templates, template, plan, hresult, text] of denied) {
    it(rule, async () => {
      const code = `0x${hresult.toString(16)}`;
      assert.deepEqual(await submit(templates, template, plan), {
        kind: 'denied',
        caRequestId: '1',
        hresult,
        message: `Denied by Policy Module ${code}, ${text}`,
      });
    });
  }
});

describe('a template decides what is issued', () => {
  it('its name is compared without case, and written as the CA has it', async () => {
    const { text } = await issue([SERVER], 'webserver');
    assert.match(text, /1\.3\.6\.1\.4\.1\.311\.20\.2: ?\.\.\.W\.e\.b\.S\.e\.r\.v\.e\.r/);
  });

  it('WebServer: server authentication for two years to the second', async () => {
    const { text, warnings } = await issue([SERVER], 'WebServer', { keyAlgorithm: 'RSA' });
    assert.deepEqual(warnings, []);
    assert.match(text, /Extended Key Usage: TLS Web Server Authentication X509v3 Subject/);
    assert.match(text, /Key Usage: critical Digital Signature, Key Encipherment X509v3/);
    const [, month, day, time, year] = /Not Before: (\w+) (\d+) (\S+) (\d+)/.exec(text) ?? [];
    assert.ok(text.includes(`Not After : ${month} ${day} ${time} ${Number(year) + 2} GMT`), text);
  });

  it('WebServer stays what it is, whatever is configured for it', async () => {
    const altered = { ...BOTH, name: 'WebServer', minimumKeySize: 1024, validityDays: 1 };
    const { text, warnings } = await issue([altered], 'WebServer', { clientAuthentication: true });
    assert.ok(!text.includes('TLS Web Client Authentication'));
    assert.equal(warnings.length, 1);
  });

  it('a requested usage that the template does not include is left out with one warning', async () => {
    const { text, warnings } = await issue([SERVER], 'WebServer', { clientAuthentication: true });
    assert.ok(!text.includes('TLS Web Client Authentication'));
    assert.deepEqual(warnings, [
      'The certificate was issued without the requested enhanced key usage (client authentication), because the template "WebServer" does not include it. Use a template that does.',
    ]);
  });

  it('a template with client authentication stamps it, asked for or not', async () => {
    const { text, warnings } = await issue([BOTH], 'jcila');
    assert.match(text, /Extended Key Usage: TLS Web Server Authentication, TLS Web Client Authentication/);
    assert.deepEqual(warnings, []);
  });

  it('a lower minimum lets a small key pass', async () => {
    await issue([{ ...BOTH, minimumKeySize: 1024 }], 'jcila', { keyAlgorithm: 'RSA', keySize: 1024 });
  });

  it('a key on a curve has no RSA minimum, and agrees instead of enciphering', async () => {
    const { text } = await issue([SERVER], 'WebServer', { keyAlgorithm: 'ECDH_P384' });
    assert.match(text, /Key Usage: critical Digital Signature, Key Agreement X509v3/);
  });

  it('a request without a template extension goes by its submission', async () => {
    await issue([SERVER], 'WebServer', { template: undefined });
  });
});
