import { displayText } from '../display-text.ts';
import { define } from './command-error.ts';

/** Which document an error is about, as it reads in a sentence. */
export type ConfigurationDocument = 'topology document' | 'simple URL document';

/** Most machine names that one message lists. */
const LISTED_MACHINES = 20;

function listMachines(machines: readonly string[]): string {
  const listed = machines.slice(0, LISTED_MACHINES).join(', ');
  const more = machines.length - LISTED_MACHINES;
  return more > 0 ? `${listed} and ${more} more` : listed;
}

/** Errors about the topology: its document, and the computers in it. */
export const TOPOLOGY_ERRORS = {
  TopologyNotReadable: define<{
    readonly document: ConfigurationDocument;
    readonly path: string;
    readonly reason: string;
  }>({
    exceptionType: 'System.IO.IOException',
    category: 'ReadError',
    message: ({ document, path, reason }) => `The ${document} "${path}" cannot be read: ${reason}.`,
    advice: ({ document }) => `Name a readable file as the ${document} of the deployment.`,
  }),
  TopologyTooLarge: define<{
    readonly document: ConfigurationDocument;
    readonly path: string;
    readonly limitMegabytes: number;
    readonly unpacked: boolean;
  }>({
    exceptionType: 'System.InvalidOperationException',
    category: 'InvalidData',
    message: ({ document, path, limitMegabytes, unpacked }) =>
      `The ${document} "${path}" is larger than ${limitMegabytes} MB${unpacked ? ' when it is unpacked' : ''}. Larger documents are not read.`,
  }),
  TopologyInvalid: define<{
    readonly document: ConfigurationDocument;
    readonly path: string;
    /** Undefined where the file is no text. */
    readonly position: { readonly line: number; readonly column: number } | undefined;
    readonly problem: string;
  }>({
    exceptionType: 'System.InvalidOperationException',
    category: 'InvalidData',
    message: ({ document, path, position, problem }) => {
      const where = position === undefined ? '' : `line ${position.line}, column ${position.column}: `;
      return `The ${document} "${path}" is not valid: ${where}${problem}.`;
    },
    advice: ({ document }) =>
      document === 'topology document'
        ? 'Export the topology again: (Get-CsTopology -AsXml).ToString(), a Topology Builder file, or Export-CsConfiguration.'
        : 'Export the simple URLs again with Export-CsConfiguration, or list them in deployment.json.',
  }),
  TopologyNotPublished: define<{ readonly path: string }>({
    exceptionType: 'System.InvalidOperationException',
    category: 'InvalidOperation',
    message: ({ path }) =>
      `The topology document "${path}" is a file of Topology Builder, not a published topology, so there is no document that -AsXml could return. Publish the topology, and export it with (Get-CsTopology -AsXml).ToString() from the server.`,
    advice: () => 'Omit -AsXml: the topology itself can be read from a file of Topology Builder, too.',
  }),
  ComputerNotFound: define<{
    readonly computer: string;
    readonly machines: readonly string[];
    /** The machines of the pool of that name, where the name is a pool's. */
    readonly poolMachines: readonly string[];
  }>({
    exceptionType: 'System.ArgumentException',
    category: 'ObjectNotFound',
    message: ({ computer, machines, poolMachines }) => {
      const name = displayText(computer, 255);
      if (poolMachines.length > 0)
        return `"${name}" is a pool, not a computer. Specify one of its computers: ${listMachines(poolMachines)}.`;
      return machines.length > 0
        ? `The computer "${name}" is not in the topology. The topology has these computers: ${listMachines(machines)}.`
        : `The computer "${name}" is not in the topology. The topology has no computers.`;
    },
  }),
  ComputerAmbiguous: define<{ readonly computer: string; readonly machines: readonly string[] }>({
    exceptionType: 'System.ArgumentException',
    category: 'InvalidArgument',
    message: ({ computer, machines }) =>
      `The computer name "${displayText(computer, 255)}" stands for several computers of the topology: ${listMachines(machines)}. Specify the fully qualified domain name (FQDN).`,
  }),
};
