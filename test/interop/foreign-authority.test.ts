import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { type Program, verifier } from './programs.ts';
import { certtool as certtoolReader } from './readers/certtool.ts';
import { openssl as opensslReader } from './readers/openssl.ts';
import { expectedKeyUsage, SAMPLE_REQUESTS, type SampleRequest } from './sample-requests.ts';
import { Workshop } from './workshop.ts';

const openssl = verifier('openssl');
const certtool = verifier('certtool');

/** What a client asks of a CA outside: names, key usage and purposes of all kinds. */
const SAMPLES = SAMPLE_REQUESTS.filter(
  ({ key, title }) => key === 'EC 384' || /^(?:client|wildcard|every)/.test(title),
);
const OPENSSL_CONFIGURATION = `
[ca]
default_ca = outside
[outside]
new_certs_dir = .
database = index.txt
serial = serial
certificate = ca.pem
private_key = ca.key
default_md = sha256
default_days = 30
policy = anything
copy_extensions = copy
x509_extensions = leaf
unique_subject = no
[anything]
commonName = supplied
countryName = optional
stateOrProvinceName = optional
localityName = optional
organizationName = optional
organizationalUnitName = optional
[leaf]
authorityKeyIdentifier = keyid
`;

/** The extensions that GnuTLS is to take over: subject alternative name, key usage, extended key usage. */
const CERTTOOL_TEMPLATE = `
expiration_days = 30
honor_crq_ext = 2.5.29.17
honor_crq_ext = 2.5.29.15
honor_crq_ext = 2.5.29.37
`;

let workshop: Workshop;
before(async () => {
  workshop = await Workshop.open();
  const { folder: cwd } = workshop;
  await writeFile(workshop.at('ca.cnf'), OPENSSL_CONFIGURATION);
  await writeFile(workshop.at('index.txt'), '');
  await writeFile(workshop.at('serial'), '1000\n');
  await writeFile(workshop.at('ca.tmpl'), 'cn = Outside\nca\ncert_signing_key\nexpiration_days = 60\n');
  await writeFile(workshop.at('leaf.tmpl'), CERTTOOL_TEMPLATE);
  if (openssl.skip !== undefined) return;
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', 'ca.key'];
  await openssl.run(
    [
      'req',
      '-x509',
      ...key,
      '-subj',
      '/CN=Outside',
      '-addext',
      'keyUsage=critical,keyCertSign',
      '-days',
      '60',
      '-out',
      'ca.pem',
    ],
    { cwd },
  );
});
after(() => workshop.close());

/** A way in which a CA outside signs `request.req`; the certificate's path. */
interface Signer {
  readonly title: string;
  readonly program: Program;
  readonly samples: readonly SampleRequest[];
  readonly args: (request: string, certificate: string) => readonly string[];
}

const SIGNERS: readonly Signer[] = [
  {
    title: 'openssl ca with copy_extensions',
    program: openssl,
    samples: SAMPLES,
    args: (request, certificate) => [
      ...['ca', '-batch', '-notext', '-utf8', '-config', 'ca.cnf'],
      ...['-in', request, '-out', certificate],
    ],
  },
  {
    title: 'openssl x509 -req -copy_extensions copy',
    program: openssl,
    samples: SAMPLES,
    args: (request, certificate) => [
      ...['x509', '-req', '-copy_extensions', 'copy', '-days', '30', '-CA', 'ca.pem', '-CAkey', 'ca.key'],
      ...['-extfile', 'ca.cnf', '-extensions', 'leaf'],
      ...['-in', request, '-out', certificate],
    ],
  },
  {
    title: 'certtool with honor_crq_ext',
    program: certtool,
    // For a key on a curve it has a key usage of its own.
    samples: SAMPLES.filter(({ key }) => key.startsWith('RSA')),
    args: (request, certificate) => [
      ...['--generate-certificate', '--template', 'leaf.tmpl', '--load-ca-certificate', 'ca.pem'],
      ...['--load-ca-privkey', 'ca.key', '--load-request', request, '--outfile', certificate],
    ],
  },
];

for (const { title, program, samples, args } of SIGNERS) {
  describe(`${title}: the certificate for an offline request keeps names, key usage and purposes`, {
    skip: program.skip ?? openssl.skip,
  }, () => {
    for (const [index, sample] of samples.entries()) {
      it(sample.title, async () => {
        const { folder: cwd } = workshop;
        const request = await workshop.request(sample, `${title.slice(0, 12)}-${index}.req`);
        const path = request.replace(/\.req$/, '.pem');
        await program.run(args(request, path), { cwd });
        const read = await opensslReader.certificate?.(path);
        assert.deepEqual({ ...read, subject: [] }, { ...expected(sample), subject: [] });
        const chain = { path, root: workshop.at('ca.pem'), host: sample.host };
        for (const reader of [opensslReader, certtoolReader]) {
          if (reader.skip === undefined) await reader.verify?.(chain);
        }
      });
    }
  });
}

function expected(sample: SampleRequest) {
  const { names, purposes, key } = sample;
  return { names, keyUsage: expectedKeyUsage(sample), purposes, key };
}
