import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CONFIG, type Heard, OTHER_CONFIG, withVerbs } from './rehearsed-verbs.ts';

const DENIAL = { hresult: 0x80094014, message: 'Denied by LITWAREINC\\pilar' };
const NOTHING: Heard = { told: [], warnings: [], thrown: undefined };

/** What came out: kinds of objects, codes of errors, in order. */
function kinds({ told }: Heard): readonly string[] {
  return told.map((object) => (object.kind === 'error' ? object.code : object.kind));
}

describe('a pending request', () => {
  it('is pending until it is approved, then a certificate, then retrieved again by its number', () =>
    withVerbs(async (verbs) => {
      const id = await verbs.request();
      assert.deepEqual(
        (await verbs.list()).map(({ requestId, requestStatus, certificateUses }) => [
          requestId,
          requestStatus,
          certificateUses,
        ]),
        [[id, 'Pending', 'Default']],
      );
      assert.deepEqual(await verbs.retrieve(), {
        ...NOTHING,
        warnings: [`The certificate request "${id}" is still pending at the certification authority "${CONFIG}".`],
      });
      assert.deepEqual(await verbs.imported(), []);
      await (await verbs.operator()).approve(id, 'pilar');
      const { told } = await verbs.retrieve();
      assert.ok(told.length === 1 && told[0]?.kind === 'CertificateReference');
      assert.deepEqual([told[0].use, told[0].subject], ['Default', 'CN=pool1.litwareinc.com']);
      assert.deepEqual(await verbs.imported(), [told[0].thumbprint]);
      assert.deepEqual(await verbs.list(), []);
      assert.deepEqual(await verbs.retrieve(), NOTHING);
      assert.deepEqual((await verbs.retrieve({ RequestId: id })).told, told);
      assert.equal((await verbs.imported()).length, 1);
    }));

  it('is followed for 90 days, four times a day', () =>
    withVerbs(
      async (verbs) => {
        await verbs.request({ Template: 'Patient' });
        let last: Heard = NOTHING;
        let asked = 0;
        for (; last.told.length === 0; asked++) {
          verbs.clock.set(new Date(verbs.clock.now().getTime() + 3_600_000 * 6).toISOString());
          last = await verbs.retrieve();
          assert.ok(asked < 400, 'it came to an end');
        }
        assert.deepEqual([kinds(last), asked], [['CertificateReference'], 90 * 4]);
      },
      [{ name: 'Patient', behaviour: { approve: { afterSeconds: 90 * 86_400 } } }],
    ));

  it('is not asked for where the user declines', () =>
    withVerbs(async (verbs) => {
      const id = await verbs.request();
      await (await verbs.operator()).approve(id, 'pilar');
      assert.deepEqual(await verbs.retrieve({}, true), NOTHING);
      assert.equal((await verbs.list())[0]?.requestStatus, 'Pending');
    }));

  it('is imported once by two retrievals at the same moment', () =>
    withVerbs(async (verbs) => {
      const id = await verbs.request();
      await (await verbs.operator()).approve(id, 'pilar');
      const both = await Promise.all([verbs.retrieve(), verbs.retrieve()]);
      assert.equal((await verbs.imported()).length, 1);
      assert.equal(both.flatMap(kinds).filter((kind) => kind === 'CertificateReference').length, 1);
    }));
});

describe('a denied request', () => {
  it('named: the error ends the call, with the code of the CA', () =>
    withVerbs(async (verbs) => {
      const id = await verbs.request();
      await (await verbs.operator()).deny(id, DENIAL);
      const { thrown, told } = await verbs.retrieve({ RequestId: id });
      assert.equal(thrown, 'RetrievedRequestDenied');
      assert.ok(told[0]?.kind === 'error' && told[0].message.includes(DENIAL.message));
      assert.deepEqual(await verbs.list(), []);
    }));

  it('among others: an error behind what was imported, and the call goes on', () =>
    withVerbs(async (verbs) => {
      const [denied, approved] = [await verbs.request(), await verbs.request()];
      const operator = await verbs.operator();
      await operator.deny(denied, DENIAL);
      await operator.approve(approved, 'pilar');
      const heard = await verbs.retrieve();
      assert.equal(heard.thrown, undefined);
      assert.deepEqual(kinds(heard), ['CertificateReference', 'RetrievedRequestDenied']);
      assert.deepEqual(await verbs.list(), []);
      assert.deepEqual(await verbs.retrieve(), NOTHING);
    }));

  it('by -New itself leaves nothing to list', () =>
    withVerbs(async (verbs) => {
      const { thrown } = await verbs.create({ Template: 'none' });
      assert.equal(thrown, 'CertificateRequestDenied');
      assert.deepEqual(await verbs.list(), []);
    }));
});

