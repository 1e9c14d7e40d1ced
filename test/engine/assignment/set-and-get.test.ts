import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EDGE, OTHER_MACHINE, SCOPE, withAssignments } from './rehearsed-assignments.ts';

const DAY = 86_400_000;
const WEB = ['WebServicesInternal', 'WebServicesExternal'];

describe('a certificate that is assigned', () => {
  it('replaces the one before it, which is then the previous one', () =>
    withAssignments(async (here) => {
      const [first, second] = [await here.issued(), await here.issued()];
      assert.deepEqual(await here.set({ Thumbprint: first, Type: ['Default'] }), {
        told: [],
        warnings: [],
        thrown: undefined,
      });
      assert.deepEqual(await here.assigned(), [`Default ${first}`]);
      await here.set({ Thumbprint: second, Type: ['Default', ...WEB] });
      assert.deepEqual(await here.assigned(), [
        `Default ${second} ${first}`,
        `WebServicesInternal ${second}`,
        `WebServicesExternal ${second}`,
      ]);
      assert.deepEqual(await here.assigned({ Type: ['webservicesexternal'] }), [`WebServicesExternal ${second}`]);
    }));

  it('may be requested for one use and assigned for another', () =>
    withAssignments(async (here) => {
      const thumbprint = await here.issued();
      assert.equal((await here.set({ Thumbprint: thumbprint, Type: WEB })).thrown, undefined);
      assert.equal((await here.assigned()).length, 2);
    }));

  it('has the uses of its reference, then of its request, where -Type is absent', () =>
    withAssignments(async (here) => {
      const thumbprint = await here.issued({ Type: ['Default', 'WebServicesInternal'] });
      await here.set({ Reference: { thumbprint, use: 'WebServicesExternal' } });
      assert.deepEqual(await here.assigned(), [`WebServicesExternal ${thumbprint}`]);
      await here.set({ Reference: { thumbprint, use: '' } });
      assert.equal((await here.assigned()).length, 3);
    }));

  it('is not assigned where the user declines', () =>
    withAssignments(async (here) => {
      const thumbprint = await here.issued();
      assert.equal((await here.set({ Thumbprint: thumbprint, Type: ['Default'] }, true)).thrown, undefined);
      assert.deepEqual(await here.assigned(), []);
    }));

  it('for several Edge uses with one call', () =>
    withAssignments(async (_here, _verbs, at) => {
      const edge = at(EDGE);
      const uses = ['AccessEdgeExternal', 'DataEdgeExternal', 'AudioVideoAuthentication'];
      const thumbprint = await edge.issued({ Type: uses });
      await edge.set({ Thumbprint: thumbprint, Type: uses });
      assert.deepEqual(
        await edge.assigned(),
        uses.map((use) => `${use} ${thumbprint}`),
      );
    }));
});

describe('a certificate that its CA has revoked', () => {
  it('is assigned with a warning that names the CA and its reason', () =>
    withAssignments(async (here, verbs) => {
      const [taken, good] = [await here.issued(), await here.issued()];
      await (await verbs.operator()).revoke(1, 'keyCompromise', 'pilar');
      const { thrown, warnings } = await here.set({ Thumbprint: taken, Type: ['Default'] });
      assert.deepEqual([thrown, warnings.length], [undefined, 1]);
      assert.match(
        warnings[0] ?? '',
        /^The certificate "[0-9A-F]{40}" was revoked by .*myca" on .*\(keyCompromise\)\./,
      );
      assert.match((await here.whatIf({ Thumbprint: taken, Type: ['Default'] })).warnings.join(), /was revoked by/);
      assert.deepEqual((await here.set({ Thumbprint: good, Type: ['Default'] })).warnings, []);
    }));
});

describe('a global certificate', () => {
  it('is that of OAuthTokenIssuer in any case, and of other types with -Identity Global', () =>
    withAssignments(async (here) => {
      const thumbprint = await here.issued({ Type: ['OAuthTokenIssuer'] });
      await here.set({ Thumbprint: thumbprint, Type: ['OAuthTokenIssuer'] });
      await here.set({ Thumbprint: thumbprint, Type: ['Default'], Identity: ' GLOBAL ' });
      const both = [`Default ${thumbprint}`, `OAuthTokenIssuer ${thumbprint}`];
      assert.deepEqual(await here.assigned({ Identity: 'global' }), both);
      assert.deepEqual(await here.assigned(), both);
      await here.set({ Thumbprint: thumbprint, Type: ['Default'] });
      assert.equal((await here.assigned()).length, 3);
    }));

  it('is seen from every computer of the deployment, those without it in their store too', () =>
    withAssignments(async (here, _verbs, at) => {
      const thumbprint = await here.issued({ Type: ['OAuthTokenIssuer'] });
      const own = await here.issued();
      await here.set({ Thumbprint: thumbprint, Type: ['OAuthTokenIssuer'] });
      await here.set({ Thumbprint: own, Type: ['Default'] });
      assert.deepEqual(await at(OTHER_MACHINE).assigned(), [`OAuthTokenIssuer ${thumbprint}`]);
      assert.deepEqual(await at(EDGE).assigned({ Identity: 'Global' }), [`OAuthTokenIssuer ${thumbprint}`]);
    }));

  it('is not one of the certificates of a computer that does not need its use', () =>
    withAssignments(async (here, _verbs, at) => {
      const thumbprint = await here.issued();
      await here.set({ Thumbprint: thumbprint, Type: ['OAuthTokenIssuer'] });
      assert.deepEqual(await at(EDGE).assigned(), []);
      assert.deepEqual((await at(EDGE).test()).told, []);
      assert.deepEqual(await at('admin.litwareinc.com').assigned(), [`OAuthTokenIssuer ${thumbprint}`]);
    }));

  it('cannot be assigned where the Central Management Store is out of reach', () =>
    withAssignments(
      async (here) => {
        const thumbprint = await here.issued();
        const { thrown } = await here.set({ Thumbprint: thumbprint, Type: ['Default'], Identity: 'Global' });
        assert.equal(thrown, 'CentralMgmtStoreInaccessible');
        assert.equal((await here.set({ Thumbprint: thumbprint, Type: ['Default'] })).thrown, undefined);
      },
      { centralManagementStoreReachable: false },
    ));
});

