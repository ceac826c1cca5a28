using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Slipway.Tests.Secrets;

/// <summary>
/// One token of every kind. They are made when the tests run, so that no scanner finds them in the sources: <c>{36}</c> is
/// 36 letters and digits, <c>{36:h}</c> of a kind that <see cref="Alphabets"/> has.
/// </summary>
internal static partial class Planted
{
    private static readonly Dictionary<string, string> Alphabets = new(StringComparer.Ordinal)
    {
        [""] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
        ["h"] = "0123456789abcdef",
        ["d"] = "123456789",
        ["u"] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
        ["b"] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
        ["l"] = "abcdefghijklmnopqrstuvwxyz0123456789",
        ["a"] = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L",
    };

    /// <summary>What stands in a file, by rule; the secret is between ⟦ and ⟧.</summary>
    private static readonly Dictionary<string, string> Templates = new(StringComparer.Ordinal)
    {
        ["aws-access-key-id"] = "id = ⟦AKIA{16:b}⟧",
        ["aws-secret-access-key"] = "aws_secret_access_key = ⟦{40}⟧",
        ["google-api-key"] = "key: ⟦AIza{35}⟧",
        ["google-oauth-client-secret"] = "\"⟦GOCSPX-{28}⟧\"",
        ["google-oauth-access-token"] = "⟦ya29.{120}⟧",
        ["gcp-service-account"] = "{ \"private_key_id\": \"⟦{40:h}⟧\" }",
        ["azure-client-secret"] = "'⟦{3}8Q~{34}⟧'",
        ["azure-storage-key"] = "DefaultEndpointsProtocol=https;AccountKey=⟦{86}==⟧;",
        ["azure-shared-access-key"] = "Endpoint=sb://x/;SharedAccessKey=⟦{43}=⟧",
        ["azure-sas-signature"] = "https://x/y?sv=2024-01-01&sig=⟦{43}%3D⟧",
        ["azure-devops-token"] = "⟦{76}AZDO{4}⟧",
        ["digitalocean-personal-token"] = "⟦dop_v1_{64:h}⟧",
        ["digitalocean-oauth-token"] = "⟦doo_v1_{64:h}⟧",
        ["digitalocean-refresh-token"] = "⟦dor_v1_{64:h}⟧",
        ["heroku-api-key"] = "⟦HRKU-AA{58}⟧",
        ["heroku-api-key-uuid"] = "HEROKU_API_KEY=⟦{8:h}-{4:h}-{4:h}-{4:h}-{12:h}⟧",
        ["cloudflare-api-token"] = "CLOUDFLARE_API_TOKEN: \"⟦{40}⟧\"",
        ["cloudflare-origin-ca-key"] = "⟦v1.0-{24:h}-{146:h}⟧",
        ["alibaba-access-key-id"] = "⟦LTAI{20}⟧",
        ["tencent-secret-id"] = "⟦AKID{32}⟧",
        ["fly-access-token"] = "FlyV1 ⟦fm2_{200}⟧",
        ["netlify-token"] = "⟦nfp_{36}⟧",
        ["planetscale-token"] = "⟦pscale_tkn_{43}⟧",
        ["planetscale-password"] = "⟦pscale_pw_{43}⟧",
        ["supabase-access-token"] = "⟦sbp_{40:h}⟧",
        ["supabase-secret-key"] = "⟦sb_secret_{31}⟧",
        ["github-personal-token"] = "token = \"⟦ghp_{36}⟧\"",
        ["github-fine-grained-token"] = "⟦github_pat_{22}_{59}⟧",
        ["github-oauth-token"] = "⟦gho_{36}⟧",
        ["github-app-user-token"] = "⟦ghu_{36}⟧",
        ["github-app-installation-token"] = "https://x-access-token:⟦ghs_{36}⟧@github.com/o/r",
        ["github-refresh-token"] = "⟦ghr_{76}⟧",
        ["gitlab-personal-token"] = "⟦glpat-{20}⟧",
        ["gitlab-deploy-token"] = "⟦gldt-{20}⟧",
        ["gitlab-runner-token"] = "⟦glrt-{20}⟧",
        ["gitlab-trigger-token"] = "⟦glptt-{40:h}⟧",
        ["gitlab-job-token"] = "⟦glcbt-64_{20}⟧",
        ["gitlab-feed-token"] = "⟦glft-{20}⟧",
        ["gitlab-agent-token"] = "⟦glagent-{50}⟧",
        ["bitbucket-app-password"] = "⟦ATBB{32}⟧",
        ["atlassian-api-token"] = "⟦ATATT3{186}⟧",
        ["crates-io-token"] = "token = \"⟦cio{32}⟧\"",
        ["npm-token"] = "//registry.npmjs.org/:_authToken=⟦npm_{36}⟧",
        ["pypi-token"] = "password = ⟦pypi-AgEIcHlwaS5vcmc{140}⟧",
        ["test-pypi-token"] = "⟦pypi-AgENdGVzdC5weXBpLm9yZw{140}⟧",
        ["nuget-api-key"] = "dotnet nuget push --api-key ⟦oy2{43:l}⟧",
        ["rubygems-api-key"] = "⟦rubygems_{48:h}⟧",
        ["clojars-token"] = "⟦CLOJARS_{60:h}⟧",
        ["docker-hub-token"] = "docker login -p ⟦dckr_pat_{27}⟧",
        ["docker-hub-organization-token"] = "⟦dckr_oat_{32}⟧",
        ["artifactory-api-key"] = "⟦AKCp{69}⟧",
        ["circleci-personal-token"] = "⟦CCIPAT_{22}_{40:h}⟧",
        ["buildkite-token"] = "⟦bkua_{40:h}⟧",
        ["sonar-token"] = "⟦squ_{40:h}⟧",
        ["pulumi-token"] = "⟦pul-{40:h}⟧",
        ["terraform-cloud-token"] = "⟦{14}.atlasv1.{67}⟧",
        ["vault-service-token"] = "⟦hvs.{95}⟧",
        ["vault-batch-token"] = "⟦hvb.{140}⟧",
        ["doppler-token"] = "⟦dp.pt.{43}⟧",
        ["prefect-api-key"] = "⟦pnu_{36:l}⟧",
        ["postman-api-key"] = "⟦PMAK-{24:h}-{34:h}⟧",
        ["openai-api-key"] = "OPENAI_API_KEY=⟦sk-proj-{74}T3BlbkFJ{74}⟧",
        ["anthropic-api-key"] = "⟦sk-ant-api03-{93}AA⟧",
        ["hugging-face-token"] = "⟦hf_{34}⟧",
        ["hugging-face-organization-token"] = "⟦api_org_{34}⟧",
        ["groq-api-key"] = "⟦gsk_{52}⟧",
        ["perplexity-api-key"] = "⟦pplx-{48}⟧",
        ["replicate-token"] = "⟦r8_{37}⟧",
        ["xai-api-key"] = "⟦xai-{80}⟧",
        ["databricks-token"] = "⟦dapi{32:h}⟧",
        ["slack-bot-token"] = "⟦xoxb-{12:d}-{13:d}-{24}⟧",
        ["slack-user-token"] = "⟦xoxp-{12:d}-{12:d}-{13:d}-{32:h}⟧",
        ["slack-app-token"] = "⟦xapp-1-A{10:u}-{13:d}-{64:h}⟧",
        ["slack-configuration-token"] = "⟦xoxe.xoxp-1-{163}⟧",
        ["slack-webhook"] = "https://⟦hooks.slack.com/services/T{8:u}/B{10:u}/{24}⟧",
        ["discord-webhook"] = "https://⟦discord.com/api/webhooks/{18:d}/{68}⟧",
        ["discord-bot-token"] = "DISCORD=⟦M{25}.{6}.{38}⟧",
        ["telegram-bot-token"] = "⟦{10:d}:AA{33}⟧",
        ["sendgrid-api-key"] = "⟦SG.{22}.{43}⟧",
        ["mailgun-api-key"] = "⟦key-{32:h}⟧",
        ["mailchimp-api-key"] = "⟦{32:h}-us12⟧",
        ["brevo-api-key"] = "⟦xkeysib-{64:h}-{16}⟧",
        ["twilio-api-key"] = "twilio: ⟦SK{32:h}⟧",
        ["twilio-auth-token"] = "TWILIO_AUTH_TOKEN=⟦{32:h}⟧",
        ["teams-webhook"] = "https://x⟦.webhook.office.com/webhookb2/{8:h}-{4:h}-{4:h}-{4:h}-{12:h}@{8:h}-{4:h}-{4:h}-{4:h}-{12:h}/IncomingWebhook/{32:h}/{8:h}-{4:h}-{4:h}-{4:h}-{12:h}⟧",
        ["stripe-secret-key"] = "⟦sk_live_{99}⟧",
        ["stripe-test-key"] = "⟦rk_test_{24}⟧",
        ["stripe-webhook-secret"] = "⟦whsec_{32}⟧",
        ["square-access-token"] = "⟦sq0atp-{22}⟧",
        ["square-oauth-secret"] = "⟦sq0csp-{43}⟧",
        ["shopify-access-token"] = "⟦shpat_{32:h}⟧",
        ["shopify-shared-secret"] = "⟦shpss_{32:h}⟧",
        ["braintree-access-token"] = "⟦access_token$production${16:l}${32:h}⟧",
        ["shippo-token"] = "⟦shippo_live_{40:h}⟧",
        ["easypost-api-key"] = "⟦EZAK{54}⟧",
        ["duffel-token"] = "⟦duffel_live_{43}⟧",
        ["grafana-service-account-token"] = "⟦glsa_{32}_{8:h}⟧",
        ["grafana-cloud-token"] = "⟦glc_{120}⟧",
        ["new-relic-user-key"] = "⟦NRAK-{27:u}⟧",
        ["new-relic-insert-key"] = "⟦NRII-{32}⟧",
        ["sentry-organization-token"] = "⟦sntrys_eyJ{120}_{43}⟧",
        ["sentry-user-token"] = "⟦sntryu_{64:h}⟧",
        ["dynatrace-token"] = "⟦dt0c01.{24:u}.{64:u}⟧",
        ["linear-api-key"] = "⟦lin_api_{40}⟧",
        ["notion-token"] = "⟦ntn_{46}⟧",
        ["figma-token"] = "⟦figd_{40}⟧",
        ["airtable-token"] = "⟦pat{14}.{64:h}⟧",
        ["asana-token"] = "asana ⟦1/{16:d}:{32:h}⟧",
        ["hubspot-token"] = "⟦pat-eu1-{8:h}-{4:h}-{4:h}-{4:h}-{12:h}⟧",
        ["typeform-token"] = "⟦tfp_{59}⟧",
        ["tailscale-key"] = "tailscale up --auth-key ⟦tskey-auth-{12}-{32}⟧",
        ["dropbox-token"] = "⟦sl.{136}⟧",
        ["mapbox-secret-token"] = "⟦sk.eyJ{80}.{22}⟧",
        ["readme-api-key"] = "⟦rdme_{70:l}⟧",
        ["contentful-management-token"] = "⟦CFPAT-{43}⟧",
        ["private-key"] = "-----BEGIN RSA PRIVATE KEY-----\n⟦{64}\n{64}\n{40}==\n⟧-----END RSA PRIVATE KEY-----",
        ["openssh-private-key"] = "-----BEGIN OPENSSH PRIVATE KEY-----\n⟦b3BlbnNzaC1rZXktdjE{51}\n{70}\n{40}==\n⟧-----END OPENSSH PRIVATE KEY-----",
        ["pgp-private-key"] = "-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: GnuPG v2\n\n⟦{64}\n{64}\n⟧-----END PGP PRIVATE KEY BLOCK-----",
        ["putty-private-key"] = "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nPublic-Lines: 1\nAAAAC3\nPrivate-Lines: 1\n⟦{44}⟧\n",
        ["age-secret-key"] = "⟦AGE-SECRET-KEY-1{58:a}⟧",
        ["wireguard-private-key"] = "[Interface]\nPrivateKey = ⟦{43}=⟧",
        ["json-web-token"] = "⟦eyJhbGciOiJIUzI1NiJ9.eyJ{60}.{43}⟧",
        ["npmrc-token"] = "//npm.pkg.github.com/:_authToken=⟦{40}⟧",
        ["docker-config-auth"] = "{ \"auth\": \"⟦{40}==⟧\" }",
        ["netrc-password"] = "machine api.host login me password ⟦{16}⟧",
        ["authorization-header"] = "curl -H 'Authorization: Bearer ⟦{40}⟧'",
        ["url-password"] = "redis://someone:⟦{14}⟧@db.internal/0",
        ["generic-environment-secret"] = "export SERVICE_TOKEN=⟦{32}⟧\n",
        ["generic-secret"] = "let client_secret = \"⟦{32}⟧\";",
    };

    public static IReadOnlyCollection<string> Rules => Templates.Keys;

    /// <summary>What stands in a file, and the secret in it.</summary>
    public static (string Text, string Secret) Of(string rule) => Make(Templates[rule], rule);

    /// <summary>A token that both scanners know.</summary>
    public static string GitHubToken(string seed) => Make("⟦ghp_{36}⟧", seed).Secret;

    private static (string Text, string Secret) Make(string template, string seed)
    {
        // The same every time, so that a failure can be looked into.
        var random = new Random(seed.Aggregate(17, (hash, c) => (hash * 31) + c));
        var text = Part().Replace(template, match =>
        {
            var alphabet = Alphabets[match.Groups[2].Value];
            var part = new StringBuilder();
            while (part.Length < int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))
                part.Append(alphabet[random.Next(alphabet.Length)]);
            return part.ToString();
        });
        var (start, end) = (text.IndexOf('⟦', StringComparison.Ordinal), text.IndexOf('⟧', StringComparison.Ordinal));
        return (text.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal), text[(start + 1)..end]);
    }

    [GeneratedRegex(@"\{(\d+)(?::([a-z]))?\}")]
    private static partial Regex Part();
}
