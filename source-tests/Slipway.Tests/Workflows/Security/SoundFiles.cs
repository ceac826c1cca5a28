namespace Slipway.Tests.Workflows.Security;

/// <summary>Files in which no rule finds anything; each bad example is one of them with one thing changed.</summary>
internal static class SoundFiles
{
    public const string Alert = """
        name: alert
        on:
          workflow_run:
            workflows: [ci]
            types: [completed]
        permissions: {}
        concurrency:
          group: alert-${{ github.event.workflow_run.head_branch }}
          cancel-in-progress: false
        defaults:
          run:
            shell: bash
        jobs:
          notify:
            if: ${{ github.event.workflow_run.event == 'push' && github.event.workflow_run.head_branch == github.event.repository.default_branch }}
            runs-on: ubuntu-24.04
            timeout-minutes: 30
            permissions:
              contents: read # to check out
            steps:
              - name: Check out
                uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
                with:
                  persist-credentials: false
              - name: Run Notify
                run: ./build.cmd Notify --skip

        """;

    public const string Ci = """
        name: ci
        on:
          push:
            branches: [main]
          pull_request:
        permissions: {}
        concurrency:
          group: ci-${{ github.event.pull_request.number || github.sha }}
          cancel-in-progress: true
        defaults:
          run:
            shell: bash
        jobs:
          test:
            name: test (${{ matrix.leg }})
            strategy:
              fail-fast: false
              matrix:
                include:
                  - leg: x86_64-unknown-linux-gnu
                    runner: ubuntu-24.04
                  - leg: aarch64-unknown-linux-gnu
                    runner: ubuntu-24.04-arm
            runs-on: ${{ matrix.runner }}
            timeout-minutes: 30
            permissions:
              contents: read # to check out
            steps:
              - name: Check out
                uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
                with:
                  persist-credentials: false
              - name: Restore what cargo has built
                uses: Swatinem/rust-cache@6323deb102c322ba6fcbdcafc7e3dddab59af2b6 # v2.9.2
              - name: Run Test
                env:
                  MATRIX_LEG: ${{ matrix.leg }}
                run: ./build.cmd Compile Test --skip
          report:
            needs: [test]
            if: ${{ !cancelled() }}
            runs-on: ubuntu-24.04
            timeout-minutes: 30
            permissions:
              contents: read # to check out
              pull-requests: write # to keep one comment up to date; read-only for forks
            steps:
              - name: Run Report
                env:
                  GITHUB_TOKEN: ${{ github.token }}
                  JOB_RESULTS: ${{ toJSON(needs) }}
                run: ./build.cmd Report --skip

        """;

    public const string Release = """
        name: release
        on:
          push:
            tags: [v*]
          workflow_dispatch:
        permissions: {}
        concurrency:
          group: release-${{ github.ref_name }}
          cancel-in-progress: false
        jobs:
          release:
            runs-on: ubuntu-24.04
            environment: release
            timeout-minutes: 60
            permissions:
              attestations: write # to store the statement of provenance
              contents: write # to make the release
              id-token: write # to prove which workflow this is
            steps:
              - name: Check out
                uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
                with:
                  persist-credentials: false
              - name: Set up .NET
                uses: actions/setup-dotnet@a98b56852c35b8e3190ac28c8c2271da59106c68 # v6.0.0
                with:
                  global-json-file: global.json
              - name: Run Release
                env:
                  APPLE_KEY: ${{ runner.os == 'macOS' && secrets.APPLE_KEY || '' }}
                  GPG_KEY: ${{ secrets.GPG_KEY }}
                run: |
                  ./build.cmd Sign --skip
                  ./build.cmd Release --skip

        """;

    public const string Dependabot = """
        version: 2
        updates:
          - package-ecosystem: cargo
            directory: /
            schedule:
              interval: weekly
            cooldown:
              default-days: 7
          - package-ecosystem: nuget
            directory: /
            schedule:
              interval: weekly
            cooldown:
              default-days: 14

        """;
}
