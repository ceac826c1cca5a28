// Each kind of mistake that the checkers are there for, and what today's syntax allows.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { dependabotFindings } from './dependabot.mjs';
import { workflowFindings } from './workflows.mjs';

const checkout = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1';
const start = 'on: push\njobs:\n';
const job = (body, name = 'a') => `  ${name}:\n    runs-on: ubuntu-24.04\n${body.replace(/^(?=.)/gm, '    ')}\n`;
const steps = (...items) => `steps:\n${items.map(item => `  - ${item.replaceAll('\n', '\n    ')}`).join('\n')}`;
const one = (...items) => start + job(steps(...items));
const headed = head => `on: push\n${head}\njobs:\n${job(steps('run: true'))}`;
const needing = (...needs) => start + needs.map(([name, ...on]) => job(`needs: [${on}]\n${steps('run: true')}`, name)).join('');

const mistakes = [
  ['no on', 'jobs:\n' + job(steps('run: true')), /Required property is missing: on/, 1],
  ['no jobs', 'on: push\n', /Required property is missing: jobs/, 1],
  ['an empty file', '', /Expected a scalar value, a sequence, or a mapping/, 1],
  ['a list instead of a workflow', '- a\n', /A sequence was not expected/, 1],
  ['YAML that is none', 'on: [push\njobs: {}\n', /./],
  ['a duplicate key', 'on: push\non: push\njobs:\n' + job(steps('run: true')), /'on' is already defined/, 2],
  ['an unknown key', headed('permission: {}'), /Unexpected value 'permission'/, 2],
  ['an unknown event', one('run: true').replace('push', 'pushed'), /Unexpected value 'pushed'/, 1],
  ['an unknown filter of an event', one('run: true').replace('on: push', 'on:\n  push:\n    branch: [main]'), /Unexpected value 'branch'/, 3],
  ['an unknown kind of an event', one('run: true').replace('on: push', 'on:\n  release:\n    types: [made]'), /Unexpected value 'made'/, 3],
  ['an hour that no day has', one('run: true').replace('on: push', 'on:\n  schedule:\n    - cron: 0 25 * * *'), /Invalid cron/, 3],
  ['a schedule more frequent than there is', one('run: true').replace('on: push', "on:\n  schedule:\n    - cron: '*/2 * * * *'"), /at most every 5 minutes/, 3],
  ['an unknown kind of an input', one('run: true').replace('on: push', 'on:\n  workflow_dispatch:\n    inputs:\n      a:\n        type: text'), /text/, 5],
  ['an unknown permission', headed('permissions:\n  content: read'), /Unexpected value 'content'/, 3],
  ['an unknown value of a permission', headed('permissions:\n  contents: reed'), /Unexpected value 'reed'/, 3],
  ['an id of a job with a blank', start + job(steps('run: true'), '"a b"'), /identifier 'a b' is invalid/, 3],
  ['a job without runs-on', start + '  a:\n    steps:\n      - run: true\n', /Required property is missing: runs-on/, 4],
  ['a timeout that is none', start + job('timeout-minutes: soon\n' + steps('run: true')), /soon/, 5],
  ['a job that needs an unknown one', needing(['c'], ['a', 'b']), /unknown job 'b'/, 10],
  ['jobs that need each other', needing(['a', 'b'], ['b', 'a']), /at least one job with no dependencies/],
  ['a circle of jobs beside a sound one', needing(['c'], ['a', 'b'], ['b', 'a']), /depends on itself|cycle/i],
  ['an empty step', one('{}'), /./, 6],
  ['a step with run and uses', one(`run: true\nuses: ${checkout}`), /Unexpected value 'uses'|run/, 7],
  ['two steps of one id', one('id: x\nrun: true', 'id: x\nrun: true'), /identifier 'x' may not be used more than once/, 8],
  ['an expression that does not end', one('run: ${{ github.sha'), /expression/, 6],
  ['an expression with two operators', one('env:\n  A: ${{ github.sha && && true }}\nrun: true'), /Unexpected symbol/, 7],
  ['an unknown function', one('env:\n  A: ${{ lower(github.sha) }}\nrun: true'), /Unrecognized function: 'lower'/, 7],
  ['a function with too little to work on', one('env:\n  A: ${{ contains(github.sha) }}\nrun: true'), /Too few parameters/, 7],
  ['a format with too little to put in', one("env:\n  A: ${{ format('{0} {1}', github.sha) }}\nrun: true"), /\{1\}/, 7],
  ['an unknown context', one('env:\n  A: ${{ git.sha }}\nrun: true'), /Unrecognized named-value: 'git'/, 7],
  ['a context that is not there yet', start + job('timeout-minutes: ${{ steps.a.outputs.b }}\n' + steps('run: true')), /Unrecognized named-value: 'steps'/, 5],
  ['a secret in a condition', one("if: secrets.A != ''\nrun: true"), /Unrecognized named-value: 'secrets'/, 6],
  ['a condition that is always true', one("if: ${{ github.ref == 'refs/heads/main' }} && true\nrun: true"), /always|literal text/, 6],
  ['an unknown property of github', one('env:\n  A: ${{ github.shaa }}\nrun: true'), /Context access might be invalid: shaa/, 7],
  ['the output of an unknown step', one('env:\n  A: ${{ steps.x.outputs.y }}\nrun: true'), /Context access might be invalid: x/, 7],
  ['an unknown output of an action', one(`id: x\nuses: ${checkout}`, 'env:\n  A: ${{ steps.x.outputs.sha }}\nrun: true'), /Context access might be invalid: sha/, 9],
  ['an unknown output of a job',
    start + job(steps('run: true')) + job('needs: [a]\n' + steps('env:\n  A: ${{ needs.a.outputs.x }}\nrun: true'), 'b'), /Context access might be invalid: x/],
  ['a job that is not needed', start + job(steps('run: true')) + job(steps('env:\n  A: ${{ needs.a.result }}\nrun: true'), 'b'), /Context access might be invalid: a/],
  ['an unknown key of the matrix', start + job('strategy:\n  matrix:\n    os: [x]\n' + steps('env:\n  A: ${{ matrix.oss }}\nrun: true')), /Context access might be invalid: oss/],
  ['an unknown input of the workflow',
    one('env:\n  A: ${{ inputs.b }}\nrun: true').replace('on: push', 'on:\n  workflow_dispatch:\n    inputs:\n      a:\n        type: string'), /Context access might be invalid: b/],
  ['an action without a version', one('uses: actions/checkout'), /Expected format .*|version/i, 6],
  ['an action of a version that is cut off', one('uses: actions/checkout@3d3c42e'), /short/i, 6],
  ['an unknown input of an action', one(`uses: ${checkout}\nwith:\n  perist-credentials: false`), /Invalid action input 'perist-credentials'/, 8],
  ['an input that every object has', one(`uses: ${checkout}\nwith:\n  constructor: false`), /Invalid action input 'constructor'/, 8],
  ['a missing input of an action', one('uses: actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f\nwith:\n  name: a'), /Missing required input `path`/, 7],
  ['a deprecated input of an action',
    one('uses: actions/cache@27d5ce7f107fe9357f9df03efb73ab90386fccae\nwith:\n  path: a\n  key: a\n  save-always: true'), /deprecated/, 10],
  ['an action that nothing is known of', one('uses: somebody/something@3d3c42e5aac5ba805825da76410c181273ba90b1'), /somebody\/something is not in .*actions\.json/, 6],
  ['an action of this repository', one('uses: ./.github/actions/a'), /is not in .*actions\.json/, 6],
  ['an image as an action', one('uses: docker://alpine'), /is not in .*actions\.json/, 6],
  ['an action of another major version', one(`uses: ${checkout} # v8.0.0`), /known as 7\.0\.1, not v8/, 6],
];

