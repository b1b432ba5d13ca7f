using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using AIWendy.Host.Configuration;
using AIWendy.Host.Licences;

namespace AIWendy.Host.Commands;

/// <summary><c>licence</c>: looks at licences, installs and removes them on the running host, and issues them.</summary>
internal static class LicenceCommand
{
    private const string Licences = "/api/admin/licences";

    public static Command Create() => new("licence", "Look after licences; the open core needs none.")
    {
        Show(),
        Install(),
        List(),
        Remove(),
        LicenceIssueCommands.Issue(),
        LicenceIssueCommands.Trust(),
        LicenceIssueCommands.CreateKey(),
    };

    private static Command Show()
    {
        Argument<string> token = new("licence") { Description = "The licence, or a file that holds it." };
        Option<FileInfo[]> keys = new("--key") { Description = "A further public key (PEM) to verify with.", AllowMultipleArgumentsPerToken = false };
        Command command = new("show", "Read and verify a licence without installing it.") { token, keys };
        command.SetAction(parsed => Run(parsed, () =>
        {
            LicenceTrust trust = LicenceTrust.Of(PinnedLicenceKeys.All.Concat((parsed.GetValue(keys) ?? [])
                .Select(file => LicenceKey.OfPem(File.ReadAllText(file.FullName), LicenceKeySource.Development))));
            bool good = true;
            foreach (string one in ConfiguredTokens.Read(parsed.GetValue(token)))
            {
                good &= Describe(one, trust, parsed.InvocationConfiguration.Output);
            }

            return good ? 0 : AdminCommand.Refused;
        }));
        return command;
    }

    private static bool Describe(string token, LicenceTrust trust, TextWriter output)
    {
        Licence licence = LicenceVerifier.Verify(token, trust, installationId: null);
        bool verified = licence.Fault is null or { State: LicenceState.Revoked };
        if (!verified)
        {
            // Shown all the same, so that one can see what was damaged; the first line says what it is worth.
            CompactJws jws = CompactJws.Read(token);
            licence = licence with { Claims = jws.Type == LicenceVerifier.TokenType ? LicenceClaims.Read(jws.Payload) : new LicenceClaims() };
        }

        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        LicenceClaims claims = licence.Claims;
        output.WriteLine(Table.Of(
            ["state", Name(licence.At(now))],
            ["", licence.Explain(now) ?? "It is valid."],
            ["signed by", licence.KeyId ?? "-"],
            ["id", claims.Id ?? "-"],
            ["licensee", claims.Licensee ?? "-"],
            ["edition", claims.Edition ?? "any"],
            ["plan", claims.Plan ?? "-"],
            ["entitlements", claims.Entitlements.Count == 0 ? "none" : string.Join(", ", claims.Entitlements)],
            ["limits", claims.Limits.Count == 0 ? "none" : string.Join(", ", claims.Limits.Select(limit => $"{limit.Key}={limit.Value}"))],
            ["valid from", Date(claims.NotBefore, "always")],
            ["expires", Date(claims.Expires, "never")],
            ["days of grace", FormattableString.Invariant($"{claims.GraceDays}")],
            ["installations", claims.Installations.Count == 0 ? "any" : string.Join(", ", claims.Installations)]));
        return verified;
    }

    private static Command Install()
    {
        Argument<string> token = new("licence") { Description = "The licence or trust list, or a file that holds some." };
        return new Command("install", "Install a licence on the running host and its replicas.") { token }.Does(async (parsed, client, cancellationToken) =>
        {
            JsonElement list = default;
            foreach (string one in Read(parsed.GetValue(token)))
            {
                list = await client.PostAsync(Licences, new JsonObject { ["token"] = one }, cancellationToken);
            }

            return new Answer(Rows(list), list);
        });
    }

    private static Command List() => new Command("list", "List the licences of the running host.").Does(async (_, client, cancellationToken) =>
    {
        JsonElement list = await client.GetAsync(Licences, cancellationToken);
        return new Answer(Rows(list), list);
    });

    private static Command Remove()
    {
        Argument<Guid> id = new("id") { Description = "Id of the licence, from the list." };
        return new Command("remove", "Remove a licence from the running host and its replicas; data stays.") { id }.Does(async (parsed, client, cancellationToken) =>
        {
            JsonElement list = await client.DeleteAsync($"{Licences}/{parsed.GetValue(id)}", cancellationToken);
            return new Answer(Rows(list), list);
        });
    }

    private static IReadOnlyList<string> Read(string? text)
    {
        try
        {
            return ConfiguredTokens.Read(text);
        }
        catch (LicenceException exception)
        {
            throw new AdminException("licence_invalid", exception.Message);
        }
    }

    private static string Rows(JsonElement list)
    {
        string installation = $"This installation is {Words.Of(list, "installationId")}.";
        string clock = list.GetProperty("clock").GetProperty("rolledBack").GetBoolean()
            ? Environment.NewLine + "The clock of the host was set back; licences go by the latest time that was seen."
            : string.Empty;
        IReadOnlyList<JsonElement> items = Words.List(list, "items");
        string rows = items.Count == 0 ? "There is no licence, and the open core needs none." : Table.Of(
        [
            ["ID", "LICENSEE", "ENTITLEMENTS", "EXPIRES", "STATE", "REASON"],
            .. items.Select(item => new[]
            {
                Words.Has(item, "id") ? Words.Of(item, "id") : HostSettingCatalogue.Licence.Key,
                Words.Of(item, "licensee"),
                Words.Join(item, "entitlements"),
                Words.Has(item, "expires") ? Words.Of(item, "expires")[..10] : "never",
                Words.Of(item, "state") + (item.GetProperty("development").GetBoolean() ? " (development)" : string.Empty),
                Words.Of(item, "reason"),
            }),
        ]);
        return rows + Environment.NewLine + installation + clock;
    }

    /// <summary>Runs what needs no host; a refusal is told in one sentence.</summary>
    public static int Run(ParseResult parsed, Func<int> work)
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (exception is LicenceException or IOException or UnauthorizedAccessException)
        {
            parsed.InvocationConfiguration.Error.WriteLine(exception.Message);
            return AdminCommand.Refused;
        }
    }

    private static string Name(LicenceState state) => JsonNamingPolicy.SnakeCaseLower.ConvertName(state.ToString());

    private static string Date(DateTimeOffset? time, string otherwise) => time is { } known ? FormattableString.Invariant($"{known:yyyy-MM-dd HH:mm} UTC") : otherwise;
}
