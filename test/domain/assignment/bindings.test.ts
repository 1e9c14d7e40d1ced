import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bindingLines } from '../../../src/domain/assignment/bindings.ts';
import { privateKeyPath } from '../../../src/domain/assignment/key-file.ts';
import type { CertificateUse } from '../../../src/domain/certificate-use.ts';
import type { Product } from '../../../src/domain/deployment/deployment.ts';
import type { MachineRole } from '../../../src/domain/topology/roles.ts';

const OLD = { thumbprint: 'A'.repeat(40), serialNumber: '0A' };
const NEW = { thumbprint: 'B'.repeat(40), serialNumber: '0B' };
const LYNC = 'Lync Server 2013';
const SKYPE = 'Skype for Business Server 2015';

interface Binding {
  readonly rule: string;
  readonly use: CertificateUse;
  readonly role: MachineRole;
  readonly product?: Product;
  readonly from?: typeof OLD;
  readonly to?: typeof NEW;
  /** Commands, or the whole line. */
  readonly lines: readonly string[];
}

const add = (port: number) =>
  `netsh http add sslcert ipport=[::]:${port} certhash=${NEW.thumbprint} appid={00112233-4455-6677-8899-aabbccddeeff}`;
const remove = (port: number) => `netsh http delete sslcert ipport=[::]:${port}`;
const reserve = (service: string) =>
  `netsh http add urlacl url=https://+:4443/${service} user="NT AUTHORITY\\NETWORK SERVICE"`;
const website = (name: string, serial: string) =>
  `Add or remove binding in the website "${name}" with certificate "${serial}".`;

const BINDINGS: readonly Binding[] = [
  { rule: 'a first Default', use: 'Default', role: 'EnterpriseEdition', to: NEW, lines: [add(444)] },
  {
    rule: 'its successor',
    use: 'Default',
    role: 'StandardEdition',
    from: OLD,
    to: NEW,
    lines: [remove(444), add(444)],
  },
  { rule: 'its end', use: 'Default', role: 'Director', from: OLD, lines: [remove(444)] },
  { rule: 'Default of a role that does not listen on 444', use: 'Default', role: 'Mediation', to: NEW, lines: [] },
  {
    rule: 'a first Internal of an Edge of 2013',
    use: 'Internal',
    role: 'Edge',
    to: NEW,
    lines: [add(444), add(4443), reserve('ReplicationWebService')],
  },
  {
    rule: 'a first Internal of an Edge of 2015',
    use: 'Internal',
    role: 'Edge',
    product: SKYPE,
    to: NEW,
    lines: [add(444), add(4443), reserve('ReplicationWebService'), reserve('SkypeSearchProxy')],
  },
  {
    rule: 'its successor, whose addresses are reserved already',
    use: 'Internal',
    role: 'Edge',
    product: SKYPE,
    from: OLD,
    to: NEW,
    lines: [remove(444), remove(4443), add(444), add(4443)],
  },
  {
    rule: 'the internal web site of Lync Server',
    use: 'WebServicesInternal',
    role: 'StandardEdition',
    to: NEW,
    lines: [website('Lync Server Internal Web Site', '0B')],
  },
  {
    rule: 'the external web site of Skype for Business Server, at its end',
    use: 'WebServicesExternal',
    role: 'StandardEdition',
    product: SKYPE,
    from: OLD,
    lines: [website('Skype for Business Server External Web Site', '0A')],
  },
  { rule: 'OAuthTokenIssuer has none', use: 'OAuthTokenIssuer', role: 'StandardEdition', to: NEW, lines: [] },
  { rule: 'the external types of an Edge have none', use: 'AccessEdgeExternal', role: 'Edge', to: NEW, lines: [] },
];

describe('what a certificate is bound to, in the words of the log (domain facts 7.3)', () => {
  for (const { rule, use, role, product = LYNC, from, to, lines } of BINDINGS) {
    it(rule, () =>
      assert.deepEqual(
        bindingLines(use, { product, roles: [role] }, from, to),
        lines.map((line) => (line.startsWith('netsh') ? `Command "${line}" returned "0".` : line)),
      ),
    );
  }
});

describe('the file of a private key', () => {
  const key = { spkiSha256: '0123456789abcdef'.repeat(4), machine: 'atl-cs-001.litwareinc.com' };
  const MACHINE_KEY =
    /^C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys\\0123456789abcdef0123456789abcdef_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

  it('of an RSA key is in a CryptoAPI container, of another one in that of a CNG provider', () => {
    assert.match(privateKeyPath({ ...key, hasRsaKey: true }), MACHINE_KEY);
    assert.match(privateKeyPath({ ...key, hasRsaKey: false }), /^C:\\ProgramData\\Microsoft\\Crypto\\Keys\\0123/);
  });

  it('is the same for the same key and machine in any case, and another one elsewhere', () => {
    const path = privateKeyPath({ ...key, hasRsaKey: true });
    assert.equal(privateKeyPath({ ...key, hasRsaKey: true, machine: key.machine.toUpperCase() }), path);
    assert.notEqual(privateKeyPath({ ...key, hasRsaKey: true, machine: 'atl-cs-002.litwareinc.com' }), path);
    assert.notEqual(privateKeyPath({ ...key, hasRsaKey: true, spkiSha256: 'f'.repeat(64) }), path);
  });
});
