// GitHub's own parser and language service over one workflow.
import { register } from 'node:module';
import { metadataProvider, actionOf, factsOf, unknownActions, versionFindings } from './actions.mjs';

register('./json-hook.mjs', import.meta.url);
const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await import('@actions/workflow-parser');
const { ErrorPolicy } = await import('@actions/workflow-parser/model/convert');
const { data } = await import('@actions/expressions');
const { registerLogger, validate } = await import('@actions/languageservice');
const { TextDocument } = await import('vscode-languageserver-textdocument');

// The service logs what it stumbles over and then reports nothing, which would count as a pass.
const stumbles = [];
const ignore = () => {};
registerLogger({ log: ignore, info: ignore, warn: ignore, error: message => stumbles.push(message) });

// It also keeps results by address: the same address twice would give the first text's findings again.
let documents = 0;

export async function workflowFindings(name, text) {
  const findings = [
    ...await parserFindings(name, text),
    ...await serviceFindings(text),
    ...versionFindings(text),
  ];
  const seen = new Map(findings.map(finding => [`${finding.line}:${finding.column}:${finding.message}`, finding]));
  return [...seen.values()];
}

async function parserFindings(name, content) {
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  const template = value
    ? await convertWorkflowTemplate(context, value, undefined, { errorPolicy: ErrorPolicy.TryConversion })
    : {};
  // What the conversion says is in the context too, there with its place.
  const findings = context.errors.getErrors().map(error => ({
    line: error.range?.start.line ?? 1,
    column: error.range?.start.column ?? 1,
    message: error.rawMessage,
  }));
  if (!value && findings.length === 0) findings.push({ line: 1, column: 1, message: 'This is not a workflow' });
  return [...findings, ...unknownActions(template)];
}

async function serviceFindings(text) {
  stumbles.length = 0;
  const document = TextDocument.create(`file:///.github/workflows/${++documents}.yml`, 'yaml', 0, text);
  const diagnostics = await validate(document, { actionsMetadataProvider: metadataProvider, contextProviderConfig: { getContext } });
  return [
    ...diagnostics.filter(({ message }) => !message.startsWith('Unable to resolve action')).map(({ range, message }) => ({
      line: range.start.line + 1,
      column: range.start.character + 1,
      message,
    })),
    ...stumbles.map(message => ({ line: 1, column: 1, message: `The language service gave up: ${message}` })),
  ];
}

/** The outputs of the actions that are known; of others anything may come. */
async function getContext(name, context, workflow) {
  if (name !== 'steps') return undefined;
  for (const step of workflow.job?.steps ?? []) {
    const facts = step.uses && factsOf(actionOf(step.uses.value));
    const outputs = facts && context.get(step.id)?.get('outputs');
    if (!outputs) continue;
    for (const output of Object.keys(facts.outputs)) outputs.add(output, new data.StringData(''));
    outputs.complete = true;
  }
  return context;
}
