using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using AIWendy.Host.Data;
using AIWendy.Host.Licences;
using AIWendy.Packaging.Manifests;

namespace AIWendy.Host.Commands;

/// <summary>The issuer's commands. They need a private key and no host.</summary>
internal static class LicenceIssueCommands
{
    public static Command Issue()
    {
        Option<FileInfo> key = Key();
        Option<string> licensee = new("--licensee") { Description = "Who holds the licence.", Required = true };
        Option<string> edition = new("--edition") { Description = "Edition of the plugins that it covers: cloud or community. Absent: any." };
        Option<string[]> entitlements = new("--entitlement") { Description = "What it licenses; several are allowed.", AllowMultipleArgumentsPerToken = true };
        Option<string[]> limits = new("--limit") { Description = "How much of something, for example seats=25; several are allowed.", AllowMultipleArgumentsPerToken = true };
        Option<string> plan = new("--plan") { Description = "Name of what was bought." };
        Option<string> from = new("--from") { Description = "First day (YYYY-MM-DD) or moment, in UTC. Absent: now." };
        Option<string> expires = new("--expires") { Description = "Last day (YYYY-MM-DD) or moment, in UTC. Absent: never." };
        Option<int> grace = new("--grace-days") { Description = "Days after that on which everything goes on.", DefaultValueFactory = _ => LicenceClaims.DefaultGraceDays };
        Option<Guid[]> installations = new("--installation") { Description = "The only installations that it is for. Absent: any.", AllowMultipleArgumentsPerToken = true };
        Option<string> id = new("--id") { Description = "Id by which it can be taken back. Absent: a new one." };
        Command command = new("issue", "Issue a licence and print it.") { key, licensee, edition, entitlements, limits, plan, from, expires, grace, installations, id };
        command.SetAction(parsed => LicenceCommand.Run(parsed, () =>
        {
            DateTimeOffset now = TimeProvider.System.GetUtcNow();
            LicenceClaims claims = new()
            {
                Id = parsed.GetValue(id) ?? Guid.CreateVersion7(now).ToString(),
                Licensee = parsed.GetValue(licensee),
                Edition = Edition(parsed.GetValue(edition)),
                Entitlements = [.. (parsed.GetValue(entitlements) ?? []).Select(Entitlement)],
                Limits = (parsed.GetValue(limits) ?? []).Select(Limit).ToDictionary(StringComparer.Ordinal),
                Plan = parsed.GetValue(plan),
                NotBefore = Moment(parsed.GetValue(from), endOfDay: false) ?? now,
                Expires = Moment(parsed.GetValue(expires), endOfDay: true),
                GraceDays = parsed.GetValue(grace),
                Installations = [.. (parsed.GetValue(installations) ?? []).Select(installation => installation.ToString())],
            };
            if (claims.Expires <= claims.NotBefore)
            {
                throw new LicenceException("It would end before it begins.");
            }

            using ECDsa signer = LicenceKey.ReadPrivate(parsed.GetValue(key)!.FullName);
            string token = LicenceVerifier.Issue(claims, signer, now);

            // Read again as a customer would, so that nothing leaves the house that nobody can use.
            LicenceTrust trust = LicenceTrust.Of([LicenceKey.Of(signer.ExportSubjectPublicKeyInfo(), LicenceKeySource.BuiltIn)]);
            if (LicenceVerifier.Verify(token, trust, installationId: null).Fault is { } fault)
            {
                throw new LicenceException(fault.Reason);
            }

            parsed.InvocationConfiguration.Output.WriteLine(token);
            return 0;
        }));
        return command;
    }

    public static Command Trust()
    {
        Option<FileInfo> key = Key();
        Option<FileInfo[]> add = new("--add-key") { Description = "A further issuing key (public, PEM); several are allowed.", AllowMultipleArgumentsPerToken = true };
        Option<string[]> revokeKeys = new("--revoke-key") { Description = "Id of a key to take back; several are allowed.", AllowMultipleArgumentsPerToken = true };
        Option<string[]> revoke = new("--revoke") { Description = "Id of a licence to take back; several are allowed.", AllowMultipleArgumentsPerToken = true };
        Command command = new("trust", "Sign a trust list, which adds issuing keys and takes keys and licences back, and print it.") { key, add, revokeKeys, revoke };
        command.SetAction(parsed => LicenceCommand.Run(parsed, () =>
        {
            using ECDsa signer = LicenceKey.ReadPrivate(parsed.GetValue(key)!.FullName);
            parsed.InvocationConfiguration.Output.WriteLine(TrustList.Sign(
                signer,
                [.. (parsed.GetValue(add) ?? []).Select(file => LicenceKey.OfPem(File.ReadAllText(file.FullName), LicenceKeySource.TrustList))],
                parsed.GetValue(revokeKeys) ?? [],
                parsed.GetValue(revoke) ?? []));
            return 0;
        }));
        return command;
    }

    public static Command CreateKey()
    {
        Argument<FileInfo> file = new("file") { Description = "File of the private key; the public one is written beside it." };
        Command command = new("keygen", "Make an issuing key.") { file };
        command.SetAction(parsed => LicenceCommand.Run(parsed, () =>
        {
            string privateFile = parsed.GetValue(file)!.FullName;
            string publicFile = Path.ChangeExtension(privateFile, ".pub.pem");
            if (File.Exists(privateFile) || File.Exists(publicFile))
            {
                throw new LicenceException($"{privateFile} or {publicFile} is there already; a key is never written over.");
            }

            PrivateFile.CreateFolder(Path.GetDirectoryName(privateFile)!);
            using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            PrivateFile.Write(privateFile, key.ExportPkcs8PrivateKeyPem() + "\n");
            File.WriteAllText(publicFile, key.ExportSubjectPublicKeyInfoPem() + "\n");
            parsed.InvocationConfiguration.Output.WriteLine($"The key {LicenceKey.IdOf(key.ExportSubjectPublicKeyInfo())} is in {privateFile}, its public part in {publicFile}.");
            return 0;
        }));
        return command;
    }

    private static Option<FileInfo> Key() => new("--key") { Description = "File of the issuing private key (PEM).", Required = true };

    private static string? Edition(string? text) => text is null or "cloud" or "community"
        ? text
        : throw new LicenceException($"\"{text}\" is no edition; there are cloud and community.");

    private static string Entitlement(string text) => FeatureRule.IsEntitlement(text)
        ? text
        : throw new LicenceException($"\"{text}\" is no entitlement: it consists of lower case letters, digits and hyphens.");

    private static KeyValuePair<string, long> Limit(string text)
    {
        string[] parts = text.Split('=', 2);
        return parts.Length == 2 && parts[0].Length > 0 && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out long value)
            ? KeyValuePair.Create(parts[0], value)
            : throw new LicenceException($"\"{text}\" is no limit such as seats=25.");
    }

    private static DateTimeOffset? Moment(string? text, bool endOfDay)
    {
        if (text is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            // The last day counts as a whole.
            return new DateTimeOffset((endOfDay ? day.AddDays(1) : day).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment)
            ? moment
            : throw new LicenceException($"\"{text}\" is no date such as 2027-12-31.");
    }
}
