/** The part of JSON Schema that a settings panel draws. */
export interface SettingSchema {
  type?: string | string[];
  title?: string;
  'x-title-zh'?: string;
  description?: string;
  'x-description-zh'?: string;
  default?: unknown;
  enum?: (string | number)[];
  format?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  writeOnly?: boolean;
  items?: SettingSchema;
  properties?: Record<string, SettingSchema>;
  required?: string[];
}

export type Control = 'switch' | 'select' | 'number' | 'secret' | 'text' | 'lines' | 'json';

export interface Setting {
  name: string;
  schema: SettingSchema;
  control: Control;
  required: boolean;
}

/** Every setting of a schema with the control that fits it; what is too rich for a field is edited as JSON. */
export function settingsOf(schema: SettingSchema): Setting[] {
  return Object.entries(schema.properties ?? {}).map(([name, one]) => ({ name, schema: one, control: controlOf(one), required: schema.required?.includes(name) ?? false }));
}

export function typeOf(schema: SettingSchema): string | undefined {
  return Array.isArray(schema.type) ? schema.type.find((type) => type !== 'null') : schema.type;
}

function controlOf(schema: SettingSchema): Control {
  const type = typeOf(schema);
  if (schema.writeOnly && type === 'string') {
    return 'secret';
  }
  if (schema.enum) {
    return 'select';
  }
  switch (type) {
    case 'boolean':
      return 'switch';
    case 'integer':
    case 'number':
      return 'number';
    case 'string':
      return 'text';
    case 'array':
      return typeOf(schema.items ?? {}) === 'string' && !schema.items?.enum ? 'lines' : 'json';
    default:
      return 'json';
  }
}

/** What fields hold while they are edited. */
export type Draft = Record<string, string | boolean>;

/** The fields of what is saved; the schema's defaults fill what is not. */
export function toDraft(settings: readonly Setting[], values: Record<string, unknown>): Draft {
  return Object.fromEntries(
    settings.map(({ name, schema, control }) => {
      const value = values[name] ?? schema.default;
      switch (control) {
        case 'switch':
          return [name, value === true];
        case 'secret':
          return [name, ''];
        case 'lines':
          return [name, Array.isArray(value) ? value.join('\n') : ''];
        case 'json':
          return [name, value === undefined ? '' : JSON.stringify(value, null, 2)];
        default:
          return [name, typeof value === 'string' || typeof value === 'number' ? String(value) : ''];
      }
    }),
  );
}

export interface Outcome {
  values: Record<string, unknown>;
  /** Names of the settings that cannot be read, with the key of the reason. */
  errors: Record<string, string>;
}

/** What fields hold, as settings. An empty field is left out; a secret that is left out stays as it is. */
export function fromDraft(settings: readonly Setting[], draft: Draft, removed: ReadonlySet<string>): Outcome {
  const outcome: Outcome = { values: {}, errors: {} };
  for (const setting of settings) {
    const { name, schema, control } = setting;
    const entered = draft[name];
    if (control === 'switch') {
      outcome.values[name] = entered === true;
      continue;
    }
    const text = typeof entered === 'string' ? entered : '';
    if (control === 'secret') {
      if (removed.has(name)) {
        outcome.values[name] = null;
      } else if (text !== '') {
        outcome.values[name] = text;
      }
      continue;
    }
    if (text.trim() === '' && control !== 'lines') {
      if (setting.required) {
        outcome.errors[name] = 'required';
      }
      continue;
    }
    try {
      outcome.values[name] = parse(control, schema, text);
    } catch {
      outcome.errors[name] = control === 'number' ? 'number' : 'json';
    }
  }
  return outcome;
}

function parse(control: Control, schema: SettingSchema, text: string): unknown {
  switch (control) {
    case 'number':
      return number(text, typeOf(schema) === 'integer');
    case 'select':
      return schema.enum?.find((one) => String(one) === text) ?? text;
    case 'lines':
      return text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
    case 'json':
      return JSON.parse(text) as unknown;
    default:
      return text;
  }
}

function number(text: string, isWhole: boolean): number {
  const value = Number(text.trim());
  if (!Number.isFinite(value) || (isWhole && !Number.isInteger(value))) {
    throw new Error('not a number');
  }
  return value;
}

/** Messages of the server by setting; its paths look like `$.limits.day`. */
export function errorsByName(errors: Readonly<Record<string, readonly string[]>>): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).map(([path, messages]) => [path.replace(/^\$\.?/, '').split(/[.[]/)[0] ?? '', messages.join(' ')]));
}
