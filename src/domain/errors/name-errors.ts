import type { CertificateUse } from '../certificate-use.ts';
import { displayText } from '../display-text.ts';
import { define } from './command-error.ts';

/** Errors about the names of a request. */
export const NAME_ERRORS = {
  /** The first words are the product's (domain facts 4.6); scripts look for them and cut at the second sentence. */
  CertificateNotNeeded: define<{
    readonly computer: string;
    readonly refused: readonly CertificateUse[];
    readonly needed: readonly CertificateUse[];
  }>({
    exceptionType: 'System.InvalidOperationException',
    category: 'InvalidOperation',
    message: ({ computer, refused, needed }) =>
      `The computer does not need a certificate for the type "${refused.join(',')}". ${
        needed.length > 0
          ? `In the topology, "${computer}" needs certificates for these types: ${needed.join(', ')}.`
          : `In the topology, "${computer}" has no role that needs a certificate.`
      }`,
  }),
  EdgeFqdnMissing: define<{ readonly pool: string; readonly use: CertificateUse }>({
    exceptionType: 'System.InvalidOperationException',
    category: 'InvalidData',
    message: ({ pool, use }) =>
      `The topology gives the Edge pool "${pool}" no external FQDN for the type "${use}". Without it a certificate of this type has no subject name.`,
  }),
  SimpleUrlInvalid: define<{ readonly component: string; readonly url: string }>({
    exceptionType: 'System.InvalidOperationException',
    category: 'InvalidData',
    message: ({ component, url }) =>
      `The simple URL "${displayText(url, 40)}" of the component "${displayText(component, 40)}" is not an address of the form https://host/path. Correct it in the simple URL document.`,
  }),
};