describe('a revoked request', () => {
  async function revokedAndApproved(verbs: Parameters<Parameters<typeof withVerbs>[0]>[0]) {
    const [revoked, approved] = [await verbs.request(), await verbs.request()];
    const operator = await verbs.operator();
    for (const id of [revoked, approved]) await operator.approve(id, 'pilar');
    await operator.revoke(revoked, 'keyCompromise', 'pilar');
    return { revoked, approved };
  }

  it('spoils -Retrieve until it is cleared; the message names request and cure', () =>
    withVerbs(async (verbs) => {
      const { revoked } = await revokedAndApproved(verbs);
      for (let time = 0; time < 2; time++) {
        const heard = await verbs.retrieve();
        assert.equal(heard.thrown, 'RequestRevoked');
        const [error] = heard.told;
        assert.ok(error?.kind === 'error' && heard.told.length === 1);
        assert.ok(error.message.includes(`"${revoked}"`));
        assert.ok(error.message.includes(`Request-CsCertificate -Clear -RequestId ${revoked}`));
        assert.deepEqual(await verbs.imported(), []);
      }
      assert.equal((await verbs.clear({ RequestId: revoked })).thrown, undefined);
      assert.deepEqual(kinds(await verbs.retrieve()), ['CertificateReference']);
    }));

  it('is left out with a warning where -Force is given', () =>
    withVerbs(async (verbs) => {
      const { revoked } = await revokedAndApproved(verbs);
      const heard = await verbs.retrieve({ Force: true });
      assert.deepEqual(kinds(heard), ['CertificateReference']);
      assert.equal(heard.warnings.length, 1);
      assert.ok(heard.warnings[0]?.includes(`"${revoked}" is revoked`));
      assert.deepEqual(
        (await verbs.list()).map(({ requestId, requestStatus }) => [requestId, requestStatus]),
        [[revoked, 'Revoked']],
      );
    }));

  it('does not spoil the retrieval of another one by its number', () =>
    withVerbs(async (verbs) => {
      const { approved } = await revokedAndApproved(verbs);
      assert.deepEqual(kinds(await verbs.retrieve({ RequestId: approved })), ['CertificateReference']);
    }));

  it('that was imported before is retrieved again all the same: only the revocation list knows', () =>
    withVerbs(async (verbs) => {
      const id = await verbs.request();
      const operator = await verbs.operator();
      await operator.approve(id, 'pilar');
      await verbs.retrieve();
      await operator.revoke(id, 'superseded', 'pilar');
      assert.deepEqual(await verbs.retrieve(), NOTHING);
      assert.deepEqual(kinds(await verbs.retrieve({ RequestId: id })), ['CertificateReference']);
    }));
});

describe('a request that cannot be retrieved', () => {
  it('whose CA does not answer stays pending: an error that ends the call only where it was named', () =>
    withVerbs(async (verbs) => {
      const silent = await verbs.request({ CA: OTHER_CONFIG, Template: 'WebServer' });
      await verbs.request();
      await (await verbs.operator()).approve(1, 'pilar');
      verbs.pollAs((verdict) => (verdict.kind === 'wait' ? { kind: 'unreachable', reason: 'Gone.' } : verdict));
      const heard = await verbs.retrieve();
      assert.deepEqual(
        [kinds(heard), heard.thrown],
        [['CertificateReference', 'CertificationAuthorityUnreachable'], undefined],
      );
      assert.equal((await verbs.retrieve({ RequestId: silent })).thrown, 'CertificationAuthorityUnreachable');
      assert.deepEqual(
        (await verbs.list()).map(({ requestStatus }) => requestStatus),
        ['Pending'],
      );
    }));

  it('with a number that nothing has', () =>
    withVerbs(async (verbs) => {
      const unknown = async () => (await verbs.retrieve({ RequestId: 4711 })).told[0];
      const empty = await unknown();
      await verbs.request();
      assert.deepEqual(await unknown(), empty);
      assert.ok(empty?.kind === 'error');
      assert.match(empty.message, /^The requested property value is empty\. 0x80094004/);
    }));

  it('because it is in a file: a warning that names it', () =>
    withVerbs(async (verbs) => {
      const path = { given: 'a.req', path: 'a.req', provider: 'FileSystem' };
      const id = await verbs.request({ Output: path });
      const heard = await verbs.retrieve({ RequestId: id });
      assert.deepEqual([heard.told, heard.thrown, heard.warnings.length], [[], undefined, 1]);
      assert.ok(id < 0 && heard.warnings[0]?.includes(`"${id}"`));
    }));
});

describe('numbers and -Clear', () => {
  it('a RequestId is the number of the CA; where another open request has it, one of the store', () =>
    withVerbs(async (verbs) => {
      const first = await verbs.request();
      const second = await verbs.request({ CA: OTHER_CONFIG, Template: 'WebServer' });
      assert.equal(first, 1);
      assert.ok(second < 0);
      const rows = await verbs.list();
      assert.deepEqual(
        rows.map(({ requestId, caRequestId }) => [requestId, caRequestId]),
        [
          [first, '1'],
          [second, '1'],
        ],
      );
      await (await verbs.operator(OTHER_CONFIG)).approve(1, 'pilar');
      assert.deepEqual(kinds(await verbs.retrieve({ RequestId: second })), ['CertificateReference']);
    }));

  it('-Clear without a number takes pending, denied and revoked ones and keeps the others with a warning', () =>
    withVerbs(async (verbs) => {
      const offline = await verbs.request({ Output: { given: 'a.req', path: 'a.req', provider: 'FileSystem' } });
      const [pending, denied, revoked] = [await verbs.request(), await verbs.request(), await verbs.request()];
      const operator = await verbs.operator();
      await operator.deny(denied, DENIAL);
      await operator.approve(revoked, 'pilar');
      await operator.revoke(revoked, 'unspecified', 'pilar');
      assert.equal((await verbs.retrieve()).thrown, 'RequestRevoked');
      const { warnings, told } = await verbs.clear();
      assert.deepEqual([told, warnings.length], [[], 1]);
      assert.ok(warnings[0]?.includes(String(offline)));
      assert.deepEqual(
        (await verbs.list()).map(({ requestId }) => requestId),
        [offline],
      );
      assert.equal((await operator.request(pending)).disposition, 'pending', "the CA's row stays");
      await verbs.clear({ RequestId: offline });
      assert.deepEqual(await verbs.list(), []);
    }));

  it('-Clear takes no imported certificate', () =>
    withVerbs(async (verbs) => {
      const { told } = await verbs.create({});
      assert.equal(told[0]?.kind, 'CertificateReference');
      assert.equal((await verbs.clear({ RequestId: 1 })).thrown, 'RequestNotFound');
      assert.equal((await verbs.imported()).length, 1);
    }));
});
