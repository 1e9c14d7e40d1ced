import { createExportFiles } from '../adapters/files/export-files.ts';
import type { Configuration } from '../boot/configuration.ts';
import type { ExportedFile } from '../cli/save-export.ts';
import type { Append } from '../ports/export-files.ts';
import { exportRules } from './file-rules.ts';

/** What the command line exports. */
export async function saveExport(
  configuration: Configuration,
  { path, isSecret }: ExportedFile,
  fill: (append: Append) => Promise<void> | void,
): Promise<string> {
  const files = createExportFiles(await exportRules(configuration, path));
  const location = process.cwd();
  return files.write({ path, location, isSecret, replaces: 'an earlier export', makesFolders: true }, fill);
}