describe('Get finds what is wrong with a certificate', () => {
  it('that has gone from the store: an error with the words of the product, and the others follow', () =>
    withAssignments(async (here) => {
      const [gone, kept] = [await here.issued(), await here.issued()];
      await here.set({ Thumbprint: gone, Type: ['Default'] });
      await here.set({ Thumbprint: kept, Type: WEB });
      const { certificates } = here.deps.openState();
      const entry = await certificates.find(SCOPE, gone, 'My');
      assert.ok(entry);
      const by = { osUser: 'x', connectedUser: undefined, host: 'x', processId: 1, at: new Date(0) };
      await certificates.remove(entry, false, by);
      const { told, thrown } = await here.get();
      assert.equal(thrown, undefined);
      assert.deepEqual(
        told.map((object) => (object.kind === 'error' ? object.code : object.kind)),
        ['AssignedCertificateNotFound', 'CertificateReference', 'CertificateReference'],
      );
      assert.ok(
        told[0]?.kind === 'error' && /^Assigned certificate not found or untrusted\. .*Default/.test(told[0].message),
      );
      const tested = await here.test();
      assert.deepEqual(
        tested.told.map((object) => object.kind === 'CertificateExists' && `${object.use} ${object.thumbprint}`),
        WEB.map((use) => `${use} ${kept}`),
      );
      assert.equal(tested.warnings.length, 1);
    }));

  it('whose root is not trusted any more', () =>
    withAssignments(async (here) => {
      const thumbprint = await here.issued();
      await here.set({ Thumbprint: thumbprint, Type: ['Default'] });
      const { certificates } = here.deps.openState();
      const by = { osUser: 'x', connectedUser: undefined, host: 'x', processId: 1, at: new Date(0) };
      for (const root of await certificates.list(SCOPE, { store: 'Root' })) await certificates.remove(root, false, by);
      const { told } = await here.get();
      assert.ok(told.length === 1 && told[0]?.kind === 'error');
      assert.equal(told[0].code, 'AssignedCertificateNotFound');
      const again = await here.set({ Thumbprint: thumbprint, Type: ['Default'] });
      assert.deepEqual([again.thrown, again.warnings.length], [undefined, 1]);
    }));

  it('whose private key was deleted: a warning, and services have it still', () =>
    withAssignments(async (here) => {
      const thumbprint = await here.issued();
      await here.set({ Thumbprint: thumbprint, Type: ['Default'] });
      const { certificates } = here.deps.openState();
      const entry = await certificates.find(SCOPE, thumbprint, 'My');
      assert.ok(entry);
      const by = { osUser: 'x', connectedUser: undefined, host: 'x', processId: 1, at: new Date(0) };
      await certificates.remove(entry, true, by);
      await certificates.add(SCOPE, [{ store: 'My', certificate: entry.certificate, friendlyName: '' }], by);
      for (const heard of [await here.get(), await here.test()]) {
        assert.equal(heard.told.length, 1);
        assert.match(
          heard.warnings.join('\n'),
          /^The certificate "[0-9A-F]{40}" .*"Default" has no private key any more/,
        );
      }
    }));

  it('but not that it has expired', () =>
    withAssignments(async (here, verbs) => {
      const thumbprint = await here.issued();
      await here.set({ Thumbprint: thumbprint, Type: ['Default'] });
      verbs.clock.set(new Date(verbs.clock.now().getTime() + 365 * 3 * DAY).toISOString());
      assert.deepEqual(await here.assigned(), [`Default ${thumbprint}`]);
    }));
});

describe('the object of Lync Server 2010', () => {
  it('has eight properties, and its certificate can be assigned', () =>
    withAssignments(
      async (here) => {
        const thumbprint = await here.issued({ KeyAlg: 'RSA' });
        await here.set({ Reference: { thumbprint, use: 'Default' }, NetportId: '5061' });
        const [object] = (await here.get()).told;
        assert.deepEqual(Object.keys(object ?? {}), [
          'kind',
          'issuer',
          'notAfter',
          'notBefore',
          'serialNumber',
          'subject',
          'alternativeNames',
          'thumbprint',
          'use',
        ]);
      },
      { product: 'Lync Server 2010' },
    ));
});

describe('-WhatIf', () => {
  it('tells for each type what it has and what it would get, and leaves it', () =>
    withAssignments(async (here) => {
      const [old, wanted] = [await here.issued(), await here.issued()];
      await here.set({ Thumbprint: old, Type: ['Default'] });
      const Type = ['Default', 'WebServicesInternal', 'OAuthTokenIssuer'];
      const { warnings: _, ...heard } = await here.whatIf({ Thumbprint: wanted, Type });
      assert.deepEqual(heard, {
        proposed: [
          [
            `Assign the certificate "${wanted}" (CN=pool1.litwareinc.com) for the type "${Type.join(',')}".`,
            `  Default: ${old} -> ${wanted}`,
            `  WebServicesInternal: no certificate -> ${wanted}`,
            `  OAuthTokenIssuer (global): no certificate -> ${wanted}`,
          ].join('\n'),
        ],
        thrown: undefined,
      });
      assert.deepEqual(await here.assigned(), [`Default ${old}`]);
    }));
});
