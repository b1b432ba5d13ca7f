using AIWendy.Sdk;
using AIWendy.Sdk.Coaching;

namespace AIWendy.Plugins.Coaching.Coaches;

/// <summary>Every coach that an active plugin contributes now.</summary>
internal sealed class CoachCatalogue(IExtensions<Coach> coaches)
{
    /// <summary>Who answers when nobody is chosen.</summary>
    public const string DefaultId = "wendy";

    /// <summary>
    /// All coaches, the default one first, otherwise in the order of their plugins. A coach that can not be read, lacks
    /// what it needs or takes another one's id is left out.
    /// </summary>
    public async Task<IReadOnlyList<Coach>> ListAsync()
    {
        await using IExtensionLease<Coach> lease = coaches.Acquire();
        List<Coach> found = [];
        HashSet<string> ids = new(StringComparer.OrdinalIgnoreCase);
        foreach (Extension<Coach> extension in lease.Items)
        {
            try
            {
                Coach coach = extension.Value;
                if (!IsUsable(coach))
                {
                    throw new InvalidOperationException($"The coach '{coach.Id}' lacks an id, a name or a prompt.");
                }

                if (ids.Add(coach.Id))
                {
                    found.Add(coach);
                }
                else
                {
                    throw new InvalidOperationException($"A coach with the id '{coach.Id}' exists already.");
                }
            }
            catch (Exception exception)
            {
                coaches.ReportFault(extension, exception);
            }
        }

        return [.. found.OrderByDescending(coach => coach.Id == DefaultId)];
    }

    /// <summary>One coach, or null when no active plugin offers it.</summary>
    public async Task<Coach?> FindAsync(string id)
    {
        IReadOnlyList<Coach> all = await ListAsync().ConfigureAwait(false);
        return all.FirstOrDefault(coach => string.Equals(coach.Id, id, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsUsable(Coach coach) =>
        coach.Id is { Length: > 0 and <= 64 }
        && coach.Id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && !string.IsNullOrWhiteSpace(coach.Name?.En)
        && !string.IsNullOrWhiteSpace(coach.Prompt?.En)
        && coach.Description is not null;
}
