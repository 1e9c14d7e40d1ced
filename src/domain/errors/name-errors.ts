import type { CertificateUse } from '../certificate-use.ts';
import { displayText } from '../display-text.ts';
import { define } from './command-error.ts';

/** Errors about the names of a request. */
export const NAME_ERRORS = {
  /**
   * The first words are the product's (domain facts 4.6). Scripts look for them, cut the text at its full stops and show
   * the first two pieces: the name of the computer, which has full stops too, comes behind those.
   */
  CertificateNotNeeded: define<{
    readonly computer: string;
    readonly refused: readonly CertificateUse[];
    readonly needed: readonly CertificateUse[];
  }>({
    exceptionType: 'System.InvalidOperationException',
    category: 'InvalidOperation',
    message: ({ computer, refused, needed }) =>
      `The computer does not need a certificate for the type "${refused.join(',')}". ${
        needed.length > 0 ? `Its roles need the types ${needed.join(', ')}` : 'None of its roles needs a certificate'
      }. In the topology it is "${computer}".`,
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
