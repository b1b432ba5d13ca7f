import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import typescript from 'typescript-eslint';

const source = ['host/web/**/*.{ts,tsx}', 'sdk/web/**/*.{ts,tsx}', 'plugins/*/*/web/**/*.{ts,tsx}', 'tests/e2e/**/*.ts'];

export default typescript.config(
  { ignores: ['**/node_modules/**', '**/bin/**', '**/obj/**', 'artifacts/**', '**/*.gen.ts'] },
  {
    files: source,
    extends: [js.configs.recommended, ...typescript.configs.strict, ...typescript.configs.stylistic],
    languageOptions: { globals: globals.browser, parserOptions: { ecmaFeatures: { jsx: true } } },
    plugins: { 'react-hooks': hooks },
    rules: {
      ...hooks.configs.recommended.rules,
      'react-hooks/set-state-in-effect': 'off',
      'react-hooks/refs': 'off',
      'react-hooks/immutability': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', prefer: 'type-imports' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'no-restricted-properties': ['error', { object: 'window', property: 'confirm' }, { object: 'window', property: 'alert' }],
      'no-restricted-globals': ['error', 'confirm', 'alert', 'prompt'],
      'no-restricted-syntax': [
        'error',
        { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'Text is never HTML here.' },
        { selector: "AssignmentExpression[left.property.name='innerHTML']", message: 'Text is never HTML here.' },
      ],
      eqeqeq: 'error',
    },
  },
  {
    files: ['plugins/*/*/web/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'react-router', message: 'Take it from @aiwendy/sdk.' },
            { name: 'react-i18next', message: 'Take useT from @aiwendy/sdk.' },
          ],
          patterns: [{ regex: '(host|sdk)/web', message: 'Plugins know @aiwendy/sdk alone.' }],
        },
      ],
    },
  },
  {
    files: ['**/*.test.{ts,tsx}', 'tests/e2e/**/*.ts'],
    rules: {
      'no-restricted-imports': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['host/web/scripts/**/*.mjs', 'tools/**/*.mjs', 'host/web/public/**/*.js'],
    extends: [js.configs.recommended],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
);
