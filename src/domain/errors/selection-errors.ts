import { displayText } from '../display-text.ts';
import { define } from './command-error.ts';

/** Longest name from outside that a message repeats. */
const NAME_LIMIT = 255;
/** Most identities that one message lists. */
const LISTED = 20;

/** Errors about what a Get cmdlet was asked for. That nothing has the name is non-terminating, as in the product. */
export const SELECTION_ERRORS = {
  IdentityNotFound: define<{
    /** What the identity would belong to, as it reads in a sentence: `computer`, `pool`. */
    readonly kind: string;
    readonly identity: string;
    readonly known: readonly string[];
  }>({
    exceptionType: 'System.ArgumentException',
    category: 'ObjectNotFound',
    message: ({ kind, identity, known }) =>
      `There is no ${kind} with the identity "${displayText(identity, NAME_LIMIT)}". ${knownSentence(kind, known)}`,
  }),
  FilterInvalid: define<{ readonly filter: string }>({
    exceptionType: 'System.ArgumentException',
    category: 'InvalidArgument',
    message: ({ filter }) =>
      `The filter "${displayText(filter, NAME_LIMIT)}" is not a valid wildcard pattern: its last "[" has no "]". Write a backtick before a bracket that stands for itself.`,
  }),
  SidUnknown: define<{ readonly sid: string }>({
    exceptionType: 'System.NotSupportedException',
    category: 'NotImplemented',
    message: ({ sid }) =>
      `No role can be looked up by the SID "${displayText(sid, NAME_LIMIT)}": SIDs belong to groups of Active Directory, and there is none here. Use -Identity or -Filter.`,
  }),
  TenantUnknown: define<{ readonly tenant: string }>({
    exceptionType: 'System.NotSupportedException',
    category: 'NotImplemented',
    message: ({ tenant }) =>
      `The tenant "${displayText(tenant, NAME_LIMIT)}" cannot be looked up: tenants belong to Skype for Business Online, and this is a deployment on premises. Omit -Tenant.`,
  }),
  SimpleUrlsUnknown: define<Record<never, never>>({
    exceptionType: 'System.InvalidOperationException',
    category: 'ObjectNotFound',
    message: () =>
      'The simple URLs of this deployment are not known: a published topology does not hold them. Export both with "Export-CsConfiguration -FileName configuration.zip" and name that file as topology in deployment.json, or list the simple URLs there as simpleUrls.',
  }),
};

function knownSentence(kind: string, known: readonly string[]): string {
  if (known.length === 0) return `There is no ${kind} at all.`;
  const listed = known.slice(0, LISTED).map((identity) => `"${identity}"`);
  const more = known.length - LISTED;
  return `Known are: ${listed.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}
