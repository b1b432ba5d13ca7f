using System.Globalization;
using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Endpoints;
using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Imports;

namespace AIWendy.Plugins.Journal.Accounts;

/// <summary>What is to change about an account.</summary>
internal sealed class AccountPatch : PatchBody
{
    public string? Name { get; set => field = Given(value); }

    public string? Broker { get; set => field = Given(value); }

    public string? Currency { get; set => field = Given(value); }

    public string? TimeZone { get; set => field = Given(value); }

    public decimal? StartBalance { get; set => field = Given(value); }

    /// <summary>Local time at which a trading day ends, such as 17:00; <c>null</c> for midnight.</summary>
    public string? DayCutOff { get; set => field = Given(value); }

    /// <summary><c>fifo</c>, <c>lifo</c> or <c>average</c>.</summary>
    public string? LotMethod { get; set => field = Given(value); }

    public decimal? BreakevenBand { get; set => field = Given(value); }

    /// <summary>First day after a reset, yyyy-MM-dd.</summary>
    public string? ResetOn { get; set => field = Given(value); }

    /// <summary>The account with the changes.</summary>
    public AccountRow Apply(AccountRow account)
    {
        if (TimeZone is not null)
        {
            _ = TimeZones.Find(TimeZone);
        }

        return account with
        {
            Name = Has(nameof(Name)) ? Inputs.Name("name", Name) : account.Name,
            Broker = Has(nameof(Broker)) ? Inputs.Word("broker", Broker, Inputs.LongestName) : account.Broker,
            Currency = ImportRequests.Currency(Currency) ?? account.Currency,
            TimeZone = TimeZone ?? account.TimeZone,
            StartBalance = Has(nameof(StartBalance)) ? Inputs.NotNegative("startBalance", StartBalance) : account.StartBalance,
            DayCutOff = Has(nameof(DayCutOff)) ? CutOff(DayCutOff) : account.DayCutOff,
            LotMethod = LotMethod is null ? account.LotMethod : Inputs.OneOf<LotMethod>("lotMethod", LotMethod),
            BreakevenBand = Has(nameof(BreakevenBand)) ? Inputs.NotNegative("breakevenBand", BreakevenBand) : account.BreakevenBand,
            ResetOn = !Has(nameof(ResetOn)) ? account.ResetOn : string.IsNullOrEmpty(ResetOn) ? null : Inputs.Day("resetOn", ResetOn),
        };
    }

    private static TimeOnly? CutOff(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time)
            ? time
            : throw Inputs.Invalid("dayCutOff", "must be a time such as 17:00.", "必须是 17:00 这样的时间。");
    }
}
