import type { ProductModule } from './product-modules.ts';

/** The modules' own identities, by which a session tells them from the product's (psmodule/…/*.psd1). */
const GUIDS = {
  Lync: 'c72cb37a-cb3d-49bf-922e-01ab293cc278',
  SkypeForBusiness: '1db57e1b-39b4-4612-beb5-e744fdd56b72',
} as const;

/**
 * A manifest that loads the module of this project that goes by the same name. It exports whatever that one exports;
 * `at` gives this host's path of something in the folder of the modules.
 */
export function moduleStub({ name }: ProductModule, at: (...names: readonly string[]) => string): string {
  const nested = name === 'Lync' ? [at('Lync', 'Lync.psm1')] : [at(name, `${name}.psm1`), at('Lync', 'Lync.psm1')];
  return `# Made by "cscert install", so that scripts find the module where the product's setup puts it; "cscert uninstall" removes
# it. It loads the emulation, which talks to no real server.
@{
    ModuleVersion = '0.1.0'
    GUID = '${GUIDS[name]}'
    Description = 'The module ${name} of the request-cscertificate project, under the path of the product.'
    PowerShellVersion = '7.4'
    CompatiblePSEditions = @('Core')
    NestedModules = @(${nested.map(quoted).join(', ')})
    FormatsToProcess = @(${quoted(at('Lync', 'Lync.format.ps1xml'))})
    TypesToProcess = @(${quoted(at('Lync', 'Lync.types.ps1xml'))})
    CmdletsToExport = '*'
    FunctionsToExport = @()
    AliasesToExport = @()
    VariablesToExport = @()
}
`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
