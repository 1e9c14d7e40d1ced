import { displayText } from '../display-text.ts';
import { define } from './command-error.ts';

/** Longest piece of a file that an error quotes. */
const QUOTE = 40;

const MINIMAL =
  '{ "topology": "topology.xml", "localComputer": "fe01.contoso.com", "certificateAuthorities": [ { "config": "ca01.contoso.com\\\\Contoso-CA" } ] }';

/** Errors of the deployment folder and of the machine it plays (design, "Deployment"; domain facts 4.3). */
export const DEPLOYMENT_ERRORS = {
  DeploymentNotFound: define<{ readonly folder: string }>({
    exceptionType: 'System.InvalidOperationException',
    category: 'ObjectNotFound',
    message: ({ folder }) =>
      `The folder "${folder}" holds no deployment.json. A minimal one, with your own names beside an exported topology, is: ${MINIMAL}`,
    advice: () => 'Set CSCERT_DEPLOYMENT to a folder with a deployment.json.',
  }),
  DeploymentFileRefused: define<{ readonly path: string; readonly reason: string }>({
    exceptionType: 'System.InvalidOperationException',
    category: 'ReadError',
    message: ({ path, reason }) => `The file "${path}" cannot be used: ${reason}.`,
    advice: () => 'Correct it, or set CSCERT_DEPLOYMENT to another folder.',
  }),
  DeploymentNotJson: define<{
    readonly path: string;
    readonly line: number;
    readonly column: number;
    readonly near: string;
  }>({
    exceptionType: 'System.InvalidOperationException',
    category: 'InvalidData',
    message: ({ path, line, column, near }) =>
      `The file "${path}" is not valid JSON at line ${line}, column ${column}, near "${displayText(near, QUOTE)}".`,
    advice: () => 'Correct the file there.',
  }),
  DeploymentInvalid: define<{ readonly path: string; readonly problems: readonly DeploymentProblem[] }>({
    exceptionType: 'System.InvalidOperationException',
    category: 'InvalidData',
    message: ({ path, problems }) =>
      `The file "${path}" is not a valid deployment: ${problems.map((p) => `${p.pointer === '' ? '(whole file)' : p.pointer} ${p.text}`).join('; ')}.`,
    advice: () => 'The JSON Schema deployment.schema.json in the module folder describes every property.',
  }),
  DeploymentPasswordMissing: define<{ readonly variable: string; readonly config: string }>({
    exceptionType: 'System.InvalidOperationException',
    category: 'InvalidData',
    message: ({ variable, config }) =>
      `The password of the certification authority "${config}" is expected in the environment variable ${variable}, which is not set.`,
    advice: ({ variable }) => `Set ${variable} and repeat the command.`,
  }),
  LocalComputerUnknown: define<{ readonly computer: string; readonly machines: readonly string[] }>({
    exceptionType: 'System.ArgumentException',
    category: 'ObjectNotFound',
    message: ({ computer, machines }) =>
      `This computer, "${computer}", is not in the topology. The topology has these machines: ${listed(machines)}.`,
    advice: () => 'Set localComputer in deployment.json or CSCERT_COMPUTER to one of them, or use -ComputerFqdn.',
  }),
  CentralMgmtStoreInaccessible: define<
    { readonly computer: string } | { readonly wanted: string; readonly instead: string }
  >({
    exceptionType: 'System.ArgumentException',
    category: 'ResourceUnavailable',
    message: (args) =>
      'computer' in args
        ? `The Central Management Store is not accessible from this computer, so "${args.computer}" cannot be looked up. Omit -ComputerFqdn to request a certificate for this computer.`
        : `The Central Management Store is not accessible from this computer, so ${args.wanted} cannot be read from it. ${args.instead}`,
  }),
};

/** One mistake in deployment.json. */
export interface DeploymentProblem {
  /** JSON pointer (RFC 6901); empty for the whole document. */
  readonly pointer: string;
  readonly text: string;
}

function listed(machines: readonly string[]): string {
  const shown = machines.slice(0, 20).join(', ');
  return machines.length > 20 ? `${shown} and ${machines.length - 20} more` : shown;
}
