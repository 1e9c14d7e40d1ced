import { moduleStub } from '../../domain/windows/module-stub.ts';
import { manifestPath, PRODUCT_MODULES } from '../../domain/windows/product-modules.ts';
import { windowsFolders } from '../../domain/windows/session-variables.ts';
import type { Installation, InstallationPlan, Installed, Uninstalled } from '../../ports/installation.ts';

/** Where an installation finds and puts things. */
export interface InstallationPlaces {
  /** This host's folder of the modules themselves. */
  readonly modules: string;
  /** Names of the modules in it that a full PowerShell should find. */
  readonly moduleNames: readonly string[];
  /** `CommonProgramFiles`, as Windows writes it. */
  readonly commonFiles: string;
  /** This host's folder of the user's own PowerShell modules. */
  readonly userModules: string;
  readonly join: (...names: readonly string[]) => string;
  /** Off Windows its drives are folders of ours, and its variables can be given to a session. */
  readonly emulatesWindows: boolean;
  readonly user: string;
}

export interface InstallationWishes {
  readonly whatIf: boolean;
  /** Links in the user's own module folder as well, for a PowerShell that is started without the launcher. */
  readonly userModules: boolean;
  /** Sessions are given the variables that Windows always has. */
  readonly variables: boolean;
}

export interface InstallationResult extends Installed {
  /** The manifests that scripts can load, as Windows writes them. */
  readonly modules: readonly string[];
  readonly windowsVariables: boolean;
}

/** `cscert install` and `cscert uninstall`. */
export interface InstallationVerbs {
  install(wishes: InstallationWishes): Promise<InstallationResult>;
  uninstall(whatIf: boolean): Promise<Uninstalled>;
}

export function installationVerbsOver(installation: Installation, places: InstallationPlaces): InstallationVerbs {
  return {
    install: async (wishes) => {
      const plan = planOf(places, wishes);
      const installed = await installation.install(plan, wishes.whatIf);
      return {
        modules: plan.files.map(({ path }) => path),
        windowsVariables: plan.windowsVariables,
        ...installed,
      };
    },
    uninstall: (whatIf) => installation.uninstall(whatIf),
  };
}

function planOf(places: InstallationPlaces, wishes: InstallationWishes): InstallationPlan {
  const { commonFiles, modules, moduleNames, userModules, join } = places;
  return {
    folders: places.emulatesWindows ? windowsFolders(places.user) : [],
    files: PRODUCT_MODULES.map((module) => ({
      path: manifestPath(commonFiles, module),
      content: moduleStub(module, (...names) => join(modules, ...names)),
    })),
    links: wishes.userModules
      ? moduleNames.map((name) => ({ path: join(userModules, name), target: join(modules, name) }))
      : [],
    windowsVariables: wishes.variables && places.emulatesWindows,
  };
}
