import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  certificateBag,
  degenerateSignedData,
  keyBag,
  plainPfx,
  sampleCertificate,
} from '../../engine/certificate-file/sample-files.ts';
import { OutsideAuthority } from '../../engine/import/outside-authority.ts';
import { readRequestPem } from '../../fixtures/read-pem.ts';

/** What a CA outside makes of the request file in a folder: the certificate with its chain, as .p7b. */
export async function answerFile(folder: string): Promise<string> {
  const name = readdirSync(folder).find((file) => file.endsWith('.req'));
  const request = name === undefined ? undefined : readRequestPem(readFileSync(join(folder, name), 'utf8'));
  if (request === undefined) throw new Error(`there is no request file in ${folder}`);
  const outside = await OutsideAuthority.open();
  const path = join(folder, 'answer.p7b');
  writeFileSync(path, degenerateSignedData(await outside.sign(request), outside.intermediate, outside.root));
  return path;
}

/** A PKCS #12 file with a certificate and its key. */
export async function keyFile(folder: string): Promise<{ readonly path: string; readonly thumbprint: string }> {
  const { certificate, privateKey } = await sampleCertificate();
  const path = join(folder, 'key.pfx');
  writeFileSync(path, plainPfx(certificateBag(certificate, 'imported'), keyBag(privateKey)));
  return { path, thumbprint: createHash('sha1').update(certificate).digest('hex').toUpperCase() };
}
