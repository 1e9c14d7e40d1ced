/** The modules of this project, each a folder beside the others. */
export const MODULE_NAMES = ['Lync', 'SkypeForBusiness', 'CsEmulator', 'PKI'] as const;
