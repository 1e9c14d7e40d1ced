import { join } from 'node:path';
import { commandError } from '../../domain/errors/catalogue.ts';
import type { LogFiles, LogPair } from '../../ports/log-files.ts';
import { fileFaultReason } from './file-fault.ts';
import { locateTarget, withFileErrors } from './output-target.ts';
import { beginExclusiveFile, type PendingFile } from './pending-file.ts';
import { type FileRules, windowsDrives } from './refused-places.ts';
import { beginReplacement } from './replacing-file.ts';
import { inReportFolder, isReportFolder } from './report-folder.ts';
import { reportPaths } from './report-names.ts';

/** A file of a pair, its place already taken. */
interface ReservedFile {
  readonly path: string;
  readonly file: PendingFile;
}

/** Logs and reports under the given rules; `temporaryFolder` is absolute. */
export function createLogFiles(rules: FileRules, temporaryFolder: string): LogFiles {
  const drives = windowsDrives(rules);
  const locate = (path: string, location: string) => locateTarget('Report', path, location, rules, drives);
  return {
    reserveDefault: async (cmdlet, guid) => {
      const stem = join(temporaryFolder, `${cmdlet}-${guid}`);
      const begin = (path: string) => ({ path, file: withLogErrors(path, () => beginExclusiveFile(path)) });
      return reservePair([`${stem}.xml`, `${stem}.html`], begin);
    },
    reserveReport: async (path, location, ownName) => {
      const isFolder = isReportFolder(path, location, drives);
      const { xmlPath, htmlPath } = reportPaths(isFolder ? inReportFolder(path, ownName) : path);
      const begin = (half: string) => {
        const target = locate(half, location);
        return { path: target.path, file: withFileErrors('Report', half, () => beginReplacement(target, false)) };
      };
      locate(htmlPath, location);
      return reservePair([xmlPath, htmlPath], begin);
    },
    examineReport: async (path, location) => {
      if (isReportFolder(path, location, drives)) return undefined;
      const { xmlPath, htmlPath } = reportPaths(path);
      return { xmlPath: locate(xmlPath, location).path, htmlPath: locate(htmlPath, location).path };
    },
  };
}

/** Takes both places or none. */
function reservePair([xmlPath, htmlPath]: readonly [string, string], begin: (path: string) => ReservedFile): LogPair {
  const xml = begin(xmlPath);
  try {
    return pairOf(xml, begin(htmlPath));
  } catch (error) {
    xml.file.abandon();
    throw error;
  }
}

function pairOf(xml: ReservedFile, html: ReservedFile): LogPair {
  // The first made the folders, so it goes last.
  const release = async (): Promise<void> => {
    html.file.abandon();
    xml.file.abandon();
  };
  return {
    xmlPath: xml.path,
    htmlPath: html.path,
    write: async (xmlText, htmlText) => {
      try {
        for (const [{ path, file }, text] of [
          [xml, xmlText],
          [html, htmlText],
        ] as const) {
          withLogErrors(path, () => {
            file.append(text);
            file.finish();
          });
        }
      } finally {
        await release();
      }
    },
    release,
  };
}

function withLogErrors<Result>(path: string, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    const reason = fileFaultReason(error);
    if (reason === undefined) throw error;
    throw commandError('LogFileNotWritten', { path, reason }, { target: path, cause: error });
  }
}
