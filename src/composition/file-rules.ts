import { join } from 'node:path';
import { JsonFolderDeploymentSource } from '../adapters/deployment/json-folder/json-folder-deployment-source.ts';
import type { FileRules } from '../adapters/files/refused-places.ts';
import { loadWithoutPasswords } from '../app/load-without-passwords.ts';
import type { Configuration } from '../boot/configuration.ts';
import type { Deployment } from '../domain/deployment/deployment.ts';
import { MODULE_NAMES } from './module-names.ts';

/** Where the files of a verb may not go. */
export function fileRules(configuration: Configuration, deployment: Deployment): FileRules {
  const { home, moduleFolder } = configuration;
  const { folder, topologyPath, simpleUrls } = deployment;
  return {
    stateFolder: home,
    ownNames: ownNames(configuration, deployment),
    refused: [
      { path: folder, name: 'the deployment folder' },
      ...moduleFolders(moduleFolder),
      { path: topologyPath, name: 'the topology document' },
      ...(simpleUrls.from === 'document' ? [{ path: simpleUrls.path, name: 'the simple URL document' }] : []),
    ],
  };
}

/** Where an export of the command line may not go; a deployment is read only for the drive of a server. */
export async function exportRules(configuration: Configuration, path: string): Promise<FileRules> {
  const { home, moduleFolder } = configuration;
  const ownNames = ADMINISTRATIVE_SHARE.test(path) ? await namesOfThisMachine(configuration) : [];
  return { stateFolder: home, refused: moduleFolders(moduleFolder), ownNames };
}

/** `\\server\c$` */
const ADMINISTRATIVE_SHARE = /^\\\\[^\\/]+[\\/][A-Za-z]\$/;

/** By the deployment, where it can be read; what is wrong with it is for the verbs to report. */
async function namesOfThisMachine(configuration: Configuration): Promise<readonly string[]> {
  try {
    const source = new JsonFolderDeploymentSource(configuration.deployment);
    return ownNames(configuration, await loadWithoutPasswords(source));
  } catch {
    return ownNames(configuration, undefined);
  }
}

/** Under which names this machine is known, besides the host's own. */
function ownNames({ computer }: Configuration, deployment: Deployment | undefined): readonly string[] {
  const played = computer ?? deployment?.localComputer;
  return played === undefined ? [] : [played];
}

/** `moduleFolder`, which holds the engine, and those of the other modules beside it. */
function moduleFolders(moduleFolder: string): FileRules['refused'] {
  const siblings = MODULE_NAMES.map((name) => join(moduleFolder, '..', name));
  return [moduleFolder, ...siblings].map((path) => ({ path, name: 'the module folder' }));
}
