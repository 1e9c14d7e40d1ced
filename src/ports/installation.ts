/** A small file to put in place; `path` as Windows writes it. */
export interface StubFile {
  readonly path: string;
  readonly content: string;
}

/** A link in a folder of this host to a folder of this project. */
export interface ModuleLink {
  readonly path: string;
  readonly target: string;
}

/** What `cscert install` wants to find in place afterwards. */
export interface InstallationPlan {
  /** As Windows writes them. */
  readonly folders: readonly string[];
  readonly files: readonly StubFile[];
  readonly links: readonly ModuleLink[];
  /** Sessions are given the variables that Windows always has. */
  readonly windowsVariables: boolean;
}

/** Paths of this host. */
export interface Installed {
  readonly made: readonly string[];
  /** An earlier installation's, with other content. */
  readonly replaced: readonly string[];
  readonly unchanged: readonly string[];
}

/** Paths of this host. */
export interface Uninstalled {
  readonly removed: readonly string[];
  readonly kept: readonly { readonly path: string; readonly reason: string }[];
}

/**
 * What was put in place, and the note of it by which exactly that is removed again. With `whatIf` the answer is the
 * same and nothing is changed. Errors `InstallationRefused`, `InstallationNoteUnreadable`, `StateFolder…`.
 */
export interface Installation {
  /** All or nothing: what somebody else has put there is refused before anything is made. */
  install(plan: InstallationPlan, whatIf: boolean): Promise<Installed>;
  /** Leaves what was changed since, and says so. */
  uninstall(whatIf: boolean): Promise<Uninstalled>;
  /** Whether sessions are to be given the Windows variables; looks only. */
  givesWindowsVariables(): Promise<boolean>;
  /** Makes a folder of a Windows drive where it is missing. */
  ensureFolder(path: string): Promise<void>;
}
