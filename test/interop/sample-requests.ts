/** What is asked of `cscert`, and what every program has to read out of the result. */
export interface SampleRequest {
  readonly title: string;
  readonly deployment: 'enterprise' | 'standard' | 'synthetic';
  /** The computer played, where it is not the deployment's own. */
  readonly computer?: string;
  readonly args: readonly string[];
  /** `CN=…` first; nothing is escaped. */
  readonly subject: readonly string[];
  readonly names: readonly string[];
  readonly key: string;
  /** In the request; a certificate has those of its template. */
  readonly purposes: readonly string[];
  readonly issuedPurposes: readonly string[];
  /** A name that the certificate covers. */
  readonly host: string;
}

/** The pool of the synthetic deployment: the longest name that a common name takes, 64 characters. */
export const LONG_POOL = `${'pool-of-many-machines-'.repeat(2)}1.litwareinc.com`.padStart(64, 'a');
/** A CA whose name needs quoting in every syntax of names. */
export const SYNTHETIC_CA = 'atl-ca-001.litwareinc.com\\Litware, "Zürich" #1 + Co';

const ODD_TEXT = ' a,b+CN=c;"d" \\e <f># ';
const POOL = ['pool1.litwareinc.com', 'atl-cs-001.litwareinc.com'];
const MANY = Array.from({ length: 150 }, (_, index) => `host-${index}.sub.example.com`);
const LONG_LABELS = `${`${'a'.repeat(63)}.`.repeat(3)}${'b'.repeat(61)}`;

/** The one machine's own request, with what is given put in place. */
function sample(title: string, changes: Partial<SampleRequest> = {}): SampleRequest {
  const purposes = changes.purposes ?? ['server'];
  return {
    title,
    deployment: 'enterprise',
    args: ['-Type', 'Default'],
    subject: ['CN=pool1.litwareinc.com'],
    names: POOL,
    key: 'RSA 2048',
    host: 'atl-cs-001.litwareinc.com',
    issuedPurposes: purposes,
    ...changes,
    purposes,
  };
}

const SYNTHETIC = {
  deployment: 'synthetic',
  subject: [`CN=${LONG_POOL}`],
  names: [LONG_POOL, 'atl-cs-001.litwareinc.com'],
} as const;

