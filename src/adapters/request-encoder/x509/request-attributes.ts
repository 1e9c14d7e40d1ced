import type { KeyAlgorithm } from '../../../domain/request/key-algorithm.ts';
import type { ClientInfo } from '../../../domain/request/request-plan.ts';
import {
  bitString,
  bmpString,
  type Der,
  ia5String,
  integer,
  objectIdentifier,
  sequence,
  setOf,
  utf8String,
} from '../../x509/der.ts';
import { type Extension, encodeExtensions } from '../../x509/extensions.ts';
import { OID } from '../../x509/object-identifiers.ts';

/** Windows Server 2012, the newest that Lync Server 2013 was made for: major, minor, build, platform. */
const OPERATING_SYSTEM_VERSION = '6.2.9200.2';

/** `DefaultRequest` of MS-WCCE 2.2.2.7.4: the COM client that CertEnroll's callers share. */
const CLIENT_ID = 5;

interface EnrollmentProvider {
  readonly name: string;
  readonly keySpec: number;
}

/**
 * The legacy provider that the product's RSA keys live in (domain facts 4.2), keySpec 1 for key exchange; a curve needs
 * the CNG provider, whose keys have no keySpec (inferred).
 */
const RSA_PROVIDER: EnrollmentProvider = { name: 'Microsoft RSA SChannel Cryptographic Provider', keySpec: 1 };
const CNG_PROVIDER: EnrollmentProvider = { name: 'Microsoft Software Key Storage Provider', keySpec: 0 };

/** The attributes of a request that CertEnroll makes (certificate authorities 2.2; MS-WCCE 2.2.2.7). */
export function requestAttributes(
  algorithm: KeyAlgorithm,
  clientInfo: ClientInfo | undefined,
  extensions: readonly Extension[],
): Der[] {
  return [
    attribute(OID.operatingSystemVersion, ia5String(OPERATING_SYSTEM_VERSION)),
    ...(clientInfo === undefined ? [] : [attribute(OID.clientInformation, encodeClientInfo(clientInfo))]),
    attribute(OID.enrollmentProvider, encodeProvider(algorithm === 'RSA' ? RSA_PROVIDER : CNG_PROVIDER)),
    attribute(OID.extensionRequest, encodeExtensions(extensions)),
  ];
}

function attribute(type: string, value: Der): Der {
  return sequence(objectIdentifier(type), setOf(value));
}

function encodeClientInfo({ machine, user, process }: ClientInfo): Der {
  return sequence(integer(CLIENT_ID), utf8String(machine), utf8String(user), utf8String(process));
}

/** The signature of the provider's key blob is empty: nothing proves the name. */
function encodeProvider({ name, keySpec }: EnrollmentProvider): Der {
  return sequence(integer(keySpec), bmpString(name), bitString(new Uint8Array()));
}
