// Checks dependabot.yml for the keys that Slipway writes, after GitHub's options reference; there is no published checker.
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';

const ecosystems = ['bun', 'bundler', 'cargo', 'composer', 'devcontainers', 'docker', 'docker-compose', 'dotnet-sdk', 'elm',
  'github-actions', 'gitsubmodule', 'gomod', 'gradle', 'helm', 'maven', 'mix', 'npm', 'nuget', 'pip', 'pub', 'rust-toolchain',
  'swift', 'terraform', 'uv', 'vcpkg'];
const intervals = ['daily', 'weekly', 'monthly', 'quarterly', 'semiannually', 'yearly', 'cron'];
const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

// A value is described by a function from its node to complaints, or by the fields of a mapping; * stands for any name.
const text = node => (isScalar(node) && typeof node.value === 'string' && node.value ? [] : [[node, 'must be a text']]);
const whole = least => node => (isScalar(node) && Number.isInteger(node.value) && node.value >= least ? [] : [[node, `must be a whole number from ${least}`]]);
const oneOf = values => node => (isScalar(node) && values.includes(node.value) ? [] : [[node, `must be one of ${values.join(', ')}`]]);
const listOf = item => node => (isSeq(node) && node.items.length > 0 ? node.items.flatMap(each => check(each, item)) : [[node, 'must be a list with something in it']]);

const update = {
  required: ['package-ecosystem', 'schedule'],
  fields: {
    'package-ecosystem': oneOf(ecosystems),
    directory: text,
    directories: listOf(text),
    schedule: {
      required: ['interval'],
      fields: { interval: oneOf(intervals), day: oneOf(days), time: text, timezone: text, cronjob: text },
    },
    'open-pull-requests-limit': whole(0),
    cooldown: {
      required: [],
      fields: {
        'default-days': whole(1), 'semver-major-days': whole(1), 'semver-minor-days': whole(1), 'semver-patch-days': whole(1),
        include: listOf(text), exclude: listOf(text),
      },
    },
    groups: {
      required: [],
      fields: {
        '*': {
          required: [],
          fields: {
            'applies-to': oneOf(['version-updates', 'security-updates']), 'dependency-type': oneOf(['development', 'production']),
            patterns: listOf(text), 'exclude-patterns': listOf(text), 'update-types': listOf(oneOf(['major', 'minor', 'patch'])),
          },
        },
      },
    },
    labels: listOf(text),
    assignees: listOf(text),
    'commit-message': {
      required: [],
      fields: { prefix: text, 'prefix-development': text, include: oneOf(['scope']) },
    },
    'target-branch': text,
    'rebase-strategy': oneOf(['auto', 'disabled']),
    'versioning-strategy': oneOf(['auto', 'increase', 'increase-if-necessary', 'lockfile-only', 'widen']),
  },
};
const file = { required: ['version', 'updates'], fields: { version: oneOf([2]), updates: listOf(update) } };

function check(node, expected) {
  if (typeof expected === 'function') return expected(node);
  if (!isMap(node)) return [[node, 'must be a mapping']];
  const keys = node.items.map(pair => pair.key.value);
  const complaints = expected.required.filter(key => !keys.includes(key)).map(key => [node, `${key} is missing`]);
  for (const { key, value } of node.items) {
    const field = expected.fields[key.value] ?? expected.fields['*'];
    complaints.push(...(field
      ? check(value ?? key, field).map(([place, message]) => [place, /^must/.test(message) && place === value ? `${key.value} ${message}` : message])
      : [[key, `${key.value} is not known here`]]));
  }
  if (expected === update && keys.includes('directory') === keys.includes('directories'))
    complaints.push([node, 'either directory or directories must say where to look']);
  return complaints;
}

export async function dependabotFindings(_, content) {
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines });
  const placed = (offset, message) => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col, message };
  };
  const broken = [...document.errors, ...document.warnings].map(error => placed(error.pos[0], error.message.split('\n')[0]));
  if (broken.length > 0) return broken;
  return check(document.contents, file).map(([node, message]) => placed(node?.range?.[0] ?? 0, message));
}
