import type { Actor, Disposition, PollTicket } from '../../../domain/request/stored-request.ts';
import { DamagedRow } from './store-fault.ts';

type Fields = Readonly<Record<string, unknown>>;

export function stringListFromJson(json: string): readonly string[] {
  const value = parse(json);
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string'))
    throw new DamagedRow(`a list reads ${json}`);
  return value;
}

export function actorToJson(actor: Actor): string {
  return JSON.stringify(actor);
}

/** `share` may give an equal text that is in memory already. */
export function actorFromJson(json: string, share: (text: string) => string = (text) => text): Actor {
  const fields = parseObject(json);
  const { connectedUser, processMark } = fields;
  return {
    osUser: share(text(fields, 'osUser')),
    connectedUser: connectedUser === undefined ? undefined : share(text(fields, 'connectedUser')),
    host: share(text(fields, 'host')),
    processId: number(fields, 'processId'),
    ...(processMark !== undefined && { processMark: share(text(fields, 'processMark')) }),
    at: dateFromText(text(fields, 'at')),
  };
}

export function dispositionFromJson(json: string): Disposition {
  const fields = parseObject(json);
  return { hresult: number(fields, 'hresult'), message: text(fields, 'message') };
}

export function pollFromJson(json: string): PollTicket {
  const fields = parseObject(json);
  return { cookie: text(fields, 'cookie'), earliestNextPoll: dateFromText(text(fields, 'earliestNextPoll')) };
}

export function dateFromText(value: string): Date {
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) throw new DamagedRow(`a time reads ${value}`);
  return date;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new DamagedRow(`a value reads ${json}`);
  }
}

function parseObject(json: string): Fields {
  const value = parse(json);
  if (typeof value !== 'object' || value === null) throw new DamagedRow(`a value reads ${json}`);
  return { ...value };
}

function text(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value !== 'string') throw new DamagedRow(`${name} has no text`);
  return value;
}

function number(fields: Fields, name: string): number {
  const value = fields[name];
  if (typeof value !== 'number') throw new DamagedRow(`${name} has no number`);
  return value;
}
