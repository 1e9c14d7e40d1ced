import type { ReportRenderer } from '../ports/report-renderer.ts';
import { renderHtmlReport } from './html/html-report.tsx';
import { renderXmlLog } from './xml-log.ts';

export const reportRenderer: ReportRenderer = { xml: renderXmlLog, html: renderHtmlReport };
