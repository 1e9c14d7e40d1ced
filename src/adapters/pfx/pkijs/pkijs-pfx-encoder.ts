import { createHash } from 'node:crypto';
import { BmpString, OctetString } from 'asn1js';
import {
  Attribute,
  AuthenticatedSafe,
  CertBag,
  Certificate,
  CryptoEngine,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  SafeBag,
  SafeContents,
  setEngine,
} from 'pkijs';
import type { PfxContent, PfxEncoder } from '../../../ports/pfx-encoder.ts';

const CERTIFICATE_BAG = '1.2.840.113549.1.12.10.1.3';
const SHROUDED_KEY_BAG = '1.2.840.113549.1.12.10.1.2';
const FRIENDLY_NAME = '1.2.840.113549.1.9.20';
const LOCAL_KEY_ID = '1.2.840.113549.1.9.21';
const ITERATIONS = 100_000;
const ENCRYPTION = {
  // pkijs draws the initialization vector itself; its type wants one all the same.
  contentEncryptionAlgorithm: { name: 'AES-CBC', length: 256, iv: new Uint8Array(16) },
  hmacHashAlgorithm: 'SHA-256',
  iterationCount: ITERATIONS,
};

/** PKCS#12 by pkijs: AES-256-CBC and PBKDF2-SHA-256 inside, an HMAC-SHA-256 around (RFC 7292, RFC 8018). */
export const pkijsPfxEncoder: PfxEncoder = {
  encode: async (content, password) => {
    const crypto = new CryptoEngine({ name: 'node', crypto: globalThis.crypto });
    setEngine('node', crypto);
    const secret = arrayBuffer(new TextEncoder().encode(password));
    const certificates = { privacyMode: 1, value: new SafeContents({ safeBags: certificateBags(content) }) };
    const keys =
      content.privateKey === undefined
        ? []
        : [
            {
              privacyMode: 0,
              value: new SafeContents({ safeBags: [await keyBag(content, content.privateKey, secret)] }),
            },
          ];
    const authenticatedSafe = new AuthenticatedSafe({
      parsedValue: { safeContents: [certificates, ...keys] },
    });
    await authenticatedSafe.makeInternalValues({
      safeContents: [{ password: secret, ...ENCRYPTION }, ...keys.map(() => ({}))],
    });
    const pfx = new PFX({ parsedValue: { integrityMode: 0, authenticatedSafe } });
    await pfx.makeInternalValues({
      password: secret,
      iterations: ITERATIONS,
      pbkdf2HashAlgorithm: { name: 'SHA-256' },
      hmacHashAlgorithm: 'SHA-256',
    });
    return new Uint8Array(pfx.toSchema().toBER(false));
  },
};

function certificateBags(content: PfxContent): SafeBag[] {
  const leaf = new SafeBag({
    bagId: CERTIFICATE_BAG,
    bagValue: new CertBag({ parsedValue: Certificate.fromBER(arrayBuffer(content.certificate)) }),
    bagAttributes: leafAttributes(content),
  });
  const above = content.chain.map(
    (der) =>
      new SafeBag({
        bagId: CERTIFICATE_BAG,
        bagValue: new CertBag({ parsedValue: Certificate.fromBER(arrayBuffer(der)) }),
      }),
  );
  return [leaf, ...above];
}

async function keyBag(content: PfxContent, privateKey: Uint8Array, password: ArrayBuffer): Promise<SafeBag> {
  const bagValue = new PKCS8ShroudedKeyBag({ parsedValue: PrivateKeyInfo.fromBER(arrayBuffer(privateKey)) });
  await bagValue.makeInternalValues({ password, ...ENCRYPTION });
  return new SafeBag({ bagId: SHROUDED_KEY_BAG, bagValue, bagAttributes: leafAttributes(content) });
}

/** What ties the key to its certificate, and the name people see. */
function leafAttributes({ certificate, friendlyName }: PfxContent): Attribute[] {
  const keyId = createHash('sha1').update(certificate).digest();
  const localKeyId = new Attribute({
    type: LOCAL_KEY_ID,
    values: [new OctetString({ valueHex: arrayBuffer(keyId) })],
  });
  if (friendlyName === '') return [localKeyId];
  return [new Attribute({ type: FRIENDLY_NAME, values: [new BmpString({ value: friendlyName })] }), localKeyId];
}

/** pkijs takes buffers that are not shared and begin where the bytes do. */
function arrayBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
