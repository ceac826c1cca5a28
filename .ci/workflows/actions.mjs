// What is known of the actions that workflows use, without asking a server.
// In actions.json "version" is what the workflows use and "readAt" the commit whose action.yml was read, which is another one where
// that of the version was not at hand; "unconfirmed" is an input that this text does not have, or does not describe so.
import { readFileSync } from 'node:fs';

const known = JSON.parse(readFileSync(new URL('actions.json', import.meta.url), 'utf8'));

export const actionOf = uses => uses.split('@')[0];

export const factsOf = action => (Object.hasOwn(known, action) ? known[action] : undefined);

/** In the form that the language service asks for. */
export const metadataProvider = {
  async fetchActionMetadata({ owner, name, path }) {
    const facts = factsOf(path ? `${owner}/${name}/${path}` : `${owner}/${name}`);
    return facts && { inputs: entries(facts.inputs, input), outputs: entries(facts.outputs, () => ({})) };
  },
};

function entries(named, value) {
  // Without a prototype, so that no input counts as known because every object has something of its name.
  const result = Object.create(null);
  for (const [name, facts] of Object.entries(named)) result[name] = value(facts);
  return result;
}

const input = ({ required, default: hasDefault, deprecated }) => ({
  required,
  default: hasDefault ? '' : undefined,
  deprecationMessage: deprecated && 'This input is deprecated',
});

const pinned = /^\s*(?:-\s+)?uses:\s*(['"]?)([^\s@'"]+)@[^\s'"]+\1\s+#\s*v(\d+)/;

/** Facts of another major version prove nothing. */
export function versionFindings(text) {
  return text.split('\n').flatMap((line, index) => {
    const [, , action, major] = pinned.exec(line) ?? [];
    const version = action && factsOf(action)?.version;
    return version && version.split('.')[0] !== major
      ? [{
          line: index + 1,
          column: line.indexOf('uses:') + 1,
          message: `${action} is known as ${version}, not v${major}; write its inputs into .ci/workflows/actions.json`,
        }]
      : [];
  });
}

/** The steps whose inputs nobody could check. */
export function unknownActions(template) {
  const steps = template.jobs?.flatMap(job => job.steps ?? []) ?? [];
  return steps.filter(step => step.uses && !factsOf(actionOf(step.uses.value))).map(step => ({
    line: step.uses.range?.start.line ?? 1,
    column: step.uses.range?.start.column ?? 1,
    message: `${actionOf(step.uses.value)} is not in .ci/workflows/actions.json, so that its inputs cannot be checked; add it there`,
  }));
}
