import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const repository = join(import.meta.dirname, '../../../..');

function files(folder: string): string[] {
  return readdirSync(join(repository, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(css|tsx)$/.test(entry.name) && !/\.test\.tsx$|tokens\.css$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/node_modules|[\\/](bin|obj)[\\/]/.test(path));
}

describe('colours', () => {
  it('stand in tokens.css alone', () => {
    const offenders = ['sdk/web/src', 'host/web/src', 'plugins'].flatMap(files).filter((path) => /#[0-9a-f]{3,8}\b(?!-)|\b(rgb|hsl|oklch)a?\((?!0 0 0)/i.test(readFileSync(path, 'utf8').replace(/href=["'{`]+#[\w-]+/g, '')));
    expect(offenders.map((path) => relative(repository, path))).toEqual([]);
  });
});
