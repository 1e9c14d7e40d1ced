import { type Ber, bytesOf, numberOf, partsOf, readBer, taggedPart, UnreadableContent } from './ber.ts';
import { isPkcs7, readPkcs7 } from './pkcs7.ts';
import { isPkcs12 } from './pkcs12.ts';
import { armouredBlocks, decodeBase64, textOf } from './text-content.ts';

/** What the bytes of a file are, before a password is needed. */
export type CertificateContent = FormattedContent & {
  /** A private key in PEM stands beside it. */
  readonly holdsUnreadKey: boolean;
};

type FormattedContent =
  | { readonly format: 'X.509' | 'PKCS #7'; readonly certificates: readonly Uint8Array[] }
  | { readonly format: 'PKCS #12'; readonly pfx: Ber };

const SEQUENCE_TAG = 0x30;
/** Labels of RFC 7468 and of older programs. What stands in a block decides, as in a file without armour. */
const LABELS: ReadonlySet<string> = new Set([
  'CERTIFICATE',
  'X509 CERTIFICATE',
  'TRUSTED CERTIFICATE',
  'PKCS7',
  'CMS',
  'PKCS #7 SIGNED DATA',
  'PKCS12',
]);
const NO_CERTIFICATE = 'it holds no certificate';
const A_REQUEST = 'it is a certificate request, not a certificate';

/** Recognises a file by its content. Throws UnreadableContent. */
export function recognise(bytes: Uint8Array): CertificateContent {
  const text = bytes[0] === SEQUENCE_TAG ? undefined : textOf(bytes);
  if (text === undefined) return { ...recogniseBinary(bytes), holdsUnreadKey: false };
  const blocks = armouredBlocks(text);
  if (blocks.length === 0) {
    const binary = decodeBase64(text);
    if (binary === undefined) throw new UnreadableContent(NO_CERTIFICATE);
    return { ...recogniseBinary(binary), holdsUnreadKey: false };
  }
  const chosen = blocks.filter(({ label }) => LABELS.has(label));
  if (chosen.length === 0) {
    const label = blocks[0]?.label ?? '';
    throw new UnreadableContent(
      label.endsWith('CERTIFICATE REQUEST') ? A_REQUEST : `${NO_CERTIFICATE}, but "${label}"`,
    );
  }
  const content = together(chosen.map((block, index) => recogniseBlock(block.label, block.content, index)));
  return { ...content, holdsUnreadKey: blocks.some(({ label }) => label.endsWith('PRIVATE KEY')) };
}

function recogniseBlock(label: string, content: Uint8Array | undefined, index: number): FormattedContent {
  if (content === undefined) throw new UnreadableContent(`its part ${index + 1} ("${label}") is damaged or incomplete`);
  return recogniseBinary(content);
}

/** A file of several blocks is a file of certificates; a PKCS#12 stands alone. */
function together(contents: readonly FormattedContent[]): FormattedContent {
  const [first] = contents;
  if (first !== undefined && contents.length === 1) return first;
  const certificates = contents.flatMap((content) => {
    if (content.format === 'PKCS #12') throw new UnreadableContent('it holds a PKCS #12 beside other things');
    return content.certificates;
  });
  return { format: 'X.509', certificates };
}

function recogniseBinary(bytes: Uint8Array): FormattedContent {
  if (bytes[0] !== SEQUENCE_TAG) throw new UnreadableContent(NO_CERTIFICATE);
  const value = readBer(bytes);
  if (isPkcs12(value)) return { format: 'PKCS #12', pfx: value };
  if (isPkcs7(value)) return { format: 'PKCS #7', certificates: readPkcs7(value) };
  if (isRequest(value)) throw new UnreadableContent(A_REQUEST);
  return { format: 'X.509', certificates: [bytesOf(value)] };
}

/** PKCS#10 has the shape of a certificate, but begins with version 0 and ends with attributes (RFC 2986 4.1). */
function isRequest(value: Ber): boolean {
  const [body] = partsOf(value);
  if (body === undefined || !body.idBlock.isConstructed) return false;
  const parts = partsOf(body);
  return parts.length === 4 && numberOf(parts[0]) === 0 && taggedPart(parts, 0) === parts[3];
}
