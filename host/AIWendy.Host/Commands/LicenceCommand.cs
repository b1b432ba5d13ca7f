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
        Argument<string> token = new("licence") { Description = "The licence or trust list, or a file that holds some." };
        Option<FileInfo[]> keys = new("--key") { Description = "A further public key (PEM) to verify with.", AllowMultipleArgumentsPerToken = false };
        Command command = new("show", "Read and verify a licence or trust list without installing it.") { token, keys };
        command.SetAction(parsed => Run(parsed, () =>
        {
            LicenceTrust trust = LicenceTrust.Of(PinnedLicenceKeys.All.Concat((parsed.GetValue(keys) ?? [])
                .Select(file => LicenceKey.OfPem(File.ReadAllText(file.FullName), LicenceKeySource.Development))));
            bool good = true;
            foreach (string one in Tokens(parsed.GetValue(token)))
            {
                (bool verified, string text) = LicenceDescription.Of(one, trust);
                parsed.InvocationConfiguration.Output.WriteLine(text);
                good &= verified;
            }

            return good ? 0 : AdminCommand.Refused;
        }));
        return command;
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

    private static IReadOnlyList<string> Tokens(string? text) => ConfiguredTokens.Read(text) is { Count: > 0 } tokens
        ? tokens
        : throw new LicenceException("There is no licence in it.");

    private static IReadOnlyList<string> Read(string? text)
    {
        try
        {
            return Tokens(text);
        }
        catch (LicenceException exception)
        {
            throw new AdminException("licence_invalid", exception.Message);
        }
    }

    private static string Rows(JsonElement list)
    {
        IReadOnlyList<JsonElement> items = Words.List(list, "items");
        string rows = items.Count == 0 ? "There is no licence, and the open core needs none." : Table.Of(
        [
            ["ID", "LICENSEE", "EDITION", "ENTITLEMENTS", "LIMITS", "LAST DAY", "STATE", "REASON"],
            .. items.Select(item => new[]
            {
                Words.Has(item, "id") ? Words.Of(item, "id") : HostSettingCatalogue.Licence.Key,
                Words.Of(item, "licensee"),
                Words.Has(item, "edition") ? Words.Of(item, "edition") : "any",
                Words.Join(item, "entitlements"),
                LicenceDescription.Limits(item.GetProperty("limits").EnumerateObject().Select(limit => (limit.Name, limit.Value.GetInt64()))),
                Words.Has(item, "expires") ? LicenceDescription.LastDay(item.GetProperty("expires").GetDateTimeOffset()) : "never ends",
                Words.Of(item, "state") + (item.GetProperty("development").GetBoolean() ? " (development)" : string.Empty),
                Words.Of(item, "reason"),
            }),
        ]);
        return string.Join(Environment.NewLine, [rows, .. Notes(list)]);
    }

    // What is not the rule: keys that nobody has built in, and a clock that goes wrong.
    private static IEnumerable<string> Notes(JsonElement list)
    {
        yield return $"This installation is {Words.Of(list, "installationId")}.";
        foreach (JsonElement key in Words.List(list, "keys"))
        {
            string id = Words.Of(key, "id");
            if (key.GetProperty("revoked").GetBoolean())
            {
                yield return $"The issuing key {id} was taken back.";
            }
            else if (Words.Of(key, "source") == "development")
            {
                yield return $"The key {id} is for development: its licences count here because the environment is Development, and nowhere else.";
            }
            else if (Words.Of(key, "source") == "trustList")
            {
                yield return $"The issuing key {id} was added by a trust list.";
            }
        }

        JsonElement clock = list.GetProperty("clock");
        if (clock.GetProperty("rolledBack").GetBoolean())
        {
            yield return $"The clock of the host was set back; licences go by the latest time that was seen, {LicenceDescription.Moment(clock.GetProperty("now").GetDateTimeOffset())}.";
        }
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
}
