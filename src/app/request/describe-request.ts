import { formatDistinguishedName } from '../../domain/x500/name-text.ts';
import type { ProposedAction } from '../../ports/host.ts';
import type { CommandRun } from '../command-run.ts';
import type { RequestOutline } from './request-outline.ts';

/** The step that -WhatIf and -Confirm talk about; with -WhatIf the text lists every name and why it is there. */
export function proposedRequest(outline: RequestOutline, whatIf: boolean): ProposedAction {
  const what = actionText(outline);
  const subject = formatDistinguishedName(outline.plan.subject);
  return {
    description: whatIf ? [what, ...nameLines(outline, subject)].join('\n') : what,
    query: `${what}\nSubject: ${subject}`,
    caption: 'Confirm',
  };
}

/** Says the names and their reasons on the verbose stream. */
export function sayNames(run: CommandRun, { subject, alternativeNames, dropped }: RequestOutline): void {
  run.verbose(`Subject name "${subject.name}": ${subject.reason}.`);
  for (const { name, reason } of alternativeNames) run.verbose(`Subject alternative name "${name}": ${reason}.`);
  for (const { name, reason } of dropped) run.verbose(`Name "${name}" left out: ${reason}.`);
}

function actionText({ uses, target, template }: RequestOutline): string {
  const use = uses.join(',');
  return target.kind === 'authority'
    ? `Request a certificate for use "${use}" from the certification authority (CA) "${target.config}" with the template "${template}".`
    : `Create an offline certificate request for use "${use}" in the file "${target.output.given}".`;
}

function nameLines({ subject, alternativeNames, dropped }: RequestOutline, subjectText: string): readonly string[] {
  const width = Math.max(0, ...[...alternativeNames, ...dropped].map(({ name }) => name.length));
  const line = ({ name, reason }: { readonly name: string; readonly reason: string }) =>
    `    ${name.padEnd(width)}  ${reason}`;
  const names =
    alternativeNames.length === 0
      ? ['  Subject alternative names: none']
      : [`  Subject alternative names (${alternativeNames.length}):`, ...alternativeNames.map(line)];
  const left = dropped.length === 0 ? [] : ['  Left out:', ...dropped.map(line)];
  return [`  Subject: ${subjectText}`, `    ${subject.name}  ${subject.reason}`, ...names, ...left];
}
