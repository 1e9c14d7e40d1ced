import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { findDotnetSdk, runDotnet } from '../dotnet.mjs';
import { fingerprint } from '../fingerprint.mjs';
import { runQuietly } from '../processes.mjs';
import { SetUpError } from '../set-up-error.mjs';
import { Stamp } from '../stamp.mjs';

const SOURCES = 'psmodule/assembly';
const ASSEMBLY = 'Microsoft.Rtc.Management.dll';
const DRIVE_SOURCES = 'psmodule/certificate-drive';
const DRIVE_ASSEMBLY = 'Microsoft.Rtc.Management.CertificateDrive.dll';
/** Where the drive's assembly ends up; PowerShell names a provider after this file. */
const DRIVE_PLACE = join('certificate-drive', 'Microsoft.PowerShell.Security.dll');

/**
 * Compiles `CSCERT_BUILD_SOURCES` (paths, one a line) into `CSCERT_BUILD_OUTPUT`, against `CSCERT_BUILD_REFERENCE`
 * where there is one.
 */
const ADD_TYPE = [
  "$ErrorActionPreference = 'Stop'",
  '$sources = $env:CSCERT_BUILD_SOURCES -split "`n"',
  // Named references replace the default one to PowerShell itself.
  '$reference = if ($env:CSCERT_BUILD_REFERENCE) { @{ ReferencedAssemblies = $env:CSCERT_BUILD_REFERENCE, [psobject].Assembly.Location } } else { @{} }',
  'Add-Type -Path $sources -OutputAssembly $env:CSCERT_BUILD_OUTPUT -OutputType Library -IgnoreWarnings @reference',
].join('; ');

/**
 * The .NET types that scripts name, compiled by the .NET SDK or else by a full PowerShell.
 * @type {import('../set-up.mjs').Step}
 */
export const assemblyStep = {
  title: () => "building the module's .NET types",

  isCurrent({ root }) {
    const present = [ASSEMBLY, DRIVE_PLACE].every((name) => existsSync(join(outputFolder(root), name)));
    return present && stampOf(root).matches(inputs(root));
  },

  async perform(context) {
    const { root, powershell } = context;
    const madeFrom = inputs(root);
    const built = join(root, '.setup', 'assembly');
    rmSync(built, { recursive: true, force: true });
    mkdirSync(join(built, dirname(DRIVE_PLACE)), { recursive: true });
    const build = await builder(root, powershell);
    await build(SOURCES, join(built, ASSEMBLY), undefined);
    await build(DRIVE_SOURCES, join(built, DRIVE_ASSEMBLY), join(built, ASSEMBLY));
    renameSync(join(built, DRIVE_ASSEMBLY), join(built, DRIVE_PLACE));
    for (const name of [ASSEMBLY, DRIVE_PLACE]) putInPlace(join(built, name), join(outputFolder(root), name));
    stampOf(root).write(madeFrom);
  },
};

/**
 * Compiles a folder of sources into an assembly, against another one where it is given.
 * @typedef {(sources: string, assembly: string, reference: string | undefined) => Promise<void>} Build
 */

/**
 * @param {string} root
 * @param {import('../set-up.mjs').PowerShell} powershell
 * @returns {Promise<Build>}
 */
async function builder(root, powershell) {
  const dotnet = await findDotnetSdk('6.0.100');
  if (dotnet !== undefined) return (...build) => buildWithSdk(root, dotnet, ...build);
  if (powershell.kind === 'pwsh') return (...build) => buildWithPowerShell(root, powershell.path, ...build);
  throw new SetUpError('the .NET types of the module need the .NET SDK or a full pwsh to be built');
}

/**
 * @param {string} root
 * @param {string} dotnet
 * @param {string} sources
 * @param {string} assembly
 * @param {string | undefined} reference
 */
async function buildWithSdk(root, dotnet, sources, assembly, reference) {
  const project = filesEndingIn(join(root, sources), '.csproj')[0];
  if (project === undefined) throw new SetUpError(`${sources} has no project file`);
  const intermediate = `${join(root, '.setup', 'obj', basename(sources))}/`;
  const properties = [`-p:BaseIntermediateOutputPath=${intermediate}`];
  if (reference !== undefined) properties.push(`-p:ModuleAssembly=${reference}`);
  await runDotnet(
    "the build of the module's .NET types",
    dotnet,
    ['build', project, '-c', 'Release', '-o', dirname(assembly), ...properties],
    root,
  );
}

/**
 * @param {string} root
 * @param {string} pwsh
 * @param {string} sources
 * @param {string} assembly
 * @param {string | undefined} reference
 */
async function buildWithPowerShell(root, pwsh, sources, assembly, reference) {
  const env = {
    ...process.env,
    CSCERT_BUILD_SOURCES: filesEndingIn(join(root, sources), '.cs').join('\n'),
    CSCERT_BUILD_OUTPUT: assembly,
    CSCERT_BUILD_REFERENCE: reference ?? '',
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
 * A file arrives by renaming: a running PowerShell has the old one mapped. Windows does not let a loaded file be
 * replaced, but lets it be renamed.
 * @param {string} built
 * @param {string} path
 */
function putInPlace(built, path) {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder).filter((name) => name.endsWith('.old'))) removeIfFree(join(folder, old));
  if (process.platform === 'win32' && existsSync(path)) renameSync(path, `${path}.${Date.now()}.old`);
  renameSync(built, path);
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
  return fingerprint(root, [SOURCES, DRIVE_SOURCES]);
}

/** @param {string} root */
function stampOf(root) {
  return new Stamp(root, 'assembly');
}
