// Draws the OpenAPI document. Everything is written as text, never as markup.
const zh = (navigator.language || '').toLowerCase().startsWith('zh');
const words = zh
  ? { filter: '筛选', parameters: '参数', body: '请求内容', responses: '响应', permission: '需要权限', open: '无需登录', none: '没有匹配的接口。', failed: '无法读取 API 描述。', other: '其他' }
  : { filter: 'Filter', parameters: 'Parameters', body: 'Body', responses: 'Responses', permission: 'Permission', open: 'Open to anybody or any known person', none: 'Nothing matches.', failed: 'The description of the API can not be read.', other: 'Other' };

const main = document.getElementById('operations');
const tags = document.getElementById('tags');
const filter = document.getElementById('filter');
document.documentElement.lang = zh ? 'zh-CN' : 'en';
document.getElementById('filter-label').textContent = words.filter;

function element(name, options = {}, ...children) {
  const node = document.createElement(name);
  const { text, ...properties } = options;
  Object.assign(node, properties);
  if (text !== undefined) {
    node.textContent = text;
  }
  node.append(...children.filter(Boolean));
  return node;
}

// A schema as a shape that people read: {"id": "string (uuid)", ...}
function shape(schema, document, seen = []) {
  if (!schema || typeof schema !== 'object') {
    return 'any';
  }
  if (schema.$ref) {
    const name = schema.$ref.split('/').pop();
    return seen.includes(name) ? name : shape(document.components?.schemas?.[name], document, [...seen, name]);
  }
  const choice = schema.oneOf || schema.anyOf;
  if (choice) {
    const real = choice.filter((option) => option.type !== 'null');
    return real.length === 1 ? shape(real[0], document, seen) : real.map((option) => shape(option, document, seen));
  }
  const type = Array.isArray(schema.type) ? schema.type.filter((one) => one !== 'null').join(' | ') : schema.type;
  const nullable = Array.isArray(schema.type) && schema.type.includes('null') ? ' | null' : '';
  if (schema.enum) {
    return schema.enum.filter((one) => one !== null).join(' | ') + nullable;
  }
  if (schema.properties) {
    return Object.fromEntries(Object.entries(schema.properties).map(([key, value]) => [key, shape(value, document, seen)]));
  }
  if (schema.items) {
    return [shape(schema.items, document, seen)];
  }
  if (schema.additionalProperties) {
    return { '*': shape(schema.additionalProperties, document, seen) };
  }
  return (type || 'any') + (schema.format ? ` (${schema.format})` : '') + nullable;
}

function content(media, document) {
  return Object.entries(media || {}).flatMap(([type, { schema }]) => [
    element('code', { text: type }),
    element('pre', { text: JSON.stringify(shape(schema, document), null, 2) }),
  ]);
}

function parameters(list) {
  const rows = list.map((parameter) => element('tr', {},
    element('td', {}, element('code', { text: parameter.name + (parameter.required ? ' *' : '') })),
    element('td', { text: parameter.in }),
    element('td', { text: [shape(parameter.schema, {}), parameter.description].filter(Boolean).join(' · ') })));
  return element('table', {}, element('tbody', {}, ...rows));
}

function operation(path, method, described, document) {
  const body = element('div', { className: 'body' });
  if (described.description) {
    body.append(element('p', { text: described.description }));
  }
  body.append(element('p', { text: described['x-permission'] ? `${words.permission}: ${described['x-permission']}` : words.open }));
  if (described.parameters?.length) {
    body.append(element('h4', { text: words.parameters }), parameters(described.parameters));
  }
  if (described.requestBody) {
    body.append(element('h4', { text: words.body }), ...content(described.requestBody.content, document));
  }
  body.append(element('h4', { text: words.responses }));
  for (const [status, response] of Object.entries(described.responses || {})) {
    body.append(element('p', {}, element('strong', { text: `${status} ` }), response.description || ''), ...content(response.content, document));
  }
  const summary = element('summary', {},
    element('span', { className: 'method', text: method.toUpperCase() }),
    element('span', { className: 'path', text: path }),
    element('span', { text: described.summary || '' }));
  const details = element('details', {}, summary, body);
  details.dataset.search = `${method} ${path} ${described.summary || ''} ${described.operationId || ''}`.toLowerCase();
  return details;
}

function draw(document) {
  const groups = new Map();
  for (const [path, methods] of Object.entries(document.paths || {})) {
    for (const [method, described] of Object.entries(methods)) {
      const tag = described.tags?.[0] || words.other;
      groups.set(tag, [...(groups.get(tag) || []), operation(path, method, described, document)]);
    }
  }
  for (const tag of [...groups.keys()].sort()) {
    const id = `tag-${tag.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
    tags.append(element('a', { href: `#${id}`, text: tag }));
    main.append(element('section', { id }, element('h2', { text: tag }), ...groups.get(tag)));
  }
  const nothing = element('p', { text: words.none, hidden: true });
  main.append(nothing);
  filter.addEventListener('input', () => {
    const wanted = filter.value.trim().toLowerCase();
    for (const section of main.querySelectorAll('section')) {
      const all = [...section.querySelectorAll('details')];
      all.forEach((details) => { details.hidden = !details.dataset.search.includes(wanted); });
      section.hidden = all.every((details) => details.hidden);
    }
    nothing.hidden = [...main.querySelectorAll('section')].some((section) => !section.hidden);
  });
}

try {
  const response = await fetch('/openapi/v1.json');
  draw(await response.json());
} catch {
  main.append(element('p', { text: words.failed }));
}
main.setAttribute('aria-busy', 'false');
