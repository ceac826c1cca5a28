using Slipway.Components;

// The workflow files, and what they do.
partial class Build : IRunWorkflow;
