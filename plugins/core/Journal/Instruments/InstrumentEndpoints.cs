using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Endpoints;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using AIWendy.Sdk.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AIWendy.Plugins.Journal.Instruments;

/// <summary>What a person knows about an instrument; what is absent stays, <c>null</c> clears.</summary>
internal sealed class InstrumentPatch : PatchBody
{
    private const decimal LargestMultiplier = 1_000_000_000m;

    public string? Kind { get; set => field = Given(value); }

    public decimal? Multiplier { get; set => field = Given(value); }

    public decimal? Tick { get; set => field = Given(value); }

    /// <summary>The instrument with the changes.</summary>
    public InstrumentRow Apply(InstrumentRow before) => before with
    {
        Kind = Has(nameof(Kind)) ? string.IsNullOrEmpty(Kind) ? InstrumentKind.Unknown : Inputs.OneOf<InstrumentKind>("kind", Kind) : before.Kind,
        Multiplier = Has(nameof(Multiplier)) ? Positive("multiplier", Multiplier) : before.Multiplier,
        Tick = Has(nameof(Tick)) ? Positive("tick", Tick) : before.Tick,
    };

    private static decimal? Positive(string field, decimal? value) =>
        value is null or (> 0 and <= LargestMultiplier) ? value : throw Inputs.Invalid(field, "must be above zero and at most a billion.", "必须大于零且不超过十亿。");
}

/// <summary><c>Multiplier</c> and <c>Tick</c> are null where the fills decide.</summary>
internal sealed record InstrumentBody(string Symbol, string Kind, decimal? Multiplier, decimal? Tick, decimal? FileMultiplier, int Executions);

/// <summary>Instruments of the caller's fills.</summary>
internal static class InstrumentEndpoints
{
    public static void Map(RouteGroupBuilder journal)
    {
        journal.MapGet("/instruments/{**symbol}", GetAsync)
            .RequirePermission(JournalPermissions.Read)
            .WithName("journal.instrument")
            .WithSummary("Kind, multiplier and tick of an instrument");
        journal.MapPut("/instruments/{**symbol}", SaveAsync)
            .RequirePermission(JournalPermissions.Write)
            .WithName("journal.saveInstrument")
            .WithSummary("Correct kind, multiplier or tick of an instrument; its trades are computed again");
    }

    private static async Task<Ok<InstrumentBody>> GetAsync(string symbol, ITenantDatabase database, InstrumentStore instruments, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        return TypedResults.Ok(ToBody(await instruments.GetAsync(transaction, Paths.Decode(symbol), cancellationToken)));
    }

    private static async Task<Ok<InstrumentBody>> SaveAsync(
        string symbol, InstrumentPatch patch, ITenantDatabase database, InstrumentStore instruments, RoundTripStore roundTrips, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        await roundTrips.LockAsync(transaction, cancellationToken);
        InstrumentRow before = await instruments.GetAsync(transaction, Paths.Decode(symbol), cancellationToken);
        InstrumentRow after = patch.Apply(before);
        await instruments.SaveAsync(transaction, after, cancellationToken);
        if (before.Multiplier != after.Multiplier)
        {
            await roundTrips.RebuildSymbolAsync(transaction, after.Symbol, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(ToBody(after));
    }

    private static InstrumentBody ToBody(InstrumentRow instrument) => new(
        instrument.Symbol, Bodies.Lower(instrument.Kind), instrument.Multiplier, instrument.Tick, instrument.FileMultiplier, instrument.Executions);
}
