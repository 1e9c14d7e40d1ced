import { find, findAll, keyUsageWords, linesUnder, purposeWords, type Reading } from '../certificate-reading.ts';
import { parseNameText } from '../name-text.ts';
import { verifier } from '../programs.ts';
import type { ForeignReader } from './foreign-reader.ts';

const program = verifier('certtool');
const SERVER_AUTHENTICATION = '1.3.6.1.5.5.7.3.1';

export const certtool: ForeignReader = {
  name: program.name,
  skip: program.skip,
  request: async (path) => {
    const args = ['--verify-allow-broken', '--crq-info', '--infile', path];
    const text = await program.run(args, { withDiagnostics: true });
    // It says so and exits with 0 all the same.
    if (!/^Self signature: verified$/m.test(text)) throw new Error(`the signature does not verify:\n${text}`);
    return readingOf(text);
  },
  certificate: async (path) => readingOf(await program.run(['--certificate-info', '--infile', path])),
  verify: async ({ path, root, host }) => {
    const name = host === undefined ? [] : [`--verify-hostname=${host}`];
    const purpose = `--verify-purpose=${SERVER_AUTHENTICATION}`;
    const trust = `--load-ca-certificate=${root}`;
    await program.run(['--verify', '--verify-profile=low', purpose, ...name, trust, `--infile=${path}`]);
  },
};

function readingOf(text: string): Reading {
  return {
    subject: parseNameText(find(text, /^\tSubject: (.*)$/m)),
    // A name in IDNA form has its Unicode form in brackets behind it.
    names: findAll(text, /^\t+DNSname: (\S+)/gm),
    keyUsage: keyUsageWords(linesUnder(text, /Key Usage \(/)),
    purposes: purposeWords(linesUnder(text, /Key Purpose \(/)),
    key: keyOf(text),
  };
}

function keyOf(text: string): string {
  const isRsa = find(text, /Subject Public Key Algorithm: (\S+)/) === 'RSA';
  return isRsa ? `RSA ${find(text, /Modulus \(bits (\d+)\)/)}` : `EC ${find(text, /Curve:\s+SECP(\d+)R1/)}`;
}
