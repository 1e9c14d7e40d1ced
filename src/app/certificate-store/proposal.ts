import type { ProposedAction } from '../../ports/host.ts';

/** What PowerShell itself says of an operation with a target, as the cmdlets and providers of Windows have it say. */
export function proposal(operation: string, target: string): ProposedAction {
  const text = `Performing the operation "${operation}" on target "${target}".`;
  return { description: text, query: `Are you sure you want to perform this action?\n${text}`, caption: 'Confirm' };
}
