/** Refusals that the server words in English only, by their code. */
export const problemsChinese: Readonly<Record<string, string>> = {
  data_shared: '另一个插件把数据保存在同一个模式中，因此不能删除。',
  feed_invalid: '无法读取插件源。',
  feed_unavailable: '无法使用插件源。',
  has_dependants: '有插件依赖它，会随之停止。',
  installation_changed: '期间有人更改过这个插件，请重新查看。',
  key_invalid: '无法读取这个密钥。',
  licence_expired: '这项功能的许可证已过期。你的数据仍可查看和导出。',
  licence_invalid: '这个许可证无效。',
  licence_required: '这项功能需要包含它的许可证。',
  no_earlier_version: '没有保留更早的版本。',
  no_feed: '没有配置插件源。请设置 AIWENDY_FEED。',
  not_in_feed: '插件源中没有这个插件或这个版本。',
  not_removable: '不能移除。',
  package_corrupt: '这个文件不是插件包，或在打包之后被改动过。',
  package_exists: '同一版本已经存在。',
  package_hash: '插件包中的文件与它的校验值不符。',
  package_manifest: '插件包的清单有误。',
  package_mismatch: '插件包的清单与其中的程序不符。',
  package_not_found: '没有找到这个插件包。插件包只保留一天，请重新上传。',
  package_path: '插件包中有不允许的路径。',
  package_platform: '插件包中有适用于其他平台的文件。',
  package_sdk: '插件包与这个版本的 SDK 不兼容。',
  package_signature: '插件包的签名有误。',
  package_too_large: '插件包超过了大小限制。',
  plan_required: '你的套餐不包含这项功能。',
  plugin_disabled: '插件已停用，请先启用。',
  plugin_not_found: '没有安装这个插件。',
  plugin_refused: '插件没有启动成功。',
  replica_behind: '插件已移除，但另一个副本可能还在使用，因此保留了数据。请稍后再次移除。',
  schema_incompatible: '较新的版本改过数据表，这个版本读不了。',
};

/** Codes whose English sentence names what the Chinese one does not. */
const withDetail = new Set(['feed_invalid', 'feed_unavailable', 'has_dependants', 'key_invalid', 'licence_invalid', 'not_removable', 'package_manifest', 'package_mismatch', 'package_path', 'package_platform', 'package_sdk', 'plugin_refused']);

/** What a refusal says on a Chinese page; null where the server has said it in Chinese, or nobody knows the code. */
export function problemInChinese(code: string, detail: string): string | null {
  const text = problemsChinese[code];
  if (text === undefined || /\p{Script=Han}/u.test(detail)) {
    return null;
  }
  return withDetail.has(code) && detail ? `${text}（${detail}）` : text;
}