for (const [name, text, expected, line] of mistakes)
  test(`${name} is found`, async () => {
    const findings = await workflowFindings('a.yml', text);
    const found = findings.find(finding => expected.test(finding.message) && (line === undefined || finding.line === line));
    assert.ok(found, `expected ${expected} in line ${line}, found ${JSON.stringify(findings, undefined, 2)}`);
  });

const today = `name: release
on:
  push:
    tags: [v*]
  schedule:
    - cron: 17 3 * * *
  workflow_dispatch:
    inputs:
      tag:
        description: A tag
        type: string
        required: false
permissions: {}
concurrency:
  group: release-\${{ inputs.tag || github.ref_name }}
  cancel-in-progress: false
defaults:
  run:
    shell: bash
jobs:
  build:
    name: build (\${{ matrix.leg }})
    strategy:
      fail-fast: false
      matrix:
        include:
          - leg: x
            runner: ubuntu-24.04
          - leg: arm
            runner: ubuntu-24.04-arm
    runs-on: \${{ matrix.runner }}
    timeout-minutes: 30
    permissions:
      artifact-metadata: write
      attestations: write
      contents: read
      id-token: write
    outputs:
      commit: \${{ steps.source.outputs.commit }}
    steps:
      - name: Check out
        id: source
        uses: ${checkout} # v7.0.1
        with:
          persist-credentials: false
      - name: Attest
        uses: actions/attest@1e69f48acb82d1966a394da916b4c1698aa569d6 # v4.2.2
        with:
          subject-path: artifacts/*
      - id: run
        env:
          LEG: \${{ matrix.leg }}
          SECRET: \${{ runner.os == 'macOS' && secrets.SECRET || '' }}
        run: ./build.cmd Build --skip
      - if: \${{ !cancelled() && steps.run.outputs.any != '' }}
        run: true
  report:
    needs: [build]
    if: \${{ !cancelled() }}
    runs-on: ubuntu-26.04
    environment: release
    timeout-minutes: 5
    permissions:
      contents: write
    steps:
      - env:
          COMMIT: \${{ needs.build.outputs.commit }}
          GITHUB_TOKEN: \${{ github.token }}
          JOB_RESULTS: \${{ toJSON(needs) }}
        run: true
`;

