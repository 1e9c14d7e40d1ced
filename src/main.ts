import { dirname } from 'node:path';
import type { AuthorityVerbs } from './app/authority/authority-verbs.ts';
import type { CertificateVerbs } from './app/certificate-verbs.ts';
import type { InstallationVerbs } from './app/installation/installation-verbs.ts';
import type { StoreVerbs } from './app/store/store-verbs.ts';
import type { Verbs } from './app/verbs.ts';
import { readConfiguration, readInstallationSettings, takeSecrets } from './boot/configuration.ts';
import { loadChunk, writeCodeCaches } from './boot/load-chunk.ts';
import { serve } from './boot/serve.ts';
import type * as CommandLineChunk from './chunks/command-line.ts';
import type * as EngineChunk from './chunks/engine.ts';
import type * as InstallationChunk from './chunks/installation.ts';

/*
 * The engine's one entry point. It stays small so that the first answer comes at once; everything else is in chunks
 * that are loaded when they are needed. Modes: `rpc` (PowerShell's line), `cli ARGS` (the same verbs by hand),
 * `--make-code-cache` (set-up).
 */

const folder = dirname(process.argv[1] ?? '');
const configuration = readConfiguration(process.env, folder);
const settings = readInstallationSettings(process.env);
const secrets = takeSecrets(process.env);
let verbs: Verbs | undefined;
let line: EngineChunk.LineEngine | undefined;

function engine(): typeof EngineChunk {
  return loadChunk(folder, 'engine') as typeof EngineChunk;
}

function loadVerbs(): Verbs {
  const present = verbs ?? engine().createVerbs(configuration);
  verbs = present;
  return present;
}

function loadLine(): EngineChunk.LineEngine {
  line ??= engine().createLineEngine(configuration, settings);
  return line;
}

function authorityVerbs(): AuthorityVerbs {
  return engine().createAuthorityVerbs(configuration);
}

function storeVerbs(): StoreVerbs {
  return engine().createStoreVerbs(configuration);
}

function certificateVerbs(): CertificateVerbs {
  return engine().createCertificateVerbs(configuration);
}

function installationVerbs(): InstallationVerbs {
  const chunk = loadChunk(folder, 'installation') as typeof InstallationChunk;
  return chunk.createInstallationVerbs(configuration, settings);
}

async function main(mode: string | undefined, args: readonly string[]): Promise<void> {
  switch (mode) {
    case 'rpc':
      return serve({ methods: () => loadLine().methods, close: async () => line?.close() });
    case 'cli': {
      const commandLine = loadChunk(folder, 'command-line') as typeof CommandLineChunk;
      process.exitCode = await commandLine.run(args, {
        saveExport: (file, fill) => engine().saveExport(configuration, file, fill),
        verbs: loadVerbs,
        certificateVerbs,
        authorityVerbs,
        storeVerbs,
        installationVerbs,
        sessionVariables: () => engine().sessionVariables(configuration, settings, async (name) => process.env[name]),
        configuration,
        secrets,
      });
      return;
    }
    case '--make-code-cache':
      await engine().warmUp(configuration);
      await (loadChunk(folder, 'command-line') as typeof CommandLineChunk).warmUp();
      return writeCodeCaches(folder);
    default:
      process.stderr.write('usage: main.cjs rpc | cli ARGS | --make-code-cache\n');
      process.exitCode = 2;
  }
}

void main(process.argv[2], process.argv.slice(3));
