import 'reflect-metadata';
import { join } from 'node:path';
import {
  AuthorityKeyIdentifierExtension,
  cryptoProvider,
  ExtendedKeyUsageExtension,
  Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  Pkcs10CertificateRequest,
  Pkcs10CertificateRequestGenerator,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { BmpString } from 'asn1js';
import { EngineProcess, verbParams } from './engine-process.ts';
import { type Figure, milliseconds, ratioFigure } from './figure.ts';
import { inScratchFolder } from './scratch.ts';
import { interleaved, mean, timed } from './statistics.ts';

/** The time for an RSA key varies by its luck with primes: many rounds, and means instead of medians. */
const ROUNDS = 300;
const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
};
/** The documentation's main case: a pool certificate for three uses, nine names in the sample. */
const TYPES = ['Default', 'WebServicesInternal', 'WebServicesExternal'];
const NAMES = [
  'pool1.litwareinc.com',
  'atl-cs-001.litwareinc.com',
  'pool1int.litwareinc.com',
  'dialin.litwareinc.com',
  'meet.litwareinc.com',
  'admin.litwareinc.com',
  'LyncdiscoverInternal.litwareinc.com',
  'pool1ext.litwareinc.com',
  'Lyncdiscover.litwareinc.com',
];

/** A warm -New -CA with an RSA-2048 key, beside the key and the library's own request, verification and issue. */
export function warmRequest(): Promise<readonly Figure[]> {
  return inScratchFolder(async (folder) => {
    const engine = new EngineProcess(join(folder, 'home'));
    const parameters = { New: true, Type: TYPES, CA: 'atl-ca-001.litwareinc.com\\myca' };
    const params = verbParams('ByNew', parameters, folder);
    cryptoProvider.set(crypto);
    const authority = await crypto.subtle.generateKey(RSA, true, ['sign', 'verify']);
    const times = await interleaved(
      ROUNDS,
      {
        key: () => timed(() => crypto.subtle.generateKey(RSA, true, ['sign', 'verify'])),
        library: () => timed(() => libraryIssue(authority)),
        request: () => timed(() => engine.call('requestCertificate', params)),
      },
      5,
    );
    await engine.end();
    const key = mean(times.key);
    const yardstick = key + mean(times.library);
    const measured = mean(times.request);
    return [
      ratioFigure(
        'warm -New -CA, RSA-2048',
        { measured, yardstick, yardstickName: 'bare key + @peculiar/x509 request, verification and issue' },
        1.1,
        `${(measured / key).toFixed(2)} × the bare key (${milliseconds(key)}); means of ${ROUNDS} interleaved rounds`,
      ),
    ];
  });
}

/** Made once: the yardstick counts the key apart. */
let requestKeys: Promise<CryptoKeyPair> | undefined;

/** What the library needs for the same request and the same certificate, its key aside. */
async function libraryIssue(authority: CryptoKeyPair): Promise<void> {
  requestKeys ??= crypto.subtle.generateKey(RSA, true, ['sign', 'verify']);
  const keys = await requestKeys;
  const made = await Pkcs10CertificateRequestGenerator.create({
    name: [{ CN: ['pool1.litwareinc.com'] }],
    keys,
    signingAlgorithm: RSA,
    extensions: [...usages(), await SubjectKeyIdentifierExtension.create(keys.publicKey), names(), template()],
  });
  const request = new Pkcs10CertificateRequest(made.rawData);
  if (!(await request.verify())) throw new Error('the request does not verify');
  await X509CertificateGenerator.create({
    serialNumber: '01',
    subject: request.subjectName,
    issuer: 'CN=myca, DC=litwareinc, DC=com',
    notBefore: new Date(),
    notAfter: new Date(Date.now() + 86_400_000),
    signingKey: authority.privateKey,
    publicKey: await request.publicKey.export(),
    signingAlgorithm: RSA,
    extensions: [
      ...usages(),
      await SubjectKeyIdentifierExtension.create(await request.publicKey.export()),
      await AuthorityKeyIdentifierExtension.create(authority.publicKey),
      names(),
      template(),
    ],
  });
}

function usages(): Extension[] {
  return [
    new KeyUsagesExtension(KeyUsageFlags.digitalSignature | KeyUsageFlags.keyEncipherment, true),
    new ExtendedKeyUsageExtension(['1.3.6.1.5.5.7.3.1']),
  ];
}

function names(): Extension {
  return new SubjectAlternativeNameExtension(NAMES.map((value) => ({ type: 'dns' as const, value })));
}

function template(): Extension {
  return new Extension('1.3.6.1.4.1.311.20.2', false, new BmpString({ value: 'WebServer' }).toBER());
}