test('what the mistakes are put into passes', async () => {
  for (const text of [one('run: true'), one(`uses: ${checkout} # v7.0.1`), headed('permissions: {}'), needing(['a'], ['b', 'a'])])
    assert.deepEqual(await workflowFindings('a.yml', text), []);
});

test('what GitHub understands today passes', async () => assert.deepEqual(await workflowFindings('a.yml', today), []));

test('a text is judged by itself, whatever was judged before', async () => {
  assert.notEqual((await workflowFindings('a.yml', 'on: push\n')).length, 0);
  assert.equal((await workflowFindings('a.yml', today)).length, 0);
  assert.notEqual((await workflowFindings('a.yml', 'on: push\n')).length, 0);
});

const dependabot = body => `version: 2\nupdates:\n  - package-ecosystem: cargo\n    directory: /\n    schedule:\n      interval: weekly\n${body}`;
const soundDependabot = dependabot(`    open-pull-requests-limit: 5
    cooldown:
      default-days: 7
    groups:
      minor-and-patch:
        patterns: ['*']
        update-types: [minor, patch]
`);

for (const [name, text, expected, line] of [
  ['an unknown version', 'version: 1\nupdates: []\n', /version must be one of 2/, 1],
  ['no version', soundDependabot.replace('version: 2\n', ''), /version is missing/, 1],
  ['nothing to update', 'version: 2\nupdates: []\n', /updates must be a list with something in it/, 2],
  ['an unknown ecosystem', soundDependabot.replace('cargo', 'crates'), /package-ecosystem must be one of/, 3],
  ['no schedule', soundDependabot.replace(/ {4}schedule:\n.*\n/, ''), /schedule is missing/, 3],
  ['an unknown interval', soundDependabot.replace('weekly', 'often'), /interval must be one of/, 6],
  ['no folder', soundDependabot.replace(/ {4}directory.*\n/, ''), /either directory or directories/, 3],
  ['a folder said twice', soundDependabot.replace('    directory: /\n', '    directory: /\n    directories: [/]\n'), /either directory or directories/, 3],
  ['an unknown key', dependabot('    cool-down:\n      default-days: 7\n'), /cool-down is not known here/, 7],
  ['a limit that is no number', dependabot('    open-pull-requests-limit: many\n'), /open-pull-requests-limit must be a whole number/, 7],
  ['an unknown kind of update', soundDependabot.replace('[minor, patch]', '[minor, tiny]'), /must be one of major, minor, patch/, 13],
  ['a duplicate key', soundDependabot.replace('    directory: /\n', '    directory: /\n    directory: /\n'), /unique/, 5],
  ['an empty file', '', /must be a mapping/, 1],
])
  test(`${name} is found in dependabot.yml`, async () => {
    const findings = await dependabotFindings('dependabot.yml', text);
    assert.ok(findings.some(finding => expected.test(finding.message) && finding.line === line),
      `expected ${expected} in line ${line}, found ${JSON.stringify(findings, undefined, 2)}`);
  });

test('a sound dependabot.yml passes', async () => assert.deepEqual(await dependabotFindings('dependabot.yml', soundDependabot), []));

function run(files) {
  const folder = mkdtempSync(join(tmpdir(), 'check-workflows-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const script = fileURLToPath(new URL('check.mjs', import.meta.url));
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...Object.keys(files)], { cwd: folder, encoding: 'utf8' });
    return { status, stdout, stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('files without a finding are counted', () =>
  assert.deepEqual(run({ 'a.yml': today, 'dependabot.yml': soundDependabot }), { status: 0, stdout: '2 files, 0 findings\n', stderr: '' }));

test('each finding is a line with its place, and the run fails', () => {
  const { status, stdout } = run({ 'a.yml': one('uses: somebody/something@3d3c42e5aac5ba805825da76410c181273ba90b1'), 'b.yml': today });
  assert.equal(status, 1);
  assert.match(stdout, /^a\.yml:6:15: somebody\/something is not in .*\n2 files, 1 finding\n$/);
});

test('no files are no pass', () => assert.equal(run({}).status, 1));
