import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../api/problem';
import { problemText } from '../ui/ErrorState';
import { setLanguage, startTranslations, i18n } from './i18n';
import { problemsChinese } from './problems.zh-CN';

const repository = resolve(import.meta.dirname, '../../../..');

function sources(folder: string): string {
  return readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.cs') && !/(^|\/)(obj|bin)\//.test(name))
    .map((name) => readFileSync(join(repository, folder, name), 'utf8'))
    .join('\n');
}

describe('refusals on a Chinese page', () => {
  it('have words only for codes that the server knows', () => {
    const known = new Set([...(sources('host/AIWendy.Host') + sources('sdk/AIWendy.Packaging')).matchAll(/"([a-z_]+)"/g)].map((match) => match[1]));
    expect(Object.keys(problemsChinese).filter((code) => !known.has(code))).toEqual([]);
  });

  it('are said in Chinese, with what only the server knows', () => {
    startTranslations('en');
    const t = i18n.getFixedT(null, 'kit') as unknown as (key: string) => string;
    const refused = new ApiProblem(409, 'plugin_refused', 'Its migration failed.', 'r');
    expect(problemText(refused, t)).toBe('Its migration failed.');
    setLanguage('zh-CN');
    expect(problemText(refused, t)).toBe('插件没有启动成功。（Its migration failed.）');
    expect(problemText(new ApiProblem(400, 'package_corrupt', 'The file is no plugin package.', 'r'), t)).toBe('这个文件不是插件包，或在打包之后被改动过。');
    expect(problemText(new ApiProblem(409, 'plugin_refused', '已经用中文说明。', 'r'), t)).toBe('已经用中文说明。');
    setLanguage('en');
  });
});
