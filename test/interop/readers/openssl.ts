import { find, findAll, keyUsageWords, linesUnder, purposeWords, type Reading } from '../certificate-reading.ts';
import { verifier } from '../programs.ts';
import type { ForeignReader } from './foreign-reader.ts';

const program = verifier('openssl');
const SUBJECT = ['-subject', '-nameopt', 'sep_multiline,sname,utf8'];

export const openssl: ForeignReader = {
  name: program.name,
  skip: program.skip,
  request: async (path) => {
    const args = ['req', '-in', path, '-verify', '-noout', '-text', ...SUBJECT];
    const text = await program.run(args, { withDiagnostics: true });
    // OpenSSL 3.0 says so and exits with 0 all the same.
    if (!/self-signature verify OK/.test(text)) throw new Error(`the signature does not verify:\n${text}`);
    return readingOf(text);
  },
  certificate: async (path) => readingOf(await program.run(['x509', '-in', path, '-noout', '-text', ...SUBJECT])),
  verify: async ({ path, root, host }) => {
    const name = host === undefined ? [] : ['-verify_hostname', host];
    await program.run(['verify', '-x509_strict', '-purpose', 'sslserver', ...name, '-CAfile', root, path]);
  },
};

function readingOf(text: string): Reading {
  const algorithm = find(text, /Public Key Algorithm: (\S+)/);
  const names = /Subject Alternative Name:[^\n]*\n\s*([^\n]*)/.exec(text)?.[1] ?? '';
  return {
    subject: linesUnder(text, /^subject=/)
      .map((line) => line.slice(4))
      .reverse(),
    names: findAll(names, /DNS:([^,]*)/g),
    keyUsage: keyUsageWords(linesUnder(text, /X509v3 Key Usage/).flatMap((line) => line.split(','))),
    purposes: purposeWords(linesUnder(text, /X509v3 Extended Key Usage/).flatMap((line) => line.split(','))),
    key: `${algorithm === 'rsaEncryption' ? 'RSA' : 'EC'} ${find(text, /Public-Key: \((\d+) bit\)/)}`,
  };
}
