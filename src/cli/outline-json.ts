import type { RequestOutline } from '../app/request/request-outline.ts';
import { formatDistinguishedName } from '../domain/x500/name-text.ts';

/** What -New would ask for, for programs that check names: the shape of `cscert -New … -WhatIf`. */
export function outlineJson(outline: RequestOutline): Record<string, unknown> {
  const { target, plan } = outline;
  return {
    WhatIf: true,
    Computer: outline.machine.fqdn,
    CertificateUses: outline.uses,
    CA: target.kind === 'authority' ? target.config : null,
    Output: target.kind === 'file' ? target.output.given : null,
    Template: outline.template,
    KeyAlgorithm: plan.keyAlgorithm,
    KeySize: plan.keyAlgorithm === 'RSA' ? plan.keySize : null,
    ClientEKU: plan.clientAuthentication,
    Subject: formatDistinguishedName(plan.subject),
    SubjectName: named(outline.subject),
    AlternativeNames: outline.alternativeNames.map(named),
    DroppedNames: outline.dropped.map(named),
    Warnings: outline.warnings,
  };
}

function named({ name, reason }: { readonly name: string; readonly reason: string }) {
  return { Name: name, Reason: reason };
}
