using AIWendy.Sdk;
using AIWendy.Sdk.Coaching;
using AIWendy.Sdk.Journal;

namespace AIWendy.Plugins.Insights.Reporting;

/// <summary>What people call the coaches and formats that are active now.</summary>
internal sealed class UsageNames(IExtensions<Coach> coaches, IExtensions<ITradeImporter> importers, ICurrentUser user)
{
    public async Task<Dictionary<string, string>> OfCoachesAsync()
    {
        await using IExtensionLease<Coach> lease = coaches.Acquire();
        return lease.Items.DistinctBy(static item => item.Value.Id)
            .ToDictionary(static item => item.Value.Id, item => item.Value.Name.For(user.Language), StringComparer.Ordinal);
    }

    public async Task<Dictionary<string, string>> OfFormatsAsync()
    {
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        await using IExtensionLease<ITradeImporter> lease = importers.Acquire();
        foreach (Extension<ITradeImporter> importer in lease.Items)
        {
            try
            {
                names.TryAdd(importer.Value.Id, importer.Value.Name.For(user.Language));
            }
            catch (Exception exception)
            {
                importers.ReportFault(importer, exception);
            }
        }

        return names;
    }
}
