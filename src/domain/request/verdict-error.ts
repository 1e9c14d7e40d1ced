import { commandError } from '../errors/catalogue.ts';
import type { CommandError } from '../errors/command-error.ts';
import type { Issued, Verdict, Waiting } from './verdict.ts';

/** What a CA can answer besides a certificate or a wait. */
export type Refusal = Exclude<Verdict, Issued | Waiting>;

/**
 * The error that a user sees for a refusal (domain facts 4.6): `CertificateRequestDenied` with the CA's own words and
 * HRESULT, or one of `CertificationAuthority…`. `config` is the CA's configuration string as the user wrote it.
 */
export function verdictError(config: string, verdict: Refusal): CommandError {
  switch (verdict.kind) {
    case 'denied':
      return commandError(
        'CertificateRequestDenied',
        { config, message: verdict.message },
        { target: config, hresult: verdict.hresult },
      );
    case 'revoked':
      return commandError('CertificateRequestDenied', { config, message: verdict.message }, { target: config });
    case 'refused-credentials':
      return commandError('CertificationAuthorityLogonFailed', { config }, { target: config });
    case 'unreachable':
      return commandError('CertificationAuthorityUnreachable', { config, reason: verdict.reason }, { target: config });
    case 'misconfigured':
      return commandError(
        'CertificationAuthorityMisconfigured',
        { config, reason: verdict.reason },
        { target: config },
      );
    case 'unsupported':
      return commandError('CertificationAuthorityUnsupported', { config, reason: verdict.reason }, { target: config });
  }
}
