import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findDotnetSdk, runDotnet } from '../dotnet.mjs';
import { fingerprint } from '../fingerprint.mjs';
import { runQuietly } from '../processes.mjs';
import { SetUpError } from '../set-up-error.mjs';
import { Stamp } from '../stamp.mjs';

const SOURCES = 'psmodule/assembly';
const ASSEMBLY = 'Microsoft.Rtc.Management.dll';

/** Compiles `CSCERT_BUILD_SOURCES` (paths, one a line) into `CSCERT_BUILD_OUTPUT`. */
const ADD_TYPE = [
  "$ErrorActionPreference = 'Stop'",
  '$sources = $env:CSCERT_BUILD_SOURCES -split "`n"',
  'Add-Type -Path $sources -OutputAssembly $env:CSCERT_BUILD_OUTPUT -OutputType Library -IgnoreWarnings',
].join('; ');

/**
 * The .NET types that scripts name, compiled by the .NET SDK or else by a full PowerShell.
 * @type {import('../set-up.mjs').Step}
 */
export const assemblyStep = {
  title: () => "building the module's .NET types",

  isCurrent({ root }) {
    return existsSync(join(outputFolder(root), ASSEMBLY)) && stampOf(root).matches(inputs(root));
  },

  async perform(context) {
    const { root, powershell } = context;
    const madeFrom = inputs(root);
    const built = join(root, '.setup', 'assembly');
    rmSync(built, { recursive: true, force: true });
    mkdirSync(built, { recursive: true });
    const dotnet = await findDotnetSdk('6.0.100');
    if (dotnet !== undefined) await buildWithSdk(root, dotnet, built);
    else if (powershell.kind === 'pwsh') await buildWithPowerShell(root, powershell.path, built);
    else throw new SetUpError('the .NET types of the module need the .NET SDK or a full pwsh to be built');
    putInPlace(built, outputFolder(root));
    stampOf(root).write(madeFrom);
  },
};

/**
 * @param {string} root
 * @param {string} dotnet
 * @param {string} built
 */
async function buildWithSdk(root, dotnet, built) {
  const project = filesEndingIn(join(root, SOURCES), '.csproj')[0];
  if (project === undefined) throw new SetUpError(`${SOURCES} has no project file`);
  const intermediate = `${join(root, '.setup', 'obj', 'assembly')}/`;
  await runDotnet(
    "the build of the module's .NET types",
    dotnet,
    ['build', project, '-c', 'Release', '-o', built, `-p:BaseIntermediateOutputPath=${intermediate}`],
    root,
  );
}

/**
 * @param {string} root
 * @param {string} pwsh
 * @param {string} built
 */
async function buildWithPowerShell(root, pwsh, built) {
  const env = {
    ...process.env,
    CSCERT_BUILD_SOURCES: filesEndingIn(join(root, SOURCES), '.cs').join('\n'),
    CSCERT_BUILD_OUTPUT: join(built, ASSEMBLY),
  };
  const args = ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', ADD_TYPE];
  await runQuietly("the build of the module's .NET types", pwsh, args, { cwd: root, env });
}

/**
 * Full paths, sorted; what a build by hand leaves behind is passed over.
 * @param {string} folder
 * @param {string} ending
 * @returns {string[]}
 */
function filesEndingIn(folder, ending) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === 'bin' || entry.name === 'obj' ? [] : filesEndingIn(path, ending);
      return entry.name.endsWith(ending) ? [path] : [];
    });
}

/**
 * Each file arrives by renaming: a running PowerShell has the old one mapped. Windows does not let a loaded file be
 * replaced, but lets it be renamed.
 * @param {string} built
 * @param {string} target
 */
function putInPlace(built, target) {
  mkdirSync(target, { recursive: true });
  for (const old of readdirSync(target).filter((name) => name.endsWith('.old'))) removeIfFree(join(target, old));
  for (const name of readdirSync(built).filter((file) => file.endsWith('.dll'))) {
    const path = join(target, name);
    if (process.platform === 'win32' && existsSync(path)) renameSync(path, `${path}.${Date.now()}.old`);
    renameSync(join(built, name), path);
  }
}

/** @param {string} path */
function removeIfFree(path) {
  try {
    rmSync(path);
  } catch {
    // Still loaded somewhere.
  }
}

/** @param {string} root */
function outputFolder(root) {
  return join(root, 'psmodule', 'Lync', 'bin');
}

/** @param {string} root */
function inputs(root) {
  return fingerprint(root, [SOURCES]);
}

/** @param {string} root */
function stampOf(root) {
  return new Stamp(root, 'assembly');
}
