import type { CommandLogBuilder } from '../../domain/command-log/command-log-builder.ts';
import type { RequestOutline } from './request-outline.ts';

/** The lines with which the product's log begins a request (domain facts 3.3). */
export function logRequestNames(log: CommandLogBuilder, outline: RequestOutline): void {
  const { uses, plan, alternativeNames, dropped } = outline;
  log.info(`Certificate use: ${uses.join(',')}`);
  log.info(`Subject distinguished name (DN): ${quotedName(outline)}`);
  if (plan.alternativeNames.length > 0) log.list('Subject alternative name: ', plan.alternativeNames);
  log.names([outline.subject, ...alternativeNames], dropped);
}

/** The log puts every value in quotation marks (domain facts 3.3 and 10). */
function quotedName({ plan }: RequestOutline): string {
  return plan.subject.map(({ type, value }) => `${type}="${value.replaceAll('"', '""')}"`).join(', ');
}