export const SAMPLE_REQUESTS: readonly SampleRequest[] = [
  sample('a front end pool, all its types', {
    args: ['-Type', 'Default,WebServicesInternal,WebServicesExternal'],
    names: [
      ...POOL,
      'pool1int.litwareinc.com',
      'dialin.litwareinc.com',
      'meet.litwareinc.com',
      'admin.litwareinc.com',
      'LyncdiscoverInternal.litwareinc.com',
      'pool1ext.litwareinc.com',
      'Lyncdiscover.litwareinc.com',
    ],
    host: 'lyncdiscover.litwareinc.com',
  }),
  sample('a Standard Edition server', {
    deployment: 'standard',
    args: ['-Type', 'WebServicesExternal', '-KeyAlg', 'ECDH_P256'],
    subject: ['CN=atl-cs-001.litwareinc.com'],
    names: [
      'atl-cs-001.litwareinc.com',
      'atl-ext.litwareinc.com',
      'dialin.litwareinc.com',
      'meet.litwareinc.com',
      'admin.litwareinc.com',
      'Lyncdiscover.litwareinc.com',
    ],
    key: 'EC 256',
    host: 'meet.litwareinc.com',
  }),
  sample('an Edge Server inside: no alternative name', {
    computer: 'atl-edge-001.litwareinc.com',
    args: ['-Type', 'Internal'],
    subject: ['CN=atl-edge-001.litwareinc.com'],
    names: [],
    host: 'atl-edge-001.litwareinc.com',
  }),
  sample('an Edge Server outside', {
    computer: 'atl-edge-001.litwareinc.com',
    args: ['-Type', 'AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication', '-KeyAlg', 'ECDH_P384'],
    subject: ['CN=ap.litwareinc.com'],
    names: ['ap.litwareinc.com', 'dp.litwareinc.com'],
    key: 'EC 384',
    host: 'dp.litwareinc.com',
  }),
  sample('the token issuer: the SIP domain', {
    args: ['-Type', 'OAuthTokenIssuer'],
    subject: ['CN=litwareinc.com'],
    names: [],
    host: 'litwareinc.com',
  }),
  sample('RSA 1024, from a template that allows it', {
    ...SYNTHETIC,
    args: ['-Type', 'Default', '-KeySize', '1024', '-Template', 'Old'],
    key: 'RSA 1024',
  }),
  sample('RSA 4096', { args: ['-Type', 'Default', '-KeySize', '4096'], key: 'RSA 4096' }),
  sample('ECDH_P521', { args: ['-Type', 'Default', '-KeyAlg', 'ecdh_p521'], key: 'EC 521' }),
  sample('client authentication, from a template that has it', {
    args: ['-Type', 'Default', '-ClientEKU', '$true', '-Template', 'jcila'],
    purposes: ['client', 'server'],
  }),
  sample('client authentication, which WebServer stamps away', {
    args: ['-Type', 'Default', '-ClientEKU', '$true', '-Template', 'webserver'],
    purposes: ['client', 'server'],
    issuedPurposes: ['server'],
  }),
  sample('every part of the subject', {
    args: [
      ...['-Type', 'Default', '-Organization', 'Litware, Inc', '-OU', 'IT'],
      ...['-City', 'Redmond', '-State', 'WA', '-Country', 'US'],
    ],
    subject: ['CN=pool1.litwareinc.com', 'OU=IT', 'O=Litware, Inc', 'L=Redmond', 'ST=WA', 'C=US'],
  }),
  sample('quotes, commas, plus, blanks at the ends, number sign, backslash', {
    args: [
      '-Type',
      'Default',
      '-Organization',
      ODD_TEXT,
      '-OU',
      '#0c0141',
      '-City',
      'back\\slash\\',
      '-State',
      'a "q"',
    ],
    subject: ['CN=pool1.litwareinc.com', 'OU=#0c0141', `O=${ODD_TEXT}`, 'L=back\\slash\\', 'ST=a "q"'],
  }),
  sample('scripts of the world and emoji', {
    args: ['-Type', 'Default', '-Organization', 'Zürich 日本 Ελλάδα', '-OU', 'עברית', '-City', '😀', '-Country', 'ch'],
    subject: ['CN=pool1.litwareinc.com', 'OU=עברית', 'O=Zürich 日本 Ελλάδα', 'L=😀', 'C=ch'],
  }),
  sample('as long as a value may be', {
    ...SYNTHETIC,
    args: ['-Type', 'Default', '-Organization', 'ü'.repeat(64), '-OU', 'x'.repeat(64), '-City', 'y'.repeat(128)],
    subject: [`CN=${LONG_POOL}`, `OU=${'x'.repeat(64)}`, `O=${'ü'.repeat(64)}`, `L=${'y'.repeat(128)}`],
  }),
  sample('wildcard, single label, internationalized name', {
    args: ['-Type', 'Default', '-DomainName', '*.Example.com, fe1 ,bücher.example,*.straße.example'],
    names: ['*.Example.com', 'fe1', 'xn--bcher-kva.example', '*.xn--strae-oqa.example', ...POOL],
    host: 'www.example.com',
  }),
  sample('a hundred and fifty names', {
    args: ['-Type', 'Default', '-DomainName', MANY.join(',')],
    names: [...MANY, ...POOL],
    host: 'host-149.sub.example.com',
  }),
  sample('a name of 253 characters', {
    args: ['-Type', 'Default', '-DomainName', LONG_LABELS],
    names: [LONG_LABELS, ...POOL],
    host: LONG_LABELS,
  }),
];

/** Key usage follows the kind of key. */
export function expectedKeyUsage({ key }: SampleRequest): readonly string[] {
  return key.startsWith('RSA') ? ['digitalSignature', 'keyEncipherment'] : ['digitalSignature', 'keyAgreement'];
}
