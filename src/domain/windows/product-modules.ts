/** A module as the product's setup puts it below `C:\Program Files\Common Files`. */
export interface ProductModule {
  readonly folder: string;
  readonly name: 'Lync' | 'SkypeForBusiness';
}

/** What scripts and the product's own management shell load by path, by the version that was installed. */
export const PRODUCT_MODULES: readonly ProductModule[] = [
  { folder: 'Microsoft Lync Server 2010', name: 'Lync' },
  { folder: 'Microsoft Lync Server 2013', name: 'Lync' },
  { folder: 'Skype for Business Server 2015', name: 'SkypeForBusiness' },
  { folder: 'Skype for Business Server 2019', name: 'SkypeForBusiness' },
];

/** The Windows path of a module's manifest below the folder for common files. */
export function manifestPath(commonFiles: string, { folder, name }: ProductModule): string {
  return [commonFiles, folder, 'Modules', name, `${name}.psd1`].join('\\');
}
