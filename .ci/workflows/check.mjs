// node check.mjs FILES…: a line per finding; the exit code says whether there was one.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { dependabotFindings } from './dependabot.mjs';
import { workflowFindings } from './workflows.mjs';

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('There are no files to check: node check.mjs FILES…');
  process.exit(1);
}

let count = 0;
for (const file of files) {
  let text;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    console.error(`${file} cannot be read (${error.code})`);
    process.exit(1);
  }
  const find = /^dependabot\.ya?ml$/.test(basename(file)) ? dependabotFindings : workflowFindings;
  const findings = await find(basename(file), text);
  findings.sort((one, other) => one.line - other.line || one.column - other.column);
  for (const { line, column, message } of findings) console.log(`${file}:${line}:${column}: ${message.replaceAll('\n', ' ')}`);
  count += findings.length;
}
console.log(`${files.length} ${files.length === 1 ? 'file' : 'files'}, ${count} ${count === 1 ? 'finding' : 'findings'}`);
process.exitCode = count === 0 ? 0 : 1;
