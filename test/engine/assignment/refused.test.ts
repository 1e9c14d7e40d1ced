import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OTHER_MACHINE, type RehearsedAssignments, SCOPE, withAssignments } from './rehearsed-assignments.ts';

const YEARS_LATER = '2031-01-01T00:00:00Z';
const BY = { osUser: 'x', connectedUser: undefined, host: 'x', processId: 1, at: new Date(0) };

async function rootThumbprint(here: RehearsedAssignments): Promise<string> {
  await here.issued();
  const [root] = await here.deps.openState().certificates.list(SCOPE, { store: 'Root' });
  return root?.thumbprint ?? '';
}

/** The root's bytes as an entry of My. */
async function authorityInMy(here: RehearsedAssignments, withKey: boolean): Promise<string> {
  await here.issued();
  const { certificates } = here.deps.openState();
  const [root] = await certificates.list(SCOPE, { store: 'Root' });
  const [own] = await certificates.list(SCOPE, { store: 'My' });
  assert.ok(root && own);
  const key = withKey ? { key: { ofEntry: own.entry } } : {};
  await certificates.add(SCOPE, [{ store: 'My', certificate: root.certificate, friendlyName: '', ...key }], BY);
  return root.thumbprint;
}

async function placeholderThumbprint(here: RehearsedAssignments): Promise<string> {
  const { certificates } = here.deps.openState();
  const [placeholder] = await certificates.list(SCOPE, { store: 'REQUEST' });
  return placeholder?.thumbprint ?? '';
}

describe('Set refuses a certificate', () => {
  it('that is in no store, in another store, or waits for its answer', () =>
    withAssignments(async (here, verbs) => {
      const nowhere = await here.set({ Thumbprint: 'A'.repeat(40), Type: ['Default'] });
      assert.equal(nowhere.thrown, 'CertificateNotInStore');
      const root = await here.set({ Thumbprint: await rootThumbprint(here), Type: ['Default'] });
      assert.equal(root.thrown, 'CertificateNotInStore');
      assert.ok(JSON.stringify(root.told).includes(String.raw`LocalMachine\\Root`));
      await verbs.request();
      const waiting = await here.set({ Thumbprint: await placeholderThumbprint(here), Type: ['Default'] });
      assert.equal(waiting.thrown, 'CertificateNotInStore');
      assert.match(JSON.stringify(waiting.told), /placeholder of a request/);
    }));

  it('without its private key', () =>
    withAssignments(async (here) => {
      const thumbprint = await authorityInMy(here, false);
      assert.equal((await here.set({ Thumbprint: thumbprint, Type: ['Default'] })).thrown, 'CertificateWithoutKey');
    }));

  it('of a certification authority', () =>
    withAssignments(async (here) => {
      const thumbprint = await authorityInMy(here, true);
      assert.equal((await here.set({ Thumbprint: thumbprint, Type: ['Default'] })).thrown, 'CertificateOfAuthority');
    }));

  it('that has expired', () =>
    withAssignments(async (here, verbs) => {
      const thumbprint = await here.issued();
      verbs.clock.set(YEARS_LATER);
      assert.equal((await here.set({ Thumbprint: thumbprint, Type: ['Default'] })).thrown, 'CertificateNotValid');
    }));

  it('for a type that the computer does not need, in the words that Request has for it', () =>
    withAssignments(async (here) => {
      const thumbprint = await here.issued();
      const heard = await here.set({ Thumbprint: thumbprint, Type: ['Default', 'Internal'] });
      assert.equal(heard.thrown, 'CertificateNotNeeded');
      assert.match(JSON.stringify(heard.told), /The computer does not need a certificate for the type/);
      assert.deepEqual(await here.assigned(), []);
    }));

  it('that came from no request where no type is named', () =>
    withAssignments(async (here, _verbs, at) => {
      const foreign = await at(OTHER_MACHINE).issued();
      await here.issued();
      const { certificates } = here.deps.openState();
      const [own] = await certificates.list(SCOPE, { store: 'My' });
      const entry = await certificates.find({ ...SCOPE, machine: OTHER_MACHINE }, foreign, 'My');
      assert.ok(own && entry);
      const addition = {
        store: 'My',
        certificate: entry.certificate,
        friendlyName: '',
        key: { ofEntry: own.entry },
      } as const;
      await certificates.add(SCOPE, [addition], BY);
      assert.equal((await here.set({ Thumbprint: foreign })).thrown, 'CertificateTypeMissing');
      assert.equal((await here.set({ Thumbprint: foreign, Type: ['Default'] })).thrown, undefined);
    }));

  for (const product of ['Lync Server 2010', 'Lync Server 2013'] as const) {
    it(`whose key is of no CryptoAPI provider, with ${product}`, () =>
      withAssignments(
        async (here) => {
          const thumbprint = await here.issued();
          const heard = await here.set({ Thumbprint: thumbprint, Type: ['Default'] });
          assert.deepEqual(
            heard.told.map((object) => object.kind === 'error' && `${object.code}: ${object.message}`),
            ['CngKeyNotUsable: The buffer supplied to a function was too small.'],
          );
        },
        { product },
      ));
  }
});

const THUMBPRINTS: readonly (readonly [rule: string, thumbprint: string, says: RegExp])[] = [
  ['of 43 digits, as the help page has it', 'B142918E463981A76503828BB1278391B716280987B', /it has 43 digits/],
  ['behind an invisible mark', `\u200e${'A'.repeat(40)}`, /invisible character/],
  ['with other letters', 'G'.repeat(40), /no hexadecimal digit/],
];

describe('a parameter is refused before anything is looked up', () => {
  for (const [rule, thumbprint, says] of THUMBPRINTS) {
    it(`a thumbprint ${rule}`, () =>
      withAssignments(async (here) => {
        const { told, thrown } = await here.set({ Thumbprint: thumbprint, Type: ['Default'] });
        assert.equal(thrown, 'ThumbprintNotValid');
        assert.match(JSON.stringify(told), says);
      }));
  }

  it('an -Identity that is not Global', () =>
    withAssignments(async (here) => {
      const Identity = 'site:Redmond';
      assert.equal((await here.get({ Identity })).thrown, 'IdentityNotKnown');
      assert.equal((await here.remove({ Identity })).thrown, 'IdentityNotKnown');
      assert.equal((await here.set({ Thumbprint: 'A'.repeat(40), Identity })).thrown, 'IdentityNotKnown');
    }));

  it('-NetportId, which only Lync Server 2010 had', () =>
    withAssignments(async (here) => {
      for (const verb of [here.get({ NetportId: '1' }), here.remove({ NetportId: '1' })]) {
        assert.equal((await verb).thrown, 'NetportIdNotSupported');
      }
    }));
});
